"""Spans → triples: which source and which contents belong to which cue.

Nearness, with other cues and paragraph breaks as hurdles; ``bench.links`` tells how often that is right on the spans of
PolNeAR's annotators, where the prices below were chosen.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

Range = tuple[int, int]

ACROSS_CUE = 40
"""Characters that a cue between costs: it has a claim of its own on what stands behind it."""
ACROSS_CONTENT = 25
ACROSS_END = 20
"""Characters that a full stop between costs."""
ACROSS_PARAGRAPH = 400
"""… for a source; for a content, a break right beside the cue ("He went on:") costs ``NEXT_PARAGRAPH``."""
NEXT_PARAGRAPH = 120
CLOSE = 6
"""Cues on either side of a span that may claim it."""
FARTHEST = 400
"""Cost past which two spans do not belong together."""
SHARED = 100
"""Cost up to which a cue without a source of its own takes that of another cue."""
RIGHT_SOURCE = 12
"""What a source behind its cue costs ("said Ann Lee"): it must stand close."""


@dataclass(slots=True)
class Triple:
    """One attribution; ``score`` is the mean of its spans'."""

    source: list[Range] = field(default_factory=list)
    cue: list[Range] = field(default_factory=list)
    content: list[Range] = field(default_factory=list)
    score: float = 1.0


def triples(
    text: str, sources: Sequence[Range], cues: Sequence[Range], contents: Sequence[Range]
) -> list[Triple]:
    """Each source and content goes to the cue it is nearest to; a cue that got none takes the nearest there is.

    All three sorted. A content that no cue can claim is an attribution without one. Time grows with the number of
    spans, since only cues close by are looked at.
    """
    made = [Triple(cue=[cue]) for cue in cues]
    walls = _Walls(cues, contents)
    for kind, spans in (("source", sources), ("content", contents)):
        without = set(range(len(cues)))
        nearest: dict[int, tuple[float, int]] = {}
        for number, span in enumerate(spans):
            costs = [
                (_cost(text, span, cues[k], walls, source=kind == "source"), k) for k in _near(span, cues)
            ]
            for cost, k in costs:
                nearest[k] = min(nearest.get(k, (float(FARTHEST), -1)), (cost, number))
            best = min(costs, default=(float(FARTHEST), -1))
            if best[0] < FARTHEST:
                getattr(made[best[1]], kind).append(span)
                without.discard(best[1])
            elif kind == "content":
                made.append(Triple(content=[span]))
        for k in sorted(without & nearest.keys()):
            cost, number = nearest[k]
            if cost < (SHARED if kind == "source" else FARTHEST):
                getattr(made[k], kind).append(spans[number])
    for one in made:
        one.content.sort()
        if len(one.source) > 1:
            start, end = one.cue[0]
            one.source = [min(one.source, key=lambda s: min(abs(s[0] - end), abs(start - s[1])))]
    return [one for one in made if one.content or (one.source and one.cue)]


def _near(span: Range, cues: Sequence[Range]) -> range:
    """Indexes of the cues close to a span: ``CLOSE`` on either side of its start, and those inside it or behind."""
    left = bisect_left(cues, (span[0], 0))
    right = bisect_left(cues, (span[1], 0))
    return range(max(0, left - CLOSE), min(len(cues), min(right, left + CLOSE) + CLOSE))


class _Walls:
    """Spans that hold others apart, with the price of crossing each."""

    def __init__(self, cues: Sequence[Range], contents: Sequence[Range]) -> None:
        rows = [(s, e, float(ACROSS_CUE)) for s, e in cues]
        rows += [(s, e, float(ACROSS_CONTENT - (e - s))) for s, e in contents]
        self.rows = sorted(rows)
        self.starts = [row[0] for row in self.rows]

    def between(self, start: int, end: int) -> float:
        """Price of all that lie between two offsets."""
        low, high = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return sum(price for _, e, price in self.rows[low:high] if e <= end)


def _cost(text: str, span: Range, cue: Range, walls: _Walls, *, source: bool) -> float:
    left, right = (span, cue) if span[0] < cue[0] else (cue, span)
    if left[1] > right[0]:
        return 0.0
    if right[0] - left[1] > 3 * FARTHEST:
        return float(FARTHEST)
    between = text[left[1] : right[0]]
    cost = float(len(between.strip()))
    if "\n" in between:
        cost += ACROSS_PARAGRAPH if source or between.strip() else NEXT_PARAGRAPH
    cost += ACROSS_END * sum(between.count(mark) for mark in ".!?")
    if source and span[0] > cue[0]:
        cost += RIGHT_SOURCE
    return cost + walls.between(left[1], right[0])
