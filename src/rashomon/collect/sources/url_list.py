"""A file of addresses, one to a line; lines that begin with # are comments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rashomon.collect.fetcher import Fetcher
from rashomon.collect.laying import issue
from rashomon.collect.sources.web_page import fetched
from rashomon.config import Collect
from rashomon.records import Issue, Raw

LONGEST = 1_000_000
"""Bytes of a list; a longer file is taken for text."""


@dataclass(frozen=True)
class Plugin:
    """``.urls``, ``.list``, or a ``.txt`` in which every line is an address."""

    rank: int = 10

    def takes(self, location: str) -> bool:
        path = Path(location)
        if "://" in location or path.suffix.lower() not in {".urls", ".list", ".txt"} or not path.is_file():
            return False
        return (
            path.stat().st_size < LONGEST
            and bool(lines := _lines(path))
            and all("://" in line for line in lines)
        )

    def items(
        self, location: str, now: datetime, settings: Collect, fetcher: Fetcher | None
    ) -> Iterator[Raw | Issue]:
        fetcher = fetcher or Fetcher(settings)
        for line in dict.fromkeys(_lines(Path(location))):
            if line.startswith(("http://", "https://")):
                yield fetched(line, now, settings, fetcher)
            else:
                yield issue(
                    line, "unreachable", "Only http and https addresses are fetched.", "Mend the line."
                )


def _lines(path: Path) -> list[str]:
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
