"""Who did it and to whom: from the words around a verb or an event noun, and the names among them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.read.events.find import Found
from rashomon.read.events.lexicon import entries, people
from rashomon.read.events.line import (
    BE,
    BREAKS,
    CLAUSES,
    DAYS,
    DETERMINERS,
    HAVE,
    MODALS,
    MONTHS,
    PRONOUNS,
    Line,
    adverb,
)
from rashomon.read.events.phrases import clause_start, phrase_after, span, subject
from rashomon.read.events.status import Group
from rashomon.read.events.wrap import WRAPPING
from rashomon.records import Mention, Range

Phrase = tuple[int, int]
AIMED = frozenset("on against at with to from into upon toward towards between for over of".split())
"""Words before the one an act is done to, where there is no plain object."""
_AIMED_NOUN = {
    "ASSAULT": ("on", "against", "at", "of", "in"),
    "CONSULT": ("with", "between", "to", "of", "by"),
    "SANCTION": ("on", "against", "from"),
    "COERCE": ("of", "on", "against"),
}
_SHARED = frozenset("CONSULT AGREE COOPERATE".split())
_ABSTRACT = frozenset(
    "withdrawal removal release end resignation return demand demands call calls appeal appeals request offer proposal plan plans "
    "efforts effort decision decisions policy policies admission suppression invitation truce ceasefire talks meeting agreement "
    "accord deal resolution aid assistance help sanctions information investigation relations ties support leader leaders "
    "leadership extension formula visit territory access dispute concessions curfew execution arrest killing release lifting threat "
    "claims crimes rights commitment imposition establishment recognition use attack attacks program programme reforms".split()
)
"""Heads of phrases that are no party themselves: whose they are is looked for in the phrase or right behind it."""


@dataclass(frozen=True, slots=True)
class Named:
    """The names of a text, to look up by place."""

    mentions: Sequence[Mention]
    starts: list[int]

    def between(self, start: int, end: int) -> list[Mention]:
        """Mentions that lie in a range of characters."""
        out = []
        for k in range(bisect_left(self.starts, start), len(self.starts)):
            if self.starts[k] >= end:
                break
            if self.mentions[k].end <= end:
                out.append(self.mentions[k])
        return out


@dataclass(frozen=True, slots=True)
class Roles:
    """Ranges of actor and target; ``None`` where the words name none."""

    actor: Range | None = None
    target: Range | None = None


def floor_and_ceiling(line: Line, content: Sequence[Range], head: int) -> Phrase:
    """The words of a line that lie in the same piece of a content as the word ``head``; all where there is none."""
    place = line.at[head][0]
    for start, end in content:
        if start <= place < end:
            inside = [k for k, (s, e) in enumerate(line.at) if start <= s and e <= end]
            if inside:
                return inside[0], inside[-1] + 1
    return 0, len(line)


@dataclass(frozen=True, slots=True)
class Before:
    """What the words before a verb hand on to it."""

    subject: Range | None = None
    """The subject of the verb before: of "and was freed"."""
    agent: Range | None = None
    """Who did the act before: of ", killing twelve"; the accused, of "of poisoning"."""
    speaker: Range | None = None
    """Who says it: of "it would"."""


def of_verb(line: Line, found: Found, own: Group, bounds: Phrase, named: Named, before: Before) -> Roles:
    """Actor and target of a verb."""
    floor, ceiling = bounds
    loose = (own.start == found.head and found.entry.form == "i") or (
        own.infinitive and line.low[own.start] == "to"
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
        agent = _after_word(line, behind, ceiling, {"by"})
        target = _aimed(line, behind, ceiling, named) if found.turned else None
        target = target or doer or (before.subject if who is None else None)
        return Roles(span(line, agent) if agent else None, target)
    if found.entry.suffered:
        agent = _after_word(line, behind, ceiling, {"by", "from"})
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
            or _prepositional(line, behind, ceiling, named, doer)
            or _near(line, behind, ceiling, named, doer)
        )
    else:
        target = target or _object(line, behind, ceiling, named)
    if (
        found.entry.category in _PARTIES
        and (found.entry.mode != "obstruct" or found.entry.rest)
        and (target is None or not (_holds_party(target, named) or _enclosed(line, found)))
    ) and ((found.entry.category, found.entry.mode) not in _ON_OBJECT or target is None):
        target = _prepositional(line, behind, ceiling, named, doer) or _within(line, found, named) or target
    if target is None and found.entry.rest:
        target = _within(line, found, named)
    shared = found.entry.category in _SHARED and doer and " and " in line.text[doer[0] : doer[1]]
    if target is None and not shared:
        target = _near(line, behind, ceiling, named, doer) or _where(line, found, behind, ceiling)
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
    phrase = _after_word(line, k, ceiling, {"in", "across", "throughout"})
    if phrase is None or line.low[phrase[0]] in _NO_OWNER or line.low[phrase[0]].isdigit():
        return None
    return span(line, phrase)


_PARTIES = frozenset(
    "AID SANCTION CONSULT AGREE REQUEST REJECT CONCEDE RETREAT SUPPORT COOPERATE THREATEN ACCUSE PROTEST MOBILIZE".split()
)
"""Categories done to someone: a thing behind the verb is what it was about, and the party comes with a small word."""
_NO_PARTY = frozenset("event technology other".split())


def party(line: Line, where: Range | None, named: Named) -> bool:
    """Whether words name someone who acts: a name, or a noun for people, bodies and what is theirs."""
    if where is None:
        return False
    if _holds_party(where, named):
        return True
    return any(line.low[k] in people() for k, (s, e) in enumerate(line.at) if where[0] <= s and e <= where[1])


def _holds_party(span_: Range, named: Named) -> bool:
    return any(m.kind not in _NO_PARTY for m in named.between(span_[0], span_[1] + 2))


def _prepositional(line: Line, k: int, ceiling: int, named: Named, doer: Range | None) -> Range | None:
    """The nearest phrase with a party's name behind a small word: "sent grain [to Chad]"; where one acted, last."""
    lesser: Range | None = None
    stop = min(ceiling, k + 24)
    while k < stop:
        word = line.low[k]
        if (word in BREAKS and word not in '()“”"-–') or word in CLAUSES - {"as", "that"}:
            break
        if word in AIMED or word in {"by", "in", "near"}:
            phrase = phrase_after(line, _past_verb(line, k, ceiling), ceiling)
            if (
                phrase
                and _holds_party(span(line, phrase), named)
                and span(line, phrase) != doer
                and line.low[phrase[0]] not in DAYS
            ):
                if word not in {"in", "near"}:
                    return span(line, phrase)
                lesser = lesser or span(line, phrase)
        k += 1
    return lesser


