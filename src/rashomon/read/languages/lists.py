"""The short lists by which a language without its own model is read in part."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Lists:
    """Words of one language. Patterns are regular expressions over lower-case words, without word edges."""

    code: str
    name: str
    """The language's English name, for messages."""
    cues: tuple[tuple[str, str], ...]
    """(act, pattern of the verb in the forms that reports use)."""
    according: tuple[tuple[str, str], ...]
    """(act, pattern of the words before a source: "according to")."""
    owned: str
    """"According to him": the same with a pronoun inside, as group ``who``."""
    that: str
    """What opens reported words after any cue: "that", "as if"."""
    about: str
    """"About": opens the matter of a saying, and is part of it."""
    objective: str
    """Prepositions that open the object of an accusation, a demand, a doubt ("in", "for")."""
    plain: str
    """Beginnings of verbs of saying whose bare object is what is said ("announced", "called")."""
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
    relatives: str
    prepositions: frozenset[str]
    """Words that end the words of a source on either side."""
    fillers: frozenset[str]
    """Adverbs, days and months that stand between a source and its cue and are no part of it."""
    roles: tuple[str, ...]
    """Beginnings of nouns that can speak: "minister", "ministry", "witness"."""
    adjectives: tuple[str, ...]
    """Ends of adjectives."""
    states: tuple[str, ...]
    """Beginnings of the names of states, as far as all cases share them."""
    places: tuple[str, ...]
    institutions: str
    """Pattern of institutions by their wording, case as written."""
    patronymics: tuple[str, ...]
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
    def owned_pattern(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w-])(?:{self.owned})(?![\w-])", re.IGNORECASE)

    @cached_property
    def that_pattern(self) -> re.Pattern[str]:
        """The opening as group ``that``, ``about`` or ``object``."""
        return re.compile(
            rf"\s*,?\s*(?:(?P<that>{self.that})|(?P<about>{self.about})|(?P<object>{self.objective}))(?![\w-])\s*",
            re.IGNORECASE,
        )

    @cached_property
    def this_pattern(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w-])(?:{self.this})(?:\s+[\w-]+){{0,2}}\s*$", re.IGNORECASE)

    @cached_property
    def institution_pattern(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w-])(?:{self.institutions})(?![\w-])")

    def is_role(self, word: str) -> bool:
        return word.casefold().startswith(self.roles)

    def is_state(self, word: str) -> bool:
        return _begins(word.casefold(), self.states)

    def is_place(self, word: str) -> bool:
        return _begins(word.casefold(), self.places)


def _begins(word: str, stems: Iterable[str]) -> bool:
    return any(word.startswith(stem) and len(word) <= len(stem) + 3 for stem in stems)


def _united(patterns: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    parts = (f"(?P<{act}__{i}>{pattern})" for i, (act, pattern) in enumerate(patterns))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w-])", re.IGNORECASE)


def act_of(match: re.Match[str]) -> str:
    """The act of a match of ``cue_pattern`` or ``according_pattern``."""
    return (match.lastgroup or "asserts").split("__")[0]
