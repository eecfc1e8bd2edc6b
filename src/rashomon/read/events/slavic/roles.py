"""Who did it and to whom: subject and object by case, agreement and order, weighed in one table.

Order alone does not tell in these languages ("Двух экологов избила охрана"), and endings are often of two cases. So every
pair of phrases in the clause is weighed as subject and object, and the best pair is taken.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from rashomon.read.events.parties import Before, Roles
from rashomon.read.events.slavic.find import Hit
from rashomon.read.events.slavic.grammar import ANY
from rashomon.read.events.slavic.phrases import Phrase, Text, clause, phrases
from rashomon.read.events.slavic.status import Governed
from rashomon.read.events.slavic.verbs import Verb
from rashomon.records import Range

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
_DATIVE_FIRST = frozenset("AID AGREE THREATEN REJECT REQUEST CONSULT ACCUSE SUPPORT CONCEDE".split())
_AIMED: dict[str, tuple[str, ...]] = {
    "ASSAULT": ("по", "на", "против", "проти", "в", "к", "до"),
    "COERCE": ("против", "проти", "на", "с", "з", "над"),
    "CONSULT": ("с", "з", "между", "між", "в", "до", "к"),
    "SUPPORT": ("с", "з", "за"),
    "COOPERATE": ("с", "з"),
    "AID": ("в", "до", "для"),
    "AGREE": ("с", "з", "в", "до"),
    "RETREAT": ("из", "з", "с", "от", "від"),
    "SANCTION": ("против", "проти", "с", "з", "на", "от", "від", "в"),
    "REQUEST": ("от", "від", "к", "до", "у"),
    "REJECT": ("с", "з", "на", "в"),
    "ACCUSE": ("против", "проти", "на"),
    "PROTEST": ("против", "проти", "у", "біля"),
    "CONCEDE": ("с", "з", "против", "проти"),
    "MOBILIZE": ("к", "до", "в", "на"),
    "THREATEN": ("против", "проти",),
}  # fmt: skip
"""Category to the prepositions before the one an act is done to, the likeliest first."""
_ON_COMPLEMENT = frozenset(
    {
        ("ASSAULT", "abduct"), ("ASSAULT", "targeted"), ("ASSAULT", "destroy"), ("ASSAULT", "explosives"), ("ASSAULT", "aerial"), ("COERCE", "seize"),
        ("COERCE", "restrict"), ("COERCE", "censor"), ("COERCE", "cyber"), ("COERCE", ""), ("COERCE", "withhold"),
        ("COERCE", "arrest"), ("PROTEST", "obstruct"), ("RETREAT", "release"), ("SANCTION", "expel"), ("AID", ""), ("CONSULT", ""),
        ("RETREAT", ""), ("SANCTION", ""),
    }
)  # fmt: skip
"""Acts done to what the entry itself names ("перекрыли трассу")."""
_THINGS = frozenset(
    "встреч зустріч бесед консультац саммит саміт отставк відставк взрывчатк вибухівк извинени вибачен санкци эмбарго ембарго отношени відносин звязк связ помощ допомог переговор перемовин оружи збро".split()
)
"""Complements that are no one's: "ввели санкции"."""


