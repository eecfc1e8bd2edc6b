"""Moments and stretches of time, and the arithmetic of days: what expressions of time come to, in any language.

Times are local ones of the text, without a zone, since a text seldom says which clock it means. Ranges are inclusive.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

PARTS: dict[str, tuple[int, int, int]] = {
    "dawn": (4, 7, 0), "daybreak": (4, 7, 0), "morning": (6, 12, 0), "noon": (12, 12, 0), "midday": (12, 12, 0),
    "lunchtime": (12, 14, 0), "afternoon": (12, 18, 0), "dusk": (17, 21, 0), "evening": (18, 24, 0), "night": (18, 6, 1),
    "midnight": (0, 0, 1), "late": (18, 24, 0), "early": (0, 9, 0),
}  # fmt: skip
"""Part of a day: from and until which hour, and how many days on the end lies."""


@dataclass(frozen=True, slots=True)
class When:
    """An expression of time: its place, words and what it comes to (ISO 8601; empty where it cannot be told)."""

    start: int
    end: int
    text: str
    time_from: str = ""
    time_until: str = ""
    precision: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time, both ends in it, and how exactly it is known (``Event.time_precision``)."""

    begin: datetime
    until: datetime
    precision: str


def told(text: str, begin: int, until: int, span: Span | None) -> When:
    """The expression in ``text[begin:until]`` that comes to this stretch."""
    words = text[begin:until]
    if span is None:
        return When(begin, until, words)
    if span.precision in {"minute", "part"}:
        return When(
            begin,
            until,
            words,
            span.begin.isoformat("T", "minutes"),
            span.until.isoformat("T", "minutes"),
            span.precision,
        )
    return When(
        begin, until, words, span.begin.date().isoformat(), span.until.date().isoformat(), span.precision
    )


def day_of(day: date) -> Span:
    """The whole of a day."""
    return Span(datetime.combine(day, time()), datetime.combine(day, time()), "day")  # noqa: DTZ


def dated(month: int, number: int, year: str | None, today: date | None, ahead: bool) -> date | None:
    """The day of a date; without a year the nearest one, in the past or ``ahead``. Raises ValueError for 31 February."""
    if year:
        return date(int(year), month, number)
    if today is None:
        return None
    day = date(today.year, month, min(number, monthrange(today.year, month)[1]) if number == 29 else number)
    if ahead and day < today:
        return day.replace(year=day.year + 1)
    # A few days ahead is a date that is due, not last year's.
    if not ahead and day > today + timedelta(30):
        return day.replace(year=day.year - 1)
    return day


def parted(day: date, part: str | None) -> Span:
    """A part of a day by its name in ``PARTS``; the whole day without one."""
    if not part:
        return day_of(day)
    begin, until, over = PARTS[part.lower()]
    return Span(hour_of(day, begin), hour_of(day + timedelta(over), until), "part")


def hour_of(day: date, hour: int) -> datetime:
    """A full hour of a day; 24 is its last minute."""
    if hour == 24:
        return datetime.combine(day, time(23, 59))  # noqa: DTZ
    return datetime.combine(day, time(hour))  # noqa: DTZ


def month_of(year: int, month: int) -> Span:
    """The whole of a month."""
    return Span(
        hour_of(date(year, month, 1), 0), hour_of(date(year, month, monthrange(year, month)[1]), 0), "month"
    )


def years_of(year: int, length: int) -> Span:
    """So many years from the first day of one."""
    return Span(
        hour_of(date(year, 1, 1), 0),
        hour_of(date(year + length - 1, 12, 31), 0),
        "year" if length == 1 else "decade",
    )


def at_minute(span: Span, hour: int, minute: int) -> Span:
    """The moment of a day that a clock tells; the span itself where the clock is out of range."""
    if hour > 23 or minute > 59:
        return span
    moment = span.begin.replace(hour=hour, minute=minute)
    return Span(moment, moment, "minute")
