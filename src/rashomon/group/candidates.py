"""Which documents to compare: those that share prints. The cost grows with the documents, not with their pairs.

Documents come in a fixed order, oldest first. Of all that hold one print only the first few are partners of the others,
so 50,000 copies of a post make 50,000 times a few pairs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rashomon.group.letters import Numbers, Places

FIRST = 5
"""Holders of a print, the first in order, that all later holders of it are paired with."""
AT_ONCE = 8_000_000
"""Prints sorted at a time: bounds memory to about a gigabyte at any number of documents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Pairs of document numbers, the earlier first, with how many prints they share."""

    earlier: Places
    later: Places
    shared: Places

    def of_the_later(self, most: int) -> Pairs:
        """For each later document the ``most`` earlier ones that share most; among equals the earliest."""
        order = np.lexsort((self.earlier, -self.shared, self.later))
        later = self.later[order]
        begins = np.flatnonzero(np.concatenate(([True], later[1:] != later[:-1]))) if len(later) else later
        rank = np.arange(len(later)) - np.repeat(begins, np.diff(np.append(begins, len(later))))
        keep = order[rank < most]
        return Pairs(earlier=self.earlier[keep], later=self.later[keep], shared=self.shared[keep])


class Partners:
    """For each document its partners, those that share most first; two arrays, since a list each would be most of the memory."""

    def __init__(self, some: Pairs, total: int) -> None:
        order = np.lexsort((some.later, some.earlier, -some.shared))
        ends = np.stack((some.later[order], some.earlier[order]), axis=1).ravel()
        order = np.argsort(ends, kind="stable")
        self._starts = np.searchsorted(ends[order], np.arange(total + 1))
        self._others = ends.reshape(-1, 2)[:, ::-1].ravel()[order].astype(np.int32)

    def __getitem__(self, number: int) -> list[int]:
        found: list[int] = self._others[self._starts[number] : self._starts[number + 1]].tolist()
        return found


def pairs(
    prints: Sequence[npt.NDArray[np.unsignedinteger]], camps: npt.NDArray[np.int64] | None = None
) -> Pairs:
    """All pairs that share a print with one of its first holders.

    With ``camps`` (a number for each document) only pairs of two camps are made, and the first holders are taken from
    each camp: a text in one language is found though many in another came before.
    """
    total = len(prints)
    owners = np.repeat(np.arange(total, dtype=np.int64), [len(one) for one in prints])
    keys = np.concatenate(prints) if total else np.zeros(0, dtype=np.uint64)
    parts = 1 + len(keys) // AT_ONCE
    codes: list[Places] = []
    counts: list[Places] = []
    for part in range(parts):
        here = slice(None) if parts == 1 else np.flatnonzero(keys % np.uint64(parts) == part)
        made = _codes(keys[here], owners[here], total, camps)
        code, count = np.unique(made, return_counts=True)
        codes.append(code)
        counts.append(count)
    code, where = np.unique(np.concatenate(codes), return_inverse=True)
    shared = np.bincount(where, weights=np.concatenate(counts), minlength=len(code)).astype(np.int64)
    return Pairs(earlier=code // max(total, 1), later=code % max(total, 1), shared=shared)


def _codes(keys: Numbers, owners: Places, total: int, camps: npt.NDArray[np.int64] | None) -> Places:
    if camps is None:
        order = np.argsort(keys, kind="stable")
        return _with_the_first(keys[order], owners[order], total)
    made = [np.zeros(0, dtype=np.int64)]
    present = np.unique(camps).tolist()
    own = camps[owners]
    for one in present:
        for other in present:
            if one == other:
                continue
            # First holders of one camp, then all holders of the other: numbered so that the camp's come first.
            inside = np.flatnonzero((own == one) | (own == other))
            rank = owners[inside] + np.where(own[inside] == one, 0, total)
            order = inside[np.lexsort((rank, keys[inside]))]
            made.append(_across(keys[order], owners[order], own[order] == one, total))
    return np.concatenate(made)


def _runs(keys: Numbers) -> tuple[Places, Places]:
    """For each place in sorted keys where its run begins, and how far into it the place is."""
    places = np.arange(len(keys), dtype=np.int64)
    new = np.ones(len(keys), dtype=bool)
    new[1:] = keys[1:] != keys[:-1]
    begins = np.maximum.accumulate(np.where(new, places, 0)) if len(keys) else places
    return begins, places - begins


def _with_the_first(keys: Numbers, owners: Places, total: int) -> Places:
    begins, depth = _runs(keys)
    made = []
    for step in range(FIRST):
        later = np.flatnonzero(depth > step)
        made.append(owners[begins[later] + step] * total + owners[later])
    return np.concatenate(made)


def _across(keys: Numbers, owners: Places, first: npt.NDArray[np.bool_], total: int) -> Places:
    begins, _ = _runs(keys)
    made = []
    members = np.flatnonzero(~first)
    for step in range(FIRST):
        holder = begins[members] + step
        good = holder < members
        holder, member = holder[good], members[good]
        good = first[holder]
        a, b = owners[holder[good]], owners[member[good]]
        made.append(np.minimum(a, b) * total + np.maximum(a, b))
    return np.concatenate(made)
