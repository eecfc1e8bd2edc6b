"""Numbers to words: the likelihood scale of ICD 203, words of confidence, and the Admiralty code.

The table is ``scale.yaml``, with its sources. Likelihood, confidence, reliability of a source and credibility of a piece
of information are four things; nothing here turns one into another.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from rashomon.errors import NotAGrade, NotAProbability

Row = Literal["chance", "probability"]
"""The two rows of words in ICD 203. A page keeps to one."""
LEAST, MOST = 1, 99
"""Percent: the ends of the scale. Nothing is printed as impossible or certain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """One step of the scale, from ``low`` to ``high`` percent, both ends included."""

    rank: int
    """0 for the least likely, 6 for the most."""
    low: int
    high: int
    chance: str
    probability: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """One step of the Admiralty code."""

    code: str
    label: str
    """The standard's words. Some are words of likelihood, so they stand in no sentence of a brief."""
    meaning: str
    """Our words for it, without a word of likelihood."""
    missing: bool = False
    """F and 6: not judged. It is no middle grade and must not be counted as one."""


def band(p: float) -> Band:
    """The band of a probability between 0 and 1.

    Bands share their edges: a tie takes the band nearer to 50 %, so 0.2 is *unlikely*, 0.8 *likely*, 0.45 and 0.55
    *roughly even chance*. 0 and 1 take the outermost bands.

    Raises:
        NotAProbability: ``p`` lies outside [0, 1] or is no number.
    """
    percent = _percent(p)
    bands = _bands()
    if percent < 50:
        return next(one for one in bands if percent < one.high)
    return next(one for one in reversed(bands) if percent > one.low)


def word(p: float, row: Row = "chance") -> str:
    """The scale's word for a probability, in one row: "likely", or in the other "probable".

    Raises:
        NotAProbability: as for ``band``.
        NotAGrade: there is no such row.
    """
    if row not in ("chance", "probability"):
        raise NotAGrade(row, "the rows are chance and probability")
    return str(getattr(band(p), row))


def percent(p: float) -> int:
    """A probability in percent as it may be printed: in steps of five, below 5 and above 95 in steps of one, 1 to 99.

    All inner edges of the scale are multiples of five, so the figure never leaves the band of its word.
    """
    value = _percent(p)
    step = 5 if 5 <= value <= 95 else 1
    return min(max(round(value / step) * step, LEAST), MOST)


def as_percent(p: float) -> str:
    """ "about 70 %": never 0 or 100.

    Raises:
        NotAProbability: as for ``band``.
    """
    return f"about {percent(p)} %"


def confidence(level: str) -> str:
    """What low, moderate or high confidence means.

    Raises:
        NotAGrade: it is another word.
    """
    known: dict[str, str] = _table()["confidence"]
    if level not in known:
        raise NotAGrade(level, f"the words are {', '.join(known)}")
    return known[level]


def reliability(code: str) -> Grade:
    """The Admiralty letter of a source, A to F.

    Raises:
        NotAGrade: it is no letter of the code.
    """
    return _grade("reliability", code)


def credibility(code: str | int) -> Grade:
    """The Admiralty figure of a piece of information, 1 to 6.

    Raises:
        NotAGrade: it is no figure of the code.
    """
    return _grade("credibility", str(code))


def bands() -> tuple[Band, ...]:
    """The seven bands, from the least likely."""
    return _bands()


def _percent(p: float) -> float:
    if isinstance(p, bool) or not isinstance(p, int | float) or math.isnan(p) or not 0 <= p <= 1:
        raise NotAProbability(repr(p))
    # 0.55 * 100 is 55.00000000000001: an edge must stay an edge.
    return round(p * 100, 9)


def _grade(kind: str, code: str) -> Grade:
    known = _table()[kind]
    if code not in known:
        raise NotAGrade(code, f"{kind} is one of {', '.join(known)}")
    return Grade(code=code, **known[code])


@cache
def _bands() -> tuple[Band, ...]:
    return tuple(Band(rank=rank, **one) for rank, one in enumerate(_table()["bands"]))


@cache
def _table() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("scale.yaml").read_text(encoding="utf-8"))
    return data
