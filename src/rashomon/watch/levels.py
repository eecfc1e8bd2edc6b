"""How far up an indicator is on each day: nothing (0), raised (1), high (2), or not to be told (blind)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from rashomon.records import Indicator, Sighting
from rashomon.watch.baseline import GAP, Numbers, nothing, odd, usual
from rashomon.watch.series import NEWCOMERS, Counted, Stream, voice_of
from rashomon.watch.sight import blind_days

BLIND = -1
ABSENT = 0.01
"""Probability of seeing nothing in the window, if all were as usual, from which an absence is odd."""
DAYS_KNOWN = 14
"""Days of counting, with the guess, before an absence can be odd: a guess alone is no usage that can break off."""


@dataclass(frozen=True, slots=True)
class Day:
    """One day's level and what it rests on."""

    level: int
    count: int = 0
    expected: float | None = None
    tail: float | None = None
    roots: int = 0
    owners: int = 0
    since: date | None = None
    sightings: tuple[Sighting, ...] = ()
    why: tuple[str, ...] = field(default=())


def by_counts(one: Indicator, made: Counted, whole: Stream, start: int) -> list[Day]:
    """Levels of the days from ``start`` on, by counts against the usual."""
    exposure, weekdays = scaled(whole, one), _weekdays(whole)
    blind = blind_days(whole.documents(one.sources), weekdays)
    return [
        _counted(one, made, whole, exposure, weekdays, day, bool(blind[day]))
        for day in range(start, whole.days)
    ]


def scaled(whole: Stream, one: Indicator) -> Numbers:
    """Sources heard a day over their usual number; a wave of new sources raises it, an outage lowers it.

    Until the stream is settled no number is usual, and a day with any source counts as one.
    """
    heard = whole.exposure(one.sources)
    some = heard[(heard > 0) & whole.settled]
    middle = float(np.median(some)) if len(some) else 1.0
    return np.where(whole.settled, np.clip(heard / middle, 0.0, 2.0), np.minimum(heard, 1.0))


def _weekdays(whole: Stream) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return (np.arange(whole.days, dtype=np.int64) + whole.first.weekday()) % 7


def _counted(
    one: Indicator, made: Counted, whole: Stream, exposure: Numbers, weekdays: np.ndarray[tuple[int], np.dtype[np.int64]],
    day: int, blind: bool,
) -> Day:  # fmt: skip
    limit = one.threshold
    first = max(0, day - one.window_days + 1)
    if not made.counts[first : day + 1].any():
        return Day(BLIND, why=(_silent(one),)) if blind else Day(0)
    back = slice(max(0, day - GAP - one.baseline.days), max(0, day - GAP))
    normal = usual(made.counts[back], exposure[back], weekdays[back], one.baseline.usual)
    last = slice(max(0, day - max(14, one.window_days) + 1), day + 1)
    means = np.array(
        [normal.mean(int(w), max(e, 0.25)) for w, e in zip(weekdays[last], exposure[last], strict=True)]
    )
    found = odd(made.counts[last], means, normal, one.window_days)
    seen = [s for at in range(day - found.days + 1, day + 1) for s in made.by_day.get(at, ())]
    owners = {voice_of(s, whole) for s in seen} - {NEWCOMERS}
    roots = {s.root_id for s in seen}
    strong = len(roots) >= limit.at_least and len(owners) >= limit.owners
    level = 0 if not strong or found.tail > limit.raised else 2 if found.tail <= limit.high else 1
    if blind and not level:
        return Day(BLIND, why=(_silent(one),))
    return Day(
        level=level,
        count=int(found.count),
        expected=round(found.expected, 3),
        tail=found.tail,
        roots=len(roots),
        owners=len(owners),
        since=whole.day(day - found.days + 1) if level else None,
        sightings=tuple(seen),
        why=_why(one, found.tail, roots, owners, made, whole, day, found.days),
    )


