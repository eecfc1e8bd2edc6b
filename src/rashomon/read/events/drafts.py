"""Events under way, and the attributions that they lie in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from rashomon.read.events.found import Found, Group
from rashomon.read.events.parties import Roles
from rashomon.read.events.times.calendar import When
from rashomon.records import Attribution, Count


@dataclass(slots=True)
class Draft:
    """An event under way."""

    found: Found
    own: Group | None
    category: str
    mode: str
    status: str
    clause: int
    bounds: tuple[int, int]
    roles: Roles = field(default_factory=Roles)
    attribution: int | None = None
    numbers: list[Count] = field(default_factory=list)
    when: When | None = None


_LOOKED_AT = 64
"""Contents that begin before a place and may hold it: a text nests a few, and a hostile one costs no more."""


class Held:
    """Attributions, to look up the innermost whose content holds a place."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self.attributions = attributions
        self.pieces = sorted((s, e, i) for i, a in enumerate(attributions) for s, e in a.content)
        self.starts = [s for s, _, _ in self.pieces]
        self.longest = max((e - s for s, e, _ in self.pieces), default=0)

        self.cue_ranges = sorted(r for a in attributions for r in a.cue)

    def cues(self, place: int) -> bool:
        """Whether a place lies in the cue of an attribution."""
        k = bisect_right(self.cue_ranges, (place, 1 << 60)) - 1
        return k >= 0 and self.cue_ranges[k][0] <= place < self.cue_ranges[k][1]

    def around(self, place: int) -> int | None:
        best: tuple[int, int] | None = None
        last = bisect_right(self.starts, place) - 1
        for k in range(last, max(-1, last - _LOOKED_AT), -1):
            start, end, i = self.pieces[k]
            if start + self.longest <= place:
                break
            if place < end and (best is None or end - start < best[0]):
                best = (end - start, i)
        return best[1] if best else None
