"""Letters as copies are told by: what looks the same is the same, what cannot be seen is not there.

Whoever wants a copy to pass for a report of its own swaps letters for those of another script that look alike, or puts
in characters of no width. Both are undone here; offsets into the text stay those of the text as it was collected.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int64]

_ALIKE = str.maketrans(
    # Cyrillic and Greek letters drawn as Latin ones are (lower case); Unicode's table of confusables holds them all.
    "аеорсухкмтвнііјѕһԁԛԝӏґοαειıκνρτυχγωѵ",
    "aeopcyxkmtbhiijshdqwlгoaeiikvptuxywv",
)
_WORD, _HIDDEN, _STOP, _LINE, _SPACE, _QUOTE, _JOINER = 1, 2, 3, 4, 5, 6, 7


def _kind(code: int) -> int:
    letter = chr(code)
    if letter.isalnum():
        return _WORD
    if letter == "\n":
        return _LINE
    if letter.isspace():
        return _SPACE
    if letter in "'’ʼ":
        return _JOINER
    if letter in ".!?…":
        return _STOP
    if letter in '"“”„«»':
        return _QUOTE
    return _HIDDEN if unicodedata.category(letter) in {"Cf", "Mn", "Me"} else 0


_KINDS = np.array([_kind(code) for code in range(0x10000)], dtype=np.uint8)
"""What each character of the first plane is. Beyond it stand pictures and rare scripts, asked for one by one."""


def kinds(text: str) -> tuple[npt.NDArray[np.uint8], Places | None]:
    """The kind of each character that can be seen, and the places of these in the text (``None``: all of them)."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    if len(codes) and codes.max() >= 0x10000:
        made = np.array([_KINDS[c] if c < 0x10000 else _kind(int(c)) for c in codes], dtype=np.uint8)
    else:
        made = _KINDS[codes]
    hidden = made == _HIDDEN
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


@lru_cache(maxsize=1 << 19)
def number_of(key: str) -> int:
    """64 bits that stand for a word: the same in every run, so that results are."""
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little") | 1


def mixed(*columns: Numbers) -> Numbers:
    """One number for each row of words, in which order counts."""
    made = np.zeros(len(columns[0]), dtype=np.uint64)
    for column in columns:
        made = (made ^ column) * np.uint64(0x9E3779B97F4A7C15)
        made ^= made >> np.uint64(29)
    return made
