"""Judgements of the hand cases (``bench/cases``) at their cut, against how each matter turned out, beside plain counting.

    python -m bench.judgement --part cases [--case FOLDER]

Of each case the program reads the documents that were out at the cut, alone and in memory. Judged is the claim that holds most of the quotes of the case. ``here`` are
the quotes found in its words, ``else`` those that stand only in other claims. ``rank`` and ``share`` are of the likeliest explanation of a kind that turned out to be so,
``-`` where it is not on the list. Rules may be set on the dev cases; of held ones only the totals are looked at (``--case`` refuses them).

Totals leave open cases out; an abstention counts as 0.5. ``far``: mean distance from 0.5 on the open cases. The rivals see the same claim: ``documents`` is the share of
asserting among the documents that assert or deny, ``root vote`` the same over roots and words, each with one more on either side (Laplace).
``skill`` is 100 times (1 - Brier/0.25); ``hold`` is 100 times (1 - the worst distance from the outcome), so that 20 means nobody was wrong by more than 0.8.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bench.attribution import table
from bench.case import Case, Words, folders, load
from bench.judgement.scores import brier, log_score
from rashomon.assess.scale import word
from rashomon.config import Settings
from rashomon.flow import think_alone
from rashomon.records import Assessment, Claim, Span

DEV = frozenset(
    {
        "airliner-off-sakhalin", "weather-plane-over-russia", "second-attack-in-tonkin-gulf", "radio-station-at-gleiwitz", "missile-in-przewodow",
        "guards-of-snake-island", "pipes-under-the-baltic", "blast-at-al-ahli", "drones-over-the-kremlin", "planes-over-balakot",
        "the-airliner-near-tehran", "nerve-agent-in-salisbury",
    }
)  # fmt: skip
"""Cases that rules may be set on. All others are held."""
OURS = "ours"
KINDS: Mapping[str, frozenset[str]] = {
    "as_claimed": frozenset({"as_claimed"}),
    "denied": frozenset({"denied", "contrary"}),
    "staged_by_claimant": frozenset({"staged", "invented"}),
    "third_party": frozenset({"third_party"}),
    "mistake": frozenset({"mistake", "unintended"}),
    "misidentified": frozenset({"misidentification"}),
    "exaggerated": frozenset({"exaggeration", "other_number", "less", "in_part"}),
    "true_other_reason": frozenset({"different_reason", "pretext"}),
    "accident": frozenset({"accident", "unintended", "natural"}),
}
"""Kind of explanation in a case → kinds of the program's that say the same of the claim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What came of one case. ``ours`` is ``None`` where the program does not judge."""

    case: Case
    claim: Claim | None
    assessment: Assessment | None
    here: int
    elsewhere: int
    ours: float | None
    documents: float
    roots: float
    rank: int | None
    share: float | None


def places(claim: Claim) -> Iterable[Span]:
    """Where a claim stands, and what its parties say to it, silences apart."""
    for saying in claim.members:
        yield from saying.content
        yield saying.span
    for one in claim.positions:
        if one.span is not None and one.stance in ("asserts", "reports"):
            yield one.span


def holds(claim: Claim, quote: Words, text: str) -> bool:
    """Whether a claim stands in these words: they overlap a span of it by more than half of the shorter."""
    at = text.find(quote.quote)
    for span in places(claim):
        if span.document_id != quote.document:
            continue
        both = min(span.end, at + len(quote.quote)) - max(span.start, at)
        if at >= 0 and 2 * both > min(span.end - span.start, len(quote.quote)):
            return True
    return False


def chosen(case: Case, claims: Sequence[Claim]) -> tuple[Claim | None, int, int]:
    """The claim that holds most of a case's quotes (of equals, the one with more sayings, then the one that the program has first), how many those are, and how many stand only elsewhere."""
    texts = {d.id: d.text for d in case.documents}
    found = {
        one.id: {n for n, quote in enumerate(case.words) if holds(one, quote, texts.get(quote.document, ""))}
        for one in claims
    }
    # max() keeps the first of equals: the one that the program puts first.
    best = max(claims, key=lambda one: (len(found[one.id]), len(one.members)), default=None)
    if best is None or not found[best.id]:
        return None, 0, 0
    every = set().union(*found.values())
    return best, len(found[best.id]), len(every - found[best.id])


def share(yes: int, no: int) -> float:
    """Laplace's rule of succession."""
    return (yes + 1) / (yes + no + 2)


def counted(claim: Claim, cut_ids: frozenset[str]) -> tuple[float, float]:
    """(share of asserting documents, vote of roots) of the positions in these documents."""
    yes = {(one.span.document_id, one.root_id) for one in claim.positions if one.stance in ("asserts", "reports") and one.span and one.span.document_id in cut_ids}  # fmt: skip
    no = {(one.span.document_id, one.root_id) for one in claim.positions if one.stance in ("denies", "partly_denies", "retracts") and one.span and one.span.document_id in cut_ids}  # fmt: skip
    documents = share(len({d for d, _ in yes}), len({d for d, _ in no}))
    return documents, share(len({r for _, r in yes}), len({r for _, r in no}))


