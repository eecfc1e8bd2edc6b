"""Who had a reason: for the deed, or for telling of it."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass

from rashomon.assess.evidence.case import Case
from rashomon.assess.evidence.draft import Direction, Draft
from rashomon.assess.evidence.kinds._sentence import search


@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class Plugin:
    """Sentences that tell of motive; no settings.

    A reason of whom the claim blames speaks for it; a reason of who puts it forward, or a pretext that it would give, against it; that either
    had none speaks the other way. Where the words name neither, a reason is taken to be the doer's and a pretext the teller's.
    """

    def find(self, case: Case) -> Iterator[Draft]:
        for draft, _, sorts in search(case, "motive"):
            lacks, who = "lacks" in sorts, draft.subject
            if case.is_accused(who) or case.is_claimant(who):
                of_doer = case.is_accused(who)
            elif case.about.accused:
                of_doer = "pretext" not in sorts
            else:
                continue
            direction: Direction = "for" if of_doer != lacks else "against"
            yield draft.of(direction=direction, sort="lacks" if lacks else "has" if of_doer else "claimant")
