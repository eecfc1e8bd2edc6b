"""A page or feed at an address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from rashomon.collect.fetcher import Fetcher
from rashomon.collect.laying import issue
from rashomon.config import Collect
from rashomon.errors import CollectError
from rashomon.records import Issue, Raw


@dataclass(frozen=True)
class Plugin:
    """``http://`` and ``https://`` addresses; what looks like a feed is read as one."""

    rank: int = 30

    def takes(self, location: str) -> bool:
        return "://" in location

    def items(
        self, location: str, now: datetime, settings: Collect, fetcher: Fetcher | None
    ) -> Iterator[Raw | Issue]:
        yield fetched(location, now, settings, fetcher)


def fetched(url: str, now: datetime, settings: Collect, fetcher: Fetcher | None) -> Raw | Issue:
    """What lies at an address, or why not."""
    try:
        content = (fetcher or Fetcher(settings)).get(url)
    except CollectError as error:
        return issue(url, "unreachable", str(error), error.remedy or "Check the address; try again later.")
    head = content[:600].lstrip()[:400].lower()
    feed = b"<rss" in head or b"<feed" in head or b"<rdf" in head
    return Raw(location=url, content=content, format="feed" if feed else "html", fetched_at=now)
