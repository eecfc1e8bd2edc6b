"""A STIX 2.1 bundle (OASIS, 2021): identities and locations, relationships, a note with the quoted words behind each."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid5

from rashomon.profile.graph import Graph, Tie
from rashomon.records import Entity

SPACE = UUID("5c1b9c5e-7d8e-5e0b-9a55-6f3a2d1c4b70")
"""Our namespace: the same record gives the same id in every bundle."""
CLASSES = {"person": "individual", "organisation": "organization", "group": "group", "state": "organization"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plugin:
    """``network.stix.json``: one bundle."""

    def export(self, graphs: Sequence[Graph], now: datetime) -> dict[str, str]:
        """One file. ``created`` and ``modified`` are ``now``: STIX asks for both."""
        at = now.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        objects: dict[str, dict[str, Any]] = {}
        for graph in graphs:
            for one in _objects(graph, at):
                objects.setdefault(one["id"], one)
        bundle = {
            "type": "bundle",
            "id": f"bundle--{uuid5(SPACE, ' '.join(objects))}",
            "objects": list(objects.values()),
        }
        return {"network.stix.json": json.dumps(bundle, ensure_ascii=False, indent=1) + "\n"}


def _objects(graph: Graph, at: str) -> Iterator[dict[str, Any]]:
    ids = {one.id: _id(one) for one in graph.entities}
    for one in graph.entities:
        yield _entity(one, at)
    for tie in graph.ties:
        yield from _tie(tie, ids, at)


def _id(one: Entity) -> str:
    kind = "location" if one.kind == "place" else "identity"
    return f"{kind}--{uuid5(SPACE, one.id)}"


def _common(kind: str, id: str, at: str) -> dict[str, Any]:
    return {"type": kind, "spec_version": "2.1", "id": id, "created": at, "modified": at}


def _entity(one: Entity, at: str) -> dict[str, Any]:
    id = _id(one)
    made = {**_common(id.split("--")[0], id, at), "name": one.name}
    if one.kind == "place":
        # A location needs a region, a country or a point; none is known here.
        return {**made, "region": "unknown"}
    made["identity_class"] = CLASSES.get(one.kind, "unknown")
    if others := [n for n in one.names if n != one.name]:
        made["description"] = f"Also called {', '.join(others)}."
    return made


def _tie(tie: Tie, ids: dict[str, str], at: str) -> Iterator[dict[str, Any]]:
    key = f"{tie.kind} {tie.source} {tie.target} {tie.since}"
    id = f"relationship--{uuid5(SPACE, key)}"
    made = {
        **_common("relationship", id, at),
        "relationship_type": tie.kind.replace("_", "-"),
        "source_ref": ids[tie.source],
        "target_ref": ids[tie.target],
        "description": (tie.role or tie.kind.replace("_", " "))
        + (f"; last known on {tie.seen}" if tie.seen and not tie.until else ""),
    }
    if tie.since:
        made["start_time"] = f"{tie.since}T00:00:00Z"
    if tie.until and tie.until > tie.since:
        made["stop_time"] = f"{tie.until}T00:00:00Z"
    yield made
    words = tie.span.quote if tie.span else f"From {tie.listed}."
    place = f"document {tie.span.document_id}, {tie.span.start}-{tie.span.end}" if tie.span else tie.listed
    yield {
        **_common("note", f"note--{uuid5(SPACE, 'note ' + key)}", at),
        "abstract": f"Ground: {place}",
        "content": words,
        "object_refs": [id],
    }
