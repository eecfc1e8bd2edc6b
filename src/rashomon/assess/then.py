"""Claims as they stood at an earlier moment: only what was out by then was said, denied, tied or changed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from rashomon.records import Claim, Document, Position


def as_it_stood(
    claims: Sequence[Claim], documents: Sequence[Document], moment: datetime
) -> tuple[Claim, ...]:
    """The claims that somebody had put forward by then, in their order and with their ids, without all that came later.

    An undated document may have come later and is left out. The claim's words are those it has now: the best said of several
    may be of a later day.
    """
    out = {one.id for one in documents if one.published_at is not None and one.published_at <= moment}
    kept = [one for one in claims if any(said.document_id in out for said in one.members)]
    there = {one.id for one in kept}
    return tuple(_cut(one, out, there, moment) for one in kept)


def _cut(claim: Claim, out: Collection[str], there: Collection[str], moment: datetime) -> Claim:
    def by_then(one: Position) -> bool:
        if one.span is not None:
            return one.span.document_id in out
        return one.at is not None and one.at <= moment

    return replace(
        claim,
        members=tuple(one for one in claim.members if one.document_id in out),
        positions=tuple(one for one in claim.positions if by_then(one)),
        reports=tuple(one for one in claim.reports if one.document_id in out),
        # Whether a party had been heard by then is not told by a silence of a later day.
        silences=tuple(one for one in claim.silences if one.as_of is not None and one.as_of <= moment),
        changes=tuple(one for one in claim.changes if by_then(one.before) and by_then(one.after)),
        ties=tuple(one for one in claim.ties if one.claim in there),
    )
