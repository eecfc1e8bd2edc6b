"""Average linkage that minds how close the members of each group are: two happenings alike are not one happening.

Two groups are joined when their mean likeness is over a threshold *and* not far under the likeness inside each of them. The
reports of two elections are alike; those of one election are more so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rashomon.group.likeness import Matrix

THRESHOLD = 0.08
"""Mean likeness from which two groups of reports may be one story. From 0.06 to 0.09 all development figures stay the same."""
FIRST = 0.14
"""The same for two single reports, of which nothing else is known. Up to 0.16 the figures stay the same too."""
COHESION = 0.6
"""How much of the likeness inside the groups must stand between them. From 0.55 to 0.65 the 29 events of development and
ECB+ both keep within a point of their best; see decisions/0011."""
HOME = 5
"""Reports from which a story is large enough to take in strays."""
STRAY = 0.8
"""How near a stray must be to its three nearest reports, in likenesses inside the story."""
USUAL = 0.1
"""Likeness inside a story when nothing is known of it yet."""
DOUBT = 3
"""Pairs of reports that this prior is worth."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Numbers of the reports, the most central first, and the mean likeness inside (with its prior)."""

    members: tuple[int, ...]
    inner: float


def clusters(
    likeness: Matrix, threshold: float = THRESHOLD, bound: Sequence[int] | None = None
) -> list[Cluster]:
    """Groups of reports. Equal values are taken in the order of the rows, so the caller's order of rows settles ties.

    ``bound`` tells for each row which report it belongs to from the start (0, 1, …): a root and its copies in other words are one,
    and how near they are to each other tells how near the story's other reports may be. Members are then numbers of those.
    """
    if bound is not None:
        owners = np.zeros((max(bound, default=-1) + 1, len(likeness)))
        owners[list(bound), np.arange(len(likeness))] = 1.0
        totals = owners @ likeness @ owners.T
        sizes = owners.sum(axis=1)
    else:
        totals, sizes = likeness.copy(), np.ones(len(likeness))
    size = len(totals)
    inside = totals.diagonal() / 2
    np.fill_diagonal(totals, 0.0)
    likeness = totals / (sizes[:, None] * sizes) if size else likeness
    totals = totals.copy()
    parts = [[number] for number in range(size)]
    worth = np.array([_row(totals[a], sizes, inside, a, threshold) for a in range(size)]).reshape(size, size)
    best = worth.max(axis=1, initial=-1.0)
    partner = worth.argmax(axis=1) if size else np.zeros(0, dtype=np.int64)
    while size and best[a := int(best.argmax())] > 0:
        b = int(partner[a])
        a, b = min(a, b), max(a, b)
        parts[a] += parts[b]
        parts[b] = []
        inside[a] += inside[b] + totals[a, b]
        sizes[a] += sizes[b]
        sizes[b] = 0.0
        totals[a] += totals[b]
        totals[:, a] = totals[a]
        totals[a, a] = 0.0
        row = _row(totals[a], sizes, inside, a, threshold)
        worth[b] = worth[:, b] = -1.0
        worth[a] = worth[:, a] = row
        stale = (partner == a) | (partner == b)
        stale[a] = True
        better = row > best
        best[better], partner[better] = row[better], a
        stale &= ~better
        stale[a] = True
        again = np.flatnonzero(stale & ((best > 0) | (np.arange(size) == a)))
        partner[again] = worth[again].argmax(axis=1)
        best[again] = worth[again, partner[again]]
    _strays_home(parts, likeness, inside, sizes)
    return [_made(part, likeness, inside[number], sizes[number]) for number, part in enumerate(parts) if part]


def _strays_home(
    parts: list[list[int]],
    likeness: Matrix,
    inside: npt.NDArray[np.float64],
    sizes: npt.NDArray[np.float64],
) -> None:
    """Lone reports and pairs join the large story to whose three nearest reports they are as near as its own are to each other.

    A short report of one side of a large story is far from most of it, so its mean likeness is low though it plainly belongs.
    """
    homes = [number for number, part in enumerate(parts) if len(part) >= HOME]
    moves = []
    for number, part in enumerate(parts):
        if not 0 < len(part) < 3:
            continue
        worth = []
        for home in homes:
            nearest = np.sort(likeness[np.ix_(part, parts[home])].max(axis=0))[-3:].mean()
            least = max(FIRST, STRAY * inner(float(inside[home]), int(sizes[home])))
            if nearest >= least:
                worth.append((float(nearest / least), -home))
        if worth:
            moves.append((number, -max(worth)[1]))
    for number, home in moves:
        parts[home] += parts[number]
        parts[number] = []


def cohere(mean: float, inner_a: float, inner_b: float, threshold: float = THRESHOLD) -> bool:
    """Whether two groups with this mean likeness between them, and these inside, are one story."""
    return mean >= threshold and mean >= COHESION * float(np.sqrt(inner_a * inner_b))


def inner(total: float, size: int) -> float:
    """Mean likeness inside a group of this size, with its prior; ``total`` is the sum over its pairs."""
    return (total + DOUBT * USUAL) / (size * (size - 1) / 2 + DOUBT)


def _row(
    totals: npt.NDArray[np.float64],
    sizes: npt.NDArray[np.float64],
    inside: npt.NDArray[np.float64],
    a: int,
    threshold: float,
) -> npt.NDArray[np.float64]:
    root = np.sqrt((inside + DOUBT * USUAL) / (np.maximum(sizes * (sizes - 1) / 2, 0.0) + DOUBT))
    mean = totals / np.maximum(sizes * sizes[a], 1.0)
    row = np.where((mean >= threshold) & (mean >= COHESION * root[a] * root) & (sizes > 0), mean, -1.0)
    if sizes[a] == 1:
        row[(sizes == 1) & (mean < max(FIRST, threshold))] = -1.0
    row[a] = -1.0
    return row


def _made(part: list[int], likeness: Matrix, total: float, size: float) -> Cluster:
    own = likeness[np.ix_(part, part)].sum(axis=1)
    order = sorted(range(len(part)), key=lambda at: (-own[at], part[at]))
    return Cluster(members=tuple(part[at] for at in order), inner=inner(float(total), int(size)))
