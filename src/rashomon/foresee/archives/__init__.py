"""Archives of events → past events. One plug-in an archive; each yields a PastEvent or an Issue per record, in the file's order."""

from __future__ import annotations

import bz2
import gzip
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import Any, TextIO

from rashomon import registry
from rashomon.errors import HistoryError
from rashomon.records import Issue, PastEvent

LONGEST = 1_000_000
"""Characters of a line; a longer one is no record but a broken file."""


@dataclass(frozen=True, slots=True)
class Read:
    """What one record of a file came to. ``issue`` beside an event: it was kept, with a fault."""

    line: int
    """The last line of the record, from 1: an import that was cut off goes on behind it."""
    event: PastEvent | None = None
    issue: Issue | None = None


def read(path: Path, archive: str = "", after: int = 0) -> Iterator[Read]:
    """The records of a file that end behind line ``after``. Packed files (zip, gz, bz2) are unpacked as they are read.

    Raises:
        HistoryError: the file cannot be opened, or its archive cannot be told.
        UnknownPlugin: there is no such archive.
    """
    name = archive or told(path)
    with lines(path) as stream:
        numbered = enumerate(_bounded(stream), 1)
        yield from (
            one
            for one in registry.load("foresee.archives", name).read(path.name, numbered)
            if one.line > after
        )


def told(path: Path) -> str:
    """The archive that a file is of, by its first line."""
    with lines(path) as stream:
        head = next(_bounded(stream), "")
    for name in registry.names("foresee.archives"):
        if registry.load("foresee.archives", name).begins(head):
            return name
    shown = " ".join(head.split())[:60]
    raise HistoryError(
        path, f"line 1 begins no archive that is known: {shown!r}" if shown else "line 1 is empty"
    )


def _bounded(stream: TextIO) -> Iterator[str]:
    """Lines with their ends; what goes beyond the longest is cut off, and so is told as broken."""
    while line := stream.readline(LONGEST):
        yield line
        while line and not line.endswith("\n") and len(line) == LONGEST:
            line = stream.readline(LONGEST)


@contextmanager
def lines(path: Path) -> Iterator[TextIO]:
    """The text of a file, unpacked, UTF-8; what is no UTF-8 is replaced."""
    try:
        if path.suffix.lower() == ".zip":
            with zipfile.ZipFile(path) as packed:
                inner = [m for m in packed.infolist() if not m.is_dir()]
                if len(inner) != 1:
                    raise HistoryError(path, f"it holds {len(inner)} files; unpack it and name them")
                with packed.open(inner[0]) as opened, _text(opened) as stream:
                    yield stream
            return
        openers: dict[str, Any] = {".gz": gzip.open, ".bz2": bz2.open}
        with _text(openers.get(path.suffix.lower(), open)(path, "rb")) as stream:
            yield stream
    except (OSError, EOFError, zipfile.BadZipFile, RuntimeError) as error:
        raise HistoryError(path, f"it cannot be read: {error}") from error


def _text(opened: Any) -> TextIOWrapper:
    # "\n" only: a lone carriage return inside a headline must not end a record.
    return TextIOWrapper(opened, encoding="utf-8-sig", errors="replace", newline="\n")


def broken(file: str, line: int, reason: str, *, code: str = "unreadable") -> Issue:
    """The Issue of a record that was left out."""
    return Issue(
        stage="foresee",
        subject=f"{file}, line {line}",
        code=code,
        reason=f"This record was left out: {reason}",
        remedy="Mend the line and import the file again; what is there already stays.",
        severity="warning",
    )


def kept(file: str, line: int, reason: str, code: str) -> Issue:
    """The Issue of a record that was kept, with a fault."""
    return Issue(
        stage="foresee",
        subject=f"{file}, line {line}",
        code=code,
        reason=f"This record was kept: {reason}",
        severity="note",
    )


Numbered = Iterable[tuple[int, str]]
"""Lines with their numbers, from 1."""
