"""The calendar and what happened before: the eve of something, the anniversary, the third of its kind."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass

from rashomon.assess.evidence.case import Case
from rashomon.assess.evidence.draft import Draft
from rashomon.assess.evidence.kinds._sentence import search


@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class Plugin:
    """Sentences that tell of a date or of a series; no settings.

    A date fits an attacker who picks it and a claimant who picks it alike, so it is open; a series makes one more likelier.
    """

    def find(self, case: Case) -> Iterator[Draft]:
        for draft, _, sorts in search(case, "pattern"):
            series = "series" in sorts
            yield draft.of(direction="for" if series else "open", sort="series" if series else "calendar")
