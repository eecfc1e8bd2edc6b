"""The cheap step: does the report speak of the claim's matter at all? By words in common, rare ones above all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from math import exp, log

from rashomon.claim.stance.words import Text

LEAD = 6
"""Sentences of a report that count as its lead."""
NAMES = (
    "all", "lead", "sentence", "window", "rare", "pairs", "found", "length", "size", "all squared", "window squared",
)  # fmt: skip
"""The features, in order: see ``features``."""


def weigh(claim: Text, idf: Mapping[str, float], most: float) -> dict[str, float]:
    """How rare each stem of a claim is; one on no list is as rare as can be (``most``)."""
    return {one: idf.get(one, most) for one in claim.stems}


def shares(weights: Mapping[str, float], report: Text) -> dict[int, float]:
    """For each sentence of a report that holds any of the words: the share of the claim's weight in it."""
    total = sum(weights.values()) or 1.0
    found: dict[int, float] = {}
    for one, weight in weights.items():
        for number in report.holders.get(one, ()):
            found[number] = found.get(number, 0.0) + weight / total
    return found


def features(claim: Text, report: Text, weights: Mapping[str, float]) -> list[float]:
    """Numbers from 0 to about 3, one for each of ``NAMES``.

    Shares of the claim's weight found in the report, in its lead, in the best sentence, in the best three sentences on
    end; the share when rare words count more; of the claim's word pairs; then how much there was to find, and how long.
    """
    total = sum(weights.values()) or 1.0
    found = {one for one in weights if one in report.stems}
    whole = sum(weights[one] for one in found) / total
    lead = sum(weights[one] for one in found if report.holders[one][0] < LEAD) / total
    by_sentence = shares(weights, report)
    best = max(by_sentence.values(), default=0.0)
    window = 0.0
    for number in by_sentence:
        if number > _FAR:
            continue
        near = {one for one in found if _meets(report.holders[one], number)}
        window = max(window, sum(weights[one] for one in near) / total)
    squares = sum(w * w for w in weights.values()) or 1.0
    rare = sum(weights[one] ** 2 for one in found) / squares
    pairs = len(claim.pairs & report.pairs) / max(1, len(claim.pairs))
    return [
        whole, lead, best, window, rare, pairs, sum(weights[one] for one in found) / 20, log(1 + len(weights)) / 2,
        log(1 + len(report.sentences)) / 3, whole * whole, window * window,
    ]  # fmt: skip


_FAR = 2_000
"""Sentences beyond which no window is looked for: a report that long is a book."""


def _meets(holders: list[int], number: int) -> bool:
    at = bisect_left(holders, number)
    return at < len(holders) and holders[at] <= number + 2


def chance(values: list[float], weights: list[float], offset: float) -> float:
    """Probability that a report with these features speaks of the claim's matter."""
    score = offset + sum(w * v for w, v in zip(weights, values, strict=True))
    return 1 / (1 + exp(-max(-50.0, min(50.0, score))))
