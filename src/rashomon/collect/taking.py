"""The bytes of a file or an address, and which format they are in; or the Issue that says why not."""

from __future__ import annotations

import os
import re
import stat
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from rashomon import registry
from rashomon.collect.addresses import without_password
from rashomon.collect.laying import issue
from rashomon.config import Collect
from rashomon.errors import CollectError, TooLarge
from rashomon.records import Issue, Raw

if TYPE_CHECKING:
    from rashomon.collect.fetcher import Fetcher

_FEED = re.compile(
    rb"\A(?:<\?xml[^>]{0,300}\?>|<!--.{0,2000}?-->|<!DOCTYPE[^>]{0,300}>|<\?[^>]{0,300}\?>|\s)*<(?:rss|feed|rdf:RDF)\b",
    re.S | re.I,
)
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_TYPES = {
    "application/json": "documents", "application/x-ndjson": "documents", "application/rss+xml": "feed",
    "application/atom+xml": "feed", "message/rfc822": "email", "text/plain": "text", "text/markdown": "text",
}  # fmt: skip


def shown(path: str | Path) -> str:
    """A path as it may be printed and stored: bytes of its name that are no UTF-8 as ``\\xe9``."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


@cache
def formats_by_ending() -> dict[str, str]:
    """File ending → name of the format that reads it."""
    return {
        ending: name
        for name in registry.names("collect.formats")
        for ending in registry.load("collect.formats", name).endings
    }


def head(path: Path, size: int = 4000) -> bytes:
    """The first bytes of a regular file; empty where it is none or cannot be read."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return b""
        with path.open("rb") as stream:
            return stream.read(size)
    except (OSError, ValueError):
        return b""


def is_feed(start: bytes) -> bool:
    """Whether bytes begin like RSS or Atom, comments and declarations aside."""
    return _FEED.match(start.removeprefix(b"\xef\xbb\xbf")) is not None


def take(path: Path, form: str, now: datetime, settings: Collect) -> Raw | Issue:
    """The file's bytes, or why not. Reads one byte more than allowed at most, whatever the file says of its size."""
    place = shown(path)
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            return issue(place, "unreadable", "It is no ordinary file.", "Copy what it holds into a file.")
        content = b""
        if found.st_size <= settings.max_bytes:
            with path.open("rb") as stream:
                content = stream.read(settings.max_bytes + 1)
        changed = datetime.fromtimestamp(min(max(found.st_mtime, 0), 4e9), UTC)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "its name is not valid"
        return issue(
            place, "unreadable", f"It cannot be read: {why}.", "Check that it is there and its permissions."
        )
    if found.st_size > settings.max_bytes or len(content) > settings.max_bytes:
        size = max(found.st_size, len(content))
        return issue(
            place,
            "too_large",
            f"It has {size:,} bytes; the limit is {settings.max_bytes:,}.",
            TooLarge.remedy,
        )
    if not content.strip():
        return issue(place, "empty_text", "The file is empty.", "Get it again.")
    return Raw(location=place, content=content, format=form, fetched_at=now, modified_at=changed)


def fetch(url: str, now: datetime, settings: Collect, fetcher: Fetcher | None) -> Raw | Issue:
    """What lies at an address, or why not. The Raw's location is where redirects ended."""
    from rashomon.collect.fetcher import Fetcher

    try:
        answer = (fetcher or Fetcher(settings)).fetch(url)
    except CollectError as error:
        code = "too_large" if isinstance(error, TooLarge) else "unreachable"
        remedy = error.remedy or "Check the address; try again later."
        return issue(without_password(url), code, str(error), remedy)
    place = answer.url
    if not answer.content.strip():
        return issue(place, "empty_text", "It answered with nothing.", "Try again later.")
    return Raw(
        location=place,
        content=answer.content,
        format=_format(answer.content, answer.media_type),
        fetched_at=now,
    )


def _format(content: bytes, media_type: str) -> str:
    """By what the bytes are, then by what the server says: many serve feeds and JSON as text/html, or the reverse."""
    start = content[:4000]
    if is_feed(start):
        return "feed"
    form = _TYPES.get(media_type.partition(";")[0].strip().lower(), "html")
    return "html" if form in ("text", "feed") and _PAGE.search(start) else form
