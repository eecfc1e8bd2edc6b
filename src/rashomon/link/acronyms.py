"""Short forms that a text itself explains: "National Water Board (NWB)"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_LONGEST = 8
"""Words before the bracket that are looked at."""
_SHORT = re.compile(r"\(([A-Z][A-Za-z&.]{1,7})\)")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SMALL = frozenset("of the and for in on de la del des du da di".split())


def acronyms(texts: Iterable[str]) -> dict[str, str]:
    """Short form → the name it stands for, where all texts that explain it agree on its words.

    The initials of the words before the bracket must spell it, small words left out or not.
    """
    found: dict[str, Counter[str]] = {}
    for text in texts:
        for match in _SHORT.finditer(text):
            short = match.group(1).replace(".", "")
            letters = [c for c in short if c.isupper()]
            if len(letters) < 2:
                continue
            whole = _before(text[max(0, match.start() - 120) : match.start()], letters)
            if whole:
                found.setdefault(short, Counter())[whole] += 1
    answer = {}
    for short, names in found.items():
        # "Israel Defence Force" and "Israel Defense Forces" are one name; two different bodies are two.
        if len({_level(name) for name in names}) == 1:
            answer[short] = max(names, key=lambda name: (names[name], name))
    return answer


def _before(text: str, letters: list[str]) -> str:
    words = list(_WORD.finditer(text))[-_LONGEST:]
    if not words or text[words[-1].end() :].strip():
        return ""
    for start in range(len(words) - 1, -1, -1):
        part = words[start:]
        if not part[0].group()[0].isupper():
            continue
        large = [w.group()[0].upper() for w in part if w.group().lower() not in _SMALL]
        if letters in (large, [w.group()[0].upper() for w in part]):
            return text[part[0].start() : part[-1].end()]
    return ""


def _level(name: str) -> str:
    return " ".join(word[:5].rstrip("s") for word in name.lower().split())
