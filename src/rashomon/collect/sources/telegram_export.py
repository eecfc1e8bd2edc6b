"""A folder that Telegram Desktop exported: its result.json, not the media beside it."""

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
    """A folder with ``result.json`` at its top."""

    rank: int = 20

    def takes(self, location: str) -> bool:
        return "://" not in location and (Path(location) / "result.json").is_file()

    def items(
        self, location: str, now: datetime, settings: Collect, fetcher: Fetcher | None
    ) -> Iterator[Raw | Issue]:
        yield take(Path(location) / "result.json", "documents", now, settings)
