"""Files of other lists → records of the registry. One plug-in a format; each yields an Entry or an Issue per item."""

from __future__ import annotations

import bz2
import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import Any, TextIO

from rashomon import registry
from rashomon.errors import RegistryError
from rashomon.link.register import Entry
from rashomon.records import Issue

FORMATS = {"csv": "table", "tsv": "table", "ftm": "followthemoney"}
"""Ending of a file's name → the plug-in that reads it; JSON is told by its first record."""


def read(path: Path, format: str = "") -> Iterator[Entry | Issue]:
    """The records of a file, one at a time: memory does not grow with it. Packed files (gz, bz2) are unpacked as they are read.

    Raises:
        RegistryError: the file cannot be opened, or its format cannot be told.
        UnknownPlugin: there is no such format.
    """
    name = format or told(path)
    yield from registry.load("link.imports", name).read(path)


def told(path: Path) -> str:
    """The format of a file by its ending or its first record."""
    ending = path.name.removesuffix(".gz").removesuffix(".bz2").rsplit(".", 1)[-1].lower()
    if ending in FORMATS:
        return FORMATS[ending]
    with lines(path) as stream:
        head = stream.read(4_000)
    if '"schema"' in head and '"properties"' in head:
        return "followthemoney"
    if '"labels"' in head or '"claims"' in head:
        return "wikidata"
    raise RegistryError(path, "its format cannot be told from its name or first record", "Say --format.")


@contextmanager
def lines(path: Path) -> Iterator[TextIO]:
    """The text of a file, unpacked, UTF-8; what is no UTF-8 is replaced."""
    try:
        openers: dict[str, Any] = {".gz": gzip.open, ".bz2": bz2.open}
        opened: Any = openers.get(path.suffix, open)(path, "rb")
        with TextIOWrapper(opened, encoding="utf-8", errors="replace", newline="") as stream:
            yield stream
    except (OSError, EOFError) as error:
        raise RegistryError(path, f"it cannot be read: {error}") from error


def broken(path: Path, number: int, reason: str) -> Issue:
    """The Issue of a record that was left out."""
    return Issue(
        stage="link",
        subject=f"{path}:{number}",
        code="unreadable",
        reason=f"This record was left out: {reason}",
        remedy="Mend the line and import again; what is there already stays.",
        severity="warning",
    )
