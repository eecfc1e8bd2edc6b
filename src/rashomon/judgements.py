"""What a desk knows when it weighs a claim: people's words on explanations and evidence, and the record of its sources."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rashomon.assess import Known
from rashomon.assess.people import People, Said

if TYPE_CHECKING:
    from rashomon.assess.evidence.grades import Record
    from rashomon.assess.record import Learned, Report
    from rashomon.assess.record.names import Names
    from rashomon.store import Store


def known(store: Store | None) -> Known:
    """All that is kept in a database; nothing without one."""
    if store is None:
        return Known()
    from rashomon.assess.record.declared import retracted
    from rashomon.sources import learned, letters
    from rashomon.sources import said as told

    held = store
    said = (Said.of(c.subject, c.field, c.value, c.by, c.at) for c in held.corrections.all())

    def learn(reports: Sequence[Report], names: Names) -> Learned:
        return learned(held, reports, names)

    def by_record(record: Learned, names: Names) -> Record:
        return letters(held, record, names)

    words = told(held)
    return Known(
        people=People.of(one for one in said if one is not None),
        learn=learn,
        letters=by_record if words or held.cases.all() else None,
        without=frozenset(one.casefold() for one in retracted(words)),
    )
