"""Pieces of a long text → windows that overlap, each piece answered by the window where it stands farthest inside."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

LENGTH = 254
"""Pieces in a window; with its first and last sign 256, the length the model was trained on."""
MARGIN = 24
"""Pieces at a cut edge that only lend context."""


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces ``start`` to ``end`` are shown to the model, its answers are kept for ``first`` to ``last``."""

    start: int
    end: int
    first: int
    last: int


def windows(count: int, length: int = LENGTH, margin: int = MARGIN) -> list[Window]:
    """Windows over ``count`` pieces: every piece is kept in exactly one of them.

    As few as can be, and no longer than need be: two neighbours share ``2 * margin`` pieces (one more where it does not
    come out even), and all are of one length.
    """
    if count <= length:
        return [Window(0, count, 0, count)] if count else []
    number = -(-(count - 2 * margin) // (length - 2 * margin))
    length = -(-(count + (number - 1) * 2 * margin) // number)
    starts = [round(k * (count - length) / (number - 1)) for k in range(number)]
    cuts = [0]
    for before, after in pairwise(starts):
        cuts.append((after + before + length) // 2)
    cuts.append(count)
    return [Window(s, s + length, cuts[k], cuts[k + 1]) for k, s in enumerate(starts)]
