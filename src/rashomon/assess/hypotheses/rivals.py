"""Explanations that parties put forward: the claim, its denials, and every other claim of the story that cannot stand beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.assess.about.case import About, about
from rashomon.assess.about.likeness import shared
from rashomon.assess.about.named import side
from rashomon.assess.about.topic import OTHER, topic
from rashomon.records import Claim, Entity, Reading, Span

KIND = {
    "staged": "staged", "others": "third_party", "accident": "accident", "mistake": "unintended",
    "invented": "invented", "natural": "natural", "pretext": "pretext",
}  # fmt: skip
"""Kind of explanation in ``claim/explanations.yaml`` → key of our codebook."""
LOOKED_AT = 60
"""Claims of a story, as ranked by ``claim``, among which rivals are sought."""
LIKE = 2
"""Words of weight that two claims of one topic share if they are about one happening."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """Another claim as an explanation of this one."""

    kind: str
    of: Claim
    variant: str = ""
    """What tells it apart from others of its kind: whom it blames, or the other claim's id."""


def rivals(
    of: About, claims: Sequence[Claim], entities: Mapping[str, Entity], readings: Mapping[str, Reading]
) -> Iterator[Rival]:
    """Rivals among the claims of the story, in their order."""
    own = of.claim
    ties: dict[str, list[tuple[str, str]]] = {}
    for tie in own.ties:
        ties.setdefault(tie.claim, []).append((tie.kind, tie.why))
    for other in claims[:LOOKED_AT]:
        if other.id == own.id or other.text.casefold() == own.text.casefold():
            continue
        told = ties.get(other.id, [])
        if any(kind in ("perhaps_same", "broader") for kind, _ in told):
            continue  # it says the same, or more of the same
        contrary = [why for kind, why in told if kind == "contradicts"]
        if contrary:
            if "number" not in contrary and (
                _asserting(other) & _asserting(own) or not _alike(of, about(other, entities, readings))
            ):
                continue  # nobody says both in one breath: the two were likened wrongly, or it is a change of stand
            if "negation" in contrary:
                yield Rival(kind="denied", of=other)
            elif "number" in contrary:
                yield Rival(kind="other_number", of=other, variant=other.id)
            else:
                yield Rival(kind="contrary", of=other, variant=other.id)
            continue
        theirs = about(other, entities, readings)
        if not _one_happening(of, theirs, explained=any(kind == "explains" for kind, _ in told)):
            continue
        if other.explanation and other.explanation != own.explanation:
            yield Rival(kind=KIND[other.explanation], of=other)
            continue
        if of.accused:
            blamed = theirs.accused
            if set(blamed) & {*of.harmed, *of.claimants}:
                continue  # a charge of the other side against its accuser is another matter, unless it says "staged"
            if {_camp(who, entities) for who in blamed} & {_camp(who, entities) for who in of.accused}:
                continue  # the same charge in other words
            if blamed:
                yield Rival(kind="third_party", of=other, variant=blamed[0])
                continue
        if any(kind == "narrower" for kind, _ in told) and _asserting(other) - _asserting(own):
            yield Rival(kind="less", of=other)


def _camp(who: str, entities: Mapping[str, Entity]) -> str:
    return side(who, entities) or who


def _one_happening(of: About, other: About, *, explained: bool) -> bool:
    """Whether another claim is about the happening of this one: said to be so, or of its topic and in like words, or by a denier.

    Of claims in two scripts no words can be compared: there whom they name must be the same.
    """
    if explained:
        return True
    alike = shared(of.claim.text, other.claim.text)
    if _alike(of, other):
        alike = max(alike, LIKE)
    by_denier = bool(other.claim.explanation and _asserting(other.claim) & set(of.deniers))
    if topic(of.claim) == topic(other.claim) != OTHER:
        return alike >= LIKE or by_denier
    return bool(by_denier and alike)


def _alike(of: About, other: About) -> bool:
    """Whether two claims share words of weight, or across scripts whom they name."""
    if _script(of.claim.text) != _script(other.claim.text):
        return bool(_parties(of) & _parties(other))
    return shared(of.claim.text, other.claim.text) >= LIKE


def _parties(of: About) -> set[str]:
    return {*of.accused, *of.harmed, *of.named}


def _script(text: str) -> str:
    return "cyrillic" if sum("а" <= c <= "ї" for c in text.casefold()) > len(text) / 3 else "other"


def _asserting(claim: Claim) -> set[str]:
    return {one.party for one in claim.positions if one.stance == "asserts"}


def parties(claim: Claim) -> tuple[str, ...]:
    """Who puts a claim forward, in the order of time."""
    return tuple(dict.fromkeys(one.party for one in claim.positions if one.stance == "asserts"))


def grounds(claim: Claim, most: int = 4) -> tuple[Span, ...]:
    """Where a claim is put forward: its words, one place for each document."""
    found: dict[str, Span] = {}
    for saying in claim.members:
        if saying.content:
            found.setdefault(saying.document_id, saying.content[0])
    return tuple(found.values())[:most]
