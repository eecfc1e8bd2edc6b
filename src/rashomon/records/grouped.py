"""Which documents tell of one happening, and where their words come from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Relation = Literal["original", "copy", "forward", "translation", "update"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """Where a document belongs: its story, and the document its words first came from."""

    document_id: str
    story_id: str
    root_id: str
    relation: Relation = "original"
    why: str = ""
    """The ground for the relation: ``credits the same agency``, ``forwarded from …``, ``0.93 alike`` …"""
    date_doubt: str = ""
    """Why the document's date is not believed, or what is odd about it; empty where nothing is."""
    machine_story_id: str = ""
    """The story the machine had put it in, where people said otherwise."""


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
