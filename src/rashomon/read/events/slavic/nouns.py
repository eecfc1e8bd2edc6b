"""Who did it and to whom, where a noun tells the act: "удар дрона по порту", "переговоры между А и Б"."""

from __future__ import annotations

from rashomon.read.events.parties import Roles
from rashomon.read.events.slavic.aims import AIMED, direction, on_complement, range_of
from rashomon.read.events.slavic.find import Hit
from rashomon.read.events.slavic.pairing import measure_of_time
from rashomon.read.events.slavic.phrases import Phrase, phrases
from rashomon.read.events.slavic.text import Text
from rashomon.records import Range


def of_noun(text: Text, hit: Hit) -> Roles:
    """Actor and target of an event told by a noun: "удар дрона по порту", "обстрел рынка", "переговоры между А и Б"."""
    stop = hit.bounds[1]
    first = hit.head + 1 if hit.entry.mode == "targeted" else hit.last + 1
    behind = phrases(text, first, min(stop, first + 13))
    owner = behind[0] if behind and behind[0].first == first and _owns(behind[0]) else None
    if owner is None and hit.entry.rest and on_complement(hit):  # "блокада [границы]"
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
        actor = range_of(text, owner)
    elif owner is not None:
        target = range_of(text, owner)
    if aimed is not None:
        target = range_of(text, aimed)
        if aimed.joined and aimed.preposition in {"между", "між"}:
            target, actor = _sides(text, aimed)
    if agent is not None:
        actor = range_of(text, agent)
    elif actor is None and hit.entry.rest and hit.entry.mode == "drone":
        weapon = phrases(text, hit.head + 1, hit.last + 1)
        actor = range_of(text, weapon[0]) if weapon else None  # "атака [беспилотников]"
    return Roles(actor, target if target != actor else None)


def _owns(phrase: Phrase) -> bool:
    return phrase.may_be("g") and not phrase.preposition


def _noun_aimed(text: Text, hit: Hit, behind: list[Phrase]) -> Phrase | None:
    """The phrase behind one of the prepositions of a noun's category: "удар [по порту]"."""
    for word in AIMED.get(hit.entry.category, ()):
        for p in behind:
            if p.preposition != word or p.first - hit.last >= 9 or measure_of_time(text, p):
                continue
            if (
                word in {"в", "на", "до", "з", "с"}
                and not direction(p, word, hit)
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
