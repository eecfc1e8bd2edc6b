"""Who speaks from one script: sources whose agreement is no second opinion, however many they are.

Four signs, none of which names a party. One camp. Words known to be another's, more often than not. Before anything is known of the claims:
sources that hardly ever differ where others do. And once something is: sources that agree beyond what their records
explain, which for two that are merely good they do not (Dong, Berti-Equille, Srivastava, VLDB 2009, on shared errors).
"""

from __future__ import annotations

import numpy as np

from rashomon.assess.record.coins import Coins
from rashomon.assess.record.table import Bools, Floats, Ints, Table

TOGETHER = 8
"""Claims that both must have spoken on before their agreement says anything."""
ALIKE = 0.92
"""Share of disputed claims on which two agree from which, knowing nothing else, they count as one: in worlds of bench.judgement that were tuned on, two
honest sources of 85 % agree on 70 to 80 %, two of one bloc on 95 and more."""
BEYOND = 3.0
"""Standard deviations above what their records explain …"""
EXCESS = 0.3
"""… and this share of what was left to agree on."""
COPIES = 0.5
"""Share of its words that are another's from which a source is that other's mouth in the rest as well."""
CROWD = 200
"""Of the sources on one claim no more than this are compared with each other: the most talkative."""


def scripts(table: Table, pairs: Pairs, coins: Coins | None = None, true: Floats | None = None) -> Ints:
    """The script of each report, shape (N,). ``true``: how probable each claim is, shape (C,), where that is known with ``coins``."""
    size = len(table.sources)
    joined = list(_mouths(table))
    if len(pairs.one):
        joined.extend(pairs.alike() if coins is None or true is None else pairs.beyond(coins, true))
    parent = np.arange(size)
    for a, b in joined:
        parent[_top(parent, a)] = _top(parent, b)
    tops = np.array([_top(parent, n) for n in range(size)], np.int64)
    found = tops[table.source] if len(table.source) else table.source
    # A camp is one script on a claim; a source outside camps keeps its own.
    return np.where(table.side >= 0, size + table.side, found)


def _top(parent: Ints, n: int) -> int:
    while parent[n] != n:
        parent[n] = parent[parent[n]]
        n = int(parent[n])
    return n


def _mouths(table: Table) -> list[tuple[int, int]]:
    """(source, the one it copies most), for sources that mostly copy."""
    by: dict[int, dict[int, int]] = {}
    for (who, whose), often in table.copied.items():
        by.setdefault(who, {})[whose] = often
    found = []
    for who, whom in by.items():
        often = sum(whom.values())
        if often >= 5 and often >= COPIES * table.spoke[who]:
            found.append((who, max(sorted(whom), key=lambda n: whom[n])))
    return found


class Pairs:
    """Which two sources spoke on the same claims, and how often they agreed. Made once; asked at every look."""

    def __init__(self, table: Table) -> None:
        self._table = table
        spoken = np.flatnonzero(table.said != 2)
        often = (
            np.bincount(table.source[spoken], minlength=len(table.sources)) if len(spoken) else np.zeros(0)
        )
        order = spoken[np.lexsort((-often[table.source[spoken]], table.claim[spoken]))]
        starts = np.flatnonzero(np.diff(table.claim[order], prepend=-1)) if len(order) else np.zeros(0, int)
        ends = np.append(starts[1:], len(order))
        left, right = [], []
        for size in np.unique(np.minimum(ends - starts, CROWD)):  # all claims with as many reports at once
            if size < 2:
                continue
            rows = starts[np.minimum(ends - starts, CROWD) == size][:, None] + np.arange(size)
            i, j = np.triu_indices(int(size), 1)
            left.append(order[rows[:, i]].ravel())
            right.append(order[rows[:, j]].ravel())
        one = np.concatenate(left) if left else np.zeros(0, np.int64)
        two = np.concatenate(right) if right else np.zeros(0, np.int64)
        swap = table.source[one] > table.source[two]
        one, two = np.where(swap, two, one), np.where(swap, one, two)
        differ = table.source[one] != table.source[two]
        self.one: Ints = one[differ]
        """Number of the first report of each meeting, and of the second."""
        self.two: Ints = two[differ]
        key = table.source[self.one] * len(table.sources) + table.source[self.two]
        self._keys, self._pair = np.unique(key, return_inverse=True)
        met = np.bincount(self._pair, minlength=len(self._keys))
        enough = met[self._pair] >= TOGETHER
        self.one, self.two, self._pair = self.one[enough], self.two[enough], self._pair[enough]
        self._agree: Bools = table.said[self.one] == table.said[self.two]

    def alike(self) -> list[tuple[int, int]]:
        """Pairs that hardly ever differ on claims on which anybody differs."""
        said = self._table.said
        size = len(self._table.claims)
        both = (np.bincount(self._table.claim, said == 0, size) > 0) & (
            np.bincount(self._table.claim, said == 1, size) > 0
        )
        open_ = both[self._table.claim[self.one]]
        met = np.bincount(self._pair, open_, len(self._keys))
        same = np.bincount(self._pair, open_ & self._agree, len(self._keys))
        return self._names((met >= TOGETHER) & (same > ALIKE * met))

    def beyond(self, coins: Coins, true: Floats) -> list[tuple[int, int]]:
        """Pairs that agree more than what each does by its record, given how probable the claims are."""
        table = self._table
        mean = coins.mean
        first, second = mean[coins.of[self.one]], mean[coins.of[self.two]]
        for frame, rows in ((first, self.one), (second, self.two)):
            turned = table.turned[rows]
            frame[turned] = frame[turned][:, ::-1][:, :, [1, 0, 2]]
        spoken = first[:, :, :2].sum(2) * second[:, :, :2].sum(2)
        same = (first[:, :, :2] * second[:, :, :2]).sum(2) / spoken  # of two that do speak, by truth
        q = true[table.claim[self.one]]
        chance = same[:, 0] * (1 - q) + same[:, 1] * q
        size = len(self._keys)
        met = np.bincount(self._pair, minlength=size)
        expected = np.bincount(self._pair, chance, size)
        spread = np.sqrt(np.bincount(self._pair, chance * (1 - chance), size))
        over = np.bincount(self._pair, self._agree, size) - expected
        left = met - expected
        return self._names((met >= TOGETHER) & (over > BEYOND * spread) & (over > EXCESS * left))

    def _names(self, chosen: Bools) -> list[tuple[int, int]]:
        size = len(self._table.sources)
        return [(int(k) // size, int(k) % size) for k in self._keys[chosen]]
