"""Who is named in a stretch of a report: by the reader's mentions, or by the names an entity goes by."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.records import Entity, Reading, Span

LONGEST = 1_500
"""Characters of a stretch that are looked into: a "claim" of 3,000 words has its point at its start."""
SHORT = 3
"""Letters of a name below which it must stand exactly so: of a longer one the ending may differ ("Ardanian", "Артанией")."""

PLAIN = 5
"""Letters of a name up to which it must begin with its own capital: "Oman", not "omanhene"."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a stretch: its place there, whom it names and for which party they stand."""

    start: int
    end: int
    entity: str
    party: str


def named(span: Span, entities: Mapping[str, Entity], readings: Mapping[str, Reading]) -> tuple[Named, ...]:
    """Names in a span, in the order of its words. A document without a reading is searched for the entities' names."""
    reading = readings.get(span.document_id)
    if reading is not None and reading.mentions:
        starts = [one.start for one in reading.mentions]
        if starts == sorted(starts):
            near = reading.mentions[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        else:
            near = tuple(one for one in reading.mentions if span.start <= one.start < span.end)
        found = [
            Named(one.start - span.start, one.end - span.start, one.entity, party(one.entity, entities))
            for one in near
            if one.entity in entities and one.end <= span.end
        ]
        return tuple(sorted(found, key=lambda one: (one.start, -one.end)))
    return in_words(span.quote[:LONGEST], tuple(entities.values()), entities)


def in_words(text: str, known: Sequence[Entity], entities: Mapping[str, Entity]) -> tuple[Named, ...]:
    """Names of ``known`` that stand in a text, endings not counted; of two at one place the longer."""
    folded = text.casefold()
    found: list[Named] = []
    for one in known:
        for name in dict.fromkeys((one.name, *one.names)):
            if len(name) < 2 or _stem(name) not in folded:
                continue
            for match in _pattern(name).finditer(text):
                found.append(Named(match.start(), match.end(), one.id, party(one.id, entities)))
    kept: list[Named] = []
    for name_found in sorted(found, key=lambda n: (n.start, -n.end, n.entity)):
        if not kept or name_found.start >= kept[-1].end:
            kept.append(name_found)
    return tuple(kept)


def _stem(name: str) -> str:
    words = name.casefold().split()
    last = words[-1] if words else ""
    return name.casefold() if len(last) <= SHORT else name.casefold()[:-1]


def _pattern(name: str) -> re.Pattern[str]:
    last = name.rsplit(maxsplit=1)[-1] if name.split() else ""
    if len(last) <= SHORT:
        return re.compile(rf"(?<!\w){re.escape(name)}(?:['’]s)?(?!\w)")
    if len(name) <= PLAIN:
        return re.compile(rf"(?<!\w){re.escape(name[:-1])}\w{{0,5}}(?:['’]s?)?(?!\w)")
    return re.compile(rf"(?<!\w){re.escape(name[:-1])}\w{{0,4}}(?:['’]s?)?(?!\w)", re.IGNORECASE)


def party(entity: str, entities: Mapping[str, Entity]) -> str:
    """The party an entity speaks for: its own where it speaks for itself."""
    known = entities.get(entity)
    return (known.party or known.id) if known else entity


def side(party_id: str, entities: Mapping[str, Entity]) -> str:
    """The camp a party belongs to: the state (or armed group) it speaks for; empty where none is known."""
    known = entities.get(party(party_id, entities))
    return known.id if known is not None and known.kind in ("state", "group") else ""
