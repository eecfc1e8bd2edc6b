"""The words of ``lexicon.yaml``, ready to look up. Read once."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml

LEXICON = Path(__file__).with_name("lexicon.yaml")


@cache
def _rows() -> dict[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    with LEXICON.open(encoding="utf-8") as stream:
        rows: dict[str, Any] = yaml.load(stream, Loader=loader)  # noqa: S506 - a safe loader either way
    return rows


@cache
def pattern(name: str, kind: str = "") -> re.Pattern[str]:
    """One pattern of all those listed under a name; any of them may match."""
    listed = _rows()[name][kind] if kind else _rows()[name]
    return re.compile("|".join(f"(?:{one})" for one in listed), re.IGNORECASE)


@cache
def each(name: str) -> tuple[re.Pattern[str], ...]:
    """The patterns listed under a name, one by one."""
    return tuple(re.compile(one, re.IGNORECASE) for one in _rows()[name])


@cache
def words(name: str) -> frozenset[str]:
    """A plain list of words."""
    return frozenset(_rows()[name].split())


@cache
def _ideas() -> tuple[dict[str, str], dict[str, str]]:
    whole: dict[str, str] = {}
    begun: dict[str, str] = {}
    for idea, listed in _rows()["ideas"].items():
        for word in listed.split():
            if word.endswith("*"):
                begun[word[:-1]] = idea
            else:
                whole[word] = idea
    return whole, begun


@cache
def _pairs() -> dict[tuple[str, str], str]:
    return {
        (first, second): idea
        for idea, listed in _rows()["pairs"].items()
        for first, second in (pair.split() for pair in listed.split(", "))
    }


@cache
def _numbers() -> dict[str, str]:
    return {word: number for number, listed in _rows()["numbers"].items() for word in listed.split()}


@lru_cache(maxsize=50_000)
def idea(word: str) -> str:
    """The idea a lower-case word stands for: "=blast" for "explosion"; empty for a word that is on no line."""
    whole, begun = _ideas()
    if word in whole:
        return "=" + whole[word]
    return next(("=" + begun[word[:end]] for end in range(len(word), 2, -1) if word[:end] in begun), "")


def pair(first: str, second: str) -> str:
    """The idea two neighbouring lower-case words stand for together, or empty."""
    found = _pairs().get((first, second))
    return "=" + found if found else ""


@cache
def _kin() -> dict[str, str]:
    return {"=" + idea: "=" + kind for kind, listed in _rows()["kin"].items() for idea in listed.split()}


def kin(words: frozenset[str]) -> frozenset[str]:
    """The words with ideas that come to the same as one: "=harm" for "=kill" and "=dead"."""
    return frozenset(_kin().get(word, word) for word in words)


@lru_cache(maxsize=50_000)
def telling(words: frozenset[str], length: int) -> frozenset[str]:
    """The same without words that only frame a stand; ``length``: letters that are kept of a word."""
    framing = stems("framing", length)
    return kin(frozenset(word for word in words if word.lstrip("^") not in framing))


@cache
def stems(name: str, length: int) -> frozenset[str]:
    """A plain list of words, each cut to as many letters as ``sense`` keeps."""
    return frozenset(word[:length] for word in words(name))


def number(word: str) -> str:
    """The digits a lower-case word stands for, or empty."""
    return _numbers().get(word, "")
