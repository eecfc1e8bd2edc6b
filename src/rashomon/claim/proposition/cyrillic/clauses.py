"""Clauses of a content, and the predicates of each."""

from __future__ import annotations

import re

from rashomon.claim.proposition.cyrillic.forms import NONE, Clause, Sentence

PARTS = frozenset(",;:—–()")
"""Signs that part clauses."""
NOT = frozenset("не".split())
BE = frozenset("быть бути".split())
NO_ONE = frozenset("ни ні никто ніхто ничего нічого никогда ніколи жоден жодна жодного жодної".split())
RELATIVE = re.compile(r"(?:котор\w+|який|яка|яке|які|якого|якої|яким|якими|що|кто|хто|где|де)")


def clauses(sentence: Sentence) -> None:
    """Part a content into clauses and find what each says is done."""
    _cut(sentence)
    for clause in sentence.clauses:
        _predicates(sentence, clause)
        telling = [n for n in clause.predicates if sentence.words[n].lemma not in BE]
        clause.predicates = telling or clause.predicates
    _join(sentence)


def _cut(sentence: Sentence) -> None:
    clause = Clause()
    for n, word in enumerate(sentence.words):
        if word.low in PARTS or (word.low in {"а", "но", "але", "проте", "однако"} and clause.places):
            if clause.places:
                sentence.clauses.append(clause)
            clause = Clause()
            continue
        clause.places.append(n)
    if clause.places:
        sentence.clauses.append(clause)


def _predicates(sentence: Sentence, clause: Clause) -> None:
    for at, n in enumerate(clause.places):
        parts = [r.part for r in sentence.forms[n][:4]]
        traits = sentence.forms[n][0].traits if sentence.forms[n] else frozenset()
        top = parts[0] if parts else ""
        if at == 0 and (
            top in {"PRTF", "GRND"}
            or RELATIVE.fullmatch(sentence.words[n].low)
            or ("pssv" in traits and top == "ADJF")
        ):
            clause.inset = True
        short = (
            top == "ADJF"
            and "pssv" in traits
            and any(r.cases == "n" for r in sentence.forms[n] if r.part == "ADJF")
            and not _noun_follows(sentence, clause, at)
        )
        if (
            top in {"VERB", "INFN", "PRTS", "IMPE", "GRND"}
            or short
            or (top == "PRTF" and at == 0)
            or "IMPE" in parts[:2]
        ):
            if True:
                clause.predicates.append(n)
            if top in {"PRTS"} or short or "IMPE" in parts[:2] or (top == "PRTF" and "pssv" in traits):
                clause.passive = True


def _noun_follows(sentence: Sentence, clause: Clause, at: int) -> bool:
    following = clause.places[at + 1 : at + 3]
    if not following:
        return False
    n = following[0]
    own, other = sentence.forms[clause.places[at]], sentence.forms[n]
    if sentence.words[n].kind not in {"noun", "name"}:
        return sentence.words[n].kind == "adjective" and len(following) > 1
    cases = {r.cases for r in own if r.part == "ADJF"}
    return any(r.cases in cases for r in other if r.part == "NOUN") and "i" not in {
        r.cases for r in other[:1]
    }


def _join(sentence: Sentence) -> None:
    """Clauses without a predicate belong to the one before or, at the start, to the one after; insets stay apart."""
    out: list[Clause] = []
    waiting: list[int] = []
    main: Clause | None = None
    for clause in sentence.clauses:
        if clause.inset:
            out.append(clause)
            continue
        if not clause.predicates and main is None:
            waiting += clause.places
            continue
        if not clause.predicates and main is not None:
            negation = any(sentence.words[n].low in NOT | NONE | NO_ONE for n in clause.places)
            if not negation:
                main.places += clause.places
                continue
            out.append(clause)
            continue
        clause.places = [*waiting, *clause.places]
        waiting = []
        main = clause
        out.append(clause)
    if waiting:
        out.append(Clause(places=waiting))
    sentence.clauses = out
