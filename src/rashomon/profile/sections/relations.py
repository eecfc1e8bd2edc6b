"""Ties: those on record, and who is named in the same sentences most often."""

from __future__ import annotations

from collections import Counter

from rashomon.brief import words
from rashomon.brief.phrase import Line, count_line
from rashomon.profile.subject import Subject
from rashomon.records import Section, Sentence, Span

MOST = 12


def make(subject: Subject) -> Section:
    """Ties with their kind and ground, then names beside it with one place each."""
    material = subject.material
    lines: list[Sentence] = []
    source = subject.entry.source if subject.entry else "the words beside its name"
    for tie in subject.entity.related:
        if tied := material.name(tie.entity):
            lines.append(
                count_line(f"{words.sentence_case(words.humanise(tie.kind))} {tied}.", source, mark="tie")
            )
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
