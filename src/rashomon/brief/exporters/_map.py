"""A small map without tiles: points on a grid of degrees, as numbers for a template to draw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, cos, floor, radians

from rashomon.records import Pin

WIDTH = 640.0
LEAST = 2.0
"""Degrees that a map shows at least, so that one town is not blown up to fill it."""
STEPS = (0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 30.0, 60.0)
LINES = 8
"""Lines of the grid in one direction at most."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A pin in pixels."""

    x: float
    y: float
    pin: Pin
    right: bool
    """Whether its number stands to the right of it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of the grid: at ``at`` pixels, labelled in degrees."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Map:
    width: float
    height: float
    meridians: tuple[Rule, ...]
    parallels: tuple[Rule, ...]
    dots: tuple[Dot, ...]


def draw(pins: Sequence[Pin]) -> Map | None:
    """The map of some pins; ``None`` for none. Degrees of longitude are shortened by the cosine of the middle latitude."""
    if not pins:
        return None
    west, east = _span([p.place.lon for p in pins], -180.0, 180.0)
    south, north = _span([p.place.lat for p in pins], -90.0, 90.0)
    squeeze = max(0.15, cos(radians((south + north) / 2)))
    wide, high = (east - west) * squeeze, north - south
    if high < wide * 0.4:
        middle, high = (south + north) / 2, wide * 0.4
        south, north = middle - high / 2, middle + high / 2
    if high > wide * 0.8:
        middle, wide = (west + east) / 2, high / 0.8
        west, east = middle - wide / squeeze / 2, middle + wide / squeeze / 2
    scale = WIDTH / wide

    def x(lon: float) -> float:
        return round((lon - west) * squeeze * scale, 1)

    def y(lat: float) -> float:
        return round((north - lat) * scale, 1)

    return Map(
        width=WIDTH,
        height=round(high * scale, 1),
        meridians=tuple(Rule(x(d), _degrees(d, "E", "W")) for d in _grid(west, east)),
        parallels=tuple(Rule(y(d), _degrees(d, "N", "S")) for d in _grid(south, north)),
        dots=tuple(
            Dot(x(p.place.lon), y(p.place.lat), p, right=x(p.place.lon) < WIDTH - 40)
            for p in sorted(pins, key=lambda p: -p.number)
        ),
    )


def _span(values: Sequence[float], least: float, most: float) -> tuple[float, float]:
    low, high = min(values), max(values)
    room = max(LEAST - (high - low), 0.24 * (high - low)) / 2
    return max(least, low - room), min(most, high + room)


def _grid(low: float, high: float) -> list[float]:
    step = next((s for s in STEPS if (high - low) / s <= LINES), STEPS[-1])
    return [k * step for k in range(ceil(low / step), floor(high / step) + 1)]


def _degrees(value: float, positive: str, negative: str) -> str:
    shown = f"{abs(value):g}°"
    return shown if value == 0 else shown + (positive if value > 0 else negative)
