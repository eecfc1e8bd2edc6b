"""How good forecasts were: Brier, logarithm, calibration, skill against what needs no skill, and what could not be settled.

Brier 1950: mean of (p − outcome)², 0 best, 0.25 for always saying a half. Logarithmic score: mean of −ln of the probability given to
what came about. Skill: 1 − score / score of the reference. Of one forecaster the last forecast on each question counts.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean

from rashomon.foresee.ledger import Standing
from rashomon.records import Forecast

LEAST = 0.01
"""A probability nearer to 0 or 1 is taken for this far off in the logarithmic score only, which a single wrong certainty would else
make infinite; how many were, is told in ``clipped``."""
BINS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Forecasts of one tenth of the scale: what was said on the average, and how often it came about."""

    low: float
    high: float
    number: int
    said: float
    happened: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Of one forecaster. ``None`` where there is nothing to work it out from."""

    by: str
    number: int
    """Forecasts scored: one for each settled question."""
    brier: float | None
    log: float | None
    """In nats; less is better."""
    clipped: int
    """Certainties that were wrong or right, taken for ``LEAST`` off in ``log``."""
    calibration: float | None
    """Mean distance of what was said from how often it happened, over the bins, each by its number (0 best)."""
    bins: tuple[Bin, ...]
    against_base: float | None
    """Skill against the base rate, over those questions that have one."""
    base_number: int
    against_status_quo: float | None
    """Skill against always expecting that nothing changes; ``None`` too where that made no mistake."""
    unresolvable: float | None
    """Share of the questions past their deadline, forecast by it, that could not be settled."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A probability and what came about, 0 to 1."""

    p: float
    outcome: float
    base: float | None = None
    status_quo: float | None = None


def brier(pairs: Sequence[Pair]) -> float | None:
    """Mean squared distance; ``None`` for none."""
    return fmean((one.p - one.outcome) ** 2 for one in pairs) if pairs else None


def log_score(pairs: Sequence[Pair]) -> tuple[float | None, int]:
    """The logarithmic score, and how many were clipped."""
    if not pairs:
        return None, 0
    clipped = sum(not LEAST <= one.p <= 1 - LEAST for one in pairs)
    total = 0.0
    for one in pairs:
        p = min(max(one.p, LEAST), 1 - LEAST)
        total -= one.outcome * math.log(p) + (1 - one.outcome) * math.log(1 - p)
    return total / len(pairs), clipped


def bins(pairs: Sequence[Pair]) -> tuple[Bin, ...]:
    """Tenths of the scale in which something was said; 1 belongs to the last."""
    told: dict[int, list[Pair]] = defaultdict(list)
    for one in pairs:
        told[min(int(one.p * BINS + 1e-9), BINS - 1)].append(one)
    return tuple(
        Bin(
            low=k / BINS,
            high=(k + 1) / BINS,
            number=len(some),
            said=fmean(one.p for one in some),
            happened=fmean(one.outcome for one in some),
        )
        for k, some in sorted(told.items())
    )


def calibration(found: Sequence[Bin]) -> float | None:
    """Mean distance over the bins, each by its number."""
    total = sum(one.number for one in found)
    return sum(one.number * abs(one.said - one.happened) for one in found) / total if total else None


def skill(pairs: Sequence[Pair], reference: Callable[[Pair], float | None]) -> tuple[float | None, int]:
    """1 − Brier / Brier of the reference, over the pairs for which the reference says something; and how many those are."""
    some = [(one, said) for one in pairs if (said := reference(one)) is not None]
    theirs = brier([Pair(said, one.outcome) for one, said in some])
    ours = brier([one for one, _ in some])
    if ours is None or not theirs:  # a reference without a mistake leaves nothing to be better at
        return None, len(some)
    return 1 - ours / theirs, len(some)


def score(by: str, pairs: Sequence[Pair], *, closed: int, unresolved: int) -> Score:
    """The score of one forecaster. ``closed``: questions past their deadline; ``unresolved``: those of them without an outcome."""
    found = bins(pairs)
    log, clipped = log_score(pairs)
    against_base, base_number = skill(pairs, lambda one: one.base)
    return Score(
        by=by,
        number=len(pairs),
        brier=brier(pairs),
        log=log,
        clipped=clipped,
        calibration=calibration(found),
        bins=found,
        against_base=against_base,
        base_number=base_number,
        against_status_quo=skill(pairs, lambda one: one.status_quo)[0],
        unresolvable=unresolved / closed if closed else None,
    )


def scores(standings: Iterable[Standing]) -> tuple[Score, ...]:
    """One score for each forecaster of the ledger, the best first. A question that fell away (``void``) counts for nobody."""
    pairs: dict[str, list[Pair]] = defaultdict(list)
    closed: dict[str, int] = defaultdict(int)
    unresolved: dict[str, int] = defaultdict(int)
    for one in standings:
        for by, forecast in last(one.forecasts).items():
            pairs[by] += []
            if one.counts is None and not one.contested:
                continue  # open still
            if one.counts is not None and one.counts.outcome == "void":
                continue
            closed[by] += 1
            number = one.counts.number if one.counts is not None else None
            if number is None:
                unresolved[by] += 1
                continue
            asked = one.question
            pairs[by].append(Pair(forecast.p, number, asked.base_rate, asked.status_quo))
    made = [score(by, some, closed=closed[by], unresolved=unresolved[by]) for by, some in pairs.items()]
    return tuple(sorted(made, key=lambda s: (s.brier is None, s.brier or 0.0, s.by)))


def last(forecasts: Iterable[Forecast]) -> dict[str, Forecast]:
    """The last forecast of each forecaster."""
    found: dict[str, Forecast] = {}
    for one in sorted(forecasts, key=lambda f: f.at):
        found[one.by] = one
    return found


def unresolvable_share(standings: Iterable[Standing]) -> tuple[int, int]:
    """How many of the closed questions could not be settled, and how many are closed; what fell away is not counted."""
    bad = total = 0
    for one in standings:
        if one.counts is None and not one.contested:
            continue
        if one.counts is not None and one.counts.outcome == "void":
            continue
        total += 1
        bad += not one.settled
    return bad, total
