"""Put made files where they were asked for."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

import click

from rashomon.errors import Unwritable


def deliver(files: Mapping[str, str], target: str) -> Path | None:
    """Write the files into the folder ``target`` and give the first one's path; for ``-`` print them instead.

    Each file appears whole or not at all: it is written beside its place and then moved there.

    Raises:
        Unwritable: the folder or a file cannot be written, as on a full disk.
    """
    if target == "-":
        for content in files.values():
            click.echo(content)
        return None
    folder = Path(target)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            _write(folder / name, content)
    except OSError as error:
        raise Unwritable(folder, error.strerror or str(error)) from error
    return folder / next(iter(files))


def _write(path: Path, content: str) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=path.suffix)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(content)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise
