"""The words of a Russian or Ukrainian content, with what each may be by its form."""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from rashomon.claim.ideas import VAGUE, deeds, ideas, qualities, stemmed, whole
from rashomon.claim.proposition.cyrillic.endings import forms as endings
from rashomon.claim.proposition.quantities import NUMBERS
from rashomon.claim.proposition.words import Word

TOKEN = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*|\d[\d.,]*|[^\w\s]")
MOST = 6
"""Readings of a word that are looked at, the likeliest first."""
BE_THERE = frozenset("есть є".split())
PREPOSITIONS = frozenset(
    "у в во з із зі до від від для без за под під над перед после після против проти на по при через про о об к ко с со из от из-за біля возле около крім кроме між между".split()
)
NONE = frozenset("нет нету немає нема нема".split())
SURE = 5
"""Letters of a beginning in the tables from which a word that no dictionary has is taken for one of its words."""
_lock = threading.Lock()
_analysers: dict[str, Any] = {}


def _analyser(language: str) -> Any:
    with _lock:
        if language not in _analysers:
            _analysers[language] = load(language)
        return _analysers[language]


def load(language: str) -> Any:
    """The dictionary of a language, or ``None`` where it is not installed."""
    import pymorphy3

    try:
        return pymorphy3.MorphAnalyzer(lang=language)
    except (ImportError, ValueError):  # pymorphy3 says ValueError of a language without dictionary
        return None


def _by_ending(word: str) -> tuple[tuple[Reading, ...], bool, bool]:
    own = ideas(word, "uk")
    found = endings(word, bool(own & deeds()), bool(own & qualities()))
    return (
        tuple(Reading(part, word, case, many, gender, traits) for part, case, gender, many, traits in found),
        bool(own),
        bool(own),
    )


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word's form."""

    part: str
    lemma: str
    cases: str
    plural: bool
    gender: str
    traits: frozenset[str]


_CASES = {
    "nomn": "n",
    "gent": "g",
    "datv": "d",
    "accs": "a",
    "ablt": "i",
    "loct": "l",
    "loc2": "l",
    "gen2": "g",
    "acc2": "a",
}


@lru_cache(maxsize=60_000)
def readings(word: str, language: str, capital: bool = False) -> tuple[tuple[Reading, ...], bool, bool]:
    """The readings of a lower-case word, whether a dictionary has it, and whether as a common word."""
    analyser = _analyser(language)
    if analyser is None:
        return _by_ending(word)
    found: list[Reading] = []
    proper = False
    for parse in analyser.parse(word)[: MOST * 2]:
        tag = parse.tag
        grammemes = frozenset(str(g) for g in tag.grammemes)
        if "Abbr" in grammemes and len(word) > 4:
            continue
        proper = proper or bool(grammemes & {"Name", "Surn", "Patr", "Geox", "Orgn"})
        case = next((_CASES[g] for g in _CASES if g in grammemes), "")
        gender = next((g for g in ("masc", "femn", "neut") if g in grammemes), "")
        part = str(tag.POS or "")
        if "Impe" in grammemes or "impe" in grammemes:
            part = "IMPE"
        found.append(
            Reading(part, parse.normal_form.replace("ё", "е"), case, "plur" in grammemes, gender, grammemes)
        )
    if language == "uk":
        # An infinitive ends in -ти; what ends in -ть is a finite form of another reading.
        found.sort(key=lambda r: (r.part == "ADVB", "infn" in r.traits and word.endswith("ть")))
    if any(r.cases == "n" and r.plural and "anim" in r.traits for r in found):
        # Those who live have the genitive's form where they suffer something: "викрадачі" do it.
        found = [r for r in found if not (r.cases == "a" and r.plural and "anim" in r.traits)]
    known = analyser.word_is_known(word)
    if not known:
        # A guess: what looks like an adjective is one, made of a name, before it is a verb nobody has heard of.
        found.sort(key=lambda r: (r.part != ("NOUN" if capital else "ADJF"), r.part == "VERB"))
    return tuple(found[: MOST * 2]), known, known and not proper


