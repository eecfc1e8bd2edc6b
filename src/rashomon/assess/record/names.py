"""What sources are called: by id, by printed name, by the site of an outlet; so that a list or a person may name them in any way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rashomon.assess.record.declared import canonical
from rashomon.records import Claim, Document, Evidence

Names = Mapping[str, Iterable[str]]
"""Source → what else it is called."""


def called(
    evidence: Iterable[Evidence] = (),
    claims: Iterable[Claim] = (),
    documents: Iterable[Document] = (),
    sources: Iterable[str] = (),
) -> dict[str, tuple[str, ...]]:
    """Every source → what else it is called. ``sources``: ids that are known otherwise, as from settled claims.

    An outlet nobody has heard as a source of its own stands under its name: a list or a person may judge it all the same.
    """
    found: dict[str, dict[str, None]] = {}
    for item in evidence:
        if item.source:
            found.setdefault(item.source, {}).update({item.name: None} if item.name else {})
    for claim in claims:
        for position in claim.positions:
            found.setdefault(position.party, {}).update({position.name: None})
    for source in sources:
        found.setdefault(source, {})
    sites: dict[str, dict[str, None]] = {}
    for document in documents:
        if document.source:
            sites.setdefault(document.source, {}).update(
                {canonical(document.url): None} if document.url else {}
            )
    by_name: dict[str, list[str]] = {}
    for source, names in found.items():
        for name in (source, *names):
            by_name.setdefault(canonical(name), []).append(source)
    for outlet, addresses in sites.items():
        for source in by_name.get(canonical(outlet), ()) or (outlet,):
            found.setdefault(source, {}).update({outlet: None, **addresses})
    return {source: tuple(names) for source, names in found.items()}


def outlets(documents: Iterable[Document]) -> dict[str, str]:
    """Document id → its outlet, where that is known."""
    return {one.id: one.source for one in documents if one.source}
