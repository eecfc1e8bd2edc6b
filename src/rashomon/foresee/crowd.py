"""Several forecasters as one: the median of the last word of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from statistics import median

from rashomon.foresee.ledger import Standing
from rashomon.foresee.scoring import last
from rashomon.records import Forecast


def crowd(standing: Standing, name: str) -> Forecast | None:
    """The median forecast, dated by the last of them; ``None`` where nobody made one."""
    given = list(last(standing.forecasts).values())
    if not given:
        return None
    return Forecast(
        question_id=standing.question.id,
        by=name,
        p=median(one.p for one in given),
        at=max(one.at for one in given),
        why=f"Median of {len(given)}.",
        machine=True,
    )


def as_crowd(standings: Iterable[Standing], name: str) -> tuple[Standing, ...]:
    """The same questions with the median in place of those who made it."""
    return tuple(
        replace(one, forecasts=(made,) if (made := crowd(one, name)) is not None else ()) for one in standings
    )
