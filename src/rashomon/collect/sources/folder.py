"""A folder of saved reports, or one file of them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from rashomon.collect.laying import issue
from rashomon.collect.taking import formats_by_ending, shown, take
from rashomon.config import Collect
from rashomon.records import Issue, Raw

if TYPE_CHECKING:
    from rashomon.collect.fetcher import Fetcher

NAMED = 5
"""Files of one unknown ending that are named one by one; further ones are counted. An export has photos by the
hundred."""
RANK = 90
"""It takes whatever no other source takes."""
REMEDY = "Save it as html, txt, md, eml, json, jsonl, xml, rss or atom."


@dataclass(frozen=True)
class Plugin:
    """Any path. Formats go by the ending of a file's name; hidden files are passed over, links are not followed."""

    rank: int = RANK

    def takes(self, location: str) -> bool:
        return True

    def items(
        self, location: str, now: datetime, settings: Collect, fetcher: Fetcher | None
    ) -> Iterator[Raw | Issue]:
        """The files below, sorted by path. A file that another source knows better (a list of addresses) goes there."""
        path = Path(location)
        if not location or not os.path.lexists(path):
            yield issue(shown(location), "not_found", "There is no such file or folder.", "Check the path.")
        elif path.is_dir():
            yield from self._walk(path, now, settings, fetcher)
        else:
            # Who names one file means it, whatever its ending.
            yield take(path, formats_by_ending().get(path.suffix.lower(), "text"), now, settings)

    def _walk(
        self, folder: Path, now: datetime, settings: Collect, fetcher: Fetcher | None
    ) -> Iterator[Raw | Issue]:
        from rashomon.collect import source_of

        unknown: dict[str, int] = {}
        empty = True
        for found in _below(folder):
            empty = False
            if isinstance(found, Issue):
                yield found
                continue
            source = source_of(str(found))
            if source != self:
                yield from source.items(str(found), now, settings, fetcher)
                continue
            ending = found.suffix.lower()
            if form := formats_by_ending().get(ending):
                yield take(found, form, now, settings)
                continue
            unknown[ending] = unknown.get(ending, 0) + 1
            if unknown[ending] <= NAMED:
                what = f"Files ending in {ending}" if ending else "Files without an ending"
                yield issue(shown(found), "unknown_type", f"{what} are not read.", REMEDY, "note")
        for ending, count in sorted(unknown.items()):
            if count > NAMED:
                what = f"{count - NAMED} more files ending in {ending!r} are not read."
                yield issue(shown(folder), "unknown_type", what, REMEDY, "note")
        if empty:
            yield issue(
                shown(folder),
                "empty_folder",
                "The folder holds no files.",
                "Put saved reports in it, or name another.",
            )


def _below(folder: Path) -> Iterator[Path | Issue]:
    """Files below a folder in the order of their paths; a folder that another source takes comes out whole."""
    from rashomon.collect import source_of

    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if path != folder and path.is_symlink():
            # It could lead out of the folder, into a circle, or to a file that is read at its own place anyway.
            yield issue(
                shown(path),
                "link",
                "It is a link; links are not followed.",
                "Copy what it points to.",
                "note",
            )
        elif not os.path.isdir(path) or (path != folder and source_of(str(path)).rank < RANK):  # noqa: PTH112
            yield path  # os.path.isdir, since Path.is_dir raises where a folder above may not be entered
        else:
            try:
                inside = sorted(one for one in path.iterdir() if not one.name.startswith("."))
            except OSError as error:
                yield issue(
                    shown(path),
                    "unreadable",
                    f"The folder cannot be opened: {error.strerror}.",
                    "Check its permissions.",
                )
                continue
            waiting.extend(reversed(inside))
