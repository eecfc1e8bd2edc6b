"""How much of one text stands in another, word for word, and how much of it in other words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rashomon.group.trace import Flags, Trace
from rashomon.group.words import SHINGLE

GAP = 3
"""Words between two shared stretches that count with them: a changed number or name is an edit inside a copy."""
SENTENCES = 400
"""Sentences of a text that are compared one by one; a longer text is told by its first ones and by its shingles."""


def found_in(one: Trace, other: Trace) -> Flags:
    """Which words of ``one`` stand in a shingle that ``other`` has too."""
    covered = np.zeros(one.size, dtype=bool)
    if not len(one.shingles) or not len(other.unique):
        return covered
    at = np.searchsorted(other.unique, one.shingles)
    at[at == len(other.unique)] = 0
    shared = np.flatnonzero(other.unique[at] == one.shingles)
    for step in range(min(SHINGLE, one.size)):
        covered[shared + step] = True
    return covered


def closed(covered: Flags, gap: int = GAP) -> Flags:
    """The same with short gaps between covered stretches covered too."""
    made = covered.copy()
    for begin, end in stretches(~covered):
        if begin > 0 and end < len(covered) and end - begin <= gap:
            made[begin:end] = True
    return made


def stretches(flags: Flags) -> list[tuple[int, int]]:
    """Runs of true values: (start, end), end exclusive."""
    edge = np.diff(np.concatenate(([0], flags.astype(np.int8), [0])))
    return list(zip(np.flatnonzero(edge == 1).tolist(), np.flatnonzero(edge == -1).tolist(), strict=True))


def jaccard(one: Trace, other: Trace) -> float:
    common = len(np.intersect1d(one.unique, other.unique, assume_unique=True))
    union = len(one.unique) + len(other.unique) - common
    return common / union if union else 0.0


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
    own_names, their_names = _distinct(one.bones, one.names), np.unique(other.bones)
    own_numbers, their_numbers = _distinct(one.bones, one.numbers), _distinct(other.bones, other.numbers)
    total = float(sizes.sum())
    return Retold(
        words=float((best * sizes).sum()) / total if total else 0.0,
        best=best,
        sizes=sizes,
        order=order,
        own_names=len(own_names),
        new_names=int(np.count_nonzero(~np.isin(own_names, their_names))),
        own_numbers=len(own_numbers),
        new_numbers=int(np.count_nonzero(~np.isin(own_numbers, their_numbers))),
        their_numbers=len(their_numbers),
    )


def _distinct(values: npt.NDArray[np.uint64], flags: Flags) -> npt.NDArray[np.uint64]:
    return np.unique(values[flags & (values != 0)])


def _best(
    one: Trace, other: Trace, *, across: bool
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32], float]:
    """For each sentence the share of its telling words in its best partner, and their number; and how often partners
    keep the order."""
    mine = one.bones if across else one.stems
    theirs = other.bones if across else other.stems
    own = (mine != 0) & (one.sentences < SENTENCES)
    near = (theirs != 0) & (other.sentences < SENTENCES)
    if not own.any() or not near.any():
        none = np.zeros(0, dtype=np.float32)
        return none, none, 0.0
    _, place = np.unique(np.concatenate((mine[own], theirs[near])), return_inverse=True)
    width, count = int(place.max()) + 1, int(own.sum())
    left = np.zeros((int(one.sentences[own].max()) + 1, width), dtype=np.float32)
    right = np.zeros((int(other.sentences[near].max()) + 1, width), dtype=np.float32)
    left[one.sentences[own], place[:count]] = 1
    right[other.sentences[near], place[count:]] = 1
    rows = len(right)
    if rows > 1:
        # A sentence may be drawn together from two neighbours.
        right = np.concatenate((right, np.maximum(right[:-1], right[1:])))
    common = left @ right.T
    sizes = left.sum(axis=1)
    best = common.max(axis=1) / np.maximum(sizes, 1)
    partner = common[sizes > 0].argmax(axis=1) % rows
    follow = np.diff(partner)
    order = float(np.mean((follow >= 0) & (follow <= 2))) if len(follow) else 1.0
    return best, sizes, order