def _why(
    one: Indicator, tail: float, roots: set[str], owners: set[str], made: Counted, whole: Stream, day: int, days: int
) -> tuple[str, ...]:  # fmt: skip
    lines = []
    if tail <= one.threshold.raised and len(owners) < one.threshold.owners:
        lines.append(
            f"{len(roots)} reports are beyond the usual, but of {len(owners)} independent owners, and {one.threshold.owners} are asked for."
        )
    elif tail <= one.threshold.raised and len(roots) < one.threshold.at_least:
        lines.append(f"{len(roots)} report is beyond the usual, but {one.threshold.at_least} are asked for.")
    beyond = sum(made.newcomers[at] for at in range(day - days + 1, day + 1))
    if beyond:
        lines.append(f"{beyond} more were of sources not seen before, which have one voice together.")
    return tuple(lines)


def _silent(one: Indicator) -> str:
    who = f"of {', '.join(one.sources)}" if one.sources else "that are read"
    return f"The sources {who} that would show it are silent, so nothing can be said."


def by_absence(one: Indicator, made: Counted, whole: Stream, start: int, after: Sequence[int]) -> list[Day]:
    """Levels for what tells by not happening. ``after``: places of the days on which the other indicator rose."""
    assert one.absent is not None
    width = one.absent.within_days
    weekdays = _weekdays(whole)
    blind = blind_days(whole.documents(one.sources), weekdays)
    # the source that breaks off must not make its own silence usual, so how many were heard does not count here
    exposure = np.minimum(whole.exposure(one.sources), 1.0)
    days = []
    for day in range(start, whole.days):
        if one.absent.after:
            begun = max((at for at in after if at + width <= day), default=None)
            window = (
                None if begun is None or day > begun + width + one.lapse_days else (begun + 1, begun + width)
            )
        else:
            window = (day - width + 1, day) if day >= width + DAYS_KNOWN else None
        days.append(
            Day(0) if window is None else _absent(one, made, whole, exposure, weekdays, blind, *window)
        )
    return days


def _absent(
    one: Indicator, made: Counted, whole: Stream, exposure: Numbers, weekdays: np.ndarray[tuple[int], np.dtype[np.int64]],
    blind: np.ndarray[tuple[int], np.dtype[np.bool_]], first: int, last: int,
) -> Day:  # fmt: skip
    assert one.absent is not None
    if blind[first : last + 1].any():
        return Day(BLIND, why=(_silent(one),))
    if made.counts[first : last + 1].any():
        return Day(0)
    span = f"from {whole.day(first)} to {whole.day(last)}"
    if one.absent.after:
        return Day(
            1,
            expected=None,
            since=whole.day(first),
            why=(f"Nothing of it was seen {span}, the window it was given.",),
        )
    back = slice(max(0, first - one.baseline.days), first)
    normal = usual(made.counts[back], exposure[back], weekdays[back], one.baseline.usual)
    mean = sum(normal.mean(int(weekdays[d]), float(exposure[d])) for d in range(first, last + 1))
    p = nothing(mean, normal.unsure + normal.clump / (last - first + 1))
    if p > ABSENT:
        return Day(0)
    return Day(
        1,
        expected=round(mean, 3),
        tail=p,
        since=whole.day(first),
        why=(f"Nothing of it was seen {span}; {mean:.1f} would be usual.",),
    )


def by_others(one: Indicator, under: Mapping[str, Sequence[Day]], all_of: bool) -> list[Day]:
    """Levels of an indicator that rests on others: the lowest of them where all must be up, else the highest."""
    made = []
    for row in zip(*under.values(), strict=True):
        levels = [day.level for day in row]
        level = min(levels) if all_of else max(levels)
        if all_of and BLIND in levels:
            # one that is seen to be down settles it; else nothing can be said
            level = 0 if 0 in levels else BLIND
        up = [(key, day) for key, day in zip(under, row, strict=True) if day.level > 0]
        if level <= 0:
            made.append(Day(level, why=("What it rests on cannot be seen.",) if level == BLIND else ()))
            continue
        seen = tuple(s for _, day in up for s in day.sightings)
        made.append(
            Day(
                level=level,
                count=sum(day.count for _, day in up),
                roots=len({s.root_id for s in seen}),
                owners=max(day.owners for _, day in up),
                since=max((day.since for _, day in up if day.since), default=None),
                sightings=seen,
                why=(f"Up: {', '.join(key for key, _ in up)}.",),
            )
        )
    return made
