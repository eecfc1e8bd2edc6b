"""Sentences → events: who did what to whom, where and when, and whether it was done at all.

Matching against a lexicon, then rules over the words around each match; no parse. Acts are PLOVER's categories and
modes. A statement or denial is no event (PLOVER has no code for it): it is an attribution, and an event may lie inside
one. What differs between languages is a plug-in in ``tongues/``; all else is here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from typing import Protocol

from rashomon import registry
from rashomon.read.events.drafts import Draft, Held
from rashomon.read.events.line import Line, line
from rashomon.read.events.meant import Pronouns, meant
from rashomon.read.events.parties import Named
from rashomon.read.events.times.calendar import When
from rashomon.records import Attribution, Count, Event, Mention, Range

LONGEST = 200
"""Words of a sentence that are read: what is longer is a list or no prose."""

OF: dict[str, tuple[str, ...]] = {
    "ASSAULT": ("killed", "wounded", "missing", "abducted", "displaced", "detained"),
    "COERCE": ("detained", "displaced", "expelled", "killed", "wounded"),
    "PROTEST": ("wounded", "killed", "detained"),
    "RETREAT": ("released", "evacuated", "displaced"),
    "SANCTION": ("expelled", "detained"),
    "AID": ("evacuated", "displaced", "wounded"),
    "CONCEDE": ("released",),
}
"""Categories to the counts they may have, the likeliest first."""


class Tongue(Protocol):
    """What a plug-in in ``tongues/`` offers; its file's name is the language, ISO 639-1."""

    def drafts(self, text: str, words: Line, named: Named, held: Held) -> list[Draft]:
        """The events of a sentence, in the order of their words, without counts and times."""

    def kept(self, words: Line, drafts: list[Draft], named: Named) -> list[Draft]:
        """Those of them that stand, now that their counts are known."""

    def counts(self, text: str, start: int, end: int) -> tuple[Count, ...]:
        """How many were killed, wounded … in a range of the text."""

    def times(
        self, text: str, start: int, end: int, published: datetime | None, *, ahead: bool, anchor: date | None
    ) -> tuple[When, ...]:
        """Expressions of time in a range of the text."""

    def reports(self, words: Line, k: int) -> bool:
        """Whether a word is a verb that says who speaks."""

    def pronouns(self) -> Pronouns:
        """What pronouns and bare nouns for bodies may mean."""

    def place(self, words: Line, draft: Draft, named: Named) -> Mention | None:
        """The name of where an event was."""


@cache
def spoken() -> tuple[str, ...]:
    """Languages in which events are read, ISO 639-1."""
    return registry.names("read.events.tongues")


@cache
def _tongue(language: str) -> Tongue:
    made: Tongue = registry.load("read.events.tongues", language)
    return made


def events(
    text: str,
    sentences: Sequence[Range],
    mentions: Sequence[Mention],
    attributions: Sequence[Attribution],
    published_at: datetime | None,
    language: str = "en",
) -> tuple[Event, ...]:
    """The events that a text tells, in the order of their words; none in a language that has no plug-in.

    ``sentences``, ``mentions`` and ``attributions`` are a reading's, sorted by place; ``published_at`` is what "on
    Tuesday" is counted from. Takes time in proportion to the text. Never raises on any text.
    """
    if language not in spoken():
        return ()
    tongue = _tongue(language)
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
        drafts = tongue.drafts(text, words, named, held)
        if not drafts:
            continue
        _count(tongue, words, drafts)
        drafts = tongue.kept(words, drafts, named)
        anchor = _time(tongue, words, drafts, published_at, anchor)
        out += _where([_event(tongue, text, words, one, named) for one in drafts])
    return meant(text, sentences, mentions, out, tongue.pronouns()) if out else ()


def _count(tongue: Tongue, words: Line, drafts: list[Draft]) -> None:
    """Each count of people goes to the nearest event that may have it."""
    for one in tongue.counts(words.text, words.at[0][0], words.at[-1][1]):
        fit = [d for d in drafts if one.kind in OF.get(d.category, ())]
        if fit:
            best = min(
                fit,
                key=lambda d: (OF[d.category].index(one.kind), abs(words.at[d.found.head][0] - one.start)),
            )
            best.numbers.append(one)


