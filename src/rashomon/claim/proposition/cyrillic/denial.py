"""What of a content is denied: "не", "нет", "без", "никто", "отсутствует", "отказался"."""

from __future__ import annotations

import re

from rashomon.claim.ideas import VAGUE, ideas
from rashomon.claim.proposition.cyrillic.clauses import NO_ONE, NOT
from rashomon.claim.proposition.cyrillic.forms import NONE, Sentence
from rashomon.claim.proposition.words import AGENT, TARGET, Word

BOUND = re.compile(r"(?:мен(?:ее|ьше|ше|ш)|бол(?:ее|ьше)|більше|більш|только|лишь|тільки|лише|ли)")
WITHOUT = frozenset("без".split())
CAN = re.compile(r"(?:смог|сумел|мог|могл|зміг|змогл|зумі|міг|удал|вдал)\w*")
REFUSE = re.compile(r"(?:отказ|відмов|воздерж|утрима[вл]|забы[лв]|забув|забул)\w*")
"""Verbs that say of what follows that it was not done."""
UN = "не"
"""The beginning of a word that denies the rest of it: "непричастен"."""


def deny(sentence: Sentence) -> None:
    words = sentence.words
    for clause in sentence.clauses:
        places = clause.places
        verbal = False
        spans: list[int] = []
        for at, n in enumerate(places):
            low = words[n].low
            if low in NOT and at + 1 < len(places) and BOUND.fullmatch(words[places[at + 1]].low):
                continue  # "не менее 40" is a number
            if low in NOT:
                following = places[at + 1 : at + 3]
                hit = next(
                    (
                        m
                        for m in following
                        if m in clause.predicates
                        or CAN.fullmatch(words[m].low)
                        or ideas(words[m].low, sentence.language) == {VAGUE}
                    ),
                    -1,
                )
                if hit >= 0 and (hit == following[0] or words[following[0]].kind == "adverb"):
                    verbal = not verbal
                else:
                    spans.append(at)
            elif low in NONE:
                verbal = True
            elif low in WITHOUT:
                spans.append(at)
            elif REFUSE.fullmatch(low) and any(
                sentence.forms[m] and sentence.forms[m][0].part == "INFN" for m in places[at + 1 : at + 4]
            ):
                words[n].kind = "small"  # "отказался подписать" says no more than "не подписал"
                for m in places[at + 1 :]:
                    _flip(words[m], AGENT)
            elif _unlike(sentence, n):
                if words[n].head < 0 and words[n].kind in {"adjective", "verb", "predicate"}:
                    verbal = not verbal
                else:
                    _flip(words[n], "")
        if not verbal and not spans and any(words[n].low in NO_ONE for n in places):
            verbal = True
        absent = [n for n in places if "=absent" in ideas(words[n].low, sentence.language)]
        if absent:
            for n in absent:
                words[n].kind = "small"
            for n in places:
                if n not in sentence.preposition:
                    _flip(words[n], "")
        if verbal:
            clause.negated = True
            for n in places:
                if n in sentence.preposition and words[n].role not in {TARGET}:
                    continue
                _flip(words[n], AGENT)
        for at in spans:
            ends = ("noun", "name") if words[places[at]].low in WITHOUT else ("verb",)
            stop = next(
                (
                    k + (ends != ("verb",))
                    for k in range(at + 1, len(places))
                    if words[places[k]].kind in ends
                ),
                len(places),
            )
            for n in places[at + 1 : stop]:
                _flip(words[n], "")


def _unlike(sentence: Sentence, n: int) -> bool:
    """Whether a word is another one with "не" before it, of which it is made here."""
    word = sentence.words[n]
    rest = word.low.removeprefix(UN)
    if rest == word.low or len(rest) < 5 or word.kind in {"small", "name"}:
        return False
    if ideas(word.low, sentence.language) or not ideas(rest, sentence.language):
        return False
    word.low = word.lemma = rest
    return True


def _flip(word: Word, spared: str) -> None:
    if word.kind in {"noun", "name", "adjective", "verb", "predicate"} and (
        not spared or word.role != spared
    ):
        word.negated = not word.negated
