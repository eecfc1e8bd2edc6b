"""Which documents tell of one happening, and where their words come from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from rashomon.records.base import Range

Relation = Literal["original", "copy", "forward", "translation", "update"]
Manner = Literal["", "same", "edited", "cut", "padded", "rewrite", "pasted"]
"""How a document copies its root: word for word; with edits; a part of it; with matter around it; in other words that
add nothing; together with text of other roots. Empty where that is not the question."""
Origin = Literal["original", "copy", "quote"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of a document whose words have a root of their own.

    ``quote``: the words stand between quotation marks, so the report says that they are another's.
    ``original``: in a report that is otherwise a copy, a stretch found nowhere else; its root is the document itself.
    """

    start: int
    end: int
    root_id: str
    relation: Origin
    score: float
    """Share of the stretch's words, 0…1, that stand in the root just so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One thing that a later version of a page changed.

    ``before`` is a range in the text of the version compared with, ``after`` in this document's; one is ``None`` where
    words were only added or only removed.
    """

    kind: Literal["added", "removed", "changed"]
    before: Range | None
    after: Range | None
    numbers: bool = False
    """Whether a number is among what changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """Where a document belongs: its story, and the document its words first came from."""

    document_id: str
    story_id: str
    root_id: str
    relation: Relation = "original"
    why: str = ""
    """The ground for the relation: ``credits the same agency``, ``forwarded from …``, ``0.93 alike`` …"""
    manner: Manner = ""
    passages: tuple[Passage, ...] = ()
    """Stretches whose root is another than ``root_id``, in the order of the text; none overlaps another."""
    against: str = ""
    """For an update: id of the version before, which ``changes`` are told against."""
    changes: tuple[Edit, ...] = ()
    date_doubt: str = ""
    """Why the document's date is not believed, or what is odd about it; empty where nothing is."""
    machine_story_id: str = ""
    """The story the machine had put it in, where people said otherwise."""

    def root_at(self, start: int, end: int) -> str:
        """The root of the words from ``start`` to ``end``: that of the passage which holds at least half of them."""
        for one in self.passages:
            if 2 * (min(end, one.end) - max(start, one.start)) >= max(end - start, 1):
                return one.root_id
        return self.root_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A person's word that made a story what it is, beside the machine's answer."""

    kind: Literal["merge", "split"]
    by: str
    at: datetime
    why: str
    before: int
    """In how many stories these reports stood before this word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Reports of one happening."""

    id: str
    """From its earliest root: it stays while the story grows."""
    title: str
    members: tuple[Membership, ...]
    started_at: datetime | None = None
    ended_at: datetime | None = None
    """Times of its first and last report, dates that are not believed left out."""
    follows: str = ""
    """The story of which it is the next part, where one was too long to be kept whole."""
    judged: tuple[Judged, ...] = ()
    """People's words that touched it, oldest first; of two that contradict each other the later holds."""
