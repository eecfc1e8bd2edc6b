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
    """(kind, sort, language) → pattern. A word between two others may have an apostrophe or a hyphen in it."""
    rows = yaml.safe_load(Path(__file__).with_name("lexicon.yaml").read_text(encoding="utf-8"))
    return {
        (kind, sort, language): re.compile(
            rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)".replace(r"\w+ )", r"[\w'-]+ )"), re.IGNORECASE
        )
        for kind, sorts in rows.items()
        for sort, languages in sorts.items()
        for language, patterns in languages.items()
    }


@cache
def _languages() -> frozenset[str]:
    return frozenset(language for _, _, language in _table())


@lru_cache(maxsize=100_000)
def sorts(kind: str, text: str, language: str) -> tuple[str, ...]:
    """Sorts of a kind that a sentence shows, in the order of the file; a language without a list is searched in English."""
    text = text[:LONGEST].replace("’", "'")
    own = language if language in _languages() else "en"
    return tuple(
        sort
        for (listed, sort, spoken), pattern in _table().items()
        if listed == kind and spoken == own and pattern.search(text)
    )


def shows(sort: str, text: str, language: str) -> bool:
    """Whether a sentence has words of a sort that stands beside a kind: ``inspected``, ``anonymous``, ``released`` …"""
    return sort in sorts("beside", text, language)
