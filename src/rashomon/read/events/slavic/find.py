"""Candidates for events in a sentence: verbs and nouns of the lexicon whose complements stand in the same clause."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.read.events.found import Element, Found
from rashomon.read.events.slavic.clauses import clause
from rashomon.read.events.slavic.lexicon import Aimed
from rashomon.read.events.slavic.text import Text
from rashomon.read.events.slavic.verbs import Verb

REACH = 11
"""Words from a verb to its complement."""
_GAP = 2
"""Words that may stand between the words of a noun entry."""


@dataclass(frozen=True, slots=True)
class Hit(Found):
    """A match: also what form the verb is in (``None`` for a noun), and whether it is perfective."""

    verb: Verb | None = None
    perfective: bool = False
    bounds: tuple[int, int] = (0, 0)
    """Its clause."""

    @property
    def aimed(self) -> Aimed:
        assert isinstance(self.entry, Aimed)
        return self.entry


def find(text: Text) -> list[Hit]:
    """Candidates from left to right; no two share a word. Those with more complements are taken first."""
    lexicon, low = text.lexicon, text.line.low
    found: list[Hit] = []
    for k, word in enumerate(low):
        if word in lexicon.forms:
            bounds = clause(text, k)
            found += _verbs(text, k, bounds)
        elif word in lexicon.nouns:
            found += _nouns(text, k, clause(text, k))
    kept: list[Hit] = []
    taken: set[int] = set()
    for one in sorted(
        found,
        key=lambda f: (
            -f.entry.weight - 1.5 * (f.entry.verb and f.entry.weight > 1),
            not f.entry.verb,
            f.head,
        ),
    ):
        if taken.isdisjoint(one.used):
            taken.update(one.used)
            kept.append(one)
    kept = [h for h in kept if not _inside(text, h, taken)]
    return sorted(kept, key=lambda f: f.head)


def _inside(text: Text, hit: Hit, taken: set[int]) -> bool:
    """Whether a bare noun belongs to a word of another match, or to a noun for people: "ноту [протеста]", "лидер [восстания]"."""
    k = hit.head - 1
    if hit.entry.verb or hit.entry.rest or not hit.bounds[0] <= k:
        return False
    return (k in taken and text.low(k) in text.lexicon.papers) or (
        (text.lexicon.person(text.low(k)) and text.line.raw[k].islower() and k not in taken and k > 0)
        or (k == 0 and text.lexicon.person(text.low(k)))
    )


def _verbs(text: Text, k: int, bounds: tuple[int, int]) -> list[Hit]:
    out = []
    for infinitive, verb, perfective in text.lexicon.forms[text.line.low[k]]:
        if verb.passive and text.line.low[k] in text.lexicon.controls:
            continue  # "пытался" is no passive of "пытать"
        for entry in text.lexicon.verbs[infinitive]:
            if entry.denied and not text.negated(k):
                continue
            used = _complements(text, k, entry.rest, bounds)
            if used is not None:
                out.append(Hit(entry, k, max(used), tuple(sorted(used)), False, verb, perfective, bounds))
    return out


def _complements(text: Text, k: int, rest: tuple[Element, ...], bounds: tuple[int, int]) -> list[int] | None:
    """The verb's place and those of its complements, each the nearest on either side; ``None`` where one is missing."""
    used = [k]
    for element in rest:
        if element is None:
            continue
        words = text.lexicon.elements[int(next(iter(element)))]
        near = sorted(
            range(max(bounds[0], k - REACH), min(bounds[1], k + REACH + 1)), key=lambda j: (abs(j - k), j < k)
        )
        place = next((j for j in near if j not in used and text.line.low[j] in words), None)
        if place is None:
            return None
        used.append(place)
    return used


def _nouns(text: Text, k: int, bounds: tuple[int, int]) -> list[Hit]:
    out = []
    for entry in text.lexicon.nouns[text.line.low[k]]:
        used, at = [k], k + 1
        for element in entry.rest:
            words = text.lexicon.elements[int(next(iter(element or frozenset())))]
            place = next((j for j in range(at, min(bounds[1], at + _GAP)) if text.line.low[j] in words), None)
            if place is None:
                break
            used.append(place)
            at = place + 1
        else:
            out.append(Hit(entry, k, used[-1], tuple(used), bounds=bounds))
    return out
