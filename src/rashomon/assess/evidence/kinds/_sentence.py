"""What kinds that are found by their words have in common: a sentence, its source, who shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.assess.about.named import Named
from rashomon.assess.evidence.case import Case, Told
from rashomon.assess.evidence.draft import Draft
from rashomon.assess.evidence.lexicon import shows, sorts
from rashomon.records import EvidenceKind

PER_ROOT = 3
"""Sentences of one kind from one root: a long report must not outweigh the others."""
MOST = 12
"""Sentences of one kind."""


def search(
    case: Case, kind: EvidenceKind
) -> Iterator[tuple[Draft, Told, tuple[Named, ...], tuple[str, ...]]]:
    """Sentences with words of a kind that bear on the claim: a draft without direction, the sentence, its names, its sorts."""
    taken: dict[str, int] = {}
    for one, names in case.about_it():
        found = sorts(kind, one.span.quote, one.language)
        if not found or sum(taken.values()) >= MOST or taken.get(one.root_id, 0) >= PER_ROOT:
            continue
        taken[one.root_id] = taken.get(one.root_id, 0) + 1
        yield drafted(case, kind, one, names), one, names, found


def drafted(case: Case, kind: EvidenceKind, one: Told, names: Sequence[Named]) -> Draft:
    """A sentence as an item: whose word it is, and of whom it tells."""
    outlet = case.outlet(one.span.document_id)
    return Draft(
        kind=kind,
        text=one.span.quote,
        spans=(one.span,),
        source=one.party or one.speaker or outlet,
        name=one.speaker or outlet,
        subject=case.subject(one, names),
        root_id=one.root_id,
        at=one.at,
    )


def vouched(case: Case, one: Told, names: Sequence[Named]) -> tuple[str, str]:
    """(who vouches, party that shows it): "independent", "party", "anonymous" or empty."""
    text, language = one.span.quote, one.language
    shower = (
        next((n.party for n in names if case.interest(n.party)), "")
        if shows("released", text, language)
        else ""
    )
    speaks = one.party if case.interest(one.party, one.speaker) else ""
    if shows("inspected", text, language) and not speaks:
        return "independent", ""
    if speaks or (shower and names and names[0].party == shower):
        return "party", speaks or shower
    return ("anonymous", "") if shows("anonymous", text, language) else ("", "")
