"""Levels by day → states and the signals of their changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from rashomon.records import Indicator, Pack, Signal, Span, State, Watched, content_id
from rashomon.watch.levels import BLIND, Day
from rashomon.watch.order import full
from rashomon.watch.parties import told

CITED = 3
"""Spans that a signal carries: an alert explains itself in three lines."""


def step(before: State, day: Day, calm: int, one: Indicator, *, over: bool) -> State:
    """The state after a day; ``calm`` is for how many days, this one counted, nothing was up."""
    if over:
        return "lapsed"
    if day.level > 0:
        return "high" if day.level > 1 or before == "high" else "raised"
    if day.level == BLIND:
        return "blind"
    if before in ("raised", "high"):
        return "lapsed" if calm >= one.lapse_days else before
    if before == "lapsed":
        return "quiet" if calm >= 2 * one.lapse_days else "lapsed"
    return "quiet"


def walk(
    pack: Pack,
    one: Indicator,
    days: Sequence[Day],
    first: date,
    roles: Mapping[str, Sequence[str]],
    sightings: int,
) -> Watched:
    """Through all days in order: nothing later than a day has part in its state."""
    state: State = "quiet"
    kept: State = "quiet"
    calm, since = 0, None
    signals: list[Signal] = []
    name, title = full(pack, one.key), told(one.watched, roles)
    last: Day = Day(0)
    for number, day in enumerate(days):
        at = first + timedelta(days=number)
        over = at > (one.expires or pack.expires)
        calm = 0 if day.level > 0 else calm + 1
        # who was up before the sources fell silent is taken up where it was, once they are back
        base = kept if state == "blind" else state
        new = step(base, day, calm, one, over=over)
        if new != "blind":
            kept = new
        elif calm >= one.lapse_days:
            kept = "lapsed" if kept in ("raised", "high") else "quiet"
        if new != state:
            why = _ended(pack, one) if over else day.why
            signals.append(_signal(pack, one, name, title, at, state, new, day, why))
            state, since = new, at
        last = day
    why = last.why or (signals[-1].why if signals else ())
    return Watched(
        indicator=name,
        title=title,
        state=state,
        day=first + timedelta(days=max(0, len(days) - 1)),
        since=since,
        why=why,
        signals=tuple(signals),
        sightings=sightings,
    )


def _ended(pack: Pack, one: Indicator) -> tuple[str, ...]:
    return (f"Its time was over on {one.expires or pack.expires}, as written on {pack.written}.",)


def _signal(
    pack: Pack, one: Indicator, name: str, title: str, at: date, before: State, new: State, day: Day, why: tuple[str, ...]
) -> Signal:  # fmt: skip
    spans, sources = _cited(day)
    return Signal(
        id=content_id(pack.id, name, title, at.isoformat(), before, new),
        indicator=name,
        title=title,
        day=at,
        before=before,
        state=new,
        count=day.count,
        expected=day.expected,
        tail=day.tail,
        roots=day.roots,
        owners=day.owners,
        since=day.since,
        bears_on=one.bears_on,
        tell=pack.tell,
        why=why,
        spans=spans,
        sources=sources,
    )


def _cited(day: Day) -> tuple[tuple[Span, ...], tuple[str, ...]]:
    """Of each owner the newest sighting first, so that the lines cited are of different voices."""
    newest = sorted(day.sightings, key=lambda s: (s.at, s.document_id), reverse=True)
    first = {s.owner: s for s in reversed(newest)}
    ahead = [s for s in newest if first[s.owner] is s]
    chosen = [*ahead, *(s for s in newest if s not in ahead)][:CITED]
    return tuple(s.span for s in chosen), tuple(s.source for s in chosen)
