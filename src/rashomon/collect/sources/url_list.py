"""A file of addresses, one to a line; lines that begin with # are comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from rashomon.collect.addresses import without_password
from rashomon.collect.laying import issue, line
from rashomon.collect.taking import fetch, head, shown
from rashomon.config import Collect
from rashomon.records import Issue, Raw

if TYPE_CHECKING:
    from rashomon.collect.fetcher import Fetcher

LONGEST = 1_000_000
"""Bytes of a list; a longer file is taken for text."""
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,19}://\S+")


@dataclass(frozen=True)
class Plugin:
    """``.urls``, ``.list``, or a ``.txt`` in which every line is an address."""

    rank: int = 10

    def takes(self, location: str) -> bool:
        path = Path(location)
        if "://" in location or path.suffix.lower() not in {".urls", ".list", ".txt"}:
            return False
        lines = _lines(path)
        return bool(lines) and all(_ADDRESS.fullmatch(one) for one in lines)

    def items(
        self, location: str, now: datetime, settings: Collect, fetcher: Fetcher | None
    ) -> Iterator[Raw | Issue]:
        """What lies at each address, in the order of the list."""
        from rashomon.collect.fetcher import Fetcher

        fetcher = fetcher or Fetcher(settings)
        lines = _lines(Path(location))
        if not lines:
            yield issue(shown(location), "unreadable", "The list could not be read again.", "Check the file.")
        for one in dict.fromkeys(lines):
            if one.lower().startswith(("http://", "https://")):
                yield fetch(one, now, settings, fetcher)
            else:
                yield issue(without_password(one), "unreachable", "Only http and https addresses are fetched.",
                            f"Mend the line in {shown(location)}.")  # fmt: skip


def _lines(path: Path) -> list[str]:
    content = head(path, LONGEST + 1)
    if len(content) > LONGEST:
        return []
    lines = map(line, content.decode("utf-8-sig", "replace").splitlines())
    return [one for one in lines if one and not one.startswith("#")]
