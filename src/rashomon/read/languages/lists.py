"""The short lists by which a language without its own model is read in part."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

Acts = tuple[tuple[str, str], ...]
"""(act, pattern) in the order in which they are tried."""


@dataclass(frozen=True)
class Lists:
    """Words of one language. Patterns are regular expressions over lower-case words, without word edges."""

    code: str
    name: str
    """The language's English name, for messages."""
    cues: Acts
    """(act, pattern of the verb in the forms that reports use)."""
    according: Acts
    """(act, pattern of the words before a source: "according to")."""
    citing: str
    """Those of them that stand beside a verb of saying: "citing"."""
    owned: str
    """"According to him": the same with a pronoun inside, as group ``who``."""
    impersonal: Acts
    """Verbs without a speaker: "it is reported", "they say"."""
    accused: str
    """"Was accused", with its auxiliary."""
    hearsay: str
    """"Allegedly", inside a clause."""
    forwarded: str
    """"Forwarded from", at the head of a message."""
    that: str
    """What opens reported words after any cue and is part of them: "that", "as if", "whether"."""
    about: str
    """"About": opens the matter of a saying, and is part of it."""
    objective: str
    """Prepositions that open the object of an accusation, a demand, a doubt ("in", "for")."""
    plain: str
    """Beginnings of verbs of saying whose bare object is what is said ("called")."""
    lies: str
    """What a matter is called by one who denies it: "a lie", as pattern."""
    heavy: str
    """Verbs that say something only with one of ``weights`` behind: "lay"."""
    weights: str
    """"Blame"."""
    verdicts: str
    """What a court finds someone by a verb that else confirms: "guilty"."""
    objections: str
    """Words behind "called" that tell of a name given, not of a view ("after")."""
    hollow: frozenset[str]
    """Words that stand for no source behind "according to" ("that")."""
    this: str
    """"This" before a cue that points back at the sentence before ("Spokesman X reported this")."""
    negation: str
    partly: str
    """"Partly", before a denial."""
    pronouns: dict[str, str]
    """Pronoun -> ``he``, ``she``, ``it`` or ``they``."""
    objects: frozenset[str]
    """Those of the pronouns that are never a subject ("him")."""
    possessives: frozenset[str]
    """"His", "our": open a source when a noun that speaks follows."""
    relatives: str
    prepositions: frozenset[str]
    """Words that end the words of a source on either side."""
    places_of: frozenset[str]
    """Prepositions behind which a body speaks in the plural: "at the ministry they said"."""
    fillers: frozenset[str]
    """Adverbs, days and months that stand between a source and its cue and are no part of it."""
    adverbs: tuple[str, ...]
    """Ends of further adverbs."""
    roles: tuple[str, ...]
    """Beginnings of nouns that can speak: "minister", "ministry", "witness"."""
    persons: tuple[str, ...]
    """Those of them that one person is: "minister"."""
    bodies: tuple[str, ...]
    """Those that are bodies, for "the agency" farther down."""
    generic: tuple[str, ...]
    """Words for any body named before: "the agency"."""
    hidden: tuple[str, ...]
    """Those whose place belongs to them: "a source in the ministry"."""
    outlets: tuple[str, ...]
    """Those that go with a name in quotation marks and are not part of it: "the newspaper"."""
    papers: tuple[str, ...]
    """Beginnings of what people say things in: "statement", "report"."""
    knowing: tuple[str, ...]
    """Beginnings of verbs before "that" that say nothing: "learned", "saw to it"."""
    past: str
    """The end of a man's verb in the past."""
    occasions: frozenset[str]
    """Where and when people say things, that are no body of theirs: "briefing"."""
    things: tuple[str, ...]
    """Beginnings of what demands or threatens without speaking: "law", "flood"."""
    adjectives: tuple[str, ...]
    """Ends of adjectives."""
    oblique: tuple[str, ...]
    """Ends that a noun in the nominative does not have."""
    genitive: tuple[str, ...]
    """Ends that a word behind a noun may have when it belongs to it."""
    dative: tuple[str, ...]
    """Ends of those to whom something is promised."""
    plural: tuple[str, ...]
    """Ends of nouns in the plural."""
    plural_verbs: tuple[str, ...]
    gerunds: tuple[str, ...]
    infinitives: tuple[str, ...]
    surnames: tuple[str, ...]
    """Ends of surnames that no name of a place in the genitive has."""
    states: tuple[str, ...]
    """Beginnings of the names of states, as far as all cases share them."""
    places: tuple[str, ...]
    institutions: str
    """Pattern of institutions by their wording, case as written."""
    patronymics: tuple[str, ...]
    men_in_a: frozenset[str]
    """Given names of men that end as women's do."""
    abbreviations: frozenset[str]
    """Words whose full stop ends no sentence, without it."""

    @cached_property
    def cue_pattern(self) -> re.Pattern[str]:
        """All cues in one pattern; the group's name is the act and a number."""
        return _united(self.cues)

    @cached_property
    def according_pattern(self) -> re.Pattern[str]:
        return _united(self.according)

    @cached_property
    def impersonal_pattern(self) -> re.Pattern[str]:
        return _united(self.impersonal)

    @cached_property
    def owned_pattern(self) -> re.Pattern[str]:
        return _words(self.owned)

    @cached_property
    def accused_pattern(self) -> re.Pattern[str]:
        return _words(self.accused)

    @cached_property
    def hearsay_pattern(self) -> re.Pattern[str]:
        return _words(self.hearsay)

    @cached_property
    def that_pattern(self) -> re.Pattern[str]:
        """The opening as group ``that``, ``about`` or ``object``."""
        return re.compile(
            rf"\s*,?\s*(?:(?P<that>{self.that})|(?P<about>{self.about})|(?P<object>{self.objective}))(?![\w-])\s*",
            re.IGNORECASE,
        )

    @cached_property
    def this_pattern(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w-])(?:{self.this})(?:\s+[\w-]+){{0,4}}\s*$", re.IGNORECASE)

    @cached_property
    def institution_pattern(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w-])(?:{self.institutions})(?![\w-])")

    def is_role(self, word: str) -> bool:
        return word.casefold().startswith(self.roles)

    def is_state(self, word: str) -> bool:
        return _begins(word.casefold(), self.states)

    def is_place(self, word: str) -> bool:
        return _begins(word.casefold(), self.places)

    def is_adverb(self, word: str) -> bool:
        plain = word.casefold()
        return plain in self.fillers or (
            word.islower() and plain.endswith(self.adverbs) and not self.is_role(word)
        )


def _begins(word: str, stems: Iterable[str]) -> bool:
    return any(word.startswith(stem) and len(word) <= len(stem) + 3 for stem in stems)


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE)


def _united(patterns: Acts) -> re.Pattern[str]:
    return _words("|".join(f"(?P<{act}__{i}>{pattern})" for i, (act, pattern) in enumerate(patterns)))


def act_of(match: re.Match[str]) -> str:
    """The act of a match of ``cue_pattern`` or ``according_pattern``."""
    return (match.lastgroup or "asserts").split("__")[0]
