"""Who does what to whom in a clause, of the phrases that stand without a preposition."""

from __future__ import annotations

import re

from rashomon.claim.ideas import VAGUE, deeds, ideas
from rashomon.claim.proposition.cyrillic.forms import Clause, Reading, Sentence
from rashomon.claim.proposition.english import INTRANSITIVE
from rashomon.claim.proposition.words import AGENT, RECIPIENT, TARGET, WILD, Word

SUFFER = re.compile(r"(?:зазна\w+|подверг\w+|піддав\w+|піддал\w+|стал\w*_жерт\w+)")
"""What has a deed for its object and makes its subject the one it is done to."""
IMPERSONAL = re.compile(r"(?:удал|вда|удас|вдас|пришл|довел)\w*")
CAN = re.compile(r"(?:смог|сумел|зміг|змогл|зумі|мог|могл|міг)(?:л[аио]?|в|ла|ли|ло|)")
"""... and the verbs that say the same of a subject; what could be done is told by the verb after them."""


STANDS = {AGENT: "doer", TARGET: "done", RECIPIENT: "to", WILD: "to"}


def settle(
    sentence: Sentence,
    clause: Clause,
    free: list[tuple[int, str, list[int]]],
    reflexive: bool,
    numbered: set[int],
) -> None:
    """Roles of the phrases that stand without a preposition."""
    words, forms = sentence.words, sentence.forms
    verb = next(
        (
            n
            for n in clause.predicates
            if forms[n]
            and forms[n][0].part in {"VERB", "IMPE", "PRTS", "ADJF"}
            and not IMPERSONAL.fullmatch(words[n].low)
        ),
        -1,
    )
    main = verb if verb >= 0 else clause.predicates[0] if clause.predicates else -1
    if any(forms[n] and forms[n][0].part == "INFN" for n in clause.predicates):
        for n in clause.predicates:
            if CAN.fullmatch(words[n].low):
                words[n].kind = "small"
    infinitive = next((n for n in clause.predicates if forms[n] and forms[n][0].part == "INFN"), -1)
    if infinitive >= 0:
        main = infinitive
    impersonal = any(IMPERSONAL.fullmatch(words[n].low) for n in clause.predicates)
    for n in clause.predicates:
        if IMPERSONAL.fullmatch(words[n].low):
            words[n].kind = "small"  # "не вдалося": what did not succeed is told by the verb after it
    if clause.inset and clause.predicates:
        # "запущенная с территории": what it stands with is told outside of the clause.
        before = next(
            (m for m in range(clause.places[0] - 1, -1, -1) if words[m].kind in {"noun", "name"}), -1
        )
        top = forms[clause.predicates[0]][0] if forms[clause.predicates[0]] else None
        if before >= 0 and top is not None and top.part in {"PRTF", "ADJF"}:
            clause.passive = "pssv" in top.traits
    passive = clause.passive or (
        reflexive
        and any(c == "i" for _, c, _ in free)
        and not any(GOVERN.fullmatch(words[n].low) for n in clause.predicates)
    )
    deed_idea = (
        ideas(words[main].low, sentence.language) | ideas(words[main].lemma, sentence.language)
        if main >= 0
        else frozenset()
    )
    loose = VAGUE in deed_idea
    light = next((n for n, _, _ in free if loose and ideas(words[n].low, sentence.language) & deeds()), -1)
    # A name that no dictionary has, such as a firm's, has no gender to agree by.
    agreeing = {
        n
        for n, _, _ in free
        if verb >= 0
        and (
            _agree(forms[n], forms[verb])
            or _genderless(words[n], forms[n])
            or _looks(words[n], forms[verb])
            or (n < verb and words[n].kind == "name" and words[n].low[-1] in UNBENT)
            or n in numbered
        )
    }
    sure_subject = next(
        (n for n, c, _ in free if n in agreeing and "n" in c and "a" not in c and n != light), -1
    )
    chosen: dict[int, str] = {}
    gerund = (
        clause.inset
        and bool(clause.predicates)
        and bool(forms[clause.predicates[0]])
        and forms[clause.predicates[0]][0].part == "GRND"
    )
    for n, cases, _ in free:
        if passive:
            chosen[n] = (
                AGENT if cases[:1] == "i" else RECIPIENT if cases[:1] == "d" and len(cases) == 1 else TARGET
            )
        elif gerund:
            chosen[n] = "" if cases == "i" else TARGET
        elif (
            "n" in cases
            and not impersonal
            and (n in agreeing or verb < 0)
            and (sure_subject < 0 or n == sure_subject)
            and AGENT not in chosen.values()
        ):
            rival = [m for m, c, _ in free if m != n and m in agreeing and "n" in c]
            first = n < main or not rival or all("a" not in c for k, c, _ in free if k == n)
            chosen[n] = AGENT if first or not any(m < main for m in rival) else TARGET
            if (
                "a" in cases
                and n > main >= 0
                and not rival
                and verb >= 0
                and sure_subject < 0
                and _transitive(forms[verb])
                and n not in agreeing
            ):
                chosen[n] = TARGET
        elif cases == "i" or (cases and "i" in cases and not set(cases) & set("nag")):
            chosen[n] = ""
        elif cases == "d" or ("d" in cases and not set(cases) & set("nai")):
            chosen[n] = AGENT if impersonal else RECIPIENT if main >= 0 and _transitive(forms[main]) else WILD
        else:
            chosen[n] = TARGET
    if list(chosen.values()).count(TARGET) > 1 and AGENT in chosen.values():
        # "передала Мелнору трёх пленных": of two objects, a strange name in -у is whom it was given to.
        for n, cases, _ in free:
            strange = words[n].kind == "name" and not words[n].listed
            if chosen[n] == TARGET and strange and "d" in cases and words[n].low[-1] in "уюиіїе":
                chosen[n] = RECIPIENT
                break
    for n, _, members in free:
        for m in members:
            words[m].slot = STANDS.get(chosen[n], "by")
    if (
        not passive
        and main >= 0
        and TARGET not in chosen.values()
        and (deed_idea & INTRANSITIVE or loose or reflexive)
    ):
        chosen = {n: WILD if role == AGENT else role for n, role in chosen.items()}
    if main < 0 or (loose and not light >= 0):
        chosen = {n: WILD if role else role for n, role in chosen.items()}
    if main >= 0 and SUFFER.fullmatch(words[main].low):
        objects = [n for n, c, _ in free if n > main and ideas(words[n].low, sentence.language) & deeds()]
        if objects:
            light = objects[0]
            chosen = {n: TARGET if n < main else role for n, role in chosen.items()}
    for n, _, members in free:
        governor = light if light >= 0 and n != light else main
        if light < 0 and loose and chosen[n] == AGENT:
            chosen[n] = WILD
        role = chosen[n]
        if passive and role == AGENT and light < 0 and loose:
            role = AGENT
        for m in members:
            if not words[m].role or words[m].governor in (-1, main):
                words[m].role, words[m].governor = role, governor


