"""What all sections of a brief draw from: the story's records, ordered and looked up once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

from rashomon.brief import words
from rashomon.records import (
    Assessment,
    Attribution,
    Claim,
    Document,
    Entity,
    Membership,
    Place,
    Position,
    Reading,
    Saying,
    Span,
    Story,
)

_LATE = datetime.max.replace(tzinfo=UTC)
_WEIGHT = {"disputed": 0, "denied": 1, "retracted": 2, "uncontested": 3}
_AHEAD = frozenset({"threatens", "promises", "demands", "warns", "asks"})
"""Acts about what is to come: ranked after what is said to be so, and printed under "what next"."""


@dataclass(frozen=True)
class Material:
    """One story's records, in an order that the order of the input cannot change."""

    story: Story
    documents: tuple[Document, ...]
    readings: dict[str, Reading]
    entities: dict[str, Entity]
    claims: tuple[Claim, ...]
    assessments: dict[str, Assessment]
    members: dict[str, Membership]
    places: Mapping[tuple[str, int, int], Place] | None = None
    """Where the names of places are, by (document id, start, end); ``None`` where nobody looked."""

    @classmethod
    def of(
        cls,
        story: Story,
        *,
        documents: Iterable[Document],
        readings: Iterable[Reading],
        entities: Iterable[Entity],
        claims: Iterable[Claim],
        assessments: Iterable[Assessment],
        places: Mapping[tuple[str, int, int], Place] | None = None,
    ) -> Material:
        inside = {member.document_id: member for member in story.members}
        held = {one.id: one for one in documents}
        docs = sorted(held.values(), key=lambda one: (one.published_at or _LATE, one.id))
        for one in docs:
            inside.setdefault(one.id, Membership(document_id=one.id, story_id=story.id, root_id=one.id))
        judged = {one.claim_id: one for one in assessments}
        own = [
            one
            for one in claims
            if one.story_id == story.id and any(said.document_id in held for said in one.members)
        ]
        made = cls(
            story=story,
            documents=tuple(docs),
            readings={one.document_id: one for one in readings if one.document_id in held},
            entities={one.id: one for one in entities},
            claims=(),
            assessments=judged,
            members={key: member for key, member in inside.items() if key in held},
            places=None if places is None else {at: one for at, one in places.items() if at[0] in held},
        )
        object.__setattr__(made, "claims", tuple(sorted(own, key=made._rank)))
        return made

    # --- documents

    @cached_property
    def by_id(self) -> dict[str, Document]:
        return {one.id: one for one in self.documents}

    @cached_property
    def roots(self) -> tuple[str, ...]:
        """Ids of the roots, oldest first."""
        return tuple(dict.fromkeys(self.root(one.id) for one in self.documents))

    def root(self, document_id: str) -> str:
        return self.members[document_id].root_id

    def root_at(self, span: Span) -> str:
        """The root of these words: that of the passage they stand in, or of the document."""
        return self.members[span.document_id].root_at(span.start, span.end)

    def relation(self, document_id: str) -> str:
        return self.members[document_id].relation

    def outlet(self, document_id: str) -> str:
        return words.outlet(self.by_id[document_id])

    def language(self, document_id: str) -> str:
        """The document's language, as collected or else as read; empty where neither knows."""
        reading = self.readings.get(document_id)
        return self.by_id[document_id].language or (reading.language if reading else "")

    def when(self, document_id: str) -> datetime:
        """Publication time for sorting; unknown comes last."""
        return self.by_id[document_id].published_at or _LATE

    def headline(self, document_id: str) -> Span | None:
        """The title where it stands at the head of the text, so that it can be cited."""
        one = self.by_id[document_id]
        title = one.title.strip()
        start = len(one.text) - len(one.text.lstrip())
        if title and one.text.startswith(title, start):
            return Span(document_id=one.id, start=start, end=start + len(title), quote=title)
        return None

    def opening(self, document_id: str, most: int = 400) -> Span | None:
        """The headline, or where there is none the first words."""
        found = self.headline(document_id)
        text = self.by_id[document_id].text
        start = len(text) - len(text.lstrip())
        if found or start == len(text):
            return found
        line = text.find("\n", start)
        end = min(len(text) if line < 0 else line, start + most)
        return self.span(document_id, start, end)

    def span(self, document_id: str, start: int, end: int) -> Span:
        return Span(
            document_id=document_id, start=start, end=end, quote=self.by_id[document_id].text[start:end]
        )

    @cached_property
    def size(self) -> str:
        """What was searched, as a basis: "12 documents from 9 independent roots"."""
        return (
            f"{words.count(len(self.documents), 'document')}"
            f" from {words.count(len(self.roots), 'independent root')}"
        )

    # --- speakers

    def name(self, entity: str, said: str = "") -> str:
        """The name to print: as the report has it, unless that is no name or not in our script."""
        said = words.one_line(said)
        known = self.entities.get(entity)
        if known is None:
            return said
        shouted = said.isupper() and len(said) > 4  # "MOSCOW" of a dateline; "NATO" is a name
        if not said or said.islower() or shouted or (words.is_latin(known.name) and not words.is_latin(said)):
            return words.one_line(known.name)
        return said

    def speaker(self, saying: Saying) -> str:
        """The name of who spoke; empty where the report names nobody and so stands for it itself."""
        name = self.name(saying.entity, saying.speaker)
        if saying.act == "retracts":
            return name  # an outlet corrects itself by name
        return "" if name == self.outlet(saying.document_id) and not saying.entity else name

    def stands(self, position: Position) -> str:
        """Who takes a position, and for whom: "Ann Lee (for Peru)"; an outlet where nobody is named."""
        party = self.name(position.party, position.name) or position.name
        made = position.saying
        if made is None:
            return party
        speaker = self.speaker(made)
        if not speaker:
            return f"someone whom {self.outlet(made.document_id)} does not name"
        itself = position.party == made.entity or speaker.casefold() == party.casefold()
        if itself or position.party not in self.entities:
            return speaker
        return f"{speaker} (for {party})"

    def party(self, entity: str) -> str:
        """Id of the party an entity speaks for: its own where it speaks for itself; empty for no entity."""
        known = self.entities.get(entity)
        return (known.party or known.id) if known else entity

    def attributions(self, acts: Sequence[str] = ()) -> Iterator[tuple[str, Attribution]]:
        """(document id, attribution) with content, by time; only these acts if any are given."""
        for one in self.documents:
            reading = self.readings.get(one.id)
            for made in reading.attributions if reading else ():
                if made.content and (not acts or made.act in acts):
                    yield one.id, made

    def named(self, document_id: str, made: Attribution) -> str:
        """The speaker of an attribution: resolved name, else the words of its source, else nothing."""
        text = self.by_id[document_id].text
        source = " ".join(text[start:end] for start, end in made.source)
        return self.name(made.speaker.entity, made.speaker.text or source)

    # --- claims

    def assessed(self, claim: Claim) -> Assessment:
        """Its assessment; one that is missing counts as uncontested over the roots of its sayings."""
        found = self.assessments.get(claim.id)
        if found is not None:
            return found
        roots = tuple(sorted({self.root_at(said.span) for said in self.sayings(claim)}))
        return Assessment(claim_id=claim.id, status="uncontested", roots=len(roots), root_ids=roots)

    def sayings(self, claim: Claim) -> tuple[Saying, ...]:
        """Its sayings that stand in this story's documents, by time."""
        inside = [said for said in claim.members if said.document_id in self.by_id]
        return tuple(
            sorted(inside, key=lambda said: (self.when(said.document_id), said.document_id, said.span.start))
        )

    @cached_property
    def told(self) -> dict[Span, Saying]:
        """Place of words → the saying they stand in: its own span, and the words told in it."""
        found: dict[Span, Saying] = {}
        for claim in self.claims:
            held = (p.saying for p in claim.positions if p.saying and p.saying.document_id in self.by_id)
            for said in (*self.sayings(claim), *held):
                for span in (said.span, *said.content):
                    found.setdefault(span, said)
        return found

    def positions(self, claim: Claim) -> tuple[Position, ...]:
        """Its positions whose words stand in this story's documents, or that have none."""
        return tuple(one for one in claim.positions if one.span is None or one.span.document_id in self.by_id)

    def lead(self, claim: Claim) -> Saying:
        """The saying a claim is printed with: it puts it forward, in the claim's own words, in a root; as of a day, one that was out."""
        puts = ("asserts", "accuses", "confirms", "warns", "threatens", "promises", "demands")

        def order(said: Saying) -> tuple[object, ...]:
            content = " ".join(span.quote for span in said.content)
            return (
                self.as_of is not None and self.when(said.document_id) > self.as_of,
                said.negated,
                said.act not in puts,
                words.one_line(content) != words.one_line(claim.text),
                self.relation(said.document_id) != "original",
                not said.entity,
                said.form == "indirect",
                self.when(said.document_id),
                said.document_id,
                said.span.start,
            )

        return min(self.sayings(claim), key=order)

    @cached_property
    def as_of(self) -> datetime | None:
        """The moment after which nothing was looked at for the judgement; ``None``: everything was."""
        return next((one.as_of for one in self.assessments.values() if one.as_of is not None), None)

    @cached_property
    def main(self) -> tuple[Claim, ...]:
        """Claims about what is so. Uncontested warnings and refusals to answer stand in other sections."""
        apart = _AHEAD | {"declines"}
        return tuple(
            one
            for one in self.claims
            if self.assessed(one).status != "uncontested" or self.lead(one).act not in apart
        )

    @cached_property
    def speaks(self) -> dict[str, set[str]]:
        """Party → ids of the documents in which somebody speaks for it."""
        found: dict[str, set[str]] = {}
        for document_id, made in self.attributions():
            if made.speaker.entity:
                found.setdefault(self.party(made.speaker.entity), set()).add(document_id)
        for claim in self.claims:
            for said in self.sayings(claim):
                if said.entity:
                    found.setdefault(self.party(said.entity), set()).add(said.document_id)
            for one in self.positions(claim):
                if one.span is not None and one.stance not in ("reports", "silent"):
                    found.setdefault(self.party(one.party), set()).add(one.span.document_id)
        return found

    @cached_property
    def contested(self) -> bool:
        """Some claim is disputed or denied, or rival explanations were put forward."""
        denied = any(
            self.assessed(one).status in ("disputed", "denied")
            or any(position.stance in ("denies", "partly_denies") for position in self.positions(one))
            for one in self.claims
        )
        return denied or len({one.explanation for one in self.claims if one.explains}) > 1

    def _rank(self, claim: Claim) -> tuple[object, ...]:
        """Contested first, then what many independent roots carry, then the oldest."""
        judged, lead = self.assessed(claim), self.lead(claim)
        return (
            _WEIGHT.get(judged.status, 3),
            lead.act in _AHEAD or lead.negated,
            -judged.roots,
            not claim.explains,
            -len(claim.members),
            self.when(lead.document_id),
            lead.span.start,
            claim.id,
        )
