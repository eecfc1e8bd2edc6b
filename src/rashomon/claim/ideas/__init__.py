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
        out[name] = {}
        for table in sorted(HERE.glob(f"{name}*.yaml")):
            with table.open(encoding="utf-8") as stream:
                rows: dict[str, Any] = yaml.load(stream, Loader=loader)  # noqa: S506 - a safe loader either way
            for idea, listed in rows.items():
                out[name][idea] = _joined(out[name].get(idea, ""), listed)
    return out


def _joined(listed: str, more: str) -> str:
    """The words of an idea of which two tables tell, language by language."""
    if not listed:
        return more
    one, other = listed.split("|"), more.split("|")
    return " | ".join(
        " ".join(side[n].strip() for side in (one, other) if n < len(side))
        for n in range(max(len(one), len(other)))
    )


class Lookup:
    """The words of one language: whole ones, beginnings, and phrases by their first word or its beginning."""

    def __init__(self) -> None:
        self.whole: dict[str, set[str]] = {}
        self.begun: dict[str, set[str]] = {}
        self.phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}

    def add(self, word: str, mark: str, *, english: bool) -> None:
        """One word, beginning or phrase of the tables."""
        if "_" in word:
            first, *rest = word.split("_")
            for form in forms(first) if english else (first,):
                self.phrases.setdefault(form, []).append(((form, *rest), mark))
                if english and len(rest[-1]) > 3 and rest[-1][-1] not in "s*":
                    self.phrases[form].append(((form, *rest[:-1], rest[-1] + "s"), mark))  # "border guards"
        elif word.endswith("*"):
            self.begun.setdefault(word[:-1], set()).add(mark)
        else:
            for form in forms(word) if english else (word,):
                self.whole.setdefault(form, set()).add(mark)


@cache
def _lookups() -> dict[str, Lookup]:
    """By language; ``""`` holds Russian and Ukrainian together, for a word of which only the script is known."""
    out = {"en": Lookup(), "ru": Lookup(), "uk": Lookup(), "": Lookup()}
    for rows in _tables().values():
        for idea, listed in rows.items():
            if idea == "vague":
                for word in listed.split():
                    english = word.isascii()
                    for language in ("en",) if english else ("ru", "uk", ""):
                        out[language].add(word, VAGUE, english=english)
                continue
            columns = [*listed.split("|"), "", ""]
            for language, column in zip(("en", "ru", "uk"), columns, strict=False):
                for word in column.split():
                    out[language].add(word, "=" + idea, english=language == "en")
                    if language != "en":
                        out[""].add(word, "=" + idea, english=False)
    return out


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


def _lookup(word: str, language: str) -> Lookup:
    return _lookups()["en" if word.isascii() else language if language in {"ru", "uk"} else ""]


@lru_cache(maxsize=100_000)
def ideas(word: str, language: str = "") -> frozenset[str]:
    """The ideas a lower-case word may stand for ("=blast" for "explosion"); ``VAGUE`` for one that tells little;
    empty for a word that is on no line."""
    lookup = _lookup(word, language)
    if word in lookup.whole:
        return frozenset(lookup.whole[word])
    if word.isascii():
        return frozenset()
    return frozenset(lookup.begun.get(stemmed(word, language), ()))


@lru_cache(maxsize=100_000)
def stemmed(word: str, language: str = "") -> str:
    """The longest beginning of a word that the tables have, or empty."""
    begun = _lookup(word, language).begun
    return next((word[:end] for end in range(len(word), 1, -1) if word[:end] in begun), "")


def whole(word: str, language: str = "") -> bool:
    """Whether a word stands in the tables as it is, rather than begins like one that does."""
    return word in _lookup(word, language).whole


def phrase(words: Sequence[str], at: int, language: str = "") -> tuple[int, frozenset[str]]:
    """How many of the lower-case words from ``at`` on make a phrase of one idea, and that idea; 0 where none does."""
    first = words[at]
    phrases = _lookup(first, language).phrases
    best, found = 0, set[str]()
    for end in range(len(first), 1, -1):
        for pattern, mark in [
            *(phrases.get(first, []) if end == len(first) else []),
            *phrases.get(first[:end] + "*", []),
        ]:
            size = len(pattern)
            if size < best or at + size > len(words):
                continue
            if all(_fits(p, words[at + n]) for n, p in enumerate(pattern)):
                found = found | {mark} if size == best else {mark}
                best = size
    return best, frozenset(found)


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


@cache
def _kinship() -> dict[str, list[str]]:
    with (HERE / "near.yaml").open(encoding="utf-8") as stream:
        rows: dict[str, list[str]] = yaml.safe_load(stream)
    return rows


@cache
def _opposites() -> dict[str, frozenset[str]]:
    out: dict[str, set[str]] = {}
    for row in _kinship()["opposite"]:
        one, other = ({"=" + name for name in side.split()} for side in row.split("|"))
        for name in one:
            out.setdefault(name, set()).update(other)
        for name in other:
            out.setdefault(name, set()).update(one)
    return {name: frozenset(others) for name, others in out.items()}


def opposite(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether one word is the contrary of the other: "alive" of "the bodies of"."""
    return any(key in b for mine in a for key in _opposites().get(mine, ()))


@cache
def _apart() -> dict[str, frozenset[int]]:
    out: dict[str, set[int]] = {}
    for number, group in enumerate(_kinship()["apart"]):
        for name in group.split():
            out.setdefault("=" + name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in out.items()}


@lru_cache(maxsize=100_000)
def apart(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two words are of one line of kinds of which a thing is one only, and not of one kind: "market" and "airport"."""
    if a & b or near(a, b):
        return False
    groups = _apart()
    one = {n for key in a for n in groups.get(key, ())}
    return any(n in one for key in b for n in groups.get(key, ()))


@cache
def _near() -> dict[str, frozenset[int]]:
    out: dict[str, set[int]] = {}
    for number, group in enumerate(_kinship()["near"]):
        for name in group.split():
            out.setdefault("=" + name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in out.items()}


@lru_cache(maxsize=100_000)
def near(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether an idea of one word may be told for one of the other."""
    groups = _near()
    one = {n for key in a for n in groups.get(key, ())}
    return any(n in one for key in b for n in groups.get(key, ()))