def _time(
    tongue: Tongue, words: Line, drafts: list[Draft], published: datetime | None, anchor: date | None
) -> date | None:
    """Gives each event the expression of time nearest to it, past or future by its status; returns the new anchor."""
    start, end = words.at[0][0], words.at[-1][1]
    past = tongue.times(words.text, start, end, published, ahead=False, anchor=anchor)
    heads = {words.at[d.found.last][1] for d in drafts} | {words.at[d.found.head][1] for d in drafts}
    past = tuple(w for w in past if not _of_saying(tongue, words, w, heads))
    if not past:
        return anchor
    coming: tuple[When, ...] | None = None
    for one in drafts:
        ahead = one.status == "planned" or (one.own is not None and one.own.future)
        if ahead and coming is None:
            coming = tongue.times(words.text, start, end, published, ahead=True, anchor=anchor)
        some = coming if ahead and coming else past
        head = words.at[one.found.head][0]
        some = tuple(
            w
            for w in some
            if words.at[one.bounds[0]][0] <= w.start
            and w.end <= words.at[one.bounds[1] - 1][1] + 1
            and not _of_saying(tongue, words, w, heads)
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


def _of_saying(tongue: Tongue, words: Line, when: When, heads: set[int]) -> bool:
    """Whether a time tells when it was said and not when it was done: "the army said on Tuesday"."""
    k = next((i for i, (s, _) in enumerate(words.at) if s >= when.start), 0) - 1
    return k >= 0 and tongue.reports(words, k) and words.at[k][1] not in heads


OLD_YEARS = 1
"""What ended more than a year and the running one before its telling is history, not news."""


def _long_ago(when: When, published: datetime) -> bool:
    return when.precision in {"year", "decade", "season", "month", "day", "part", "minute", "week"} and (
        int(when.time_until[:4]) < published.year - OLD_YEARS
        or (
            int(when.time_until[:4]) < published.year
            and (published.date() - date.fromisoformat(when.time_until[:10])).days > 365
        )
    )


def _distance(when: When, head: int, last: int) -> int:
    return when.start - last if when.start >= last else head - when.end if when.end <= head else 0


_OF_WORDS = frozenset("ACCUSE REQUEST REJECT THREATEN AGREE SUPPORT CONCEDE".split())
"""Acts of words: of two acts in a sentence with one place, it is rather where the other one was."""


def _where(events: list[Event]) -> list[Event]:
    """A sentence's events, each place left to the act it stands nearest to, and handed on to what the same one did next."""
    out: list[Event] = []
    for n, one in enumerate(events):
        span = one.place_span
        if span is not None and one.action in _OF_WORDS:
            others = (o for o in events if o.place_span == span and o.action not in _OF_WORDS)
            if any(abs(o.start - span[0]) < abs(one.start - span[0]) for o in others):
                one = replace(one, place="", place_span=None)
        before = out[-1] if n else None
        if one.place_span is None and before is not None and before.place_span is not None:
            same = one.actor_span is not None and one.actor_span == before.actor_span
            if same and one.action not in _OF_WORDS:
                one = replace(one, place=before.place, place_span=before.place_span)
        out.append(one)
    return out


def _event(tongue: Tongue, text: str, words: Line, one: Draft, named: Named) -> Event:
    actor, target = one.roles.actor, one.roles.target
    start, end = words.at[one.found.first][0], words.at[max(one.found.used)][1]
    place = tongue.place(words, one, named)
    return Event(
        actor=text[slice(*actor)] if actor else "",
        action=one.category,
        target=text[slice(*target)] if target else "",
        place=place.text if place else "",
        time=one.when.text if one.when else "",
        status=one.status,
        start=start,
        end=end,
        mode=one.mode,
        actor_span=actor,
        target_span=target,
        place_span=(place.start, place.end) if place else None,
        numbers=tuple(one.numbers),
        time_from=one.when.time_from if one.when else "",
        time_until=one.when.time_until if one.when else "",
        time_precision=one.when.precision if one.when else "",
        attribution=one.attribution,
    )
