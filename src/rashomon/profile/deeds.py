"""What is told to have been done between an entity and others: events grouped by whom, what and in which direction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from rashomon.records import Document, Event, Mention, Range, Reading, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Events of one kind between the entity and one other."""

    other: str
    """Entity id."""
    action: str
    """A category of PLOVER."""
    active: bool
    """Whether the entity is the actor and the other the target."""
    statuses: tuple[str, ...]
    """Of each telling, in the order of ``spans``."""
    spans: tuple[Span, ...]
    """The sentences that tell it, by time."""
    first: datetime | None
    last: datetime | None
    """Days of the reports, not of the events."""


def role(reading: Reading, one: Event, id: str) -> str:
    """``actor``, ``target`` or empty: what an entity is in an event."""
    if one.actor_entity == id:
        return "actor"
    if one.target_entity == id:
        return "target"
    own = [m for m in reading.mentions if m.entity == id]
    if inside(own, one.actor_span):
        return "actor"
    return "target" if inside(own, one.target_span) else ""


def inside(own: Iterable[Mention], span: Range | None) -> bool:
    """Whether one of the mentions stands in a span."""
    return span is not None and any(m.start < span[1] and span[0] < m.end for m in own)


def deeds(id: str, documents: Sequence[Document], readings: Mapping[str, Reading]) -> tuple[Deed, ...]:
    """Most told first. One sentence tells a deed once, however many events it is read as."""
    held: dict[tuple[str, str, bool], dict[Span, tuple[str, datetime | None]]] = {}
    for document in documents:
        reading = readings.get(document.id)
        for one in reading.events if reading else ():
            part = role(reading, one, id) if reading else ""
            if not part or reading is None:
                continue
            across = one.target_span if part == "actor" else one.actor_span
            start, end = next(
                ((s, e) for s, e in reading.sentences if s <= one.start < e), (one.start, one.end)
            )
            span = Span(document_id=document.id, start=start, end=end, quote=document.text[start:end])
            for other in dict.fromkeys(m.entity for m in reading.mentions if inside([m], across)):
                if other and other != id:
                    told = held.setdefault((other, one.action, part == "actor"), {})
                    told.setdefault(span, (one.status, document.published_at))
    made = []
    for (other, action, active), told in held.items():
        days = sorted(day for _, day in told.values() if day is not None)
        made.append(
            Deed(
                other=other, action=action, active=active, statuses=tuple(status for status, _ in told.values()), spans=tuple(told),
                first=days[0] if days else None, last=days[-1] if days else None,
            )
        )  # fmt: skip
    return tuple(sorted(made, key=lambda d: (-len(d.spans), d.other, d.action, d.active)))