def _past_verb(line: Line, k: int, ceiling: int) -> int:
    """Behind a small word; behind "to", past a verb: "to [convince] the council"."""
    infinitive = (
        line.low[k] == "to"
        and k + 2 < ceiling
        and line.raw[k + 1][:1].islower()
        and line.low[k + 1] not in DETERMINERS
        and (
            line.low[k + 2] in DETERMINERS
            or line.raw[k + 2][:1].isupper()
            or any(e.verb and "b" in e.form for e in entries().get(line.low[k + 1], ()))
        )
    )
    return k + 1 + infinitive


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
        return before.speaker or before.subject
    return span(line, who)


def of_noun(line: Line, found: Found, bounds: Phrase, named: Named) -> Roles:
    """Actor and target of an event told by a noun: "X's attack on Y", "an attack by X", "talks between X and Y"."""
    floor, ceiling = bounds
    first, last = found.first, found.last
    actor = _owner(line, first, floor)
    agent = _after_word(line, last + 1, min(ceiling, last + 12), {"by"})
    if agent:
        actor = span(line, agent)
    target: Range | None = None
    if line.low[last] in AIMED and last > first:
        phrase = phrase_after(line, last + 1, ceiling)
        target = _party(line, phrase, ceiling, named) if phrase else None
    else:
        words = {
            "between",
            *_AIMED_NOUN.get(found.entry.category, ("of", "on", "against", "to", "with", "for")),
        }
        phrase = _after_word(line, last + 1, min(ceiling, last + 10), words - {"in"})
        target = _party(line, phrase, ceiling, named) if phrase else None
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


PREPOSED = frozenset(
    "alleged planned attempted failed recent latest new drone air missile rocket artillery military armed unsuccessful deadly".split()
)
"""Words that often stand between an event noun and whose it is."""
_NO_OWNER = frozenset({*DAYS, *MONTHS, "the", "a", "an", "in", "after", "no", "two", "one"})


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
        if line.raw[k][:1].isupper() and k > 0 and line.low[k] not in _NO_OWNER:
            start = k
            while (
                start > floor and line.raw[start - 1][:1].isupper() and line.low[start - 1] not in _NO_OWNER
            ):
                start -= 1
            return line.span(start, k)
        if (
            word in {"the", "a", "an", ",", "of", "on", "in", "to", "by", "and", "with", "for", "from"}
            or word in BREAKS
        ):
            return None
        k -= 1
    return None


def _after_word(line: Line, k: int, ceiling: int, words: set[str]) -> Phrase | None:
    """The noun phrase behind the nearest of some small words, in the same clause."""
    stop = min(ceiling, k + 14)
    while k < stop:
        word = line.low[k]
        if word in BREAKS and word not in '()“”"':
            return None
        if word in words and k + 1 < stop:
            if line.low[k + 1] in DAYS or line.low[k + 1] in {"least", "dawn", "noon"}:
                k += 1
                continue
            return phrase_after(line, _past_verb(line, k, ceiling), ceiling)
        if (
            word in CLAUSES - {"as"}
            or word in MODALS
            or (word == "," and k + 1 < stop and line.low[k + 1] not in words)
        ):
            return None
        k += 1
    return None


