"""Sentences → events: who did what to whom, where and when, and whether it was done at all.

Matching against a lexicon, then rules over the words around each match; no parse. Acts are PLOVER's categories and
modes. A statement or denial is no event (PLOVER has no code for it): it is an attribution, and an event may lie inside
one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from rashomon.read.events import times
from rashomon.read.events.drafts import Draft, Held, drafts_of
from rashomon.read.events.find import find
from rashomon.read.events.line import Line, line
from rashomon.read.events.merging import bare, merged, share_objects, stands
from rashomon.read.events.numbers import OF, counts
from rashomon.read.events.parties import Named
from rashomon.read.events.phrases import reports
from rashomon.read.events.places import place_of
from rashomon.records import Attribution, Event, Mention, Range

LONGEST = 200
"""Words of a sentence that are read: what is longer is a list or no prose."""


def events(
    text: str,
    sentences: Sequence[Range],
    mentions: Sequence[Mention],
    attributions: Sequence[Attribution],
    published_at: datetime | None,
) -> tuple[Event, ...]:
    """The events that an English text tells, in the order of their words.

    ``sentences``, ``mentions`` and ``attributions`` are a reading's, sorted by place; ``published_at`` is what "on
    Tuesday" is counted from. Takes time in proportion to the text. Never raises on any text.
    """
    named = Named(mentions, [m.start for m in mentions])
    held = Held(attributions)
    out: list[Event] = []
    anchor: date | None = None
    for start, end in sentences:
        words = line(text, start, end)
        if len(words) > LONGEST:
            words = replace(words, raw=words.raw[:LONGEST], low=words.low[:LONGEST], at=words.at[:LONGEST])
        if not len(words):
            continue
        found = find(words)
        if not found:
            continue
        words = replace(words, verbs=frozenset(f.head for f in found if f.entry.verb))
        drafts = drafts_of(text, words, found, named, held)
        share_objects(words, drafts)
        drafts = merged(words, drafts)
        if not drafts:
            continue
        _count(words, drafts)
        if any(not bare(d) for d in drafts):
            drafts = [d for d in drafts if not bare(d)]
        drafts = [d for d in drafts if stands(words, d, named)]
        anchor = _time(words, drafts, published_at, anchor)
        out += [_event(text, words, one, named) for one in drafts]
    return tuple(out)


def _count(words: Line, drafts: list[Draft]) -> None:
    """Each count of people goes to the nearest event that may have it."""
    for one in counts(words.text, words.at[0][0], words.at[-1][1]):
        fit = [d for d in drafts if one.kind in OF.get(d.category, ())]
        if fit:
            best = min(
                fit,
                key=lambda d: (OF[d.category].index(one.kind), abs(words.at[d.found.head][0] - one.start)),
            )
            best.numbers.append(one)


def _time(words: Line, drafts: list[Draft], published: datetime | None, anchor: date | None) -> date | None:
    """Gives each event the expression of time nearest to it, past or future by its status; returns the new anchor."""
    start, end = words.at[0][0], words.at[-1][1]
    past = times.times(words.text, start, end, published, anchor=anchor)
    heads = {words.at[d.found.last][1] for d in drafts} | {words.at[d.found.head][1] for d in drafts}
    past = tuple(w for w in past if not _of_saying(words, w, heads))
    if not past:
        return anchor
    coming: tuple[times.When, ...] | None = None
    for one in drafts:
        ahead = one.status == "planned" or (one.own is not None and one.own.future)
        if ahead and coming is None:
            coming = times.times(words.text, start, end, published, ahead=True, anchor=anchor)
        some = coming if ahead and coming else past
        head = words.at[one.found.head][0]
        some = tuple(
            w
            for w in some
            if words.at[one.bounds[0]][0] <= w.start
            and w.end <= words.at[one.bounds[1] - 1][1] + 1
            and not _of_saying(words, w, heads)
        )
        if not some:
            continue
        one.when = min(some, key=lambda w: _distance(w, head, words.at[one.found.last][1]))
        if (
            published
            and one.when.time_until
            and one.status == "asserted"
            and _long_ago(one.when, published)
            and _distance(one.when, head, words.at[one.found.last][1]) < 80
        ):
            one.status = "historical"
    told = next((d.when for d in drafts if d.when and d.when.time_from), None)
    return date.fromisoformat(told.time_from[:10]) if told else anchor


def _of_saying(words: Line, when: times.When, heads: set[int]) -> bool:
    """Whether a time tells when it was said and not when it was done: "the army said on Tuesday"."""
    k = next((i for i, (s, _) in enumerate(words.at) if s >= when.start), 0) - 1
    return k >= 0 and reports(words, k) and words.at[k][1] not in heads


OLD_YEARS = 1
"""What ended more than a year and the running one before its telling is history, not news."""


def _long_ago(when: times.When, published: datetime) -> bool:
    return when.precision in {"year", "decade", "month", "day", "part", "minute", "week"} and (
        int(when.time_until[:4]) < published.year - OLD_YEARS
        or (
            int(when.time_until[:4]) < published.year
            and (published.date() - date.fromisoformat(when.time_until[:10])).days > 365
        )
    )


def _distance(when: times.When, head: int, last: int) -> int:
    return when.start - last if when.start >= last else head - when.end if when.end <= head else 0


def _event(text: str, words: Line, one: Draft, named: Named) -> Event:
    actor, target = one.roles.actor, one.roles.target
    start, end = words.at[one.found.first][0], words.at[max(one.found.used)][1]
    return Event(
        actor=text[slice(*actor)] if actor else "",
        action=one.category,
        target=text[slice(*target)] if target else "",
        place=place_of(words, one.found, named, one.bounds),
        time=one.when.text if one.when else "",
        status=one.status,
        start=start,
        end=end,
        mode=one.mode,
        actor_span=actor,
        target_span=target,
        numbers=tuple(one.numbers),
        time_from=one.when.time_from if one.when else "",
        time_until=one.when.time_until if one.when else "",
        time_precision=one.when.precision if one.when else "",
        attribution=one.attribution,
    )
