"""What every noun rests on: ids from content, moments in UTC, and the Issue."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from rashomon.errors import NaiveTime

Range = tuple[int, int]
"""Offsets in code points, end exclusive."""


def content_id(*parts: str) -> str:
    """Id of a record from what makes it itself: 16 hex digits of SHA-256 over the parts, in order."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def as_utc(moment: datetime, subject: object = None) -> datetime:
    """The same moment in UTC.

    Raises:
        NaiveTime: the datetime has no zone, so it names no moment.
    """
    if moment.tzinfo is None or moment.utcoffset() is None:
        raise NaiveTime(subject if subject is not None else moment)
    return moment.astimezone(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """Something that could not be handled, with its reason and what to do: nothing is silently dropped."""

    stage: str
    """The stage that met it: ``collect``, ``read``, …"""
    subject: str
    """The item: a file, an address, a document id."""
    code: str
    """A short stable word for counting: ``empty_text``, ``unreadable``, ``wrong_encoding``, ``read_in_part`` …"""
    reason: str
    """One plain sentence."""
    remedy: str = ""
    """What the user can do."""
    severity: Literal["error", "warning", "note"] = "error"
    """``error``: the item is lost to the brief; ``warning``: kept, with a fault; ``note``: worth knowing."""

    @property
    def id(self) -> str:
        return content_id(self.stage, self.subject, self.code, self.reason)
