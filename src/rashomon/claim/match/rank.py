"""Candidates in order, each with the probability that it is meant: a table of weights, fitted by training/likeness."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rashomon.claim.match.features import NAMES, Floats
from rashomon.claim.match.index import Candidate

WEIGHTS = {
    "meaning": 8.77,
    "headed": 1.65,
    "either": 7.56,
    "behind": -3.9,
    "words": 3.09,
    "across": 3.0,
    "claim_told": 1.26,
    "all_told": 1.29,
    "query_told": 8.47,
    "names_told": -0.48,
    "numbers_told": 1.63,
    "numbers_differ": -0.03,
    "poster_named": -0.87,
    "run": 3.59,
    "short": -13.15,
}
"""What each feature (features.py) adds to a candidate's points."""
SURE = (0.8, -12.0)
"""Slope and offset that turn points into a probability."""
_POINTS = np.asarray([WEIGHTS[name] for name in NAMES])


def ranked(found: Sequence[Candidate], rows: Floats) -> list[tuple[float, int]]:
    """(probability, place among the candidates), the likeliest first; equals by the candidates' own order."""
    points = rows @ _POINTS
    slope, offset = SURE
    chances = 1 / (1 + np.exp(-np.clip(slope * points + offset, -30, 30)))
    order = np.lexsort((np.arange(len(found)), -points))
    return [(float(chances[n]), int(n)) for n in order]
