"""A saved RSS or Atom file, whatever its name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rashomon.collect.fetcher import Fetcher
from rashomon.collect.sources.folder import take
from rashomon.config import Collect
from rashomon.records import Issue, Raw


@dataclass(frozen=True)
class Plugin:
    """A file that begins like a feed."""

    rank: int = 40

    def takes(self, location: str) -> bool:
        path = Path(location)
        if "://" in location or not path.is_file():
            return False
        try:
            with path.open("rb") as stream:
                head = stream.read(600).lower()
        except OSError:
            return False
        return b"<rss" in head or b"<feed" in head or b"<rdf:rdf" in head

    def items(
        self, location: str, now: datetime, settings: Collect, fetcher: Fetcher | None
    ) -> Iterator[Raw | Issue]:
        yield take(Path(location), "feed", now, settings)
