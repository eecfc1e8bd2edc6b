"""Which documents to compare: those that share prints. The cost grows with the documents, not with their pairs.

Documents come in a fixed order, oldest first. Of all that hold one print only the first few are partners of the others,
so 50,000 copies of a post make 50,000 times a few pairs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rashomon.group.letters import Numbers, Places

FIRST = 5
"""Holders of a print, the first in order, that all later holders of it are paired with."""
CHUNK = 4_096
"""Documents whose pairs are held in memory at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Pairs of document numbers, the earlier first, with how many prints they share."""

    earlier: Places
    later: Places
    shared: Places

    def only(self, good: npt.NDArray[np.bool_]) -> Pairs:
        return Pairs(earlier=self.earlier[good], later=self.later[good], shared=self.shared[good])

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


Keep = Callable[[Pairs], npt.NDArray[np.bool_]]


def pairs(
    prints: Sequence[npt.NDArray[np.unsignedinteger]], keep: Keep, most: int, camps: Places | None = None
) -> Pairs:
    """Pairs that share a print with one of its first holders: of each document's those that ``keep`` lets through, and of these
    the ``most`` that share most, as ``Pairs.of_the_later`` has it.

    With ``camps`` (a number for each document) only pairs of two camps are made, and the first holders are taken from
    each camp: a text in one language is found though many in another came before.
    """
    if camps is not None:
        found = _counted(_across_camps(prints, camps), len(prints))
        return found.only(keep(found)).of_the_later(most)
    holders = _Holders(prints)
    made = []
    for low in range(0, len(prints), CHUNK):
        found = _counted(holders.of(low, low + CHUNK), len(prints))
        made.append(found.only(keep(found)).of_the_later(most))
    return Pairs(
        earlier=np.concatenate([_NOBODY, *(one.earlier for one in made)]),
        later=np.concatenate([_NOBODY, *(one.later for one in made)]),
        shared=np.concatenate([_NOBODY, *(one.shared for one in made)]),
    )


_NOBODY: Places = np.zeros(0, dtype=np.int64)


def _counted(codes: Places, total: int) -> Pairs:
    """From codes ``earlier * total + later``, one for each print that two share."""
    code, shared = np.unique(codes, return_counts=True)
    return Pairs(earlier=code // max(total, 1), later=code % max(total, 1), shared=shared)


class _Holders:
    """Who holds each print, in order; twelve bytes for each print of a document."""

    def __init__(self, prints: Sequence[npt.NDArray[np.unsignedinteger]]) -> None:
        self._total = len(prints)
        sizes = np.array([len(one) for one in prints], dtype=np.int64)
        self._starts = np.concatenate(([0], np.cumsum(sizes)))
        keys = np.concatenate(prints) if self._total else np.zeros(0, dtype=np.uint64)
        order = np.argsort(keys, kind="stable")
        self._begins = _runs(keys[order])[0].astype(np.int32)
        self._owners = np.repeat(np.arange(self._total, dtype=np.int32), sizes)[order]
        self._places = np.empty(len(keys), dtype=np.int32)
        self._places[order] = np.arange(len(keys), dtype=np.int32)

    def of(self, low: int, high: int) -> Places:
        """Codes of the pairs whose later document is one of these: it with the first holders of each of its prints."""
        high = min(high, self._total)
        places = self._places[self._starts[low] : self._starts[high]]
        begins, later = self._begins[places], self._owners[places].astype(np.int64)
        made = []
        for step in range(FIRST):
            far = np.flatnonzero(places - begins > step)
            made.append(self._owners[begins[far] + step].astype(np.int64) * self._total + later[far])
        return np.concatenate(made)


def _across_camps(prints: Sequence[npt.NDArray[np.unsignedinteger]], camps: Places) -> Places:
    total = len(prints)
    owners = np.repeat(np.arange(total, dtype=np.int64), [len(one) for one in prints])
    keys = np.concatenate(prints) if total else np.zeros(0, dtype=np.uint64)
    made = [_NOBODY]
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
