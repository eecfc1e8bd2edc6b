"""The words of a content as the two parsers hand them over, and what a proposition is made of."""

from __future__ import annotations

from dataclasses import dataclass, field

AGENT, TARGET, WILD = "agent", "target", "wild"
RECIPIENT, ORIGIN = "to", "from"
SLOTS = {
    slot: where
    for where, listed in {
        "place": "in at on near off outside inside within around beside over under в во на под у возле около близ вблизи під біля поблизу неподалік коло",
        "to": "to into onto toward towards к ко до",
        "from": "from из с со от із зі з від",
        "against": "against upon против проти",
        "with": "with alongside между між",
        "about": "about о об про",
        "for": "for за для",
    }.items()
    for slot in listed.split()
}
"""What the prepositions of three languages say of where a noun stands towards the deed."""
"""Roles towards a deed: who does it, whom or what it is done to; ``WILD`` is one of the two, not told which; to whom, from whom."""


@dataclass(slots=True)
class Word:
    """One word while a content is parsed. ``governor`` is the place of the deed that its ``role`` is towards."""

    low: str
    lemma: str
    kind: str
    """``noun, name, verb, adjective, adverb, number, small``."""
    start: int
    end: int
    role: str = ""
    governor: int = -1
    negated: bool = False
    order: str = ""
    """``before`` or ``after``: it tells when."""
    head: int = -1
    """Place of the noun that a number or an adjective stands with."""
    listed: bool = True
    """Known to a dictionary of its language: a name made of such words is translated rather than spelt."""
    slot: str = ""
    """Where it stands: ``doer``, ``done``, ``to``, ``from``, ``place`` or a preposition; told of vague verbs too."""
    owner: int = -1
    """Place of the noun that it says whose or which of."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase that tells something, by the keys that its equals in all languages share."""

    keys: frozenset[str]
    text: str
    kind: str
    weight: float
    role: str = ""
    governor: frozenset[str] = frozenset()
    negated: bool = False
    order: str = ""
    listed: bool = True
    slot: str = ""
    owner: frozenset[str] = frozenset()

    @property
    def known(self) -> bool:
        """Whether the lexicon has it or it is whom a name means."""
        return any(key[0] in "=@#" for key in self.keys)


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many of what, ``low`` to ``high`` with both ends in it; either may be infinite."""

    low: float
    high: float
    counted: frozenset[str]
    """Keys of what is counted or of its unit, and of the deed it is counted by."""
    text: str = ""
    unit: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """What a content says, ready to be compared part by part."""

    terms: tuple[Term, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: frozenset[tuple[str, str]] = frozenset()
    """(what of a date, value): ("month", "5"), ("weekday", "tue"), ("year", "-1") …"""
    modality: str = ""
    language: str = ""
    vague: bool = False
    """It tells of several or of some where another may tell which."""


@dataclass(slots=True)
class Parsed:
    """Words of a content with their roles, from one of the two parsers."""

    words: list[Word] = field(default_factory=list)
    language: str = ""
