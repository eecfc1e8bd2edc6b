"""Entries of a lexicon, and where they stand in a line of words."""

from __future__ import annotations

from dataclasses import dataclass

Element = frozenset[str] | None
"""Words of which one must stand here; ``None``: up to six words of any kind."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry behind one form of its first word."""

    category: str
    """PLOVER category; empty for words that look like an event and are none."""
    mode: str
    verb: bool
    form: str
    """What the first word may be: letters of ``b``, ``s``, ``p``, ``i``; empty for a noun."""
    lemma: str
    rest: tuple[Element, ...]
    suffered: bool = False
    """Whether the verb's subject is the one it was done to."""

    @property
    def weight(self) -> int:
        return 1 + sum(e is not None for e in self.rest)


@dataclass(frozen=True, slots=True)
class Found:
    """An entry that matched: the places of its first word, of its last, and of all its words."""

    entry: Entry
    head: int
    last: int
    used: tuple[int, ...]
    turned: bool = False
    """Whether its object was found to its left ("sanctions were imposed")."""

    @property
    def first(self) -> int:
        return min(self.used)


@dataclass(frozen=True, slots=True)
class Group:
    """What stands before a verb and belongs to it."""

    start: int
    """The first word of the group: "has" of "has not tried to attack"."""
    negated: bool = False
    modal: str = ""
    passive: bool = False
    future: bool = False
    control: str = ""
    """What the word before "to" does: see ``controls`` in the lexicon."""
    infinitive: bool = False
    denied: bool = False
