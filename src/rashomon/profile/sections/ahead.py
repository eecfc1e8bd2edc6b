"""Threats, promises, warnings and demands, and what the documents tell later of the same."""

from __future__ import annotations

from rashomon.brief import said
from rashomon.brief.phrase import SHORT, count_line
from rashomon.claim.sense import sense
from rashomon.profile.subject import Subject
from rashomon.records import Attribution, Section, Sentence

ACTS = ("threatens", "promises", "warns", "demands")
SHARED = 0.4
"""Of the words of an announcement, names aside, that a later passage must have to be shown beside it. It tells of the same
matter; whether it fulfils it is for the reader to say."""
LATER = 3
"""Later passages shown with each."""


def make(subject: Subject) -> Section:
    """Each with up to ``LATER`` later passages on the same matter, or the remark that none was found."""
    material = subject.material
    lines: list[Sentence] = []
    own = [(d, a) for d, a in subject.statements if a.act in ACTS and not a.negated]
    every = [(d, a, _words(subject, d, a)) for d, a in material.attributions()]
    for document_id, made in own:
        at = material.by_id[document_id].published_at
        wanted = _words(subject, document_id, made)
        detail: list[Sentence] = []
        for other_id, other, words in every:
            then = material.by_id[other_id].published_at
            if at is None or then is None or then <= at or not wanted:
                continue
            if len(wanted & words) >= max(2, SHARED * len(wanted)) and len(detail) < LATER:
                line = said.attribution(material, other_id, other, most=SHORT)
                span = material.span(other_id, other.start, other.end)
                detail.append(line.cite([span], mark="later", at=then))
        if not detail:
            detail = [
                count_line("Nothing later on this was found.", f"searched in {material.size}", mark="none")
            ]
        line = said.attribution(material, document_id, made, most=SHORT)
        span = material.span(document_id, made.start, made.end)
        lines.append(line.cite([span], mark=made.act, detail=detail, at=at))
    return Section(
        key="ahead",
        heading="Announced, and what came later",
        sentences=tuple(lines),
        empty=""
        if lines
        else f"No threat, promise, warning or demand of {subject.name} was found in {material.size}.",
    )


def _words(subject: Subject, document_id: str, made: Attribution) -> frozenset[str]:
    text = subject.material.by_id[document_id].text
    return sense(" ".join(text[s:e] for s, e in made.content)).deeds
