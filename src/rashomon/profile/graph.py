"""A profile's network: who is tied to whom, each tie with its kind, dates and ground."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.link.known import entity_id
from rashomon.link.register import Entry
from rashomon.profile.deeds import deeds
from rashomon.records import Document, Entity, Reading, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """An edge. Exactly one ground: a list of the registry, or a place in a document."""

    kind: str
    """``office_of``, ``speaks_for``, ``capital_of`` …; ``told_assault`` … for what a document tells that the source did to the
    target, by PLOVER's categories; or ``named_with``: in one sentence of a document."""
    source: str
    target: str
    role: str = ""
    since: str = ""
    until: str = ""
    seen: str = ""
    """The last day on which it is known, where its end is not."""
    listed: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """Entities by id, and ties between them; both sorted."""

    entities: tuple[Entity, ...]
    ties: tuple[Tie, ...]
    documents: tuple[Document, ...]
    """Those the ties cite."""


def graph(
    centre: Entity,
    entry: Entry | None,
    documents: Sequence[Document],
    readings: Sequence[Reading],
    entities: Sequence[Entity],
) -> Graph:
    """The ties of one entity: offices with dates from its record, sides, and names beside it with the first place of each."""
    by_id = {one.id: one for one in entities} | {centre.id: centre}
    text = {one.id: one.text for one in documents}
    ties: list[Tie] = []
    dated: set[tuple[str, str]] = set()
    for t in entry.tenures if entry else ():
        target = entity_id(t.of)
        dated.add(("office_of", target))
        ties.append(
            Tie(
                kind="office_of", source=centre.id, target=target, role=t.title or t.office,
                since=t.since.isoformat() if t.since else "", until=t.until.isoformat() if t.until else "",
                seen=t.seen[1].isoformat() if t.seen else "",
                listed=entry.source if entry else "",
            )
        )  # fmt: skip
    for related in centre.related:
        if (related.kind, related.entity) not in dated:
            listed = entry.source if entry else "the words beside its name"
            ties.append(Tie(kind=related.kind, source=centre.id, target=related.entity, listed=listed))
    for deed in deeds(centre.id, sorted(documents, key=lambda d: d.id), {r.document_id: r for r in readings}):
        source, target = (centre.id, deed.other) if deed.active else (deed.other, centre.id)
        ties.append(
            Tie(
                kind=f"told_{deed.action.lower()}", source=source, target=target,
                role=f"{deed.action.lower()}, {deed.statuses[0]}", span=deed.spans[0],
            )
        )  # fmt: skip
    met: set[str] = set()
    for reading in sorted(readings, key=lambda r: r.document_id):
        for mention in reading.mentions:
            if mention.entity != centre.id:
                continue
            place = next(((s, e) for s, e in reading.sentences if s <= mention.start < e), None)
            for other in reading.mentions if place else ():
                if place and place[0] <= other.start < place[1] and other.entity not in {"", centre.id, *met}:
                    met.add(other.entity)
                    words = text[reading.document_id][slice(*place)]
                    span = Span(document_id=reading.document_id, start=place[0], end=place[1], quote=words)
                    ties.append(Tie(kind="named_with", source=centre.id, target=other.entity, span=span))
    ties = [t for t in ties if t.target in by_id and t.source in by_id]
    used = {centre.id, *(t.target for t in ties), *(t.source for t in ties)}
    cited = {t.span.document_id for t in ties if t.span}
    return Graph(
        entities=tuple(sorted((by_id[id] for id in used), key=lambda e: e.id)),
        ties=tuple(sorted(ties, key=lambda t: (t.kind, t.source, t.target, t.since))),
        documents=tuple(sorted((d for d in documents if d.id in cited), key=lambda d: d.id)),
    )
