"""What lies at an address: a page, a feed, JSON, or text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from rashomon.collect.taking import fetch
from rashomon.config import Collect
from rashomon.records import Issue, Raw

if TYPE_CHECKING:
    from rashomon.collect.fetcher import Fetcher


@dataclass(frozen=True)
class Plugin:
    """``http://`` and ``https://`` addresses. Others (``ftp://``) come here too, to be refused with the reason."""

    rank: int = 30

    def takes(self, location: str) -> bool:
        return "://" in location

    def items(
        self, location: str, now: datetime, settings: Collect, fetcher: Fetcher | None
    ) -> Iterator[Raw | Issue]:
        yield fetch(location, now, settings, fetcher)
