"""Whom and what the mentions stand for."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.records.read import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """One entity's tie to another: ``capital_of``, ``seat_of``, ``ministry_of``, ``office_of``, ``citizen_of``."""

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
