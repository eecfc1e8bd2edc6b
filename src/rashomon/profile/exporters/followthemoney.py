"""FollowTheMoney entities, one JSON object a line (https://followthemoney.tech/explorer/schemata/)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from rashomon.profile.graph import Graph, Tie
from rashomon.records import Document, Entity, content_id

SCHEMATA = {
    "person": "Person", "organisation": "Organization", "group": "Organization", "state": "PublicBody",
    "place": "Address", "technology": "Asset", "event": "Event", "other": "LegalEntity",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Plugin:
    """``network.ftm.json``: entities, and an ``UnknownLink`` for each tie with its role, dates and ground."""

    def export(self, graphs: Sequence[Graph], now: datetime) -> dict[str, str]:
        """One file. The same entity in two graphs is written once."""
        rows: dict[str, dict[str, Any]] = {}
        for graph in graphs:
            documents = {d.id: d for d in graph.documents}
            for row in (*map(_entity, graph.entities), *_ties(graph, documents)):
                rows.setdefault(row["id"], row)
        lines = (json.dumps(row, ensure_ascii=False, sort_keys=True) for row in rows.values())
        return {"network.ftm.json": "\n".join(lines) + "\n"}


def _entity(one: Entity) -> dict[str, Any]:
    key = "full" if one.kind == "place" else "name"
    properties: dict[str, list[str]] = {key: [one.name]}
    if others := [n for n in one.names if n != one.name]:
        properties["alias" if one.kind != "place" else "remarks"] = others
    return {"id": one.id, "schema": SCHEMATA[one.kind], "properties": properties}


def _ties(graph: Graph, documents: dict[str, Document]) -> Iterator[dict[str, Any]]:
    for tie in graph.ties:
        yield {"id": _id(tie), "schema": "UnknownLink", "properties": _properties(tie, documents)}


def _id(tie: Tie) -> str:
    return content_id("tie", tie.kind, tie.source, tie.target, tie.since)


def _properties(tie: Tie, documents: dict[str, Document]) -> dict[str, list[str]]:
    found = {
        "subject": tie.source, "object": tie.target, "role": tie.role or tie.kind.replace("_", " "), "startDate": tie.since,
        "endDate": tie.until, "publisher": tie.listed, "date": "" if tie.until else tie.seen,
    }  # fmt: skip
    if tie.span:
        document = documents[tie.span.document_id]
        found["summary"] = tie.span.quote
        found["sourceUrl"] = document.url if document.url.startswith(("http://", "https://")) else ""
        found["recordId"] = f"{tie.span.document_id}:{tie.span.start}-{tie.span.end}"
    return {k: [v] for k, v in found.items() if v}
