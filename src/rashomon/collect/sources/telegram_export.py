"""A folder that Telegram Desktop exported: its result.json, not the media beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from rashomon.collect.taking import take
from rashomon.collect.telegram import looks_like_export
from rashomon.config import Collect
from rashomon.records import Issue, Raw

if TYPE_CHECKING:
    from rashomon.collect.fetcher import Fetcher

OURS = frozenset(
    "result.json chats contacts css files images js lists photos profile_pictures round_video_messages stickers"
    " stories video_files videos voice_messages export_results.html".split()
)
"""What Telegram Desktop writes into the folder of an export."""


@dataclass(frozen=True)
class Plugin:
    """A folder with an export's ``result.json`` and nothing beside it but what Telegram puts there.

    With anything else in it, it is a folder of reports like others, and its ``result.json`` one file of them.
    """

    rank: int = 20

    def takes(self, location: str) -> bool:
        if "://" in location:
            return False
        try:
            names = {one.name for one in Path(location).iterdir() if not one.name.startswith(".")}
        except (OSError, ValueError):
            return False
        return "result.json" in names and names <= OURS and looks_like_export(Path(location) / "result.json")

    def items(
        self, location: str, now: datetime, settings: Collect, fetcher: Fetcher | None
    ) -> Iterator[Raw | Issue]:
        yield take(Path(location) / "result.json", "documents", now, settings)
