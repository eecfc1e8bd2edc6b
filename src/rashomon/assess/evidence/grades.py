"""The program's grades of an item, each with its reason. A person's stand beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rashomon.assess.about.likeness import shared
from rashomon.assess.evidence.case import Case
from rashomon.assess.evidence.consistency import consistency
from rashomon.assess.evidence.deceiver import deceiver
from rashomon.assess.evidence.draft import Draft
from rashomon.records import Credibility, Grade, Reliability

Record = Callable[[str, str], Reliability]
"""(source, topic) → how reliable it was on such matters. ``missing`` where nobody knows."""
LIKE = 3
"""Words of weight that two sentences of one kind share if they tell of one thing."""


def missing(source: str, topic: str) -> Reliability:
    """No record of any source: F, which is no middle."""
    return "F"


@dataclass(frozen=True, slots=True)
class Company:
    """How many others tell the same, and how many the contrary: different roots, different camps."""

    free_agree: int = 0
    """Others without a known gain that agree."""
    free_disagree: int = 0
    bound_agree: int = 0
    """Others that have a gain or a loss, or are states, and agree."""
    bound_disagree: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A state of things, the grade it has, and why."""

    fits: Callable[[Company], bool]
    grade: Credibility
    why: str


CREDIBILITY: tuple[Row, ...] = (
    Row(
        lambda c: c.free_agree >= 2 and not c.free_disagree,
        "1",
        "At least two other sources of their own roots, with no known gain, say the same.",
    ),
    Row(
        lambda c: c.free_agree >= 1 and c.free_agree > c.free_disagree,
        "2",
        "Another source of its own root, with no known gain, says the same.",
    ),
    Row(
        lambda c: c.free_disagree >= 2 and not c.free_agree and not c.bound_agree,
        "5",
        "At least two sources with no known gain say the contrary, and none says the same.",
    ),
    Row(
        lambda c: c.free_disagree > c.free_agree,
        "4",
        "A source with no known gain says the contrary, and not more say the same.",
    ),
    Row(
        lambda c: c.bound_agree >= 1 and c.bound_agree > c.bound_disagree,
        "3",
        "Another party says the same, of its own root, but none without a gain does.",
    ),
)
"""NATO's credibility 1 to 5 by independent roots; where no row fits it is 6: an accusation against a denial tells nothing."""


def grade(case: Case, draft: Draft, others: Sequence[Draft], record: Record) -> Grade:
    """The grades the program proposes for one item among the others of its claim."""
    interest = case.interest(draft.source, draft.name)
    reliability = record(draft.source, case.topic) if draft.source else "F"
    credible, why_credible = credibility(case, draft, others)
    answer, why_deceiver = deceiver(draft, interest)
    return Grade(
        reliability=reliability,
        credibility=credible,
        consistency=consistency(draft, interest, case.hypotheses),
        deceiver=answer,
        why=(_reliability(draft, reliability), why_credible, _direction(draft), why_deceiver, *draft.why),
    )


def credibility(case: Case, draft: Draft, others: Sequence[Draft]) -> tuple[Credibility, str]:
    """How far others bear an item out: only statements and media of the same or the opposite direction, of other roots and camps."""
    if draft.kind == "absence" or draft.direction == "open":
        return "6", "Nobody else can bear it out, so its credibility cannot be judged."
    company = _company(case, draft, others)
    for row in CREDIBILITY:
        if row.fits(company):
            return row.grade, row.why
    return (
        "6",
        "No source without a gain bears it out or speaks against it, so its credibility cannot be judged.",
    )


def _company(case: Case, draft: Draft, others: Sequence[Draft]) -> Company:
    own = case.side(draft.source) or draft.source
    met: dict[tuple[bool, bool], set[str]] = {}
    roots = {draft.root_id}
    for other in sorted(others, key=lambda one: (one.kind != "statement", one.at is None, str(one.at))):
        if other is draft or other.direction == "open" or other.weak or other.root_id in roots:
            continue
        camp = case.side(other.source) or other.source
        if not camp or camp == own or other.kind == "absence" or not _comparable(draft, other):
            continue
        free = case.free(other.source, other.name) or other.seen == "independent"
        if not free and case.disinterested(other.source, other.name):
            continue  # nobody knows who "people" are
        roots.add(other.root_id)
        met.setdefault((free, other.direction == draft.direction), set()).add(camp)
    return Company(
        free_agree=len(met.get((True, True), ())),
        free_disagree=len(met.get((True, False), ())),
        bound_agree=len(met.get((False, True), ())),
        bound_disagree=len(met.get((False, False), ())),
    )


def _comparable(one: Draft, other: Draft) -> bool:
    """Whether two items can bear each other out: words on the claim with each other, other things only with their like."""
    if one.advances or other.advances:
        return one.advances == other.advances
    if one.kind == "statement":
        return other.kind == "statement" or (other.seen == "independent" and other.tells == "doer")
    if one.kind == "media":
        return other.seen == "independent"  # two that show one video are no two sources
    return one.kind == other.kind and shared(one.text, other.text) >= LIKE


def _reliability(draft: Draft, given: Reliability) -> str:
    if not draft.source:
        return "It has no source, so none can be reliable."
    if given == "F":
        return f"No record of {draft.name or draft.source} on such matters is known, so its reliability cannot be judged."
    return f"The record of {draft.name or draft.source} on such matters comes to {given}."


def _direction(draft: Draft) -> str:
    way = {
        "for": "If it is so, the claim is likelier.",
        "against": "If it is so, the claim is less likely.",
        "open": "It speaks neither for nor against the claim.",
    }[draft.direction]
    return (
        way.replace("likelier", "a little likelier").replace("less", "a little less") if draft.weak else way
    )
