"""Phrases of a clause: nouns with what goes with them, by case and by the prepositions before them."""

from __future__ import annotations

from rashomon.claim.ideas import deeds, ideas, qualities
from rashomon.claim.proposition.cyrillic.forms import PREPOSITIONS, Clause, Reading, Sentence
from rashomon.claim.proposition.cyrillic.settle import settle
from rashomon.claim.proposition.words import AGENT, ORIGIN, SLOTS, TARGET, WILD

FROM = frozenset("у".split())
AIMED = frozenset("против проти по".split())
CUTS = frozenset(',;:—–-()«»"“”')
VOWELS = "аяиыуюоеєіїь"


GIVING = frozenset(
    "=give =sell =pay =lend =supply =return =hand_in =grant =award =offer =promise =carry".split()
)
"""Deeds of which it is told to whom: "продала газ Халии" is no gas of Halia's."""


def roles(sentence: Sentence, clause: Clause) -> None:
    words, forms = sentence.words, sentence.forms
    free: list[tuple[int, str, list[int]]] = []
    phrase: list[int] = []
    group: dict[int, list[int]] = {}
    previous, between, prep, cases = -1, False, "", ""
    pending: list[int] = []
    reflexive = any(words[n].low.endswith(("ся", "сь", "тись")) for n in clause.predicates)
    order, counted, oblique = "", False, False
    giving = any(ideas(words[n].low, sentence.language) & GIVING for n in clause.predicates)
    numbered: set[int] = set()
    for n in clause.places:
        word, found = words[n], forms[n]
        top = found[0].part if found else ""
        if top == "PREP" or word.low in PREPOSITIONS:
            prep, previous, between, pending = word.low, -1, False, []
            order = (
                "before" if word.low in {"до", "перед"} else "after" if word.low in {"после", "після"} else ""
            )
            continue
        if n in clause.predicates:
            previous, between, prep, pending = -1, False, "", []
            continue
        adjectival = (
            word.kind == "adjective"
            or (word.kind == "verb" and n not in clause.predicates)
            or (word.kind == "name" and any(r.part == "ADJF" for r in found))
        )
        if adjectival and _goes_with_next(sentence, clause, n):
            pending.append(n)
            continue
        if adjectival and word.kind == "name" and top == "ADJF" and not any(r.part == "NOUN" for r in found):
            continue
        if adjectival and word.kind != "name" and not ideas(word.low, sentence.language) & qualities():
            word.kind = "noun"
        elif adjectival and word.kind != "name":
            continue
        if word.kind == "number":
            if previous >= 0:
                previous = -1
            counted = True
            oblique = word.low.endswith("х")
            continue
        if word.kind not in {"noun", "name"}:
            if word.low in {"и", "та", "і", "й"}:
                between = True
                continue
            if word.low not in CUTS:
                previous, between = -1, False
            continue
        own = (
            "".join(dict.fromkeys(r.cases for r in found if r.part in {"NOUN", "ADJF", "NPRO"} and r.cases))
            or "nagdi"
        )
        if word.kind == "name" and not word.listed:
            # A foreign name may have no cases; one that ends in a consonant is in the first or the fourth.
            own = own + "".join(
                c
                for c in (
                    "nagdi"
                    if word.low[-1] in "оеиуюіє"
                    else "n"
                    if word.low[-1] in "ая"
                    else "na"
                    if word.low[-1] not in VOWELS
                    else ""
                )
                if c not in own
            )
        for a in pending:
            words[a].head = n
        members = [n, *pending]
        narrowed = _narrow(own, pending, forms)
        if counted and not prep and ("g" in narrowed or "n" in narrowed):
            # "40 детей": the case is the number's, which is that of a subject or an object.
            narrowed = "a" if oblique else "na"
            numbered.add(n)
        counted = False
        pending = []
        if prep and previous < 0:
            for m in members:
                sentence.preposition[m] = prep
                words[m].order = order
            group[n] = members
            _prepositional(
                sentence,
                clause,
                n,
                members,
                prep,
                within=sentence.language == "uk" and "l" in narrowed and "g" not in narrowed,
            )
            previous, cases, between = n, narrowed, False
            prep = ""
            phrase = members
            continue
        given = giving and word.kind == "name" and "d" in narrowed and previous > clause.predicates[0]
        if (
            previous >= 0
            and not between
            and not given
            and (
                n in sentence.quoted
                or "g" in narrowed
                or (word.kind == "name" and set(narrowed) & set(cases))
                or narrowed == "i"
            )
        ):
            deed = bool(ideas(words[previous].low, sentence.language) & deeds())
            if narrowed == "i" and not deed:
                pass
            else:
                base = words[previous]
                for m in members:
                    words[m].owner = previous
                    if narrowed == "i" and deed:
                        words[m].role, words[m].governor = AGENT, previous
                    elif deed and "g" in narrowed:
                        words[m].role, words[m].governor = WILD, previous
                    else:
                        words[m].role, words[m].governor, words[m].order = (
                            base.role,
                            base.governor,
                            base.order,
                        )
                    if previous in sentence.preposition:
                        sentence.preposition[m] = sentence.preposition[previous]
                phrase += members
                for one in free:
                    if previous in one[2] and not deed:
                        one[2].extend(members)
                if not (deed and narrowed == "i"):
                    previous = n if not deed else previous
                cases = cases + narrowed if not deed else cases
                continue
        if previous >= 0 and between and set(narrowed) & set(cases):
            base = words[previous]
            for m in members:
                words[m].role, words[m].governor = base.role, base.governor
                if previous in sentence.preposition:
                    sentence.preposition[m] = sentence.preposition[previous]
            for one in free:
                if previous in one[2]:
                    one[2].extend(members)
            previous, between = n, False
            continue
        free.append((n, narrowed, members))
        previous, cases, between, prep = n, narrowed, False, ""
    settle(sentence, clause, free, reflexive, numbered)
    for n in clause.places:
        if n in sentence.preposition:
            words[n].slot = SLOTS.get(sentence.preposition[n], sentence.preposition[n])
        elif words[n].owner >= 0:
            words[n].slot = words[words[n].owner].slot
        if words[n].head >= 0:
            words[n].owner = words[n].head
            words[n].slot = words[words[n].head].slot
    for n in clause.places:
        # "Він був тверезий": a quality that goes with no noun after it is what is said of someone.
        telling = (
            bool(forms[n])
            and forms[n][0].part in {"ADJF", "ADJS"}
            and words[n].head < 0
            and words[n].kind in {"adjective", "noun"}
        )
        if telling and n not in sentence.preposition and ideas(words[n].low, sentence.language) & qualities():
            words[n].kind = "predicate"
    for n in clause.places:
        head = words[n].head
        if head >= 0 and not words[n].role:
            words[n].role, words[n].governor = words[head].role, words[head].governor


