"""Who gains if a claim is believed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.assess.about.case import About, about
from rashomon.assess.about.interest import interest
from rashomon.records import Claim, Entity, Reading


def beneficiary(
    claim: Claim,
    claims: Sequence[Claim],
    entities: Mapping[str, Entity],
    readings: Mapping[str, Reading] | None = None,
    *,
    known: About | None = None,
) -> str | None:
    """Entity id of who gains if it is believed: whom it clears of another claim's blame, else the first to put it forward that gains.

    ``None`` where that is not known, which is most often.
    """
    of = known or about(claim, entities, readings or {}, claims)
    for who in of.clears:
        if who in entities:
            return who
    for who in of.claimants:
        if who in entities and interest(who, "", of, entities) > 0:
            return who
    return None
