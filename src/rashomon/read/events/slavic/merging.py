"""One event where several words of a sentence tell it, and none where its words mean something else."""

from __future__ import annotations

from itertools import pairwise

from rashomon.read.events.drafts import Draft
from rashomon.read.events.parties import Named, Roles
from rashomon.read.events.slavic.text import Text
from rashomon.records import Range

_SAID = frozenset("REQUEST AGREE SUPPORT ACCUSE REJECT THREATEN CONCEDE CONSULT".split())
_EFFECTS = (
    "убить", "убивать", "ранить", "погибнуть", "погибать", "гибнуть", "скончаться", "вбити", "убити", "вбивати", "загинути", "гинути", "поранити", "дістати",
    "отримати", "перебить", "перебити", "напасть", "нападать", "нападение", "напад", "атака", "удар", "атаковать", "атакувати", "нанести", "завдати",
    "погибель", "гибель", "загибель", "попасть", "влучити", "вдарити", "ударити", "ударить",
)  # fmt: skip
"""Words that tell an assault and not how it was done."""


def merged(text: Text, drafts: list[Draft]) -> list[Draft]:
    """One event where several words tell it: "погибли при обстреле"."""
    out: list[Draft] = []
    for one in drafts:
        twin = next((o for o in out if _same(text, o, one)), None)
        if twin is None:
            out.append(one)
            continue
        stays, goes = (one, twin) if _fuller(one, twin) else (twin, one)
        if goes.mode and (not stays.mode or stays.found.entry.lemma in _EFFECTS):
            stays.mode = goes.mode
        if stays.status == "asserted":
            stays.status = goes.status
        actor, target = stays.roles.actor or goes.roles.actor, stays.roles.target or goes.roles.target
        if stays.found.entry.suffered and goes.roles.target is not None:
            target = goes.roles.target
        stays.roles = Roles(actor, target if target != actor else None)
        out[out.index(twin)] = stays
    for one, two in pairwise(out):  # "избили и арестовали репортёров"
        joined = (
            text.low(one.found.last + 1) in text.grammar.words["and"] and two.found.head == one.found.last + 2
        )
        if joined and one.found.entry.verb and one.roles.target is None:
            one.roles = Roles(one.roles.actor, two.roles.target)
    return out


def _fuller(one: Draft, twin: Draft) -> bool:
    """Whether the later draft tells more: a verb with both roles goes before what merely befell someone."""
    return (
        one.roles.actor is not None,
        one.roles.target is not None,
        one.found.entry.verb and not one.found.entry.suffered,
    ) > (
        twin.roles.actor is not None,
        twin.roles.target is not None,
        twin.found.entry.verb and not twin.found.entry.suffered,
    ) and twin.found.entry.suffered | (not twin.found.entry.verb)


def _same(text: Text, a: Draft, b: Draft) -> bool:
    if a.category != b.category or a.attribution != b.attribution or a.status == "negated" != b.status:
        return False
    if _background(text, a) or _background(text, b):
        return False
    if a.category == "ASSAULT":
        told = [d for d in (a, b) if d.found.entry.suffered or d.found.entry.lemma in _EFFECTS]
        if told and (a.roles.actor is None or b.roles.actor is None or a.roles.actor == b.roles.actor):
            return True
    if not a.found.entry.verb or not b.found.entry.verb:
        return not (a.roles.target and b.roles.target and a.roles.target != b.roles.target) and a.mode in {
            b.mode,
            "",
            b.mode or a.mode,
        }
    return (
        a.mode == b.mode
        and a.roles.actor == b.roles.actor
        and (b.roles.target is None or a.roles.target == b.roles.target)
    )


def _background(text: Text, one: Draft) -> bool:
    """Whether a noun stands behind "после" and its like: it is another event than the verb's."""
    hit = one.found
    if hit.entry.verb:
        return False
    near = {text.low(k) for k in range(max(0, hit.first - 3), hit.first)}
    return bool(near & {"после", "після", "из-за", "через", "накануне", "несмотря", "попри"})


def stands(text: Text, one: Draft, named: Named) -> bool:
    """Whether an event has the parties without which its words mean something else."""
    entry = one.found.entry
    if not entry.verb and entry.category in _SAID:
        return one.roles.actor is not None or one.roles.target is not None
    if not entry.verb and one.roles.actor is None and one.roles.target is None and not entry.rest:
        return entry.category in {"ASSAULT", "PROTEST", "COERCE"} and entry.lemma not in _VAGUE
    if (
        one.category in _TOLD
        and entry.verb
        and one.roles.actor is not None
        and not _party(text, one.roles.actor, named)
    ):
        return False  # "дорога требует ремонта", "паводок грозит сёлам"
    if entry.lemma.startswith(("обсу", "обгов")) and not entry.rest:
        actor = one.roles.actor
        several = actor is not None and bool(
            {" и ", " та ", " і ", " й "}
            & {p for p in (" и ", " та ", " і ", " й ") if p in text.line.text[slice(*actor)]}
        )
        return several or _party(text, one.roles.target, named)
    if entry.suffered and not entry.rest and not one.numbers:
        return _party(text, one.roles.target, named) and not _thing_first(text, one.roles.target)
    if entry.rest or entry.lemma not in text.lexicon.weak:
        return True
    return any(_party(text, r, named) for r in (one.roles.actor, one.roles.target))


_TOLD = frozenset("REQUEST THREATEN AGREE REJECT ACCUSE".split())
_VAGUE = frozenset(
    "удар атака бой прорыв прорив запрет заборона взрыв вибух драка бійка преследование переслідування отключение".split()
)
"""Nouns that are no event where nothing is told but their name."""


def _thing_first(text: Text, where: Range | None) -> bool:
    """Whether words are only a noun at the head of a sentence of which nothing tells that it is someone: "Урожай [погиб]"."""
    return where == text.span(0, 0) and not text.lexicon.person(text.low(0))


def _party(text: Text, where: Range | None, named: Named) -> bool:
    """Whether words name someone who acts: a noun for people or bodies, a name, a number of people, a pronoun."""
    if where is None:
        return False
    inside = [k for k, (s, e) in enumerate(text.line.at) if where[0] <= s and e <= where[1]]
    if any(
        text.lexicon.person(text.low(k))
        or text.name(k)
        or text.number(k)
        or text.low(k) in text.grammar.pronouns
        for k in inside
    ):
        return True
    opening = next((k for k, w in enumerate(text.line.raw) if w[0].isalpha()), 0)
    first = bool(inside) and inside[0] == opening and text.line.raw[opening][:1].isupper()
    return bool(named.between(*where)) or (first and not text.low(opening).startswith(text.lexicon.things))
