"""Which day a report tells of: the evidence that keeps a drone of March apart from the drone of May.

Days come from the reader's events where there are any, else from dates written out (English, Russian, Ukrainian) and from
weekdays, which mean the last one before the report. A report without a date of its own still tells a year or a weekday.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from rashomon.records import Document, Reading

SOUND = datetime(1990, 1, 1, tzinfo=UTC)
"""Dates before this (1970 above all) are defaults of software, not dates of reports."""
AHEAD = timedelta(days=2)
"""How far after now, or after it was fetched, a report's date may lie: clocks and zones differ."""
HEAD = 3_000
"""Characters in which the day of the happening is looked for."""

_MONTHS = (
    "jan янв січ", "feb фев лют", "mar мар бер", "apr апр кві", "may мая май тра", "jun июн чер", "jul июл лип",
    "aug авг сер", "sep сен вер", "oct окт жов", "nov ноя лис", "dec дек гру",
)  # fmt: skip
_MONTH = {start: number for number, starts in enumerate(_MONTHS, 1) for start in starts.split()}
_FULL = (
    r"january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|"
    r"января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|"
    r"січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня"
)
_DATE = re.compile(
    rf"\b(?:(?P<iy>(?:19|20)\d\d)-(?P<im>\d\d)-(?P<id>\d\d)|(?P<nd>\d\d)\.(?P<nm>\d\d)\.(?P<ny>(?:19|20)\d\d)|"
    rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m1>{_FULL})\b\.?(?:,? (?P<y1>(?:19|20)\d\d))?|"
    rf"(?P<m2>{_FULL})\b\.? (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?! ?[:.]?\d)(?: ?,? (?P<y2>(?:19|20)\d\d))?)",
    re.IGNORECASE,
)
# These three begin with a letter or digit and no condition, for which a pattern is looked for several times as fast.
_DIGITS = re.compile(r"\d+")
_AROUND = 20
_YEAR = re.compile(r"19[5-9]\d|20[0-4]\d")
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!\w)")
_SLAVIC_WEEKDAY = re.compile(
    r"понедельник|понеділ|вторник|вівтор|сред[ауы]|серед[ауи]|четверг|четвер|пятниц|п['’]ятниц|суббот|субот|воскресень|неділ[яюі]"
)
_WEEK = {
    "Mo": 0, "Tu": 1, "We": 2, "Th": 3, "Fr": 4, "Sa": 5, "Su": 6, "по": 0, "вт": 1, "ві": 1, "ср": 2,
    "се": 2, "че": 3, "пя": 4, "п'": 4, "п’": 4, "су": 5, "во": 6, "не": 6,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a report tells of its day; each is missing where it is not told."""

    day: int | None = None
    """Proleptic ordinal of the day it tells of."""
    year: int | None = None
    """The latest year in it: of a report without a date, the year it is from."""
    weekday: int | None = None
    """0 is Monday."""
    season: int | None = None
    """Day of the year (of 372, each month having 31) of the first date written out, with a year or without."""
    written: bool = False
    """The day stands in the text as a date, so it does not hang on the time of publication, which may be wrong."""


def published(document: Document, now: datetime | None = None) -> tuple[datetime | None, str]:
    """The time of publication if it can be believed, else none; and what is wrong with the date, in words."""
    at = document.published_at
    if at is None:
        return None, "no date"
    if at < SOUND:
        return None, f"dated {at.year}, before there were such pages"
    bounds = [moment for moment in (document.fetched_at, now) if moment]
    if bounds and at > min(bounds) + AHEAD:
        return None, f"dated {at.date().isoformat()}, after it was collected"
    return at, ""


def told(document: Document, reading: Reading | None, at: datetime | None) -> Told:
    """The day, year and weekday that a report tells of, as seen from its believed time of publication."""
    head = document.text[:HEAD]
    numbers = list(_DIGITS.finditer(head))
    years = [int(one.group()) for one in numbers if _is_year(one, head)]
    if at is not None:
        years = [year for year in years if year <= at.year + 1]
    weekday = _weekday(head)
    day, season = _written(head, numbers, at)
    written = day is not None
    day = day or _of_events(reading, at)
    if day is None and at is not None and weekday is not None:
        today = at.date().toordinal()
        day = today - (date.fromordinal(today).weekday() - weekday) % 7
    return Told(day=day, year=max(years, default=None), weekday=weekday, season=season, written=written)


def _is_year(number: re.Match[str], text: str) -> bool:
    return (
        number.end() - number.start() == 4
        and bool(_YEAR.match(number.group()))
        and _stands_alone(number, text)
    )


def _stands_alone(found: re.Match[str], text: str) -> bool:
    """No letter, digit or low line on either side."""
    return not (
        _is_part(text[found.start() - 1 : found.start()]) or _is_part(text[found.end() : found.end() + 1])
    )


def _is_part(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _weekday(text: str) -> int | None:
    """The first weekday named; in Slavic languages with any ending."""
    patterns = (_WEEKDAY,) if text.isascii() else (_WEEKDAY, _SLAVIC_WEEKDAY)
    firsts = [
        next(
            (one for one in pattern.finditer(text) if not _is_part(text[one.start() - 1 : one.start()])), None
        )
        for pattern in patterns
    ]
    first = min((one for one in firsts if one), key=lambda one: one.start(), default=None)
    return _WEEK[first.group()[:2]] if first else None


def _of_events(reading: Reading | None, at: datetime | None) -> int | None:
    """The first day that an event was told to have happened on."""
    for event in reading.events if reading else ():
        if event.time_precision in {"day", "part", "minute"} and event.status in {
            "asserted", "attempted", "failed",
        }:  # fmt: skip
            day = date.fromisoformat(event.time_from[:10]).toordinal()
            if at is None or abs(day - at.date().toordinal()) <= 366:
                return day
    return None


def _written(
    text: str, numbers: Sequence[re.Match[str]], at: datetime | None
) -> tuple[int | None, int | None]:
    """The first day written out, and the first day of the year, which needs no year to be known."""
    season: int | None = None
    for match in _dates(text, numbers):
        try:
            month, number, found = _day(match, at)
        except ValueError:  # 31 February
            continue
        if season is None:
            season = (month - 1) * 31 + number
        if found is not None:
            return found.toordinal(), season
    return None, season


def _dates(text: str, numbers: Sequence[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Dates around each number of a day: the whole pattern is slow to look for everywhere."""
    done = 0
    for number in numbers:
        size = number.end() - number.start()
        if size > 2 and not (size == 4 and number.group()[:2] in {"19", "20"}):
            continue
        start = max(done, number.start() - _AROUND)
        if match := _DATE.search(text, start, number.end() + _AROUND):
            done = match.end()
            yield match


def _day(match: re.Match[str], at: datetime | None) -> tuple[int, int, date | None]:
    if match["iy"]:
        found = date(int(match["iy"]), int(match["im"]), int(match["id"]))
        return found.month, found.day, found
    if match["ny"]:
        found = date(int(match["ny"]), int(match["nm"]), int(match["nd"]))
        return found.month, found.day, found
    month = _MONTH[(match["m1"] or match["m2"])[:3].lower()]
    day, year = int(match["d1"] or match["d2"]), match["y1"] or match["y2"]
    if year:
        return month, day, date(int(year), month, day)
    if at is None:
        return month, date(2000, month, day).day, None
    near = [date(at.year + step, month, day) for step in (-1, 0)]
    past = [one for one in near if one <= at.date() + AHEAD]
    return month, day, max(past) if past else None
