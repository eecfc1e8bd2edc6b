"""What reports say happened when: events with a time of their own, told once with everyone who tells them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from rashomon.brief import said
from rashomon.brief.material import Material
from rashomon.brief.phrase import CITED, SHORT, Line, count_line
from rashomon.brief.words import count
from rashomon.records import Event, Sentence, Span

TOLD = frozenset({"asserted", "attempted", "failed"})
"""Statuses of what is said to have happened; plans and threats stand in the section on what may come."""
FINE = ("minute", "part", "day", "week", "month")
"""Precisions that a timeline shows, finest first; "in the 2010s" dates nothing."""


@dataclass(frozen=True, slots=True)
class Happening:
    """Events of one kind told of one time."""

    begin: datetime
    until: datetime
    precision: str
    tellings: tuple[tuple[str, Event], ...]
    """(document id, event), the one to print first."""


def happenings(material: Material) -> tuple[Happening, ...]:
    """In order of time. Reports of the same kind of act at the same time are one line; different tellings stay to be seen."""
    found: dict[tuple[str, str, str, str], list[tuple[str, Event]]] = {}
    for document_id, event in _dated(material):
        key = (event.time_from, event.time_until, event.action, event.mode)
        found.setdefault(key, []).append((document_id, event))
    lines: dict[tuple[str, str, Span], list[tuple[str, Event]]] = {}
    for (begin, until, _, _), tellings in found.items():
        ordered = sorted(tellings, key=lambda one: _order(material, *one))
        # A sentence that tells of two acts at one time is printed once.
        lines.setdefault((begin, until, _sentence(material, *ordered[0])), []).extend(ordered)
    made = []
    for (begin, until, _), tellings in lines.items():
        start, end = _moment(begin), _moment(until or begin)
        if start is not None and end is not None:
            ordered = sorted(dict.fromkeys(tellings), key=lambda one: _order(material, *one))
            made.append(Happening(start, end, ordered[0][1].time_precision, tuple(ordered)))
    return tuple(sorted(made, key=lambda one: (one.begin, FINE.index(one.precision), one.until, one.tellings[0][0], one.tellings[0][1].start)))  # fmt: skip


def dated_by_events(material: Material) -> frozenset[str]:
    """Documents that tell of at least one event with its time."""
    return frozenset(document_id for document_id, _ in _dated(material))


def line(material: Material, happening: Happening) -> Sentence:
    """The line: who tells it, in exact words, with how many tell it, and the other tellings beneath."""
    document_id, event = happening.tellings[0]
    first = _sentence(material, document_id, event)
    detail: list[Sentence] = []
    seen = {first.quote}
    others: list[str] = []
    for other, event_of in happening.tellings[1:]:
        span = _sentence(material, other, event_of)
        if span.quote in seen:
            continue
        seen.add(span.quote)
        others.append(other)
        if len(detail) < CITED:
            detail.append(_told(material, other, event_of, span).cite([span], mark="event"))
    roots = {material.root(id) for id, _ in happening.tellings}
    documents = {id for id, _ in happening.tellings}
    if len(documents) > 1:
        text = f"Told in {count(len(documents), 'document')} from {count(len(roots), 'independent root')}."
        detail.append(count_line(text, "events of this kind that reports date to this time", mark="event"))
    told = _told(material, document_id, event, first).cite([first], mark="event", detail=detail)
    return Sentence(
        text=told.text, spans=told.spans, mark=told.mark, detail=told.detail, quoted=told.quoted,
        at=happening.begin, until=happening.until, precision=happening.precision,
    )  # fmt: skip


def _told(material: Material, document_id: str, event: Event, span: Span) -> Line:
    reading = material.readings[document_id]
    if event.attribution is not None and event.attribution < len(reading.attributions):
        speaker = material.named(document_id, reading.attributions[event.attribution])
        return said.report(material, span, speaker=speaker, most=SHORT)
    return said.report(material, span, most=SHORT)


def _dated(material: Material) -> Iterator[tuple[str, Event]]:
    for one in material.documents:
        reading = material.readings.get(one.id)
        for event in reading.events if reading else ():
            if event.time_from and event.time_precision in FINE and event.status in TOLD:
                yield one.id, event


def _order(material: Material, document_id: str, event: Event) -> tuple[object, ...]:
    """Roots before copies, the report's own words before another's, text before headlines, the oldest first."""
    headline = material.headline(document_id)
    return (
        material.relation(document_id) != "original",
        event.attribution is not None,
        headline is not None and event.start < headline.end,
        material.when(document_id),
        document_id,
        event.start,
    )


def _sentence(material: Material, document_id: str, event: Event) -> Span:
    """The sentence that tells the event; where the reader cut none there, the act's own words."""
    for start, end in material.readings[document_id].sentences:
        if start <= event.start < end:
            return material.span(document_id, start, max(end, event.end))
    return material.span(document_id, event.start, event.end)


def _moment(text: str) -> datetime | None:
    """The local time an event was told to be at, for sorting laid into UTC; none where it is no time."""
    try:
        return datetime.fromisoformat(text).replace(tzinfo=UTC)
    except ValueError:
        return None
