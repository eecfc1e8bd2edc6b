"""What is usual on a day, and how odd it would be to see so much if nothing had changed.

Counts of independent reports are small and clumped, so a normal curve (the plain z-score) is wrong for them: level and season are
taken from counts clipped around the median of their weekday, and oddness from the tail of a negative binomial whose spread has two
parts: how clumped the days were, and how little is known of the level (Gamma prior of three weeks; Noufaily et al. 2013 and
Höhle & Paul 2008 treat the like for counts of illness). Change points by the generalised likelihood ratio over the last two weeks.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.special import betainc

Numbers = npt.NDArray[np.float64]

PRIOR_DAYS = 21.0
"""Weight of the writer's own guess, in days."""
GAP = 7
"""Last days that are not taken for usual: a rise must not hide itself."""
LOOK_BACK = 14
"""Days among which a change point is looked for."""
TRIALS = 4.0
"""Two overlapping windows and a change point are looked at, together about as many as this many independent looks at a tail:
``python -m bench.watch`` prints the false alarms that come of it."""
CLIP = 3.0
"""Spreads above its weekday's median to which a day is clipped, so that a past crisis does not make the next one usual."""


@dataclass(frozen=True, slots=True)
class Usual:
    """Level per unit of exposure, its season by weekday (Monday 0), and the spread of days around it."""

    level: float
    season: tuple[float, ...]
    clump: float
    """Variance over mean², beyond Poisson, from day to day."""
    unsure: float
    """The same for what is not known of the level; one and the same for all days."""
    days: int

    def mean(self, weekday: int, exposure: float) -> float:
        return self.level * self.season[weekday] * exposure


@dataclass(frozen=True, slots=True)
class Odd:
    """The oddest of the windows looked at."""

    tail: float
    count: float
    expected: float
    days: int
    """Days in the window, ending with the day judged."""


def usual(counts: Numbers, exposure: Numbers, weekdays: npt.NDArray[Any], guess: float) -> Usual:
    """From past days; those without exposure (nobody reported) are missing, not zero."""
    there = exposure > 0
    y, e, w = counts[there], exposure[there], weekdays[there]
    clipped = _clipped(y / e, w, guess) * e if len(y) else y
    total, seen = float(clipped.sum()), float(e.sum())
    level = (guess * PRIOR_DAYS + total) / (PRIOR_DAYS + seen)
    at = np.bincount(w, weights=clipped, minlength=7)
    of = np.bincount(w, weights=e, minlength=7)
    season = (at + 4 * level) / (level * (of + 4))
    mean = level * season[w] * e
    square = float((mean**2).sum())
    clump = max(0.0, float(((clipped - mean) ** 2 - mean).sum()) / square) if square > 0 else 0.0
    return Usual(level, tuple(season.tolist()), clump, 1.0 / (max(guess * PRIOR_DAYS, 1.0) + total), len(y))


def _clipped(rate: Numbers, weekdays: npt.NDArray[Any], guess: float) -> Numbers:
    middle = np.full(7, np.median(rate))
    for day in range(7):
        own = rate[weekdays == day]
        if len(own) >= 4:
            middle[day] = np.median(own)
    around = middle[weekdays]
    spread = 1.4826 * float(np.median(np.abs(rate - around)))
    floor = np.sqrt(np.maximum(around, max(guess, 0.45)))
    clipped: Numbers = np.minimum(rate, around + CLIP * np.maximum(spread, floor))
    return clipped


def tail(count: float, mean: float, spread: float) -> float:
    """P(Y >= count) of a negative binomial with this mean and variance ``mean + spread * mean²``."""
    if count <= 0:
        return 1.0
    if mean <= 0:
        return 0.0
    size = 1.0 / max(spread, 1e-6)
    return float(betainc(count, size, mean / (mean + size)))


def nothing(mean: float, spread: float) -> float:
    """P(Y = 0) of the same."""
    size = 1.0 / max(spread, 1e-6)
    return math.exp(-size * math.log1p(mean / size))


def odd(counts: Numbers, means: Numbers, one: Usual, window: int) -> Odd:
    """The day, the window, and the time since the likeliest change point: the oddest of them, its tail for so many looks.

    ``counts`` and ``means`` are of the last days, the day judged last; at least ``window`` of them.
    """
    best = Odd(1.0, float(counts[-1]), float(means[-1]), 1)
    for days in sorted({1, window, changed(counts, means, one)}):
        if not 0 < days <= len(counts):
            continue
        count, mean = float(counts[-days:].sum()), float(means[-days:].sum())
        if mean <= 0:
            continue
        spread = one.unsure + one.clump * float((means[-days:] ** 2).sum()) / mean**2
        p = min(1.0, TRIALS * tail(count, mean, spread))
        if p < best.tail:
            best = Odd(p, count, mean, days)
    return best


def changed(counts: Numbers, means: Numbers, one: Usual) -> int:
    """Days since the likeliest change to a higher level, the day judged counted; 0 where none is likelier than no change."""
    best, days = 0.0, 0
    for back in range(1, min(LOOK_BACK, len(counts)) + 1):
        y, m = float(counts[-back:].sum()), float(means[-back:].sum())
        if y <= m or m <= 0:
            continue
        gain = (y * math.log(y / m) - (y - m)) / (1.0 + one.clump * m / back)
        if gain > best:
            best, days = gain, back
    return days
