"""The one an act is done to: the object, the case or preposition that the entry names, or those of its category."""

from __future__ import annotations

from rashomon.read.events.slavic.find import Hit
from rashomon.read.events.slavic.grammar import ANY
from rashomon.read.events.slavic.pairing import Around, apart, is_complement, measure_of_time
from rashomon.read.events.slavic.phrases import Phrase
from rashomon.read.events.slavic.text import Text
from rashomon.records import Range

_DATIVE_FIRST = frozenset("AID AGREE THREATEN REJECT REQUEST CONSULT ACCUSE SUPPORT CONCEDE".split())
AIMED: dict[str, tuple[str, ...]] = {
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


def on_complement(hit: Hit) -> bool:
    return (hit.entry.category, hit.entry.mode) in _ON_COMPLEMENT


def target_of(
    text: Text, hit: Hit, around: Around, object_: Phrase | None, actor: Range | None
) -> Range | None:
    """The one a verb's act is done to: as the entry governs, the object, or behind the category's prepositions."""
    target: Range | None = None
    complement = object_ is not None and is_complement(hit, object_)
    if object_ is not None and complement and object_.person and hit.entry.mode == "disapprove":
        return range_of(text, object_)  # "вызвал [поверенного]"
    if hit.aimed.to or complement or hit.entry.category in _DATIVE_FIRST:
        target = _governed(text, hit, around, actor)
    if target is None and object_ is not None and not complement and not measure_of_time(text, object_):
        target = range_of(text, object_)
    if target is None:
        target = aimed_at(text, hit, around, actor)
    if target is None and object_ is not None and complement:
        thing = any(text.low(object_.head).startswith(t) for t in _THINGS)
        if object_.inner is not None and (thing or not on_complement(hit)):
            target = text.span(*object_.inner)
        elif on_complement(hit) and not thing:
            target = range_of(text, object_)
    if target is None and on_complement(hit):  # "взяли в заручники [директора]"
        held = next((p for p in around.phrases if p.preposition and p.inner and is_complement(hit, p)), None)
        target = text.span(*held.inner) if held is not None and held.inner else None
    return target if target != actor else None


def _governed(text: Text, hit: Hit, around: Around, actor: Range | None) -> Range | None:
    """The phrase in the case or behind the preposition that the entry names, else in the dative."""
    to = hit.aimed.to
    some = [
        p
        for p in around.phrases
        if range_of(text, p) != actor and not measure_of_time(text, p) and p.pronoun != "this"
    ]
    if len(to) > 1 or to in _AIMED_WORDS:
        fit = [
            p
            for p in some
            if p.preposition == to
            or (to == "в" and p.preposition == "у")
            or (to == "до" and p.preposition in {"в", "до"})
        ]
        return range_of(text, _nearest(fit, hit)) if fit else None
    case = to or "d"
    fit = [p for p in some if not p.preposition and p.may_be(case) and (case != "d" or _only(p, case))]
    return range_of(text, _nearest(fit, hit)) if fit else None


_AIMED_WORDS = frozenset("в с з к у".split())


def _only(phrase: Phrase, case: str) -> bool:
    """Whether a phrase is in the dative and neither subject nor object by its endings; a name's "-у" may be a dative."""
    others = {c.case for c in phrase.cases} - {case, "l", "g"}
    return not others or (
        phrase.person and others <= {"a", "i", "n"} and not phrase.counted and len(phrase.cases) < len(ANY)
    )


def _nearest(some: list[Phrase], hit: Hit) -> Phrase:
    return min(some, key=lambda p: (apart(p, hit.head), p.first))


def aimed_at(text: Text, hit: Hit, around: Around, actor: Range | None) -> Range | None:
    """The phrase behind one of the prepositions of the category."""
    aside = next(
        (p.first for p in around.phrases if p.preposition in _BACKGROUND and p.first > hit.head), 1 << 30
    )
    for word in AIMED.get(hit.entry.category, ()):
        for p in around.phrases:
            if p.first > aside:
                break
            if (
                p.preposition != word
                or measure_of_time(text, p)
                or range_of(text, p) == actor
                or is_complement(hit, p)
            ):
                continue
            if word in {"в", "на", "до", "к", "з", "с", "из", "над", "у"} and not direction(p, word, hit):
                continue
            return range_of(text, p)
    return None


_BACKGROUND = frozenset("после після щодо внаслідок вследствие из-за через накануне после".split())
"""Prepositions behind which another matter is told."""


def direction(phrase: Phrase, word: str, hit: Hit) -> bool:
    """Whether "в" or "на" tells whereto and not where: the accusative; other words only before a party."""
    if word in {"в", "на"}:
        return phrase.may_be("a") and not (phrase.may_be("l") and not phrase.joined)
    return phrase.person or word in {"к", "до"}


def range_of(text: Text, phrase: Phrase | None) -> Range | None:
    return text.span(phrase.first, phrase.last) if phrase is not None else None
