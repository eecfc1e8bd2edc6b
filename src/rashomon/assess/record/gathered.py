"""Evidence → Reports: the words on a claim that the record of sources is learnt from."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from rashomon.assess.record.report import Report
from rashomon.records import Evidence

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def reports(claim_id: str, topic: str, evidence: Iterable[Evidence]) -> tuple[Report, ...]:
    """A report for each statement that goes one way on the claim; ``at`` in days since 1970, undated ones at the first of the others."""
    told = [one for one in evidence if one.kind == "statement" and one.word and one.source]
    days = {one.id: (one.at - _EPOCH).total_seconds() / 86_400 for one in told if one.at is not None}
    first = min(days.values(), default=0.0)
    return tuple(
        Report(
            claim=claim_id,
            source=one.source,
            word=one.word or "asserts",
            root=one.root_id,
            topic=topic,
            interest=one.interest,
            side=one.side,
            at=days.get(one.id, first),
        )
        for one in told
    )
