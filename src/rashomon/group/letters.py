"""Letters as copies are told by: what looks the same is the same, what cannot be seen is not there.

Whoever wants a copy to pass for a report of its own swaps letters for those of another script that look alike, or puts
in characters of no width. Both are undone here; offsets into the text stay those of the text as it was collected.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int64]

_ALIKE = str.maketrans(
    # Cyrillic and Greek letters drawn as Latin ones are (lower case); Unicode's table of confusables holds them all.
    "аеорсухкмтвнііјѕһԁԛԝӏґοαειıκνρτυχγωѵ",
    "aeopcyxkmtbhiijshdqwlгoaeiikvptuxywv",
)
WORD, HIDDEN, STOP, LINE, SPACE, QUOTE, JOINER = 1, 2, 3, 4, 5, 6, 7
AFTER_A_STOP = np.isin(np.arange(8), (SPACE, QUOTE, LINE))
"""By kind: whether it makes a stop before it the end of a sentence."""


@lru_cache(maxsize=1 << 14)
def _kind(code: int) -> int:
    letter = chr(code)
    if letter.isalnum():
        return WORD
    if letter == "\n":
        return LINE
    if letter.isspace():
        return SPACE
    if letter in "'’ʼ":
        return JOINER
    if letter in ".!?…":
        return STOP
    if letter in '"“”„«»':
        return QUOTE
    return HIDDEN if unicodedata.category(letter) in {"Cf", "Mn", "Me"} else 0


_KINDS = np.array([_kind(code) for code in range(0x10000)], dtype=np.uint8)
"""What each character of the first plane is. Beyond it stand pictures and rare scripts, asked for one by one."""


def kinds(text: str) -> tuple[npt.NDArray[np.uint8], Places | None]:
    """The kind of each character that can be seen, and the places of these in the text (``None``: all of them)."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    made = _KINDS[np.minimum(codes, 0xFFFF)]
    for at in np.flatnonzero(codes >= 0x10000).tolist():
        made[at] = _kind(int(codes[at]))
    hidden = made == HIDDEN
    if not hidden.any():
        return made, None
    places = np.flatnonzero(~hidden)
    return made[places], places


def skeleton(word: str) -> str:
    """How a word looks: "Кiev" of mixed scripts and «Киев» are drawn alike only where their letters are."""
    if not word.isascii():
        folded = unicodedata.normalize("NFKD", word)
        word = "".join(letter for letter in folded if letter.isalnum())
    return word.casefold().translate(_ALIKE).replace("'", "")


def mixed(*columns: Numbers) -> Numbers:
    """One number for each row of words, in which order counts."""
    made = np.zeros(len(columns[0]), dtype=np.uint64)
    for column in columns:
        made = (made ^ column) * np.uint64(0x9E3779B97F4A7C15)
        made ^= made >> np.uint64(29)
    return made
