"""What the claims of a story are to one another: contrary, narrower, broader, rival explanations, taken back, perhaps the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.claim.compare import Verdict
from rashomon.claim.gather import candidates, day
from rashomon.claim.position import Group
from rashomon.claim.proposition import propositions
from rashomon.claim.same import content, judged, prepare, verdict
from rashomon.claim.saying import Said
from rashomon.records import Claim, Span, Tie, TieKind

MOST = 6
"""Ties of one kind that a claim bears; the order of ``candidates`` puts those that share most first."""
TURNED: dict[TieKind, TieKind] = {
    "perhaps_same": "perhaps_same", "contradicts": "contradicts", "narrower": "broader", "broader": "narrower", "explains": "explains",
}  # fmt: skip
"""What the other claim is to the first. Taking back goes one way."""


def related(claims: Sequence[Claim], groups: Sequence[Group]) -> list[Claim]:
    """The claims of one story, each with its ties to the others; ``groups`` are those they were made of, in that order."""
    ties: list[list[Tie]] = [[] for _ in claims]
    heads = [group.head for group in groups]
    pairs = candidates([one.sense for one in heads])
    prepare(heads[n].sense for n in sorted({n for pair in pairs for n in pair}))
    for a, b in pairs:
        found = verdict(heads[a].sense, heads[b].sense, (day(heads[a]), day(heads[b])))
        kind, why = _kind(heads[a], heads[b], claims[a], claims[b], found)
        if kind is None:
            continue
        if kind == "contradicts":
            for one, other in ((a, b), (b, a)):
                if _took_back(claims[one], claims[other]):
                    _tie(ties, claims, heads, one, other, "retracts", why)
        _tie(ties, claims, heads, a, b, kind, why)
        _tie(
            ties,
            claims,
            heads,
            b,
            a,
            TURNED[kind],
            "less" if why == "more" else "more" if why == "less" else why,
        )
    return [replace(claim, ties=tuple(own)) for claim, own in zip(claims, ties, strict=True)]


def _kind(a: Said, b: Said, one: Claim, other: Claim, found: Verdict) -> tuple[TieKind | None, str]:
    if found.relation == "contradicts":
        return "contradicts", found.why
    if found.relation == "narrower" and _tells(b):
        return "narrower", found.why
    if found.relation == "broader" and _tells(a):
        return "broader", found.why
    if one.explanation and other.explanation and one.explanation != other.explanation:
        return "explains", "explanation"
    if judged(a.sense, b.sense, found) and _tells(a) and _tells(b):
        # Confirmed with one another and yet two groups: each says the same as another head still more.
        return "perhaps_same", found.why or "words"
    return None, ""


LEAST = 3
"""Terms, a deed among them, of a claim that others can be narrower than: "this provocation" says too little for that."""


def _tells(head: Said) -> bool:
    (made,) = propositions([content(head.sense)])
    return len(made.terms) >= LEAST and any(term.kind == "deed" for term in made.terms)


def _took_back(later: Claim, earlier: Claim) -> bool:
    """Whether a party that took the earlier claim back, or withdrew from it, says the later one since."""
    gone = {one.party: one.at for one in earlier.positions if one.stance == "retracts"}
    return any(
        one.stance in {"asserts", "denies"}
        and one.party in gone
        and (one.at is None or gone[one.party] is None or str(one.at) >= str(gone[one.party]))
        for one in later.positions
    )


def _tie(
    ties: list[list[Tie]],
    claims: Sequence[Claim],
    heads: Sequence[Said],
    one: int,
    other: int,
    kind: TieKind,
    why: str,
) -> None:
    if sum(tie.kind == kind for tie in ties[one]) < MOST:
        ties[one].append(
            Tie(
                kind=kind, claim=claims[other].id, why=why, spans=(_ground(heads[one]), _ground(heads[other]))
            )
        )


def _ground(head: Said) -> Span:
    return head.saying.content[0] if head.saying.content else head.saying.span
