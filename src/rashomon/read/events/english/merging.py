"""One event where several words of a sentence tell it, and none where its words mean something else."""

from __future__ import annotations

from itertools import pairwise

from rashomon.read.events.drafts import Draft
from rashomon.read.events.english.lexicon import people, plain
from rashomon.read.events.english.line import PRONOUNS
from rashomon.read.events.english.parties import party
from rashomon.read.events.line import Line
from rashomon.read.events.parties import NO_PARTY, Named, Roles
from rashomon.records import Range


def share_objects(words: Line, made: list[Draft]) -> None:
    """ "beat and arrested reporters": the first verb has the second one's object."""
    for one, two in pairwise(made):
        joined = (
            words.low[one.found.last + 1 : one.found.last + 2] == ["and"]
            and two.found.head == one.found.last + 2
        )
        if joined and one.found.entry.verb and one.roles.target is None:
            one.roles = Roles(one.roles.actor, two.roles.target)


def merged(words: Line, drafts: list[Draft]) -> list[Draft]:
    """One event where several words of a sentence tell it: "killed in an air strike"."""
    out: list[Draft] = []
    for one in drafts:
        twin = next((o for o in out if _same(words, o, one)), None)
        if twin is None:
            out.append(one)
            continue
        stays, goes = (
            (one, twin)
            if one.found.entry.verb and not twin.found.entry.verb and one.status == twin.status
            else (twin, one)
        )
        if goes.mode and (not stays.mode or stays.found.entry.lemma in _EFFECTS):
            stays.mode = goes.mode
        if stays.status == "asserted":
            stays.status = goes.status
        actor, target = stays.roles.actor, stays.roles.target
        if _within(words, stays, goes):  # "the army's shelling of Omel wounded ten"
            actor, target = goes.roles.actor, goes.roles.target or target
        stays.roles = Roles(actor or goes.roles.actor, target or goes.roles.target)
        out[out.index(twin)] = stays
    return out


_EFFECTS = frozenset("kill wound injure maim die slay hurt harm hit damage".split())
"""Verbs that tell what an assault did to people, and not how it was done."""


def _within(words: Line, verb: Draft, noun: Draft) -> bool:
    """Whether a noun's event is the subject of a verb."""
    actor = verb.roles.actor
    return bool(
        verb.found.entry.verb
        and not noun.found.entry.verb
        and actor
        and actor[0] <= words.at[noun.found.first][0] < actor[1]
    )


_BACKGROUND = frozenset(
    "after following since despite because amid before wake retaliation response until ahead".split()
)


def _background(words: Line, first: int) -> bool:
    """Whether a noun stands behind "after" and its like: it is another event than the verb's."""
    return any(w in _BACKGROUND for w in words.low[max(0, first - 6) : first])


def bare(one: Draft) -> bool:
    """Whether nothing is told of an event but its name."""
    return not (one.found.entry.verb or one.roles.actor or one.roles.target or one.numbers)


_SAID = frozenset("REQUEST AGREE SUPPORT CONCEDE ACCUSE REJECT THREATEN".split())


_DONE_BY_SOMEONE = frozenset("REQUEST AGREE SUPPORT CONCEDE REJECT THREATEN CONSULT COOPERATE ACCUSE".split())
"""Acts that only someone does: "networks promise speed", "the missile landed in the sea" are none."""


def _someone(words: Line, where: Range, named: Named) -> bool:
    """Whether the head of a phrase is a noun for people or a body, or a name's last word."""
    inside = [
        k
        for k, (s, e) in enumerate(words.at)
        if where[0] <= s and e <= where[1] and words.raw[k][0].isalnum()
    ]
    if not inside:
        return False
    head = next((k - 1 for k in inside[1:] if words.low[k] in _BEHIND_HEAD), inside[-1])
    if any(words.low[k] in people() or words.low[k] in PRONOUNS for k in (head, inside[-1])):
        return True
    if words.low[head].removesuffix("s").endswith(_PERSON_ENDS):
        return True
    if any(
        m.kind not in NO_PARTY and m.end >= words.at[head][1] and m.start <= words.at[head][0]
        for m in named.between(where[0], where[1] + 2)
    ):
        return True
    if any(words.low[k] == "and" for k in inside) and any(words.low[k] in people() for k in inside):
        return True
    # A name at the head of a sentence that no reader took for one.
    return words.raw[head][:1].isupper() and all(
        words.raw[k][:1].isupper()
        for k in inside
        if words.raw[k][0].isalpha() and words.low[k] not in {"of", "the", "and"}
    )


