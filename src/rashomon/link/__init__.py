"""link: mentions → Entities. Who is meant by each name, and for whose side they speak."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rashomon.link.acronyms import acronyms
from rashomon.link.actors import MINISTRY, Actors, actors
from rashomon.link.allies import with_allies
from rashomon.link.candidates import Imported, index
from rashomon.link.forms import level
from rashomon.link.known import Judgement, Known
from rashomon.link.names import bare, key, kind_word, person
from rashomon.link.parties import with_entities
from rashomon.link.people import join_people
from rashomon.link.places import places
from rashomon.link.recognise import recognise
from rashomon.link.voices import body_of
from rashomon.records import (
    Attribution,
    Document,
    Entity,
    Kind,
    Mention,
    Place,
    Reading,
    Related,
    Speaker,
    content_id,
)

BESIDE = 60
"""Characters on either side of a name in which an office of a state makes its bearer speak for that state."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """Entities, sorted by id, and the readings with ``Mention.entity``, ``Speaker.entity`` and the entities of events filled."""

    entities: tuple[Entity, ...]
    readings: tuple[Reading, ...]
    unsure: tuple[tuple[str, str], ...] = ()
    """(document id, name) of names that may be a record of the registry or not."""
    places: Mapping[tuple[str, int, int], Place] = field(default_factory=dict)
    """Where the names of places are, by (document id, start, end); empty where nobody asked (``locate``)."""


def link(
    documents: Sequence[Document],
    readings: Sequence[Reading],
    judgements: Sequence[Judgement] = (),
    imported: Imported | None = None,
    *,
    locate: bool = False,
) -> Linked:
    """Join mentions of one entity within and across documents, and recognise those that the registry knows.

    ``judgements`` of people, oldest first, go before what the program makes of a name; ``imported`` are a desk's own
    lists. ``locate`` puts places on the map. The order of the documents changes nothing.

    Raises:
        GazetteerError: the map cannot be used (only with ``locate``).
    """
    text = {document.id: document.text for document in documents}
    book = _Book(actors(), acronyms(text[one.id] for one in documents))
    widened = [
        _with_registry(reading, text.get(reading.document_id, ""), book.actors) for reading in readings
    ]
    book.meet(widened)
    made = tuple(_linked(reading, text.get(reading.document_id, ""), book) for reading in widened)
    judged = {(level(one.name), one.document_id): one for one in judgements}
    names = index(imported)
    known = recognise(documents, made, book.entities(), Known(names, book.actors, judged))
    found = places(documents, known.readings) if locate else {}
    entities = with_allies(known.entities, names.register, documents)
    return Linked(entities=entities, readings=known.readings, unsure=known.unsure, places=found)


def _with_registry(reading: Reading, text: str, known: Actors) -> Reading:
    """The reading with names of states, capitals and seats that the reader missed."""
    taken = sorted((m.start, m.end) for m in reading.mentions)
    starts = {start for start, _ in taken}
    extra: list[Mention] = []
    at = 0
    for start, end, actor in known.all_in(text):
        while at < len(taken) and taken[at][1] <= start:
            at += 1
        overlaps = (at < len(taken) and taken[at][0] < end) or start in starts
        if not overlaps and not (extra and extra[-1].end > start):
            extra.append(Mention(start=start, end=end, text=text[start:end], kind=actor.entity.kind))
    mentions = tuple(sorted((*reading.mentions, *extra), key=lambda m: (m.start, m.end)))
    return replace(reading, mentions=mentions)


class _Book:
    """What is known of the entities while the readings are gone through."""

    def __init__(self, known: Actors, short: Mapping[str, str]) -> None:
        self.actors = known
        self.short = short
        self.people: dict[tuple[str, str], str] = {}
        self.names: dict[str, Counter[str]] = {}
        self.kinds: dict[str, Kind] = {}
        self.fixed: dict[str, Entity] = {}
        self.sides: dict[str, Counter[str]] = {}
        self.bodies: set[str] = set()
        """Levelled names of organisations that are named by themselves."""

    def meet(self, readings: Iterable[Reading]) -> None:
        forms = []
        for reading in readings:
            for mention in reading.mentions:
                if mention.kind in {"organisation", "group"} and not body_of(bare(mention.text)):
                    self.bodies.add(level(mention.text))
                if mention.kind == "person" and _whole(mention.text) and not self.actors.find(mention.text):
                    forms.append((reading.document_id, bare(mention.text)))
            for attribution in reading.attributions:
                if (
                    (name := attribution.speaker.text)
                    and _looks_like_a_name(name)
                    and _whole(name)
                    and not self.actors.find(name)
                ):
                    forms.append((reading.document_id, bare(name)))
        self.people = join_people(forms)

    def of_mention(self, document_id: str, mention: Mention) -> str:
        """Id of the entity a mention names; empty for a name of nothing."""
        name = self._behind(bare(mention.text))
        if not name:
            return ""
        actor = self.actors.find(name if name != bare(mention.text) else mention.text)
        if actor and not (mention.kind == "person" and (" " in name or name in self.actors.ambiguous)):
            return self._fixed(actor.entity)
        if mention.kind == "person":
            return self._person(document_id, name)
        return self._named(mention.kind, name)

    def _behind(self, name: str) -> str:
        """The body that a press service speaks for, where it is a seat, a ministry or an organisation that is named by itself
        too; else the name as it is. A person's spokesman is not that person.
        """
        body = bare(body_of(name))
        if not body:
            return name
        actor = self.actors.find(body)
        seat = actor is not None and any(tie.kind == "seat_of" for tie in actor.entity.related)
        return body if seat or MINISTRY.search(body) or level(body) in self.bodies else name

    def _fixed(self, entity: Entity) -> str:
        self.fixed[entity.id] = entity
        for tie in entity.related:
            if tie.entity in self.actors.states:
                self.fixed[tie.entity] = self.actors.states[tie.entity]
        return entity.id

    def _person(self, document_id: str, name: str) -> str:
        whole = self.people.get((document_id, name)) or key(" ".join(person(name)))
        id = content_id("person", whole)
        self.kinds[id] = "person"
        self.names.setdefault(id, Counter())[" ".join(person(name))] += 1
        return id

    def _named(self, kind: Kind, name: str) -> str:
        whole = self.short.get(name, name)
        if whole != name:
            kind = "organisation"
        id = content_id(kind_word(kind), key(whole))
        self.kinds.setdefault(id, kind)
        self.names.setdefault(id, Counter()).update({name: 1, whole: 1})
        if kind == "organisation" and (state := self.actors.state_beside_office(whole)):
            self.sides.setdefault(id, Counter())[state] += 1
        return id

    def of_speaker(self, document_id: str, speaker: str, words: str) -> str:
        """Id of the entity that speaks. ``words`` are the source as it stands in the text."""
        name = self._behind(bare(speaker))
        if not name:
            return ""
        if name != bare(speaker):
            speaker = name
        if actor := self.actors.find(name):
            return self._fixed(actor.entity)
        state = self.actors.state_beside_office(words) or self.actors.state_beside_office(speaker)
        state = state or self.actors.state_beside_office(self._spelt_out(words))
        if ministry := self.actors.ministry(speaker, state):
            return self._fixed(ministry)
        if _looks_like_a_name(name) and (document_id, name) in self.people:
            id = self._person(document_id, name)
            if state:
                self.sides.setdefault(id, Counter())[state] += 1
            return id
        id = self._named("other" if name[0].islower() else "organisation", name)
        if state:
            self.sides.setdefault(id, Counter())[state] += 2
        return id

    def _spelt_out(self, words: str) -> str:
        """The words with short forms in full: "a NWB spokesman" speaks for the board's state."""
        return (
            " ".join(self.short.get(word.strip(".,'’"), word) for word in words.split())
            if self.short
            else words
        )

    def side(self, id: str, state: str) -> None:
        self.sides.setdefault(id, Counter())[state] += 1

    def entities(self) -> tuple[Entity, ...]:
        made = dict(self.fixed)
        for id, names in self.names.items():
            forms = sorted(names, key=lambda name: (-len(name.split()), -names[name], -len(name), name))
            votes = self.sides.get(id, Counter()).most_common(2)
            sure = votes and (len(votes) == 1 or votes[0][1] > 2 * votes[1][1])
            party = votes[0][0] if sure else id
            if party in self.actors.states:
                made.setdefault(party, self.actors.states[party])
            related = (Related(kind="speaks_for", entity=party),) if party != id else ()
            made[id] = Entity(
                id=id,
                name=_best(forms, names),
                kind=self.kinds[id],
                names=tuple(forms),
                related=related,
                party=party,
            )
        return tuple(sorted(made.values(), key=lambda entity: entity.id))


