"""A saved RSS or Atom file, whatever its name. A feed at an address comes through web_page.py."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from rashomon.collect.taking import head, is_feed, take
from rashomon.config import Collect
from rashomon.records import Issue, Raw

if TYPE_CHECKING:
    from rashomon.collect.fetcher import Fetcher


@dataclass(frozen=True)
class Plugin:
    """A file that begins like a feed."""

    rank: int = 40

    def takes(self, location: str) -> bool:
        return "://" not in location and is_feed(head(Path(location)))

    def items(
        self, location: str, now: datetime, settings: Collect, fetcher: Fetcher | None
    ) -> Iterator[Raw | Issue]:
        yield take(Path(location), "feed", now, settings)