def _object(line: Line, k: int, ceiling: int, named: Named) -> Range | None:
    """The object right behind a verb, or behind the small word that stands there."""
    phrase = phrase_after(line, k, ceiling)
    if phrase is None:
        return _aimed(line, k, ceiling, named)
    return _party(line, phrase, ceiling, named)


def _aimed(line: Line, k: int, ceiling: int, named: Named) -> Range | None:
    while k < ceiling and (
        adverb(line.low[k])
        or (
            line.low[k] in {"on", "that"}
            and k + 1 < ceiling
            and (line.low[k + 1] in DAYS or line.low[k] == "that")
        )
    ):
        k += 1
    if line.low[k : k + 3] == ["in", "front", "of"]:
        k += 2
    if k < ceiling and (line.low[k] in AIMED or line.low[k] == "outside"):
        phrase = phrase_after(line, _past_verb(line, k, ceiling), ceiling)
        return _party(line, phrase, ceiling, named) if phrase else None
    if k < ceiling and k and line.low[k - 1] == "that":
        phrase = phrase_after(line, k, ceiling)
        return _party(line, phrase, ceiling, named) if phrase else None
    return None


def _head(line: Line, phrase: Phrase) -> int:
    """The head of a noun phrase: its last word before "of"."""
    first, last = phrase
    for k in range(first, last + 1):
        if line.low[k] == "of" and k > first:
            return k - 1
    return last


def _party(line: Line, phrase: Phrase, ceiling: int, named: Named) -> Range | None:
    """The party a phrase tells: itself, or whose it is where its head is a thing ("the withdrawal of Serbian forces")."""
    first, last = phrase
    head = _head(line, phrase)
    if line.low[first] in PRONOUNS and first == last:
        return None
    if line.low[head] not in _ABSTRACT and not _eventful(line.low[head]):
        return span(line, phrase)
    inside = [m for m in named.between(*line.span(first, last)) if m.kind not in _NO_PARTY]
    for k in range(first + 1, head + 1):
        if line.low[k] == "'s":
            return line.span(first, k - 1)
    if head < last:
        rest = phrase_after(line, head + 2, last + 1)
        if rest:
            return span(line, rest)
    if inside:
        return inside[0].start, inside[0].end
    behind = _after_word(
        line,
        last + 1,
        min(ceiling, last + 8),
        {"by", "from", "with", "against", "on", "to", "for", "between", "in"},
    )
    if behind and (not _eventful(line.low[behind[1]])):
        return span(line, behind)
    return None


def _eventful(word: str) -> bool:
    return any(not e.verb and e.category and not e.rest for e in entries().get(word, ()))


def _within(line: Line, found: Found, named: Named) -> Range | None:
    """A name in the gaps of a match: "cut off [Chad's] electricity supplies", "lifted [the Danish] embargo"."""
    inside = [m for m in named.between(*line.span(found.first, found.last)) if m.kind not in _NO_PARTY]
    return (inside[0].start, inside[0].end) if inside else None


def _near(line: Line, k: int, ceiling: int, named: Named, doer: Range | None) -> Range | None:
    """The first name of a party behind the verb in its clause."""
    stop = k
    while (
        stop < ceiling
        and stop - k < 16
        and line.low[stop] not in BREAKS
        and line.low[stop] not in CLAUSES - {"that", "as"}
    ):
        stop += 1
    if stop <= k:
        return None
    inside = named.between(line.at[k][0], line.at[stop - 1][1])
    parties = [
        (m.start, m.end)
        for m in inside
        if m.kind not in _NO_PARTY and (doer is None or not (doer[0] <= m.start < doer[1]))
    ]
    return parties[0] if parties else None


_AT_PLACE = frozenset("in at near on outside inside around over across into throughout above off".split())


def place(line: Line, found: Found, named: Named, bounds: Phrase) -> str:
    """The place named nearest to an act behind "in", "at", "near" or "on"; empty where there is none."""
    best: tuple[int, str] | None = None
    head = line.at[found.head][0]
    for mention in named.between(line.at[0][0], line.at[-1][1]):
        if mention.kind not in {"place", "state"}:
            continue
        at = next((k for k, (s, _) in enumerate(line.at) if s >= mention.start), None)
        if not at:
            continue
        before = list(line.low[max(0, at - 5) : at])
        k = len(before) - 1
        while (
            k >= 0
            and before[k] not in _AT_PLACE
            and k > len(before) - 5
            and before[k] not in {",", "by", "with", "from", "to", "'s", "against"}
        ):
            k -= 1
        if k < 0 or before[k] not in _AT_PLACE:
            continue
        distance = (
            abs(mention.start - head)
            + (0 if mention.start > head else 30)
            + (200 if not bounds[0] <= at < bounds[1] else 0)
        )
        if best is None or distance < best[0]:
            best = (distance, mention.text)
    return best[1] if best else ""


def clause_of(line: Line, found: Found, own_start: int, floor: int) -> int:
    """The first word of the clause of a verb or noun."""
    return clause_start(line, own_start, floor)
