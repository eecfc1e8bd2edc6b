"""ForecastBench (Karger et al., ICLR 2025): question sets, forecast sets and resolution sets.

A question on a data series is asked once for each of its resolution dates and makes one question each; one of a market makes one. A
pair of questions ("both", "either") has no outcome of its own there and is left out, with an Issue.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from rashomon.records import Forecast, Issue, Question, Resolution

PLACE = "forecastbench"
MARKETS = frozenset({"infer", "manifold", "metaculus", "polymarket"})
"""Sources whose questions are those of prediction markets; the others are data series."""
NONE = ("N/A", None, "")


def questions(data: Mapping[str, Any]) -> Iterator[Question | Issue]:
    """Questions of a question set; an Issue for each that has none of the fields."""
    due = data.get("forecast_due_date", "")
    for row in _rows(data, "questions"):
        if not isinstance(row.get("id"), str):
            yield _left_out(row, "It is a pair of questions.")
            continue
        try:
            yield from _questions(row, due)
        except (KeyError, TypeError, ValueError) as error:
            yield _left_out(row, f"It cannot be read: {error!r}.")


def forecasts(data: Mapping[str, Any], known: Mapping[str, Question]) -> Iterator[Forecast | Issue]:
    """Forecasts of a forecast set. ``known``: ``external`` → question, as ``questions`` made them."""
    at = _day(str(data["forecast_due_date"]))
    model = str(data.get("model") or data.get("organization") or "")
    for row in _rows(data, "forecasts"):
        asked = known.get(_key(row))
        if asked is None or row.get("forecast") is None:
            yield _left_out(
                row, "The ledger has no such question." if asked is None else "It gives no figure."
            )
            continue
        try:
            p = float(row["forecast"])
        except (TypeError, ValueError):
            yield _left_out(row, f"{row['forecast']!r} is no figure.")
            continue
        user = row.get("user_id")
        yield Forecast(
            question_id=asked.id,
            by=str(user or model),
            p=p,
            at=at,
            why=str(row.get("reasoning") or ""),
            machine=not user and "human" not in str(data.get("question_set", data.get("question-set", ""))),
        )


def resolutions(data: Mapping[str, Any], known: Mapping[str, Question]) -> Iterator[Resolution | Issue]:
    """Outcomes of a resolution set for the questions in ``known``; those of other question sets and those still open give nothing."""
    for row in _rows(data, "resolutions"):
        asked = known.get(_key(row))
        if asked is None or not row.get("resolved"):
            continue
        value = row.get("resolved_to")
        if value is None or not 0 <= float(value) <= 1:
            yield _left_out(row, f"Its outcome {value!r} is none.")
            continue
        yield Resolution(
            question_id=asked.id,
            outcome="yes" if float(value) >= 0.5 else "no",
            at=_day(str(row["resolution_date"])),
            why=f"Resolved to {value} by {PLACE}.",
            by=PLACE,
            value=float(value),
        )


def _questions(row: Mapping[str, Any], due: str) -> Iterator[Question]:
    opened = datetime.fromisoformat(str(row["freeze_datetime"]))
    market = row["source"] in MARKETS
    dates: list[str | None] = (
        [None] if market or row.get("resolution_dates") in NONE else list(row["resolution_dates"])
    )
    said = row.get("freeze_datetime_value")
    for date in dates:
        text = (
            str(row["question"]).replace("{resolution_date}", date or "").replace("{forecast_due_date}", due)
        )
        yield Question(
            text=text,
            opened_at=opened,
            deadline=_day(date) if date else _closing(row, opened),
            settled_by=f"{row['resolution_criteria']} {row.get('url', '')}".strip(),
            by=PLACE,
            status_quo=float(said) if market and said not in NONE and 0 <= float(said) <= 1 else None,
            external="/".join((row["source"], row["id"], date or "")),
        )


def _closing(row: Mapping[str, Any], opened: datetime) -> datetime:
    """When a market closes; where it does not say, ten years on."""
    told = row.get("market_info_close_datetime")
    return opened.replace(year=opened.year + 10) if told in NONE else datetime.fromisoformat(str(told))


def _key(row: Mapping[str, Any]) -> str:
    market = row.get("source") in MARKETS
    return "/".join(
        (str(row.get("source")), str(row.get("id")), "" if market else str(row.get("resolution_date")))
    )


def _rows(data: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    rows = data.get(name)
    return [one for one in rows if isinstance(one, Mapping)] if isinstance(rows, list) else []


def _day(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def _left_out(row: Mapping[str, Any], why: str) -> Issue:
    return Issue(
        stage="foresee",
        subject=str(row.get("id"))[:120],
        code="forecast_left_out",
        reason=why,
        severity="warning",
    )
