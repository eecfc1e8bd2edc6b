"""Roots that hang together → stories' worth of them: compared each with each, or cell by cell where they are too many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import count

import numpy as np

from rashomon.group.cells import LARGEST, Days, cells
from rashomon.group.cluster import THRESHOLD, USUAL, clusters, cohere
from rashomon.group.letters import Places
from rashomon.group.likeness import likenesses
from rashomon.group.signature import Signature
from rashomon.group.tables import Tables

REACH = 3
"""Cells ahead in which a story may go on: it can be told on Monday and again on Wednesday."""
SAMPLE = 12
"""Roots of a group that stand for it where two groups of different cells are compared."""
RIVALS = 3
"""Groups of a later cell, those with most neighbours in common, that a group is compared with."""
MEANS = 1 << 20
"""Likenesses of two groups kept, at 160 bytes each; when there are more it begins anew. A cell looks for hundreds, and one that has to
make them again takes a second."""
_DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class Part:
    """Roots of one story, the most central first; ``follows`` is the place of the part before, where a story is too long for one."""

    roots: tuple[int, ...]
    follows: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class _Group:
    roots: tuple[int, ...]
    inner: float
    serial: int = -1
    """Its own among all groups of cells."""


@dataclass(slots=True, eq=False)
class _Cell:
    """What was made of the roots of one cell, and of the seams between it and those after it."""

    numbers: Places
    """Its roots, sorted."""
    retold: tuple[tuple[int, ...], ...]
    groups: list[_Group]
    place: dict[int, int]
    """Which group each root is in."""
    turn: int = 0
    """Goes up whenever neighbours of its roots change, and with it seams are out of date."""
    doubtful: bool = False
    """Copies of its roots may have changed."""
    seams: dict[int, _Seam] = field(default_factory=dict)
    """By the other cell's identity."""