@dataclass(frozen=True, slots=True)
class Around:
    """The phrases of a clause, and the verb that its subject agrees with."""

    phrases: list[Phrase]
    at: int
    verb: Verb
    bounds: tuple[int, int]


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
    subject, object_ = _pair(
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
    if subject is None and verb.kind != "impersonal":
        subject = _past_aside(text, around)
    said = _named(text, subject) if subject else None
    if passive:
        agent = _agent(text, around)
        target = said if said is not None else before.subject
        if hit.entry.rest and subject is not None and _is_complement(hit, subject):
            target = _aimed(text, hit, around, None) or (target if _on_complement(hit) else None)
        return Roles(_range(text, agent), target)
    if hit.entry.suffered:
        return Roles(_range(text, _agent(text, around)), said)
    if said is None and subject is None and _inherits(text, hit, around):
        said = before.agent if verb.kind == "gerund" else before.subject
        said = said or _earlier(text, around.bounds[0])
    elif subject is not None and subject.pronoun:
        said = _resolved(text, subject, before)
    return Roles(said, _target(text, hit, around, object_, said))


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
            fit = [(s, p) for p in free if (s := _as_subject(text, around, p)) > 0]
            return _range(text, max(fit, key=lambda f: f[0])[1]) if fit else None
        k -= 1
    return None


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


def _impersonal_plural(hit: Hit) -> bool:
    """Whether a verb in the plural may have no subject at all: "депутата арестовали"."""
    return hit.verb is not None and hit.verb.agrees == "p"


def _reflexive(hit: Hit) -> bool:
    return hit.entry.lemma.endswith(("ся", "сь"))


def _pair(
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
        if (s := _as_subject(text, around, p)) > 0
        and not (carried and p.first > around.at and p.may_be("a"))
        and not (
            active
            and _is_complement(hit, p)
            and (p.may_be("a") or p.may_be("g"))
            and not text.low(p.head).startswith(text.lexicon.agent_means)
        )
    ]
    objects = (
        [(p, s) for p in free if (s := _as_object(hit, around, p, negated=negated)) > 0] if transitive else []
    )
    best: tuple[float, Phrase | None, Phrase | None] = (0.0, None, None)
    for subject, a in [*subjects, (None, 0.0)]:
        for object_, b in [*objects, (None, 0.0)]:
            if subject is not None and subject is object_:
                continue
            if a + b > best[0]:
                best = (a + b, subject, object_)
    return best[1], best[2]


def _as_subject(text: Text, around: Around, phrase: Phrase) -> float:
    if not phrase.may_be("n") or _measure_of_time(text, phrase):
        return WRONG_CASE
    points = AGREES if _agrees(text, phrase, around.verb, seldom=False) else DISAGREES
    if points < 0 and _agrees(text, phrase, around.verb, seldom=True):
        points = SELDOM
    points += PERSON * phrase.person + BEFORE_VERB * (phrase.last < around.at)
    bare = not (around.verb.passive or phrase.counted or phrase.person)
    if bare and around.verb.agrees == "p" and phrase.first > around.at and phrase.may_be("a"):
        points += NO_SUBJECT  # "запретили полёты": nobody is named who did
    return points + APART * _apart(phrase, around.at)


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


def _as_object(hit: Hit, around: Around, phrase: Phrase, *, negated: bool) -> float:
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
    return points + APART * _apart(phrase, hit.head)


def _apart(phrase: Phrase, at: int) -> int:
    return at - phrase.last if phrase.last < at else phrase.first - at


def _measure_of_time(text: Text, phrase: Phrase) -> bool:
    """Whether a phrase tells when: "в третий день", "14 мая"."""
    return text.time(phrase.head)


def _past_aside(text: Text, around: Around) -> Phrase | None:
    """The subject before an aside between commas: "Охрана, [снимавшая сброс], избила"."""
    start = around.bounds[0]
    if text.low(start - 1) != ",":
        return None
    k = start - 2
    while k > 0 and start - k < 26 and text.low(k) != "," and not text.stop(k):
        k -= 1
    if text.low(k) != ",":
        return None
    aside = text.low(k + 1)
    known = text.lexicon.forms.get(aside, ())
    participle = any(v.kind in {"active", "passive", "gerund"} for _, v, _ in known) or aside.endswith(
        _PARTICIPLES
    )
    if (
        aside not in text.grammar.words["relatives"]
        and not participle
        and text.low(k + 2) not in text.grammar.words["relatives"]
    ):
        return None
    begin, _ = clause(text, k - 1)
    some = [p for p in phrases(text, begin, k) if not p.preposition]
    fit = [p for p in some if _as_subject(text, around, p) > 0]
    return fit[-1] if fit else None


_PARTICIPLES = (
    "вший", "вшая", "вшее", "вшие", "вшего", "вшей", "вшему", "вших", "вшим", "вшую", "ющий", "ющая", "ющие", "ющих", "ющего", "ящий",
    "ящая", "ящие", "ящих", "ущий", "ущая", "ущие", "анный", "анная", "анные", "анных", "енный", "енная", "енные", "енных", "аний", "ана",
    "аних", "ений", "ених",
)  # fmt: skip


def _impersonal(text: Text, hit: Hit, around: Around, free: list[Phrase]) -> Roles:
    """ "Нафтобазу атаковано безпілотниками": the object is the target, the instrumental the actor."""
    objects = [(s, -p.first, p) for p in free if (s := _as_object(hit, around, p, negated=False)) > 0]
    target = max(objects, key=lambda o: o[:2])[2] if objects else None
    if target is not None and _is_complement(hit, target) and not _on_complement(hit):
        aimed = _aimed(text, hit, around, None)
        return Roles(_range(text, _agent(text, around)), aimed)
    return Roles(_range(text, _agent(text, around)), _range(text, target) or _aimed(text, hit, around, None))


def _agent(text: Text, around: Around) -> Phrase | None:
    """Who did it, in the instrumental; a weapon only where no one else is."""
    fit = [
        p
        for p in around.phrases
        if not p.preposition and p.may_be("i") and not p.may_be("n") and not _measure_of_time(text, p)
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
    noun = _range(text, own)
    agent = _agent(text, around)
    if hit.verb is not None and hit.verb.kind == "active":
        objects = [
            p
            for p in around.phrases
            if not p.preposition and p.may_be("a") and p is not own and p.first > hit.head
        ]
        return Roles(noun, _range(text, objects[0]) if objects else _aimed(text, hit, around, noun))
    return Roles(_range(text, agent if agent is not own else None), noun)


def _is_complement(hit: Hit, phrase: Phrase) -> bool:
    return any(phrase.first <= k <= phrase.last for k in hit.used if k != hit.head)


def _on_complement(hit: Hit) -> bool:
    return (hit.entry.category, hit.entry.mode) in _ON_COMPLEMENT


def _target(
    text: Text, hit: Hit, around: Around, object_: Phrase | None, actor: Range | None
) -> Range | None:
    """The one a verb's act is done to: as the entry governs, the object, or behind the category's prepositions."""
    target: Range | None = None
    complement = object_ is not None and _is_complement(hit, object_)
    if hit.aimed.to or complement or hit.entry.category in _DATIVE_FIRST:
        target = _governed(text, hit, around, actor)
    if target is None and object_ is not None and not complement and not _measure_of_time(text, object_):
        target = _range(text, object_)
    if target is None:
        target = _aimed(text, hit, around, actor)
    if target is None and object_ is not None and complement:
        thing = any(text.low(object_.head).startswith(t) for t in _THINGS)
        if object_.inner is not None and (thing or not _on_complement(hit)):
            target = text.span(*object_.inner)
        elif _on_complement(hit) and not thing:
            target = _range(text, object_)
    return target if target != actor else None


def _governed(text: Text, hit: Hit, around: Around, actor: Range | None) -> Range | None:
    """The phrase in the case or behind the preposition that the entry names, else in the dative."""
    to = hit.aimed.to
    some = [
        p
        for p in around.phrases
        if _range(text, p) != actor and not _measure_of_time(text, p) and p.pronoun != "this"
    ]
    if len(to) > 1 or to in _AIMED_WORDS:
        fit = [
            p
            for p in some
            if p.preposition == to
            or (to == "в" and p.preposition == "у")
            or (to == "до" and p.preposition in {"в", "до"})
        ]
        return _range(text, _nearest(fit, hit)) if fit else None
    case = to or "d"
    fit = [p for p in some if not p.preposition and p.may_be(case) and (case != "d" or _only(p, case))]
    return _range(text, _nearest(fit, hit)) if fit else None


_AIMED_WORDS = frozenset("в с з к у".split())


def _only(phrase: Phrase, case: str) -> bool:
    """Whether a phrase is in the dative and neither subject nor object by its endings; a name's "-у" may be a dative."""
    others = {c.case for c in phrase.cases} - {case, "l", "g"}
    return not others or (
        phrase.person and others <= {"a", "i", "n"} and not phrase.counted and len(phrase.cases) < len(ANY)
    )


def _nearest(some: list[Phrase], hit: Hit) -> Phrase:
    return min(some, key=lambda p: (_apart(p, hit.head), p.first))


def _aimed(text: Text, hit: Hit, around: Around, actor: Range | None) -> Range | None:
    """The phrase behind one of the prepositions of the category."""
    for word in _AIMED.get(hit.entry.category, ()):
        for p in around.phrases:
            if (
                p.preposition != word
                or _measure_of_time(text, p)
                or _range(text, p) == actor
                or _is_complement(hit, p)
            ):
                continue
            if word in {"в", "на", "до", "к", "з", "с", "из", "над", "у"} and not _direction(p, word, hit):
                continue
            return _range(text, p)
    return None


def _direction(phrase: Phrase, word: str, hit: Hit) -> bool:
    """Whether "в" or "на" tells whereto and not where: the accusative; other words only before a party."""
    if word in {"в", "на"}:
        return phrase.may_be("a") and not (phrase.may_be("l") and not phrase.joined)
    return phrase.person or word in {"к", "до"}


def of_noun(text: Text, hit: Hit) -> Roles:
    """Actor and target of an event told by a noun: "удар дрона по порту", "обстрел рынка", "переговоры между А и Б"."""
    stop = hit.bounds[1]
    first = hit.head + 1 if hit.entry.mode == "targeted" else hit.last + 1
    behind = phrases(text, first, min(stop, first + 13))
    owner = behind[0] if behind and behind[0].first == first and _owns(behind[0]) else None
    if owner is None and hit.entry.rest and _on_complement(hit):  # "блокада [границы]"
        own = phrases(text, hit.head + 1, stop)
        owner = own[0] if own and _owns(own[0]) else None
    aimed = _noun_aimed(text, hit, behind)
    agent = next(
        (p for p in behind if not p.preposition and p.may_be("i") and p.person and not p.may_be("n")), None
    )
    actor: Range | None = None
    target: Range | None = None
    if owner is not None and (
        hit.aimed.doer or (aimed is not None and hit.entry.category == "ASSAULT" and not agent)
    ):
        actor = _range(text, owner)
    elif owner is not None:
        target = _range(text, owner)
    if aimed is not None:
        target = _range(text, aimed)
        if aimed.joined and aimed.preposition in {"между", "між"}:
            target, actor = _sides(text, aimed)
    if agent is not None:
        actor = _range(text, agent)
    elif actor is None and hit.entry.rest and hit.entry.mode == "drone":
        weapon = phrases(text, hit.head + 1, hit.last + 1)
        actor = _range(text, weapon[0]) if weapon else None  # "атака [беспилотников]"
    return Roles(actor, target if target != actor else None)


def _owns(phrase: Phrase) -> bool:
    return phrase.may_be("g") and not phrase.preposition


def _noun_aimed(text: Text, hit: Hit, behind: list[Phrase]) -> Phrase | None:
    """The phrase behind one of the prepositions of a noun's category: "удар [по порту]"."""
    for word in _AIMED.get(hit.entry.category, ()):
        for p in behind:
            if p.preposition != word or p.first - hit.last >= 9 or _measure_of_time(text, p):
                continue
            if (
                word in {"в", "на", "до", "з", "с"}
                and not _direction(p, word, hit)
                and not (p.person and word in {"з", "с"})
            ):
                continue
            return p
    return None


def _sides(text: Text, phrase: Phrase) -> tuple[Range, Range | None]:
    """Target and actor of "между Бишкеком и Душанбе": the second and the first."""
    cut = next(
        (k for k in range(phrase.first, phrase.last) if text.low(k) in text.grammar.words["and"]), None
    )
    if cut is None:
        return text.span(phrase.first, phrase.last), None
    return text.span(cut + 1, phrase.last), text.span(phrase.first, cut - 1)


def _range(text: Text, phrase: Phrase | None) -> Range | None:
    return text.span(phrase.first, phrase.last) if phrase is not None else None


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
