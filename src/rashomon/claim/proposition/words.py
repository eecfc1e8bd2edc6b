"""The words of a content as the two parsers hand them over, and what a proposition is made of."""

from __future__ import annotations

from dataclasses import dataclass, field

AGENT, TARGET, WILD = "agent", "target", "wild"
RECIPIENT, ORIGIN = "to", "from"
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


@dataclass(slots=True)
class Parsed:
    """Words of a content with their roles, from one of the two parsers."""

    words: list[Word] = field(default_factory=list)
    language: str = ""
