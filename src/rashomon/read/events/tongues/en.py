"""English: a lexicon with complements, and rules over the words around each match."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from rashomon.read.events.drafts import Draft, Held
from rashomon.read.events.english.drafts import drafts_of
from rashomon.read.events.english.find import find
from rashomon.read.events.english.lexicon import people
from rashomon.read.events.english.merging import bare, merged, share_objects, stands
from rashomon.read.events.english.numbers import counts
from rashomon.read.events.english.phrases import reports
from rashomon.read.events.english.places import place_of
from rashomon.read.events.line import Line
from rashomon.read.events.meant import Pronouns, english
from rashomon.read.events.parties import Named
from rashomon.read.events.times.calendar import When
from rashomon.read.events.times.english import times
from rashomon.records import Count, Mention


@dataclass(frozen=True)
class Plugin:
    """Events in English."""

    def drafts(self, text: str, words: Line, named: Named, held: Held) -> list[Draft]:
        """The events of a sentence, those of several words merged into one."""
        found = find(words)
        if not found:
            return []
        words = replace(words, verbs=frozenset(f.head for f in found if f.entry.verb))
        made = drafts_of(text, words, found, named, held)
        share_objects(words, made)
        return merged(words, made)

    def kept(self, words: Line, drafts: list[Draft], named: Named) -> list[Draft]:
        """Without those of which nothing is told but a name, where more is told of others."""
        if any(not bare(d) for d in drafts):
            drafts = [d for d in drafts if not bare(d)]
        return [d for d in drafts if stands(words, d, named)]

    def counts(self, text: str, start: int, end: int) -> tuple[Count, ...]:
        """How many were killed, wounded …"""
        return counts(text, start, end)

    def times(
        self, text: str, start: int, end: int, published: datetime | None, *, ahead: bool, anchor: date | None
    ) -> tuple[When, ...]:
        """Expressions of time."""
        return times(text, start, end, published, ahead=ahead, anchor=anchor)

    def reports(self, words: Line, k: int) -> bool:
        """Whether a word is "said" or its like."""
        return reports(words, k)

    def pronouns(self) -> Pronouns:
        """What pronouns may mean."""
        return english(people().__contains__)

    def place(self, words: Line, draft: Draft, named: Named) -> Mention | None:
        """The place named nearest to the act."""
        return place_of(words, draft.found, named, draft.bounds)
