"""What a name is looked up by: one form for all its spellings and, in Russian and Ukrainian, all its cases."""

from __future__ import annotations

from functools import lru_cache

from rashomon.link.names import bare, is_cyrillic, key

_FOLD = str.maketrans(
    {
        "ё": "е",
        "є": "е",
        "э": "е",
        "і": "и",
        "ї": "и",
        "ы": "и",
        "ґ": "г",
        "ь": "",
        "ъ": "",
        "'": "",
        "’": "",
        "ʼ": "",
    }
)
_MARKS = {ord(mark): None for mark in "'’ʼ"}
"""Apostrophes, in Ukrainian a letter of the word."""
_ENDINGS = tuple(
    sorted(
        """ого его ому ему ими ой ей ий им ом ем ою ею ая яя ую юю ам ям ах ях ови еви а я у ю е и о й""".split(),
        key=len,
        reverse=True,
    )
)
"""Endings of the cases of names and adjectives in both languages, after ``_FOLD``: "-ов" and "-ин" are none, since surnames
end so in the nominative."""
_VOWELS = "аеиоуюяй"
_LEAST = 3
"""Letters that stay whatever is cut: "Ким" and "Ли" have no ending."""


@lru_cache(maxsize=65_536)
def level(name: str) -> str:
    """The key of a name, words in order: "Зеленского" and "Зеленським", "Zelenskyy" and "Zelenskiy" give one each.

    Empty for a name without letters. Keys of the two scripts are never alike; ``names.skeleton`` bridges them.
    """
    text = bare(name)
    if not is_cyrillic(text):
        return key(text)
    return " ".join(_stem(word) for word in key(text.translate(_MARKS)).split())


def _stem(word: str) -> str:
    word = word.translate(_FOLD)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            word = word.removesuffix(ending)
            break
    while len(word) > _LEAST and word[-1] in _VOWELS:
        word = word[:-1]
    return word
