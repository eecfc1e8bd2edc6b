"""What the entity has said, by date, each with its act."""

from __future__ import annotations

from collections import Counter

from rashomon.brief import said, words
from rashomon.brief.phrase import SHORT, count_line
from rashomon.profile.subject import Subject
from rashomon.records import Section, Sentence

MOST = 60
"""Lines printed; the newest are, and the rest is counted."""


def make(subject: Subject) -> Section:
    """The newest last; before them a count of acts."""
    material = subject.material
    every = subject.statements
    if not every:
        return Section(
            key="statements", heading="What it has said", empty=f"Nothing said by {subject.name} was found in {material.size}."
        )  # fmt: skip
    acts = Counter(made.act for _, made in every)
    told = words.listed([f"{act.replace('_', ' ')} {number}" for act, number in acts.most_common()], most=15)
    lines: list[Sentence] = [
        count_line(f"By act: {told}.", f"{len(every)} statements in {material.size}", mark="acts")
    ]
    if len(every) > MOST:
        more = words.count(len(every) - MOST, "earlier statement")
        lines.append(count_line(f"{more} not printed here.", f"{len(every)} found", mark="more"))
    for document_id, made in every[-MOST:]:
        line = said.attribution(material, document_id, made, most=SHORT)
        span = material.span(document_id, made.start, made.end)
        lines.append(line.cite([span], mark=made.act, at=material.by_id[document_id].published_at))
    return Section(key="statements", heading="What it has said", sentences=tuple(lines))