_PERSON_ENDS = (
    "er",
    "or",
    "ist",
    "ian",
    "ant",
    "ent",
    "man",
    "men",
    "chief",
    "boss",
    "navie",
    "navy",
    "bloc",
    "camp",
    "monarch",
    "pope",
    "ally",
    "allie",
    "newspaper",
    "firm",
    "front",
)
"""Ends of nouns that are mostly for people and bodies; what is wrongly taken in stays as it was before this rule."""
_BEHIND_HEAD = frozenset("of in from at on with for who which that based near".split())


_RECEIVE = frozenset("receive host welcome greet tour".split())
_MOVE = frozenset("land return head fly travel arrive go leave come journey depart".split())
_CARRIERS = frozenset("airline airlines carrier jet plane flight ship company missile".split())
_ASK = frozenset("ask must push tell exhort urge beg command require".split())


def _official(words: Line, one: Draft, named: Named) -> bool:
    """Whether an act that private people do all day ("asked him to move", "received an e-mail") is one of news here."""
    entry, target, actor = one.found.entry, one.roles.target, one.roles.actor
    if entry.category == "CONSULT" and entry.mode == "visit":
        if entry.lemma in _RECEIVE:
            return target is None or _someone(words, _before_from(words, target), named)
        if entry.lemma in _MOVE:
            travels = (actor is not None and _named(actor, named)) or (
                actor is not None and _bodily(words, actor)
            )
            by_air = actor is not None and words.text[slice(*actor)].lower().split()[-1] in _CARRIERS
            return travels and not by_air and (target is None or _named(target, named))
    if entry.category == "SUPPORT" and not entry.rest and one.category == "SUPPORT":
        return target is None or _named(target, named) or _bodily(words, target)
    if one.category == "AGREE" and entry.category != "AGREE" and actor is None and target is None:
        return False
    if entry.category == "REQUEST" and entry.lemma in _ASK:
        if actor is None:
            return one.attribution is not None or (target is not None and _named(target, named))
        return _named(actor, named) or (target is not None and _named(target, named)) or _bodily(words, actor)
    return True


def _before_from(words: Line, where: Range) -> Range:
    """A phrase up to "from": "an e-mail [from officials]"."""
    cut = words.text.find(" from ", where[0], where[1])
    return where if cut < 0 else (where[0], cut)


def _named(where: Range, named: Named) -> bool:
    return any(m.kind not in NO_PARTY for m in named.between(where[0], where[1] + 2))


def _bodily(words: Line, where: Range) -> bool:
    """Whether a phrase has a noun for people or a body in it, and is no pronoun."""
    return any(
        words.low[k] in people() for k, (s, e) in enumerate(words.at) if where[0] <= s and e <= where[1]
    )


def stands(words: Line, one: Draft, named: Named) -> bool:
    """Whether an event has the parties without which its words mean something else ("demand", "hit", "released")."""
    if (
        one.found.entry.verb
        and one.category in _DONE_BY_SOMEONE
        and one.roles.actor is not None
        and not (one.own is not None and one.own.passive)
        and not _someone(words, one.roles.actor, named)
    ):
        return False
    if not plain("games").isdisjoint(words.low):
        return bool(one.numbers)
    if one.found.entry.verb and not _official(words, one, named):
        return False
    actor, target = (party(words, r, named) for r in (one.roles.actor, one.roles.target))
    if not one.found.entry.verb and one.found.entry.category in _SAID:
        return actor
    if one.found.entry.rest or one.found.entry.lemma not in plain("weak"):
        return True
    if one.found.entry.lemma in plain("onto"):
        return (
            target or bool(one.numbers) or (one.category == "CONSULT" and actor and one.roles.target is None)
        )
    if one.category in _SAID and one.found.entry.category in _SAID:
        return actor or (target and one.own is not None and one.own.passive)
    return actor or target or bool(one.numbers)


def _same(words: Line, a: Draft, b: Draft) -> bool:
    if a.category != b.category or a.attribution != b.attribution:
        return False
    if {a.status, b.status} & {"negated", "hypothetical"} and a.status != b.status:
        return False
    if _within(words, a, b) or _within(words, b, a):
        return True
    if any(not x.found.entry.verb and _background(words, x.found.first) for x in (a, b)):
        return False
    if a.found.entry.verb and b.found.entry.verb:
        if (
            a.found.entry.lemma in _EFFECTS
            and b.found.entry.lemma in _EFFECTS
            and (b.roles.actor in {None, a.roles.actor})
        ):
            return True
        if b.roles.actor and a.roles.actor and b.roles.actor != a.roles.actor:
            return False
        return (
            b.found.entry.form == "i"
            or a.roles.actor is None
            or b.roles.actor is None
            or (a.roles.target == b.roles.target)
        )
    if not a.found.entry.verb and not b.found.entry.verb:
        return not (a.roles.target and b.roles.target and a.roles.target != b.roles.target)
    return True
