"""Contested territories: which of them a place is in, and who says what it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from rashomon.link.places.gazetteer import Row
from rashomon.records import View

FILE = Path(__file__).with_name("contested.yaml")


@dataclass(frozen=True, slots=True)
class Territory:
    """One contested territory: codes of whole divisions or states, names, or an outline."""

    name: str
    codes: frozenset[str]
    names: frozenset[str]
    """Names of gazetteer rows that are the territory itself."""
    outline: tuple[tuple[float, float], ...]
    """(latitude, longitude) of its corners in order; rough: for telling what is inside, not where a line runs."""
    views: tuple[View, ...]

    def holds(self, row: Row) -> bool:
        """Whether a place is inside. A state or a large division is not inside for its middle lying there."""
        if row.name in self.names and row.kind in {"area", "division"}:
            return True
        if row.division in self.codes and row.division:
            return True
        if row.state in self.codes and row.state:
            return True
        return row.kind in {"place", "county"} and within(row.latitude, row.longitude, self.outline)


def within(lat: float, lon: float, outline: tuple[tuple[float, float], ...]) -> bool:
    """Whether a point is inside an outline, by the count of edges a line to the east crosses."""
    inside = False
    for (a, b), (c, d) in zip(outline, (*outline[1:], *outline[:1]), strict=True):
        if (a > lat) != (c > lat) and lon < (d - b) * (lat - a) / (c - a) + b:
            inside = not inside
    return inside


def read(path: Path = FILE) -> tuple[Territory, ...]:
    """The territories of a file. Raises ValueError where one has fewer than two views, or a view no source."""
    rows: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple(_territory(row) for row in rows)


def _territory(row: dict[str, Any]) -> Territory:
    views = tuple(
        View(by=v["by"], says=v["says"], source=v.get("source") or row["source"]) for v in row["views"]
    )
    if len({view.by for view in views}) < 2:
        raise ValueError(f"{row['name']}: a contested territory has two views at least")
    return Territory(
        row["name"],
        frozenset(row.get("codes", ())),
        frozenset((row["name"], *row.get("names", ()))),
        tuple((float(a), float(b)) for a, b in row.get("outline", ())),
        views,
    )


@cache
def territories() -> tuple[Territory, ...]:
    """Those that ship."""
    return read()


def views(row: Row) -> tuple[View, ...]:
    """Who says what a place belongs to, of every contested territory it is in; empty where nobody contests it."""
    return tuple(dict.fromkeys(view for one in territories() if one.holds(row) for view in one.views))
