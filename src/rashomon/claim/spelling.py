"""Names and foreign words across two scripts: "Zelensky", "Зеленского" and "Зеленським" are alike, "Karsk" and "Kursk" are not."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

_LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "e", "ж": "zh", "з": "z",
    "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ы": "i",
    "ь": "", "э": "e", "ю": "iu", "я": "ia", "'": "", "’": "", "ʼ": "", "ў": "u",
}  # fmt: skip
_ENDINGS = re.compile(
    r"(?:скому|ского|ским|ской|ского|ские|ских|скими|скую|ская|ский|ському|ського|ським|ській|ські|ських|ськими|ську|ська|ське|ський"
    r"|ійський|ийский|ами|ями|ого|его|ому|ему|ими|ыми|ией|ієй|иями|іями|ией|ією|ием|иям|иях|ии|ию|ия|ії|ію|ія|ів|ам|ям|ах|ях|ов|ев"
    r"|ой|ей|ою|ею|єю|ем|ом|им|ым|ый|ий|ая|яя|ую|юю|ые|ие|ых|их|ові|еві|а|я|у|ю|ы|и|і|ї|е|є|о|ь|й)$"
)
_ENGLISH = re.compile(r"(?:['’]s|s['’]|ians?|eans?|ans?|ese|ish|ics?|ites?|i|s)$")
_SPELT = [
    (re.compile(p), r)
    for p, r in (
        ("ee", "i"), ("oo", "u"), ("sch|tch|tsch", "sh"), ("kh", "h"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("qu", "kv"), ("x", "ks"), ("ya", "ia"), ("yu", "iu"),
        ("c(?=[eiy])", "s"), ("c(?!h)", "k"), ("w", "v"), ("y", "i"), ("j", "i"), (r"(.)\1+", r"\1"),
    )
]  # fmt: skip
_SOUNDS = str.maketrans({"g": "h", "f": "v", "z": "s", "c": "s", "q": "k"})
_LEAST = 3
"""Letters that stay whatever ending is cut."""
ALIKE = 0.72
"""Likeness of two spelt names from which they are one across languages: letters matched twice over letters in both; between the
0.5 of different names and the 0.9 of the same in two scripts, on the dev half of ``bench/gold/pairs.jsonl``."""
SHORT = 5
ALIKE_SHORT = 0.8
"""... of names of at most ``SHORT`` letters: one letter tells Iran from Iraq."""


def is_cyrillic(word: str) -> bool:
    """Whether most letters of a word are Cyrillic."""
    return sum("\u0400" <= c <= "\u04ff" for c in word) * 2 > len(word)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A lower-case name without the ending that its case, number or being an adjective gives it."""
    pattern = _ENDINGS if is_cyrillic(word) else _ENGLISH
    cut = pattern.sub("", word)
    least = _LEAST + 1 if word.endswith(("an", "ans")) else _LEAST  # "Iran" and "Oman" are no adjectives
    return cut if len(cut) >= least else word


@lru_cache(maxsize=50_000)
def roman(word: str) -> str:
    """A lower-case word in one Latin spelling for both scripts, without its ending."""
    low = _spelt(stem(word))
    return low.removesuffix("e") if len(low) > SHORT else low


@lru_cache(maxsize=50_000)
def _spelt(word: str) -> str:
    low = "".join(_LATIN.get(c, c) for c in word)
    for pattern, put in _SPELT:
        low = pattern.sub(put, low)
    return low


def _bare(word: str) -> str:
    """A name whose last letter is no ending: "Rees" is not some "Ree"."""
    return _spelt(word if word.isascii() else stem(word))


@lru_cache(maxsize=50_000)
def sounds(word: str) -> str:
    """Consonants by which two spellings of a name are looked up: "vgt" and "fgt" are one."""
    spelt = roman(word)
    bare = re.sub("[aeiou]", "", spelt[1:].replace("h", "")).translate(_SOUNDS)
    first = spelt[:1].translate(_SOUNDS)
    return ("a" if first in "aeiou" else first) + re.sub(r"(.)\1+", r"\1", bare)


@lru_cache(maxsize=100_000)
def alike(a: str, b: str) -> bool:
    """Whether two lower-case names are one, be it in two languages, two cases, or as a people and its country."""
    if a == b:
        return True
    one, other = roman(a), roman(b)
    if one == other or _bare(a) == _bare(b):
        return True
    short, long = sorted((one, other), key=len)
    if long.startswith(short) and len(short) >= _LEAST and len(long) - len(short) <= 2:
        return True
    if is_cyrillic(a) != is_cyrillic(b) and (_people(a) == other or one == _people(b)):
        return True
    if is_cyrillic(a) == is_cyrillic(b):
        # In one script a letter tells two names apart; Russian and Ukrainian part only in the letters folded here.
        folded = one.replace("g", "h"), other.replace("g", "h")
        return folded[0] == folded[1]
    return _near(one.translate(_SOUNDS), other.translate(_SOUNDS))


def _people(word: str) -> str:
    """The spelling of a short country without what makes its people of it: "Dorian" of "Дория"."""
    bare = word.removesuffix("s").removesuffix("ian")
    return roman(bare) if word.removesuffix("s").endswith("ian") and len(bare) >= _LEAST else word


def _near(one: str, other: str) -> bool:
    if not one or not other or one[0] not in _SAME_START.get(other[0], other[0]):
        return False
    least = ALIKE if max(len(one), len(other)) > SHORT else ALIKE_SHORT
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= least


_SAME_START = {
    "e": "eia",
    "i": "eiu",
    "a": "aeo",
    "o": "ao",
    "u": "uiv",
    "v": "vu",
    "h": "hk",
    "k": "kh",
    "s": "st",
    "t": "ts",
}
