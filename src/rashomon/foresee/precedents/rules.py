"""Rules of length one, counted exactly: after "A r B", how often was there "A s B" within so many days?

Rules of TLogic's form (Liu et al. 2022, AAAI: cyclic temporal rules whose confidence is the share of their bodies that were
followed by their head), but every pair of events is counted, where TLogic samples walks.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from rashomon.foresee.precedents.facts import Facts, Real

SMOOTHING = 5.0
"""Bodies without a head added to each rule, so that one case out of one is no certainty."""


@dataclass(frozen=True, kw_only=True)
class Rules:
    """Both matrices have a row for each body and a column for each head, relations from both ends."""

    followed: Real
    """Bodies that the head followed within the horizon."""
    bodies: Real
    """How often each relation was a body."""

    @property
    def confidence(self) -> Real:
        """The smoothed share of bodies that were followed, 0 to 1."""
        out: Real = self.followed / (self.bodies[:, None] + SMOOTHING)
        return out


def learn(facts: Facts, horizon: int) -> Rules:
    """Every rule of one step between the same two. A head must lie at least a day after its body, at most ``horizon`` days.

    Time and memory grow with the pairs of events of one pair of actors within the horizon.
    """
    rows, _ = facts.by_subject
    pair = rows[:, 0] * facts.entities + rows[:, 2]
    rows = rows[order := np.lexsort((rows[:, 3], pair))]
    pair, width = pair[order], 2 * facts.relations
    found, alive, step = [np.zeros(0, dtype=np.int64)], np.arange(len(rows)), 1
    while len(alive := alive[alive + step < len(rows)]):
        later = alive + step
        alive = alive[(pair[later] == pair[alive]) & (rows[later, 3] - rows[alive, 3] <= horizon)]
        later = alive + step
        after = rows[later, 3] > rows[alive, 3]
        found.append(alive[after] * width + rows[later[after], 1])
        step += 1
    once = np.unique(np.concatenate(found))  # a body counts once, however often its head followed
    followed = np.bincount(rows[once // width, 1] * width + once % width, minlength=width * width)
    return Rules(
        followed=followed.reshape(width, width).astype(np.float64),
        bodies=np.bincount(rows[:, 1], minlength=width).astype(np.float64),
    )
