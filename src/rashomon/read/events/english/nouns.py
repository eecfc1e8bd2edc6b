"""Who did it and to whom, where a noun tells the act: "X's attack on Y", "talks between X and Y"."""

from __future__ import annotations

from rashomon.read.events.english.line import BE, BREAKS, CLAUSES, DAYS, HAVE, MODALS, PRONOUNS, adverb
from rashomon.read.events.english.parties import AIMED, NO_OWNER, Phrase, after_word, party_of
from rashomon.read.events.english.phrases import phrase_after, span, subject
from rashomon.read.events.found import Found
from rashomon.read.events.line import Line
from rashomon.read.events.parties import Named, Roles
from rashomon.records import Range

_AIMED_NOUN = {
    "ASSAULT": ("on", "against", "at", "of", "in"),
    "CONSULT": ("with", "between", "to", "of", "by"),
    "SANCTION": ("on", "against", "from"),
    "COERCE": ("of", "on", "against"),
}
PREPOSED = frozenset(
    "alleged planned attempted failed recent latest new drone air missile rocket artillery military armed unsuccessful deadly".split()
)
"""Words that often stand between an event noun and whose it is."""


def of_noun(line: Line, found: Found, bounds: Phrase, named: Named) -> Roles:
    """Actor and target of an event told by a noun: "X's attack on Y", "an attack by X", "talks between X and Y"."""
    floor, ceiling = bounds
    first, last = found.first, found.last
    actor = _owner(line, first, floor)
    agent = after_word(line, last + 1, min(ceiling, last + 12), {"by"})
    if agent:
        actor = span(line, agent)
    target: Range | None = None
    if line.low[last] in AIMED and last > first:
        phrase = phrase_after(line, last + 1, ceiling)
        target = party_of(line, phrase, ceiling, named) if phrase else None
    else:
        words = {
            "between",
            *_AIMED_NOUN.get(found.entry.category, ("of", "on", "against", "to", "with", "for")),
        }
        phrase = after_word(line, last + 1, min(ceiling, last + 10), words - {"in"})
        target = party_of(line, phrase, ceiling, named) if phrase else None
    if actor is None:
        actor = _holder(line, first, floor)
    if actor is None and found.entry.category not in {"ASSAULT", "COERCE"} and target is None:
        actor = None
    if target is None and found.entry.category == "ASSAULT":
        inside = named.between(
            line.at[min(last + 1, len(line) - 1)][0], line.at[min(ceiling, len(line), last + 6) - 1][1]
        )
        places = [m for m in inside if m.kind in {"place", "state"}]
        target = (places[0].start, places[0].end) if places else None
    return Roles(actor, target if target != actor else None)


_LIGHT = frozenset(
    "carry carried carries carrying launch launched launches launching stage staged stages staging hold held holds holding conduct "
    "conducted mount mounted begin began begun start started open opened resume resumed continue continued undertake undertook "
    "suffer suffered plan planned face faced announce announced make made makes pay paid sign signed order ordered plotted commit "
    "committed lead led perform performed host hosted organise organised organize organized attempted unleash unleashed attend "
    "attended renew renewed end ended expand expanded step stepped".split()
)


def _holder(line: Line, first: int, floor: int) -> Range | None:
    """The subject of a light verb before a noun: "rebels staged a raid"."""
    for k in range(first - 1, max(floor, first - 7) - 1, -1):
        word = line.low[k]
        if word in BREAKS or word in CLAUSES or word == ",":
            return None
        if word in _LIGHT:
            start = k
            while start > floor and (
                line.low[start - 1] in BE
                or line.low[start - 1] in HAVE
                or line.low[start - 1] in MODALS
                or adverb(line.low[start - 1])
            ):
                if line.low[start - 1] in BE:
                    return None
                start -= 1
            who = subject(line, start, floor)
            return span(line, who) if who and line.low[who[0]] not in PRONOUNS else None
    return None


def _owner(line: Line, first: int, floor: int) -> Range | None:
    """A possessor or a name before an event noun: "the army's shelling", "a Russian attack", "U.S. air strikes"."""
    k = first - 1
    plain = 0
    while k >= floor and first - k < 6 and plain < 3:
        word = line.low[k]
        plain += line.raw[k][:1].islower() and word not in PREPOSED
        if word == "'s":
            start = k - 1
            while (
                start > floor
                and line.raw[start][:1].isupper()
                and line.raw[start - 1][:1].isupper()
                and line.low[start - 1] not in DAYS
            ):
                start -= 1
            if (
                line.low[start] not in DAYS
                and start >= floor
                and line.low[start] not in {"today", "yesterday", "week", "month", "year"}
            ):
                return line.span(start, k - 1)
            return None
        if line.raw[k][:1].isupper() and k > 0 and line.low[k] not in NO_OWNER:
            start = k
            while start > floor and line.raw[start - 1][:1].isupper() and line.low[start - 1] not in NO_OWNER:
                start -= 1
            return line.span(start, k)
        if (
            word in {"the", "a", "an", ",", "of", "on", "in", "to", "by", "and", "with", "for", "from"}
            or word in BREAKS
        ):
            return None
        k -= 1
    return None
