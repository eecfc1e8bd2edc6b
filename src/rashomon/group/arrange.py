"""Roots that hang together → stories' worth of them: compared each with each, or cell by cell where they are too many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from rashomon.group.cells import LARGEST, cells
from rashomon.group.cluster import THRESHOLD, USUAL, clusters, cohere
from rashomon.group.likeness import likenesses
from rashomon.group.signature import Signature

REACH = 3
"""Cells ahead in which a story may go on: it can be told on Monday and again on Wednesday."""
SAMPLE = 12
"""Roots of a group that stand for it where two groups of different cells are compared."""
RIVALS = 3
"""Groups of a later cell, those with most neighbours in common, that a group is compared with."""
_DAY = 86_400.0
_EPOCH = 719_163


@dataclass(frozen=True, slots=True)
class Part:
    """Roots of one story, the most central first; ``follows`` is the place of the part before, where a story is too long for one."""

    roots: tuple[int, ...]
    follows: int | None = None


@dataclass(frozen=True, slots=True)
class _Group:
    roots: tuple[int, ...]
    inner: float


class Arranger:
    """Remembers what it made of each cell and seam, so that a report that comes costs its own cell and the seams beside it."""

    def __init__(
        self,
        signatures: Sequence[Signature],
        threshold: float | None,
        retold: Callable[[int], Iterable[int]],
    ) -> None:
        """``retold`` gives copies of a root in other words."""
        self._signatures = signatures
        self._retold = retold
        self._threshold = THRESHOLD if threshold is None else threshold
        self._cells: dict[tuple[tuple[int, ...], ...], list[_Group]] = {}
        self._seams: dict[tuple[tuple[int, ...], tuple[int, ...]], list[tuple[float, int, int]]] = {}
        self._days: dict[int, float] = {}
        self._means: dict[tuple[tuple[int, ...], tuple[int, ...]], float] = {}

    def forget(self, stale: Iterable[int]) -> None:
        """Roots whose neighbours changed: the seams of their cells are looked at again."""
        gone = set(stale)
        for number in gone:
            self._days.pop(number, None)
        for seam in [
            key for key in self._seams if not gone.isdisjoint(key[0]) or not gone.isdisjoint(key[1])
        ]:
            del self._seams[seam]

    def arrange(self, roots: Sequence[int], neighbours: Callable[[int], Iterable[int]]) -> list[Part]:
        """Stories of the roots of one component."""
        if len(roots) <= LARGEST:
            ordered = sorted(roots, key=self._name)
            return [Part(one.roots) for one in self._compared(ordered)]
        days = {number: self._day(number, neighbours) for number in roots}
        parts = cells(roots, days.__getitem__, self._name)
        groups: list[list[_Group]] = []
        for cell in parts:
            key = tuple((root, *self._retold(root)) for root in cell)
            if key not in self._cells:
                self._cells[key] = self._compared(cell)
            groups.append(self._cells[key])
        return self._chained(groups, self._links(parts, groups, neighbours))

    def _name(self, number: int) -> str:
        return self._signatures[number].id

    def _compared(self, roots: Sequence[int]) -> list[_Group]:
        if len(roots) == 1:
            return [_Group((roots[0],), USUAL)]
        rows = [(at, number) for at, root in enumerate(roots) for number in (root, *self._retold(root))]
        table = likenesses([self._signatures[number] for _, number in rows])
        found = clusters(table, self._threshold, [at for at, _ in rows])
        return [_Group(tuple(roots[at] for at in one.members), one.inner) for one in found]

    def _day(self, number: int, neighbours: Callable[[int], Iterable[int]]) -> float:
        """Days since 1970; of a report without a date, those of its first dated neighbour by name."""
        one = self._signatures[number]
        if one.at is not None:
            return one.at / _DAY
        if number not in self._days:
            dated = [n for n in neighbours(number) if self._signatures[n].at is not None]
            near = min(dated, key=lambda n: (-self._common(number, n), self._name(n)), default=None)
            at = self._signatures[near].at if near is not None else None
            self._days[number] = 0.0 if at is None else at / _DAY
        return self._days[number]

    def _common(self, a: int, b: int) -> int:
        return int(np.isin(self._signatures[a].terms, self._signatures[b].terms).sum())

    def _links(
        self,
        parts: Sequence[Sequence[int]],
        groups: Sequence[Sequence[_Group]],
        neighbours: Callable[[int], Iterable[int]],
    ) -> list[tuple[int, float, tuple[int, int], tuple[int, int]]]:
        """Which groups of different cells may be one story: how many cells apart, how alike (negative), and which two."""
        place = {
            root: (at, number)
            for at, cell in enumerate(groups)
            for number, one in enumerate(cell)
            for root in one.roots
        }
        found = []
        for at, cell in enumerate(parts):
            ahead = range(at + 1, min(at + 1 + REACH, len(parts)))
            missing = [b for b in ahead if (tuple(cell), tuple(parts[b])) not in self._seams]
            if missing:
                self._look(at, missing, parts, groups, place, neighbours)
            for b in ahead:
                found += [
                    (b - at, -mean, (at, one), (b, other))
                    for mean, one, other in self._seams[tuple(cell), tuple(parts[b])]
                ]
        return sorted(found)

    def _look(
        self,
        at: int,
        ahead: Sequence[int],
        parts: Sequence[Sequence[int]],
        groups: Sequence[Sequence[_Group]],
        place: dict[int, tuple[int, int]],
        neighbours: Callable[[int], Iterable[int]],
    ) -> None:
        made: dict[int, list[tuple[float, int, int]]] = {b: [] for b in ahead}
        for number, one in enumerate(groups[at]):
            met: Counter[tuple[int, int]] = Counter()
            for root in one.roots:
                met.update({place[other] for other in neighbours(root) if place[other][0] in made})
            for b in ahead:
                rivals = sorted((-count, other) for (cell, other), count in met.items() if cell == b)
                for _, other in rivals[:RIVALS]:
                    mean = self._mean(one, groups[b][other])
                    if cohere(mean, one.inner, groups[b][other].inner, self._threshold):
                        made[b].append((mean, number, other))
        for b in ahead:
            self._seams[tuple(parts[at]), tuple(parts[b])] = made[b]

    def _mean(self, one: _Group, other: _Group) -> float:
        a, b = one.roots[:SAMPLE], other.roots[:SAMPLE]
        if (a, b) not in self._means:
            table = likenesses([self._signatures[number] for number in (*a, *b)])
            self._means[a, b] = float(table[: len(a), len(a) :].mean())
        return self._means[a, b]

    def _chained(
        self,
        groups: Sequence[Sequence[_Group]],
        links: Iterable[tuple[int, float, tuple[int, int], tuple[int, int]]],
    ) -> list[Part]:
        """Each group goes on in at most one later group; a chain too long for one story is cut into parts."""
        after: dict[tuple[int, int], tuple[int, int]] = {}
        before: dict[tuple[int, int], tuple[int, int]] = {}
        for _, _, one, other in links:
            if one not in after and other not in before:
                after[one], before[other] = other, one
        found: list[Part] = []
        for at, cell in enumerate(groups):
            for number in range(len(cell)):
                step: tuple[int, int] | None = (at, number)
                if step in before:
                    continue
                roots: list[int] = []
                follows: int | None = None
                while step is not None:
                    own = groups[step[0]][step[1]].roots
                    if roots and len(roots) + len(own) > LARGEST:
                        found.append(Part(tuple(roots), follows))
                        follows, roots = len(found) - 1, []
                    roots += own
                    step = after.get(step)
                found.append(Part(tuple(roots), follows))
        return found
