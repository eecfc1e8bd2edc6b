"""group: Documents → Stories. Which reports tell of one happening, and whose words each of them is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from rashomon.group.grouping import Grouping
from rashomon.group.judged import Judgement
from rashomon.records import Document, Reading, Story

__all__ = ["Grouping", "Judgement", "group"]


def group(
    documents: Sequence[Document],
    readings: Sequence[Reading] = (),
    *,
    threshold: float | None = None,
    owners: Mapping[str, Sequence[str]] | None = None,
    judgements: Sequence[Judgement] = (),
    now: datetime | None = None,
) -> tuple[Story, ...]:
    """Stories, oldest first; every document is in exactly one, a lone report in a story of its own.

    The answer does not depend on the order of the documents. ``threshold`` (0…1) replaces the measured one;
    ``owners`` (owner → outlets) adds to the table of who owns whom; ``judgements`` are people's words, which hold against the
    machine; dates after ``now`` are not believed.
    """
    made = Grouping(threshold=threshold, owners=owners, judgements=judgements, now=now)
    made.add(documents, readings)
    return made.stories()
