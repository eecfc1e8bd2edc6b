"""How much two reports speak of one happening: words, names, and how near in time."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from rashomon.group.words import Look

NEAR = 3.0
"""Days between two reports that cost nothing: a story's first days."""
FADE = 30.0
"""Days over which the part of the likeness that time can take falls to 1/e."""
FLOOR = 0.5
"""The part that time cannot take: dates of pages are often those of a later edit or of the fetch. With 0 the 29
events of development give B-cubed F1 93, with 0.5 99, with 1 (no dates at all) 98."""
FOREIGN = 1.25
"""Across languages only names and numbers can meet; their cosine counts this much more."""
NAME_WEIGHT = 1.2
"""A name tells more of an event than another word as rare."""
LEADING = 40
"""Most telling terms of a document that look for candidates."""
COMMON = 200
"""A term in more documents than this brings no candidates (it still counts in the likeness)."""

Vector = dict[str, float]


def vectors(looks: Sequence[Look]) -> list[Vector]:
    """tf-idf vectors of length 1: ``(1 + ln tf) · ln(1 + N / df)``."""
    return _weighted([look.terms for look in looks])


def _weighted(counts: Sequence[Counter[str]]) -> list[Vector]:
    frequency: dict[str, int] = {}
    for count in counts:
        for term in count:
            frequency[term] = frequency.get(term, 0) + 1
    total = len(counts)
    made = []
    for terms in counts:
        vector = {
            term: (1 + math.log(count))
            * math.log(1 + total / frequency[term])
            * (NAME_WEIGHT if term[0] == "@" else 1)
            for term, count in terms.items()
        }
        made.append(_unit(vector))
    return made


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
    return {term: value / length for term, value in vector.items()}


def _dot(a: Vector, b: Vector) -> float:
    if len(a) > len(b):
        a, b = b, a
    return sum(value * b[term] for term, value in a.items() if term in b)


def nearness(a: Look, b: Look) -> float:
    """1 for reports of the same days, falling towards 0; 1 where a date is missing, since missing is no ground."""
    first, second = a.document.published_at, b.document.published_at
    if first is None or second is None:
        return 1.0
    days = abs((first - second).total_seconds()) / 86400
    return FLOOR + (1 - FLOOR) * math.exp(-max(days - NEAR, 0) / FADE)


def likenesses(looks: Sequence[Look]) -> dict[tuple[int, int], float]:
    """Likeness in 0…1 of each pair (indices, smaller first) that shares a telling term."""
    full = vectors(looks)
    names = _weighted([look.bones for look in looks])
    several = len({look.document.language for look in looks if look.document.language}) > 1
    holders: dict[str, list[int]] = {}
    for number, vector in enumerate(full):
        leading = sorted(vector, key=lambda term: (-vector[term], term))[:LEADING]
        for term in (*leading, *(f"~{t}" for t in names[number] if several)):
            holders.setdefault(term, []).append(number)
    found: dict[tuple[int, int], float] = {}
    for numbers in holders.values():
        if len(numbers) > COMMON:
            continue
        for at, a in enumerate(numbers):
            for b in numbers[at + 1 :]:
                if (a, b) not in found:
                    found[a, b] = _likeness(looks[a], looks[b], full[a], full[b], names[a], names[b])
    return found


def _likeness(a: Look, b: Look, full_a: Vector, full_b: Vector, names_a: Vector, names_b: Vector) -> float:
    one, other = a.document.language, b.document.language
    if one and other and one != other:
        near = nearness(a, b)
        return min(1.0, FOREIGN * _dot(names_a, names_b)) * near
    return _dot(full_a, full_b) * nearness(a, b)