def _goes_with_next(sentence: Sentence, clause: Clause, n: int) -> bool:
    """Whether a noun follows that an adjective agrees with in case and number."""
    own = {(r.cases, r.plural) for r in sentence.forms[n] if r.part in {"ADJF", "PRTF"} and r.cases}
    for m in (k for k in clause.places if n < k <= n + 4):
        forms = sentence.forms[m]
        top = forms[0].part if forms else ""
        if sentence.words[m].kind in {"noun", "name"} and top != "ADJF":
            return bool(own & {(r.cases, r.plural) for r in forms if r.cases}) or not own
        if (
            top not in {"ADJF", "PRTF", "NUMR"}
            and sentence.words[m].low not in CUTS
            and sentence.words[m].low not in {"и", "та", "і", "й"}
        ):
            return False
    return False


def _narrow(own: str, adjectives: list[int], forms: list[tuple[Reading, ...]]) -> str:
    """The cases a noun shares with the adjectives before it."""
    out = own
    for a in adjectives:
        cases = {r.cases for r in forms[a] if r.part in {"ADJF", "PRTF", "NOUN"}}
        if "n" in cases:
            cases.add("a")  # the dictionary of Ukrainian does not list that the two have one form
        kept = "".join(c for c in out if c in cases)
        out = kept or out
    return out


def _prepositional(
    sentence: Sentence, clause: Clause, n: int, members: list[int], prep: str, *, within: bool = False
) -> None:
    """``within``: Ukrainian "у" and "в" before a locative say where, before a genitive from whom."""
    words = sentence.words
    deed = _deed_before(sentence, clause, n)
    role = (
        TARGET
        if prep in AIMED
        else ORIGIN
        if not within and (prep in FROM or (prep == "в" and sentence.language == "uk"))
        else ""
    )
    for m in members:
        words[m].role, words[m].governor = role, deed


def _deed_before(sentence: Sentence, clause: Clause, n: int) -> int:
    """The noun or predicate that a phrase goes with: the nearest deed before it, else the first predicate."""
    for m in reversed([m for m in clause.places if m < n]):
        if m in clause.predicates or (
            sentence.words[m].kind == "noun" and ideas(sentence.words[m].low, sentence.language) & deeds()
        ):
            return m
    return clause.predicates[0] if clause.predicates else -1
