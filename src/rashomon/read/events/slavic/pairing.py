"""Subject and object of a verb: every pair of phrases in its clause weighed by case, agreement and order."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.read.events.slavic.find import Hit
from rashomon.read.events.slavic.phrases import Phrase
from rashomon.read.events.slavic.text import Text
from rashomon.read.events.slavic.verbs import Verb

# Points, set by hand on the halves "dev" of the two golds.
AGREES, SELDOM, DISAGREES = 4.0, 1.5, -7.0
WRONG_CASE = -99.0
BEFORE_VERB = 1.0
NO_SUBJECT = -4.0
PERSON = 1.2
"""A subject that is a noun for who acts; a lifeless one may stand in the same case as object."""
ACCUSATIVE, NEGATED_GENITIVE, MAY_LIVE = 3.0, 2.5, 2.2
"""``MAY_LIVE``: a noun that no list has for a living being, in a case that is its accusative only then."""
BEHIND_VERB = 0.8
APART = -0.08
"""For each word between a phrase and the verb."""
_MEN_IN_A = ("глав", "голов", "мужчин", "судь", "колле", "старост", "юнош", "воевод", "воєвод", "владык")


@dataclass(frozen=True, slots=True)
class Around:
    """The phrases of a clause, and the verb that its subject agrees with."""

    phrases: list[Phrase]
    at: int
    verb: Verb
    bounds: tuple[int, int]


def verb_like(text: Text, k: int) -> Verb:
    """What a verb outside the lexicon agrees with, by its ending."""
    known = text.lexicon.forms.get(text.low(k))
    if known:
        return known[0][1]
    word = text.low(k).removesuffix("ся").removesuffix("сь")
    for end, agrees in (
        ("ли", "p"),
        ("ла", "f"),
        ("ло", "n"),
        ("л", "m"),
        ("в", "m"),
        ("ют", "p"),
        ("ят", "p"),
        ("ть", "p"),
    ):
        if word.endswith(end):
            return Verb("past", agrees)
    return Verb("present", "s")


def pair(
    text: Text,
    hit: Hit,
    around: Around,
    free: list[Phrase],
    *,
    negated: bool,
    transitive: bool,
    carried: bool,
) -> tuple[Phrase | None, Phrase | None]:
    """The best subject and object together; either may be missing."""
    active = transitive and not hit.entry.suffered
    subjects = [
        (p, s)
        for p in free
        if (s := as_subject(text, around, p)) > 0
        and not (carried and p.first > around.at and p.may_be("a"))
        and not (
            active
            and is_complement(hit, p)
            and (p.may_be("a") or p.may_be("g"))
            and not text.low(p.head).startswith(text.lexicon.agent_means)
        )
    ]
    objects = (
        [(p, s) for p in free if (s := as_object(hit, around, p, negated=negated)) > 0] if transitive else []
    )
    best: tuple[float, Phrase | None, Phrase | None] = (0.0, None, None)
    for subject, a in [*subjects, (None, 0.0)]:
        for object_, b in [*objects, (None, 0.0)]:
            if subject is not None and subject is object_:
                continue
            if a + b > best[0]:
                best = (a + b, subject, object_)
    return best[1], best[2]


def as_subject(text: Text, around: Around, phrase: Phrase) -> float:
    if not phrase.may_be("n") or measure_of_time(text, phrase):
        return WRONG_CASE
    points = AGREES if _agrees(text, phrase, around.verb, seldom=False) else DISAGREES
    if points < 0 and _agrees(text, phrase, around.verb, seldom=True):
        points = SELDOM
    points += PERSON * phrase.person + BEFORE_VERB * (phrase.last < around.at)
    bare = not (around.verb.passive or phrase.counted or phrase.person)
    if bare and around.verb.agrees == "p" and phrase.first > around.at and phrase.may_be("a"):
        points += NO_SUBJECT  # "запретили полёты": nobody is named who did
    return points + APART * apart(phrase, around.at)


def _agrees(text: Text, phrase: Phrase, verb: Verb, *, seldom: bool) -> bool:
    if not verb.agrees:
        return True
    if phrase.pronoun in {"i", "we", "you"}:
        return verb.agrees == "p" or phrase.pronoun == "i"
    number = "p" if verb.agrees == "p" else "s"
    for c in phrase.cases:
        if c.case != "n" or (c.living == "~" and (not seldom or phrase.person)):
            continue
        if phrase.counted and (verb.agrees in {"p", "n", "s"}):
            return True
        if c.number != number:
            continue
        if verb.agrees in {"p", "s"} or c.gender in {"-", verb.agrees}:
            return True
        head = text.low(phrase.head)
        # "министр заявила", "глава прибыл", a woman's surname of one form
        if phrase.person and c.gender == "m" and verb.agrees == "f" and head[-1:] not in "аяоеыиі":
            return True
        if c.gender == "f" and verb.agrees == "m" and head.startswith(_MEN_IN_A):
            return True
    return bool(phrase.counted and verb.agrees == "p")


def as_object(hit: Hit, around: Around, phrase: Phrase, *, negated: bool) -> float:
    sure = any(
        c.case == "a" and not (c.living == "~" or (c.living == "+" and not phrase.person))
        for c in phrase.cases
    )
    if sure:
        points = ACCUSATIVE
    elif phrase.may_be("a"):
        points = MAY_LIVE
    elif (negated or phrase.counted) and phrase.may_be("g"):
        points = NEGATED_GENITIVE
    else:
        return WRONG_CASE
    points += BEHIND_VERB * (phrase.first > hit.head)
    return points + APART * apart(phrase, hit.head)


def apart(phrase: Phrase, at: int) -> int:
    return at - phrase.last if phrase.last < at else phrase.first - at


def measure_of_time(text: Text, phrase: Phrase) -> bool:
    """Whether a phrase tells when: "в третий день", "14 мая"."""
    return text.time(phrase.head)


def is_complement(hit: Hit, phrase: Phrase) -> bool:
    return any(phrase.first <= k <= phrase.last for k in hit.used if k != hit.head)
