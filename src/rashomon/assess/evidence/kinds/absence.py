"""What was to be expected and is not there: a confirmation by others, a proof, an answer of whom the claim blames."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from pydantic import ConfigDict, Field
from pydantic.dataclasses import dataclass

from rashomon.assess.about import about
from rashomon.assess.about.topic import OTHER
from rashomon.assess.evidence.case import Case
from rashomon.assess.evidence.draft import Draft
from rashomon.assess.evidence.kinds._sentence import search

OPEN_TO_VIEW = frozenset(
    {
        "attack",
        "shootdown",
        "casualties",
        "chemical",
        "sabotage",
        "deployment",
        "election",
        "pollution",
        "cyber",
    }
)
"""Topics of what happens before many eyes, so that agencies, outlets and monitors are expected to confirm it."""


@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class Plugin:
    """Sentences that say what is missing; no independent confirmation; the silence of whom the claim blames."""

    hours: int = Field(default=24, ge=1)
    """Hours after the first report in which others are given time to confirm."""

    def find(self, case: Case) -> Iterator[Draft]:
        told = False
        for draft, one, sorts in search(case, "absence"):
            if case.takes_stand(one.span):
                continue  # who declines to confirm is among the statements
            if sorts == ("no_answer",):
                if case.is_accused(draft.subject):
                    yield draft.of(direction="for", sort="no_answer", weak=True, word="silent")
                continue
            told = told or "unconfirmed" in sorts
            accuser_denies = case.is_accused(draft.source)  # "they have shown no proof", says the accused
            yield draft.of(direction="against", sort="no_proof" if accuser_denies else sorts[0], weak=True)
        if not told:
            yield from self._unconfirmed(case)
        yield from _silences(case)

    def _unconfirmed(self, case: Case) -> Iterator[Draft]:
        """No independent confirmation: only where many could see it, others reported since, and none of them says it for itself."""
        claim = case.claim
        first = min((one.at for one in claim.members if one.at), default=None)
        if first is None or case.topic not in OPEN_TO_VIEW or case.topic == OTHER or not case.about.blames:
            return
        until = first + timedelta(hours=self.hours)
        later = [one for one in case.documents if one.published_at and one.published_at > first]
        latest = max((one.published_at for one in later if one.published_at), default=None)
        outlets = {case.outlet(one.id) for one in later}
        if latest is None or latest < until or len(outlets) < OTHERS or case.now < until:
            return
        for one in claim.positions:
            if one.stance in ("asserts", "reports") and case.disinterested(one.party, one.name):
                return
        if case.about.admitting or _owned_up(case):
            return
        ground = claim.members[0].span
        hours = int((latest - first).total_seconds() // 3600)
        yield Draft(
            kind="absence",
            text=f"No independent confirmation in {len(later)} later reports of {len(outlets)} sources, {hours} hours after the first.",
            spans=(ground,),
            direction="against",
            weak=True,
            sort="unconfirmed",
            root_id=case.root(ground.document_id, ground.start, ground.end),
            at=until,
            why=("It would have happened before many eyes, so that others were expected to confirm it.",),
        )


OTHERS = 3
"""Sources that reported later, without which nobody was there to confirm."""


def _owned_up(case: Case) -> bool:
    """Whether the party that is blamed owns up in other words, which ``claim`` keeps as another claim."""
    return any(
        set(about(one, case.entities, case.readings).admitting) & set(case.about.accused)
        for one in case.claims[:MOST]
    )


MOST = 40
"""Claims of a story, the most contested first, that are looked at for that."""


def _silences(case: Case) -> Iterator[Draft]:
    """The silence of a party that the claim blames and that was heard on other things since."""
    for one in case.claim.silences:
        if one.heard and one.ground == "accused":
            yield Draft(
                kind="absence",
                text=f"{one.name} was heard on other matters and has not answered.",
                spans=(one.why,),
                source=one.party,
                name=one.name,
                word="silent",
                direction="for",
                weak=True,
                sort="silent",
                subject=one.party,
                root_id=case.root(one.why.document_id, one.why.start, one.why.end),
                at=one.as_of,
                why=("Who is blamed and speaks on other matters was expected to answer.",),
            )
