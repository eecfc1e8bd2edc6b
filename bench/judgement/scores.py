"""How good probabilities are against what was true: Brier, log score, calibration, and what abstaining costs and gains.

A judge gives for each claim a probability that it is true, or None where it abstains. ``answers`` turns an abstention
into 0.5, so that it is scored (a quarter of a point by Brier): who abstains where others know loses, who abstains where
others are wrong wins. All functions take arrays of equal length: probabilities ``p`` and truths ``y`` (0 or 1).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

CLIP = 0.001
"""The log score takes no probability nearer to 0 or 1 than this, so one claim costs 6.9 at most."""
SHARES = (1.0, 0.9, 0.7, 0.5)
"""Of the claims, at which the Brier score of the surest answers is given."""


def brier(p: Floats, y: Floats) -> float:
    """Mean squared difference (Brier 1950): 0 is perfect, 0.25 is what one gets by always saying 0.5."""
    return float(np.mean((p - y) ** 2))


def log_score(p: Floats, y: Floats) -> float:
    """Mean negative natural logarithm of the probability given to what was so (Good 1952); 0.693 for always 0.5."""
    p = np.clip(p, CLIP, 1 - CLIP)
    return float(-np.mean(np.where(y > 0.5, np.log(p), np.log(1 - p))))


def curve(p: Floats, y: Floats, bins: int = 10) -> list[tuple[float, float, int]]:
    """(mean probability, share true, number) of each bin of equal width that holds anything."""
    place = np.minimum((p * bins).astype(int), bins - 1)
    return [
        (float(p[place == b].mean()), float(y[place == b].mean()), int((place == b).sum()))
        for b in range(bins)
        if (place == b).any()
    ]


def calibration_error(p: Floats, y: Floats, bins: int = 10) -> float:
    """Expected calibration error: the gap of each bin of ``curve``, weighed by its size (Guo et al. 2017)."""
    return sum(abs(said - was) * n for said, was, n in curve(p, y, bins)) / len(p)


def surest(p: Floats, y: Floats, share: float) -> float:
    """Brier score of this share of the claims, those first whose probability is farthest from 0.5."""
    order = np.argsort(-np.abs(p - 0.5), kind="stable")[: max(1, round(share * len(p)))]
    return brier(p[order], y[order])


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One judge on one world. All but ``abstains`` and ``spoken`` count an abstention as 0.5."""

    brier: float
    log: float
    error: float
    """Expected calibration error, of the claims it spoke on."""
    right: float
    """Share on the right side of 0.5; an answer of just 0.5 is half right."""
    surest: tuple[float, ...]
    """Brier at ``SHARES``."""
    abstains: float
    """Share of the claims."""
    spoken: float
    """Brier of the claims it spoke on."""
    p: Floats
    y: Floats


def answers(given: Mapping[str, float | None], claims: Sequence[str]) -> tuple[Floats, NDArray[np.bool_]]:
    """Probabilities in the order of the claims, 0.5 for an abstention, and which of them were spoken."""
    said = [given.get(one) for one in claims]
    spoke = np.array([one is not None for one in said], dtype=bool)
    p = np.array([0.5 if one is None else one for one in said], dtype=float)
    if not ((p >= 0) & (p <= 1)).all():
        raise ValueError("a judge gave something that is no probability")
    return p, spoke


def score(given: Mapping[str, float | None], truth: Mapping[str, bool], claims: Sequence[str]) -> Score:
    """Score one judge's answers on these claims."""
    p, spoke = answers(given, claims)
    y = np.array([float(truth[one]) for one in claims])
    right = np.where(p == 0.5, 0.5, (p > 0.5) == (y > 0.5))
    some = bool(spoke.any())
    return Score(
        brier=brier(p, y),
        log=log_score(p, y),
        error=calibration_error(p[spoke], y[spoke]) if some else 0.0,
        right=float(right.mean()),
        surest=tuple(surest(p, y, share) for share in SHARES),
        abstains=float(1 - spoke.mean()),
        spoken=brier(p[spoke], y[spoke]) if some else 0.25,
        p=p,
        y=y,
    )