UNBENT = "уюиіїоеэ"
"""Last letters of names that may take no case: "Чили", "Перу"."""
GOVERN = re.compile(
    r"(?:обмен|обмін|пользов|користув|заним|займ|интересов|цікав|явля|оказ|станов|гордит|пиша|делит|ділит)\w*(?:ся|сь)"
)
"""Reflexive verbs whose instrumental is no doer: "обменялись пленными"."""


def _looks(word: Word, verb: tuple[Reading, ...]) -> bool:
    """Whether a name that no dictionary has can be the subject of a verb's form by its ending."""
    if word.kind != "name" or word.listed or not verb or verb[0].plural:
        return False
    end = word.low[-1]
    looks = "femn" if end in "ая" else "neut" if end in "ое" else "" if end in "уюиієїы" else "masc"
    return bool(looks) and verb[0].gender in {"", looks}


def _genderless(word: Word, forms: tuple[Reading, ...]) -> bool:
    return word.kind == "name" and not any(r.traits & PROPER for r in forms[:3])


PROPER = frozenset({"Name", "Surn", "Patr", "Geox"})


def _transitive(forms: tuple[Reading, ...]) -> bool:
    return bool(forms) and "tran" in forms[0].traits


def _agree(noun: tuple[Reading, ...], verb: tuple[Reading, ...]) -> bool:
    """Whether a noun in the nominative can be the subject of a verb's form."""
    for v in verb[:2]:
        if v.part not in {"VERB", "PRTS", "ADJF", "IMPE"}:
            continue
        for r in noun:
            if r.cases not in {"n", ""}:
                continue
            if v.plural != r.plural and not (v.gender == "" and not v.plural and not r.plural):
                continue
            if v.gender and r.gender and v.gender != r.gender and not v.plural:
                continue
            return True
    return False
