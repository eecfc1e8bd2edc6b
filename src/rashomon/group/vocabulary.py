"""Words → numbers, each word worked out once and kept: most of a day's words are the words of the day before."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from rashomon.group.bridge import same_in_all
from rashomon.group.letters import skeleton
from rashomon.group.terms import Terms, number
from rashomon.group.words import _STOP, STEM, bones, forms

MOST = 1 << 19
"""Words kept, about 200 MB; when there are more it begins anew. Numbers are hashes, so nothing else changes."""
LONGEST = 64
"""Letters of a word that is kept as it is; what is longer is no word, and could be as long as a document."""
NAME, NUMBER, QUOTED = 1, 2, 4
"""Flags of a word: capital letter, number; and, set by its place, between quotation marks."""


def number_of(key: str) -> int:
    """64 bits that stand for a word, the same in every run; never 0."""
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little") | 1


_COLUMNS = ("looks", "stems", "bones", "flags", "as_word", "as_name", "as_bones", "sounds")


class Vocabulary:
    """What each word looks like (64 bits), its stem and its bones (32 bits, 0 for none), and its flags; for vectors its rows among
    ``terms``, as a word, as a name and by its bones (0 for none), and a number for it in small letters."""

    def __init__(self) -> None:
        self._row: dict[str, int] = {}
        self._lock = threading.Lock()
        self.looks = np.zeros(1024, dtype=np.uint64)
        self.stems = np.zeros(1024, dtype=np.uint32)
        self.bones = np.zeros(1024, dtype=np.uint32)
        self.flags = np.zeros(1024, dtype=np.uint8)
        self.terms = Terms()
        self.as_word = np.zeros(1024, dtype=np.uint32)
        self.as_name = np.zeros(1024, dtype=np.uint32)
        self.as_bones = np.zeros(1024, dtype=np.uint32)
        self.sounds = np.zeros(1024, dtype=np.uint64)

    def __len__(self) -> int:
        return len(self._row)

    def rows(self, words: Sequence[str]) -> npt.NDArray[np.int64]:
        """The row of each word in the columns."""
        if max(map(len, words), default=0) > LONGEST:
            words = [word if len(word) <= LONGEST else f"{word[:8]}{number_of(word)}" for word in words]
        found = list(map(self._row.get, words))
        if None in found:
            with self._lock:
                for word in words:
                    if word not in self._row:
                        self._add(word)
            found = [self._row[word] for word in words]
        return np.fromiter(found, dtype=np.int64, count=len(found))

    def _add(self, word: str) -> None:
        row = len(self._row)
        if row == len(self.looks):
            for name in _COLUMNS:
                column = getattr(self, name)
                setattr(self, name, np.concatenate((column, np.zeros_like(column))))
        look, stem, marrow, flags = _word(word)
        self.looks[row] = look
        self.stems[row], self.bones[row], self.flags[row] = stem & 0xFFFFFFFF, marrow & 0xFFFFFFFF, flags
        term, named, across = forms(word)
        self.as_word[row], self.as_name[row] = self.terms.row(term), self.terms.row(named)
        self.as_bones[row] = self.terms.row("~" + across) if across else 0
        self.sounds[row] = number(word.lower()) * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF
        self._row[word] = row


def _word(word: str) -> tuple[int, int, int, int]:
    look = skeleton(word)
    base = word.lower().replace("’", "'").removesuffix("'s")
    if shared := same_in_all(base):
        return number_of(look), number_of(look[:STEM]), number_of("#" + shared), NUMBER
    if len(base) < 2 or base in _STOP:
        return number_of(look), 0, 0, 0
    capital = NAME if word[0].isupper() else 0
    across = bones(base)
    stem = number_of(skeleton(base)[:STEM])
    return number_of(look), stem, number_of(across) if len(across) > 1 else 0, capital


_now = Vocabulary()


def vocabulary() -> Vocabulary:
    """The process's own."""
    global _now  # noqa: PLW0603
    if len(_now) > MOST:
        _now = Vocabulary()
    return _now
