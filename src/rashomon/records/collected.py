"""What was collected: raw bytes, documents."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from rashomon.records.base import as_utc


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """The bytes as we got them, before any reading. ``sha256`` is over exactly these bytes."""

    location: str
    """Path or URL it came from."""
    content: bytes
    format: str
    """Which parser takes it: ``text``, ``html``, ``email``, ``documents``, ``feed``, ``telegram`` …"""
    fetched_at: datetime
    modified_at: datetime | None = None

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """A photo, video or file that a document carries; only named, never opened."""

    kind: str
    """``photo``, ``video``, ``audio``, ``file``."""
    name: str
    caption: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One thing a source published, as it stood when we fetched it.

    The title, where there is one, is the first line of ``text``, so that a headline's words can be cited like any
    others (decisions/0002). A correction by the publisher is a new Document with the same ``url`` and another
    ``id``.
    """

    id: str
    text: str
    title: str = ""
    url: str = ""
    source: str = ""
    """The outlet, channel or sender: the name a reader knows it by."""
    author: str = ""
    published_at: datetime | None = None
    edited_at: datetime | None = None
    fetched_at: datetime | None = None
    language: str = ""
    """ISO 639-1, or empty where unknown."""
    location: str = ""
    """The file or address it was collected from."""
    raw_sha256: str = ""
    """Hash of the raw bytes in the archive."""
    forwarded_from: str = ""
    """The channel or outlet that the publisher itself names as the origin of a forward."""
    media: tuple[Media, ...] = ()

    def __post_init__(self) -> None:
        for name in ("published_at", "edited_at", "fetched_at"):
            moment = getattr(self, name)
            if moment is not None:
                object.__setattr__(self, name, as_utc(moment, f"{self.id}: {name}"))

    @property
    def text_sha256(self) -> str:
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
