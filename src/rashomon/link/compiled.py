"""The registry that ships, ready to use: records and name keys as JSON in the user's folder for caches, by the hash of what
made them.

Reading the YAML, checking it and making the keys of all names takes seconds; reading them back, a fraction of one. The file is
plain JSON and read into checked records, never executed. One that is damaged, of another version or belongs to somebody else
is made again.
"""

from __future__ import annotations

import hashlib
import logging
import os
import stat
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from rashomon.link.places.gazetteer import folder
from rashomon.link.register import HOME, Entry, read

MADE_BY = (
    "entry.py",
    "register.py",
    "candidates.py",
    "forms.py",
    "names.py",
    "transcription.py",
    "transcription.yaml",
    "compiled.py",
)
"""The code and tables on which the contents depend, beside the registry's own files."""
KEPT = 4
"""Versions that stay: several installations may share the folder."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compiled:
    """What is kept: every record, and the tables of ``candidates.Index`` by their names."""

    entries: list[Entry]
    tables: dict[str, dict[str, list[str]]]


_ADAPTER = TypeAdapter(Compiled)


def key() -> str:
    """16 hex digits over the registry's files and the code that reads them."""
    digest = hashlib.sha256()
    for path in (*sorted(HOME.glob("*.yaml")), *(Path(__file__).parent / name for name in MADE_BY)):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


@cache
def compiled() -> Compiled:
    """The registry, from the cache where it is there and whole, else made now and kept where that can be done.

    Raises:
        RegistryError: a file of the registry breaks the form.
    """
    path = folder() / f"registry-{key()}.json"
    return load(path) or _make(path)


def load(path: Path) -> Compiled | None:
    """What a file keeps; ``None`` for one that is missing, damaged, or may have been written by another user."""
    try:
        with path.open("rb") as stream:
            about = os.fstat(stream.fileno())
            if not stat.S_ISREG(about.st_mode) or about.st_mode & 0o022:
                return None
            if hasattr(os, "getuid") and about.st_uid != os.getuid():
                return None
            digest, _, body = stream.read().partition(b"\n")
    except OSError:
        return None
    if hashlib.sha256(body).hexdigest().encode() != digest:
        return None
    try:
        return _ADAPTER.validate_json(body)
    except ValidationError:
        return None


def save(path: Path, made: Compiled) -> None:
    """Keep it, whole or not at all."""
    body = _ADAPTER.dump_json(made)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".part")
        with os.fdopen(handle, "wb") as stream:
            stream.write(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
        Path(name).replace(path)
        kept = sorted(path.parent.glob("registry-*.json"), key=lambda p: -p.stat().st_mtime)
        for old in kept[KEPT:]:
            old.unlink(missing_ok=True)
    except OSError as error:
        _log.info("the compiled registry was not kept: %s", error)


def _make(path: Path) -> Compiled:
    from rashomon.link.candidates import tables

    records = read()
    made = Compiled(entries=list(records.entries.values()), tables=tables(records))
    save(path, made)
    return made
