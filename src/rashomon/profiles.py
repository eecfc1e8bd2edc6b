"""What a desk's documents tell of one person, state, body or technology; and which names recur that are in no list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from rashomon.flow import Desk, read_new, think
from rashomon.records import Brief
from rashomon.version import fingerprint

if TYPE_CHECKING:
    from rashomon.link.proposals import Proposal
    from rashomon.profile.graph import Graph

PROFILED = 2_000
"""Documents a profile is made from: linking and claims are made over all of them at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One entity's page and network."""

    page: Brief
    graph: Graph


def profile(desk: Desk, name: str, now: datetime, most: int = PROFILED) -> tuple[Profile, ...]:
    """A page for each entity that a name stands for, over the newest ``most`` documents that have the name in any form."""
    from rashomon.link.candidates import index as known
    from rashomon.link.forms import level
    from rashomon.link.known import entity_id
    from rashomon.link.names import person as whole
    from rashomon.profile import compose
    from rashomon.profile.graph import graph

    store, settings = desk.store, desk.settings
    index = known(store.imported)
    entries = {c.entry.id: c.entry for flag in (True, False) for c in index.of(name, is_person=flag)}
    forms = list(dict.fromkeys([name, *(form for e in entries.values() for form, _ in e.names)]))
    found: dict[str, None] = {}
    for form in forms:
        found.update(dict.fromkeys(hit.document_id for hit in store.search(f'"{form}"', limit=most)))
    ids, _ = read_new(desk, tuple(found), now)
    documents = store.documents.many(ids)
    documents = tuple(
        sorted(documents, key=lambda d: (d.published_at.timestamp() if d.published_at else 0.0, d.id))
    )[-most:]
    readings = store.readings.many([d.id for d in documents], f"{settings.read.reader}-{fingerprint('read')}")
    thought = think(documents, readings, settings, desk.tell, store)
    by_entity = {entity_id(e): e for e in entries.values()}
    wanted = {level(form) for form in forms}
    made: list[Profile] = []
    for one in thought.entities:
        called = {level(form) for form in (one.name, *one.names)}
        if one.kind == "person":
            called |= {level(words[-1]) for form in one.names if (words := whole(form))}
        named = level(name) in called or (one.kind == "person" and level(one.name) in wanted)
        if one.id not in by_entity and not named:
            continue
        desk.tell("profile", len(made), 0)
        entry = by_entity.get(one.id)
        page = compose(
            one,
            entry,
            documents,
            thought.readings,
            thought.entities,
            thought.stories,
            thought.claims,
            now=now,
            places=thought.places,
        )
        if page.documents:
            net = graph(one, entry, documents, thought.readings, thought.entities)
            made.append(Profile(page=page, graph=net))
    return tuple(made)


def propose(desk: Desk, now: datetime, least: int, most: int = PROFILED) -> tuple[Proposal, ...]:
    """Names that recur in the newest ``most`` documents and are in no list."""
    from rashomon.link.candidates import index
    from rashomon.link.known import entity_id
    from rashomon.link.proposals import proposals

    store, settings = desk.store, desk.settings
    documents = sorted(
        store.documents.many(store.documents.ids()),
        key=lambda d: (d.published_at.timestamp() if d.published_at else 0.0, d.id),
    )[-most:]
    ids, _ = read_new(desk, [d.id for d in documents], now)
    readings = store.readings.many(ids, f"{settings.read.reader}-{fingerprint('read')}")
    thought = think(documents, readings, settings, desk.tell, store)
    known = index(store.imported)
    records = {entity_id(e) for e in known.register} | {
        entity_id(c.entry) for e in thought.entities for c in known.of(e.name, is_person=e.kind == "person") if c.form == "full"
    }  # fmt: skip
    records |= {
        e.id for e in thought.entities if e.kind == "state" or any(t.kind in _SEATS for t in e.related)
    }
    return proposals(documents, thought.readings, thought.entities, frozenset(records), least=least)


_SEATS = ("capital_of", "seat_of", "ministry_of")
"""Ties of what is known through its state."""
