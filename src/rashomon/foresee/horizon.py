"""Until when something was announced: "within two weeks", "до кінця тижня", "on Friday". What is a date, the reader resolves."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import datetime, time, timedelta

_NUMBERS = {
    **{
        w: n
        for n, w in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
    },
    **{"a": 1, "an": 1, "несколько": 5, "кілька": 5, "several": 5},
    **{
        w: n for n, w in enumerate("одного двух трёх четырёх пяти шести семи восьми девяти десяти".split(), 1)
    },
    **{w: n for n, w in enumerate("один два три четыре пять шесть семь восемь девять десять".split(), 1)},
    **{w: n for n, w in enumerate("одну две".split(), 1)},
    **{
        w: n
        for n, w in enumerate("одного двох трьох чотирьох п'яти шести семи восьми дев'яти десяти".split(), 1)
    },
    **{w: n for n, w in enumerate("одну дві три чотири п'ять шість сім вісім дев'ять десять".split(), 1)},
}
_UNITS = (
    (re.compile(r"hour|час|годин", re.IGNORECASE), 1 / 24),
    (re.compile(r"day|дн|день|сут|доб|діб", re.IGNORECASE), 1.0),
    (re.compile(r"week|недел|тиж", re.IGNORECASE), 7.0),
    (re.compile(r"month|месяц|місяц", re.IGNORECASE), 30.0),
    (re.compile(r"year|год|рок|рік", re.IGNORECASE), 365.0),
)
_UNIT = r"(?:hours?|days?|weeks?|months?|years?|час\w*|дн\w+|сут\w+|недел\w+|месяц\w*|год[а-я]{0,2}|годин\w*|доб\w*|діб|тиж\w+|місяц\w+|рок\w+)"
_WITHIN = re.compile(
    rf"(?<!\w)(?:in|within|over|during|через|в\s+течение|за|протягом|упродовж|впродовж)\s+(?:the\s+)?(?:next\s+|coming\s+|ближайш\w+\s+|найближч\w+\s+)?"
    rf"(?:(\d{{1,3}}|[\w'’]+)\s+)?({_UNIT})(?!\w)",
    re.IGNORECASE,
)
_END = re.compile(
    r"(?<!\w)(?:(?:by|before)\s+(?:the\s+)?(?:end\s+of|(?=(?:week|month|year)['’]s\s+end))|до\s+конца|до\s+кінця)\s*(?:the\s+|this\s+|эт\w+\s+|ц\w+\s+)?"
    r"(week|month|year|day|недел\w+|месяц\w*|года|дня|тижня|місяця|року)",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"(?<!\w)(?:next\s+(week|month|year)|(?:на\s+)?следующ\w+\s+(недел\w+|месяц\w*|год\w*)|наступн\w+\s+(тижн\w+|місяц\w+|рок\w+))",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"(?<![\w.,])(\d{{1,3}})[\s-]({_UNIT})(?!\w)(?!\s+(?:ago|later|назад|тому|после|після|before))",
    re.IGNORECASE,
)
""" "72 hours to leave"."""
_WEEKDAYS = tuple(
    re.compile(rf"(?<!\w)(?:(?:by|on|until|before|this|next|в|во|на|к|до|у|в|з)\s+)+(?:{body})(?!\w)", re.IGNORECASE)
    for body in (
        "monday|понедельник\\w?|понеділ\\w+", "tuesday|вторник\\w?|вівтор\\w+", "wednesday|сред[уеы]|серед[уи]", "thursday|четверг\\w?|четвер\\w*",
        "friday|пятниц\\w+|п.ятниц\\w+", "saturday|суббот\\w+|субот\\w+", "sunday|воскресень\\w+|неділ\\w+",
    )
)  # fmt: skip
_TOMORROW = re.compile(r"(?<!\w)(?:tomorrow|завтра)(?!\w)", re.IGNORECASE)


def until(text: str, said_at: datetime) -> datetime | None:
    """The end of the time that a clause names, counted from when it was said; ``None`` where it names none.

    "Within two weeks" from a moment is that moment two weeks on, at the end of its day; a week ends on Sunday.
    """
    if found := _END.search(text):
        return _close(_end_of(said_at, found[1]))
    if found := _NEXT.search(text):
        unit = next(part for part in found.groups() if part)
        return _close(_end_of(_end_of(said_at, unit) + timedelta(days=1), unit))
    if _TOMORROW.search(text):
        return _close(said_at + timedelta(days=1))
    if found := _WITHIN.search(text):
        number = _number(found[1])
        days = next((size for one, size in _UNITS if one.match(found[2])), None)
        if re.match("год", found[2]) and not re.match("годин", found[2]):
            days = 365.0
        if number and days:
            return _close(said_at + timedelta(days=number * days))
    for day, pattern in enumerate(_WEEKDAYS):
        if pattern.search(text):
            return _close(said_at + timedelta(days=(day - said_at.weekday()) % 7))
    if (found := _BARE.search(text)) and (
        days := next((size for one, size in _UNITS if one.match(found[2])), None)
    ):
        return _close(said_at + timedelta(days=int(found[1]) * days))
    return None


def _number(word: str | None) -> int:
    if word is None:
        return 1
    return int(word) if word.isdigit() else _NUMBERS.get(word.lower().replace("’", "'"), 0)


def _end_of(moment: datetime, unit: str) -> datetime:
    low = unit.lower()
    if low.startswith(("day", "дня")):
        return moment
    if low.startswith(("week", "недел", "тиж")):
        return moment + timedelta(days=6 - moment.weekday())
    if low.startswith(("month", "месяц", "місяц")):
        return moment.replace(day=monthrange(moment.year, moment.month)[1])
    return moment.replace(month=12, day=31)


def _close(moment: datetime) -> datetime:
    return datetime.combine(moment.date(), time(23, 59, 59), moment.tzinfo)
