"""English expressions of time, resolved against the moment a text was published.

A weekday is the nearest one in the past, the day of publication included, and for what is to come the nearest one
ahead. A date without a year is the nearest likewise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from rashomon.read.events.english.line import DAYS, MONTHS
from rashomon.read.events.english.numbers import value
from rashomon.read.events.times.calendar import (
    Span,
    When,
    at_minute,
    dated,
    day_of,
    hour_of,
    parted,
    told,
    years_of,
)
from rashomon.read.events.times.relative import in_month, shifted, stretch, weekday, weekend

_DAY = "|".join(DAYS)
_MONTH = (
    "|".join(m.capitalize() for m in MONTHS) + r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
)
_PART = "morning|afternoon|evening|night|dawn|noon|midday|midnight|dusk|lunchtime|daybreak"
_COUNT = r"(?:\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some|a few)"
_UNIT = "minute|hour|day|week|month|year|decade"
_CLOCK = r"(?:\d{1,2}[:.]\d\d(?: ?[ap]\.?m\b\.?)?|\d{1,2} ?[ap]\.?m\b\.?)"

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
        yield told(text, begin, until, span)
    if not any_found and published and (bare := _BARE.search(text, start, end)):
        day = day_of(published.date())
        yield told(text, bare.start(), bare.end(), _at_clock(day, bare["clock"]))


def _is_modal(match: re.Match[str]) -> bool:
    """ "May" in lower case is no month."""
    return any((match[g] or "") == "may" for g in ("om", "ol", "mm"))


def _resolved(
    match: re.Match[str], published: datetime | None, ahead: bool, anchor: date | None
) -> Span | None:
    try:
        return _told(match, published, ahead, anchor)
    except (ValueError, OverflowError):  # "31 February", a year before 1
        return None


def _told(match: re.Match[str], published: datetime | None, ahead: bool, anchor: date | None) -> Span | None:
    today = published.date() if published else None
    if match["Kiso"]:
        return day_of(date(int(match["iy"]), int(match["im"]), int(match["id"])))
    if match["Kdate"]:
        month, number = _month(match["m1"] or match["m2"]), int(match["d1"] or match["d2"])
        day = dated(month, number, match["y"], today, ahead)
        return parted(day, match["dn"] or match["dq"]) if day else None
    if match["Kmonthof"]:
        return _in_month(match, today, ahead)
    if match["Kyear"]:
        return years_of(int(match["yy"]), 1)
    if match["Kdecade"]:
        return years_of(int(match["ds"]), 10)
    if today is None:
        return None
    if match["Kweekday"]:
        return _on_weekday(match, today, ahead)
    if match["Ktoday"]:
        shift = {"today": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2}[
            match["t"].lower()
        ]
        part = match["tp"] or (match["tq"] if (match["tq"] or "").lower() in {"late", "early"} else None)
        return parted(today + timedelta(shift), part)
    if match["Kpart"]:
        return _in_part(match["pr"].lower(), today, published)
    if match["Kago"]:
        count = (
            12
            if "doz" in match["an"]
            else value(re.sub(r"^(?:more than|over|nearly) ", "", match["an"].lower()).replace("an", "a"))
        )
        vague = match["an"].lower() in {"several", "some", "a few"}
        return shifted(
            max(count, 1), match["au"].lower(), match["aw"].lower(), today, anchor, published, vague=vague
        )
    if match["Kago2"]:
        return shifted(
            2, match["hu"].lower().rstrip("s"), match["hw"].lower(), today, anchor, published, vague=True
        )
    if match["Knextday"]:
        shift = {"next": 1, "following": 1, "same": 0, "previous": -1}[match["nd"].lower()]
        return day_of((anchor or today) + timedelta(shift))
    return _in_week(match, today, ahead)


def _month(name: str) -> int:
    return next(i for i, m in enumerate(MONTHS, 1) if m[:3] == name[:3].lower())


_STEPS = {"next": 1, "last": -1, "this past": -1, "the previous": -1, "this coming": 2}


def _on_weekday(match: re.Match[str], today: date, ahead: bool) -> Span:
    wanted = DAYS.index(match["w"].lower())
    part = (match["wp"] or match["wq"] or "").lower()
    if part == "last week":
        return day_of(today - timedelta(today.weekday() + 7 - wanted))
    step = _STEPS.get((match["wr"] or "").strip().lower(), 0)
    return parted(weekday(wanted, today, step, ahead=ahead), part or None)


def _in_part(words: str, today: date, published: datetime | None) -> Span:
    if words == "last night":
        return parted(today - timedelta(1), "night")
    if words == "tonight":
        return parted(today, "night")
    if words == "overnight":
        return parted(today - timedelta(1), "night")
    return parted(today, words.rsplit(maxsplit=1)[-1])


def _in_month(match: re.Match[str], today: date | None, ahead: bool) -> Span | None:
    month = _month(match["om"] or match["ol"] or match["mm"])
    year = match["oy"] or match["my"]
    step = {"next": 1, "last": -1}.get((match["or"] or "").lower(), 0)
    return in_month(month, int(year) if year else None, today, step, ahead=ahead)


def _in_week(match: re.Match[str], today: date, ahead: bool) -> Span:
    unit = (match["k"] or match["kw"] or "week").lower()
    which = (match["kr"] or "").lower()
    step = 1 if which in {"next", "the coming"} else 0 if which == "this" else -1
    if match["kb"]:
        step = -2
    if unit == "weekend":
        return weekend(today, 1 if ahead and step == -1 and match["kw"] else step, ahead=ahead)
    if unit == "week" and which in {"the past", "past", "the last"}:
        return Span(hour_of(today - timedelta(7), 0), hour_of(today, 0), "week")
    return stretch(unit, today, step)


def _at_clock(span: Span, clock: str) -> Span:
    """The moment of a day that a clock tells ("6:30 p.m.")."""
    digits = re.match(r"(\d{1,2})(?:[:.](\d\d))?", clock)
    if digits is None:
        return span
    hour = int(digits[1])
    half = clock.lower().replace(".", "")
    if half.endswith("pm") and hour < 12:
        hour += 12
    elif half.endswith("am") and hour == 12:
        hour = 0
    return at_minute(span, hour, int(digits[2] or 0))
