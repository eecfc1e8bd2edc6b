"""Whether those who would show an indicator were there at all: blindness is told apart from quiet."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from rashomon.watch.baseline import Numbers

LOOK = 2
"""Days that must be silent before one is blind: most sources miss a single day now and then."""
FAINT = 0.1
"""Share of the usual documents under which sources count as silent, where at least ``ENOUGH`` are usual."""
ENOUGH = 10.0
HISTORY = 56
WEEK = 7


def blind_days(documents: Numbers, weekdays: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """For each day whether it is blind: nothing at all in the last days though these weekdays usually have something."""
    made = np.zeros(len(documents), dtype=bool)
    ever = np.cumsum(documents) > 0
    for day in range(len(documents)):
        if not ever[day]:
            made[day] = True
            continue
        last = documents[max(0, day - LOOK + 1) : day + 1]
        heard = float(last.sum())
        if heard == 0 and float(documents[max(0, day - WEEK + 1) : day + 1].sum()) == 0:
            made[day] = True
            continue
        if heard >= ENOUGH:
            continue
        past = documents[max(0, day - HISTORY) : max(0, day - LOOK + 1)]
        if len(past) < 2 * WEEK:
            made[day] = heard == 0 and len(past) > 0 and float(np.median(past)) > 0
            continue
        of = weekdays[max(0, day - HISTORY) : max(0, day - LOOK + 1)]
        normal = sum(float(np.median(past[of == weekdays[d]])) for d in range(day - len(last) + 1, day + 1))
        made[day] = normal > 0 and (heard == 0 or (normal >= ENOUGH and heard < FAINT * normal))
    return made
