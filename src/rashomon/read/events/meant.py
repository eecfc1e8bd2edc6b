"""Whom "they", "she" or "the ministry" means as a party of an event: what was told of before, weighed; unsure is an answer.

Speakers are resolved by figures with names (``read/speakers``). Parties of events are often nameless ("rebel fighters"),
so here every phrase that acted or suffered in the sentences before is a candidate, beside the names.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from rashomon.read.speakers.names import name_pronoun
from rashomon.records import Event, Mention, Range

# Points of a candidate, set by hand on the halves "dev" of the golds.
ACTED, SUFFERED, NAMED, OPENED = 3.0, 1.6, 0.8, 0.9
"""It was an actor; a target; only named; its name opens the sentence."""
AWAY = -1.2
"""For each sentence between."""
MARGIN = 0.9
"""Points by which the best must lead, else nothing is said."""
BACK = 3
"""Sentences looked back."""
MOST = 40
"""Candidates looked at: a list of names costs no more."""

_T = TypeVar("_T")
Fits = Callable[[str, str, str], float | None]
"""(words, pronoun, kind of the name in them or "") → extra points, ``None`` where they cannot be meant."""


@dataclass(frozen=True, slots=True)
class Pronouns:
    """What a language's plug-in tells of pronouns and bodies."""

    who: dict[str, str]
    """Pronoun, lower case → ``he``, ``she``, ``it`` or ``they``."""
    fits: Fits
    bodies: tuple[str, ...]
    """Beginnings of nouns for bodies that are named before and taken up by the noun alone: "the ministry"."""
    any_body: tuple[str, ...]
    """Beginnings of nouns that take up any body: "the agency", "ведомство"."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    start: int
    text: str
    kind: str
    points: float


def meant(
    text: str,
    sentences: Sequence[Range],
    mentions: Sequence[Mention],
    events: Sequence[Event],
    pronouns: Pronouns,
) -> tuple[Event, ...]:
    """The events with ``actor_name`` and ``target_name`` where a pronoun or a bare noun for a body stands for a name or
    phrase told before. Takes time in proportion to the text."""
    starts = [s for s, _ in sentences]
    roles = sorted(
        (span[0], span[1], points)
        for e in events
        for span, points in ((e.actor_span, ACTED), (e.target_span, SUFFERED))
        if span is not None
    )
    out: list[Event] = []
    for one in events:
        names = []
        for span in (one.actor_span, one.target_span):
            words = text[slice(*span)].lower() if span else ""
            name = ""
            if span and words in pronouns.who:
                name = _of_pronoun(text, span[0], words, starts, mentions, roles, pronouns)
            elif span and " " not in words and words.startswith(pronouns.bodies + pronouns.any_body):
                name = _of_body(text, span[0], words, mentions, roles, pronouns)
            names.append(name)
        out.append(replace(one, actor_name=names[0], target_name=names[1]) if any(names) else one)
    return tuple(out)


def _of_pronoun(
    text: str,
    at: int,
    words: str,
    starts: Sequence[int],
    mentions: Sequence[Mention],
    roles: Sequence[tuple[int, int, float]],
    pronouns: Pronouns,
) -> str:
    here = bisect_right(starts, at) - 1
    floor = starts[max(0, here - BACK)] if starts else 0
    best: dict[str, float] = {}
    for one in _candidates(text, floor, at, starts, mentions, roles, pronouns):
        extra = pronouns.fits(one.text, words, one.kind)
        if extra is None:
            continue
        away = here - (bisect_right(starts, one.start) - 1)
        points = one.points + extra + AWAY * max(away - 1, 0)
        if best.get(one.text, -99.0) < points:
            best[one.text] = points
    ranked = sorted(best.items(), key=lambda b: (-b[1], b[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < MARGIN):
        return ""
    return ranked[0][0]


def _last(some: Sequence[_T], start: Callable[[_T], int], floor: int, at: int) -> Sequence[_T]:
    """The last ``MOST`` of a sorted sequence that begin in ``floor:at``."""
    stop = bisect_left(some, at, key=start)
    return some[max(bisect_left(some, floor, key=start), stop - MOST) : stop]


def _candidates(
    text: str,
    floor: int,
    at: int,
    starts: Sequence[int],
    mentions: Sequence[Mention],
    roles: Sequence[tuple[int, int, float]],
    pronouns: Pronouns,
) -> list[_Candidate]:
    """Phrases before a pronoun: parties of events, and names outside of them."""
    near = _last(mentions, lambda m: m.start, floor, at)
    spans = _last(roles, lambda r: r[0], floor, at)
    out = []
    for start, end, points in spans:
        words = text[start:end]
        if words.lower() in pronouns.who:
            continue
        inside = [m for m in near if start <= m.start and m.end <= end]
        kind = inside[-1].kind if inside and inside[-1].end >= end - 1 else ""
        out.append(_Candidate(start, words, kind, points))
    for m in near:
        if not any(start <= m.start and m.end <= end for start, end, _ in spans):
            opens = m.start in starts or text[max(0, m.start - 4) : m.start].strip(' \n“"«').lower() in {
                "the",
                "",
            }
            out.append(_Candidate(m.start, m.text, m.kind, NAMED + OPENED * opens))
    return out


def _of_body(
    text: str,
    at: int,
    words: str,
    mentions: Sequence[Mention],
    roles: Sequence[tuple[int, int, float]],
    pronouns: Pronouns,
) -> str:
    """The fuller name that "the ministry" takes up: the only one before it with that noun in it; any body for "the agency"."""
    stems = pronouns.bodies if words.startswith(pronouns.any_body) else (words[: max(4, len(words) - 2)],)
    found: list[str] = []
    spans = [(m.start, m.end) for m in _last(mentions, lambda m: m.start, 0, at)]
    spans += [(s, e) for s, e, _ in _last(roles, lambda r: r[0], 0, at) if e <= at]
    for start, end in sorted(spans):
        name = text[start:end]
        if " " in name and any(w.lower().startswith(stems) for w in name.split()) and name.lower() != words:
            found.append(name)
    longest: list[str] = []
    for name in sorted(dict.fromkeys(found), key=len, reverse=True):
        if not any(name in other for other in longest):
            longest.append(name)
    return longest[0] if len(longest) == 1 else ""


def english(people: Callable[[str], bool]) -> Pronouns:
    """English pronouns; ``people`` tells a noun for who acts."""

    def fits(words: str, pronoun: str, kind: str) -> float | None:
        who = {"he": "he", "she": "she", "it": "it"}.get(pronoun, "they")
        head = (
            words.split(" of ", maxsplit=1)[0].split(" in ", maxsplit=1)[0].rsplit(maxsplit=1)[-1].lower()
            if words.split()
            else ""
        )
        plural = (
            (head.endswith("s") and not head.endswith(("ss", "us", "is")))
            or head in _PLURALS
            or " and " in words
        )
        if who in {"he", "she"}:
            if (
                plural
                or kind in {"organisation", "state", "place", "group", "event"}
                or not (kind == "person" or people(head))
            ):
                return None
            told = name_pronoun(words)
            return None if told and told != who else 0.5 * (told == who)
        if who == "it":
            return None if plural or kind == "person" or (people(head) and head.endswith(_PERSONS)) else 0.0
        if plural:
            return 0.4
        return None if kind in {"person", "place", "state"} or not people(head) else -0.4

    who = {"he": "he", "she": "she", "it": "it", "they": "they", "him": "he", "them": "they"}
    bodies = tuple(
        "ministry agency union company court army party government council committee commission bank authority bureau institute".split()
    )
    return Pronouns(who, fits, bodies, ("agency", "body", "organisation", "organization", "watchdog"))


_PLURALS = frozenset(
    "police people troops men women children militia gunmen policemen youth crew crowd".split()
)
_PERSONS = ("er", "or", "man", "ant", "ent", "ist", "an", "king", "queen", "boy", "girl")
