"""How much of one text stands in another, word for word, and how much of it in other words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

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
    shared = among(one.shingles, _facts(other).shingles).nonzero()[0]
    for step in range(min(SHINGLE, one.size)):
        covered[shared + step] = True
    return covered


def closed(covered: Flags, gap: int = GAP) -> Flags:
    """The same with short gaps between covered stretches covered too."""
    made = covered.copy()
    edges = (covered[1:] != covered[:-1]).nonzero()[0] + 1
    if len(edges) > 1:
        # Gaps lie between an end (covered before) and the next start.
        first = 0 if covered[0] else 1
        for begin, end in zip(edges[first::2].tolist(), edges[first + 1 :: 2].tolist(), strict=False):
            if end - begin <= gap:
                made[begin:end] = True
    return made


def stretches(flags: Flags) -> list[tuple[int, int]]:
    """Runs of true values: (start, end), end exclusive."""
    if not len(flags):
        return []
    edges = ((flags[1:] != flags[:-1]).nonzero()[0] + 1).tolist()
    if flags[0]:
        edges.insert(0, 0)
    if flags[-1]:
        edges.append(len(flags))
    return list(zip(edges[::2], edges[1::2], strict=True))


@dataclass(frozen=True, slots=True)
class _Facts:
    """Distinct numbers of one text, sorted: a text is compared with a dozen others."""

    shingles: npt.NDArray[np.integer]
    bones: npt.NDArray[np.integer]
    names: npt.NDArray[np.integer]
    numbers: npt.NDArray[np.integer]


@lru_cache(maxsize=128)
def _facts(one: Trace) -> _Facts:
    return _Facts(
        np.sort(one.shingles), distinct(one.bones), _distinct(one, one.names), _distinct(one, one.numbers)
    )


@dataclass(frozen=True, slots=True)
class _Words:
    """The telling words of a text's first sentences, and the sentence of each; the same by their places in ``known``."""

    words: npt.NDArray[np.uint32]
    sentences: npt.NDArray[np.integer]
    known: npt.NDArray[np.integer]
    places: npt.NDArray[np.integer]


@lru_cache(maxsize=128)
def _words(one: Trace, across: bool) -> _Words:
    row = one.bones if across else one.stems
    at = row.nonzero()[0]
    within = one.sentences[at]
    if len(one.sentence_starts) > SENTENCES:
        at, within = at[within < SENTENCES], within[within < SENTENCES]
    words = row[at]
    known = distinct(words)
    return _Words(words, within, known, known.searchsorted(words))


def forget() -> None:
    """Let go of what was kept of the texts that were compared last."""
    _facts.cache_clear()
    _words.cache_clear()


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
    own, theirs = _facts(one), _facts(other)
    own_names, own_numbers, their_numbers = own.names, own.numbers, theirs.numbers
    total = float(sizes.sum())
    return Retold(
        words=float((best * sizes).sum()) / total if total else 0.0,
        best=best,
        sizes=sizes,
        order=order,
        own_names=len(own_names),
        new_names=int(np.count_nonzero(~among(own_names, theirs.bones))),
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
    mine, theirs = _words(one, across), _words(other, across)
    if not len(mine.words) or not len(theirs.words):
        none = np.zeros(0, dtype=np.float32)
        return none, none, 0.0
    # Columns are the words of the other; a word that it lacks counts in the size of its sentence only.
    known, in_own = theirs.known, mine.sentences
    width = len(known)
    place = known.searchsorted(mine.known)
    lacking = known[np.minimum(place, width - 1)] != mine.known
    place, missing = place[mine.places], lacking[mine.places]
    held = ~missing
    left = np.zeros((int(in_own[-1]) + 1, width), dtype=np.float32)
    rows = int(theirs.sentences[-1]) + 1
    # A sentence may be drawn together from two neighbours, so each two follow the single ones.
    right = np.zeros((2 * rows - 1, width), dtype=np.float32)
    left[in_own[held], place[held]] = 1
    right[theirs.sentences, theirs.places] = 1
    np.maximum(right[: rows - 1], right[1:rows], out=right[rows:])
    fresh = distinct(
        in_own[missing].astype(np.uint64) << np.uint64(32) | mine.words[missing].astype(np.uint64)
    )
    absent = np.bincount((fresh >> np.uint64(32)).astype(np.int64), minlength=len(left)).astype(np.float32)
    common = left @ right.T
    sizes = left.sum(axis=1) + absent
    best = common.max(axis=1) / np.maximum(sizes, 1)
    partner = common[sizes > 0].argmax(axis=1) % rows
    follow = np.diff(partner)
    order = float(np.mean((follow >= 0) & (follow <= 2))) if len(follow) else 1.0
    return best, sizes, order
