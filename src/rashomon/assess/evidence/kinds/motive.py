"""Who had a reason: for the deed, or for telling of it."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass

from rashomon.assess.evidence.case import Case
from rashomon.assess.evidence.draft import Draft
from rashomon.assess.evidence.kinds._sentence import search


@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class Plugin:
    """Sentences that tell of motive; no settings.

    A reason of whom the claim blames speaks for it, a reason of who puts it forward (a pretext) against it; that either had none
    speaks the other way.
    """

    def find(self, case: Case) -> Iterator[Draft]:
        for draft, _, _, sorts in search(case, "motive"):
            lacks = "lacks" in sorts
            if case.is_accused(draft.subject):
                yield draft.of(direction="against" if lacks else "for", sort="lacks" if lacks else "has")
            elif case.is_claimant(draft.subject):
                yield draft.of(direction="for" if lacks else "against", sort="claimant")
            else:
                yield draft.of(direction="open", sort="others")
