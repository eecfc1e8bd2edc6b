"""The words of ``lexicon.yaml``: of which kinds and sorts of evidence a sentence speaks."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

import yaml

LONGEST = 1_200
"""Characters of one sentence that are searched: longer ones are lists or text without stops."""


@cache
def _table() -> dict[tuple[str, str, str], re.Pattern[str]]:
    """(kind, sort, language) → pattern. A word between two others may have an apostrophe, a hyphen or a comma with it."""
    rows = yaml.safe_load(Path(__file__).with_name("lexicon.yaml").read_text(encoding="utf-8"))
    return {
        (kind, sort, language): re.compile(
            rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)".replace(r"\w+ )", r"[\w'-]+,? )"), re.IGNORECASE
        )
        for kind, sorts in rows.items()
        for sort, languages in sorts.items()
        for language, patterns in languages.items()
    }


@cache
def _languages() -> frozenset[str]:
    return frozenset(language for _, _, language in _table())


@lru_cache(maxsize=20_000)
def sorts(kind: str, text: str, language: str) -> tuple[tuple[str, int], ...]:
    """(sort, place of its first word) for the sorts of a kind that a text shows, in the order of the file.

    A language without a list is searched in English.
    """
    text = text[:LONGEST].replace("’", "'")
    own = language if language in _languages() else "en"
    return tuple(
        (sort, match.start())
        for (listed, sort, spoken), pattern in _table().items()
        if listed == kind and spoken == own and (match := pattern.search(text))
    )


def kinds(text: str, language: str) -> dict[str, tuple[tuple[str, int], ...]]:
    """The kinds of evidence that a text shows, with their sorts."""
    listed = dict.fromkeys(kind for kind, _, _ in _table() if kind != BESIDE)
    return {kind: found for kind in listed if (found := sorts(kind, text, language))}


BESIDE = "beside"
"""The part of the list that is no kind: how a thing was come by and who looked at it."""


def shows(sort: str, text: str, language: str) -> bool:
    """Whether a text has words of a sort that stands beside a kind: ``inspected``, ``anonymous``, ``released`` …"""
    return any(found == sort for found, _ in sorts(BESIDE, text, language))
