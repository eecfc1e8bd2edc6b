"""The working of a judgement: what each item did, how the view came to be, and what would change it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

import numpy as np

from rashomon.assess.judge.matrix import Matrix
from rashomon.assess.judge.posterior import Posterior
from rashomon.assess.record.table import Floats
from rashomon.records import Evidence, Moment, Weighed

MOMENTS = 12
"""Steps of the history that are kept: the first view, the last, and the largest changes between."""

Judged = Callable[[Floats], Posterior]
"""From the log likelihood of everything under each explanation to the probabilities."""


def weighed(found: Matrix, whole: Posterior, judged: Judged) -> tuple[Weighed, ...]:
    """What each item did, in the order of the items: the judgement is made once more without it."""
    sums = found.sums()
    of = {n: one for one in found.voice for n in one}
    value = {one[0]: found.value(one) for one in found.voice}
    made = []
    for number, item in enumerate(found.items):
        voice = of[number]
        left = [n for n in voice if n != number]
        without = judged(sums - value[voice[0]] + found.value(left))
        row = found.likely[number]
        made.append(
            Weighed(
                evidence_id=item.id,
                log_odds=whole.odds - without.odds,
                diagnostic=float(row.max() - row.min()),
                without=without.likelihood,
                counted_under="" if voice[0] == number else found.items[voice[0]].id,
                why=_why(found, voice, number),
            )
        )
    return tuple(made)


def _why(found: Matrix, voice: Sequence[int], number: int) -> str:
    if voice[0] == number:
        return ""
    item, head = found.items[number], found.items[voice[0]]
    if item.root_id and item.root_id == head.root_id:
        return "the same root"
    return "one camp with one word" if item.word else "the same point once more"


def history(
    items: Sequence[Evidence], view: Callable[[Sequence[Evidence]], float | None]
) -> tuple[Moment, ...]:
    """The view at each moment at which something came in. What has no date counts from the last."""
    times = sorted({one.at for one in items if one.at is not None})
    if not times:
        return ()
    made: list[Moment] = []
    last: datetime | None = None
    for at in _chosen(times):
        fresh = [
            one.id
            for one in items
            if (one.at is not None and one.at <= at and (last is None or one.at > last))
            or (one.at is None and at == times[-1])
        ]
        held = [
            one
            for one in items
            if (one.at is None and at == times[-1]) or (one.at is not None and one.at <= at)
        ]
        made.append(Moment(at=at, likelihood=view(held), evidence=tuple(fresh)))
        last = at
    return tuple(made)


def _chosen(times: Sequence[datetime]) -> Sequence[datetime]:
    """All moments, or evenly chosen ones with the first and the last."""
    if len(times) <= MOMENTS:
        return times
    return [times[n] for n in np.unique(np.linspace(0, len(times) - 1, MOMENTS).round().astype(int))]
