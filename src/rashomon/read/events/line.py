"""A sentence as a line of words: what every rule of this package looks at, in any language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.records import Range

_WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sgt|Sen|Rep|Gov|St|Prof|Capt|Maj|Adm|Jr|Sr)\.(?=\s)|[A-Z]\.(?=\s+[A-Z])|\d+(?:[.,:]\d+)*|\w+(?:[-‐]\w+|['’](?!s\b)\w+)*|['’]s\b|\S"
)


@dataclass(frozen=True, slots=True)
class Line:
    """The words of one sentence, lower-cased, with their places in the whole text."""

    text: str
    raw: list[str]
    low: list[str]
    at: list[Range]
    verbs: frozenset[int] = frozenset()
    """Places of the verbs that were found to tell events."""

    def __len__(self) -> int:
        return len(self.low)

    def name(self, i: int) -> bool:
        """Whether a word has a capital that is not merely the sentence's first."""
        return self.raw[i][:1].isupper() and (i > 0 or len(self.raw[i]) > 1)

    def span(self, first: int, last: int) -> Range:
        """The characters from one word to another, both included."""
        return self.at[first][0], self.at[last][1]


def line(text: str, start: int, end: int) -> Line:
    """The words of ``text[start:end]``. Curly apostrophes are read as straight ones."""
    raw: list[str] = []
    at: list[Range] = []
    for match in _WORD.finditer(text, start, end):
        raw.append(match.group())
        at.append(match.span())
    return Line(text, raw, [w.lower().replace("’", "'") for w in raw], at)
