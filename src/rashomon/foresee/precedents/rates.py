"""How often something is done anyway: the yardstick of every precedent."""

from __future__ import annotations

from typing import Literal

import numpy as np

from rashomon.foresee.precedents.facts import Whole
from rashomon.foresee.precedents.history import History
from rashomon.records import BaseRate

Scope = Literal["pair", "kind", "world"]


def scope_pairs(history: History, pair: int, scope: Scope) -> Whole:
    """The pairs of a scope: this one; all whose two are of the same kinds; all that are met. A kind that is not told has none."""
    if scope == "pair":
        return np.array([pair] if pair >= 0 else [], dtype=np.int64)
    if scope == "world":
        return np.unique(history.pair)
    kind = history.kinds.get(pair, ("", ""))
    return np.array(sorted(p for p, k in history.kinds.items() if k == kind and all(k)), dtype=np.int64)


def base_rate(history: History, pairs: Whole, then: str, horizon: int, end: int, scope: Scope) -> BaseRate:
    """The share of windows of ``horizon`` days, one behind the other back from ``end``, in which ``then`` was done.

    ``end``: the last day that is known, as an ordinal. A pair is counted from the beginning of the history, not from when it was first
    met: that it did nothing before is part of the rate. The first window that is not whole is left out.
    """
    began = int(history.day[0]) if len(history.day) else end
    count = max(0, (end - began + 1) // horizon)
    back = (end - history.day) // horizon
    told = history.does(then) & np.isin(history.pair, pairs) & (back >= 0) & (back < count)
    hits = len(np.unique(history.pair[told] * max(count, 1) + back[told]))
    windows = count * len(pairs)
    return BaseRate(
        scope=scope,
        horizon_days=horizon,
        windows=windows,
        hits=hits,
        rate=hits / windows if windows else None,
    )
