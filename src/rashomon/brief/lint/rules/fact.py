"""No claim is printed as fact: a claim's words stand in quotation, or a speaker says them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.brief.lint import _own
from rashomon.brief.lint._copy import Copy, Line
from rashomon.brief.words import one_line
from rashomon.records import Brief, Finding

RUN = 5
"""Words in a row that are a claim's, at the least; of a shorter claim all of them."""
TELLING = 3
"""Of these, words that tell something; two in a claim of fewer than five words."""
SHARE = 0.8
"""Of a claim's telling words, in any order, which make a sentence the claim in other order."""
FEWEST = 4
"""Telling words below which only a run counts."""
REMEDY = "Put the words in quotation marks with their speaker, or say who says so."
_PLAIN = frozenset(
    "a an the and or but of in on at to for from by with as that this these those it its he she they his her their is are"
    " was were be been being has have had not no who which what when where there here up out over into than then so also"
    " will would can could may might did do does said says say".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plugin:
    """Words of any claim of the brief, outside quotation, in a sentence of ours with no speaker and cue."""

    def check(self, copy: Copy) -> Iterator[Finding]:
        if copy.brief is None:
            return
        claims = _Claims(copy.brief)
        for line in copy.lines:
            for start, end in line.clauses:
                words = claims.repeated(line, start, end)
                if words and not _own.has_speaker(line.own[start:end]):
                    yield Finding(
                        rule="fact", section=line.section, sentence=line.number, words=words, remedy=REMEDY
                    )


class _Claims:
    """The words of a brief's claims, to be looked up."""

    def __init__(self, brief: Brief) -> None:
        told = {one_line(text): None for text in _told(brief)}
        self.runs: set[tuple[str, ...]] = set()
        self.sets: list[frozenset[str]] = []
        for text in told:
            words = [word for word, _, _ in _tokens(text)]
            telling = frozenset(word for word in words if word not in _PLAIN)
            if len(words) < RUN:
                if len(telling) > 1:
                    self.runs.add(tuple(words))
                continue
            if 1 < len(telling) < TELLING:
                self.runs.add(tuple(words))
            for at in range(len(words) - RUN + 1):
                run = tuple(words[at : at + RUN])
                if len({word for word in run if word not in _PLAIN}) >= TELLING:
                    self.runs.add(run)
            if len(telling) >= FEWEST:
                self.sets.append(telling)
        self.lengths = sorted({len(run) for run in self.runs}, reverse=True)

    def repeated(self, line: Line, start: int, end: int) -> str:
        """The claim's words that a sentence repeats, or nothing. A name is a name, whatever claim it stands in."""
        found = [
            (word, start + a, start + b)
            for word, a, b in _tokens(line.own[start:end])
            if not _own.within((start + a, start + b), line.names)
        ]
        every = _tokens(line.own[start:end])
        for size in self.lengths:
            for at in range(len(every) - size + 1):
                run = every[at : at + size]
                place = (start + run[0][1], start + run[-1][2])
                if tuple(word for word, _, _ in run) in self.runs and not _own.within(place, line.names):
                    return line.text[place[0] : place[1]]
        own = {word for word, _, _ in found if word not in _PLAIN}
        if len(own) < 2:
            return ""
        whole = {word for word, _, _ in every}
        for telling in self.sets:
            if len(telling & whole) >= SHARE * len(telling):
                return line.text[start:end].strip()
        return ""


def _told(brief: Brief) -> Iterator[str]:
    for claim in brief.claims:
        yield claim.text
        for said in claim.members:
            yield " ".join(span.quote for span in said.content)


def _tokens(text: str) -> list[tuple[str, int, int]]:
    return [
        (one[0].casefold().removesuffix("'s"), one.start(), one.end())
        for one in re.finditer(r"\w+(?:'\w+)*", _own.straight(text))
    ]
