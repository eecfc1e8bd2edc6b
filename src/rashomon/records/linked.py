"""Whom and what the mentions stand for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rashomon.records.read import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """One entity's tie to another: ``capital_of``, ``seat_of``, ``ministry_of``, ``office_of``, ``citizen_of``, ``speaks_for``, ``member_of`` (of an alliance)."""

    kind: str
    entity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Someone or something that mentions were joined into. ``names`` holds every form seen, fullest first."""

    id: str
    name: str
    kind: Kind
    names: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    party: str = ""
    """Id of the actor whose side it speaks for (a capital, its seat of power and a minister: the state), or its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What one side says a contested territory belongs to. Never ours."""

    by: str
    """Who says so."""
    says: str
    source: str
    """Address of a public document in which it stands, or that records it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a name is on the map, as far as the text tells."""

    name: str
    """Its main name in the gazetteer."""
    lat: float
    lon: float
    """Degrees, WGS 84. A division's or state's are its middle."""
    precision: Literal["place", "division", "state"]
    """``place``: a town; ``division``: a county, province or region; ``state``: a state or larger."""
    geonames: int | None = None
    """GeoNames id; ``None`` where it has none there (counties by the Census Bureau)."""
    state: str = ""
    """ISO 3166-1 code; empty where that is contested (see ``views``) or there is none."""
    division: str = ""
    """First-order division as GeoNames codes it, ``US.OH``; empty like ``state``."""
    confidence: float = 0.0
    """Probability of the choice among the places of that name, 0 to 1."""
    views: tuple[View, ...] = ()
    """For contested territory: who says what it belongs to. None of them is asserted."""
