"""Two propositions → what one is to the other, and why. Decided part by part, never on likeness alone.

Measured caution behind it (DESIGN): to an embedding "Russia accused Ukraine" and "Ukraine accused Russia" are one
sentence (cosine 0.999), "was" and "was not" nearly so (0.97), "12 killed" and "20 killed" too (0.95).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from rashomon.claim.counts import Count, counts
from rashomon.claim.ideas import near, opposite
from rashomon.claim.proposition import Proposition, Term
from rashomon.claim.proposition.times import conflict, resolved
from rashomon.claim.proposition.words import AGENT, ORIGIN, RECIPIENT, TARGET
from rashomon.claim.signs import FULL, NOUNS, Pairs, Sides, is_spelt, signs
from rashomon.claim.spelling import alike

Relation = Literal["same", "narrower", "broader", "contradicts", "other"]
Why = Literal[
    "",
    "roles",
    "negation",
    "modality",
    "number",
    "date",
    "name",
    "instead",
    "words",
    "more",
    "less",
    "vague",
    "nothing",
]

LEFT_SAME = 0.26
"""Share of what one side says, by weight, that the other may lack in one and the same claim. Like the three below chosen on
the dev half of ``bench/gold/pairs.jsonl`` (``python -m bench.pairs``)."""
LEFT_BOTH = 0.4
"""... the two shares together, at most."""
LEFT_NARROWER = 0.75
"""Share of the narrower side that the broader may lack."""
LEAST = 1.5
"""Weight that both must share."""
SLIGHT = 0.1
"""... unless they share two words and neither lacks more than this of the other: "the strike has ended"."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the first proposition is to the second; ``left`` are the shares of each that the other lacks."""

    relation: Relation
    why: Why = ""
    left: tuple[float, float] = (0.0, 0.0)
    signs: tuple[float, ...] = ()
    """What the weights of ``chance`` judge, in the order of ``signs.NAMES``; empty where something tells the two apart for certain."""

    @property
    def same(self) -> bool:
        return self.relation == "same"


def compare(a: Proposition, b: Proposition, days: tuple[date | None, date | None] = (None, None)) -> Verdict:
    """What ``a`` is to ``b``. ``days`` are those of their publication, for "on Tuesday" and "yesterday"."""
    across = a.language != b.language
    pairs, back = _paired(a.terms, b.terms, across), _paired(b.terms, a.terms, across)
    sides = Sides(pairs, back, (_share(pairs, across), _share(back, across)), across)
    left, (lost_a, lost_b) = sides.left, sides.lost
    few = min(sum(bool(found) for _, found in side) for side in (pairs, back))
    if sides.common < LEAST and (few < 2 or max(left) > SLIGHT):
        return Verdict("other", "nothing", left)
    topic = _about_the_same(left)
    moves = _moved(pairs), _moved(back)
    if any(_swapped(moved, kept) for moved, kept, _ in moves) or _exchanged(pairs):
        return Verdict("other", "roles", left)
    count = counts(a.quantities, b.quantities)
    if count == "conflict":
        return Verdict("contradicts" if topic else "other", "number", left)
    if conflict(resolved(a.times, days[0]), resolved(b.times, days[1])) or _order(pairs) or _hours(a, b):
        return Verdict("other", "date", left)
    if _denied(pairs):
        return Verdict("contradicts" if topic else "other", "negation", left)
    if a.modality != b.modality:
        return Verdict("other", "modality", left)
    if (
        _undone(lost_a)
        or _undone(lost_b)
        or _contrary(lost_a, b.terms)
        or _contrary(lost_b, a.terms)
        or _stands_in(lost_a) != _stands_in(lost_b)
    ):
        return Verdict("other", "instead", left)
    told = _parts(a, b, sides, count)
    if told.relation != "same" and not any(found and t.kind != "name" for t, found in pairs):
        return told  # only whom they name is common to both: there is nothing to weigh
    moved = any(one for one, *_ in moves), any(name for *_, name in moves)
    return replace(
        told, signs=signs(a, b, sides, count, moved=moved, why=told.why, same=told.relation == "same")
    )


