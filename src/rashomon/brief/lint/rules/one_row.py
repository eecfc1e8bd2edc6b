"""One row of the scale: a page that says "likely" does not say "probable" elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.brief.lint._copy import Copy, Line
from rashomon.brief.lint._terms import Term, likelihoods
from rashomon.records import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Plugin:
    """The words of the row that is used less are told; of a tie, those of the row that came later."""

    def check(self, copy: Copy) -> Iterator[Finding]:
        used: list[tuple[Line, Term]] = [
            (line, term) for line in copy.lines for sentence in line.words() for term in likelihoods(sentence)
        ]
        count = Counter(term.row for _, term in used)
        if len(count) < 2:
            return
        kept = count.most_common(1)[0][0]
        for line, term in used:
            if term.row != kept:
                yield Finding(
                    rule="one_row",
                    section=line.section,
                    sentence=line.number,
                    words=term.words,
                    remedy=f"The rest of the page uses the row “{kept}” of the scale: take its word for {term.low} to {term.high} %.",
                )
