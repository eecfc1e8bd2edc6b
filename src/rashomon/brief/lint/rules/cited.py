"""No citation, no sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.brief.lint._copy import Copy
from rashomon.records import Finding

BRIEF = "Cite the words it rests on, or say what was counted."
PAGE = "End it with a footnote mark, a link, or its source in brackets."


@dataclass(frozen=True, slots=True, kw_only=True)
class Plugin:
    """Every sentence has grounds, and its grounds have the words; a page without any is told once."""

    def check(self, copy: Copy) -> Iterator[Finding]:
        bare = [line for line in copy.lines if line.kind == "line" and not line.cited]
        asked = [line for line in copy.lines if line.kind == "line"]
        if copy.brief is None and len(bare) == len(asked) > 1:
            words = f"none of {len(asked)} sentences cites anything"
            yield Finding(rule="cited", section=bare[0].section, sentence="1", words=words, remedy=PAGE)
            return
        remedy = PAGE if copy.brief is None else BRIEF
        for line in asked:
            if not line.cited:
                yield Finding(
                    rule="cited", section=line.section, sentence=line.number, words=line.text, remedy=remedy
                )
            elif line.fault:
                yield Finding(
                    rule="cited", section=line.section, sentence=line.number, words=line.fault, remedy=BRIEF
                )
