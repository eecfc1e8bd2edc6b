"""RSS and Atom, read with feedparser; each entry is a document as the feed tells it."""

from __future__ import annotations

from calendar import timegm
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from rashomon.collect.formats.html import stripped
from rashomon.collect.laying import Found, issue
from rashomon.errors import Unreadable
from rashomon.records import Issue, Raw


@dataclass(frozen=True)
class Plugin:
    """``.xml``, ``.rss``, ``.atom``."""

    endings: tuple[str, ...] = (".xml", ".rss", ".atom")

    def parse(self, raw: Raw) -> Iterator[Found | Issue]:
        import feedparser

        feed = feedparser.parse(raw.content)
        if not feed.entries:
            if feed.bozo and not feed.version:
                raise Unreadable(raw.location, f"it is no feed: {feed.get('bozo_exception', '')}")
            yield issue(raw, "silent", "The feed answered and holds no entry.", "", "note")
            return
        if feed.bozo:
            yield issue(
                raw,
                "bad_feed",
                f"The feed is broken at one place: {feed.bozo_exception}.",
                "What could be read was kept.",
                "warning",
            )
        for entry in feed.entries:
            yield _find(feed.feed, entry)


def _find(feed: Any, entry: Any) -> Found:
    body = entry.content[0].value if entry.get("content") else entry.get("summary", "")
    when = entry.get("published_parsed") or entry.get("updated_parsed")
    return Found(
        text=stripped(body),
        title=stripped(entry.get("title", "")),
        url=entry.get("link", ""),
        source=str(feed.get("title", "")),
        author=str(entry.get("author", "")),
        published=datetime.fromtimestamp(timegm(when), UTC) if when else None,
        language=str(feed.get("language", ""))[:2],
    )
