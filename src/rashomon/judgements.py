"""What a desk knows when it weighs a claim: people's words on explanations and evidence, and the record of its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.assess import Known
from rashomon.assess.people import People, Said

if TYPE_CHECKING:
    from rashomon.store import Store


def known(store: Store | None) -> Known:
    """All that is kept in a database; nothing without one."""
    if store is None:
        return Known()
    from rashomon.sources import background

    said = (Said.of(c.subject, c.field, c.value, c.by, c.at) for c in store.corrections.all())
    return Known(people=People.of(one for one in said if one is not None), sources=background(store))
