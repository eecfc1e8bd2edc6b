"""What of a long report is shown to the model: its lead, and the sentences that speak most of the claim."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from rashomon.claim.stance.related import shares
from rashomon.claim.stance.words import Text

Ints = NDArray[np.int64]

LENGTH = 224
"""Pieces shown in all."""
CLAIM = 56
"""… of the claim at most."""
LEAD = 72
"""… of the report's beginning, before sentences are chosen by their words."""
TELLING = 0.15
"""What a sentence that refutes or hedges is worth more, as a share of the claim's words."""
FEATURES = 4
"""Kinds of piece: in a word that claim and report share, or not; inside quote marks, or not."""
_TELLS = re.compile(
    r"\b(?:hoax|fake[ds]?|false\w*|untrue|debunk\w*|den(?:y|ies|ied|ial)|no evidence|not true|rumou?rs?|myth|satir\w+|"
    r"fabricat\w+|bogus|refut\w+|disput\w+|doubt\w*|unconfirmed|unverified|alleged\w*|reportedly|claim(?:s|ed|ing)?|"
    r"confirm\w*|baseless|misleading|incorrect|wrong|mislabel\w+|doctored|photoshop\w*|staged|retract\w*|skeptic\w*|sceptic\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Shown:
    """One pair as the model gets it: three rows of one length."""

    ids: Ints
    kinds: Ints
    """0 for the claim, 1 for the report."""
    features: Ints


def shown(claim: Text, report: Text, weights: Mapping[str, float], tokenizer: Tokenizer) -> Shown:
    """First sign, claim, separator, passages in their order with a separator at each gap, separator."""
    first, last = 101, 102
    head, head_features = _pieces(claim, 0, len(claim.text), report.stems, tokenizer, quotes=False)
    head, head_features = head[:CLAIM], head_features[:CLAIM]
    room = LENGTH - len(head) - 3
    chosen: dict[int, tuple[list[int], list[int]]] = {}

    def take(number: int, most: int) -> int:
        start, end = report.sentences[number]
        ids, features = _pieces(report, start, end, claim.stems, tokenizer, quotes=True)
        chosen[number] = (ids[:most], features[:most])
        return min(len(ids), most)

    used = 0
    for number in range(len(report.sentences)):
        if used >= LEAD:
            break
        used += take(number, room - used)
    worth = shares(weights, report)
    told = {
        number: worth.get(number, 0.0) + TELLING * bool(_TELLS.search(report.text, *report.sentences[number]))
        for number in _candidates(worth, len(report.sentences))
        if number not in chosen
    }
    for number in sorted(told, key=lambda n: (-told[n], n)):
        if room - used < 8:
            break
        used += take(number, room - used - 1) + 1
    ids = [first, *head, last]
    features = [0, *head_features, 0]
    split = len(ids)
    before = -1
    for number in sorted(chosen):
        if before >= 0 and number != before + 1:
            ids.append(last)
            features.append(0)
        ids += chosen[number][0]
        features += chosen[number][1]
        before = number
    ids = [*ids[: LENGTH - 1], last]
    features = [*features[: LENGTH - 1], 0]
    kinds = [0] * split + [1] * (len(ids) - split)
    return Shown(*(np.asarray(row, dtype=np.int64) for row in (ids, kinds, features)))


def _candidates(worth: Mapping[int, float], count: int) -> set[int]:
    """The sentences that share a word with the claim and their neighbours; the first ones, where there are few."""
    best = sorted(worth, key=lambda n: (-worth[n], n))[:_LOOKED_AT]
    near = {n + step for n in best for step in (-1, 0, 1)}
    return {n for n in near | set(range(12)) if 0 <= n < count}


_LOOKED_AT = 60


def _pieces(
    text: Text, start: int, end: int, other: frozenset[str], tokenizer: Tokenizer, *, quotes: bool
) -> tuple[list[int], list[int]]:
    if end - start > _FARTHEST:
        end = start + _FARTHEST
    encoded = tokenizer.encode(text.text[start:end], add_special_tokens=False)
    marks = bytearray(end - start + 1)
    for one in text.within(start, end):
        if one.stem in other:
            marks[one.start - start : one.end - start] = b"\1" * (one.end - one.start)
    if quotes:
        for a, b in text.quoted_within(start, end):
            for at in range(max(a, start) - start, min(b, end) - start):
                marks[at] |= 2
    return encoded.ids, [marks[a] for a, _ in encoded.offsets]


_FARTHEST = 2_000
"""Characters of a claim that are looked at: more cannot be shown."""
