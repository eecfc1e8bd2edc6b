"""What the entity did, and what was done to it, as reports have it: by date, with status, and with who says so."""

from __future__ import annotations

from rashomon.brief import said
from rashomon.brief.phrase import SHORT, Line, count_line
from rashomon.profile.deeds import role
from rashomon.profile.subject import Subject
from rashomon.records import Event, Reading, Section, Sentence

MOST = 40
"""Lines printed; the newest are."""


def make(subject: Subject) -> Section:
    """A line an event: PLOVER's category and mode, its role, status and numbers, cited to the sentence it stands in."""
    material = subject.material
    lines: list[Sentence] = []
    for document in material.documents:
        reading = material.readings.get(document.id)
        for one in reading.events if reading else ():
            if reading and (part := role(reading, one, subject.entity.id)):
                lines.append(_line(subject, document.id, reading, one, part))
    shown = lines[-MOST:]
    if len(lines) > MOST:
        text = f"{len(lines) - MOST} earlier ones not printed here."
        shown.insert(0, count_line(text, f"{len(lines)} events found", mark="more"))
    return Section(
        key="events",
        heading="Events told of it",
        sentences=tuple(shown),
        empty="" if lines else f"No event with {subject.name} in it was read in {material.size}.",
    )


def _line(subject: Subject, document_id: str, reading: Reading, one: Event, role: str) -> Sentence:
    material = subject.material
    document = material.by_id[document_id]
    teller = reading.attributions[one.attribution] if one.attribution is not None else None
    told = f"{one.action}{f' ({one.mode})' if one.mode else ''}, {one.status}; {subject.name} as {role}"
    told += f"; {', '.join(f'{n.kind} {n.text}' for n in one.numbers)}" if one.numbers else ""
    told += f"; dated {one.time_from}" if one.time_from else ""
    detail = [count_line(f"{told}.", "the program's reading of these words", mark="coded")]
    if teller is not None:
        line = said.attribution(material, document_id, teller, most=SHORT)
        span = material.span(document_id, teller.start, teller.end)
    else:
        place = next(((s, e) for s, e in reading.sentences if s <= one.start < e), (one.start, one.end))
        span = material.span(document_id, *place)
        line = Line().say(f"{material.outlet(document_id)} itself tells: ")
        line = line.quote([span.quote], own=False, most=SHORT).stop()
    return line.cite([span], mark=one.action.lower(), detail=detail, at=document.published_at)