def _parts(a: Proposition, b: Proposition, sides: Sides, count: Count) -> Verdict:
    """What the parts alone tell of two that nothing tells apart for certain."""
    left, (lost_a, lost_b) = sides.left, sides.lost
    if any(is_spelt(t, sides.across) for t in lost_a) and any(is_spelt(u, sides.across) for u in lost_b):
        return Verdict("other", "name", left)
    if _replaced(lost_a, lost_b) or (not sides.across and _one_for_one(lost_a, lost_b)):
        return Verdict("other", "instead", left)
    more_a, more_b = left[0] > LEFT_SAME or count == "narrower", left[1] > LEFT_SAME or count == "broader"
    if count == "equal" and not more_a and not more_b and sum(left) <= LEFT_BOTH:
        return Verdict("same", "", left)
    if left[1] <= LEFT_SAME and left[0] <= LEFT_NARROWER and count in {"equal", "narrower"}:
        why: Why = "number" if count == "narrower" else "vague" if b.vague and not a.vague else "more"
        return Verdict("narrower", why, left)
    if left[0] <= LEFT_SAME and left[1] <= LEFT_NARROWER and count in {"equal", "broader"}:
        why = "number" if count == "broader" else "vague" if a.vague and not b.vague else "less"
        return Verdict("broader", why, left)
    return Verdict("other", "words", left)


def _replaced(lost_a: Sequence[Term], lost_b: Sequence[Term]) -> bool:
    """Whether a word that is known stands where the other has another that is known: "lifted" for "imposed"."""
    for t in lost_a:
        for u in lost_b:
            if opposite(t.keys, u.keys) and t.negated == u.negated:
                return True
            if not (t.known and u.known) or max(t.weight, u.weight) < FULL:
                continue
            if {t.kind, u.kind} <= {"deed", "predicate"}:
                return True
            if t.kind == u.kind and t.role == u.role and t.role:
                return True
            if (
                t.kind == u.kind == "noun"
                and t.slot == u.slot
                and t.slot in FIRM
                and bool(t.owner) == bool(u.owner)
            ):
                return True
    return False


FIRM = frozenset({"doer", "done", "to", "from", "place", "by", "against"})
"""Places of a sentence in which one known noun is not told for another."""
UNDOING = frozenset(
    "=cancel =overturn_ruling =lift =revoke =reject =veto =deny =postpone =boycott =dissolve =drop_case =refloat =unlock =detonate_safe".split()
)
"""Deeds that leave nothing of what they are done to: "cancelled the tax" is not more of "announced the tax"."""


def _undone(lost: Sequence[Term]) -> bool:
    return any(t.kind == "deed" and t.weight >= FULL and not t.negated and t.keys <= UNDOING for t in lost)


def _contrary(lost: Sequence[Term], others: Sequence[Term]) -> bool:
    """Whether a word that only one side has is the contrary of one of the other: "exceeds the norm" of "normal"."""
    return any(
        t.weight >= HALF and u.weight >= HALF and t.negated == u.negated and opposite(t.keys, u.keys)
        for t in lost
        for u in others
    )


def _one_for_one(lost_a: Sequence[Term], lost_b: Sequence[Term]) -> bool:
    """Whether all that the two lack of one another is a noun each, in the same part of the same deed."""
    one, other = ([t for t in lost if t.weight >= HALF] for lost in (lost_a, lost_b))
    if len(one) != 1 or len(other) != 1:
        return False
    t, u = one[0], other[0]
    return (t.known or u.known) and bool(t.role) and t.role == u.role and bool(t.governor & u.governor)


HALF = 0.5


INSTEAD_OF = frozenset({"=deputy_to", "=acting"})
"""Who stands in for somebody is not that one."""


def _stands_in(lost: Sequence[Term]) -> bool:
    return any(t.keys & INSTEAD_OF for t in lost)


def _about_the_same(left: tuple[float, float]) -> bool:
    return sum(left) <= LEFT_BOTH * 1.5


def _match(t: Term, u: Term, across: bool) -> bool:
    """Whether two terms are one, by a shared key or, for words that no list knows, by how they are spelt."""
    if t.keys & u.keys:
        return True
    if t.known and u.known:
        # Two that were linked apart in one language are two of one name; across languages linking may have missed that they are one.
        apart = not across and _linked(t) and _linked(u)
        return t.kind == u.kind == "name" and not apart and alike(t.text, u.text)
    if t.kind == "name" or u.kind == "name" or across:
        return alike(t.text, u.text)
    return False


def _linked(term: Term) -> bool:
    return any(key[0] == "@" for key in term.keys)


def _paired(terms: Sequence[Term], others: Sequence[Term], across: bool) -> list[tuple[Term, list[Term]]]:
    """Each term with those of the other side that are it; where there are none, with those that may be told for it."""
    out = []
    for t in terms:
        found = [u for u in others if _match(t, u, across)]
        out.append((t, found or [u for u in others if near(t.keys, u.keys)]))
    return out


