"""What parties did and said before: earlier deeds of the kind, earlier untruths, words taken back in this very story."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass

from rashomon.assess.evidence.case import Case
from rashomon.assess.evidence.draft import Direction, Draft
from rashomon.assess.evidence.kinds._sentence import search
from rashomon.records import Change


@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class Plugin:
    """Sentences that tell of a party's past, and its changes of stand on the claim; no settings."""

    def find(self, case: Case) -> Iterator[Draft]:
        for draft, _, sorts in search(case, "record"):
            direction = _direction(case, draft.subject, sorts[0])
            if direction != "open":  # the past of somebody who is not at issue tells nothing
                yield draft.of(direction=direction, sort=sorts[0])
        for change in case.claim.changes:
            told_before = change.before.stance != "declines"  # who first would not say told no other thing
            if change.kind == "changed" and told_before and change.before.span and change.after.span:
                yield _turned(case, change)


def _direction(case: Case, who: str, sort: str) -> Direction:
    """An accused that did or hid such things before speaks for the claim; a claimant that made things up against it."""
    if case.is_accused(who):
        return "against" if sort == "honest" else "for"
    if case.is_claimant(who):
        return "for" if sort == "honest" else "against"
    return "open"


def _turned(case: Case, change: Change) -> Draft:
    """A party's change of stand: what it came to in the end counts, and that it said another thing before."""
    before, after = change.before, change.after
    assert before.span is not None and after.span is not None
    direction: Direction = "open"
    if after.stance in ("asserts", "reports"):
        direction = "for"
    elif after.stance in ("denies", "partly_denies", "doubts", "retracts"):
        direction = "against"
    return Draft(
        kind="record",
        text=after.span.quote,
        spans=(before.span, after.span),
        source=change.party,
        name=change.name,
        direction=direction,
        sort="changed",
        subject=change.party,
        root_id=after.root_id or case.root(after.span.document_id, after.span.start, after.span.end),
        at=after.at,
        why=(f"{change.name} said another thing before.",),
    )
