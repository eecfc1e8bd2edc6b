"""Examples → rows of one length, and batches of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from rashomon.read.neural.labels import NAMES, ROLES
from rashomon.read.neural.pieces import Pieces, pieces
from training.attribution.corpus import Example

NOTHING = -100
EDGE = 12
"""Pieces at a cut edge that are not learnt from: too little context."""


@dataclass(frozen=True, slots=True)
class Row:
    """An example in pieces, with a label for each (``NOTHING`` where none is known) and a teacher's scores, if any."""

    example: Example
    pieces: Pieces
    roles: NDArray[np.int64]
    names: NDArray[np.int64]


def row(example: Example, tokenizer: Tokenizer, names: Sequence[tuple[str, int, int]] | None) -> Row:
    """Pieces and labels of one example. ``names``: kind, start, end of each name, or ``None`` if not known."""
    cut = pieces(example.text, tokenizer)
    known = example.spans is not None
    roles = np.full(len(cut), 0 if known else NOTHING, dtype=np.int64)
    for role, (start, end) in example.spans or ():
        _mark(roles, cut, start, end, 1 + 2 * ROLES.index(role))
    called = np.full(len(cut), 0 if names is not None else NOTHING, dtype=np.int64)
    for kind, start, end in names or ():
        _mark(called, cut, start, end, 1 + 2 * NAMES.index(kind))
    return Row(example, cut, roles, called)


def _mark(labels: NDArray[np.int64], cut: Pieces, start: int, end: int, begin: int) -> None:
    first = int(np.searchsorted(cut.ends, start, side="right"))
    last = int(np.searchsorted(cut.starts, end, side="left"))
    if first < last:
        labels[first] = begin
        labels[first + 1 : last] = begin + 1


@dataclass(frozen=True, slots=True)
class Batch:
    ids: Tensor
    features: Tensor
    mask: Tensor
    roles: Tensor
    names: Tensor
    soft: Tensor | None


def batches(
    rows: Sequence[Row], *, pieces: int, length: int, seed: int
) -> list[tuple[tuple[int, int, int], ...]]:
    """An epoch's plan: batches of (row, start, end), cut at a random offset, shuffled.

    A batch holds about ``pieces`` pieces, a cut at most ``length``.
    """
    rng = np.random.default_rng(seed)
    cuts: list[tuple[int, int, int]] = []
    for number, one in enumerate(rows):
        count = len(one.pieces)
        at = 0
        first = int(rng.integers(length // 3, length + 1))
        while at < count:
            end = min(count, at + (first if at == 0 and count > length else length))
            cuts.append((number, at, end))
            if end == count:
                break
            at = max(at + 1, end - 2 * EDGE)
    # Similar lengths together, to spare padding.
    order = rng.permutation(len(cuts))
    cuts = [cuts[k] for k in order]
    cuts.sort(key=lambda c: (c[2] - c[1]) // 16)
    made: list[tuple[tuple[int, int, int], ...]] = []
    at = 0
    while at < len(cuts):
        size = max(1, pieces // (cuts[at][2] - cuts[at][1] + 16))
        made.append(tuple(cuts[at : at + size]))
        at += size
    return [made[k] for k in rng.permutation(len(made))]


def batch(
    rows: Sequence[Row],
    plan: Sequence[tuple[int, int, int]],
    bounds: tuple[int, int, int],
    soft: Sequence[NDArray[np.float16]] | None = None,
) -> Batch:
    """The tensors of one planned batch."""
    first, last, pad = bounds
    length = max(end - start for _, start, end in plan) + 2
    shape = (len(plan), length)
    ids = np.full(shape, pad, dtype=np.int64)
    features = np.zeros(shape, dtype=np.int64)
    mask = np.zeros(shape, dtype=np.int64)
    roles = np.full(shape, NOTHING, dtype=np.int64)
    names = np.full(shape, NOTHING, dtype=np.int64)
    taught = None if soft is None else np.full((*shape, soft[0].shape[1]), np.nan, dtype=np.float32)
    for k, (number, start, end) in enumerate(plan):
        one = rows[number]
        n = end - start
        ids[k, 0], ids[k, n + 1] = first, last
        ids[k, 1 : n + 1] = one.pieces.ids[start:end]
        features[k, 1 : n + 1] = one.pieces.features[start:end]
        mask[k, : n + 2] = 1
        a = 0 if start == 0 else EDGE
        b = n if end == len(one.pieces) else n - EDGE
        roles[k, 1 + a : 1 + b] = one.roles[start + a : start + b]
        names[k, 1 + a : 1 + b] = one.names[start + a : start + b]
        if taught is not None and soft is not None:
            taught[k, 1 + a : 1 + b] = soft[number][start + a : start + b]
    return Batch(
        *(torch.from_numpy(x) for x in (ids, features, mask, roles, names)),
        soft=None if taught is None else torch.from_numpy(taught),
    )


def rows_of(
    examples: Iterator[Example],
    tokenizer: Tokenizer,
    names: dict[str, list[tuple[str, int, int]]],
) -> list[Row]:
    return [row(one, tokenizer, names.get(one.name)) for one in examples]
