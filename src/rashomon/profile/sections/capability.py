"""For technologies: what is said of capability over time, and who says it."""

from __future__ import annotations

import re

from rashomon.brief import said
from rashomon.brief.phrase import SHORT, Line
from rashomon.profile.subject import Subject
from rashomon.records import Attribution, Section, Sentence

_FIGURE = re.compile(
    r"\d[\d.,]*\s*(?:-|–)?\s*(?:km|kilomet\w+|miles?|metres?|meters?|kg|kilogram\w*|tonnes?|tons?|kt|kilotons?|mph|km/h|Mach|per cent|percent|%|"
    r"GHz|GW|MW|nm|teraflops|parameters|million|billion|км|кг|тонн\w*|процент\w*|відсотк\w*)|\bMach\s?\d",
    re.IGNORECASE,
)
_ABLE = re.compile(
    r"\b(?:capab\w+|range|reach\w*|intercept\w*|accura\w+|evad\w*|payload|warhead|speed|stealth\w*|jam\w*|carry\w*|yield|dalnost\w*|дальност\w*|"
    r"скорост\w*|швидкіст\w*|боеголов\w*|боєголов\w*|перехват\w*|перехопл\w*)\b",
    re.IGNORECASE,
)
MOST = 40


def make(subject: Subject) -> Section | None:
    """Only for technologies: sentences that name it with a figure or a word of capability, by time."""
    if subject.entity.kind != "technology":
        return None
    material = subject.material
    lines: list[Sentence] = []
    seen: set[tuple[str, int]] = set()
    for document_id, mention in subject.mentions():
        reading = material.readings[document_id]
        text = material.by_id[document_id].text
        place = next(((s, e) for s, e in reading.sentences if s <= mention.start < e), None)
        if place is None or (document_id, place[0]) in seen or len(lines) >= MOST:
            continue
        words = text[slice(*place)]
        if not (_FIGURE.search(words) or _ABLE.search(words)):
            continue
        seen.add((document_id, place[0]))
        at = material.by_id[document_id].published_at
        teller = _teller(reading.attributions, *place, mention.start)
        if teller is not None:
            line = said.attribution(material, document_id, teller, most=SHORT)
            span = material.span(document_id, teller.start, teller.end)
        else:
            span = material.span(document_id, *place)
            line = (
                Line()
                .say(f"{material.outlet(document_id)} itself says: ")
                .quote([span.quote], own=False, most=SHORT)
                .stop()
            )
        lines.append(line.cite([span], mark="capability", at=at))
    return Section(
        key="capability",
        heading="What is said of its capability",
        sentences=tuple(lines),
        empty=""
        if lines
        else f"No figure or word of capability stands beside {subject.name} in {material.size}.",
    )


def _teller(attributions: tuple[Attribution, ...], start: int, end: int, at: int) -> Attribution | None:
    """The innermost attribution whose content holds the name."""
    holding = [
        (sum(e - s for s, e in a.content), k)
        for k, a in enumerate(attributions)
        if any(s <= at < e for s, e in a.content) and a.start < end and start < a.end
    ]
    return attributions[min(holding)[1]] if holding else None
