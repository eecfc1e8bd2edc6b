"""The words of ``intended.yaml``, compiled; one pattern for each row and language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

LANGUAGES = ("en", "ru", "uk")


@dataclass(frozen=True, slots=True)
class Act:
    """One row: what is announced."""

    category: str
    mode: str
    hostile: bool


@cache
def _rows() -> dict[str, Any]:
    rows: dict[str, Any] = yaml.safe_load(
        Path(__file__).with_name("intended.yaml").read_text(encoding="utf-8")
    )
    return rows


@cache
def acts(language: str) -> tuple[tuple[Act, re.Pattern[str]], ...]:
    """Rows of a language, those that stand higher first; none in a language that has no words here."""
    if language not in LANGUAGES:
        return ()
    return tuple(
        (Act(row["category"], row["mode"], row["hostile"]), _starts(row[language], language))
        for row in _rows()["acts"]
    )


@cache
def listed(name: str, language: str) -> re.Pattern[str]:
    """A list of whole words or phrases: ``condition``, ``guess``, ``announce``, ``first``, ``negation``."""
    found = sorted(_rows()[name].get(language, ()), key=len, reverse=True)
    body = "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in found) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)", re.IGNORECASE)


@cache
def workers(language: str) -> re.Pattern[str]:
    """Who strikes by not working."""
    return _starts(_rows()["workers"].get(language, ["\0"]), language)


def _starts(words: list[str], language: str) -> re.Pattern[str]:
    parts = []
    for one in sorted(words, key=len, reverse=True):
        pieces = [re.escape(p.strip()) for p in one.split("~")]
        body = r"\w*(?:\W+\w+){0,4}?\W+".join(p.replace(r"\ ", r"\w*\s+") for p in pieces)
        parts.append(body + (r"(?:s|ed|ing|es)?(?!\w)" if language == "en" and len(one) <= 4 else ""))
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})", re.IGNORECASE)
