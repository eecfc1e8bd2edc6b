"""Numbers with what they count: "at least 12 killed", "4 млн долларов", "десятиденне"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import inf

NUMBERS: dict[str, float] = {}
for _number, _words in {
    1: "one один одна одно одного одной одному одним одну одне однієї однією", 2: "two pair both два две двух двум двумя двое двоих дві двох двом двома двоє",
    3: "three три трёх трех трём трем тремя трое троих трьох трьом трьома троє", 4: "four четыре четырёх четырех четырем четырьмя четверо чотири чотирьох чотирьом чотирма четверо",
    5: "five пять пяти пятью пятеро пятерых п'ять п'яти п'ятьох п'ятьма п'ятеро", 6: "six шесть шести шестью шестеро шість шести шістьох шестеро",
    7: "seven семь семи семью семеро сім семи сімох семеро", 8: "eight восемь восьми восемью вісім восьми вісьмох восьмеро",
    9: "nine девять девяти девятью дев'ять дев'яти дев'ятьох дев'ятеро", 10: "ten десять десяти десятью десятеро десятьох",
    11: "eleven одиннадцать одиннадцати одинадцять одинадцяти", 12: "twelve dozen двенадцать двенадцати дванадцять дванадцяти дванадцятьох дванадцятеро",
    13: "thirteen тринадцать тринадцати тринадцять тринадцяти", 14: "fourteen четырнадцать четырнадцати чотирнадцять чотирнадцяти",
    15: "fifteen пятнадцать пятнадцати п'ятнадцять п'ятнадцяти", 16: "sixteen шестнадцать шестнадцати шістнадцять шістнадцяти шістнадцятьох",
    17: "seventeen семнадцать семнадцати сімнадцять сімнадцяти", 18: "eighteen восемнадцать восемнадцати вісімнадцять вісімнадцяти",
    19: "nineteen девятнадцать девятнадцати дев'ятнадцять дев'ятнадцяти", 20: "twenty двадцать двадцати двадцять двадцяти двадцятьох двадцятеро",
    30: "thirty тридцать тридцати тридцять тридцяти тридцятьох", 40: "forty сорок сорока", 50: "fifty пятьдесят пятидесяти п'ятдесят п'ятдесяти",
    60: "sixty шестьдесят шестидесяти шістдесят шістдесяти", 70: "seventy семьдесят семидесяти сімдесят сімдесяти",
    80: "eighty восемьдесят восьмидесяти вісімдесят вісімдесяти", 90: "ninety девяносто дев'яносто",
    100: "сто ста", 200: "двести двухсот двісті двохсот", 300: "триста трёхсот трехсот трьохсот", 400: "четыреста чотириста", 500: "пятьсот п'ятсот",
    600: "шестьсот шістсот", 700: "семьсот сімсот", 800: "восемьсот вісімсот", 900: "девятьсот дев'ятсот",
}.items():  # fmt: skip
    for _word in _words.split():
        NUMBERS[_word] = float(_number)
SCALES = {
    "hundred": 100.0, "hundreds": 100.0, "сотни": 100.0, "сотен": 100.0, "thousand": 1e3, "тысяча": 1e3, "тысячи": 1e3, "тысяч": 1e3, "тыс": 1e3, "тисяча": 1e3, "тисячі": 1e3, "тисяч": 1e3,
    "тис": 1e3, "k": 1e3, "million": 1e6, "mln": 1e6, "m": 1e6, "млн": 1e6, "billion": 1e9, "bn": 1e9, "млрд": 1e9, "trillion": 1e12, "трлн": 1e12,
}  # fmt: skip
_SCALE_STEMS = (
    ("миллион", 1e6),
    ("мільйон", 1e6),
    ("миллиард", 1e9),
    ("мільярд", 1e9),
    ("триллион", 1e12),
    ("трильйон", 1e12),
    ("тысяч", 1e3),
    ("тисяч", 1e3),
)
CURRENCIES = {"$": "=dollar", "€": "=euro", "£": "=pound", "₴": "=hryvnia", "₽": "=rouble", "%": "=percent"}
UNITS = [
    ("=percent", ("percent", "per cent", "pct", "%", "процент", "відсот")),
    ("=tonne", ("tonne", "tonnes", "ton", "tons", "тонн")), ("=litre", ("litre", "litres", "liter", "liters", "литр", "літр")),
    ("=metre", ("metre", "metres", "meter", "meters", "метр")), ("=kilometre", ("kilometre", "kilometres", "kilometer", "kilometers", "km", "километр", "кілометр", "км")),
    ("=mile", ("mile", "miles", "мил", "милі")), ("=kilogram", ("kg", "kilogram", "kilograms", "килограмм", "кілограм", "кг")),
    ("=hectare", ("hectare", "hectares", "гектар")), ("=barrel", ("barrel", "barrels", "баррел", "барел")), ("=degree", ("degree", "degrees", "градус")),
    ("=hour", ("hour", "hours", "час", "часа", "часов", "годин")), ("=minute", ("minute", "minutes", "минут", "хвилин")), ("=day", ("day", "days", "дн", "день", "доб", "сут")),
    ("=week", ("week", "weeks", "недел", "тижн", "тижден")), ("=month", ("month", "months", "месяц", "місяц")), ("=year", ("year", "years", "год", "года", "лет", "рок", "рік")),
    ("=megawatt", ("megawatt", "megawatts", "mw", "мегаватт", "мегават", "мвт")), ("=dollar", ("dollar", "dollars", "usd", "доллар", "долар")),
    ("=euro", ("euro", "euros", "евро", "євро")), ("=rouble", ("rouble", "roubles", "ruble", "rubles", "рубл", "карбованц")), ("=hryvnia", ("hryvnia", "hryvnias", "гривен", "гривн")),
]  # fmt: skip
_WHOLE = frozenset({"час", "часа", "часов", "год", "года", "лет", "день", "км", "кг", "мвт"})
LEAST = (
    "at least", "no fewer than", "no less than", "not less than", "not fewer than", "a minimum of", "minimum", "не менее", "не менее чем", "как минимум", "по меньшей мере", "минимум", "щонайменше",
    "принаймні", "не менше", "не менш ніж", "не менше ніж", "мінімум", "как минимум",
)  # fmt: skip
OVER = ("more than", "over", "upwards of", "in excess of", "above", "exceeding", "более", "более чем", "свыше", "больше", "понад", "більше", "більш ніж", "більше ніж", "более чем")  # fmt: skip
MOST = ("at most", "up to", "no more than", "not more than", "as many as", "a maximum of", "не более", "не более чем", "максимум", "не більше", "не більше ніж", "щонайбільше", "не больше")  # fmt: skip
UNDER = (
    "fewer than",
    "less than",
    "under",
    "below",
    "менее",
    "менее чем",
    "меньше",
    "менше",
    "менш ніж",
    "менше ніж",
)
ABOUT = ("about", "around", "some", "roughly", "approximately", "nearly", "almost", "close to", "an estimated", "около", "примерно", "приблизительно", "почти", "порядка", "близько", "приблизно", "майже")  # fmt: skip
LOOSE = 0.1
"""How far from its number an "about" reaches, as a share of it."""
_TOKEN = re.compile(r"[$€£₴₽]?\s?\d+(?:[,.\u00a0 ]\d{3})*(?:[.,]\d+)?|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|%|[$€£₴₽]")
_DIGITS = re.compile(r"\d+(?:[,.\u00a0 ]\d{3})*(?:[.,]\d+)?")
ORDINAL = re.compile(r"\s?(\d+)(?:st|nd|rd|th|-?(?:й|я|е|го|ї|ю|ої|ій|ая|ой|ый))(?!\w)")
"""Which one, not how many: "the 4th brigade", "4-й бригады"."""
_COMPOUND = re.compile(
    r"(?:(\d+)-?|(двух|двох|трех|трёх|трьох|четырех|четырёх|чотирьох|пяти|п'яти|шести|семи|восьми|девяти|дев'яти|десяти|двадцати|двадцяти|тридцати|тридцяти))(процентн|відсотк|днев|ден|часов|годин|недел|тижн|месяч|місяч|лет|річ)\w*"
)
_COMPOUND_UNIT = {"процентн": "=percent", "відсотк": "=percent", "днев": "=day", "ден": "=day", "часов": "=hour", "годин": "=hour", "недел": "=week", "тижн": "=week", "месяч": "=month", "місяч": "=month", "лет": "=year", "річ": "=year"}  # fmt: skip


@dataclass(slots=True)
class Number:
    """A number as it stands in the text, before it is known what it counts."""

    low: float
    high: float
    start: int
    end: int
    unit: str = ""


SCALED = {
    "=minute": ("=hour", 1 / 60), "=day": ("=hour", 24.0), "=week": ("=hour", 168.0), "=month": ("=year", 1 / 12), "=kilogram": ("=tonne", 1e-3),
    "=metre": ("=kilometre", 1e-3),
}  # fmt: skip
"""Units that are told as parts or multiples of others: two days are 48 hours."""


def unit(word: str) -> str:
    """The unit a lower-case word names, or empty."""
    for key, words in UNITS:
        for one in words:
            if word == one or (
                not one.isascii()
                and one not in _WHOLE
                and len(one) > 2
                and word.startswith(one)
                and len(word) - len(one) <= 3
            ):
                return key
    return ""


def numbers(text: str, taken: list[tuple[int, int]]) -> list[Number]:
    """Every number outside the stretches ``taken`` by dates, with its bounds and, where one follows, its unit."""
    low = text.lower().replace("’", "'").replace("ʼ", "'")
    tokens = list(_TOKEN.finditer(low))
    out: list[Number] = []
    at = 0
    while at < len(tokens):
        m = tokens[at]
        if any(s < m.end() and m.start() < e for s, e in taken):
            at += 1
            continue
        if ORDINAL.match(low, m.start()):
            at += 1
            continue
        if re.match(r"\S+ (?:раз(?:а|и)?|times)\b", low[m.start() :].lstrip()):
            at += 1  # "в два раза" is how much more, and an idea of its own
            continue
        found = _compound(m) or _decade(m) or _run(low, tokens, at, taken)
        if (
            found is not None
            and at + 1 < len(tokens)
            and not _decade(m)
            and found[1] == 1
            and _decade(tokens[at + 1])
        ):
            number = found[0]  # "two decades"
            found = Number(number.low * 10, number.high * 10, number.start, tokens[at + 1].end(), "=year"), 2
        if found is None:
            at += 1
            continue
        number, size = found
        out.append(_bounded(low, number))
        at += size
    return out


_DECADE = re.compile(r"decades?|десятилети\w+|десятилітт\w+|десятирічч\w+")


def _decade(m: re.Match[str]) -> tuple[Number, int] | None:
    """Ten years."""
    return (Number(10, 10, m.start(), m.end(), "=year"), 1) if _DECADE.fullmatch(m.group()) else None


def _compound(m: re.Match[str]) -> tuple[Number, int] | None:
    whole = _COMPOUND.fullmatch(m.group())
    if whole is None or not whole[2]:
        return None
    value = NUMBERS.get(whole[2], 0.0)
    return (Number(value, value, m.start(), m.end(), _COMPOUND_UNIT[whole[3]]), 1) if value else None


def _run(
    low: str, tokens: list[re.Match[str]], at: int, taken: list[tuple[int, int]]
) -> tuple[Number, int] | None:
    """A number of several words: "two hundred and twelve thousand", "$4 million", "2 млн"."""
    total = part = 0.0
    if m := re.match(
        r"half a (million|billion|thousand)|(?:пол|пів ?)(миллион|миллиард|тысяч|мільйон|мільярд|тисяч)",
        low[tokens[at].start() :],
    ):
        scale = SCALES.get(m[1] or "") or next(
            (value for stem, value in _SCALE_STEMS if (m[2] or "").startswith(stem)), 0.0
        )
        last = max(n for n in range(at, len(tokens)) if tokens[n].start() < tokens[at].start() + m.end())
        kind = CURRENCIES.get(low[tokens[at].start() - 1 : tokens[at].start()], "") or _unit_after(
            low, tokens[last].end()
        )
        return Number(scale / 2, scale / 2, tokens[at].start(), tokens[last].end(), kind), last - at + 1
    seen, size, kind = False, 0, ""
    start, end = tokens[at].start(), tokens[at].end()
    while at + size < len(tokens):
        m = tokens[at + size]
        word = m.group().strip()
        if size and (
            re.search(r"[^\s-]", low[end : m.start()]) or any(s < m.end() and m.start() < e for s, e in taken)
        ):
            break
        scale = SCALES.get(word) or next(
            (value for stem, value in _SCALE_STEMS if word.startswith(stem)), 0.0
        )
        digits = _DIGITS.search(word)
        if digits:
            if seen and part:
                break
            kind = kind or CURRENCIES.get(word[0], "")
            part += _value(digits.group())
        elif word in NUMBERS and (word not in _ONE or (seen and part >= 20 and part % 10 == 0)):
            if seen and part and NUMBERS[word] >= 10 and part % 100:
                break
            part += NUMBERS[word]
        elif scale and not seen and scale >= 1e3 and word in _BARE:
            part, total = 0.0, scale
        elif scale and (seen or word in {"сто", "hundreds"}) and len(word) + bool(seen) > 1:
            if word in {"m", "k"} and low[m.start() - 1 : m.start()].isspace():
                break
            part = max(part, 1.0) * scale
            if scale > 100:
                total, part = total + part, 0.0
        elif (
            word == "and"
            and seen
            and part
            and part % 100 == 0
            and at + size + 1 < len(tokens)
            and tokens[at + size + 1].group() in NUMBERS
        ):
            pass
        else:
            break
        seen, end = True, m.end()
        size += 1
    if not seen:
        return None
    kind = kind or _unit_after(low, end)
    before = low[max(0, start - 2) : start].strip()
    kind = kind or CURRENCIES.get(before[-1:], "")
    value = total + part
    if kind in SCALED:
        kind, factor = SCALED[kind]
        value *= factor
    return Number(value, value, start, end, kind), max(size, 1)


_BARE = frozenset(
    "million billion thousand миллион миллиард тысяча тысячу мільйон мільярд тисяча тисячу".split()
)
"""Scales that are a number by themselves: "a million barrels"."""
_ONE = frozenset({"both", "pair", *(word for word, value in NUMBERS.items() if value == 1)})
"""Words that are a number only behind another: "thirty-one"."""


LARGEST = 1e18
"""What a run of digits counts for that is longer than any count."""


def _value(digits: str) -> float:
    if re.fullmatch(r"\d{1,3}(?:[,.\u00a0 ]\d{3})+", digits):
        return float(re.sub(r"\D", "", digits))
    plain = re.sub(r"[\u00a0 ]", "", digits)
    if "," in plain and "." in plain:
        plain = plain.replace(",", "")
    return min(float(plain.replace(",", ".")), LARGEST)


def _unit_after(low: str, end: int) -> str:
    rest = low[end : end + 24]
    if m := re.match(r"[\s-]*([$€£₴₽%])", rest):
        return CURRENCIES[m[1]]
    if rest.lstrip().startswith("per cent"):
        return "=percent"
    m2 = re.match(r"[\s-]*([^\W\d_]+)", rest)
    return unit(m2[1]) if m2 else ""


def _bounded(low: str, number: Number) -> Number:
    before = re.sub(
        r"\s(?:на|в|у|at|to|by|of)$", "", low[max(0, number.start - 30) : number.start].rstrip(" $€£")
    )
    value = number.low
    wide = value * LOOSE if number.unit else max(value * LOOSE, 0.5)
    after = low[number.end : number.end + 14]
    for words, lowest, highest in (
        (LEAST, value, inf), (MOST, 0.0, value), (UNDER, 0.0, _just(value, -1)), (OVER, value, inf), (ABOUT, value - wide, value + wide),
    ):  # fmt: skip
        if any(before.endswith(w) and not before[: -len(w)][-1:].isalpha() for w in words):
            if words in (UNDER, OVER) and re.search(
                r"\b(?:no|not|не) ?$", before[: -max(len(w) for w in words if before.endswith(w))]
            ):
                return (
                    Number(value, inf, number.start, number.end, number.unit)
                    if words is UNDER
                    else Number(0.0, value, number.start, number.end, number.unit)
                )
            return Number(lowest, highest, number.start, number.end, number.unit)
    if re.match(r"\s*(?:or more|и более|і більше|и больше|\+)", after):
        return Number(value, inf, number.start, number.end, number.unit)
    return number


def _just(value: float, step: int) -> float:
    return value + step if value == int(value) and value < 1e5 else value