@dataclass(frozen=True, slots=True, eq=False)
class _Seam:
    other: _Cell
    turns: tuple[int, int]
    links: list[tuple[float, int, int]]
    """Mean likeness of two groups, the group's number here and there."""


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
        self._cell_of: dict[int, _Cell] = {}
        self._days = np.zeros(0)
        self._tables = Tables(signatures)
        self._means: dict[int, float] = {}
        self._serials = count()

    def forget(self, stale: Iterable[int]) -> None:
        """Roots whose neighbours or copies changed: the seams of their cells are looked at again."""
        for number in stale:
            if number < len(self._days) and self._signatures[number].at is None:
                self._days[number] = np.nan
            if (cell := self._cell_of.get(number)) is not None:
                cell.turn += 1
                cell.doubtful = True

    def arrange(self, roots: Sequence[int], neighbours: Callable[[int], Iterable[int]]) -> list[Part]:
        """Stories of the roots of one component."""
        if len(roots) <= LARGEST:
            ordered = sorted(roots, key=self._name)
            return [Part(one.roots) for one in self._compared(ordered)]
        numbers = np.array(roots, dtype=np.int64)
        made = [self._cell(one) for one in cells(numbers, self._days_of(numbers, neighbours), self._name)]
        return self._chained([cell.groups for cell in made], self._links(made, neighbours))

    def _cell(self, numbers: Places) -> _Cell:
        numbers = np.sort(numbers)
        known = self._cell_of.get(int(numbers[0]))
        if known is not None and np.array_equal(known.numbers, numbers):
            if known.doubtful and known.retold != tuple(tuple(self._retold(n)) for n in numbers.tolist()):
                known = None
            else:
                known.doubtful = False
        else:
            known = None
        if known is None:
            listed = numbers.tolist()
            groups = self._kept(self._compared(sorted(listed, key=self._name)))
            known = _Cell(
                numbers=numbers,
                retold=tuple(tuple(self._retold(number)) for number in listed),
                groups=groups,
                place={root: at for at, one in enumerate(groups) for root in one.roots},
            )
            self._cell_of.update(dict.fromkeys(listed, known))
        return known

    def _kept(self, groups: list[_Group]) -> list[_Group]:
        """The same, with groups as they were before where nothing changed in them, by which means are known again."""
        found = []
        for one in groups:
            before = self._cell_of.get(one.roots[0])
            old = None if before is None else before.groups[before.place[one.roots[0]]]
            if old is not None and old.roots == one.roots and old.inner == one.inner:
                found.append(old)
            else:
                found.append(_Group(one.roots, one.inner, next(self._serials)))
        return found

    def _name(self, number: int) -> str:
        return self._signatures[number].id

    def _compared(self, roots: Sequence[int]) -> list[_Group]:
        if len(roots) == 1:
            return [_Group((roots[0],), USUAL)]
        rows = [(at, number) for at, root in enumerate(roots) for number in (root, *self._retold(root))]
        found = clusters(
            self._tables.of([number for _, number in rows]), self._threshold, [at for at, _ in rows]
        )
        return [_Group(tuple(roots[at] for at in one.members), one.inner) for one in found]

    def _days_of(self, numbers: Places, neighbours: Callable[[int], Iterable[int]]) -> Days:
        """Days since 1970; of a report without a date, those of its first dated neighbour by name."""
        known = len(self._days)
        if known < len(self._signatures):
            fresh = [np.nan if one.at is None else one.at / _DAY for one in self._signatures[known:]]
            self._days = np.concatenate((self._days, fresh))
        for number in numbers[np.isnan(self._days[numbers])].tolist():
            dated = [n for n in neighbours(number) if self._signatures[n].at is not None]
            near = min(dated, key=lambda n: (-self._common(number, n), self._name(n)), default=None)
            at = self._signatures[near].at if near is not None else None
            self._days[number] = 0.0 if at is None else at / _DAY
        return self._days[numbers]

    def _common(self, a: int, b: int) -> int:
        return int(np.isin(self._signatures[a].terms, self._signatures[b].terms).sum())

    def _links(
        self, made: Sequence[_Cell], neighbours: Callable[[int], Iterable[int]]
    ) -> list[tuple[int, float, tuple[int, int], tuple[int, int]]]:
        """Which groups of different cells may be one story: how many cells apart, how alike (negative), and which two."""
        found = []
        for at, cell in enumerate(made):
            ahead = made[at + 1 : at + 1 + REACH]
            seams = [cell.seams.get(id(other)) for other in ahead]
            if any(
                seam is None or seam.turns != (cell.turn, other.turn)
                for seam, other in zip(seams, ahead, strict=True)
            ):
                cell.seams = self._look(cell, ahead, neighbours)
            for apart, other in enumerate(ahead, 1):
                found += [
                    (apart, -mean, (at, one), (at + apart, two))
                    for mean, one, two in cell.seams[id(other)].links
                ]
        return sorted(found)

    def _look(
        self, cell: _Cell, ahead: Sequence[_Cell], neighbours: Callable[[int], Iterable[int]]
    ) -> dict[int, _Seam]:
        place = {root: (at, group) for at, other in enumerate(ahead) for root, group in other.place.items()}
        made: list[list[tuple[float, int, int]]] = [[] for _ in ahead]
        for number, one in enumerate(cell.groups):
            met: Counter[tuple[int, int]] = Counter()
            for root in one.roots:
                met.update({place[other] for other in neighbours(root) if other in place})
            for at, other in enumerate(ahead):
                rivals = sorted((-count, group) for (where, group), count in met.items() if where == at)
                for _, group in rivals[:RIVALS]:
                    mean = self._mean(one, other.groups[group])
                    if cohere(mean, one.inner, other.groups[group].inner, self._threshold):
                        made[at].append((mean, number, group))
        return {
            id(other): _Seam(other, (cell.turn, other.turn), links)
            for other, links in zip(ahead, made, strict=True)
        }

    def _mean(self, one: _Group, other: _Group) -> float:
        key = one.serial << 32 | other.serial
        known = self._means.get(key)
        if known is None:
            a, b = one.roots[:SAMPLE], other.roots[:SAMPLE]
            table = likenesses([self._signatures[number] for number in (*a, *b)])
            if len(self._means) >= MEANS:
                self._means = {}
            known = self._means[key] = float(table[: len(a), len(a) :].mean())
        return known

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