def _best(forms: Sequence[str], names: Counter[str]) -> str:
    """The fullest form in Latin letters that is not a rarity, else the fullest."""
    latin = [form for form in forms if form.isascii()] or list(forms)
    most = max(len(form.split()) for form in latin)
    return max(
        (f for f in latin if len(f.split()) == min(most, 3) or len(latin) == 1),
        key=lambda f: (names[f], f),
        default=latin[0],
    )


def _looks_like_a_name(text: str) -> bool:
    words = bare(text).split()
    return 0 < len(words) <= 4 and all(
        word[0].isupper() or word.lower() in {"de", "van", "von", "bin", "al", "el", "da"} for word in words
    )


def _whole(text: str) -> bool:
    """Whether it may be the full form of a name; "Ann Lee / Agency" under a picture is not that of "Agency"."""
    return "/" not in text and "|" not in text


def _linked(reading: Reading, text: str, book: _Book) -> Reading:
    mentions = []
    last = 0  # end of the person named before: "Kenyan President A met B" says nothing of B
    for mention in reading.mentions:
        id = book.of_mention(reading.document_id, mention)
        mentions.append(replace(mention, entity=id))
        if mention.kind == "person":
            if id and (state := _beside(text, mention, last, book.actors)):
                book.side(id, state)
            last = mention.end
    attributions = tuple(_spoken(one, reading.document_id, text, book) for one in reading.attributions)
    made = replace(reading, mentions=tuple(mentions), attributions=attributions)
    return with_entities(made, text, book.actors, book.of_speaker)


def _spoken(attribution: Attribution, document_id: str, text: str, book: _Book) -> Attribution:
    words = " ".join(text[start:end] for start, end in attribution.source)
    id = book.of_speaker(document_id, attribution.speaker.text, words)
    return replace(attribution, speaker=Speaker(text=attribution.speaker.text, entity=id))


_CLAUSE = re.compile(r"[.;:!?\n\"“”]|,\s+(?:and|but|who|when|while|as)\b")


def _beside(text: str, mention: Mention, last: int, known: Actors) -> str:
    """The state whose office stands right before a name, or after it behind a comma."""
    before = _CLAUSE.split(text[max(last, mention.start - BESIDE) : mention.start])[-1]
    titles = text[mention.start : mention.end][: -len(" ".join(person(mention.text))) or None]
    if state := known.state_before(before + titles):
        return state
    after = text[mention.end : mention.end + BESIDE + 40]
    if match := re.match(r",\s*([^,.;:!?\n\"“”]+)", after):
        return known.state_beside_office(match.group(1))
    return ""