def _share(pairs: Pairs, across: bool) -> float:
    """Share of the weight of one side's terms that the other lacks."""
    total = sum(t.weight for t, _ in pairs)
    if not total:
        return 0.0
    lost = 0.0
    for t, found in pairs:
        if not found:
            lost += t.weight * (TRANSLATED if across and t.listed and not t.known else 1.0)
        elif not any(_match(t, u, across) for u in found):
            lost += t.weight * NEAR
    return lost / total


NEAR = 0.2
"""Share of a term's weight that is lost where only one stands that may be told for it."""


TRANSLATED = 0.25
"""What a word that no list knows counts for across languages: it may well be translated by one that no list knows either."""


SIDES = {AGENT: 1, TARGET: -1, RECIPIENT: -1, ORIGIN: -1}
"""Who does it, and those it is done to."""


def _moved(pairs: Pairs) -> tuple[set[int], int, bool]:
    """Which sides of a deed have been left for the other one, how many terms kept theirs, and whether a name has moved."""
    moved, kept, name = set[int](), 0, False
    for t, found in pairs:
        if t.role not in SIDES or not found:
            continue
        same_deed = [u for u in found if u.governor & t.governor]
        if not same_deed:
            continue
        own, others = SIDES[t.role], {SIDES.get(u.role, 0) for u in same_deed}
        if others == {-own}:
            moved.add(own)
            name = name or t.kind == "name"
        elif own in others:
            kept += 1
    return moved, kept, name


def _swapped(moved: set[int], kept: int) -> bool:
    """Whether who did it in one is whom it was done to in the other, towards the same deed.

    One that has moved while another kept its place may be a slip of the parser: two change places with one another.
    """
    return len(moved) > 1 or (bool(moved) and not kept)


SYMMETRIC = frozenset(
    "=meet =negotiate =agree =collide =merge =fight =treaty =marry =stop_war =compete =talk =unite".split()
)
"""Deeds that each of two does with the other."""
FEW = 3
"""Words of the other side that may be one term, from which it is not told which of them is it."""
FIRST = 40
"""Terms of a content of which it is looked at whether two have changed places."""


def _exchanged(pairs: Sequence[tuple[Term, list[Term]]]) -> bool:
    """Whether two stand each where the other says the other one: "Peru's ship met Chile's boat", "Chile's ship ..."."""
    told = [
        (t, found)
        for t, found in pairs[:FIRST]
        if found
        and (t.slot or t.owner)
        and len(found) < FEW
        and (t.kind in NOUNS or any(u.kind == "name" for u in found))
    ]
    for n, (t, ts) in enumerate(told):
        if t.governor & SYMMETRIC:
            continue
        for u, us in told[n + 1 :]:
            if _stands(t, u) or t.keys & u.keys or any(one is other for one in ts for other in us):
                continue
            crossed = any(_stands(t, other) for other in us) and any(_stands(u, other) for other in ts)
            kept = any(_stands(t, own) for own in ts) or any(_stands(u, own) for own in us)
            if crossed and not kept:
                return True
    return False


def _stands(t: Term, u: Term) -> bool:
    """Whether two stand in the same place of a sentence."""
    if t.governor and u.governor and not t.governor & u.governor:
        return False
    return t.slot == u.slot and (bool(t.owner & u.owner) or (not t.owner and not u.owner))


def _denied(pairs: Sequence[tuple[Term, list[Term]]]) -> bool:
    """Whether something is said in one and denied in the other."""
    telling = [
        (t, found) for t, found in pairs if found and t.role != AGENT and all(u.role != AGENT for u in found)
    ]
    done = [(t, found) for t, found in telling if t.kind in {"deed", "predicate"}]
    if any(t.negated and any(u.negated for u in found) for t, found in done):
        telling = done  # both deny the deed: what else the denial takes in is worded in many ways
    return any(all(u.negated != t.negated for u in found) for t, found in telling)


def _order(pairs: Sequence[tuple[Term, list[Term]]]) -> bool:
    return any(t.order and all(u.order and u.order != t.order for u in found) for t, found in pairs if found)


PARTS = {"=night": {0, 1}, "=dawn": {1, 2}, "=morning": {2, 3}, "=noon": {4}, "=evening": {5, 6}}
"""Parts of the day; those that share a number go together."""


def _hours(a: Proposition, b: Proposition) -> bool:
    """Whether both tell a part of the day, and not the same."""
    one, other = ({n for t in p.terms for key in t.keys if key in PARTS for n in PARTS[key]} for p in (a, b))
    return bool(one and other) and not one & other
