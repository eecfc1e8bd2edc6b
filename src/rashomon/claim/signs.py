"""What is counted of two contents that nothing tells apart for certain, for the weights of ``chance``.

Each sign is a number without a unit: shares from 0 to 1, counts of words, or 1 for yes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rashomon.claim.counts import Count
from rashomon.claim.ideas import apart
from rashomon.claim.proposition import Proposition, Term
from rashomon.claim.proposition.words import AGENT, TARGET

Pairs = Sequence[tuple[Term, list[Term]]]

NAMES = (
    "left_most", "left_least", "common", "deed_shared", "across", "deeds", "deeds_one", "nouns", "nouns_one", "strange", "strange_one", "names", "names_one",
    "doers", "done", "places", "parties", "one_each", "deed_each", "nothing_left", "uneven", "terms", "numbers", "numbers_one", "bounds",
    "denied_one", "vague_one", "moved", "moved_name", "apart", "spelt", "spelt_deeds", "spelt_left", "spelt_across", "why_name", "why_instead", "why_same",
)  # fmt: skip
"""``deeds`` to ``names``: words of weight that a side has alone; the smaller count of the two sides and, with ``_one``, the larger
(``strange``: that no list knows). ``doers`` to ``parties``: both sides have one of their own there. ``spelt``: share of the words that are
spelt alike; ``why_``: what the parts alone told."""
FULL = 0.9
"""Weight of a word that is not one of those that tell little."""
NOUNS = frozenset({"noun", "name"})


@dataclass(frozen=True, slots=True)
class Sides:
    """The terms of two contents, each with those of the other that are it, and the shares that each lacks of the other."""

    pairs: Pairs
    back: Pairs
    left: tuple[float, float]
    across: bool
    """Whether the two are in two languages."""

    @property
    def common(self) -> float:
        """Weight that both share."""
        return min(sum(t.weight for t, found in side if found) for side in (self.pairs, self.back))

    @property
    def lost(self) -> tuple[list[Term], list[Term]]:
        """What each has alone."""
        return [t for t, found in self.pairs if not found], [u for u, found in self.back if not found]


def signs(
    a: Proposition,
    b: Proposition,
    sides: Sides,
    count: Count,
    *,
    moved: tuple[bool, bool],
    why: str,
    same: bool,
) -> tuple[float, ...]:
    """The signs of two propositions in the order of ``NAMES``.

    ``moved``: a term, and a name, stands on the other side of a deed; ``why`` and ``same``: what the parts alone told.
    """
    lost = sides.lost
    full = [[t for t in one if t.weight >= FULL and t.known and t.kind != "name"] for one in lost]
    deeds = sorted(sum(_is_deed(t) for t in one) for one in full)
    nouns = sorted(sum(not _is_deed(t) for t in one) for one in full)
    strange = sorted(sum(not t.known and t.kind != "name" for t in one) for one in lost)
    names = sorted(sum(is_spelt(t, sides.across) for t in one) for one in lost)
    words = [{t.text for t, _ in side} for side in (sides.pairs, sides.back)]
    alike = len(words[0] & words[1]) / max(1, len(words[0] | words[1]))
    denied = [any(t.negated for t, _ in side) for side in (sides.pairs, sides.back)]
    sizes = len(a.terms), len(b.terms)
    one_deed = len(full[0]) == 1 == len(full[1]) and deeds[0] == 1 and not strange[1]
    return tuple(
        float(one)
        for one in (
            max(sides.left), min(sides.left), sides.common, any(found and _is_deed(t) and t.weight >= FULL for t, found in sides.pairs), sides.across, *deeds, *nouns, *strange, *names,
            _both(lost, lambda t: t.role == AGENT and t.kind in NOUNS),
            _both(lost, lambda t: t.role == TARGET and t.kind in NOUNS),
            _both(lost, lambda t: t.slot == "place" and t.kind in NOUNS),
            _both(lost, lambda t: t.role in {AGENT, TARGET} and t.known),
            len(lost[0]) == 1 == len(lost[1]), one_deed, not lost[0] and not lost[1],
            abs(sizes[0] - sizes[1]) / max(1, sum(sizes)), min(sizes),
            bool(a.quantities) and bool(b.quantities), bool(a.quantities) != bool(b.quantities), count != "equal",
            denied[0] != denied[1], a.vague != b.vague, *moved,
            any(apart(t.keys, u.keys) and t.negated == u.negated for t in lost[0] for u in lost[1]),
            alike, alike * deeds[0], alike * sum(sides.left), alike * sides.across, why == "name", why == "instead", same,
        )
    )  # fmt: skip


def is_spelt(term: Term, across: bool) -> bool:
    """A name; between two languages only one that would be spelt there and not translated."""
    return term.kind == "name" and not (across and (term.listed or term.known))


def _is_deed(term: Term) -> bool:
    return term.kind in {"deed", "predicate"}


def _both(lost: Sequence[Sequence[Term]], told: Callable[[Term], bool]) -> bool:
    return all(any(told(t) for t in one) for one in lost)
