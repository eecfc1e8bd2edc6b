"""A record of the registry, and the offices somebody held."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from rashomon.records import Kind

LISTED = date(2025, 9, 1)
"""A year before the newest lists of who is in office were made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """An office that someone held, of a state or a network, and when. An open end is still going on, as far as known."""

    office: str
    of: str
    """Id of the state or network."""
    title: str = ""
    since: date | None = None
    until: date | None = None
    seen: tuple[date, date] | None = None
    """First and last day on which a list or report names the person in the office, where its beginning or end is not
    known: a list that ends is no end of a term.
    """

    def holds(self, day: date) -> bool:
        """Whether the office was held on a day, as far as known. A term with neither beginning nor ``seen`` counts for the
        year before its end, or from ``LISTED`` on; one with ``seen`` and no end counts up to the last day it was seen.
        """
        first, last = self._known()
        return first <= day and (last is None or day <= last)

    def may_hold(self, day: date) -> bool:
        """Whether it is not known if the office was held on a day: before it was first seen or after it was last seen."""
        if self.holds(day) or self.seen is None:
            return False
        return (self.until is None and day > self.seen[1]) or (self.since is None and day < self.seen[0])

    @property
    def first(self) -> date | None:
        """The first day on which it is known to have been held; ``None`` where no list tells one."""
        return self.since or (self.seen[0] if self.seen else None)

    @property
    def last(self) -> date | None:
        """The last day on which it is known to have been held; ``None`` for one that goes on."""
        return self._known()[1]

    def _known(self) -> tuple[date, date | None]:
        last = self.until or (self.seen[1] if self.seen else None)
        if self.first is not None:
            return self.first, last
        return (LISTED if last is None else last - timedelta(days=365)), last


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One record of the registry."""

    id: str
    """``state:FR``, ``person:emmanuel-macron``, ``network:nato``, ``ideology:…``, ``technology:…``."""
    kind: Kind
    name: str
    names: tuple[tuple[str, str], ...]
    """Every name with its language (``en``, ``ru``, ``uk``), the main one first."""
    source: str
    attributes: Mapping[str, Any] = field(default_factory=dict)
    tenures: tuple[Tenure, ...] = ()
    died: date | None = None
    see: str = ""
    """Another record's id, where this is only an older or other name of it."""
    place: str = ""
    """File and line."""
