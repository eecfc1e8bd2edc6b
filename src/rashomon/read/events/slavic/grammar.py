"""Endings, small words and their cases, of one language: ``ru_grammar.yaml``, ``uk_grammar.yaml``. Read once each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
_FOLD = str.maketrans({"ё": "е", "'": None, "’": None, "ʼ": None, "\u0301": None})
LONGEST_ENDING = 4


@lru_cache(maxsize=1 << 16)
def folded(word: str) -> str:
    """A word as the tables have it: small letters, "ё" as "е", no apostrophes nor accents."""
    return word.lower().translate(_FOLD)


@cache
def rows(language: str, kind: str) -> dict[str, Any]:
    """One of the files of a language: ``grammar`` or ``lexicon``."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    with (HERE / f"{language}_{kind}.yaml").open(encoding="utf-8") as stream:
        made: dict[str, Any] = yaml.load(stream, Loader=loader)  # noqa: S506 - a safe loader either way
    return made


@dataclass(frozen=True, slots=True)
class Case:
    """What a noun may be in its form: case ``n g d a i l``, number ``s p`` and gender ``m f n``, ``-`` for any.

    ``living``: "+" only of the living, "=" only of the lifeless, empty for both; "~": so, but seldom.
    """

    case: str
    number: str
    gender: str
    living: str = ""


Cases = frozenset[Case]
ANY: Cases = frozenset(Case(c, n, "-") for c in "ngdail" for n in "sp")
"""What a word without case may be: "МИД", "Тбилиси"."""
NONE: Cases = frozenset()


def cases(told: str) -> Cases:
    """Cases from their letters: "nsm asm=" is nominative or lifeless accusative singular masculine."""
    return frozenset(Case(one[0], one[1], one[2], one[3:]) for one in told.split())


@dataclass(frozen=True)
class Grammar:
    """The small words and endings of a language. Sets are of folded words or beginnings of words."""

    language: str
    nouns: dict[str, Cases]
    adjectives: dict[str, Cases]
    stems_of_adjectives: tuple[str, ...]
    no_adjectives: tuple[str, ...]
    prepositions: dict[str, frozenset[str]]
    pronouns: dict[str, tuple[Cases, str]]
    words: dict[str, frozenset[str]]
    verb_ends: tuple[str, ...]
    exact: dict[str, Cases]
    """Words whose ending misleads."""
    lifeless: tuple[str, ...]
    """Beginnings of nouns for bodies and things that act, whose accusative is as their nominative."""

    def noun(self, word: str) -> Cases:
        """What a noun may be by its ending."""
        return _noun(self.language, word)

    def adjective(self, word: str) -> Cases:
        """What an adjective may be by its ending; empty for a word that does not look like one."""
        return _adjective(self.language, word)

    def looks_verbal(self, word: str) -> bool:
        """Whether a word ends as a finite verb or an infinitive does, and is none of the nouns that do."""
        return _looks_verbal(self.language, word)

    def noun_by_ending(self, word: str) -> Cases:
        if word in self.exact:
            return self.exact[word]
        if word in self.words["in_om"]:
            return self.nouns[""]
        for size in range(min(LONGEST_ENDING, len(word) - 2), 0, -1):
            if (found := self.nouns.get(word[-size:])) is not None:
                return found
        return self.nouns[""] if word[-1:] not in "аеиоуыэюяіїєь" else ANY

    def adjective_by_ending(self, word: str) -> Cases:
        if len(word) < 5 or word.startswith(self.no_adjectives):
            return NONE
        for size in range(4, 1, -1):
            found = self.adjectives.get(word[-size:])
            if found is not None and word[:-size].endswith(self.stems_of_adjectives):
                return found
        for size in (4, 3, 2):  # endings that hold their stem: "ська"
            found = self.adjectives.get(word[-size:])
            if (
                found is not None
                and word[-size] in "сцнов"
                and size > 1
                and word[-size:] in self.words["whole"]
            ):
                return found
        return NONE

    def in_(self, kind: str, word: str) -> bool:
        """Whether a word is in one of the lists of whole words."""
        return word in self.words[kind]


_LISTS = (
    "places", "breaks", "clauses", "relatives", "and", "negation", "determiners", "adverbs", "number_words",
    "numbers_of_the_object", "numbers_by_what", "about", "measures", "if", "hypothetical", "near_miss", "none", "future",
    "fail", "possible", "planned", "attempts", "not_verbs", "in_om", "women",
)  # fmt: skip
_WHOLE = {"ru": "", "uk": "ська цька ську цьку ське цьке ські цькі на ну не ні ова ову ове ові ені ані"}
"""Adjective endings of the table that take in the end of the stem."""


@cache
def grammar(language: str) -> Grammar:
    """The grammar of ``ru`` or ``uk``."""
    told = rows(language, "grammar")
    whole = frozenset(_WHOLE[language].split())
    return Grammar(
        language=language,
        nouns={end.rstrip("+"): cases(v) for end, v in told["nouns"].items()},
        adjectives={end: cases(v) for end, v in told["adjectives"].items()},
        stems_of_adjectives=tuple(told["adjective_stems"].split()),
        no_adjectives=tuple(folded(w) for w in told["not_adjectives"].split()),
        prepositions={p: frozenset(v.split()) for p, v in told["cases_of_prepositions"].items()},
        pronouns={folded(p): (cases(v["cases"]), v["who"]) for p, v in told["pronouns"].items()},
        words={k: frozenset(folded(w) for w in str(told[k]).split()) for k in _LISTS} | {"whole": whole},
        exact={word: cases(v) for word, v in told["exact"].items()},
        lifeless=tuple(told["lifeless"].split()),
        verb_ends=tuple(sorted(told["verb_endings"].split(), key=len, reverse=True)),
    )


REMEMBERED = 1 << 16
"""Words of which the answers are kept: a text has few others."""


@lru_cache(maxsize=REMEMBERED)
def _noun(language: str, word: str) -> Cases:
    return grammar(language).noun_by_ending(word)


@lru_cache(maxsize=REMEMBERED)
def _adjective(language: str, word: str) -> Cases:
    return grammar(language).adjective_by_ending(word)


@lru_cache(maxsize=REMEMBERED)
def _looks_verbal(language: str, word: str) -> bool:
    told = grammar(language)
    if not word.endswith(told.verb_ends) or word in told.words["adverbs"]:
        return False
    return not any(word.startswith(n) for n in told.words["not_verbs"])
