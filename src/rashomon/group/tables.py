"""Tables of likenesses kept from one time to the next: a report that comes costs one row of them."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

import numpy as np

from rashomon.group.likeness import Matrix, likenesses
from rashomon.group.signature import Signature

KEPT = 6
"""Tables kept, of a megabyte or two each."""
SMALLEST = 64
"""Reports in a table worth keeping."""
FEW = 0.2
"""Share of a table's rows up to which they are put to a kept one; of more, all is made anew."""


class Tables:
    """Likenesses of sets of reports, given by number."""

    def __init__(self, signatures: Sequence[Signature]) -> None:
        self._signatures = signatures
        self._kept: deque[tuple[dict[int, int], Matrix]] = deque(maxlen=KEPT)

    def of(self, numbers: Sequence[int]) -> Matrix:
        """The likeness of each two, as ``likenesses`` has it; not to be written to."""
        if len(numbers) < SMALLEST:
            return likenesses([self._signatures[number] for number in numbers])
        found = None
        for places, table in self._kept:
            old = [number for number in numbers if number in places]
            if len(old) >= (1 - FEW) * len(numbers):
                found = self._put_to(table[np.ix_(at := [places[n] for n in old], at)], old, numbers)
                break
        if found is None:
            found = likenesses([self._signatures[number] for number in numbers])
        self._kept.appendleft(({number: at for at, number in enumerate(numbers)}, found))
        return found

    def _put_to(self, table: Matrix, old: Sequence[int], numbers: Sequence[int]) -> Matrix:
        known = set(old)
        new = [number for number in numbers if number not in known]
        place = {number: at for at, number in enumerate(numbers)}
        before, after = [place[number] for number in old], [place[number] for number in new]
        made = np.empty((len(numbers), len(numbers)))
        made[np.ix_(before, before)] = table
        if new:
            rows = likenesses([self._signatures[number] for number in (*old, *new)], len(new))
            made[np.ix_(after, before + after)] = rows
            made[np.ix_(before + after, after)] = rows.T
        return made
