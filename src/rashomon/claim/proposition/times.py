"""Dates and times in a content: what can be compared without knowing when it was said."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

MONTHS = [
    "january jan январ(?:ь|я|е|ю|ём|ем) січ(?:ень|ня|ні|ню|нем)", "february feb феврал[ьяею]м? лют(?:ий|ого|ому|им)", "march mar март(?:а|е|у|ом)? берез(?:ень|ня|ні|ню|нем)",
    "april apr апрел[ьяею]м? квіт(?:ень|ня|ні|ню|нем)", "may ма[йяею]м? трав(?:ень|ня|ні|ню|нем)", "june jun июн[ьяею]м? черв(?:ень|ня|ні|ню|нем)", "july jul июл[ьяею]м? лип(?:ень|ня|ні|ню|нем)",
    "august aug август(?:а|е|у|ом)? серп(?:ень|ня|ні|ню|нем)", "september sep sept сентябр[ьяею]м? верес(?:ень|ня|ні|ню|нем)", "october oct октябр[ьяею]м? жовт(?:ень|ня|ні|ню|нем)",
    "november nov ноябр[ьяею]м? листопад[аіуо]?м?", "december dec декабр[ьяею]м? груд(?:ень|ня|ні|ню|нем)",
]  # fmt: skip
DAYS = [
    "monday mon понедельник понеділ", "tuesday tue вторник вівтор", "wednesday wed сред серед", "thursday thu четверг четвер",
    "friday fri пятниц п'ятниц п’ятниц", "saturday sat суббот субот", "sunday sun воскресен неділ",
]  # fmt: skip
RELATIVE = [
    ("night", "-1", r"\b(?:last night|overnight|прошлой ночью|минулої ночі)\b"),
    ("day", "-1", r"\b(?:yesterday|вчера|вчора|учора)\b"),
    ("day", "0", r"\b(?:today|сегодня|сьогодні)\b"),
    ("day", "+1", r"\b(?:tomorrow|завтра)\b"),
    ("year", "-1", r"\b(?:last year|(?:в )?прошл\w+ году|минул\w+ року|торік)\b"),
    ("year", "0", r"\b(?:this year|(?:в )?этом году|цього року|цьогоріч)\b"),
    ("year", "+1", r"\b(?:next year|(?:в )?следующем году|наступного року)\b"),
    ("month", "-1", r"\b(?:last month|(?:в )?прошлом месяце|минулого місяця)\b"),
    ("week", "-1", r"\b(?:last week|на прошлой неделе|минулого тижня)\b"),
    ("week", "+1", r"\b(?:next week|на следующей неделе|наступного тижня)\b"),
    ("season", "-1 winter", r"\b(?:last|прошл\w+|минул\w+) (?:winter|зим\w+)\b"),
    ("season", "-1 spring", r"\b(?:last|прошл\w+|минул\w+) (?:spring|весн\w+)\b"),
    ("season", "-1 summer", r"\b(?:last|прошл\w+|минул\w+) (?:summer|лет\w+|літ\w+)\b"),
    ("season", "-1 autumn", r"\b(?:last|прошл\w+|минул\w+) (?:autumn|fall|осен\w+|осін\w+)\b"),
]  # fmt: skip
AGO = re.compile(
    r"\b(a|one|two|three|four|five|six|ten|\d+|год|два|две|дві|три|четыре|чотири|пять|п'ять) (years?|months?|weeks?|days?|год\w*|лет|рок\w+|недел\w+|тижн\w+|месяц\w*|місяц\w+|дн\w+) (?:ago|earlier|назад|тому)\b"
)
_AGO = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10, "год": 1, "два": 2, "две": 2, "дві": 2, "три": 3, "четыре": 4, "чотири": 4, "пять": 5, "п'ять": 5}  # fmt: skip
_UNITS = {"y": "year", "год": "year", "лет": "year", "рок": "year", "w": "week", "нед": "week", "тиж": "week", "d": "day", "дн": "day", "m": "month", "мес": "month", "міс": "month"}  # fmt: skip
_SHORT_MONTHS = "jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec"


@cache
def _named(kind: str) -> re.Pattern[str]:
    rows = MONTHS if kind == "month" else DAYS
    parts = []
    for number, row in enumerate(rows):
        latin = [w for w in row.split() if w.isascii()]
        other = [w for w in row.split() if not w.isascii()]
        short = [w for w in latin if len(w) < 5 and w not in {"may", "june", "july"}]
        long = [w for w in latin if w not in short]
        words = [rf"{w}s?" for w in long] + [rf"{w}\b\.?" for w in short if kind == "month"]
        words += other if kind == "month" else [rf"{w}\w{{0,4}}" for w in other]
        parts.append(rf"(?P<{kind[0]}{number}>{'|'.join(words)})")
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?!\w)")


_DAY_BEFORE = re.compile(r"(?<![\d.,])(\d{1,2})(?:st|nd|rd|th|-?(?:го|е|ого))? (?:of )?$")
_DAY_AFTER = re.compile(r"^\.? (\d{1,2})(?:st|nd|rd|th)?(?!\d|[.,]\d| (?:people|men|%))")
_YEAR = re.compile(
    r"(?<![\d.,$€£-])((?:19|20)\d\d)(?![\d%]|[.,]\d| (?:people|soldiers|men|votes|tonnes|tons|dollars|человек|людей|осіб|тонн))"
)
_ISO = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b")
_CLOCK = re.compile(
    r"\b([01]?\d|2[0-3])[:.]([0-5]\d)(?= ?(?:am|pm|a\.m|p\.m|gmt|utc|local|по|за|год|,|\s|$))"
)


def times(text: str) -> tuple[frozenset[tuple[str, str]], list[tuple[int, int]]]:
    """What is told of when, and where in the text, so that its numbers are not taken for counts."""
    low = text.lower().replace("’", "'")
    found: set[tuple[str, str]] = set()
    taken: list[tuple[int, int]] = []

    def take(start: int, end: int, *pairs: tuple[str, str]) -> None:
        found.update(pairs)
        taken.append((start, end))

    for m in _ISO.finditer(low):
        take(*m.span(), ("year", m[1]), ("month", str(int(m[2]))), ("monthday", str(int(m[3]))))
    for m in _named("month").finditer(low):
        if m.start() and not m.group().isascii() and text[m.start()].isupper():
            continue  # "Марту" is a name; months bear no capital in Russian and Ukrainian
        number = next(name[1:] for name, value in m.groupdict().items() if value)
        month = str(int(number) + 1)
        before, after = _DAY_BEFORE.search(low[: m.start()]), _DAY_AFTER.search(low[m.end() :])
        if m.group() in {"may", "mar", "march", "marched"} and not text[m.start()].isupper():
            continue  # "may" and "march" are words; as months they bear a capital
        if (
            m.group() == "may"
            and not (before or after)
            and not re.search(
                r"\b(?:in|of|last|since|until|by|this|next|early|late|mid) $|-$", low[: m.start()]
            )
        ):
            continue
        start, end = m.span()
        pairs = [("month", month)]
        if before and 1 <= int(before[1]) <= 31:
            start, pairs = start - len(before.group()), [*pairs, ("monthday", str(int(before[1])))]
        elif after and 1 <= int(after[1]) <= 31:
            end, pairs = end + after.end(), [*pairs, ("monthday", str(int(after[1])))]
        take(start, end, *pairs)
    for m in _named("day").finditer(low):
        number = next(name[1:] for name, value in m.groupdict().items() if value)
        take(*m.span(), ("weekday", number))
    for kind, value, pattern in RELATIVE:
        for m in re.finditer(pattern, low):
            take(*m.span(), (kind, value))
            if kind in {"week", "month", "year"}:
                found.add(("relative", f"{value} {kind}"))
    for m in AGO.finditer(low):
        count = _AGO.get(m[1]) or (int(m[1]) if m[1].isdigit() else 1)
        unit = next((name for start, name in _UNITS.items() if m[2].startswith(start)), "year")
        take(*m.span(), (unit, f"-{count}"))
    for m in _YEAR.finditer(low):
        if not any(s <= m.start() < e for s, e in taken):
            take(*m.span(), ("year", m[1]))
    for m in _CLOCK.finditer(low):
        take(*m.span(), ("clock", f"{int(m[1])}:{m[2]}"))
    return frozenset(found), taken


def resolved(found: frozenset[tuple[str, str]], day: date | None) -> frozenset[tuple[str, str]]:
    """The same with what is counted from the day of publication turned into that of the calendar, where it can be."""
    if day is None:
        return found
    out: set[tuple[str, str]] = set()
    for kind, value in found:
        if kind == "weekday":
            # A report's "on Tuesday" is the last one, today's included.
            back = (day.weekday() - int(value)) % 7
            out |= {(kind, value), ("on", (day - timedelta(days=back)).isoformat())}
        elif kind == "day":
            out.add(("on", (day + timedelta(days=int(value))).isoformat()))
        elif kind == "year" and value[0] in "+-0":
            out.add(("year", str(day.year + int(value))))
        else:
            out.add((kind, value))
    kinds = dict(out)
    if "month" in kinds and "monthday" in kinds and "year" not in kinds and kinds["month"].isdigit():
        try:
            stated = date(day.year, int(kinds["month"]), int(kinds["monthday"]))
        except ValueError:
            return frozenset(out)
        out.add(("on", stated.isoformat()))
    return frozenset(out)


def conflict(a: frozenset[tuple[str, str]], b: frozenset[tuple[str, str]]) -> bool:
    """Whether both tell one part of a date, and differently."""
    one: dict[str, set[str]] = {}
    other: dict[str, set[str]] = {}
    for kind, value in a:
        one.setdefault(kind, set()).add(value)
    for kind, value in b:
        other.setdefault(kind, set()).add(value)
    if "on" in one and "on" in other and one["on"] & other["on"]:
        return False
    return any(not one[kind] & other[kind] for kind in one.keys() & other.keys())