def judged(case: Case) -> Result:
    """Run the program on a case."""
    thought, _ = think_alone(case.documents, Settings(), as_of=case.cut)
    claim, here, elsewhere = chosen(case, thought.claims)
    if claim is None:
        return Result(case=case, claim=None, assessment=None, here=0, elsewhere=0, ours=None, documents=0.5, roots=0.5, rank=None, share=None)  # fmt: skip
    found = next(one for one in thought.assessments if one.claim_id == claim.id)
    documents, roots = counted(claim, frozenset(d.id for d in case.documents))
    rank, part = true_one(case, found)
    return Result(
        case=case, claim=claim, assessment=found, here=here, elsewhere=elsewhere, ours=found.likelihood, documents=documents, roots=roots, rank=rank, share=part
    )  # fmt: skip


def true_one(case: Case, found: Assessment) -> tuple[int | None, float | None]:
    """(rank from 1, share) of the likeliest explanation of a kind that turned out true; without shares the place on the list."""
    kinds = frozenset[str]().union(*(KINDS[one.kind] for one in case.hypotheses if one.outcome == "true"))
    shares = dict(found.shares)
    order = sorted(range(len(found.hypotheses)), key=lambda n: (-shares.get(found.hypotheses[n].id, 0.0), n))
    for rank, number in enumerate(order, 1):
        one = found.hypotheses[number]
        if one.kind in kinds:
            return rank, shares.get(one.id)
    return None, None


def row(one: Result) -> dict[str, object]:
    """A line of the first table."""
    known = one.assessment
    return {
        "set": f"{'dev' if one.case.slug in DEV else 'held'} {one.case.slug}",
        "outcome": one.case.outcome,
        "ours": "-" if one.ours is None else f"{one.ours:.2f}",
        "says": word(one.ours) if one.ours is not None else "not judged",
        "confidence": (known.confidence if known else None) or "-",
        "documents": f"{one.documents:.2f}",
        "root vote": f"{one.roots:.2f}",
        "here": one.here,
        "else": one.elsewhere,
        "of": len(one.case.words),
        "rank": one.rank or "-",
        "share": "-" if one.share is None else f"{one.share:.2f}",
        "why not": "" if one.ours is not None else known.unjudged if known else "No claim holds its words.",
    }


def totals(part: str, results: Sequence[Result]) -> list[dict[str, object]]:
    """One line for ours and for each rival; open cases only in ``far``."""
    settled = [one for one in results if one.case.outcome != "open"]
    still = [one for one in results if one.case.outcome == "open"]
    if not settled:
        return []
    truth = np.array([float(one.case.outcome == "true") for one in settled])
    judges: dict[str, tuple[list[float | None], list[float | None]]] = {
        OURS: ([one.ours for one in settled], [one.ours for one in still]),
        "always 0.5": ([0.5] * len(settled), [0.5] * len(still)),
        "documents": ([one.documents for one in settled], [one.documents for one in still]),
        "root vote": ([one.roots for one in settled], [one.roots for one in still]),
    }
    made: list[dict[str, object]] = []
    for name, (said, about_open) in judges.items():
        p = np.array([0.5 if one is None else one for one in said])
        spoke = np.array([one is not None for one in said])
        far = [abs((0.5 if one is None else one) - 0.5) for one in about_open]
        score = brier(p, truth)
        made.append(
            {
                "set": f"cases {part}, {name}",
                "settled": len(settled),
                "skill": f"{max(0.0, 100 * (1 - 4 * score)):.1f}",
                "Brier": f"{score:.4f}",
                "log": f"{log_score(p, truth):.3f}",
                "abstains": f"{100 * (1 - spoke.mean()):.0f}",
                "spoken": f"{brier(p[spoke], truth[spoke]):.4f}" if spoke.any() else "-",
                "hold": f"{100 * (1 - float(np.abs(p - truth).max())):.0f}",
                "open": len(still),
                "far": f"{np.mean(far):.3f}" if far else "-",
            }
        )
    return made


def report(names: Sequence[str] = ()) -> None:
    """Print the tables: every case with its outcome, then the totals. Held cases are shown only in the totals."""
    asked = [one for one in folders() if not names or one.name in names]
    results = [judged(load(one)) for one in asked]
    print(table([row(one) for one in results if one.case.slug in DEV]) + "\n")
    for part, own in (("dev", True), ("held", False)):
        lines = totals(part, [one for one in results if (one.case.slug in DEV) == own])
        if lines:
            print(table(lines) + "\n")
