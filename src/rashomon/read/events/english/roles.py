"""Who did it and to whom, where a verb tells the act: from the words around it, and the names among them."""

from __future__ import annotations

from rashomon.read.events.english.line import PRONOUNS
from rashomon.read.events.english.parties import (
    NO_OWNER,
    Phrase,
    after_word,
    aimed_at,
    behind_small_word,
    names_party,
    nearest,
    object_of,
    party,
)
from rashomon.read.events.english.phrases import phrase_after, span, subject
from rashomon.read.events.found import Found, Group
from rashomon.read.events.line import Line
from rashomon.read.events.parties import NO_PARTY, Before, Named, Roles
from rashomon.read.events.plover import WRAPPING
from rashomon.records import Range

_SHARED = frozenset("CONSULT AGREE COOPERATE".split())


def of_verb(line: Line, found: Found, own: Group, bounds: Phrase, named: Named, before: Before) -> Roles:
    """Actor and target of a verb."""
    floor, ceiling = bounds
    loose = (own.start == found.head and found.entry.form == "i") or (
        own.infinitive and line.low[own.start] == "to"
    )
    # "accused [of trying to seize]"
    loose = loose or (
        own.infinitive and own.start > 0 and line.low[own.start - 1] in {"of", "for", "by", "from"}
    )
    who = None
    if own.denied:
        who = subject(line, own.start, 0)
    elif not loose:
        # "plans [to send]": a content may begin behind the word that governs its verb.
        who = subject(line, own.start, floor if own.start >= floor else 0)
    elif before.agent is None:
        who = _opening(line, own.start, floor)
    passive = own.passive or found.turned
    if not passive and found.entry.form == "p" and own.start == found.head and _reduced(line, found):
        passive = True
    doer = _resolved(line, who, before)
    behind = found.last + 1 if not found.turned else max(k for k in found.used if k >= found.head) + 1
    if passive:
        agent = after_word(line, behind, ceiling, {"by"})
        target = aimed_at(line, behind, ceiling, named) if found.turned else None
        target = target or doer or (before.subject if who is None else None)
        return Roles(span(line, agent) if agent else None, target)
    if found.entry.suffered:
        agent = after_word(line, behind, ceiling, {"by", "from"})
        return Roles(span(line, agent) if agent else None, doer)
    if doer is None:
        # "denied [shelling the school]": the content is no more than the act of who speaks.
        doer = (before.agent if loose else before.subject) or (before.speaker if own.start == floor else None)
    target = _enclosed(line, found)
    if target is None and (found.entry.category, found.entry.mode) in _ON_OBJECT and found.entry.rest:
        phrase = phrase_after(line, found.head + 1, ceiling)
        target = span(line, phrase) if phrase else None
    if found.entry.category in WRAPPING and found.last > found.head and line.low[found.last] == "to":
        target = (
            target
            or behind_small_word(line, behind, ceiling, named, doer)
            or nearest(line, behind, ceiling, named, doer)
        )
    else:
        target = target or object_of(line, behind, ceiling, named)
    if (
        found.entry.category in _PARTIES
        and (found.entry.mode != "obstruct" or found.entry.rest)
        and (target is None or not (names_party(target, named) or _enclosed(line, found)))
    ) and ((found.entry.category, found.entry.mode) not in _ON_OBJECT or target is None):
        where = target is None or not party(line, target, named)
        target = (
            behind_small_word(line, behind, ceiling, named, doer, where=where)
            or _within(line, found, named)
            or target
        )
    if target is None and found.entry.rest:
        target = _within(line, found, named)
    shared = found.entry.category in _SHARED and doer and " and " in line.text[doer[0] : doer[1]]
    if target is None and not shared:
        target = nearest(line, behind, ceiling, named, doer) or _where(line, found, behind, ceiling)
    return Roles(doer, target if target != doer else None)


_ON_OBJECT = frozenset(
    {
        ("SANCTION", "expel"),
        ("RETREAT", "release"),
        ("RETREAT", "access"),
        ("COERCE", "arrest"),
        ("COERCE", "deport"),
        ("SANCTION", "convict"),
    }
)
"""Acts done to people whom the entry itself names ("expelled two diplomats")."""
_CLOSERS = frozenset(
    "unharmed ablaze alight on hostage hostages captive guilty to off up out offline responsible for down dead into with from of go "
    "back under appear leave alert custody prisoner free must".split()
)


def _enclosed(line: Line, found: Found) -> Range | None:
    """The object inside an entry's gap: "set [the archive] on fire", "accused [Lund] of"."""
    if None not in found.entry.rest or found.turned:
        return None
    gap = found.entry.rest.index(None)
    start, stop = found.used[gap], found.used[gap + 1]
    if line.low[stop] not in _CLOSERS or stop - start < 2:
        return None
    phrase = phrase_after(line, start + 1, stop)
    return span(line, phrase) if phrase else None


def _where(line: Line, found: Found, k: int, ceiling: int) -> Range | None:
    """Where a measure holds, if it is aimed at no one: "imposed a curfew in four provinces"."""
    if found.entry.category not in {"COERCE", "CONCEDE", "SANCTION", "MOBILIZE"}:
        return None
    phrase = after_word(line, k, ceiling, {"in", "across", "throughout"})
    if phrase is None or line.low[phrase[0]] in NO_OWNER or line.low[phrase[0]].isdigit():
        return None
    return span(line, phrase)


_PARTIES = frozenset(
    "AID SANCTION CONSULT AGREE REQUEST REJECT CONCEDE RETREAT SUPPORT COOPERATE THREATEN ACCUSE PROTEST MOBILIZE".split()
)
"""Categories done to someone: a thing behind the verb is what it was about, and the party comes with a small word."""


def _opening(line: Line, start: int, floor: int) -> Phrase | None:
    """The phrase that opens the clause of a verb which has no subject of its own: "[youths] resorted to throwing"."""
    phrase = phrase_after(line, floor, start)
    if phrase is None:
        return None
    first, last = phrase
    for at in range(first + 1, last + 1):
        if line.low[at].endswith("ed") and line.raw[at][:1].islower():
            return first, at - 1
    return phrase if last < start - 1 else None


def before_word(line: Line, k: int, floor: int) -> Range | None:
    """The phrase right before a word: whom "must" is said of."""
    who = subject(line, k, floor)
    return span(line, who) if who else None


def _reduced(line: Line, found: Found) -> bool:
    """Whether a past form follows its noun and means "that was …": "weapons seized by rebels"."""
    after = line.low[found.last + 1] if found.last + 1 < len(line) else ""
    return after == "by"


def _resolved(line: Line, who: Phrase | None, before: Before) -> Range | None:
    if who is None:
        return None
    if who[0] == who[1] and line.low[who[0]].partition("'")[0] in PRONOUNS | {
        "there",
        "its",
        "their",
        "his",
        "her",
    }:
        own = span(line, who) if line.low[who[0]] in {"he", "she", "it", "they"} else None
        return before.speaker or before.subject or own
    return span(line, who)


def _within(line: Line, found: Found, named: Named) -> Range | None:
    """A name in the gaps of a match: "cut off [Chad's] electricity supplies", "lifted [the Danish] embargo"."""
    inside = [m for m in named.between(*line.span(found.first, found.last)) if m.kind not in NO_PARTY]
    return (inside[0].start, inside[0].end) if inside else None
