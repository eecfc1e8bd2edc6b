"""Ties: those on record, and who is named in the same sentences most often."""

from __future__ import annotations

from collections import Counter

from rashomon.brief import words
from rashomon.brief.phrase import CITED, Line, count_line
from rashomon.link.known import entity_id
from rashomon.link.register import OFFICES
from rashomon.profile.deeds import deeds
from rashomon.profile.sections.offices import term
from rashomon.profile.subject import Subject
from rashomon.records import Section, Sentence, Span

MOST = 12


def make(subject: Subject) -> Section:
    """Ties on record with their dates, what is told to have been done between it and others, then names beside it."""
    material = subject.material
    lines: list[Sentence] = []
    source = subject.entry.source if subject.entry else "the words beside its name"
    terms = subject.entry.tenures if subject.entry else ()
    for t in terms:
        of = material.name(entity_id(t.of)) or t.of.split(":", 1)[1]
        text = f"{words.sentence_case(t.title or OFFICES[t.office])} of {of}: {term(t)}."
        lines.append(count_line(text, source, mark="office"))
    for tie in subject.entity.related:
        if terms and tie.kind == "office_of":
            continue
        if tied := material.name(tie.entity):
            lines.append(
                count_line(f"{words.sentence_case(words.humanise(tie.kind))} {tied}.", source, mark="tie")
            )
    lines += _deeds(subject)
    beside: Counter[str] = Counter()
    where: dict[str, Span] = {}
    roots: dict[str, set[str]] = {}
    for document_id, mention in subject.mentions():
        reading = material.readings[document_id]
        place = next(((s, e) for s, e in reading.sentences if s <= mention.start < e), None)
        if place is None:
            continue
        for other in reading.mentions:
            if place[0] <= other.start < place[1] and other.entity not in ("", subject.entity.id):
                beside[other.entity] += 1
                roots.setdefault(other.entity, set()).add(material.root(document_id))
                where.setdefault(other.entity, material.span(document_id, *place))
    order = sorted(beside, key=lambda id: (-len(roots[id]), -beside[id], id))
    for id in order[:MOST]:
        if name := material.name(id):
            number = words.count(len(roots[id]), "independent root")
            line = Line().say(f"{name}: named in one sentence with {subject.name} in {number}.")
            lines.append(line.cite([where[id]], mark="beside"))
    return Section(
        key="relations",
        heading="Relations",
        sentences=tuple(lines),
        empty="" if lines else f"No tie of {subject.name} is on record or in {material.size}.",
    )


def _deeds(subject: Subject) -> list[Sentence]:
    """A line for each kind of deed told between it and another, with how it is told, when, and where."""
    material = subject.material
    lines: list[Sentence] = []
    for one in deeds(subject.entity.id, material.documents, material.readings):
        name = material.name(one.other)
        if not name or len(lines) >= MOST:
            continue
        actor, target = (subject.name, name) if one.active else (name, subject.name)
        told = ", ".join(f"{status} {count}" for status, count in Counter(one.statuses).most_common())
        days = dict.fromkeys(words.day(day) for day in (one.first, one.last) if day)
        text = f"{one.action.lower()} by {actor}, {target} as its target: told {words.count(len(one.spans), 'time')} ({told})"
        text += f", in reports of {' to '.join(days)}." if days else "."
        line = Line().say(words.sentence_case(text))
        lines.append(line.cite(one.spans[:CITED], mark="deed", at=one.first))
    return lines
