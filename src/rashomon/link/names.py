"""Name forms compared: titles off, spelling variants levelled, scripts bridged."""

from __future__ import annotations

import re
import unicodedata

from rashomon.records import Kind

TITLES = frozenset(
    """mr mrs ms miss dr prof professor sir lord lady president minister premier chancellor senator sen rep governor
    gov mayor general gen colonel col major captain lieutenant lt admiral judge justice chief king queen prince
    princess pope ambassador secretary spokesman spokeswoman spokesperson representative congressman congresswoman
    prime foreign defence defense interior deputy vice acting former ex senior adviser advisor the""".split()
)
_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "e", "ж": "zh", "з": "z",
    "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "",
    "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia",
}  # fmt: skip
_CASE = re.compile(
    r"(?:ого|его|ому|ему|ими|ыми|ого|ьким|ским|ой|ою|ей|ею|ый|ий|ій|ым|им|ом|ем|ом|ам|ах|ях|ові|еві|ую|юю|ая|яя|а|я|у|ю|е|и|і|ы|о|ь)$"
)


def is_cyrillic(text: str) -> bool:
    return any("\u0400" <= letter <= "\u04ff" for letter in text)


def bare(text: str) -> str:
    """The name without article, possessive and outer punctuation."""
    text = " ".join(text.split()).strip(" \"'“”‘’«»„.,;:!?()[]-–—")
    text = re.sub(r"['’]s$|(?<=s)['’]$", "", text)
    return re.sub(r"^(?:the|a|an)\s+", "", text, flags=re.IGNORECASE)


def person(text: str) -> tuple[str, ...]:
    """Words of a personal name, titles off."""
    words = [word for word in re.split(r"\s+", bare(text)) if word]
    while len(words) > 1 and words[0].lower().strip(".,") in TITLES:
        words = words[1:]
    return tuple(words)


def key(text: str) -> str:
    """Spelling levelled: case, accents, -iy/-yy/-y, hyphens. "Dmytriy" and "Dmytryy" give one key."""
    folded = (
        unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
        if not is_cyrillic(text)
        else text
    )
    folded = re.sub(r"[^\w\s]", "", folded.lower().replace("-", " "))
    folded = re.sub(r"(?:iy|yy|yi|ii|ij|y|i|j)\b", "i", folded)
    return " ".join(folded.split())


def skeleton(text: str) -> str:
    """Consonants in Latin letters, Russian and Ukrainian case endings cut: only for comparing across scripts."""
    words = []
    for word in text.lower().split():
        if is_cyrillic(word):
            cut = _CASE.sub("", word) if len(word) > 4 else word
            word = "".join(_CYRILLIC.get(letter, letter) for letter in cut)
        word = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode()
        word = (
            word.replace("kh", "h").replace("ts", "c").replace("ck", "k").replace("w", "v").replace("x", "ks")
        )
        word = re.sub(r"[^a-z]", "", word)
        first = "a" if word[:1] in "aeiouy" and word else word[:1]
        rest = re.sub(r"[aeiouyjh]", "", word[1:])
        words.append(re.sub(r"(.)\1+", r"\1", first + rest))
    return " ".join(words)


def kind_word(kind: Kind) -> str:
    """The kind used in an entity's id: places, states and groups of one name are one thing."""
    return "place" if kind in {"place", "state", "group"} else kind
