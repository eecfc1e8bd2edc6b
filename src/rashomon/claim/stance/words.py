"""A text as the stance step sees it: stems with their places, sentences, and what stands in quote marks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
STEM = 6
"""Letters of a word that count, so that most endings do not."""
LONGEST = 400
"""Characters of one sentence at most; a longer run without a mark is cut at a space."""
_END = re.compile(r"[.!?…]+[»”\"’')\]]*(?=\s+[^\sa-z])|\n+")
_MARK = re.compile(r"[“”„«»\"\n]")
STOP = frozenset(
    """a about after again all also am an and any are as at be because been before being between both but by can could
    did do does doing down during each few for from further had has have having he her here hers him his how i if in
    into is it its itself just me more most my no nor not now of off on once only or other our out over own said same
    says say she should so some such than that the their them then there these they this those through to told too
    under until up us very was we were what when where which while who whom why will with would you your""".split()
)


def stem(word: str) -> str:
    """What a word counts as."""
    return word.lower().replace("’", "'").removesuffix("'s")[:STEM]


@dataclass(frozen=True, slots=True)
class Word:
    """One telling word and where it stands."""

    stem: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """The telling words of a text, in order."""
    return [
        Word(stem(match.group()), match.start(), match.end())
        for match in WORD.finditer(text)
        if match.group().lower() not in STOP
    ]


def _start(word: Word) -> int:
    return word.start


class Text:
    """A text cut once, however often it is asked about. Time and memory grow with its length."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = words(text)
        self.sentences = sentences(text)

    @cached_property
    def stems(self) -> frozenset[str]:
        """All stems of it."""
        return frozenset(one.stem for one in self.words)

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Stems that follow each other."""
        return frozenset(
            (a.stem, b.stem) for a, b in zip(self.words, self.words[1:], strict=False) if b.start - a.end < 12
        )

    @cached_property
    def by_sentence(self) -> list[list[Word]]:
        """The words of each sentence."""
        starts = [start for start, _ in self.sentences]
        found: list[list[Word]] = [[] for _ in starts]
        for one in self.words:
            at = bisect_right(starts, one.start) - 1
            if at >= 0:
                found[at].append(one)
        return found

    @cached_property
    def holders(self) -> dict[str, list[int]]:
        """Sentences, in order, that hold a stem."""
        found: dict[str, list[int]] = {}
        for number, own in enumerate(self.by_sentence):
            for one in {word.stem for word in own}:
                found.setdefault(one, []).append(number)
        return found

    def within(self, start: int, end: int) -> list[Word]:
        """The words between two places."""
        return self.words[
            bisect_left(self.words, start, key=_start) : bisect_left(self.words, end, key=_start)
        ]

    def quoted_within(self, start: int, end: int) -> list[tuple[int, int]]:
        """The quoted stretches that touch a range."""
        first = max(0, bisect_right(self.quoted, (start, end)) - 1)
        last = bisect_left(self.quoted, (end, end))
        return [(a, b) for a, b in self.quoted[first:last] if b > start]

    @cached_property
    def quoted(self) -> list[tuple[int, int]]:
        """Stretches between double quote marks, in order; one left open ends with its paragraph."""
        found: list[tuple[int, int]] = []
        begun = -1
        for match in _MARK.finditer(self.text):
            mark = match.group()
            if begun < 0:
                if mark not in "”»\n":
                    begun = match.start()
            elif mark in '”»"\n':
                found.append((begun, match.end()))
                begun = -1
        if begun >= 0:
            found.append((begun, len(self.text)))
        return found


def sentences(text: str) -> list[tuple[int, int]]:
    """Ranges of the sentences of a text, without the white space around them."""
    found: list[tuple[int, int]] = []
    start = 0
    for end in [*(match.end() for match in _END.finditer(text)), len(text)]:
        _cut(found, text, start, end)
        start = end
    return found


def _cut(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = text.rfind(" ", start + 1, start + LONGEST)
        cut = cut if cut > 0 else start + LONGEST
        found.append((start, cut))
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        found.append((start, end))
