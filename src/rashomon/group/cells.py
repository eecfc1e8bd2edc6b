"""Cells of time for what hangs together and is too much to compare at once: a war reported daily for years.

The borders of cells lie on a fixed grid, halved where a cell is too full. So a report that comes changes its own cell only, and
where the borders lie depends on the set of reports alone. Groups on either side of a border are joined afterwards (``seams``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from rashomon.group.letters import Places

LARGEST = 256
"""Roots compared each with each; also the most that one story holds. Beyond, a story goes on in a further part."""
SPAN = 1_024.0
"""Days of the widest cell, and of the narrowest."""
NARROWEST = 1 / 64

Days = npt.NDArray[np.float64]


def cells(numbers: Places, days: Days, name: Callable[[int], str]) -> Iterator[Places]:
    """The numbers in cells of at most ``LARGEST``, in order of time; inside a cell in no order.

    ``days`` gives days since 1970, ``name`` what settles, where one moment holds too many, the cell.
    """
    order = np.argsort(days, kind="stable")
    numbers, days = numbers[order], days[order]
    widest = days // SPAN
    edges = np.flatnonzero(np.concatenate(([True], widest[1:] != widest[:-1], [True]))).tolist()
    for first, last in pairwise(edges):
        start = float(widest[first]) * SPAN
        yield from _halved(numbers[first:last], days[first:last], start, SPAN, name)


def _halved(
    numbers: Places, days: Days, start: float, span: float, name: Callable[[int], str]
) -> Iterator[Places]:
    if len(numbers) <= LARGEST:
        if len(numbers):
            yield numbers
    elif span <= NARROWEST:  # a flood within minutes: by name, which is as good as any
        named = np.array(sorted(numbers.tolist(), key=name), dtype=np.int64)
        yield from (named[at : at + LARGEST] for at in range(0, len(named), LARGEST))
    else:
        middle = start + span / 2
        at = int(days.searchsorted(middle))
        yield from _halved(numbers[:at], days[:at], start, span / 2, name)
        yield from _halved(numbers[at:], days[at:], middle, span / 2, name)
