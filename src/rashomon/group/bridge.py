"""What is written the same way in all languages: numbers, number words, months, weekdays, a few words of the news.

A table, not a dictionary: it lets texts in English, Russian and Ukrainian meet on more than names. A word that is not
here costs a translation a little likeness; a wrong one would cost more.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml


@cache
def _table() -> dict[str, str]:
    data = yaml.safe_load((Path(__file__).parent / "bridge.yaml").read_text(encoding="utf-8"))
    return {
        form: sense
        for sense, forms in data.items()
        for form in (word.strip() for line in forms for word in str(line).split())
    }


@cache
def _beginnings() -> dict[int, dict[str, str]]:
    """Entries that end in ``*``, by their length."""
    made: dict[int, dict[str, str]] = {}
    for form, sense in _table().items():
        if form.endswith("*"):
            made.setdefault(len(form) - 1, {})[form[:-1]] = sense
    return made


def same_in_all(word: str) -> str:
    """The key under which a lower-case word meets its like in other languages; empty for most words."""
    if word.isdigit():
        return str(int(word)) if len(word) < 18 else word
    if found := _table().get(word):
        return found
    for length in sorted(_beginnings(), reverse=True):
        if len(word) >= length and (sense := _beginnings()[length].get(word[:length])):
            return sense
    return ""
