"""A sentence with the tables of its language: what each word may be, by its form alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rashomon.read.events.line import Line
from rashomon.read.events.slavic.grammar import Grammar
from rashomon.read.events.slavic.lexicon import Lexicon
from rashomon.records import Range

_SHORT = ("ена", "ены", "ено", "ана", "аны", "ано", "ованы", "яно", "ято")
"""Ends of short participles outside the lexicon: "завершена"."""
_NOT_SHORT = (
    "перемен",
    "систем",
    "замен",
    "тюрьм",
    "охран",
    "граждан",
    "экран",
    "украин",
    "ветеран",
    "капитан",
    "партизан",
    "мусульман",
    "китаян",
    "росіян",
    "вагон",
    "гектар",
    "океан",
    "христиан",
    "ураган",
    "стадион",
    "рамадан",
)
_WAS = frozenset("был была было были бути було були був буде будут будет".split())
TIMES = (
    "недел", "тижд", "тижн", "день", "дня", "дней", "днів", "месяц", "місяц", "год", "года", "лет", "рок", "рік", "році", "раз", "ноч", "ніч",
    "утр", "ранок", "час", "годин", "минут", "хвилин", "понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресень",
    "понеділ", "вівтор", "серед", "четвер", "субот", "неділ", "январ", "феврал", "март", "апрел", "мая", "июн", "июл", "август", "сентябр", "октябр",
    "ноябр", "декабр", "січ", "лют", "берез", "квіт", "трав", "черв", "лип", "серпн", "верес", "жовт", "листопад", "груд",
)  # fmt: skip
"""Beginnings of nouns that tell when."""


@lru_cache(maxsize=1 << 16)
def _tells_when(word: str) -> bool:
    return any(word.startswith(t) and len(word) - len(t) <= 3 for t in TIMES)


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence with the tables of its language."""

    line: Line
    grammar: Grammar
    lexicon: Lexicon
    shouted: bool = False
    """Whether it is all in capitals, so that a capital tells no name."""

    def name(self, k: int) -> bool:
        """Whether a word has a capital that is not merely the sentence's first."""
        return k > 0 and not self.shouted and self.line.raw[k][:1].isupper()

    def low(self, k: int) -> str:
        return self.line.low[k] if 0 <= k < len(self.line.low) else ""

    def stop(self, k: int) -> bool:
        """Whether a word ends every clause: a mark or a dash."""
        return self.low(k) in self.grammar.words["breaks"]

    def verbal(self, k: int) -> bool:
        """Whether a word is a finite verb, an infinitive, a gerund or a short participle."""
        word = self.low(k)
        if word.endswith(("тели", "тель", "теля")):
            return False
        known = self.lexicon.forms.get(word)
        if known:
            return any(v.kind not in {"passive", "active"} for _, v, _ in known)
        if word in self.lexicon.controls:
            return True
        if len(word) < 4 or self.name(k):
            return False
        if len(word) > 6 and word.endswith(_SHORT) and not word.startswith(_NOT_SHORT):
            return True
        return self.grammar.looks_verbal(word)

    def negated(self, k: int) -> bool:
        """Whether "not" stands before a verb, past adverbs and the auxiliary."""
        k -= 1
        while k >= 0 and (self.adverb(k) or self.low(k) in _WAS):
            k -= 1
        return self.low(k) == "не"

    def time(self, k: int) -> bool:
        """Whether a noun tells when: "неделя", "вторник", "мая"."""
        return _tells_when(self.low(k))

    def adverb(self, k: int) -> bool:
        word = self.low(k)
        if word in self.grammar.words["adverbs"]:
            return True
        return (
            len(word) > 5
            and self.line.raw[k][:1].islower()
            and word.endswith(("нно", "чно", "льно", "рно", "сно", "вно", "ски", "дно", "тно", "ьки", "ово"))
            and word not in self.lexicon.forms
        )

    def number(self, k: int) -> bool:
        word = self.low(k)
        return word[:1].isdigit() or word in self.grammar.words["number_words"]

    def nominal(self, k: int) -> bool:
        """Whether a word may be part of a noun phrase."""
        word = self.low(k)
        if not word or not (word[0].isalpha() or word[0].isdigit()) or self.stop(k) or word == ",":
            return False
        g = self.grammar
        if (
            word in g.prepositions
            or word in g.words["clauses"]
            or word in g.words["negation"]
            or word in g.words["and"]
        ):
            return False
        return not self.adverb(k) and not self.verbal(k) and word not in g.words["hypothetical"]

    def span(self, first: int, last: int) -> Range:
        return self.line.span(first, last)


_BASE = {
    "во": "в",
    "у": "в",
    "со": "с",
    "ко": "к",
    "із": "з",
    "зі": "з",
    "об": "о",
    "обо": "о",
    "ото": "от",
    "од": "від",
    "изо": "из",
}


def preposition(text: Text, k: int) -> str:
    """The preposition that a word is, in one form; empty for another word."""
    word = text.low(k)
    if word not in text.grammar.prepositions:
        return ""
    if word == "у" and text.grammar.language == "ru":
        return word
    return _BASE.get(word, word)
