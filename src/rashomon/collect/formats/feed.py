"""RSS and Atom, read with feedparser; each entry is a document as the feed tells it."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from rashomon.collect import dates
from rashomon.collect.addresses import host
from rashomon.collect.decoding import MAGIC, decode
from rashomon.collect.laying import Found, issue
from rashomon.collect.markup import plain
from rashomon.errors import Unreadable
from rashomon.records import Issue, Media, Raw, content_id

_INLINE = re.compile(r"</?(?:b|i|em|strong|span|a|u|small|sup|sub|font)(?:\s[^<>]{0,500})?/?>", re.IGNORECASE)
_HARMLESS = ("CharacterEncodingOverride", "NonXMLContentType")
"""feedparser's complaints about what the server said of the feed, not about the feed."""


@dataclass(frozen=True)
class Plugin:
    """``.xml``, ``.rss``, ``.atom``."""

    endings: tuple[str, ...] = (".xml", ".rss", ".atom")

    def parse(self, raw: Raw) -> Iterator[Found | Issue]:
        import feedparser

        if raw.content.startswith(tuple(magic for magic, _ in MAGIC)):
            decode(raw.content, raw.location)  # raises with the reason
        # A stream, since feedparser takes short bytes for a file's name and would open it.
        feed = feedparser.parse(io.BytesIO(raw.content), sanitize_html=False, resolve_relative_uris=False)
        fault = feed.get("bozo_exception") if feed.bozo else None
        broken = fault is not None and type(fault).__name__ not in _HARMLESS
        if not feed.entries:
            if broken or not feed.version:
                raise Unreadable(
                    raw.location, f"it is no feed, or a broken one: {fault or 'unknown form'}", REMEDY
                )
            yield issue(raw, "silent", "The feed answered and holds no entry.", "Look again later.", "note")
            return
        if broken:
            why = f"The feed is broken at one place: {fault}. What could be read was kept."
            yield issue(raw, "bad_feed", why, REMEDY, "warning")
        for number, entry in enumerate(feed.entries, 1):
            yield _find(feed.feed, entry, raw, number)


REMEDY = "Fetch the feed again."


def _find(feed: Any, entry: Any, raw: Raw, number: int) -> Found:
    bodies = [str(one.get("value", "")) for one in entry.get("content", ())] or [
        str(entry.get("summary", ""))
    ]
    text = plain(max(bodies, key=len))
    title, link = (
        headline(entry.get("title_detail") or {}, str(entry.get("title", ""))),
        str(entry.get("link", "")),
    )
    name = str(entry.get("id", "")) or link
    origin = entry.get("source")
    return Found(
        id=content_id("feed", str(feed.get("link", "") or feed.get("title", "")), name, title, text) if name else "",
        text=text,
        title=title,
        url=link,
        source=str((origin.get("title") if isinstance(origin, dict) else "") or plain(str(feed.get("title", ""))) or host(link)),
        author=str(entry.get("author", "")),
        published=_moment(entry, "published", raw) or _moment(entry, "updated", raw),
        edited=_moment(entry, "updated", raw) if entry.get("published") else None,
        language_hint=str(feed.get("language", "")),
        media=tuple(
            Media(kind=str(one.get("type", "file")).partition("/")[0].replace("image", "photo"), name=str(one.get("href", "")))
            for one in entry.get("enclosures", ()) if one.get("href")
        ),
        place=f"entry {number}",
    )  # fmt: skip


def headline(detail: Any, title: str) -> str:
    """A title's words. Formatting goes; anything else in angle brackets is not run and not lost but shown as text."""
    if "html" in str(detail.get("type", "")):
        title = _INLINE.sub("", title)
    return html.unescape(title)


def _moment(entry: Any, name: str, raw: Raw) -> object:
    """The entry's own words for a time, if we understand them, else feedparser's reading of them."""
    words, parts = entry.get(name), entry.get(f"{name}_parsed")
    if not words or dates.parse(words, raw.fetched_at) or not parts:
        return words
    try:
        return datetime(parts[0], parts[1], parts[2], parts[3], parts[4], min(parts[5], 59), tzinfo=UTC)
    except (ValueError, TypeError, IndexError):
        return words
