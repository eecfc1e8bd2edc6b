"""Records → Sightings: where the signs of indicators are seen, one pass over each document whatever the number of indicators."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from rashomon.records import (
    Attribution,
    Claim,
    Document,
    Event,
    Membership,
    Range,
    Reading,
    Sighting,
    Sign,
    Span,
)
from rashomon.watch.parties import Filled
from rashomon.watch.seen import Seen
from rashomon.watch.words import holds, pattern

TOKEN = re.compile(r"\w+")
SHORTEST = 2
"""Letters before a star, at least, that the index of beginnings knows."""
COUNTED = frozenset(("asserted", "attempted", "planned", "threatened"))
OVER = timedelta(days=45)
"""An event that ended so long before the report is background."""
UNTOLD = frozenset(("denies", "doubts", "threatens", "warns", "asks", "demands", "retracts", "declines"))
"""What somebody speaks of so is not told to have been done."""


@dataclass(frozen=True, slots=True, eq=False)
class Sought:
    """One sign of one indicator, with its roles filled."""

    indicator: str
    sign: Sign
    roles: Mapping[str, Filled]

    def party(self, role: str, entity: str, *texts: str) -> bool:
        """Whether who is there fills the role; a role that is empty or unfilled is filled by anybody."""
        filled = self.roles.get(role) if role else None
        return filled is None or filled.fits(entity, *texts)


class Search:
    """Signs, indexed by what they look at, so that a document is compared only with those that can fit it."""

    def __init__(self, sought: Iterable[Sought]) -> None:
        self.by_action: dict[str, list[Sought]] = defaultdict(list)
        self.by_trace: dict[str, list[Sought]] = defaultdict(list)
        self._exact: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        self._begins: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        groups: set[tuple[str, ...]] = set()
        for one in sought:
            if one.sign.trace == "event":
                for action in one.sign.action or ("",):
                    self.by_action[action].append(one)
            self.by_trace[one.sign.trace].append(one)
            groups.update(one.sign.words)
        for group in groups:
            for word in group:
                self._index(word, group)
        self._lengths = sorted({len(begin) for begin in self._begins})

    def _index(self, word: str, group: tuple[str, ...]) -> None:
        first = TOKEN.findall(word.casefold())[0]
        starred = word.split(maxsplit=1)[0].endswith("*") and "-" not in word.split(maxsplit=1)[0]
        (self._begins if starred else self._exact)[first].append(group)

    def groups(self, text: str) -> set[tuple[str, ...]]:
        """Groups of words of which the first word of one stands in the text: cheap, and never too few."""
        found: set[tuple[str, ...]] = set()
        for token in set(TOKEN.findall(text.casefold())):
            found.update(self._exact.get(token, ()))
            for length in self._lengths:
                if length > len(token):
                    break
                found.update(self._begins.get(token[:length], ()))
        return found


def sightings(search: Search, seen: Seen, documents: Mapping[str, Document]) -> Iterator[Sighting]:
    """Every place where a sign is seen in these documents, in the order of documents and text."""
    readings = {one.document_id: one for one in seen.readings}
    members = {one.document_id: one for one in seen.memberships}
    sources = {one.id: one.source for one in seen.documents}
    positions: dict[str, list[tuple[Sought, Span]]] = defaultdict(list)
    for claim in seen.claims:
        for one, span in _positions(search, claim):
            positions[span.document_id].append((one, span))
    for one, span in _profiles(search, seen):
        positions[span.document_id].append((one, span))
    for id, document in documents.items():
        found: list[tuple[Sought, int, int]] = []
        if id in readings:
            found = list(_document(search, document, readings[id]))
        found += [(one, span.start, span.end) for one, span in positions.get(id, ())]
        for one, start, end in _apart(found):
            yield _sighting(one, document, start, end, members.get(id), sources, seen)


def _apart(found: Iterable[tuple[Sought, int, int]]) -> Iterator[tuple[Sought, int, int]]:
    """Each indicator's places that do not overlap, the first kept: an event, and the sentence it stands in, are one sighting."""
    taken: dict[str, list[Range]] = defaultdict(list)
    for one, start, end in found:
        own = taken[one.indicator]
        if all(end <= a or b <= start for a, b in own):
            own.append((start, end))
            yield one, start, end


def _sighting(
    one: Sought,
    document: Document,
    start: int,
    end: int,
    member: Membership | None,
    sources: Mapping[str, str],
    seen: Seen,
) -> Sighting:
    root = member.root_at(start, end) if member is not None else document.id
    assert document.published_at is not None
    return Sighting(
        indicator=one.indicator,
        document_id=document.id,
        root_id=root,
        source=document.source,
        owner=seen.owner(sources.get(root, document.source)),
        at=document.published_at,
        span=Span(document_id=document.id, start=start, end=end, quote=document.text[start:end]),
        trace=one.sign.trace,
    )


