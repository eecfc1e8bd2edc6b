"""Personal names in Cyrillic by rule, for persons of the registry who have none on record: the practical transcription.

What comes out is a guess that helps to find a record, and no name: it is never shown, and a record found by it counts as
found across scripts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import yaml

TABLES = Path(__file__).parent / "transcription.yaml"
VOWELS = "aeiouyáéíóúäöüøåæâêîôûàèìòùëïăəı"
_SINGLE = dict(
    zip("abvgdezijklmnoprstufhcyqwx", ("а", "б", "в", "г", "д", "е", "з", "и", "й", "к", "л", "м", "н", "о", "п", "р", "с", "т", "у", "ф", "х", "к", "и", "к", "в", "кс"), strict=True)
)  # fmt: skip
"""What a letter is where no table says otherwise."""


def transcribe(name: str, state: str) -> tuple[str, ...]:
    """Russian and Ukrainian forms of a name of a person who serves that state (ISO code); empty for a name that is not in
    Latin letters.
    """
    words = [w for w in re.split(r"[\s-]+", name) if w]
    if not words or not all(re.match(r"[^\W\d_]", w) and w[0] < "\u0400" for w in words):
        return ()
    spell = _speller(_language(state))
    russian = " ".join(spell(word.lower()).capitalize() for word in words)
    return tuple(dict.fromkeys((russian, ukrainian(russian))))


def ukrainian(russian: str) -> str:
    """The Ukrainian spelling of a name transcribed into Russian: Харрис → Гарріс, Эмиль → Еміль."""
    made = russian.translate(str.maketrans("иИыэЭхХъ", "іІиеЕгГ'")).replace("ё", "ьо").replace("ий", "ій")
    made = re.sub(r"(?<=[сц])кій\b", "ький", made)
    return re.sub(r"(?<=[аеиіоуюяє])е", "є", made)


@cache
def _tables() -> dict[str, Any]:
    with TABLES.open(encoding="utf-8") as stream:
        return dict(yaml.safe_load(stream))


@cache
def _language(state: str) -> str:
    return next((name for name, codes in _tables()["states"].items() if state in codes), "latin")


@cache
def _speller(language: str) -> Callable[[str], str]:
    """A function from a word in small Latin letters to Cyrillic."""
    rules: dict[str, str] = {}
    alternatives: list[tuple[int, str]] = []
    for number, item in enumerate(_tables()["tables"][language].split()):
        left, right = item.split("=", 1)
        group = f"r{number}"
        rules[group] = right
        letters, _, after = left.partition("(")
        after = after.rstrip(")").replace("V", VOWELS)
        start, end = letters.startswith("^"), letters.endswith("$")
        letters = letters.strip("^$")
        pattern = ("(?<!\\w)" if start else "") + re.escape(letters) + ("(?!\\w)" if end else "")
        pattern += f"(?=[{after}])" if after else ""
        alternatives.append((-2 * len(letters) - start - end - bool(after), f"(?P<{group}>{pattern})"))
    found = re.compile("|".join(p for _, p in sorted(alternatives, key=lambda a: a[0])) + r"|(?P<one>.)")

    def spell(word: str) -> str:
        out = [
            rules[str(m.lastgroup)] if m.lastgroup != "one" else _SINGLE.get(_plain(m[0]), "") for m in found.finditer(word)
        ]  # fmt: skip
        return "".join(out)

    return spell


def _plain(letter: str) -> str:
    """The letter without its mark."""
    return letter if letter in _SINGLE else unicodedata.normalize("NFKD", letter)[:1]
