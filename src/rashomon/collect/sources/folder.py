"""A folder of saved reports, or one file of them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from rashomon.collect.fetcher import Fetcher
from rashomon.collect.laying import issue
from rashomon.config import Collect
from rashomon.records import Issue, Raw


@dataclass(frozen=True)
class Plugin:
    """Any path. Formats go by the ending of a file's name; hidden files and links out of the folder are passed by."""

    rank: int = 90

    def takes(self, location: str) -> bool:
        return "://" not in location

    def items(
        self, location: str, now: datetime, settings: Collect, fetcher: Fetcher | None
    ) -> Iterator[Raw | Issue]:
        """The files, sorted by path."""
        from rashomon.collect import formats_by_ending

        path = Path(location)
        if not path.exists():
            yield issue(location, "not_found", "There is no such file or folder.", "Check the path.")
            return
        endings = formats_by_ending()
        if path.is_file():
            yield take(path, endings.get(path.suffix.lower(), "text"), now, settings)
            return
        count = 0
        for file in _files(path):
            if isinstance(file, Issue):
                yield file
                continue
            count += 1
            form = endings.get(file.suffix.lower())
            if form is None:
                yield issue(str(file), "unknown_type", f"No reader for files ending in {file.suffix or 'nothing'!r}.",
                            "Save it as html, txt, md, eml, json, jsonl or xml.", "note")  # fmt: skip
            else:
                yield take(file, form, now, settings)
        if not count:
            yield issue(
                location,
                "empty_folder",
                "The folder holds no files.",
                "Put saved reports in it, or name another.",
            )


def _files(folder: Path) -> Iterator[Path | Issue]:
    troubles: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=troubles.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(place) / name
            if name.startswith("."):
                continue
            if file.is_symlink() and not file.resolve().is_relative_to(folder.resolve()):
                yield issue(
                    str(file),
                    "link",
                    "A link that leads out of the folder was not followed.",
                    "Copy the file.",
                    "warning",
                )
            elif file.is_file() or file.is_symlink():
                yield file
    for trouble in troubles:
        yield issue(
            str(trouble.filename),
            "unreadable",
            f"The folder cannot be opened: {trouble.strerror}.",
            "Check its permissions.",
        )


def take(path: Path, form: str, now: datetime, settings: Collect) -> Raw | Issue:
    """The file's bytes, or why not."""
    place = str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    try:
        size = path.stat().st_size
        if size > settings.max_bytes:
            return issue(place, "too_large", f"It has {size} bytes; the limit is {settings.max_bytes}.",
                         "Raise [collect] max_bytes in rashomon.toml if you trust it.")  # fmt: skip
        content = path.read_bytes()
        changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except (OSError, ValueError, OverflowError) as error:
        return issue(place, "unreadable", f"It cannot be read: {error}.", "Check its permissions.")
    if not content.strip():
        return issue(place, "empty_text", "The file is empty.", "Get it again.")
    return Raw(location=place, content=content, format=form, fetched_at=now, modified_at=changed)
