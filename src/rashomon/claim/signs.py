"""What is counted of two contents that nothing tells apart for certain, for the weights of ``chance``.

Each is a number without a unit: shares from 0 to 1, counts of words, or 1 for yes.
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.claim.ideas import apart
from rashomon.claim.proposition import Proposition, Term
from rashomon.claim.proposition.words import AGENT, TARGET

Pairs = Sequence[tuple[Term, list[Term]]]

NAMES = (
    "left_most", "left_least", "common", "across", "deeds", "deeds_one", "nouns", "nouns_one", "strange", "strange_one", "names", "names_one",
    "doers", "done", "places", "one_each", "nothing_left", "uneven", "terms", "numbers", "numbers_one", "denied_one", "vague_one", "alike_words",
    "alike_words_deeds", "alike_words_left", "alike_words_across",
    "moved", "ends", "deed_alone", "apart",
)  # fmt: skip
"""In pairs: of what each side alone has, the smaller count and, with ``_one``, the larger. ``strange``: words that no list knows; ``doers``, ``done``,
``places``: both sides have one of their own there; ``alike_words``: share of the words as they are spelt."""
FULL = 0.9
"""Weight of a word that is not one of those that tell little."""


def signs(
    a: Proposition,
    b: Proposition,
    pairs: Pairs,
    back: Pairs,
    left: tuple[float, float],
    across: bool,
    moved: bool,
) -> tuple[float, ...]:
    """The signs of two propositions in the order of ``NAMES``. ``pairs``, ``back``: terms of each with those of the other that are it."""
    lost = [[t for t, found in side if not found] for side in (pairs, back)]
    full = [[t for t in one if t.weight >= FULL and t.known and t.kind != "name"] for one in lost]
    deeds = sorted(sum(t.kind in {"deed", "predicate"} for t in one) for one in full)
    nouns = sorted(sum(t.kind not in {"deed", "predicate"} for t in one) for one in full)
    strange = sorted(sum(not t.known and t.kind != "name" for t in one) for one in lost)
    names = sorted(sum(spelt(t, across) for t in one) for one in lost)
    common = min(sum(t.weight for t, found in side if found) for side in (pairs, back))
    words = [{t.text for t, _ in side} for side in (pairs, back)]
    alike = len(words[0] & words[1]) / max(1, len(words[0] | words[1]))
    denied = [any(t.negated for t, _ in side) for side in (pairs, back)]
    sizes = len(a.terms), len(b.terms)
    return tuple(
        float(one)
        for one in (
            max(left), min(left), common, across, *deeds, *nouns, *strange, *names,
            _both(lost, lambda t: t.role == AGENT and t.kind in NOUNS),
            _both(lost, lambda t: t.role == TARGET and t.kind in NOUNS),
            _both(lost, lambda t: t.slot == "place" and t.kind in NOUNS),
            len(lost[0]) == 1 == len(lost[1]), not lost[0] and not lost[1],
            abs(sizes[0] - sizes[1]) / max(1, sum(sizes)), min(sizes), bool(a.quantities) and bool(b.quantities), bool(a.quantities) != bool(b.quantities),
            denied[0] != denied[1], a.vague != b.vague, alike, alike * deeds[0], alike * sum(left), alike * across, moved,
            _both(lost, lambda t: t.role in {AGENT, TARGET} and t.known), len(full[0]) == 1 == len(full[1]) and deeds[0] == 1 and not strange[1],
            any(apart(t.keys, u.keys) and t.negated == u.negated for t in lost[0] for u in lost[1]),
        )
    )  # fmt: skip


NOUNS = frozenset({"noun", "name"})


def _both(lost: Sequence[Sequence[Term]], told) -> bool:  # type: ignore[no-untyped-def]
    return all(any(told(t) for t in one) for one in lost)


def spelt(term: Term, across: bool) -> bool:
    """A name; between two languages only one that would be spelt there and not translated."""
    return term.kind == "name" and not (across and (term.listed or term.known))
