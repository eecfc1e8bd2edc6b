"""Who did it and to whom: subject and object by case, agreement and order, weighed in one table.

Order alone does not tell in these languages ("Двух экологов избила охрана"), and endings are often of two cases. So every
pair of phrases in the clause is weighed as subject and object, and the best pair is taken.
"""

from __future__ import annotations

from dataclasses import replace

from rashomon.read.events.parties import Before, Roles
from rashomon.read.events.slavic.aims import aimed_at, on_complement, range_of, target_of
from rashomon.read.events.slavic.clauses import clause
from rashomon.read.events.slavic.find import Hit
from rashomon.read.events.slavic.pairing import (
    Around,
    as_object,
    as_subject,
    is_complement,
    measure_of_time,
    pair,
    verb_like,
)
from rashomon.read.events.slavic.phrases import Phrase, phrases
from rashomon.read.events.slavic.status import Governed
from rashomon.read.events.slavic.text import Text
from rashomon.read.events.slavic.verbs import Verb
from rashomon.records import Range


def of_verb(text: Text, hit: Hit, governed: Governed | None, before: Before, *, negated: bool) -> Roles:
    """Actor and target of a verb."""
    around = _around(text, hit, governed)
    verb = hit.verb or around.verb
    if verb.kind in {"passive", "active"}:
        return _participle(text, hit, around)
    free = [p for p in around.phrases if not p.preposition]
    if verb.kind == "impersonal":
        return _impersonal(text, hit, around, free)
    passive = verb.passive
    carried = (
        _inherits(text, hit, around) and (before.subject or _earlier(text, around.bounds[0])) is not None
    )
    subject, object_ = pair(
        text,
        hit,
        around,
        free,
        negated=negated,
        transitive=not passive and not _reflexive(hit),
        carried=carried,
    )
    if verb.kind == "gerund":
        subject = None
    if subject is None or (object_ is None and not passive and not _reflexive(hit)):
        before_aside = _past_aside(text, around)
        if subject is None:
            subject = next((p for p in reversed(before_aside) if as_subject(text, around, p) > 0), None)
        if object_ is None and not passive and not _reflexive(hit):
            objects = [
                p for p in before_aside if p is not subject and as_object(hit, around, p, negated=negated) > 0
            ]
            object_ = objects[-1] if objects else None
    said = _named(text, subject) if subject else None
    if passive:
        agent = _agent(text, around)
        target = said if said is not None else before.subject
        if hit.entry.rest and subject is not None and is_complement(hit, subject):
            target = aimed_at(text, hit, around, None) or (target if on_complement(hit) else None)
        return Roles(range_of(text, agent), target)
    if hit.entry.suffered:
        return Roles(range_of(text, _agent(text, around)), said)
    if said is None and subject is None and _inherits(text, hit, around):
        said = before.agent if verb.kind == "gerund" else before.subject
        said = said or _earlier(text, around.bounds[0])
    elif subject is not None and subject.pronoun:
        said = _resolved(text, subject, before)
    return Roles(said, target_of(text, hit, around, object_, said))


def _around(text: Text, hit: Hit, governed: Governed | None) -> Around:
    start, stop = hit.bounds
    verb = hit.verb or Verb("past")
    at = hit.head
    if governed is not None and governed.verb.kind != "noun":
        at, verb = governed.at, governed.verb
        wide = clause(text, at)
        start, stop = min(start, wide[0]), max(stop, wide[1])
    return Around(phrases(text, start, stop), at, verb, (start, stop))


def _inherits(text: Text, hit: Hit, around: Around) -> bool:
    """Whether a verb may have the subject of the verb before it: behind "and", or as a gerund."""
    if hit.verb is not None and hit.verb.kind == "gerund":
        return True
    lead = text.low(around.bounds[0] - 1)
    return lead in text.grammar.words["and"] | {"а", "но", "але"} or (
        lead == "," and hit.verb is not None and hit.verb.kind == "past" and not _impersonal_plural(hit)
    )


def _earlier(text: Text, start: int) -> Range | None:
    """The subject of the verb in the clause before, which need not tell an event: "[Лис] отозвала слова и извинилась"."""
    k = start - 2
    while k >= 0 and start - k < 18 and not text.stop(k):
        if text.verbal(k) and not text.low(k).endswith(("ть", "ти", "ться", "тися")):
            begin, end = clause(text, k)
            around = Around(phrases(text, begin, end), k, verb_like(text, k), (begin, end))
            free = [
                p for p in around.phrases if not p.preposition and (p.person or p.pronoun or text.shouted)
            ]
            fit = [(s, p) for p in free if (s := as_subject(text, around, p)) > 0]
            return range_of(text, max(fit, key=lambda f: f[0])[1]) if fit else None
        k -= 1
    return None


