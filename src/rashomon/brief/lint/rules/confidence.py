"""Confidence is low, moderate or high, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.brief.lint._copy import Copy
from rashomon.brief.lint._terms import confidences, scale
from rashomon.records import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Plugin:
    """No "medium confidence", no "we are confident"; a line marked ``confidence`` has one of the three words."""

    def check(self, copy: Copy) -> Iterator[Finding]:
        levels = list(scale()["confidence"])
        remedy = f"Say {', '.join(levels[:-1])} or {levels[-1]} confidence."
        for line in copy.lines:
            found = [one for sentence in line.words() for one in confidences(sentence)]
            wrong = [one.words for one in found if one.level not in levels]
            if line.mark == "confidence" and not found and not _bare(line.own, levels):
                wrong.append(line.text)
            for words in wrong:
                yield Finding(
                    rule="confidence", section=line.section, sentence=line.number, words=words, remedy=remedy
                )


def _bare(text: str, levels: list[str]) -> bool:
    """A table's cell may hold the word alone."""
    words = text.casefold().replace(".", " ").replace(",", " ").replace(":", " ").split()
    return any(level in words for level in levels)
