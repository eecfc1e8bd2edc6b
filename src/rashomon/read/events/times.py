"""When: expressions of time, resolved against the moment a text was published.

Times are local ones of the text, without a zone, since a text seldom says which clock it means. Ranges are inclusive.
A weekday is the nearest one in the past, the day of publication included, and for what is to come the nearest one
ahead. A date without a year is the nearest likewise.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from rashomon.read.events.line import DAYS, MONTHS
from rashomon.read.events.numbers import value

_DAY = "|".join(DAYS)
_MONTH = (
    "|".join(m.capitalize() for m in MONTHS) + r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
)
_PART = "morning|afternoon|evening|night|dawn|noon|midday|midnight|dusk|lunchtime|daybreak"
_COUNT = r"(?:\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some|a few)"
_UNIT = "minute|hour|day|week|month|year|decade"
_CLOCK = r"(?:\d{1,2}[:.]\d\d(?: ?[ap]\.?m\b\.?)?|\d{1,2} ?[ap]\.?m\b\.?)"

PARTS: dict[str, tuple[int, int, int]] = {
    "dawn": (4, 7, 0), "daybreak": (4, 7, 0), "morning": (6, 12, 0), "noon": (12, 12, 0), "midday": (12, 12, 0),
    "lunchtime": (12, 14, 0), "afternoon": (12, 18, 0), "dusk": (17, 21, 0), "evening": (18, 24, 0), "night": (18, 6, 1),
    "midnight": (0, 0, 1), "late": (18, 24, 0), "early": (0, 9, 0),
}  # fmt: skip
"""Part of a day: from and until which hour, and how many days on the end lies."""

_PATTERNS = [
    ("iso", r"(?P<iy>(?:19|20)\d\d)-(?P<im>\d\d)-(?P<id>\d\d)"),
    (
        "date",
        rf"(?:(?P<dq>late|early)(?: on)? |(?:on )?the (?P<dn>night|morning|evening|afternoon) of |on )?(?:the )?(?:(?:{_DAY}),? )?"
        rf"(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m1>{_MONTH})|(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?![\d,]\d|:\d))"
        r"(?:,? (?P<y>(?:19|20)\d\d))?",
    ),
    (
        "weekday",
        rf"(?:(?P<wq>late|early) (?:on )?|on |by |since |until )?(?:the )?(?P<wr>last |next |this |this coming |this past |the previous )?(?P<w>{_DAY})(?!s)(?:['’]s)?"
        rf"(?: (?P<wp>{_PART}|last week))?",
    ),
    (
        "today",
        rf"(?:(?P<tq>late|early|earlier|later) )?(?P<t>today|yesterday|tomorrow|the day before yesterday)\b(?: (?P<tp>{_PART}))?",
    ),
    (
        "part",
        rf"(?P<pr>last night|tonight|overnight|this (?:{_PART})|(?:at|before) (?:dawn|noon|midday|midnight|dusk|daybreak))",
    ),
    (
        "ago",
        rf"(?P<an>{_COUNT}|dozens of|more than (?:a|an)|over a|nearly (?:a|an)) (?P<au>{_UNIT})s? (?P<aw>ago|earlier|later|before)\b",
    ),
    ("ago2", r"(?P<hu>hours|days|weeks|months|years|minutes) (?P<hw>ago|earlier|later|before)"),
    ("nextday", r"the (?P<nd>next|following|same|previous) day"),
    (
        "week",
        r"(?:(?P<kq>earlier|later|early|late) )?(?P<kr>last|this|next|the past|the previous|the last|the coming|past) (?P<k>week|month|year|weekend|decade|century)"
        r"|(?:over|at|during) the (?P<kw>weekend)|the week (?P<kb>before last)",
    ),
    (
        "monthof",
        rf"(?:in|since|during|of|by|until) (?:(?P<oq>early|late|mid)[- ])?(?P<om>{_MONTH})(?! \d{{1,2}}(?:st|nd|rd|th)?\b)(?: (?:of )?(?P<oy>(?:19|20)\d\d))?|(?P<or>last|next|this) (?P<ol>{_MONTH})\b|(?P<mm>{_MONTH}) (?P<my>(?:19|20)\d\d)",
    ),
    ("year", r"(?:in|since|during|of|by|until|from|early|late|mid-?) (?P<yy>(?:19|20)\d\d)\b(?!s)"),
    ("decade", r"(?:the )?(?:early |late |mid-?)?(?P<ds>(?:19|20)\d0)s"),
]
_ANY = re.compile(
    r"(?<![\w-])(?:" + "|".join(f"(?P<K{name}>{p})" for name, p in _PATTERNS) + r")(?![\w])", re.IGNORECASE
)
_AT = re.compile(
    rf"(?:,? (?:at|around|about|shortly (?:after|before)|just (?:after|before)|by) (?P<after>{_CLOCK}))",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"\b(?:at|around|about|shortly (?:after|before)|just (?:after|before)) (?P<clock>{_CLOCK})(?: (?:local time|GMT|UTC))?(?:,? on)? ?$",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"\b(?:at|around|about|shortly (?:after|before)|just (?:after|before)) (?P<clock>{_CLOCK})",
    re.IGNORECASE,
)
_QUICK = re.compile(
    r"\d|day|week|month|year|hour|minute|night|dawn|noon|dusk|morning|evening|"
    + "|".join(m[:3] for m in MONTHS),
    re.IGNORECASE,
)


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
class _Span:
    begin: datetime
    until: datetime
    precision: str


def times(
    text: str,
    start: int,
    end: int,
    published: datetime | None,
    *,
    ahead: bool = False,
    anchor: date | None = None,
) -> tuple[When, ...]:
    """Expressions of time in ``text[start:end]``, in order.

    ``ahead``: what happens lies in the future ("on Friday" is the next one). ``anchor``: the day of which the text
    last spoke, for "two days later".
    """
    if not _QUICK.search(text, start, end):
        return ()
    return tuple(_times(text, start, end, published, ahead, anchor))


def _times(
    text: str, start: int, end: int, published: datetime | None, ahead: bool, anchor: date | None
) -> Iterator[When]:
    at = start
    any_found = False
    while match := _ANY.search(text, at, end):
        begin, until = match.span()
        at = until
        clock = ""
        if tail := _AT.match(text, until, end):
            clock, until = tail["after"], tail.end()
        elif head := _BEFORE.search(text[max(start, begin - 45) : begin]):
            clock = head["clock"]
            begin = max(start, begin - 45) + head.start()
        at = max(at, until)
        if match["Kmonthof"] and _is_modal(match):
            continue
        any_found = True
        span = _resolved(match, published, ahead, anchor)
        if span and clock:
            span = _at_clock(span, clock)
        yield _when(text, begin, until, span)
    if not any_found and published and (bare := _BARE.search(text, start, end)):
        day = _day(published.date())
        yield _when(text, bare.start(), bare.end(), _at_clock(day, bare["clock"]))


def _is_modal(match: re.Match[str]) -> bool:
    """ "May" in lower case is no month."""
    return any((match[g] or "") == "may" for g in ("om", "ol", "mm"))


def _when(text: str, begin: int, until: int, span: _Span | None) -> When:
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


def _day(day: date) -> _Span:
    return _Span(datetime.combine(day, time()), datetime.combine(day, time()), "day")  # noqa: DTZ


def _resolved(
    match: re.Match[str], published: datetime | None, ahead: bool, anchor: date | None
) -> _Span | None:
    try:
        return _told(match, published, ahead, anchor)
    except (ValueError, OverflowError):  # "31 February", a year before 1
        return None


def _told(match: re.Match[str], published: datetime | None, ahead: bool, anchor: date | None) -> _Span | None:
    today = published.date() if published else None
    if match["Kiso"]:
        return _day(date(int(match["iy"]), int(match["im"]), int(match["id"])))
    if match["Kdate"]:
        month, number = _month(match["m1"] or match["m2"]), int(match["d1"] or match["d2"])
        day = _dated(month, number, match["y"], today, ahead)
        return _parted(day, match["dn"] or match["dq"]) if day else None
    if match["Kmonthof"]:
        return _in_month(match, today, ahead)
    if match["Kyear"]:
        return _years(int(match["yy"]), 1)
    if match["Kdecade"]:
        return _years(int(match["ds"]), 10)
    if today is None:
        return None
    if match["Kweekday"]:
        return _on_weekday(match, today, ahead)
    if match["Ktoday"]:
        shift = {"today": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2}[
            match["t"].lower()
        ]
        part = match["tp"] or (match["tq"] if (match["tq"] or "").lower() in {"late", "early"} else None)
        return _parted(today + timedelta(shift), part)
    if match["Kpart"]:
        return _in_part(match["pr"].lower(), today, published)
    if match["Kago"]:
        count = (
            12
            if "doz" in match["an"]
            else value(re.sub(r"^(?:more than|over|nearly) ", "", match["an"].lower()).replace("an", "a"))
        )
        vague = match["an"].lower() in {"several", "some", "a few"}
        return _shifted(
            max(count, 1), match["au"].lower(), match["aw"].lower(), today, anchor, published, vague=vague
        )
    if match["Kago2"]:
        return _shifted(
            2, match["hu"].lower().rstrip("s"), match["hw"].lower(), today, anchor, published, vague=True
        )
    if match["Knextday"]:
        shift = {"next": 1, "following": 1, "same": 0, "previous": -1}[match["nd"].lower()]
        return _day((anchor or today) + timedelta(shift))
    return _in_week(match, today, ahead)


def _month(name: str) -> int:
    return next(i for i, m in enumerate(MONTHS, 1) if m[:3] == name[:3].lower())


def _dated(month: int, number: int, year: str | None, today: date | None, ahead: bool) -> date | None:
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


def _parted(day: date, part: str | None) -> _Span:
    if not part:
        return _day(day)
    begin, until, over = PARTS[part.lower()]
    return _Span(_hour(day, begin), _hour(day + timedelta(over), until), "part")


def _hour(day: date, hour: int) -> datetime:
    if hour == 24:
        return datetime.combine(day, time(23, 59))  # noqa: DTZ
    return datetime.combine(day, time(hour))  # noqa: DTZ


def _on_weekday(match: re.Match[str], today: date, ahead: bool) -> _Span:
    wanted = DAYS.index(match["w"].lower())
    which = (match["wr"] or "").strip().lower()
    if which in {"next", "this coming"} or (ahead and which != "last"):
        days = (wanted - today.weekday()) % 7
        if which == "next" and days == 0:
            days = 7
        day = today + timedelta(days)
    else:
        days = (today.weekday() - wanted) % 7
        if which in {"last", "this past", "the previous"} and days == 0:
            days = 7
        day = today - timedelta(days)
    part = (match["wp"] or match["wq"] or "").lower()
    if part == "last week":
        return _day(today - timedelta(today.weekday() + 7 - wanted))
    return _parted(day, part or None)


def _in_part(words: str, today: date, published: datetime | None) -> _Span:
    if words == "last night":
        return _parted(today - timedelta(1), "night")
    if words == "tonight":
        return _parted(today, "night")
    if words == "overnight":
        return _parted(today - timedelta(1), "night")
    return _parted(today, words.rsplit(maxsplit=1)[-1])


def _shifted(
    count: int,
    unit: str,
    which: str,
    today: date,
    anchor: date | None,
    published: datetime | None,
    *,
    vague: bool,
) -> _Span | None:
    sign = 1 if which == "later" else -1
    base = today if which == "ago" else anchor or today
    if unit in {"minute", "hour"}:
        if which == "ago" and published is not None:
            moment = published.replace(tzinfo=None, second=0, microsecond=0)
            length = timedelta(hours=count) if unit == "hour" else timedelta(minutes=count)
            return _Span(moment - length * (12 if vague and unit == "hour" else 1), moment, "part")
        return _Span(_hour(base, 0), _hour(base, 24), "part")
    days = {"day": 1, "week": 7}.get(unit)
    if days and not vague:
        day = base + sign * timedelta(count * days)
        return (
            _day(day)
            if unit == "day"
            else _Span(_hour(day - timedelta(3), 0), _hour(day + timedelta(3), 0), "week")
        )
    if days:
        far, near = base + sign * timedelta(days * 7), base + sign * timedelta(days * 2)
        return _Span(_hour(min(far, near), 0), _hour(max(far, near), 0), "week" if unit == "day" else "month")
    if unit == "month":
        months = base.year * 12 + base.month - 1 + sign * count * (3 if vague else 1)
        return _months(months // 12, months % 12 + 1)
    if vague and unit == "year":
        return _Span(_hour(date(base.year - 9, 1, 1), 0), _hour(date(base.year - 2, 12, 31), 0), "decade")
    return _years(base.year + sign * count * (10 if unit == "decade" else 1), 1)


def _months(year: int, month: int) -> _Span:
    return _Span(
        _hour(date(year, month, 1), 0), _hour(date(year, month, monthrange(year, month)[1]), 0), "month"
    )


def _years(year: int, length: int) -> _Span:
    return _Span(
        _hour(date(year, 1, 1), 0),
        _hour(date(year + length - 1, 12, 31), 0),
        "year" if length == 1 else "decade",
    )


def _in_month(match: re.Match[str], today: date | None, ahead: bool) -> _Span | None:
    month = _month(match["om"] or match["ol"] or match["mm"])
    if year := match["oy"] or match["my"]:
        return _months(int(year), month)
    if today is None:
        return None
    which = (match["or"] or "").lower()
    if which == "next" or (ahead and which != "last"):
        return _months(today.year + (month < today.month), month)
    back = month > today.month or (which == "last" and month == today.month)
    return _months(today.year - back, month)


def _in_week(match: re.Match[str], today: date, ahead: bool) -> _Span:
    unit = (match["k"] or match["kw"] or "week").lower()
    which = (match["kr"] or "").lower()
    step = 1 if which in {"next", "the coming"} else 0 if which == "this" else -1
    if match["kb"]:
        step = -2
    if unit == "weekend":
        saturday = today - timedelta((today.weekday() - 5) % 7)
        if (
            step == 1
            or (ahead and step == -1 and match["kw"])
            or (step == 0 and today.weekday() < 5 and ahead)
        ):
            saturday = today + timedelta((5 - today.weekday()) % 7)
        return _Span(_hour(saturday, 0), _hour(saturday + timedelta(1), 0), "day")
    if unit == "week":
        if which in {"the past", "past", "the last"}:
            return _Span(_hour(today - timedelta(7), 0), _hour(today, 0), "week")
        monday = today - timedelta(today.weekday()) + timedelta(7 * step)
        return _Span(_hour(monday, 0), _hour(monday + timedelta(6), 0), "week")
    if unit == "month":
        months = today.year * 12 + today.month - 1 + step
        return _months(months // 12, months % 12 + 1)
    if unit == "decade":
        return _years((today.year // 10 + step) * 10, 10)
    if unit == "century":
        return _Span(
            _hour(date((today.year // 100 + step) * 100, 1, 1), 0),
            _hour(date((today.year // 100 + step) * 100 + 99, 12, 31), 0),
            "decade",
        )
    return _years(today.year + step, 1)


def _at_clock(span: _Span, clock: str) -> _Span:
    """The moment of a day that a clock tells; the span itself where the clock is out of range."""
    digits = re.match(r"(\d{1,2})(?:[:.](\d\d))?", clock)
    if digits is None:
        return span
    hour, minute = int(digits[1]), int(digits[2] or 0)
    half = clock.lower().replace(".", "")
    if half.endswith("pm") and hour < 12:
        hour += 12
    elif half.endswith("am") and hour == 12:
        hour = 0
    if hour > 23 or minute > 59:
        return span
    moment = span.begin.replace(hour=hour, minute=minute)
    return _Span(moment, moment, "minute")
