"""Names that recur and are no record: for a person to accept, never entities of the registry by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.records import Document, Entity, Kind, Reading, Span

LEAST = 3
"""Sources that must name it: one outlet's habit is no fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A name that may deserve a record, with what is known of it."""

    name: str
    kind: Kind
    names: tuple[str, ...]
    documents: int
    sources: int
    party: str
    """Name of the state or body for which it seems to speak; empty for its own side."""
    span: Span
    """The first place that has the fullest name."""


def proposals(
    documents: Sequence[Document],
    readings: Sequence[Reading],
    entities: Sequence[Entity],
    known: frozenset[str],
    *,
    least: int = LEAST,
) -> tuple[Proposal, ...]:
    """Names that documents of at least ``least`` sources give and that are in no list, most named first.

    ``known``: ids of the entities that are records.
    """
    by_id = {e.id: e for e in entities}
    where = {d.id: d for d in documents}
    seen: dict[str, dict[str, Span]] = {}
    for reading in sorted(readings, key=lambda r: r.document_id):
        for m in reading.mentions:
            entity = by_id.get(m.entity)
            if entity is None or entity.id in known or m.kind in {"event", "other"}:
                continue
            held = seen.setdefault(entity.id, {})
            if reading.document_id not in held or (m.text == entity.name != held[reading.document_id].quote):
                held[reading.document_id] = Span(
                    document_id=reading.document_id, start=m.start, end=m.end, quote=m.text
                )
    made = []
    for id, spans in seen.items():
        entity = by_id[id]
        sources = {where[d].source or where[d].url or d for d in spans if d in where}
        whole = entity.kind != "person" or " " in entity.name
        if len(sources) >= least and whole:
            party = by_id.get(entity.party)
            first = min(spans.values(), key=lambda s: (s.quote != entity.name, s.document_id))
            made.append(
                Proposal(
                    name=entity.name,
                    kind=entity.kind,
                    names=entity.names,
                    documents=len(spans),
                    sources=len(sources),
                    party=party.name if party and party.id != id else "",
                    span=first,
                )
            )
    return tuple(sorted(made, key=lambda p: (-p.sources, -p.documents, p.name)))
