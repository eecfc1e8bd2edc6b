"""How many were killed, wounded, detained …: numbers in figures and words, beside the words that tell what befell people."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.read.events.line import line
from rashomon.read.events.slavic.grammar import folded
from rashomon.records import Count

KINDS: dict[str, dict[str, str]] = {
    "ru": {
        "killed": "погиб гибел убит убив убил жертв мертв казнен расстрелян застрел умер скончал летальн",
        "wounded": "ранен ранил раня пострадав пострадал травмир госпитализ изувеч",
        "detained": "задерж арестов арестован схвач посажен",
        "abducted": "похит похищ заложник заложниц пленен захвачен",
        "missing": "пропавш пропал без&вести",
        "evacuated": "эвакуир вывез",
        "released": "освобод освобожд отпущ отпусти выпущ свобод",
        "expelled": "выслал высыла выслан депортир выдвор",
        "displaced": "переселен беженц покину",
    },
    "uk": {
        "killed": "загин загиб вбит убит вбив убив вбил убил вбила жертв мертв страчен розстріл помер",
        "wounded": "поранен поранил травмован постражд госпіталізов",
        "detained": "затрим арештов заарешт схоплен",
        "abducted": "викра заручни",
        "missing": "зник",
        "evacuated": "евакуй евакую",
        "released": "звільн відпуст відпущ повернули повернен полону",
        "expelled": "висла виси депорт видвор",
        "displaced": "переселен біжен",
    },
}
"""Kind of a count to the beginnings of the words that tell it; words are folded."""
_UNITS: dict[str, dict[str, int]] = {
    "ru": {
        "один одна одного одному одним одну одной": 1, "два две двух двум двумя двое двоих двоим оба обе": 2, "три трех трем тремя трое троих": 3,
        "четыре четырех четверо четверых": 4, "пять пяти пятеро пятерых пятью": 5, "шесть шести шестеро шестерых": 6, "семь семи семеро семерых": 7,
        "восемь восьми восьмеро": 8, "девять девяти": 9, "десять десяти десятеро": 10, "одиннадцать одиннадцати": 11, "двенадцать двенадцати": 12,
        "тринадцать": 13, "четырнадцать": 14, "пятнадцать пятнадцати": 15, "шестнадцать": 16, "семнадцать": 17, "восемнадцать": 18, "девятнадцать": 19,
        "двадцать двадцати": 20, "тридцать тридцати": 30, "сорок сорока": 40, "пятьдесят пятидесяти": 50, "шестьдесят": 60, "семьдесят": 70,
        "восемьдесят": 80, "девяносто": 90, "сто ста": 100, "двести двухсот": 200, "триста трехсот": 300, "четыреста": 400, "пятьсот пятисот": 500,
        "шестьсот": 600, "семьсот": 700, "восемьсот": 800, "девятьсот": 900, "полсотни": 50, "никто никого": 0,
    },
    "uk": {
        "один одна одного одному одним одну однієї": 1, "два дві двох двом двома двоє обидва": 2, "три трьох трьом троє": 3, "чотири чотирьох четверо": 4,
        "пять пяти пятьох пятеро": 5, "шість шести шістьох шестеро": 6, "сім семи сімох семеро": 7, "вісім восьми восьмеро": 8,
        "девять девяти девятеро": 9, "десять десяти десятеро": 10, "одинадцять": 11, "дванадцять": 12, "тринадцять": 13, "чотирнадцять": 14,
        "пятнадцять": 15, "шістнадцять": 16, "сімнадцять": 17, "вісімнадцять": 18, "девятнадцять": 19, "двадцять двадцяти": 20, "тридцять": 30,
        "сорок": 40, "пятдесят": 50, "шістдесят": 60, "сімдесят": 70, "вісімдесят": 80, "девяносто": 90, "сто ста": 100, "двісті": 200,
        "триста": 300, "чотириста": 400, "пятсот": 500, "шістсот": 600, "сімсот": 700, "вісімсот": 800, "девятсот": 900, "півсотні": 50,
        "ніхто нікого": 0,
    },
}  # fmt: skip
_VALUES = {
    lang: {w: n for words, n in table.items() for w in words.split()} for lang, table in _UNITS.items()
}
_SCALES = {
    "тысяч": 1_000,
    "тыс": 1_000,
    "тисяч": 1_000,
    "тис": 1_000,
    "миллион": 1_000_000,
    "млн": 1_000_000,
    "мільйон": 1_000_000,
}
_MANY = {
    "десятки": 24, "десятков": 24, "сотни": 200, "сотен": 200, "сотні": 200, "сотень": 200, "тысячи": 2_000, "тысяч": 2_000, "тисячі": 2_000,
    "несколько": 3, "нескольких": 3, "кілька": 3, "кількох": 3, "многие": 3,
}  # fmt: skip
"""Words for an open number to the least they mean, as in English: two dozen, two hundreds."""
_DOZEN = {
    "десяток": 10,
    "десятка": 10,
    "десятків": 10,
    "десятков": 10,
    "десятки": 10,
    "сотня": 100,
    "сотню": 100,
    "сотен": 100,
}
_LEAST = (
    "по меньшей мере",
    "не менее",
    "не меньше",
    "минимум",
    "щонайменше",
    "не менше",
    "мінімум",
    "принаймні",
)
_MORE = ("более", "больше", "свыше", "понад", "більше", "більш як")
_MOST = ("до", "почти", "майже", "около&до")
_FEWER = ("менее", "менше")
_PEOPLE = frozenset("человек людей чел осіб людини человека жителей мешканців".split())
_NO_PEOPLE = (
    "день дня дней днів дні лет год рок рік час годин минут хвилин километр кілометр км процент відсот доллар долар евро євро рубл гривн ракет дрон "
    "беспилотник безпілотник бпла снаряд дом будинк здани машин автомоб вертолет танк мин тонн раз январ феврал март апрел ма июн июл август "
    "сентябр октябр ноябр декабр січ лют берез квіт трав черв лип серпн верес жовт листопад груд числ район город міст школ метр"
).split()
_APART = 8
"""Words between a number and what it counts."""


@dataclass(frozen=True, slots=True)
class _Number:
    first: int
    last: int
    low: int | None
    high: int | None


def counts(text: str, start: int, end: int, language: str) -> tuple[Count, ...]:
    """The counts of people told in ``text[start:end]``, in order. Each number is used once."""
    words = line(text, start, end)
    low = [folded(w) for w in words.raw]
    kinds = [(k, kind) for k, w in enumerate(low) if (kind := _kind(w, language))]
    if not kinds:
        return ()
    numbers = _numbers(low, language)
    used: set[int] = set()
    out: list[Count] = []
    for n, (at, kind) in enumerate(kinds):
        floor = kinds[n - 1][0] if n else -1
        ceiling = kinds[n + 1][0] if n + 1 < len(kinds) else len(low)
        place = _beside(low, at, numbers, used, floor, ceiling)
        if place is None:
            continue
        used.add(place)
        one = numbers[place]
        span = words.span(one.first, one.last)
        if any(c.kind == kind and (c.low, c.high) == (one.low, one.high) for c in out):
            continue
        out.append(
            Count(kind=kind, low=one.low, high=one.high, text=text[slice(*span)], start=span[0], end=span[1])
        )
    return tuple(sorted(out, key=lambda c: c.start))


def _kind(word: str, language: str) -> str:
    for kind, stems in KINDS[language].items():
        if word.startswith(tuple(stems.split())):
            return kind
    return ""


def _beside(
    low: list[str], at: int, numbers: list[_Number], used: set[int], floor: int, ceiling: int
) -> int | None:
    """The number nearest to a word for what befell people, in its own part of the sentence."""
    best: tuple[int, int] | None = None
    for n, one in enumerate(numbers):
        if n in used:
            continue
        before = floor < one.first and one.last < at
        behind = at < one.first and one.last < ceiling
        if not (before or behind):
            continue
        between = low[one.last + 1 : at] if before else low[at + 1 : one.first]
        if (
            len(between) > _APART
            or any(w in {".", ";", ":", "!", "?", "но", "але", "а"} for w in between)
            or between.count(",") > 1
        ):
            continue
        if behind and "," in between:
            continue
        rank = len(between) + 2 * ("," in between)
        if best is None or rank < best[0]:
            best = (rank, n)
    return best[1] if best else None


def _numbers(low: list[str], language: str) -> list[_Number]:
    out: list[_Number] = []
    k = 0
    while k < len(low):
        made = _number(low, k, language)
        if made is None:
            k += 1
            continue
        number, last = made
        k = last + 1
        follows = low[k] if k < len(low) else ""
        if (
            follows.startswith(tuple(_NO_PEOPLE))
            and follows not in _PEOPLE
            and not follows.startswith(("мирн", "мину"))
        ):
            continue
        if (
            number.low is not None
            and 1900 <= number.low <= 2100
            and follows.startswith(("год", "рок", "рік", "г"))
        ):
            continue
        out.append(number)
    return out


def _number(low: list[str], k: int, language: str) -> tuple[_Number, int] | None:
    """The number that begins at a word, with what is said before it ("не менее"), and its last word."""
    word = low[k]
    if (
        word in {"от", "від"}
        and (first := _value(low, k + 1, language))
        and first[1] + 2 <= len(low) - 1
        and low[first[1] + 1] == "до"
    ):
        second = _value(low, first[1] + 2, language)
        if second:
            return _Number(k, second[1], first[0], second[0]), second[1]
    if word in {"несколько", "нескольких", "кілька", "кількох"} and k + 1 < len(low) and low[k + 1] in _MANY:
        return _Number(k, k + 1, _MANY[low[k + 1]], None), k + 1
    if word in _MANY and not (k and low[k - 1] in _VALUES[language]):
        return _Number(k, k, _MANY[word], None), k
    told = _value(low, k, language)
    if told is None:
        return None
    value, last = told
    begin = k
    lead = " ".join(low[max(0, k - 3) : k])
    floor: int | None = value
    high: int | None = value
    for phrases, bounds in (
        (_LEAST, (value, None)),
        (_MORE, (value + 1, None)),
        (_FEWER, (None, value - 1)),
        (_MOST, (None, value)),
    ):
        hit = next((p for p in phrases if lead == p or lead.endswith(" " + p)), None)
        if hit is not None:
            floor, high = bounds
            begin = k - len(hit.split())
            break
    if (
        last + 2 < len(low)
        and low[last + 1] in {"-", "–", "—"}
        and (other := _value(low, last + 2, language))
    ):
        high, last = other[0], other[1]
    return _Number(begin, last, floor, high), last


def _value(low: list[str], k: int, language: str) -> tuple[int, int] | None:
    """A number in figures or words from a word on, and its last word."""
    known = _VALUES[language]
    total, last, found = 0, k - 1, False
    while k < len(low):
        word = low[k]
        if re.fullmatch(r"\d{1,9}", word):
            figures = int(word)
            while k + 1 < len(low) and re.fullmatch(r"\d{3}", low[k + 1]) and figures < 1_000_000:  # "1 600"
                k += 1
                figures = figures * 1000 + int(low[k])
            total += figures
        elif word in known:
            total += known[word]
        elif found and (scale := next((v for s, v in _SCALES.items() if word.startswith(s)), 0)):
            total = max(total, 1) * scale
        elif found and word in _DOZEN:
            total *= _DOZEN[word]
        elif word in {"десяток", "сотня", "сотню"} and not found:
            total += _DOZEN[word]
        elif word.startswith(("полтор", "півтор")) and k + 1 < len(low):
            scale = next((v for s, v in _SCALES.items() if low[k + 1].startswith(s)), 0)
            if not scale:
                break
            return int(1.5 * scale), k + 1
        else:
            break
        found, last = True, k
        k += 1
    return (total, last) if found else None
