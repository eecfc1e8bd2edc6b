"""Words of likelihood and confidence in a sentence, found by ``terms.yaml`` and the scale's own table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeVar

import yaml

from rashomon.brief.lint import _own

_SCALE = Path(__file__).parents[2] / "assess" / "scale.yaml"
"""Read as a table, since stages do not import each other."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word of likelihood where it stands in a sentence."""

    start: int
    end: int
    words: str
    row: str = ""
    """Its row of the scale; empty outside the scale."""
    low: int = 0
    high: int = 0
    group: str = ""
    """Outside the scale: its group in ``terms.yaml``."""


@cache
def scale() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(_SCALE.read_text(encoding="utf-8"))
    return data


@cache
def _on_scale() -> tuple[tuple[str, int, int, re.Pattern[str]], ...]:
    """(row, low, high, pattern); longer phrases first, so that "very likely" is no "likely"."""
    found = []
    for row, patterns in _own.table()["scale"].items():
        for band, pattern in zip(scale()["bands"], patterns[:7], strict=False):
            found.append((row, band["low"], band["high"], pattern))
    return tuple((row, low, high, _whole(pattern)) for row, low, high, pattern in found)


@cache
def _off_scale() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((group, _whole("|".join(patterns))) for group, patterns in _own.table()["outside"].items())


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE)


_KEPT = 8_192
"""Sentences whose words are remembered: several rules ask for them, and briefs of one run share most lines."""


@lru_cache(maxsize=_KEPT)
def outside(sentence: str) -> tuple[Term, ...]:
    """Words of likelihood that no row of the scale has, in our own words only."""
    text = _own.straight(sentence)
    asks = text.rstrip().endswith("?")
    found: list[Term] = []
    for group, pattern in _off_scale():
        # A question states nothing: "What may they do next?" weighs no answer.
        if asks and group in ("modal", "possible"):
            continue
        for one in pattern.finditer(text):
            if not _overlaps(one.span(), found):
                found.append(
                    Term(one.start(), one.end(), sentence[one.start() : one.end()].strip(), group=group)
                )
    # "almost certain that" and "almost no chance" are the scale's own, though "certain that" and "no chance" are not.
    phrases = (
        [one.span() for _, _, _, pattern in _on_scale() for one in pattern.finditer(text)] if found else []
    )
    phrases = [(start, end) for start, end in phrases if " " in text[start:end]]
    found = [t for t in found if not any(start < t.end and t.start < end for start, end in phrases)]
    return tuple(sorted(_ours(found, sentence), key=lambda term: term.start))


@lru_cache(maxsize=_KEPT)
def likelihoods(sentence: str) -> tuple[Term, ...]:
    """Words of the scale, in our own words only."""
    text = _own.straight(sentence)
    taken = outside(sentence)
    found: list[Term] = []
    for row, low, high, pattern in _on_scale():
        for one in pattern.finditer(text):
            if not _overlaps(one.span(), taken):
                found.append(
                    Term(
                        one.start(), one.end(), sentence[one.start() : one.end()], row=row, low=low, high=high
                    )
                )
    longest = sorted(found, key=lambda term: (term.start - term.end, term.start))
    kept: list[Term] = []
    for term in longest:
        if not _overlaps((term.start, term.end), kept):
            kept.append(term)
    return tuple(sorted(_ours(kept, sentence), key=lambda term: term.start))


@dataclass(frozen=True, slots=True)
class Confidence:
    """A statement of confidence: ``level`` as it is worded, empty where it has none."""

    start: int
    end: int
    words: str
    level: str


@lru_cache(maxsize=_KEPT)
def confidences(sentence: str) -> tuple[Confidence, ...]:
    """Statements of how much our grounds bear, in our own words only."""
    text = _own.straight(sentence)
    found: list[Confidence] = []
    listed = _own.table()["confidence"]
    for name in ("level", "stated", "feeling"):
        for one in re.finditer(rf"(?<![\w-])(?:{listed[name]})", text, re.IGNORECASE):
            level = (one.groupdict().get("level") or "").casefold()
            skip = level in listed["not_levels"]
            if not skip and not any(a.start < one.end() and one.start() < a.end for a in found):
                found.append(Confidence(one.start(), one.end(), sentence[one.start() : one.end()], level))
    return tuple(_ours(found, sentence))


_PERCENT = re.compile(
    r"(?P<low>\d{1,3}(?:\.\d+)?)(?:\s?%?\s?(?:-|–|to)\s?(?P<high>\d{1,3}(?:\.\d+)?))?\s?(?:%|per ?cent\b)"
)
_WEIGHS = re.compile(
    r"\b(?:chances?|probabilit\w+|odds|likel\w+|unlikely|probabl[ey]|certain\w*|likelihood)\b", re.IGNORECASE
)


def percents(sentence: str, *, weighs: bool = False) -> Iterator[tuple[str, float, float]]:
    """(words, lowest, highest) of percent figures of likelihood in our own words; a share ("60 % of the town") is none.

    ``weighs``: the line is known to state a likelihood.
    """
    if ("%" not in sentence and "cent" not in sentence) or not (weighs or _WEIGHS.search(sentence)):
        return
    theirs = _own.attributed(sentence)
    for one in _PERCENT.finditer(sentence):
        share = re.match(r"\s+of (?:the|its|all|those|their|them|these|votes?|\w+s)\b", sentence[one.end() :])
        if not share and not _own.within(one.span(), theirs):
            low = float(one["low"])
            yield one[0], low, float(one["high"] or low)


_T = TypeVar("_T", Term, Confidence)


def _ours(found: Sequence[_T], sentence: str) -> list[_T]:
    """What no speaker is told to say; looked up only where there is something to ask about."""
    theirs = _own.attributed(sentence) if found else []
    return [one for one in found if not _own.within((one.start, one.end), theirs)]


def _overlaps(place: tuple[int, int], terms: Sequence[Term]) -> bool:
    return any(term.start < place[1] and place[0] < term.end for term in terms)