def _document(search: Search, document: Document, reading: Reading) -> Iterator[tuple[Sought, int, int]]:
    text = document.text
    here = search.groups(text)
    for event in reading.events:
        for one in (*search.by_action.get(event.action, ()), *search.by_action.get("", ())):
            if here.issuperset(one.sign.words) and (
                place := _event(one, event, reading, text, document.published_at)
            ):
                yield one, *place
    for one in search.by_trace.get("saying", ()):
        if here.issuperset(one.sign.words):
            for made in reading.attributions:
                if _says(one, made, text):
                    yield one, made.start, made.end
    for one in search.by_trace.get("words", ()):
        if here.issuperset(one.sign.words):
            yield from _sentences(one, reading, text)


def past(event: Event, published: datetime | None) -> bool:
    """Whether it is told of as over long ago: an anniversary is no news."""
    if published is None or len(event.time_until) < len("2026-01-01"):
        return False
    return event.time_until[:10] < (published - OVER).date().isoformat()


def _event(
    one: Sought, event: Event, reading: Reading, text: str, published: datetime | None
) -> Range | None:
    """The words that show it: from actor to act to target, or the act alone."""
    sign = one.sign
    if past(event, published):
        return None
    if event.status not in (sign.status or COUNTED) or (sign.mode and event.mode not in sign.mode):
        return None
    if event.attribution is not None and event.attribution < len(reading.attributions):
        made = reading.attributions[event.attribution]
        if made.act in ("denies", "doubts", "retracts") or (made.negated and made.act != "denies"):
            return None
    if not one.party(sign.actor, event.actor_entity, event.actor, event.actor_name):
        return None
    if not one.party(sign.target, event.target_entity, event.target, event.target_name):
        return None
    first, last = _sentence(reading, event.start, event.end)
    if (sign.words or sign.without) and not holds(text[first:last], sign.words, sign.without):
        return None
    spans = [(event.start, event.end), *(s for s in (event.actor_span, event.target_span) if s is not None)]
    spans = [s for s in spans if first <= s[0] and s[1] <= last] or [(event.start, event.end)]
    return min(s[0] for s in spans), max(s[1] for s in spans)


def _sentence(reading: Reading, start: int, end: int) -> Range:
    place = bisect_right(reading.sentences, (start, 1 << 60)) - 1
    if place >= 0 and reading.sentences[place][1] >= end:
        return reading.sentences[place]
    return start, end


def _says(one: Sought, made: Attribution, text: str) -> bool:
    sign = one.sign
    if made.negated or (sign.act and made.act not in sign.act):
        return False
    source = " ".join(text[start:end] for start, end in made.source)
    if not one.party(sign.actor, made.speaker.entity, made.speaker.text, source):
        return False
    content = " ".join(text[start:end] for start, end in made.content)
    return holds(content, sign.words, sign.without)


def _sentences(one: Sought, reading: Reading, text: str) -> Iterator[tuple[Sought, int, int]]:
    """Sentences that name the parties and have the words, unless somebody only threatens, denies or asks it."""
    sign = one.sign
    untold = [r for made in reading.attributions if made.act in UNTOLD or made.negated for r in made.content]
    for start, end in reading.sentences:
        sentence = text[start:end]
        if not holds(sentence, sign.words, sign.without) or sentence.rstrip().endswith("?"):
            continue
        first = pattern(sign.words[0]).search(text, start, end)
        if first is None or any(a <= first.start() < b for a, b in untold):
            continue
        if all(_named(one, role, reading, sentence, (start, end)) for role in (sign.actor, sign.target)):
            yield one, start, end


def _named(one: Sought, role: str, reading: Reading, sentence: str, place: Range) -> bool:
    filled = one.roles.get(role) if role else None
    if filled is None:
        return True
    inside = (m for m in reading.mentions if place[0] <= m.start and m.end <= place[1] and m.entity)
    return any(m.entity in filled.entities for m in inside) or bool(filled.form.search(sentence))


def _positions(search: Search, claim: Claim) -> Iterator[tuple[Sought, Span]]:
    for one in search.by_trace.get("position", ()):
        sign = one.sign
        if sign.explanation and claim.explanation not in sign.explanation:
            continue
        if (sign.words or sign.without) and not holds(claim.text, sign.words, sign.without):
            continue
        for position in claim.positions:
            span = position.span
            if span is None or (sign.stance and position.stance not in sign.stance):
                continue
            if one.party(sign.actor, "", position.name) or _party(one, position.party):
                yield one, span


def _party(one: Sought, party: str) -> bool:
    filled = one.roles.get(one.sign.actor)
    return filled is not None and party in filled.entities


def _profiles(search: Search, seen: Seen) -> Iterator[tuple[Sought, Span]]:
    wanted: Sequence[Sought] = search.by_trace.get("profile", ())
    for page in seen.profiles if wanted else ():
        for section in page.sections:
            for line in section.sentences:
                for one in wanted:
                    sign = one.sign
                    if sign.section and section.key not in sign.section:
                        continue
                    if one.party(sign.actor, "", page.title.text) and holds(
                        line.text, sign.words, sign.without
                    ):
                        yield from ((one, span) for span in line.spans)
