"""How much two reports speak of one happening: words and names, how near in time, and whether they tell of one day."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from rashomon.group.signature import SCALE, Signature
from rashomon.group.trace import among, distinct

Matrix = npt.NDArray[np.float64]

ABROAD = 0.55
"""Most that two reports in different languages can be alike: of a short one's few names all may be in the other, which says less
than as many common words would."""
NEAR = 3.0
"""Days between two reports that cost nothing: a story's first days."""
FADE = 30.0
"""Days over which the part of the likeness that time can take falls to 1/e."""
FLOOR = 0.5
"""The part that time cannot take: dates of pages are often those of a later edit or of the fetch."""
SAME_DAY = 1.1
"""Two reports that tell of one day or of the next, as of one night."""
SAME_YEAR = 1.15
"""Two undated reports that tell of one year; or of two (``OTHER_YEAR``), or of no common weekday."""
OTHER_YEAR = 0.7
OTHER_WEEKDAY = 0.85
OTHER_SEASON = 0.7
"""Two reports, one undated, whose first dates lie ``APART`` in the year: "March 13" and "May 19"."""
FRESH = 4
"""Days within which a report tells of its happening as news."""
APART = 14
"""Days between two happenings, each told as news, from which they are two: a drone of March is not the drone of May."""
OTHER_DAY = 0.15
PERHAPS_OTHER_DAY = 0.7
"""The same where a day is told by its weekday only, and so hangs on the time of publication."""

OTHER_NAMES = 0.3
"""Two reports in one language, alike (``ALIKE``) or of days apart, whose heads name nothing that the other names at all: the same
kind of happening elsewhere.
Among real reports as alike as 0.2 these are 2 in 100, and take no part in the figures; templates of agencies are full of them."""
ALIKE = 0.25

_DAY = 86_400.0


def likenesses(signatures: Sequence[Signature], fresh: int | None = None) -> Matrix:
    """Likeness of each two, 0 to a little over 1; 0 of each with itself. Work and memory go with the square of their number.

    With ``fresh`` only the rows of the last so many: theirs with each.
    """
    own = slice(None if fresh is None else len(signatures) - fresh, None)
    languages = [one.language for one in signatures]
    found = _products([one.terms for one in signatures], [one.weights for one in signatures], own)
    foreign = np.zeros(found.shape, dtype=bool)
    if len(set(languages)) > 1:
        codes = np.unique(languages, return_inverse=True)[1]
        foreign = codes[own, None] != codes[None, :]
        across = _products([one.bones for one in signatures], [one.bone_weights for one in signatures], own)
        found = np.where(foreign, np.minimum(across, ABROAD), found)
    factor, apart = _time(signatures, own)
    found[_strangers(signatures, own) & ~foreign & ((found >= ALIKE) | apart)] *= OTHER_NAMES
    found *= factor
    row = np.arange(len(found))
    found[row, row + len(signatures) - len(found)] = 0.0
    return found


def _products(
    keys: Sequence[npt.NDArray[np.uint32]], weights: Sequence[npt.NDArray[np.int16]], own: slice
) -> Matrix:
    """Cosines; sums of whole numbers, so exact in any order."""
    rows = np.repeat(np.arange(len(keys)), [len(one) for one in keys])
    flat = np.concatenate(keys) if len(rows) else np.zeros(0, dtype=np.uint32)
    values = np.concatenate(weights) if len(rows) else np.zeros(0, dtype=np.int16)
    # Only terms that two of them have can add anything; of a few rows, only the terms of these.
    if own.start is None:
        _, columns, counts = np.unique(flat, return_inverse=True, return_counts=True)
        shared = counts[columns] > 1
        columns = np.unique(columns[shared], return_inverse=True)[1]
    else:
        known = distinct(np.concatenate(keys[own]))
        shared = among(flat, known)
        columns = known.searchsorted(flat[shared])
    table = np.zeros((len(keys), int(columns.max(initial=-1)) + 1), dtype=np.float32)
    table[rows[shared], columns] = values[shared]
    return (table[own] @ table.T).astype(np.float64) / (SCALE * SCALE)


def _strangers(signatures: Sequence[Signature], own: slice) -> npt.NDArray[np.bool_]:
    """Whether neither's head names anything that the other names."""
    known, flat = np.unique(np.concatenate([one.names for one in signatures]), return_inverse=True)
    named = np.zeros((len(signatures), len(known)), dtype=np.float32)
    named[np.repeat(np.arange(len(signatures)), [len(one.names) for one in signatures]), flat] = 1
    head = np.zeros_like(named)
    for row, one in enumerate(signatures):
        head[row, np.searchsorted(known, one.heads)] = 1
    met: npt.NDArray[np.bool_] = np.asarray(head[own] @ named.T > 0)
    met |= named[own] @ head.T > 0
    has: npt.NDArray[np.bool_] = np.asarray(head.any(axis=1))
    return ~met & has[own, None] & has[None, :]


def _time(signatures: Sequence[Signature], own: slice) -> tuple[Matrix, npt.NDArray[np.bool_]]:
    """What time takes from the likeness of each two, or adds to it, 1 where nothing is told; and whether days told lie apart."""
    at = _column([None if one.at is None else one.at / _DAY for one in signatures])
    day = _column([one.told.day for one in signatures])
    season = _column([one.told.season for one in signatures])
    year = _column([one.told.year for one in signatures])
    week = _column([one.told.weekday for one in signatures])
    between = np.abs(at[own, None] - at[None, :])
    factor = FLOOR + (1 - FLOOR) * np.exp(-np.maximum(between - NEAR, 0) / FADE)
    factor = np.where(np.isnan(between), 1.0, factor)
    days = np.abs(day[own, None] - day[None, :])
    factor[days <= 1] *= SAME_DAY
    written = np.array([one.told.written for one in signatures], dtype=bool)
    fresh = np.abs(at - _EPOCH - day) <= FRESH
    apart = (days >= APART) & fresh[own, None] & fresh[None, :]
    both = written[own, None] & written[None, :]
    factor[apart & both] *= OTHER_DAY
    factor[apart & ~both] *= PERHAPS_OTHER_DAY
    undated = np.isnan(between)
    years = year[own, None] - year[None, :]
    factor[undated & (years == 0)] *= SAME_YEAR
    factor[undated & (np.abs(years) > 0)] *= OTHER_YEAR
    seasons = np.abs(season[own, None] - season[None, :])
    unlike = undated & (np.minimum(seasons, 372 - seasons) >= APART)
    factor[unlike] *= OTHER_SEASON
    weekdays = week[own, None] - week[None, :]
    factor[undated & (np.abs(weekdays) > 0) & ~(days == 0)] *= OTHER_WEEKDAY
    return factor, apart | unlike


_EPOCH = -719_163
"""Ordinal of 1 January 1970, negative: what turns days since then into ordinals."""


def _column(values: Sequence[float | int | None]) -> npt.NDArray[np.float64]:
    return np.array([np.nan if value is None else value for value in values], dtype=np.float64)
