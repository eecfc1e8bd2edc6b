"""Cases of a trigger, and what followed each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import numpy as np

from rashomon.errors import UnknownAct
from rashomon.foresee.precedents.facts import Whole
from rashomon.foresee.precedents.history import History
from rashomon.records import PrecedentCase


def triggered(history: History, pair: int, trigger: str, horizon: int, apart: int) -> Whole:
    """Places in the history of the trigger's cases for one pair, by day.

    A trigger may have two steps (``ACCUSE + <ASSAULT``): the second at least a day after the first and within the horizon; the case
    is the second's. A case less than ``apart`` days after the one before belongs to the same run and is not counted again.

    Raises:
        UnknownAct: an act is none, or there are more than two steps.
    """
    steps = [s.strip() for s in trigger.split("+")]
    if len(steps) > 2 or not all(steps):
        raise UnknownAct(trigger, "a trigger has one step or two")
    found = _step(history, pair, steps[0])
    for step in steps[1:]:
        first, found = history.day[found], _step(history, pair, step)
        before = np.searchsorted(first, history.day[found] - horizon)
        found = found[np.searchsorted(first, history.day[found]) > before]
    out, last = list[int](), -(10**9)
    for place in found.tolist():
        if history.day[place] - last >= apart:
            out.append(place)
            last = int(history.day[place])
    return np.array(out, dtype=np.int64)


def _step(history: History, pair: int, step: str) -> Whole:
    places = history.places(pair, turned=step.startswith("<"))
    return places[history.does(step.removeprefix("<"))[places]]


def cases(
    history: History, pair: int, places: Whole, then: str, horizon: int, end: int
) -> Iterator[PrecedentCase]:
    """Each case with the first event that followed it, from the next day to the horizon's last. A case whose horizon goes beyond
    ``end`` is left out, whether or not something followed already: else what comes soon would be counted too often."""
    ends = history.places(pair)
    ends = ends[history.does(then)[ends]]
    days = history.day[ends]
    for place in places.tolist():
        on = int(history.day[place])
        if on + horizon > end:
            continue
        at = int(np.searchsorted(days, on, side="right"))
        hit = at < len(days) and days[at] <= on + horizon
        yield PrecedentCase(
            trigger=history.events[place].id,
            on=date.fromordinal(on),
            followed_by=history.events[ends[at]].id if hit else "",
            followed_on=date.fromordinal(int(days[at])) if hit else None,
        )
