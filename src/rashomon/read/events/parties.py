"""Names of a text to look up by place, and the two roles of an act."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.records import Mention, Range


@dataclass(frozen=True, slots=True)
class Named:
    """The names of a text, to look up by place."""

    mentions: Sequence[Mention]
    starts: list[int]

    def between(self, start: int, end: int) -> list[Mention]:
        """Mentions that lie in a range of characters."""
        out = []
        for k in range(bisect_left(self.starts, start), len(self.starts)):
            if self.starts[k] >= end:
                break
            if self.mentions[k].end <= end:
                out.append(self.mentions[k])
        return out


@dataclass(frozen=True, slots=True)
class Before:
    """What the words before a verb hand on to it."""

    subject: Range | None = None
    """The subject of the verb before: of "and was freed"."""
    agent: Range | None = None
    """Who did the act before: of ", killing twelve"; the accused, of "of poisoning"."""
    speaker: Range | None = None
    """Who says it: of "it would"."""


@dataclass(frozen=True, slots=True)
class Roles:
    """Ranges of actor and target; ``None`` where the words name none."""

    actor: Range | None = None
    target: Range | None = None


NO_PARTY = frozenset("event technology other".split())
"""Kinds of names that neither act nor suffer."""
