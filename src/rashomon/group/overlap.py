"""How much of one text stands in another, word for word, and how much of it in other words."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from rashomon.group.trace import Flags, Trace, among, distinct
from rashomon.group.words import SHINGLE

GAP = 3
"""Words between two shared stretches that count with them: a changed number or name is an edit inside a copy."""
COUNTERPART = 0.15
"""Share of a sentence's content words from which it has a counterpart: one in seven, since a retelling exchanges most of
them and yet keeps one or two in each sentence."""
SENTENCES = 400
"""Sentences of a text that are compared one by one; a longer text is told by its first ones and by its shingles."""


def found_in(one: Trace, other: Trace) -> Flags:
    """Which words of ``one`` stand in a shingle that ``other`` has too."""
    covered = np.zeros(one.size, dtype=bool)
    shared = np.flatnonzero(among(one.shingles, np.sort(other.shingles)))
    for step in range(min(SHINGLE, one.size)):
        covered[shared + step] = True
    return covered


def closed(covered: Flags, gap: int = GAP) -> Flags:
    """The same with short gaps between covered stretches covered too."""
    made = covered.copy()
    edges = np.flatnonzero(covered[1:] != covered[:-1]) + 1
    if len(edges) > 1:
        # Gaps lie between an end (covered before) and the next start.
        first = 0 if covered[0] else 1
        for begin, end in zip(edges[first::2].tolist(), edges[first + 1 :: 2].tolist(), strict=False):
            if end - begin <= gap:
                made[begin:end] = True
    return made


def stretches(flags: Flags) -> list[tuple[int, int]]:
    """Runs of true values: (start, end), end exclusive."""
    edge = np.diff(np.concatenate(([0], flags.astype(np.int8), [0])))
    return list(zip(np.flatnonzero(edge == 1).tolist(), np.flatnonzero(edge == -1).tolist(), strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Retold:
    """What one text keeps of another in other words. Shares are 0…1 and of ``one``."""

    words: float
    """Telling words that stand in those sentences of the other which keep most of each sentence."""
    best: npt.NDArray[np.float32]
    """The same for each sentence."""
    sizes: npt.NDArray[np.float32]
    """Distinct telling words of each sentence."""
    order: float
    """Share of neighbouring sentences whose likest sentences in the other follow each other too."""
    own_names: int
    new_names: int
    own_numbers: int
    new_numbers: int
    their_numbers: int


def retold(one: Trace, other: Trace, *, across: bool = False) -> Retold:
    """Compare sentence by sentence; ``across`` compares by what words keep in another script."""
    best, sizes, order = _best(one, other, across=across)
    own_names, own_numbers = _distinct(one, one.names), _distinct(one, one.numbers)
    their_numbers = _distinct(other, other.numbers)
    total = float(sizes.sum())
    return Retold(
        words=float((best * sizes).sum()) / total if total else 0.0,
        best=best,
        sizes=sizes,
        order=order,
        own_names=len(own_names),
        new_names=int(np.count_nonzero(~among(own_names, distinct(other.bones)))),
        own_numbers=len(own_numbers),
        new_numbers=int(np.count_nonzero(~among(own_numbers, their_numbers))),
        their_numbers=len(their_numbers),
    )


def matter(one: Trace, other: Trace, beside: Flags) -> tuple[float, float]:
    """Of a text's content words the share that stand in the likest sentences of the other, and the share that stand in
    sentences without a counterpart; both 0…1.

    Names and numbers do not count: reports of one happening share them, whoever wrote them. Nor do the words ``beside``.
    """
    mine = replace(one, stems=np.where(one.marks | beside, np.uint32(0), one.stems))
    best, sizes, _ = _best(mine, other, across=False)
    total = float(sizes.sum())
    if not total:
        return 1.0, 0.0
    return float((best * sizes).sum()) / total, float(sizes[best < COUNTERPART].sum()) / total


def _distinct(one: Trace, flags: Flags) -> npt.NDArray[np.integer]:
    return distinct(one.bones[flags & (one.bones != 0)])


def _best(
    one: Trace, other: Trace, *, across: bool
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32], float]:
    """For each sentence the share of its telling words in its best partner, and their number; and how often partners
    keep the order."""
    mine = one.bones if across else one.stems
    theirs = other.bones if across else other.stems
    own, near = np.flatnonzero(mine), np.flatnonzero(theirs)
    in_own, in_near = one.sentences[own], other.sentences[near]
    if len(one.sentence_starts) > SENTENCES:
        own, in_own = own[in_own < SENTENCES], in_own[in_own < SENTENCES]
    if len(other.sentence_starts) > SENTENCES:
        near, in_near = near[in_near < SENTENCES], in_near[in_near < SENTENCES]
    if not len(own) or not len(near):
        none = np.zeros(0, dtype=np.float32)
        return none, none, 0.0
    # Columns are the words of the other; a word that it lacks counts in the size of its sentence only.
    known = distinct(theirs[near])
    width = len(known)
    place = np.searchsorted(known, mine[own])
    missing = (place == width) | (known[np.minimum(place, width - 1)] != mine[own])
    left = np.zeros((int(in_own[-1]) + 1, width), dtype=np.float32)
    right = np.zeros((int(in_near[-1]) + 1, width), dtype=np.float32)
    left[in_own[~missing], place[~missing]] = 1
    right[in_near, np.searchsorted(known, theirs[near])] = 1
    fresh = distinct(
        in_own[missing].astype(np.uint64) << np.uint64(32) | mine[own][missing].astype(np.uint64)
    )
    absent = np.bincount((fresh >> np.uint64(32)).astype(np.int64), minlength=len(left)).astype(np.float32)
    rows = len(right)
    if rows > 1:
        # A sentence may be drawn together from two neighbours.
        right = np.concatenate((right, np.maximum(right[:-1], right[1:])))
    common = left @ right.T
    sizes = left.sum(axis=1) + absent
    best = common.max(axis=1) / np.maximum(sizes, 1)
    partner = common[sizes > 0].argmax(axis=1) % rows
    follow = np.diff(partner)
    order = float(np.mean((follow >= 0) & (follow <= 2))) if len(follow) else 1.0
    return best, sizes, order
