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
    """What one text keeps of another in other words. All shares are 0…1 and of ``one``."""

    words: float
    """Telling words that stand in the sentences of the other which keep most of each sentence."""
    plain: float
    """The same without names and numbers, which any report of the happening shares."""
    names: float
    numbers: float
    order: float
    """Share of neighbouring sentences whose likest sentences in the other follow each other too."""
    new_names: int
    new_numbers: int
    length: float
    """Words of one for each word of the other."""


def retold(one: Trace, other: Trace, *, across: bool = False) -> Retold:
    """Compare sentence by sentence; ``across`` compares by what words keep in another script."""
    mine = one.bones if across else one.stems
    theirs = other.bones if across else other.stems
    words, order = _best(one, other, mine, theirs, np.ones(one.size, dtype=bool))
    plain, _ = _best(one, other, mine, theirs, ~(one.names | one.numbers))
    own_names, their_names = _distinct(one.bones, one.names), np.unique(other.bones)
    own_numbers, their_numbers = _distinct(one.bones, one.numbers), _distinct(other.bones, other.numbers)
    new_names = int(np.count_nonzero(~np.isin(own_names, their_names)))
    new_numbers = int(np.count_nonzero(~np.isin(own_numbers, their_numbers)))
    return Retold(
        words=words,
        plain=plain,
        names=1 - new_names / len(own_names) if len(own_names) else 1.0,
        numbers=1 - new_numbers / len(own_numbers) if len(own_numbers) else 1.0,
        order=order,
        new_names=new_names,
        new_numbers=new_numbers,
        length=one.size / max(other.size, 1),
    )


def _distinct(values: npt.NDArray[np.uint64], flags: Flags) -> npt.NDArray[np.uint64]:
    return np.unique(values[flags & (values != 0)])


def _best(
    one: Trace,
    other: Trace,
    mine: npt.NDArray[np.uint64],
    theirs: npt.NDArray[np.uint64],
    use: Flags,
) -> tuple[float, float]:
    """Mean share of a sentence's words in its best partner, by words; and how often partners keep the order."""
    own = (mine != 0) & use & (one.sentences < SENTENCES)
    near = (theirs != 0) & (other.sentences < SENTENCES)
    if not own.any() or not near.any():
        return 0.0, 0.0
    _, place = np.unique(np.concatenate((mine[own], theirs[near])), return_inverse=True)
    width = int(place.max()) + 1
    left = np.zeros((int(one.sentences[own].max()) + 1, width), dtype=np.float32)
    right = np.zeros((int(other.sentences[near].max()) + 1, width), dtype=np.float32)
    count = int(own.sum())
    left[one.sentences[own], place[:count]] = 1
    right[other.sentences[near], place[count:]] = 1
    if len(right) > 1:
        # A sentence may be drawn together from two neighbours.
        right = np.concatenate((right, np.maximum(right[:-1], right[1:])))
    common = left @ right.T
    sizes = left.sum(axis=1)
    best = common.max(axis=1)
    partner = common.argmax(axis=1) % int(other.sentences[near].max() + 1)
    used = sizes > 0
    follow = np.diff(partner[used])
    order = float(np.mean((follow >= 0) & (follow <= 2))) if len(follow) else 1.0
    return float(best[used].sum() / sizes[used].sum()), order
