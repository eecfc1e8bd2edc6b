"""Sightings → counts by day, in which a copy counts once, a house has little weight by loudness, and newcomers have one voice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from rashomon.records import Document, Indicator, Sighting
from rashomon.watch.baseline import Numbers
from rashomon.watch.seen import Seen

PER_OWNER = 3
"""Reports of one owner that count on a day: a single channel cannot raise an alarm by writing ten posts."""
PROBATION = 7
"""Days after which a source that was seen on three days is no newcomer. A flood of fresh accounts is told apart from sources of
standing by this."""
SETTLED = 14
"""Days with documents among the last 28 from which a stream is settled. Before that nobody is a newcomer: in the first weeks of a desk, and
in an archive with a few old pages, all sources are new."""
NEWCOMERS = "newcomers"


@dataclass(frozen=True, slots=True)
class Stream:
    """Who published on which day, from the first document to today."""

    first: date
    days: int
    by_source: Mapping[str, Numbers]
    """Source → documents a day."""
    standing: Mapping[str, date]
    """Owner → the day from which it is no newcomer."""
    settled: npt.NDArray[np.bool_]
    """For each day whether there can be newcomers at all."""

    def day(self, place: int) -> date:
        return self.first + timedelta(days=place)

    def exposure(self, sources: tuple[str, ...]) -> Numbers:
        """Sources a day that were heard, of these (all, where none are named)."""
        chosen = [self.by_source[s] for s in (sources or tuple(self.by_source)) if s in self.by_source]
        total = np.zeros(self.days)
        for one in chosen:
            total += one > 0
        return total

    def documents(self, sources: tuple[str, ...]) -> Numbers:
        """Documents a day of these sources, each source at most ten: a flood must not pass for sight."""
        total = np.zeros(self.days)
        for s in sources or tuple(self.by_source):
            if s in self.by_source:
                total += np.minimum(self.by_source[s], 10)
        return total


def stream(documents: Iterable[Document], seen: Seen, today: date) -> Stream:
    """The days of these documents up to ``today``; all of them dated, none after."""
    at = [(one.source, one.published_at.date()) for one in documents if one.published_at is not None]
    first = min((day for _, day in at), default=today)
    days = (today - first).days + 1
    counts: dict[str, Numbers] = {}
    for source, day in at:
        counts.setdefault(source, np.zeros(days))[(day - first).days] += 1
    standing: dict[str, date] = {}
    settled = _settled(sum(counts.values(), np.zeros(days)))
    begin = int(np.flatnonzero(settled)[0]) if settled.any() else days
    by_owner: dict[str, Numbers] = {}
    for source, row in counts.items():
        owner = seen.owner(source)
        by_owner[owner] = by_owner[owner] + row if owner in by_owner else row
    for owner, row in by_owner.items():
        there = np.flatnonzero(row)
        begun = first + timedelta(days=int(there[0]))
        if there[0] < begin:
            standing[owner] = begun  # it was there before the stream was settled
        elif len(there) >= 3:
            standing[owner] = max(begun + timedelta(days=PROBATION), first + timedelta(days=int(there[2])))
    return Stream(first, days, counts, standing, settled)


def _settled(documents: Numbers) -> npt.NDArray[np.bool_]:
    heard = np.concatenate([[0], np.cumsum(documents > 0)])
    ends = np.arange(len(documents))
    return np.asarray(heard[ends] - heard[np.maximum(ends - 28, 0)] >= SETTLED)


@dataclass(frozen=True, slots=True)
class Counted:
    """One indicator's days."""

    counts: Numbers
    by_day: Mapping[int, tuple[Sighting, ...]]
    """Place of the day → the first sighting of each root that is new on it."""
    newcomers: Counter[int]
    """Place of the day → sightings of newcomers beyond their one voice."""


def counted(found: Iterable[Sighting], whole: Stream, one: Indicator) -> Counted:
    """Sightings of one indicator by day. A root counts on the day it was first seen, and never again."""
    firsts: dict[str, Sighting] = {}
    for sighting in found:
        if one.sources and sighting.source not in one.sources and sighting.owner not in one.sources:
            continue
        known = firsts.get(sighting.root_id)
        if known is None or (sighting.at, sighting.document_id) < (known.at, known.document_id):
            firsts[sighting.root_id] = sighting
    days: dict[int, list[Sighting]] = defaultdict(list)
    for sighting in sorted(firsts.values(), key=lambda s: (s.at, s.document_id, s.span.start)):
        days[(sighting.at.date() - whole.first).days].append(sighting)
    counts = np.zeros(whole.days)
    by_day: dict[int, tuple[Sighting, ...]] = {}
    beyond: Counter[int] = Counter()
    for place, own in days.items():
        kept: list[Sighting] = []
        voices: Counter[str] = Counter()
        for sighting in own:
            voice = voice_of(sighting, whole)
            if voice == NEWCOMERS and voices[voice]:
                beyond[place] += 1
            elif voices[voice] < PER_OWNER:
                kept.append(sighting)
            voices[voice] += 1
        counts[place] = len(kept)
        by_day[place] = tuple(kept)
    return Counted(counts, by_day, beyond)


def voice_of(sighting: Sighting, whole: Stream) -> str:
    """Whose voice it is: its owner's, or that of all newcomers together."""
    place = (sighting.at.date() - whole.first).days
    if not whole.settled[place]:
        return sighting.owner
    since = whole.standing.get(sighting.owner)
    return sighting.owner if since is not None and since <= sighting.at.date() else NEWCOMERS
