"""Ties of alliance between states, from the registry: whose side a state is on, as far as a public list tells.

The lists name members as of when they were made (``registry/networks.yaml``), not since when each has been one; an alliance
that had ended, or was not yet founded when the documents were published, ties nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.link.entry import Entry
from rashomon.link.known import entity_id
from rashomon.records import Document, Entity, Related

KIND = "member_of"


def with_allies(
    entities: Sequence[Entity], register: Iterable[Entry], documents: Sequence[Document]
) -> tuple[Entity, ...]:
    """The entities, states with a ``member_of`` tie for each alliance that they are members of."""
    years = [one.published_at.year for one in documents if one.published_at]
    ties = _members(register, max(years, default=None))
    return tuple(
        replace(one, related=tuple(dict.fromkeys((*one.related, *ties[one.id])))) if one.id in ties else one
        for one in entities
    )


def _members(register: Iterable[Entry], year: int | None) -> Mapping[str, list[Related]]:
    """State's entity id → its alliances."""
    found: dict[str, list[Related]] = {}
    for one in register:
        if one.attributes.get("kind") != "alliance" or one.attributes.get("ended"):
            continue
        founded = one.attributes.get("founded")
        if year is not None and founded and year < founded:
            continue
        for code in one.attributes.get("members") or ():
            tie = Related(kind=KIND, entity=entity_id(one))
            found.setdefault(entity_id(f"state:{code}"), []).append(tie)
    return found
