"""Russian and Ukrainian expressions of time, resolved against the moment a text was published.

As in English, a weekday or a date without a year is the nearest past one, for what is to come the nearest ahead. "В ночь
на вторник" is the night that ends on Tuesday; "ночью" the one that ended on the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from rashomon.read.events.times.calendar import Span, When, at_minute, dated, day_of, parted, told, years_of
from rashomon.read.events.times.relative import in_month, season, shifted, stretch, weekday, weekend
from rashomon.read.events.times.words import CALENDARS, Calendar


@dataclass(frozen=True)
class _Patterns:
    any: re.Pattern[str]
    quick: re.Pattern[str]
    clock: re.Pattern[str]


def _or(patterns: object) -> str:
    return "|".join(str(p) for p in patterns)  # type: ignore[attr-defined]


@cache
def _patterns(language: str) -> _Patterns:
    c = CALENDARS[language]
    month, day_, part, unit = _or(c.months), _or(c.weekdays), _or(c.parts), _or(c.units)
    number = r"\d{1,3}|" + _or(c.numbers)
    night = _or(c.nights)
    step = rf"(?:(?P<{{}}l>{c.last})|(?P<{{}}n>{c.next})|(?P<{{}}t>{c.this}))"
    parts = [
        rf"(?P<night>{night}) (?:(?P<nd>\d{{1,2}})(?:-е)?(?:[-–]?(?:го|ого))? (?P<nm>{month})|(?P<nw>{day_}))",
        r"(?P<iy>(?:19|20)\d\d)-(?P<im>\d\d)-(?P<id>\d\d)|(?P<dd>\d{1,2})\.(?P<dm>\d{2})\.(?P<dy>(?:19|20)\d\d)",
        rf"(?:(?P<pb>{part}) )?(?P<d>\d{{1,2}})(?:[-–]?(?:го|ого|е))? (?P<m>{month})(?: (?P<y>(?:19|20)\d\d)(?:-го|-го)?(?: (?:{c.year}))?)?(?:,? (?P<pa>{part}))?",
        rf"(?:{step.format('w', 'w', 'w')} )?(?<![\w-])(?P<w>{day_})(?:,? (?P<wd>\d{{1,2}}) (?P<wm>{month}))?(?:,? (?P<wp>{part}))?",
        rf"(?P<t>{_or(c.days)})(?:,? (?P<tp>{part}))?",
        rf"(?P<an>{number})? ?(?P<au>{unit}) (?P<aw>{c.ago}|{c.later})",
        rf"(?:{c.after}) (?P<fn>{number})? ?(?P<fu>{unit})",
        rf"(?P<we>{c.weekend})",
        rf"{step.format('s', 's', 's')} (?P<s>{_or(c.seasons)})|(?P<sb>{_or(c.seasons)})(?: (?P<sy>(?:19|20)\d\d)(?:-го)?(?: (?:{c.year}))?)?",
        rf"(?:{step.format('o', 'o', 'o')} )(?P<ou>{month})|(?<!\d )(?P<om>{month})(?: (?P<oy>(?:19|20)\d\d)(?:-го)?(?: (?:{c.year}))?)?",
        rf"{step.format('k', 'k', 'k')} (?P<k>{unit})",
        rf"(?:(?:{c.in_}|весной|летом) )?(?P<yy>(?:19|20)\d\d)(?:-(?:м|го|му|й))?(?: (?:{c.year}))(?!\w)|(?:{c.in_}) (?P<yz>(?:19|20)\d\d)(?:-(?:м|го|му))",
        c.decade,
        rf"(?P<eve>{c.eve})(?: (?P<evep>{part}))?",
        rf"(?P<p>{part})",
    ]
    if c.last_year:
        parts.insert(4, rf"(?P<ly>{c.last_year})(?: (?:в|у) (?P<lym>{month})| (?P<lys>{_or(c.seasons)}))?")
    united = re.compile(r"(?<![\w-])(?:" + "|".join(f"(?:{p})" for p in parts) + r")(?![\w])", re.IGNORECASE)
    quick = re.compile(
        r"\d|(?<!\w)(?:"
        + "|".join(
            [_or(c.days), day_, part, unit, month, _or(c.seasons), c.eve, night, c.last_year or c.eve, c.last]
        )
        + ")",
        re.IGNORECASE,
    )
    clock = re.compile(rf",? (?:{c.at}) (?P<h>\d{{1,2}})[:.](?P<min>\d\d)(?!\d)", re.IGNORECASE)
    return _Patterns(united, quick, clock)


def times(
    text: str,
    start: int,
    end: int,
    published: datetime | None,
    language: str,
    *,
    ahead: bool = False,
    anchor: date | None = None,
) -> tuple[When, ...]:
    """Expressions of time in ``text[start:end]``, in order; ``ahead`` and ``anchor`` as in English."""
    patterns = _patterns(language)
    if not patterns.quick.search(text, start, end):
        return ()
    return tuple(_times(text, start, end, published, CALENDARS[language], patterns, ahead, anchor))


def _times(
    text: str,
    start: int,
    end: int,
    published: datetime | None,
    c: Calendar,
    patterns: _Patterns,
    ahead: bool,
    anchor: date | None,
) -> Iterator[When]:
    at = start
    while match := patterns.any.search(text, at, end):
        begin, until = match.span()
        at = max(until, at + 1)
        try:
            span = _told(match, c, published, ahead, anchor)
        except (ValueError, OverflowError):  # "31 февраля"
            span = None
        if (
            span is not None
            and span.precision in {"day", "part"}
            and (tail := patterns.clock.match(text, until, end))
        ):
            span = at_minute(span, int(tail["h"]), int(tail["min"]))
            until = at = tail.end()
        yield told(text, begin, until, span)


def _which(table: dict[str, int] | dict[str, str], word: str) -> int | str:
    return next(v for k, v in table.items() if re.fullmatch(k, word, re.IGNORECASE))


def _part(c: Calendar, word: str | None) -> str | None:
    return str(_which(c.parts, word)) if word else None


def _place(patterns: tuple[str, ...], word: str) -> int:
    return next(i for i, p in enumerate(patterns) if re.fullmatch(p, word, re.IGNORECASE))


def _step(match: re.Match[str], letter: str) -> int:
    found = match.groupdict()
    return (
        -1
        if found.get(letter + "l")
        else 1
        if found.get(letter + "n")
        else 2
        if found.get(letter + "t")
        else 0
    )


def _told(
    match: re.Match[str], c: Calendar, published: datetime | None, ahead: bool, anchor: date | None
) -> Span | None:
    got = match.groupdict()
    today = published.date() if published else None
    if got["iy"]:
        return day_of(date(int(got["iy"]), int(got["im"]), int(got["id"])))
    if got["dy"]:
        return day_of(date(int(got["dy"]), int(got["dm"]), int(got["dd"])))
    if got["d"]:
        day = dated(_place(c.months, got["m"]) + 1, int(got["d"]), got["y"], today, ahead)
        return _of_day(day, _part(c, got["pb"] or got["pa"])) if day else None
    if got["yy"] or got["yz"]:
        return years_of(int(got["yy"] or got["yz"]), 1)
    if got["ds"]:
        return years_of(int(got["ds"]), 10)
    if got["om"] and got["oy"]:
        return in_month(_place(c.months, got["om"]) + 1, int(got["oy"]), today, 0, ahead=ahead)
    if got["sb"] and got["sy"]:
        return season(
            str(_which(c.seasons, got["sb"])),
            today or date(int(got["sy"]), 6, 1),
            0,
            int(got["sy"]),
            ahead=ahead,
        )
    if today is None:
        return None
    return _from_today(got, match, c, today, published, ahead, anchor)


def _of_day(day: date, part: str | None) -> Span:
    """A part of a day; a night that is told with a day is the one that begins in it."""
    return parted(day, part)


def _from_today(
    got: dict[str, str | None],
    match: re.Match[str],
    c: Calendar,
    today: date,
    published: datetime | None,
    ahead: bool,
    anchor: date | None,
) -> Span | None:
    if got["night"]:
        if got["nd"] and got["nm"]:
            day = dated(_place(c.months, got["nm"]) + 1, int(got["nd"]), None, today, ahead)
        else:
            day = weekday(_place(c.weekdays, got["nw"] or ""), today, 0, ahead=ahead)
        return parted(day - timedelta(1), "night") if day else None
    if got["w"]:
        if got["wd"] and got["wm"]:
            day = dated(_place(c.months, got["wm"]) + 1, int(got["wd"]), None, today, ahead)
        else:
            day = weekday(_place(c.weekdays, got["w"]), today, _step(match, "w"), ahead=ahead)
        return _of_day(day, _part(c, got["wp"])) if day else None
    if got["t"]:
        return _of_day(today + timedelta(int(_which(c.days, got["t"]))), _part(c, got["tp"]))
    if got.get("ly"):
        if got["lym"]:
            return in_month(_place(c.months, got["lym"]) + 1, today.year - 1, today, 0, ahead=False)
        if got["lys"]:
            return season(str(_which(c.seasons, got["lys"])), today, 0, today.year - 1, ahead=False)
        return years_of(today.year - 1, 1)
    if got["au"] or got["fu"]:
        return _count(got, c, today, published, anchor)
    if got["we"]:
        word = got["we"]
        step = -1 if re.search(c.last.split("(")[0], word) or "минувш" in word else 0
        return weekend(today, step if step or ahead else -1, ahead=ahead)
    if got["s"]:
        step = _step(match, "s")
        return season(
            str(_which(c.seasons, got["s"])),
            today,
            0 if step == 2 else step,
            today.year if step == 2 else None,
            ahead=ahead,
        )
    if got["sb"]:
        return season(str(_which(c.seasons, got["sb"])), today, 0, None, ahead=ahead)
    if got["om"] or got["ou"]:
        return in_month(
            _place(c.months, got["om"] or got["ou"] or "") + 1,
            None,
            today,
            0 if _step(match, "o") == 2 else _step(match, "o"),
            ahead=ahead,
        )
    if got["k"]:
        unit = str(_which(c.units, got["k"]))
        step = _step(match, "k")
        if unit in {"day", "hour", "minute"}:
            return None
        return stretch(unit, today, 0 if step == 2 else step)
    if got["eve"]:
        return _of_day((anchor or today) - timedelta(1), _part(c, got["evep"]))
    part = _part(c, got["p"])
    if part == "night":  # "ночью", told by day, is over
        return parted(today if ahead else today - timedelta(1), "night")
    if part == "evening" and not ahead and published is not None and published.hour < 18:
        return parted(today - timedelta(1), "evening")
    return parted(today, part)


def _count(
    got: dict[str, str | None], c: Calendar, today: date, published: datetime | None, anchor: date | None
) -> Span | None:
    """ "Два дня назад", "через неделю"."""
    word, unit = got["an"] or got["fn"], str(_which(c.units, got["au"] or got["fu"] or ""))
    number = 1 if not word else int(word) if word.isdigit() else int(_which(c.numbers, word))
    ago = bool(got["au"]) and bool(re.fullmatch(c.ago, got["aw"] or "", re.IGNORECASE))
    if got["fu"] and unit in {"hour", "minute"}:
        return None
    return shifted(
        max(number, 1), unit, "ago" if ago else "later", today, anchor, published, vague=number == 0
    )
