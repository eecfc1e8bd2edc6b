"""Words of likelihood come from the scale: "could", "possible", "suggests", "highly likely" are not on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.brief.lint._copy import Copy
from rashomon.brief.lint._terms import outside
from rashomon.records import Finding

REMEDY = "Say it with a word of the scale (likely, very unlikely …), give the words to who said them, or leave it out."


@dataclass(frozen=True, slots=True, kw_only=True)
class Plugin:
    """No word of likelihood from outside the scale in our own words."""

    def check(self, copy: Copy) -> Iterator[Finding]:
        for line in copy.lines:
            for sentence in line.words():
                for term in outside(sentence):
                    yield Finding(
                        rule="scale",
                        section=line.section,
                        sentence=line.number,
                        words=term.words,
                        remedy=REMEDY,
                    )
