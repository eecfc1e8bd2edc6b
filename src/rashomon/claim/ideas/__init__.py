"""Words that are one idea, in English, Russian and Ukrainian: the tables beside this file, ready to look up."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
DEEDS, THINGS, QUALITIES = "deeds", "things", "qualities"
VAGUE = "~"
"""The idea of a word that tells little by itself."""
LONGEST = 4
"""Words of the longest phrase in the tables."""
_VOWELS = "aeiou"


@cache
def _tables() -> dict[str, dict[str, str]]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    out: dict[str, dict[str, str]] = {}
    for name in (DEEDS, THINGS, QUALITIES):
        with (HERE / f"{name}.yaml").open(encoding="utf-8") as stream:
            rows: dict[str, Any] = yaml.load(stream, Loader=loader)  # noqa: S506 - a safe loader either way
        out[name] = rows
    return out


@cache
def _lookups() -> tuple[dict[str, set[str]], dict[str, set[str]], dict[str, list[tuple[tuple[str, ...], str]]]]:
    """Whole words, beginnings of words, and phrases by their first word or its beginning."""
    whole: dict[str, set[str]] = {}
    begun: dict[str, set[str]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for rows in _tables().values():
        for idea, listed in rows.items():
            mark = VAGUE if idea == "vague" else "=" + idea
            for word in listed.replace("|", " ").split():
                if "_" in word:
                    first, *rest = word.split("_")
                    for form in forms(first):
                        phrases.setdefault(form, []).append(((form, *rest), mark))
                elif word.endswith("*"):
                    begun.setdefault(word[:-1], set()).add(mark)
                else:
                    for form in forms(word):
                        whole.setdefault(form, set()).add(mark)
    for listed_phrases in phrases.values():
        listed_phrases.sort(key=lambda pair: -len(pair[0]))
    return whole, begun, phrases


def forms(word: str) -> set[str]:
    """A lower-case English word with its regular endings; a word in another script or with a star is left alone."""
    if not word.isascii() or not word.isalpha() or len(word) < 3:
        return {word}
    out = {word, word + "s"}
    if word.endswith(("s", "x", "z", "ch", "sh", "o")):
        out.add(word + "es")
    if word.endswith("e"):
        out |= {word + "d", word[:-1] + "ing"}
    elif word.endswith("y") and word[-2] not in _VOWELS:
        out |= {word[:-1] + "ies", word[:-1] + "ied", word + "ing"}
    else:
        out |= {word + "ed", word + "ing"}
        if word[-1] not in _VOWELS + "wxy" and word[-2] in _VOWELS and word[-3] not in _VOWELS:
            out |= {word + word[-1] + "ed", word + word[-1] + "ing"}
    return out


@lru_cache(maxsize=50_000)
def ideas(word: str) -> frozenset[str]:
    """The ideas a lower-case word may stand for ("=blast" for "explosion"); ``VAGUE`` for one that tells little;
    empty for a word that is on no line."""
    whole, begun, _ = _lookups()
    if word in whole:
        return frozenset(whole[word])
    if word.isascii():
        return frozenset()
    return frozenset(begun.get(stemmed(word), ()))


@lru_cache(maxsize=50_000)
def stemmed(word: str) -> str:
    """The longest beginning of a word that the tables have, or empty."""
    begun = _lookups()[1]
    return next((word[:end] for end in range(len(word), 1, -1) if word[:end] in begun), "")


def whole(word: str) -> bool:
    """Whether a word stands in the tables as it is, rather than begins like one that does."""
    return word in _lookups()[0]


def phrase(words: Sequence[str], at: int) -> tuple[int, frozenset[str]]:
    """How many of the lower-case words from ``at`` on make a phrase of one idea, and that idea; 0 where none does."""
    _, _, phrases = _lookups()
    first = words[at]
    listed = [pair for end in range(len(first), 1, -1) for pair in _begin(phrases, first, end)]
    best, found = 0, set[str]()
    for pattern, mark in listed:
        size = len(pattern)
        if size < best or at + size > len(words):
            continue
        if all(_fits(p, words[at + n]) for n, p in enumerate(pattern)):
            found = found | {mark} if size == best else {mark}
            best = size
    return best, frozenset(found)


def _begin(
    phrases: dict[str, list[tuple[tuple[str, ...], str]]], first: str, end: int
) -> list[tuple[tuple[str, ...], str]]:
    whole = phrases.get(first, []) if end == len(first) else []
    return [*whole, *phrases.get(first[:end] + "*", [])]


def _fits(pattern: str, word: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


@cache
def deeds() -> frozenset[str]:
    """The ideas that are done or happen."""
    return frozenset("=" + name for name in _tables()[DEEDS])


@cache
def qualities() -> frozenset[str]:
    """The ideas that say what something is like."""
    return frozenset("=" + name for name in _tables()[QUALITIES] if name != "vague")
