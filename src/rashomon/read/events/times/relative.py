"""Time told from another moment: a weekday, last month, two days later, last spring."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from rashomon.read.events.times.calendar import Span, day_of, hour_of, month_of, years_of


def weekday(wanted: int, today: date, step: int, *, ahead: bool) -> date:
    """The day of a weekday, Monday 0: the nearest past one, today included, or ``ahead`` the nearest to come.

    ``step``: 1 "next", -1 "last", neither of which is today; 2 "this coming"; 0 where nothing is said.
    """
    if step > 0 or (ahead and step == 0):
        days = (wanted - today.weekday()) % 7
        return today + timedelta(7 if step == 1 and days == 0 else days)
    days = (today.weekday() - wanted) % 7
    return today - timedelta(7 if step < 0 and days == 0 else days)


def in_month(month: int, year: int | None, today: date | None, step: int, *, ahead: bool) -> Span | None:
    """A month: of its year, else the nearest past one, ``ahead`` the nearest to come; ``step`` as in ``weekday``."""
    if year:
        return month_of(year, month)
    if today is None:
        return None
    if step > 0 or (ahead and step == 0):
        return month_of(today.year + (month < today.month), month)
    back = month > today.month or (step < 0 and month == today.month)
    return month_of(today.year - back, month)


def weekend(today: date, step: int, *, ahead: bool) -> Span:
    """Saturday and Sunday: ``step`` 1 the next, 0 this one, -1 the last."""
    saturday = today - timedelta((today.weekday() - 5) % 7)
    if step == 1 or (step == 0 and today.weekday() < 5 and ahead):
        saturday = today + timedelta((5 - today.weekday()) % 7)
    return Span(hour_of(saturday, 0), hour_of(saturday + timedelta(1), 0), "day")


def stretch(unit: str, today: date, step: int) -> Span:
    """The week, month, year, decade or century that lies so many steps from today's."""
    if unit == "week":
        monday = today - timedelta(today.weekday()) + timedelta(7 * step)
        return Span(hour_of(monday, 0), hour_of(monday + timedelta(6), 0), "week")
    if unit == "month":
        months = today.year * 12 + today.month - 1 + step
        return month_of(months // 12, months % 12 + 1)
    if unit == "decade":
        return years_of((today.year // 10 + step) * 10, 10)
    if unit == "century":
        first = (today.year // 100 + step) * 100
        return Span(hour_of(date(first, 1, 1), 0), hour_of(date(first + 99, 12, 31), 0), "decade")
    return years_of(today.year + step, 1)


SEASONS = {"winter": 12, "spring": 3, "summer": 6, "autumn": 9}
"""Season to its first month; each has three, and winter is of the year in which it begins."""


def season(name: str, today: date, step: int, year: int | None, *, ahead: bool) -> Span:
    """A season of a year, or the nearest one past, ``ahead`` the nearest to come; ``step`` as in ``weekday``.

    "Last spring" told in May is that of the year before, told in October the one just past.
    """
    first = SEASONS[name]
    if year is None:
        year = today.year
        while date(year, first, 1) > today:
            year -= 1
        inside = today <= date(year + (first == 12), (first + 2) % 12 or 12, 28)
        if step > 0 or (ahead and step == 0):
            year += 1
        elif step < 0 and inside:
            year -= 1
    begin = month_of(year, first)
    last = first + 2
    end = month_of(year + last // 13, last - 12 * (last > 12))
    return Span(begin.begin, end.until, "season")


def shifted(
    count: int,
    unit: str,
    which: str,
    today: date,
    anchor: date | None,
    published: datetime | None,
    *,
    vague: bool,
) -> Span | None:
    """So many units ``which`` ("ago", "later", else before) from today, or from the ``anchor``; ``vague``: "several"."""
    sign = 1 if which == "later" else -1
    base = today if which == "ago" else anchor or today
    if unit in {"minute", "hour"}:
        if which == "ago" and published is not None:
            moment = published.replace(tzinfo=None, second=0, microsecond=0)
            length = timedelta(hours=count) if unit == "hour" else timedelta(minutes=count)
            return Span(moment - length * (12 if vague and unit == "hour" else 1), moment, "part")
        return Span(hour_of(base, 0), hour_of(base, 24), "part")
    days = {"day": 1, "week": 7}.get(unit)
    if days and not vague:
        day = base + sign * timedelta(count * days)
        return (
            day_of(day)
            if unit == "day"
            else Span(hour_of(day - timedelta(3), 0), hour_of(day + timedelta(3), 0), "week")
        )
    if days:
        far, near = base + sign * timedelta(days * 7), base + sign * timedelta(days * 2)
        return Span(
            hour_of(min(far, near), 0), hour_of(max(far, near), 0), "week" if unit == "day" else "month"
        )
    if unit == "month":
        months = base.year * 12 + base.month - 1 + sign * count * (3 if vague else 1)
        return month_of(months // 12, months % 12 + 1)
    if vague and unit == "year":
        return Span(hour_of(date(base.year - 9, 1, 1), 0), hour_of(date(base.year - 2, 12, 31), 0), "decade")
    return years_of(base.year + sign * count * (10 if unit == "decade" else 1), 1)
