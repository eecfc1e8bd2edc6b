"""Text → word pieces with exact offsets, and what the lower-cased pieces lose: capitals, quote marks, paragraphs.

A document is one row of pieces. Between two paragraphs stands a separator that belongs to no character, so that the
model sees where a paragraph ends and what stood before it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from rashomon.read.quotes import paragraphs

Ints = NDArray[np.int64]

SHAPES = 8
"""Kinds of piece by their letters: see ``_shape``."""
QUOTED = 3
"""Outside a quotation; inside one; on a mark."""
FEATURES = SHAPES * QUOTED

_OPENING = "“«„‹「『"
_CLOSING = "”»›」』"


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of one text: four arrays of one length. A separator has ``starts == ends``."""

    ids: Ints
    features: Ints
    """``shape * QUOTED + quoted``, below ``FEATURES``."""
    starts: Ints
    ends: Ints

    def __len__(self) -> int:
        return len(self.ids)


def pieces(text: str, tokenizer: Tokenizer) -> Pieces:
    """Word pieces of a text. Offsets are code points; pieces never overlap and stand in order."""
    spans = paragraphs(text)
    separator: int = next(i for s in ("[SEP]", "</s>") if (i := tokenizer.token_to_id(s)) is not None)
    encoded = tokenizer.encode_batch([text[s:e] for s, e in spans], add_special_tokens=False)
    ids: list[int] = []
    features: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    for (start, end), one in zip(spans, encoded, strict=True):
        if ids:
            ids.append(separator)
            features.append(0)
            starts.append(start)
            ends.append(start)
        inside = quotation(text, start, end)
        ids += one.ids
        for a, b in one.offsets:
            starts.append(start + a)
            ends.append(start + b)
            features.append(_shape(text, start + a, start + b) * QUOTED + inside[a])
    return Pieces(*(np.asarray(x, dtype=np.int64) for x in (ids, features, starts, ends)))


def _shape(text: str, start: int, end: int) -> int:
    """0 separator or other, 1 lower case, 2 Capital, 3 CAPITALS, 4 digits, 5 opening mark, 6 closing mark, 7 other mark."""
    first = text[start:end]
    if not first:
        return 0
    sign = first[0]
    if sign.isalpha():
        if not sign.isupper():
            return 1
        return 3 if len(first) > 1 and first.isupper() else 2
    if sign.isdigit():
        return 4
    if sign in _OPENING:
        return 5
    if sign in _CLOSING:
        return 6
    if sign == '"' or (sign in "'‘’" and len(first) == 1):
        before = text[start - 1 : start]
        return 5 if not before or before.isspace() or before in "([—–-" else 6
    return 7


def quotation(text: str, start: int, end: int) -> list[int]:
    """For each character of a paragraph: 0 outside double quote marks, 1 inside, 2 on a mark.

    A straight mark opens after a blank and closes otherwise; an opening mark left open counts to the paragraph's
    end, as in a quotation that goes on in the next.
    """
    out = [0] * (end - start + 1)
    state = 0
    for at in range(start, end):
        sign = text[at]
        if sign in _OPENING:
            state = 1
            out[at - start] = 2
        elif sign in _CLOSING:
            state = 0
            out[at - start] = 2
        elif sign == '"':
            before = text[at - 1] if at > start else " "
            state = 1 if not state and (before.isspace() or before in "([—–-'‘") else 1 - state
            out[at - start] = 2
        else:
            out[at - start] = state
    return out
