"""What Russian and Ukrainian share."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache

from rashomon.read.events.drafts import Draft, Held
from rashomon.read.events.line import Line
from rashomon.read.events.meant import Pronouns
from rashomon.read.events.parties import Named
from rashomon.read.events.slavic.build import drafts_of
from rashomon.read.events.slavic.counts import counts
from rashomon.read.events.slavic.places import place_of
from rashomon.read.events.slavic.pronouns import pronouns
from rashomon.read.events.slavic.sentence import text_of
from rashomon.read.events.times.calendar import When
from rashomon.read.events.times.slavic import times
from rashomon.read.languages import ru, uk
from rashomon.records import Count, Mention

_LISTS = {"ru": ru.LISTS, "uk": uk.LISTS}


class Slavic:
    """Events by one mechanism and the tables of a language."""

    language: str

    def drafts(self, text: str, words: Line, named: Named, held: Held) -> list[Draft]:
        """The events of a sentence."""
        return drafts_of(words, named, held, self.language)

    def kept(self, words: Line, drafts: list[Draft], named: Named) -> list[Draft]:
        """All of them: those without parties are left out before."""
        return drafts

    def counts(self, text: str, start: int, end: int) -> tuple[Count, ...]:
        """How many were killed, wounded …"""
        return counts(text, start, end, self.language)

    def times(
        self, text: str, start: int, end: int, published: datetime | None, *, ahead: bool, anchor: date | None
    ) -> tuple[When, ...]:
        """Expressions of time."""
        return times(text, start, end, published, self.language, ahead=ahead, anchor=anchor)

    def reports(self, words: Line, k: int) -> bool:
        """Whether a word is "сказал" or its like."""
        return _reports(self.language, words.raw[k])

    def pronouns(self) -> Pronouns:
        """What pronouns may mean."""
        return pronouns(self.language)

    def place(self, words: Line, draft: Draft, named: Named) -> Mention | None:
        """The place named nearest to the act."""
        return place_of(text_of(words, self.language), draft, named)


@lru_cache(maxsize=4096)
def _reports(language: str, word: str) -> bool:
    match = _LISTS[language].cue_pattern.fullmatch(word)
    return bool(match)
