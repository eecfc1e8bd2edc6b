"""Terms of the vectors, each once: its text, its number, and how much it tells."""

from __future__ import annotations

from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from rashomon.group.rarity import rarity
from rashomon.group.words import NAME, STEM, latin

NAME_WEIGHT = 1.2
"""A name tells more of an event than another word as rare."""
POWER = 0.8
"""Rarity counts to this power: with 1, short texts hang on single rare words (sentences of ECB+: 88 for 90)."""
CALENDAR = frozenset(
    key
    for word in (
        "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october "
        "november december понедельник вторник среда среду четверг пятница пятницу суббота субботу воскресенье понеділок вівторок "
        "середа середу четвер неділя неділю января февраля марта апреля июня июля августа сентября октября ноября декабря січня "
        "лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"
    ).split()
    for key in (word[:STEM], "@" + latin(word)[:NAME])
)
"""Words for days and months, which ``told`` reads; as words they join whatever happened on a Wednesday."""


def number(term: str) -> int:
    """A term as a number of 32 bits, the same in every run. Of a million terms a hundred share theirs: a drop of noise."""
    return int.from_bytes(blake2b(term.encode("utf-8", "surrogatepass"), digest_size=4).digest(), "little")


class Terms:
    """Rows of terms in the order they came; row 0 is no term."""

    def __init__(self) -> None:
        self._row: dict[str, int] = {"": 0}
        self.texts = [""]
        self.numbers = np.zeros(1024, dtype=np.uint32)
        self.weights: npt.NDArray[np.float64] = np.zeros(1024)
        """Rarity; less than 0 for words of the calendar."""

    def find(self, text: str) -> int:
        """Its row, 0 where it has none."""
        return self._row.get(text, 0)

    def row(self, text: str) -> int:
        """Its row, made where it has none."""
        row = self._row.get(text)
        if row is None:
            row = len(self.texts)
            if row == len(self.numbers):
                self.numbers = np.concatenate((self.numbers, np.zeros_like(self.numbers)))
                self.weights = np.concatenate((self.weights, np.zeros_like(self.weights)))
            weight = float(rarity(text) ** POWER)
            self.numbers[row] = number(text)
            self.weights[row] = (
                -1.0 if text in CALENDAR else weight * NAME_WEIGHT if text[0] == "@" else weight
            )
            self.texts.append(text)
            self._row[text] = row
        return row
