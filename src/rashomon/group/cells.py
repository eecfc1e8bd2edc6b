"""Cells of time for what hangs together and is too much to compare at once: a war reported daily for years.

The borders of cells lie on a fixed grid, halved where a cell is too full. So a report that comes changes its own cell only, and
where the borders lie depends on the set of reports alone. Groups on either side of a border are joined afterwards (``seams``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

LARGEST = 256
"""Roots compared each with each; also the most that one story holds. Beyond, a story goes on in a further part."""
SPAN = 1_024.0
"""Days of the widest cell, and of the narrowest."""
NARROWEST = 1 / 64


def cells(numbers: Sequence[int], day: Callable[[int], float], name: Callable[[int], str]) -> list[list[int]]:
    """The numbers in cells of at most ``LARGEST``, in order of time, each sorted by name.

    ``day`` gives days since 1970, ``name`` what settles ties and, where one moment holds too many, the cell.
    """
    by_time: dict[int, list[int]] = {}
    for number in sorted(numbers, key=name):
        by_time.setdefault(int(day(number) // SPAN), []).append(number)
    found: list[list[int]] = []
    for at in sorted(by_time):
        found += _halved(by_time[at], at * SPAN, SPAN, day)
    return found


def _halved(numbers: list[int], start: float, span: float, day: Callable[[int], float]) -> list[list[int]]:
    if len(numbers) <= LARGEST:
        return [numbers] if numbers else []
    if span <= NARROWEST:  # a flood within minutes: by name, which is as good as any
        return [numbers[at : at + LARGEST] for at in range(0, len(numbers), LARGEST)]
    middle = start + span / 2
    early = [number for number in numbers if day(number) < middle]
    late = [number for number in numbers if day(number) >= middle]
    return [*_halved(early, start, span / 2, day), *_halved(late, middle, span / 2, day)]
