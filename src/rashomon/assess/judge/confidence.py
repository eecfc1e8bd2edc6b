"""How well founded a judgement is, and whether there is enough for one. A table of rules, each with its reason.

ICD 203 (2015), D.6.e.2.a: confidence is in the basis of a judgement (sources, their number and quality, what it hangs on), likelihood in what it says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.assess.judge.matrix import Matrix
from rashomon.records import Confidence, Evidence, Grade, Weighed

TELLS = 0.2
"""Log odds (nats) that an item must move by itself to be said to bear on the claim: an even chance to 55 %, the edge of "roughly even"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What a judgement rests on."""

    voices: int
    """That bear on the claim, after copies, camps and repeated points are counted once."""
    free: int
    """Of them, voices of sources with nothing to gain that is known."""
    telling: int
    """Of these, words against a party's own interest, and footage or data that somebody without a part in it looked into."""
    bound: int
    """Statements of sources that gain or lose, as it serves them."""
    unknown: int
    """Statements of sources of whom too little is known."""
    graded: int
    """Voices whose source has a record or a person's grade."""
    hangs: float
    """Largest change of the likelihood when one item is left out."""
    crosses: bool
    """Whether leaving one item out takes it across even."""
    spread: float
    """Between the likelihood from a prior of 30 % and from one of 70 %."""
    evidence: float
    """Log odds that all evidence moved the claim, either way."""


def basis(
    found: Matrix, likelihood: float, items: Sequence[Weighed], spread: float, evidence: float
) -> Basis:
    bearing = [one[0] for one in found.voice if abs(found.value(one).max() - found.value(one).min()) >= TELLS]
    without = [one.without for one in items if one.without is not None]
    return Basis(
        voices=len(bearing),
        free=sum(_free(found.items[n]) for n in bearing),
        bound=sum(
            item.kind == "statement" and item.interest != 0 and not _against(item) for item in found.items
        ),
        unknown=sum(item.kind == "statement" and _own(item).deceiver == "unknown" for item in found.items),
        telling=sum(_free(found.items[n]) and _against(found.items[n]) for n in bearing),
        graded=sum(any(g.reliability != "F" for g in found.items[n].grades) for n in bearing),
        hangs=max((abs(one - likelihood) for one in without), default=0.0),
        crosses=any((one - 0.5) * (likelihood - 0.5) < 0 for one in without),
        spread=spread,
        evidence=evidence,
    )


def _own(item: Evidence) -> Grade:
    """The program's grade: a person's word on what an item is worth counts in the likelihood."""
    return next((grade for grade in item.grades if not grade.by), Grade())


def _against(item: Evidence) -> bool:
    return _own(item).deceiver == "no"


def _free(item: Evidence) -> bool:
    """Whether it comes from one with nothing to gain that is known, or from a party against its own interest. Nobody knows who "officials" are."""
    if item.kind not in ("statement", "media"):
        return False
    if item.interest or item.kind == "media":  # footage that nobody looked into has no voice of its own
        return _against(item)
    return _own(item).deceiver != "unknown"


ENOUGH = 0.25
"""Log odds that the evidence must move a claim in all for it to be judged."""


def unjudged(found: Basis, items: int) -> str:
    """Why the claim cannot be judged yet; empty where it can."""
    if not items:
        return "There is no evidence on it in what was collected."
    if not found.free and not found.graded:
        if found.unknown:
            return (
                "Nobody who is known to have seen or studied it speaks to it, and no source has a record: only "
                + ("those that gain or lose by it, and " if found.bound else "")
                + "officials, states or people of whom too little is known."
            )
        if found.bound:
            return "Only sources that gain or lose by the answer speak to it, and none of them has a record."
    if not found.voices:
        return "Nothing collected tells the explanations apart."
    if found.voices == 1 and not found.telling:
        return "All that bears on it goes back to one source."
    if abs(found.evidence) < ENOUGH:
        return "What speaks for it and what speaks against it are about even."
    if found.free == 1 and not found.telling and not found.graded:
        return "Only one source with nothing to gain speaks to it, nobody bears it out, and it has no record."
    if not found.free and not found.graded:
        return "Only what surrounds it speaks to it, and no source that is known to have seen or studied it."
    return ""


def confidence(found: Basis) -> tuple[Confidence, tuple[str, ...]]:
    """A word, and the reasons for it."""
    why = []
    if found.free < 2:
        why.append(
            "no source with nothing to gain speaks to it" if not found.free
            else "only one source with nothing to gain speaks to it"
        )  # fmt: skip
    if not found.graded:
        why.append("no source has a record here")
    if found.crosses:
        why.append("leaving out one item turns it round")
    elif found.hangs > 0.15:
        why.append("it hangs on one item")
    if found.spread > 0.25:
        why.append("much of it is what was held before any evidence")
    good = (
        f"{found.voices} independent voices bear on it",
        f"{found.free} of them have nothing to gain that is known",
        "no single item changes it much",
    )
    if (
        found.free >= 3
        and found.graded >= 2
        and not found.crosses
        and found.hangs <= 0.15
        and found.spread <= 0.25
    ):
        return "high", good
    if found.free >= 2 and not found.crosses and found.spread <= (0.35 if found.graded else 0.25):
        return "moderate", (good[0], *why) if why else good[:2]
    return "low", tuple(why) or ("few independent voices bear on it",)
