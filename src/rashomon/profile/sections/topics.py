"""What it speaks of, month by month: the words its statements share more than chance would have it."""

from __future__ import annotations

from collections import Counter
from math import log

from rashomon.brief import words
from rashomon.brief.phrase import count_line
from rashomon.claim.sense import sense
from rashomon.profile.subject import Subject
from rashomon.records import Section, Sentence

MOST = 6
"""Words a month."""
LEAST = 2
"""Statements that must have a word."""


def make(subject: Subject) -> Section:
    """A line a month: the words most particular to it among all months (tf-idf over months)."""
    material = subject.material
    months: dict[str, Counter[str]] = {}
    spoken: Counter[str] = Counter()
    shown: dict[str, Counter[str]] = {}
    for document_id, made in subject.statements:
        at = material.by_id[document_id].published_at
        if at is None:
            continue
        month = f"{at:%Y-%m}"
        spoken[month] += 1
        text = material.by_id[document_id].text
        content = " ".join(text[s:e] for s, e in made.content)
        kept = sense(content).deeds
        months.setdefault(month, Counter()).update(kept)
        for word in content.split():
            plain = word.strip(".,;:!?\"'“”‘’«»()").lower()
            for stem in kept:
                if plain.startswith(stem.lstrip("=")):
                    shown.setdefault(stem, Counter())[plain] += 1
    lines: list[Sentence] = []
    for month in sorted(months):
        scores = {
            stem: count * (1 + log(len(months) / sum(stem in other for other in months.values())))
            for stem, count in months[month].items()
            if count >= LEAST
        }
        best = sorted(scores, key=lambda stem: (-scores[stem], stem))[:MOST]
        told = [shown[s].most_common(1)[0][0] if s in shown else s.lstrip("=") for s in best]
        if told:
            number = words.count(spoken[month], "statement")
            lines.append(count_line(f"{month}: {words.listed(told)}.", f"words of {number}", mark="topics"))
    return Section(
        key="topics",
        heading="Topics over time",
        sentences=tuple(lines),
        empty=""
        if lines
        else f"Too few dated statements of {subject.name} in {material.size} to tell topics.",
    )
