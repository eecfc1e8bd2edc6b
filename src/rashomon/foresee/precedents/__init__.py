"""History → Precedent: "after A did this to B, within so many days A did that in n of m cases", with the cases and the base rate.

    history = History.of(store.history.of("Alba", "Borea"))
    for one in precedents(history, "Alba", "Borea", "<ACCUSE", 30, now=now): ...

Rules in TLogic's manner (Liu et al. 2022), of one step or two between the same two actors, but every case is found and listed. The
same is counted for all pairs of the same kinds and for the world, since a pair alone has few cases. What follows what is told, not
why: two things may both follow a third.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from itertools import chain

import numpy as np

from rashomon.foresee.acts import CATEGORIES, WORDS
from rashomon.foresee.precedents.facts import Whole
from rashomon.foresee.precedents.follow import cases, triggered
from rashomon.foresee.precedents.history import History
from rashomon.foresee.precedents.rates import Scope, base_rate, scope_pairs
from rashomon.records import BaseRate, Precedent, PrecedentCase, as_utc

__all__ = ["History", "base_rates", "learn", "precedents"]

SMOOTHING = 10.0
"""Cases at the base rate that are added (Laplace's rule adds two): the best of 1, 2, 5, 10, 20 and 40 over both horizons of
`python -m bench.precedents`, dev half."""
HALF_LIFE = 5 * 365.25
"""Days after which a case counts half. A convention: governments change within such a time."""
APART = 7
"""Days; triggers nearer to each other are one case, or a week of shelling would count as seven."""
SCOPES: tuple[Scope, ...] = ("pair", "kind", "world")
DEEDS = tuple(sorted(CATEGORIES - WORDS))


def precedents(
    history: History,
    actor: str,
    other: str,
    trigger: str,
    horizon_days: int,
    *,
    now: datetime,
    then: Sequence[str] = DEEDS,
    scopes: Sequence[Scope] = SCOPES,
    least: int = 1,
    apart: int = APART,
    half_life: float = HALF_LIFE,
) -> tuple[Precedent, ...]:
    """What ``actor`` did to ``other`` after the trigger: one record for each act of ``then`` that followed at least ``least`` times,
    and scope. First by scope, from pair to world; then by how far the chance lies above the base rate.

    ``trigger``: an act of ``actor`` on ``other`` (``ACCUSE``, ``ASSAULT/drone``), behind ``<`` one of ``other`` on ``actor``; two steps
    with `` + `` between. ``then``: acts, by default the categories that are deeds. Nothing later than ``now`` is looked at.

    Raises:
        UnknownAct: an act is none.
    """
    pair, end = history.pair_of(actor, other), _end(history, now)
    out = list[Precedent]()
    for scope in scopes:
        pairs = scope_pairs(history, pair, scope)
        places = _places(history, pairs, trigger, horizon_days, apart, end)
        made = list[Precedent]()
        for act in then:
            told = sorted(
                chain.from_iterable(
                    cases(history, p, at, act, horizon_days, end) for p, at in places.items()
                ),
                key=lambda c: (-c.on.toordinal(), c.trigger),
            )
            hits = sum(bool(c.followed_by) for c in told)
            if hits < least:
                continue
            base = base_rate(history, pairs, act, horizon_days, end, scope)
            chance = _chance(told, base, end, half_life)
            made.append(
                Precedent(
                    actor=actor, other=other, trigger=trigger, then=act, horizon_days=horizon_days, scope=scope, hits=hits,
                    tried=len(told), chance=chance, base=base, lift=chance / base.rate if base.rate else None, cases=tuple(told),
                )
            )  # fmt: skip
        out += sorted(made, key=lambda p: (-(p.lift or 0), -p.hits, p.then))
    return tuple(out)


def base_rates(
    history: History, actor: str, other: str, act: str, horizon_days: int, *, now: datetime
) -> tuple[BaseRate, ...]:
    """How often ``actor`` does the act to ``other`` within the horizon, trigger or not; the same for their kinds and the world.

    Raises:
        UnknownAct: the act is none.
    """
    pair, end = history.pair_of(actor, other), _end(history, now)
    return tuple(
        base_rate(history, scope_pairs(history, pair, scope), act, horizon_days, end, scope)
        for scope in SCOPES
    )


def learn(
    history: History,
    actor: str,
    other: str,
    horizon_days: int,
    *,
    now: datetime,
    least: int = 3,
    lift: float = 1.5,
    steps: int = 2,
) -> tuple[Precedent, ...]:
    """Every rule between these two, of one step or two, that held at least ``least`` times and lifts the chance ``lift`` times above
    the base rate; the strongest first. A rule of two steps stands only where it lifts more than its second step alone."""
    pair = history.pair_of(actor, other)
    own = {e.category for e, p in zip(history.events, history.pair, strict=True) if p == pair}
    theirs = {f"<{e.category}" for e, p in zip(history.events, history.turned, strict=True) if p == pair}
    single = sorted(own | theirs)
    deeds = sorted(own - WORDS)
    found: dict[tuple[str, str], Precedent] = {}
    triggers = [*single, *(f"{a} + {b}" for a in single for b in single if steps > 1)]
    for trigger in triggers:
        for one in precedents(
            history, actor, other, trigger, horizon_days, now=now, then=deeds, scopes=("pair",), least=least
        ):
            short = found.get((trigger.rpartition(" + ")[2], one.then)) if "+" in trigger else None
            if (one.lift or 0) >= lift and one.chance > (short.chance if short else 0):
                found[trigger, one.then] = one
    return tuple(sorted(found.values(), key=lambda p: (-(p.lift or 0), -p.hits, p.trigger, p.then)))


def _places(
    history: History, pairs: Whole, trigger: str, horizon: int, apart: int, end: int
) -> dict[int, Whole]:
    """Cases of the trigger by pair; only pairs that have its last step are looked at."""
    last = trigger.rpartition("+")[2].strip()
    whose = history.turned if last.startswith("<") else history.pair
    met = np.unique(whose[history.does(last.removeprefix("<"))]) if len(history.events) else whose
    out = {}
    for pair in np.intersect1d(met, pairs).tolist():
        found = triggered(history, pair, trigger, horizon, apart)
        found = found[history.day[found] <= end]
        if len(found):
            out[pair] = found
    return out


def _chance(told: Sequence[PrecedentCase], base: BaseRate, end: int, half_life: float) -> float:
    weights: list[float] = [0.5 ** ((end - c.on.toordinal()) / half_life) for c in told]
    hit: float = sum(w for w, c in zip(weights, told, strict=True) if c.followed_by)
    rate = 0.5 if base.rate is None else base.rate
    return (hit + SMOOTHING * rate) / (sum(weights) + SMOOTHING)


def _end(history: History, now: datetime) -> int:
    """The last day that is known: of the history, and not after ``now``."""
    last = history.events[-1].day if history.events else date.min
    return min(as_utc(now).date(), last).toordinal()
