"""How many were killed, wounded, detained …: numbers and number words beside the words that tell what befell people."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.records import Count

KINDS: dict[str, str] = {
    "killed": "killed|kills?|killing|dead|die[sd]?|deaths?|slain|massacred|executed|murdered|shot dead|perished|lives",
    "wounded": "wounded|wounds|wounding|injured|injures?|injuring|hurt|hospitali[sz]ed|injuries",
    "detained": "detained|detains?|detaining|arrested|arrests?|arresting|jailed|jails|jailing|imprisoned|rounded up|rounding up|in custody|"
    "detentions",
    "abducted": "abducted|abducting|abducts?|kidnapped|kidnapping|kidnaps?|taken hostage|took hostage|captured|capturing",
    "missing": "missing|unaccounted for|disappeared",
    "displaced": "displaced|displacing|homeless|fled|flee|fleeing|forced out|uprooted|expelled from",
    "evacuated": "evacuated|evacuating|evacuates?",
    "released": "released|releasing|releases?|freed|freeing|frees?",
    "expelled": "expelled|expelling|expels?|deported|deporting|deports?",
}
"""Kind of a count to the words that tell it, as patterns without repeats."""

_UNITS = dict(
    zip("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split(), range(20), strict=True)
) | {"no": 0, "nobody": 0, "no one": 0, "no-one": 0}  # fmt: skip
_TENS = {w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_MANY = {
    "hundreds of thousands": 200_000, "tens of thousands": 20_000, "thousands": 2_000, "hundreds": 200, "scores": 40,
    "dozens": 24, "several": 3, "a few": 3, "a handful": 3, "many": 3, "millions": 2_000_000,
}  # fmt: skip
"""Words for an open number to the least they mean: two of the unit; "scores" two twenties."""
_WORDS = "|".join(["no one", "no-one", *_TENS, *_UNITS])
_ONE = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?(?! ?(?:per|%|-year|am\b|pm\b|a\.m|p\.m))|(?:a|two|three|four|half a|several) dozen|"
    rf"(?:a|one|two|three|four|five|six|seven|eight|nine) (?:hundred|thousand)|(?:{_WORDS})(?:-(?:{_WORDS}))?)(?: (?:thousand|hundred|million))?"
)
_NUMBER = re.compile(
    rf"\b(?P<q>at least|more than|over|no fewer than|no less than|not fewer than|nearly|almost|about|around|some|up to|as many as|"
    rf"fewer than|less than|approximately|roughly|between|upwards of|an estimated|another|a further|only)? ?"
    rf"(?:(?P<many>{'|'.join(_MANY)})|(?P<a>{_ONE})(?:(?: ?[-–] ?| to | or | and (?=\w+ (?:people|were)))(?P<b>{_ONE}))?)\b(?!['’]s)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(rf"\bbetween (?P<a>{_ONE}) and (?P<b>{_ONE})\b", re.IGNORECASE)
_TOLL = re.compile(
    rf"\b(?:death toll|toll|number of (?:dead|deaths|casualties))\b[^.;]{{0,40}}?\b(?:to|at|was|is|reached|of) (?P<n>(?:at least |more than |over )?{_ONE})\b",
    re.IGNORECASE,
)
_KIND = re.compile("|".join(rf"(?P<{k}>\b(?:{p})\b)" for k, p in KINDS.items()), re.IGNORECASE)
_NOT_PEOPLE = re.compile(
    r"\s*(?:days?|weeks?|months?|years?|hours?|minutes?|km|kilomet\w+|miles?|metres?|meters?|percent|per cent|%|million|billion|dollars?|"
    r"euros?|o['’]clock|rockets?|missiles?|drones?|shells|bombs?|(?:\w+ )?(?:houses|homes|buildings|cars|vehicles|flights))\b",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? $|^ (?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_CUE = re.compile(
    r"\d|\b(?:dozen|hundred|thousand|score|several|few|handful|many|no|nobody|million|" + _WORDS + r")",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Number:
    start: int
    end: int
    low: int | None
    high: int | None


def counts(text: str, start: int, end: int) -> tuple[Count, ...]:
    """The counts of people told in ``text[start:end]``, in order. Each number is used once."""
    words = text[start:end]
    if not _KIND.search(words) and not _TOLL.search(words):
        return ()
    if not _CUE.search(words):
        return ()
    numbers = list(_numbers(words))
    used: set[int] = set()
    out: list[Count] = []
    for toll in _TOLL.finditer(words):
        for n, one in enumerate(numbers):
            if toll.start("n") <= one.start and one.end <= toll.end("n") + 1:
                used.add(n)
                out.append(_count("killed", one, words, start))
    kinds = list(_KIND.finditer(words))
    for k, kind in enumerate(kinds):
        name = str(kind.lastgroup)
        floor = kinds[k - 1].end() if k else 0
        ceiling = kinds[k + 1].start() if k + 1 < len(kinds) else len(words)
        place = _beside(words, kind, numbers, used, floor, ceiling)
        if place is not None:
            used.add(place)
            out.append(_count(name, numbers[place], words, start))
    return tuple(sorted(out, key=lambda c: c.start))


def _beside(
    words: str, kind: re.Match[str], numbers: list[_Number], used: set[int], floor: int, ceiling: int
) -> int | None:
    """The number right behind the word ("killing 12"), else the nearest before it ("12 people were killed")."""
    for n, one in enumerate(numbers):
        gap = words[kind.end() : one.start]
        if (
            n not in used
            and kind.end() <= one.start < ceiling
            and re.fullmatch(r" (?:[a-z]+ (?:of |people |to )?)?", gap)
            and not re.search(r"\b(?:and|in|on|by|after|at|for|since|when|with|near|from|within)\b", gap)
        ):
            return n
    for n in range(len(numbers) - 1, -1, -1):
        one = numbers[n]
        gap = words[one.end : kind.start()] if one.end <= kind.start() else ""
        if n not in used and floor <= one.start and one.end <= kind.start() and len(gap.split()) <= 9:
            if re.search(r"[;:.!?]|\b(?:but|while|after|that|which)\b", gap) or gap.count(",") > 2:
                return None
            return n
    return None


def _numbers(words: str) -> list[_Number]:
    out: list[_Number] = []
    at = 0
    while match := _BETWEEN.search(words, at) or None:
        out.append(_Number(match.start(), match.end(), value(match["a"]), value(match["b"])))
        at = match.end()
    taken = [(n.start, n.end) for n in out]
    for match in _NUMBER.finditer(words):
        begin, end = match.span()
        if any(s < end and begin < e for s, e in taken) or _NOT_PEOPLE.match(words, end):
            continue
        if _MONTH.search(words[max(0, begin - 10) : begin]) or _MONTH.search(words[end : end + 12]):
            continue
        if re.fullmatch(r"(?:19|20)\d\d", match.group().strip()) and words[
            max(0, begin - 6) : begin
        ].lower().endswith(("in ", "since ", "of ", "the ", "until ")):
            continue
        if match.group().strip().lower() in {"one", "no"} and re.match(
            r" (?:of|day|week|year|month|other)\b", words[end:]
        ):
            continue
        low, high = _bounds((match["q"] or "").lower(), match)
        begin += len(match.group()) - len(match.group().lstrip())
        out.append(_Number(begin, end, low, high))
    return sorted(out, key=lambda n: n.start)


def _bounds(qualifier: str, match: re.Match[str]) -> tuple[int | None, int | None]:
    if match["many"]:
        return _MANY[match["many"].lower()], None
    low = value(match["a"])
    high: int = value(match["b"]) if match["b"] else low
    if qualifier in {"at least", "no fewer than", "no less than", "not fewer than", "upwards of"}:
        return low, None
    if qualifier in {"more than", "over"}:
        return low + 1, None
    if qualifier in {"up to", "as many as", "nearly", "almost"}:
        return None, high
    if qualifier in {"fewer than", "less than"}:
        return None, high - 1
    return low, high


def value(words: str) -> int:
    """A number from its digits or English words ("two dozen", "forty-five", "1,200")."""
    words = words.lower().strip()
    if words in _UNITS:
        return _UNITS[words]
    total = 0
    scale = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "dozen": 12}
    current = 0.0
    for part in re.split(r"[\s-]+", words):
        if part in scale:
            current = (current or 1) * scale[part]
        elif part in _UNITS:
            current += _UNITS[part]
        elif part in _TENS:
            current += _TENS[part]
        elif part == "half":
            current = 0.5
        elif part == "several":
            current = 3
        elif part == "a":
            current = current or 1
        else:
            digits = part.replace(",", "")
            current = float(digits) if re.fullmatch(r"[0-9]{1,12}(?:\.[0-9]{1,6})?", digits) else current
    return int(total + current)


def _count(kind: str, number: _Number, words: str, offset: int) -> Count:
    return Count(
        kind=kind,
        low=number.low,
        high=number.high,
        text=words[number.start : number.end],
        start=number.start + offset,
        end=number.end + offset,
    )
