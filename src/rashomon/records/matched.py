"""Claims met before, and how a text answers to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from rashomon.records.base import content_id
from rashomon.records.claimed import Position, Stance

Likeness = Literal["same", "contradicts", "similar"]
Agreement = Literal["agrees", "differs", "one_sided"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """A claim met before: gathered by this desk from what it read, or taken from a list of checked claims."""

    text: str
    id: str = ""
    """The list's own id; for a desk's claim and for a record without one, a hash of list and words."""
    title: str = ""
    """Headline of the check."""
    list: str = ""
    """Name of the list it came with; empty for what this desk gathered itself."""
    language: str = ""
    by: str = ""
    """Who put it forward, first."""
    at: datetime | None = None
    """When it was put forward, first."""
    verdict: str = ""
    """What the reviewer found, in the reviewer's words. It is their judgement, not ours."""
    reviewer: str = ""
    reviewed_at: datetime | None = None
    url: str = ""
    positions: tuple[Position, ...] = ()
    """Who stands where on it, with the words that say so; only of what this desk read itself."""

    @property
    def key(self) -> str:
        """One claim of one list, whatever is known of it later."""
        return content_id(
            self.list, self.id if self.list else "", " ".join(self.text.lower().split()), self.title
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A text that is looked up: a line that goes into ``rashomon match``. A Claim's line will do, too."""

    text: str
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One thing in which a text and a claim were compared."""

    field: Literal["polarity", "roles", "numbers", "modality"]
    state: Agreement
    asked: str = ""
    """What the text says there."""
    found: str = ""
    """What the claim says there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """An earlier claim that a text may put forward again, or contradict."""

    rank: int
    score: float
    """How probable it is that both speak of one thing, 0 to 1 (calibrated as the model's card tells). It says nothing of
    whether the claim is so."""
    likeness: Likeness
    """``contradicts``: of one thing, and the contrary in polarity, roles or numbers; ``similar``: not sure to be of one
    thing."""
    claim: Earlier
    compared: tuple[Compared, ...] = ()
    stances: tuple[tuple[Stance, int], ...] = ()
    """Parties by where they stand, counted once each, by what they said last."""
    outcome: tuple[Position, ...] = ()
    """Who denied, doubted or retracted it, oldest first: what came of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """What was found for one text."""

    text: str
    id: str = ""
    matches: tuple[Match, ...] = ()
    """The likeliest first."""
    note: str = ""
    """What the reader must know of how it was searched: words only, the text cut, …"""
