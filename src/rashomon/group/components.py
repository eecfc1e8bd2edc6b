"""Parts of a graph that hang together, kept while the graph grows."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable

import numpy as np
import numpy.typing as npt

NEAR = 2_000
"""Numbers looked at to see whether two still hang together; after that their whole set is put together anew."""


class Components:
    """Numbers 0, 1, … in sets; sets are joined as links come, and one can be made anew when links go."""

    def __init__(self) -> None:
        self._set: list[int] = []
        self.members: dict[int, list[int]] = {}
        self._next = 0

    def grow(self, size: int) -> None:
        """Take numbers up to ``size`` in, each alone."""
        for number in range(len(self._set), size):
            self._set.append(self._new([number]))

    def of(self, number: int) -> int:
        """The set a number is in. A set keeps its name until it is joined to a larger one or made anew."""
        return self._set[number]

    def join(self, a: int, b: int) -> int:
        """The set of both from now on."""
        one, other = self._set[a], self._set[b]
        if one == other:
            return one
        if (len(self.members[one]), -one) < (len(self.members[other]), -other):
            one, other = other, one
        moved = self.members.pop(other)
        for number in moved:
            self._set[number] = one
        self.members[one].extend(moved)
        return one

    def anew(self, name: int, neighbours: Callable[[int], Iterable[int]]) -> list[int]:
        """Take one set apart and put together again what still hangs together; the names of the new sets."""
        left = set(self.members.pop(name))
        made = []
        while left:
            first = left.pop()
            part, front = [first], [first]
            while front:
                for other in neighbours(front.pop()):
                    if other in left:
                        left.discard(other)
                        part.append(other)
                        front.append(other)
            made.append(self._new(part))
            for number in part:
                self._set[number] = made[-1]
        return made

    def part(self, name: int, some: Collection[int]) -> int:
        """Take some numbers, which hang together with no others, out of their set; the name of theirs."""
        self.members[name] = [number for number in self.members[name] if number not in some]
        new = self._new(sorted(some))
        for number in some:
            self._set[number] = new
        return new

    def all_anew(
        self, size: int, links: Iterable[tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]]
    ) -> None:
        """Make all sets from links, given as arrays of begins and ends."""
        labels = _labels(size, list(links))
        order = np.argsort(labels, kind="stable")
        edges = np.flatnonzero(np.diff(labels[order], prepend=-1, append=-1))
        self._set = [0] * size
        self.members = {}
        for start, end in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
            part = order[start:end].tolist()
            name = self._new(part)
            for number in part:
                self._set[number] = name

    def _new(self, part: list[int]) -> int:
        name = self._next
        self._next += 1
        self.members[name] = part
        return name


def alone(a: int, b: int, neighbours: Callable[[int], Iterable[int]], most: int = NEAR) -> set[int] | None:
    """What hangs together with one of the two and not with the other: empty where the two hang together, ``None`` if ``most``
    did not tell. Looked for from both sides, the smaller first."""
    if a == b:
        return set()
    seen, fronts = ({a}, {b}), (deque([a]), deque([b]))
    while len(seen[0]) + len(seen[1]) < most:
        side = 0 if len(seen[0]) <= len(seen[1]) else 1
        if not fronts[side]:
            return seen[side]
        for other in neighbours(fronts[side].popleft()):
            if other in seen[1 - side]:
                return set()
            if other not in seen[side]:
                seen[side].add(other)
                fronts[side].append(other)
    return None


def _labels(
    size: int, links: list[tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]]
) -> npt.NDArray[np.int64]:
    """For each number the smallest it hangs together with: labels sink along links, then along themselves."""
    labels = np.arange(size)
    while True:
        before = labels.copy()
        for begins, ends in links:
            low = np.minimum(labels[begins], labels[ends])
            # The label of a label sinks too, so that long chains end in few rounds.
            np.minimum.at(labels, labels[begins], low)
            np.minimum.at(labels, labels[ends], low)
            np.minimum.at(labels, begins, low)
            np.minimum.at(labels, ends, low)
        while not np.array_equal(labels, labels[labels]):
            labels = labels[labels]
        if np.array_equal(labels, before):
            return labels
