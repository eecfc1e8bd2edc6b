"""What a party is able to do in general: what it makes, owns, has tested; or lacks."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass

from rashomon.assess.evidence.case import Case
from rashomon.assess.evidence.draft import Draft
from rashomon.assess.evidence.kinds import _ability


@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class Plugin:
    """Sentences that tell of capability; no settings."""

    def find(self, case: Case) -> Iterator[Draft]:
        yield from _ability.find(case, "capability")
