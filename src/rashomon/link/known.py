"""Names found in the registry: candidates, what stands around them, and the verdict, with judgements by people first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from rashomon.link.actors import Actors
from rashomon.link.candidates import Index
from rashomon.link.forms import level
from rashomon.link.names import bare
from rashomon.link.offices import has_trade, is_past, office_in
from rashomon.link.register import Entry
from rashomon.link.weigh import Context, Verdict, Weighed, decide, weigh
from rashomon.records import Entity, Kind, Related, content_id

_ELSEWHERE = re.compile(
    r"(?<!\w)(?:in|at|into|inside|near|across|to|for|on|over|with|against|about|в|во|на|до|к|ко|с|со|над|о|об|для|против|про|у|з|зі|із|"
    r"проти|біля|возле)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Words before a state's name that make it a place or another party, and no bearer's own state."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a person said of a name: it is this record, it is not, or nobody can tell. Never overwritten; the last one
    counts.
    """

    name: str
    registry_id: str
    verdict: Literal["same", "different", "unsure"]
    by: str
    document_id: str = ""
    """Only in this document; empty: wherever the name stands."""

    def correction(self) -> tuple[str, str, str]:
        """Subject, field and value under which the store keeps it."""
        document_id = self.document_id.replace("%", "%25").replace(":", "%3A")
        return f"name:{document_id}:{self.name}", "entity", f"{self.verdict} {self.registry_id}".strip()

    @classmethod
    def of(cls, subject: str, field: str, value: str, by: str) -> Judgement | None:
        """The judgement a correction holds; ``None`` for one of something else."""
        if field != "entity" or not subject.startswith("name:"):
            return None
        _, document_id, name = subject.split(":", 2)
        document_id = document_id.replace("%3A", ":").replace("%25", "%")
        verdict, _, record = value.partition(" ")
        if verdict not in {"same", "different", "unsure"}:
            return None
        return cls(name=name, registry_id=record, verdict=verdict, by=by, document_id=document_id)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Setting:
    """One document as far as linking needs it."""

    id: str
    day: date | None
    around: frozenset[str]
    """Registry ids of states and networks named in it."""


def entity_id(entry: Entry | str) -> str:
    """Id of the Entity that a record, or the record of an id, becomes."""
    return content_id(*(entry if isinstance(entry, str) else entry.id).split(":", 1))


@dataclass
class Known:
    """The registry as linking uses it."""

    index: Index
    actors: Actors
    judgements: Mapping[tuple[str, str], Judgement] = field(default_factory=dict)
    """(level of the name, document id or empty) → the last judgement."""

    def __post_init__(self) -> None:
        self._by_entity = {entity_id(e): e.id for e in self.index.register}
        self.fixed = frozenset(actor.entity.id for actor in self.actors.by_name.values())
        """Entities of states, capitals and seats, which are known as soon as they are named."""

    def around(self, text: str, others: Iterable[str]) -> frozenset[str]:
        """Registry ids of the states named in a text, and of other names that are whole names in the registry."""
        states = {self._by_entity.get(actor.state, "") for _, _, actor in self.actors.all_in(text)}
        named = {
            c.entry.id
            for name in others
            for c in self.index.of(name, is_person=False)
            if c.entry.kind != "person"
        }
        return frozenset((states | named) - {""})

    def beside(self, words: str) -> frozenset[str]:
        """Registry ids of the states that words beside a name tie to it: "French President" and "of France", but not "in
        France", "against France".
        """
        found = [
            self._by_entity.get(actor.state, "")
            for start, _, actor in self.actors.all_in(words)
            if not _ELSEWHERE.search(words[:start])
        ]
        return frozenset(found) - {""}

    def verdict(
        self, name: str, kind: Kind, before: str, after: str, setting: Setting, *, lone: bool = False
    ) -> tuple[Verdict, Entry | None, tuple[Weighed, ...]]:
        """What a name is. ``before`` and ``after``: the words of its clause on either side, as far as they tell of it."""
        if judged := self._judged(name, setting.id):
            if judged.verdict == "same":
                entry = self.index.record(judged.registry_id)
                return ("same" if entry else "unsure"), entry, ()
            if judged.verdict == "unsure":
                return "unsure", None, ()
        candidates = self.index.of(name, is_person=kind == "person")
        if judged:
            candidates = [c for c in candidates if c.entry.id != judged.registry_id]
        if not candidates:
            return "unknown", None, ()
        words = f"{before} {after}"
        context = Context(
            name=bare(name),
            kind=kind,
            office=office_in(words),
            past=is_past(words),
            beside=self.beside(words),
            around=setting.around,
            day=setting.day,
            lone=lone,
            alone=len(candidates) == 1,
            trade=has_trade(words),
        )
        weighed = weigh(candidates, context)
        verdict, entry = decide(weighed)
        return verdict, entry, tuple(weighed)

    def _judged(self, name: str, document_id: str) -> Judgement | None:
        by = level(name)
        return self.judgements.get((by, document_id)) or self.judgements.get((by, ""))

    def holder(self, words: str, setting: Setting) -> tuple[Verdict, Entry | None]:
        """Who "the French president" is on the day of the document: ``unknown`` where the words name no office or no one
        state, the day is not known, or the lists have nobody; ``unsure`` where they have two, or only somebody who was last
        known in the office before that day.
        """
        office = office_in(words)
        states = {self._by_entity.get(actor.state, "") for _, _, actor in self.actors.all_in(words)} - {""}
        if not office or is_past(words) or len(states) != 1 or setting.day is None:
            return "unknown", None
        records, state = self.index.register, next(iter(states))
        found = records.holders(office, state, setting.day)
        if not found and office == "head_of_state":
            found = records.holders("head_of_government", state, setting.day)
        if len(found) == 1:
            return "same", found[0]
        return ("unsure" if found or records.maybe(office, state, setting.day) else "unknown"), None

    def entity(self, entry: Entry, day: date | None) -> Entity:
        """The Entity of a record: its names, its offices as ties, and the state it spoke for on a day."""
        id = entity_id(entry)
        ties = []
        party = id
        for tenure in entry.tenures:
            of = self.index.register.get(tenure.of)
            if of is None:
                continue
            ties.append(Related(kind="office_of", entity=entity_id(of)))
            if tenure.office != "former" and day is not None and tenure.holds(day):
                party = entity_id(of)
        if (state := entry.attributes.get("state")) and (of := self.index.register.get(f"state:{state}")):
            ties.append(Related(kind="of_state", entity=entity_id(of)))
            if entry.attributes.get("kind") == "agency":
                party = entity_id(of)
        return Entity(
            id=id,
            name=entry.name,
            kind=entry.kind,
            names=tuple(dict.fromkeys(name for name, _ in entry.names)),
            related=tuple(dict.fromkeys(ties)),
            party=party,
        )
