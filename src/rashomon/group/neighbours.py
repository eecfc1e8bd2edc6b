"""Which documents are alike enough to look at together, without comparing all with all.

Each document looks for company by its heaviest terms. Those who hold a term stand in a row in order of time, and each meets the
``WINDOW`` before it and after it. So work goes with the number of documents however common a term is; where a term is rare all
its holders meet, and where it is common those of the same days do. Which pairs meet depends on the set alone, never on the order in
which it came.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rashomon.group.signature import LEADS, SCALE, Signature, many_passages, passages
from rashomon.group.trace import distinct

Nodes = npt.NDArray[np.int32]

WINDOW = 12
"""Holders of a term met on either side."""
BONE_LEADS = 8
"""Names and numbers by which a document looks for company in other languages."""
EDGE = round(0.11 * SCALE * SCALE)
"""Product of two vectors from which two documents are neighbours: a cosine of 0.11. Under it no two single reports are ever joined,
whatever their days. Time is left out, so that this is a whole number."""
CLOSE = round(0.15 * SCALE * SCALE)
"""From here one may be a copy or a part of the other, if passages are shared too; from ``TRANSLATED`` a translation."""
TRANSLATED = round(0.3 * SCALE * SCALE)
SHARED = 0.2
"""Share of the shorter text's passages. Copies share half of all passages or three quarters of the shorter text's."""
CHUNK = 4_096
"""Documents whose pairs are held in memory at a time."""
SHARE = 8
"""When more than one in so many documents is new, all rows are made anew at once, which costs less than one by one."""
_DAY = 86_400.0
_EPOCH = 719_163

Place = tuple[float, str]


@dataclass(frozen=True, slots=True)
class Change:
    """What documents that came did to the graph: pairs of numbers."""

    joined: list[tuple[int, int]]
    parted: list[tuple[int, int]]
    close: list[tuple[int, int]]
    """New pairs so close that one may be a copy of the other."""


class Neighbours:
    """A graph over documents that grows."""

    def __init__(self) -> None:
        self._signatures: list[Signature] = []
        self._places: list[Place] = []
        self._languages: set[str] = set()
        self.close: list[tuple[Nodes, Nodes]] = []
        """After all was made anew: pairs so close that one may be a copy of the other."""
        self._keys = np.zeros(0, dtype=np.uint64)
        self._holders = np.zeros(0, dtype=np.int32)
        self._late: dict[int, list[tuple[Place, int]]] = {}
        """Holders of a key that came after all was made anew, in order of time."""
        self._starts = np.zeros(1, dtype=np.int64)
        self._ends = np.zeros(0, dtype=np.int32)
        self._more: dict[int, set[int]] = {}
        self._less: dict[int, set[int]] = {}

    def __len__(self) -> int:
        return len(self._signatures)

    def add(self, signatures: Sequence[Signature]) -> Change | None:
        """Take documents in, numbered on from those before, and say what changed; None: perhaps everything."""
        before = len(self._signatures)
        self._signatures.extend(signatures)
        self._places.extend(_place(one) for one in signatures)
        spoken = self._languages | {one.language for one in signatures}
        foreign = len(spoken) > 1 >= len(self._languages)
        self._languages = spoken
        if foreign or len(signatures) * SHARE > len(self._signatures):
            self._all_anew()
            return None
        change = Change(joined=[], parted=[], close=[])
        for number in range(before, len(self._signatures)):
            self._one(number, change)
        return change

    def of(self, number: int) -> Iterator[int]:
        """Neighbours of a document."""
        if number + 1 < len(self._starts):
            own = self._ends[self._starts[number] : self._starts[number + 1]].tolist()
            gone = self._less.get(number)
            yield from (other for other in own if not gone or other not in gone)
        yield from self._more.get(number, ())

    def pairs(self) -> tuple[Nodes, Nodes]:
        """All pairs, each in both directions."""
        if not self._more and not self._less:
            begins = np.repeat(np.arange(len(self._starts) - 1, dtype=np.int32), np.diff(self._starts))
            return begins, self._ends
        both = [(a, b) for a in range(len(self)) for b in self.of(a)]
        table = np.array(both, dtype=np.int32).reshape(-1, 2)
        return table[:, 0].copy(), table[:, 1].copy()

    # --- one by one

    def _one(self, number: int, change: Change) -> None:
        signature, place = self._signatures[number], self._places[number]
        met: set[int] = set()
        parted: set[tuple[int, int]] = set()
        for key in _leads(signature, len(self._languages) > 1):
            before, after = self._around(key, place)
            met.update(other for _, other in (*before, *after))
            for step, (_, a) in enumerate(reversed(before), 1):
                far = WINDOW - step  # before this one came they stood WINDOW apart
                if far < len(after):
                    parted.add((a, after[far][1]))
            insort(self._late.setdefault(key, []), (place, number))
        own = _Dot(signature)
        for other in sorted(met):
            product = own.by(self._signatures[other])
            if product >= EDGE:
                self._join(number, other)
                change.joined.append((number, other))
            if product >= CLOSE and self._may_copy(number, other, product):
                change.close.append((number, other))
        for a, b in parted:
            if self._are(a, b) and not self._meet(a, b):
                self._part(a, b)
                change.parted.append((a, b))

    def _early(self, key: int) -> Nodes:
        """Holders of a key as of when all was made anew, in order of time."""
        start, end = self._keys.searchsorted(np.uint64(key)), self._keys.searchsorted(np.uint64(key), "right")
        return self._holders[start:end]

    def _around(self, key: int, place: Place) -> tuple[list[tuple[Place, int]], list[tuple[Place, int]]]:
        """Those who hold a key and stand last before a place, and first after it, in order."""
        early, late = self._early(key), self._late.get(key, [])
        at, late_at = bisect_left(early, place, key=self._places.__getitem__), bisect_left(late, (place, -1))
        before, after = (
            [(self._places[n], n) for n in early[low:high].tolist()]
            for low, high in ((max(0, at - WINDOW), at), (at, at + WINDOW))
        )
        before = sorted(before + late[max(0, late_at - WINDOW) : late_at])
        return before[-WINDOW:], sorted(after + late[late_at : late_at + WINDOW])[:WINDOW]

    def _rank(self, key: int, number: int) -> int:
        """How many holders of a key stand before this one."""
        place = self._places[number]
        return bisect_left(self._early(key), place, key=self._places.__getitem__) + bisect_left(
            self._late.get(key, []), (place, -1)
        )

    def _meet(self, a: int, b: int) -> bool:
        several = len(self._languages) > 1
        shared = set(_leads(self._signatures[a], several)) & set(_leads(self._signatures[b], several))
        return any(abs(self._rank(key, a) - self._rank(key, b)) <= WINDOW for key in shared)

    def _are(self, a: int, b: int) -> bool:
        return b in self._more.get(a, ()) or b in set(self.of(a))

    def _join(self, a: int, b: int) -> None:
        for one, other in ((a, b), (b, a)):
            self._more.setdefault(one, set()).add(other)

    def _part(self, a: int, b: int) -> None:
        for one, other in ((a, b), (b, a)):
            if other in self._more.get(one, ()):
                self._more[one].discard(other)
            else:
                self._less.setdefault(one, set()).add(other)

    def _may_copy(self, a: int, b: int, product: int) -> bool:
        one, other = self._signatures[a], self._signatures[b]
        if one.language != other.language:
            return product >= TRANSLATED
        return passages(one, other) >= SHARED

    # --- all at once

    def _all_anew(self) -> None:
        self._late, self._more, self._less = {}, {}, {}
        count = len(self._signatures)
        several = len(self._languages) > 1
        order = sorted(range(count), key=self._places.__getitem__)
        rank = np.empty(count, dtype=np.int64)
        rank[order] = np.arange(count)
        leads = [np.array(_leads(one, several), dtype=np.uint64) for one in self._signatures]
        nodes = np.repeat(np.arange(count, dtype=np.int32), [len(one) for one in leads])
        keys = np.concatenate(leads) if leads else np.zeros(0, dtype=np.uint64)
        del leads
        sorting = np.lexsort((rank[nodes], keys))
        self._keys, self._holders = keys[sorting], nodes[sorting]
        begins, ends = self._found(rank)
        both = np.concatenate((begins, ends)), np.concatenate((ends, begins))
        sorting = np.lexsort((both[1], both[0]))
        self._ends = both[1][sorting]
        self._starts = np.searchsorted(both[0][sorting], np.arange(count + 1))

    def _found(self, rank: npt.NDArray[np.int64]) -> tuple[Nodes, Nodes]:
        """Neighbours by all rows, each pair once."""
        table = _Table(self._signatures)
        self.close = []
        position = np.argsort(rank[self._holders], kind="stable")
        turns = rank[self._holders][position]
        last = len(self._keys)
        found: list[tuple[Nodes, Nodes]] = []
        for low in range(0, len(self._signatures), CHUNK):
            span = position[np.searchsorted(turns, low) : np.searchsorted(turns, low + CHUNK)]
            pairs = []
            for step in range(1, WINDOW + 1):
                here = span[span + step < last]
                here = here[self._keys[here] == self._keys[here + step]]
                pairs.append(
                    (self._holders[here].astype(np.uint64) << np.uint64(32))
                    | self._holders[here + step].astype(np.uint64)
                )
            met = np.unique(np.concatenate(pairs))
            a, b = (met >> np.uint64(32)).astype(np.int32), (met & np.uint64(0xFFFFFFFF)).astype(np.int32)
            products = table.products(a, b)
            keep = products >= EDGE
            found.append((a[keep], b[keep]))
            same = table.language[a] == table.language[b]
            held = [np.flatnonzero((products >= TRANSLATED) & ~same)]
            near = np.flatnonzero((products >= CLOSE) & same)
            for first in range(0, len(near), CHUNK):
                part = near[first : first + CHUNK]
                held.append(part[many_passages(self._signatures, a[part], b[part]) >= SHARED])
            close = np.concatenate(held)
            self.close.append((a[close], b[close]))
        if not found:
            return np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.int32)
        return np.concatenate([a for a, _ in found]), np.concatenate([b for _, b in found])


def _place(one: Signature) -> Place:
    """Where a document stands in time: by its date, else by the day it tells of, else at the end."""
    if one.at is not None:
        return one.at, one.id
    if one.told.day is not None:
        return (one.told.day - _EPOCH) * _DAY, one.id
    return float("inf"), one.id


def _leads(one: Signature, several: bool) -> list[int]:
    """The keys of the rows a document stands in. A row of terms is of one language, one of bones of all."""
    salt = (hash_of(one.language) & 0x7FFFFFFF) << 32
    rows = [salt | key for key in one.terms[:LEADS].tolist()]
    if several:
        rows += [1 << 63 | key for key in one.bones[:BONE_LEADS].tolist()]
    return list(dict.fromkeys(rows))


def hash_of(language: str) -> int:
    """A number for a language, the same in every run."""
    return int.from_bytes(language.encode()[:3].rjust(3, b"-"), "big")


class _Dot:
    """One document laid out for products with single others."""

    def __init__(self, one: Signature) -> None:
        self._language = one.language
        self._terms = dict(zip(one.terms.tolist(), one.weights.tolist(), strict=True))
        self._bones = dict(zip(one.bones.tolist(), one.bone_weights.tolist(), strict=True))

    def by(self, other: Signature) -> int:
        own, keys, weights = (
            (self._terms, other.terms, other.weights)
            if self._language == other.language
            else (self._bones, other.bones, other.bone_weights)
        )
        return sum(
            own[key] * weight
            for key, weight in zip(keys.tolist(), weights.tolist(), strict=True)
            if key in own
        )


class _Table:
    """All documents laid out for products of many pairs."""

    def __init__(self, signatures: Sequence[Signature]) -> None:
        codes = {language: code for code, language in enumerate(sorted({s.language for s in signatures}))}
        self.language = np.array([codes[one.language] for one in signatures], dtype=np.int16)
        self._terms = _laid([one.terms for one in signatures], [one.weights for one in signatures])
        self._bones = (
            _laid([one.bones for one in signatures], [one.bone_weights for one in signatures])
            if len(codes) > 1
            else self._terms
        )

    def products(self, a: Nodes, b: Nodes) -> npt.NDArray[np.int64]:
        """Of pairs; ``a`` is sorted."""
        same = self.language[a] == self.language[b]
        found = np.zeros(len(a), dtype=np.int64)
        for rows, laid in ((same, self._terms), (~same, self._bones)):
            if rows.any():
                found[rows] = _products(laid, a[rows], b[rows])
        return found


Laid = tuple[npt.NDArray[np.int32], npt.NDArray[np.int16], int]


def _laid(keys: Sequence[npt.NDArray[np.uint32]], weights: Sequence[npt.NDArray[np.int16]]) -> Laid:
    """Terms numbered from 0 in rows of one width; a place beyond the last term with weight 0 where a row is short."""
    width = max((len(one) for one in keys), default=0)
    known = distinct(np.concatenate(keys))
    terms = np.full((len(keys), width), len(known), dtype=np.int32)
    values = np.zeros((len(keys), width), dtype=np.int16)
    # Some at a time: what stands beside the tables meanwhile would be as large as they are.
    for low in range(0, len(keys), CHUNK):
        rows = slice(low, low + CHUNK)
        inside = np.arange(width) < np.array([len(one) for one in keys[rows]])[:, None]
        terms[rows][inside] = known.searchsorted(np.concatenate(keys[rows]))
        values[rows][inside] = np.concatenate(weights[rows])
    return terms, values, len(known)


def _products(laid: Laid, a: Nodes, b: Nodes) -> npt.NDArray[np.int64]:
    terms, values, size = laid
    work = np.zeros(size + 1, dtype=np.int32)
    found = np.empty(len(a), dtype=np.int64)
    edges = np.flatnonzero(np.concatenate(([True], a[1:] != a[:-1], [True])))
    for start, end in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        one = a[start]
        work[terms[one]] = values[one]
        others = b[start:end]
        found[start:end] = np.einsum("ij,ij->i", work[terms[others]], values[others].astype(np.int32))
        work[terms[one]] = 0
    return found
