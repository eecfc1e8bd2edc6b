"""Streams of sightings as a desk has them, with a shift planted in each: season, trend, holidays, outages, copies, one-day bursts.

Everything is drawn from a seed. Sources publish whether or not the indicator is seen; a root is copied by other sources on the same day
or the next; on some days half the sources, or all of them, are down. The shift multiplies the rate for two weeks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import numpy as np

from rashomon.records import Document, Sighting, Span

FIRST = date(2024, 1, 1)
DAYS = 730
SHIFT = 14
SOURCES = 14
RATES = (0.05, 0.2, 0.7, 2.0, 6.0)
"""Independent reports a day before the shift."""
WEEK = np.array([1.1, 1.2, 1.2, 1.15, 1.0, 0.65, 0.7])


@dataclass(frozen=True)
class Planted:
    """One stream with the place of its first shifted day; ``None``: nothing was planted."""

    name: str
    rate: float
    sightings: tuple[Sighting, ...]
    documents: tuple[Document, ...]
    shift: int | None


def streams(seed: int, repeats: int, factor: float = 4.0) -> Iterator[Planted]:
    """For each rate so many streams with a shift in the second year. What is rare rises by a number a day, not by its small multiple."""
    random = np.random.default_rng(seed)
    for rate in RATES:
        for number in range(repeats):
            yield _stream(random, f"{rate:g} a day #{number}", rate, factor)


def _stream(random: np.random.Generator, name: str, rate: float, factor: float) -> Planted:
    trend = random.uniform(-0.4, 0.4)
    shift = int(random.integers(420, DAYS - 60))
    holidays = {
        int(h) + year * 365 for year in (0, 1) for h in (*range(0, 7), 120, 121, 128, *range(357, 365))
    }
    outages = {int(d): random.random() < 0.3 for d in random.integers(30, DAYS, 12)}
    volume = random.gamma(3.0, 1.2, SOURCES)
    sightings: list[Sighting] = []
    documents: list[Document] = []
    for day in range(DAYS):
        at = FIRST + timedelta(days=day)
        down = (
            set(range(SOURCES))
            if outages.get(day)
            else set(range(0, SOURCES, 2))
            if day in outages
            else set()
        )
        quiet = 0.35 if day in holidays else 1.0
        season = WEEK[at.weekday()] * quiet
        there = [s for s in range(SOURCES) if s not in down and random.poisson(volume[s] * season) > 0]
        documents += [_document(f"{day}-{s}", s, at) for s in there]
        mean = rate * season * (1 + trend * day / DAYS) * len(there) / SOURCES
        if shift <= day < shift + SHIFT:
            mean = max(mean * factor, mean + 0.3 * factor * len(there) / SOURCES)
        elif random.random() < 0.004:
            mean += 1.0  # a film, an anniversary: a day of talk that means nothing
        count = int(random.poisson(mean * random.gamma(5.0, 0.2))) if there else 0
        for root in range(count):
            author = int(random.choice(there))
            sightings.append(_sighting(day, root, author, author, at))
            for copier in random.choice(there, min(len(there), int(random.poisson(2.5)))):
                later = at + timedelta(days=int(random.random() < 0.3))
                sightings.append(_sighting(day, root, author, int(copier), later, copy=len(sightings)))
    return Planted(name, rate, tuple(sightings), tuple(documents), shift)


def flood(seed: int, own_words: bool) -> Planted:
    """A quiet stream into which 300 accounts that nobody knew pour the sign for three days: one text, or each its own."""
    random = np.random.default_rng(seed)
    plain = _stream(random, "flood", 0.05, 1.0)
    start = 500
    first = FIRST + timedelta(days=start)
    calm = [s for s in plain.sightings if not -20 <= (s.at.date() - first).days <= 30]
    sightings, documents = [], []
    for bot in range(300):
        at = first + timedelta(days=bot % 3)
        source = 1000 + bot
        documents.append(_document(f"bot-{bot}", source, at))
        root = bot if own_words else 0
        sightings.append(
            _sighting(start, 5000 + root, source if own_words else 1000, source, at, copy=bot + 1)
        )
    return Planted("flood", 0.05, (*calm, *sightings), (*plain.documents, *documents), start)


def _name(source: int) -> str:
    return f"source-{source}"


def _document(id: str, source: int, at: date) -> Document:
    return Document(id=id, text=".", source=_name(source), published_at=_noon(at))


def _noon(at: date) -> datetime:
    return datetime(at.year, at.month, at.day, 12, tzinfo=UTC)


def _sighting(day: int, root: int, author: int, source: int, at: date, copy: int = 0) -> Sighting:
    id = f"{day}-{root}" + (f"-copy-{copy}" if copy else "")
    return Sighting(
        indicator="planted/one",
        document_id=id,
        root_id=f"{day}-{root}",
        source=_name(source),
        owner=_name(author),
        at=_noon(at),
        span=Span(document_id=id, start=0, end=1, quote="."),
        trace="event",
    )