def _impersonal_plural(hit: Hit) -> bool:
    """Whether a verb in the plural may have no subject at all: "депутата арестовали"."""
    return hit.verb is not None and hit.verb.agrees == "p"


def _reflexive(hit: Hit) -> bool:
    return hit.entry.lemma.endswith(("ся", "сь"))


def _past_aside(text: Text, around: Around) -> list[Phrase]:
    """The phrases before an aside between commas: "Охрана, [снимавшая сброс], избила"."""
    start = around.bounds[0]
    if text.low(start - 1) != ",":
        return []
    k = start - 2
    while k > 0 and start - k < 26 and text.low(k) != "," and not text.stop(k):
        k -= 1
    if text.low(k) != ",":
        return []
    aside = text.low(k + 1)
    known = text.lexicon.forms.get(aside, ())
    participle = any(v.kind in {"active", "passive", "gerund"} for _, v, _ in known) or aside.endswith(
        _PARTICIPLES
    )
    inserted = aside in {"по", "за", "как", "як"}
    relative = {aside, text.low(k + 2)} & text.grammar.words["relatives"]
    if not (relative or participle or inserted):
        return []
    begin, _ = clause(text, k - 1)
    return [p for p in phrases(text, begin, k) if not p.preposition]


_PARTICIPLES = (
    "вший", "вшая", "вшее", "вшие", "вшего", "вшей", "вшему", "вших", "вшим", "вшую", "ющий", "ющая", "ющие", "ющих", "ющего", "ящий",
    "ящая", "ящие", "ящих", "ущий", "ущая", "ущие", "анный", "анная", "анные", "анных", "енный", "енная", "енные", "енных", "аний", "ана",
    "аних", "ений", "ених",
)  # fmt: skip


def _impersonal(text: Text, hit: Hit, around: Around, free: list[Phrase]) -> Roles:
    """ "Нафтобазу атаковано безпілотниками": the object is the target, the instrumental the actor."""
    objects = [(s, -p.first, p) for p in free if (s := as_object(hit, around, p, negated=False)) > 0]
    target = max(objects, key=lambda o: o[:2])[2] if objects else None
    if target is not None and is_complement(hit, target) and not on_complement(hit):
        aimed = aimed_at(text, hit, around, None)
        return Roles(range_of(text, _agent(text, around)), aimed)
    return Roles(
        range_of(text, _agent(text, around)), range_of(text, target) or aimed_at(text, hit, around, None)
    )


def _agent(text: Text, around: Around) -> Phrase | None:
    """Who did it, in the instrumental; a weapon only where no one else is."""
    fit = [
        p
        for p in around.phrases
        if not p.preposition and p.may_be("i") and not p.may_be("n") and not measure_of_time(text, p)
    ]
    people = [p for p in fit if p.person and not text.low(p.head).startswith(text.lexicon.agent_means)]
    weapons = [
        p
        for p in fit
        if text.lexicon.means_of(text.low(p.head)) and text.low(p.head).startswith(text.lexicon.agent_means)
    ]
    return next(iter(people), None) or next(iter(weapons), None)


def _participle(text: Text, hit: Hit, around: Around) -> Roles:
    """ "Захваченный боевиками город", "боевики, захватившие город": the noun it belongs to is target or actor."""
    own = next((p for p in around.phrases if p.first <= hit.head <= p.last), None)
    if own is None or own.head == hit.head:
        own = next((p for p in around.phrases if p.first > hit.head), None)
        k = hit.head - 1
        if text.low(k) == "," and k:
            begin, _ = clause(text, k - 1)
            before = phrases(text, begin, k)
            own = before[-1] if before else own
    noun = range_of(text, own)
    agent = _agent(text, around)
    if hit.verb is not None and hit.verb.kind == "active":
        objects = [
            p
            for p in around.phrases
            if not p.preposition and p.may_be("a") and p is not own and p.first > hit.head
        ]
        return Roles(noun, range_of(text, objects[0]) if objects else aimed_at(text, hit, around, noun))
    return Roles(range_of(text, agent if agent is not own else None), noun)


def _named(text: Text, phrase: Phrase) -> Range:
    return text.span(phrase.first, phrase.last)


def _resolved(text: Text, phrase: Phrase, before: Before) -> Range | None:
    """Whom a pronoun stands for inside its sentence: the speaker for "we", the last subject for others; else itself."""
    if phrase.pronoun in {"we", "i"}:
        return before.speaker or text.span(phrase.first, phrase.last)
    if phrase.pronoun in {"who", "this"}:
        return None
    return before.subject or text.span(phrase.first, phrase.last)


def with_target(roles: Roles, target: Range | None) -> Roles:
    """The same actor with a target, where there was none."""
    return roles if roles.target is not None or target == roles.actor else replace(roles, target=target)
