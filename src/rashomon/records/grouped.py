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


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Reports of one happening."""

    id: str
    title: str
    members: tuple[Membership, ...]
    started_at: datetime | None = None
    ended_at: datetime | None = None
