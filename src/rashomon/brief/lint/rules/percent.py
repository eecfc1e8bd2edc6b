"""A figure of likelihood stands beside its word, in the word's band, and is never 0 or 100 %."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.brief.lint._copy import Copy, Line
from rashomon.brief.lint._terms import likelihoods, percents
from rashomon.records import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Plugin:
    """ "Likely (about 70 %)" and no bare "a 70 % chance", no "likely (about 90 %)"."""

    def check(self, copy: Copy) -> Iterator[Finding]:
        for line in copy.lines:
            # A cell or line marked likelihood is short: its word may stand in another sentence of the line.
            for sentence in [line.plain] if line.mark == "likelihood" else line.words():
                yield from _figures(line, sentence)


def _figures(line: Line, sentence: str) -> Iterator[Finding]:
    bands = likelihoods(sentence)
    for words, low, high in percents(sentence, weighs=line.mark == "likelihood"):
        if low < 1 or high > 99:
            remedy = "Nothing is impossible or certain: print 1 or 99 % at the ends."
        elif not bands:
            remedy = "Put the scale's word for this figure beside it."
        elif not any(term.low <= low and high <= term.high for term in bands):
            term = bands[0]
            remedy = f"“{term.words}” is {term.low} to {term.high} %: mend the word or the figure."
        else:
            continue
        yield Finding(rule="percent", section=line.section, sentence=line.number, words=words, remedy=remedy)