PRONOUNS = frozenset(
    "його її їх їхній їхня їхнє їхні йому їй їм ним нею ними нього неї них его ее их ему ей им нем нему ней ними".split()
)
"""Words of which the dictionaries know a rarer noun, too."""


@dataclass(slots=True)
class Clause:
    """Places of the words of one clause, and of its predicates."""

    places: list[int] = field(default_factory=list)
    predicates: list[int] = field(default_factory=list)
    passive: bool = False
    negated: bool = False
    inset: bool = False


@dataclass(slots=True)
class Sentence:
    """A content while it is read."""

    words: list[Word]
    forms: list[tuple[Reading, ...]]
    clauses: list[Clause]
    language: str = ""
    preposition: dict[int, str] = field(default_factory=dict)
    quoted: set[int] = field(default_factory=set)
    """Places of capitalised words between quotation marks: names that take no case."""


def read(text: str, language: str) -> Sentence:
    words: list[Word] = []
    forms: list[tuple[Reading, ...]] = []
    quoted = False
    proper_names: set[int] = set()
    for m in TOKEN.finditer(text):
        raw = m.group()
        low = raw.lower().replace("’", "'").replace("ʼ", "'").replace("ё", "е")
        if raw in "«“":
            quoted = True
        elif raw in "»”":
            quoted = False
        if not raw[0].isalpha():
            words.append(Word(low, low, "number" if raw[0].isdigit() else "small", m.start(), m.end()))
            forms.append(())
            continue
        if low in PREPOSITIONS:
            words.append(Word(low, low, "small", m.start(), m.end()))
            forms.append(())
            continue
        if low in NUMBERS or low in BE_THERE or low in NONE:
            words.append(Word(low, low, "number" if low in NUMBERS else "small", m.start(), m.end()))
            forms.append(())
            continue
        found, known, common = readings(low, language, raw[0].isupper())
        first = found[0] if found else None
        part = first.part if first else ""
        capital = raw[0].isupper() and (m.start() > 0 or not common)
        kind = "small"
        strange = not known and not whole(low, language) and len(stemmed(low, language)) < SURE
        if strange and ideas(low, language) and "-" not in low:
            kind = "name"
        elif part in {"NOUN", "UNKN", ""} or (capital and not known):
            kind = "noun"
        elif part in {"VERB", "INFN", "PRTS", "IMPE", "GRND"}:
            kind = "verb"
        elif part in {"ADJF", "ADJS", "PRTF", "COMP"}:
            kind = "adjective" if part != "PRTF" else "verb"
        elif part == "ADVB":
            kind = "adverb"
        elif part == "NUMR":
            kind = "number"
        if kind == "small" and ideas(low, language) - {VAGUE} and part not in {"PREP", "CONJ", "PRCL"}:
            kind = "noun"
        if (
            kind in {"noun", "adjective"}
            and not known
            and not ideas(low, language)
            and part.startswith("ADJ")
        ):
            kind = "name"  # "велдорийские": an adjective that no dictionary has is made of a name
        if (first is not None and (part == "NPRO" or "Apro" in first.traits)) or low in PRONOUNS:
            kind = "small"
        if quoted and raw[0].isupper():
            proper_names.add(len(words))
        if (
            kind in {"noun", "adjective"}
            and not ideas(low, language)
            and ((capital and (not known or m.start() > 0)) or (quoted and not known))
        ):
            kind = "name"
        if raw[0].isupper() and any(key.startswith("=state_") for key in ideas(low, language)):
            kind = "name"
        lemma = first.lemma if first else low
        words.append(Word(low, lemma, kind, m.start(), m.end(), listed=common))
        forms.append(found)
    return Sentence(words, forms, [], language, quoted=proper_names)
