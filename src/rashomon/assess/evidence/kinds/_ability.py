"""Capability, means and opportunity: what the one who is blamed had, or had not, for the deed."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.assess.evidence.case import Case
from rashomon.assess.evidence.draft import Draft
from rashomon.assess.evidence.kinds._sentence import search
from rashomon.assess.evidence.lexicon import shows
from rashomon.records import EvidenceKind


def find(case: Case, kind: EvidenceKind) -> Iterator[Draft]:
    """Sentences of such a kind that tell of whom the claim blames, or of nobody who is named.

    That the claimant could have done it bears on a staging and not on the claim, so it is open.
    """
    for draft, one, sorts in search(case, kind):
        free = not case.interest(draft.source, draft.name)
        if free and shows("recorded", one.span.quote, one.language):
            draft = draft.of(seen="independent")
        lacks = "lacks" in sorts
        if draft.subject and case.is_claimant(draft.subject) and not case.is_accused(draft.subject):
            if set(case.about.claimants) <= case.about.own:
                yield draft.of(direction="against" if lacks else "for", sort="lacks" if lacks else "has")
            else:
                yield draft.of(direction="open", sort="claimant")
            continue
        if not case.about.accused and not case.about.own:
            continue
        yield draft.of(direction="against" if lacks else "for", sort="lacks" if lacks else "has")
