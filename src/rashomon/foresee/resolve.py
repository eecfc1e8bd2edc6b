"""Settling a question from a stream of events: yes, no, void, unresolvable, or not yet.

"X says that it was done" is not that it was done: an event told in somebody's mouth counts where the actor itself owns to it, or
where ``VOICES`` who do not speak for one another tell it and nobody of the actor's side denies it. A *no* needs a stream that ran to the deadline
and told of the parties at all; a stream that stopped settles nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise

from rashomon.foresee.parties import Parties
from rashomon.records import (
    Attribution,
    Document,
    Entity,
    Event,
    Question,
    Reading,
    Resolution,
    Rule,
    Span,
    as_utc,
)

VOICES = 2
"""Speakers of different sides whose word together is taken for the event, where the report itself does not tell it."""
DONE = ("asserted",)
BEHIND = 24
"""Characters behind a target's words that may say whose it is."""
_NAME = re.compile(r"[A-ZА-ЯЁІЇЄҐ][\w'’-]+(?:\s+[A-ZА-ЯЁІЇЄҐ][\w'’-]+){0,2}")
_CLAUSE = re.compile(r"[.,;:!?\n]")
_OWN = re.compile(r"\b(?:its|our|their|his|her|наш\w*|сво\w*|его|её|їх\w*|його|її)\b")
SLACK = timedelta(days=1)
"""How much before the deadline the stream may end at least; of longer questions a tenth of their time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """An event that fits a rule, as one document tells it."""

    event: Event
    document: Document
    attribution: Attribution | None
    at: datetime
    nobody: bool = False
    """It fits but for its actor, whom the reader does not tell: no answer, and no ground for a no either."""


@dataclass(frozen=True, slots=True)
class Stream:
    """What was collected: documents with their readings, and which of them are copies of one root."""

    documents: Sequence[Document]
    readings: Sequence[Reading]
    entities: Sequence[Entity] = ()
    roots: Mapping[str, str] | None = None
    """Document id → id of its root; a document that is not named is its own."""

    def root(self, document_id: str) -> str:
        return (self.roots or {}).get(document_id, document_id)


def resolve(question: Question, stream: Stream, *, now: datetime) -> Resolution | None:
    """How the question came out by the stream; ``None`` where it is open still, or where no rule settles it.

    A question on whose deadline the stream says nothing is ``unresolvable``, with the reason.
    """
    now = as_utc(now)
    if question.rule is None:
        return None
    end = min(now, question.deadline)
    parties = Parties(stream.entities)
    heard = _heard(question, stream, end)
    found, denied, partly = _settling(question.rule, question, heard, stream, parties)
    aborted: _Told | None = None
    if question.abort is not None:
        aborted, _, _ = _settling(question.abort, question, heard, stream, parties)
    if aborted is not None and (found is None or aborted.at < found.at):
        return _word(
            question, "void", aborted, now, f"What the abort clause names was told on {_day(aborted.at)}"
        )
    if found is not None:
        return _word(question, "yes", found, now, f"It was told on {_day(found.at)}")
    if now < question.deadline:
        return None
    if denied is not None:
        return _word(
            question, "unresolvable", denied, now, "Some say that it was done and its party denies it"
        )
    if partly is not None:
        why = "By whom it was done is not told" if partly.nobody else "Too few independent voices tell it"
        return _word(question, "unresolvable", partly, now, why)
    if why := _stopped(question, stream, parties):
        return Resolution(question_id=question.id, outcome="unresolvable", at=now, why=why)
    return Resolution(
        question_id=question.id,
        outcome="no",
        at=now,
        why=f"No event of this kind was told until {_day(question.deadline)}, in {len(heard)} documents collected over that time.",
    )


def _heard(question: Question, stream: Stream, end: datetime) -> list[tuple[Document, Reading]]:
    """Documents published while the question ran, oldest first. What came late may tell of that time, a tenth of it or a day at most."""
    readings = {one.document_id: one for one in stream.readings}
    late = end + _slack(question)
    found = [
        (one, readings[one.id])
        for one in stream.documents
        if one.id in readings and one.published_at and question.opened_at < one.published_at <= late
    ]
    return sorted(found, key=lambda pair: (pair[0].published_at or end, pair[0].id))


def _settling(
    rule: Rule,
    question: Question,
    heard: Sequence[tuple[Document, Reading]],
    stream: Stream,
    parties: Parties,
) -> tuple[_Told | None, _Told | None, _Told | None]:
    """The telling that settles the rule; else one that the actor's side denies; else one that too few tell."""
    told = [
        one for document, reading in heard for one in _fitting(rule, question, document, reading, parties)
    ]
    unknown = next(
        (one for one in told if one.nobody and one.event.status in DONE and not _denies(one)), None
    )
    told = [one for one in told if not one.nobody]
    denials = [one for one in told if _denies(one)]
    sure, voices, roots, owned = list[_Told](), set[str](), set[str](), False
    for one in told:
        if _denies(one) or one.event.status not in DONE:
            continue
        speaker = one.attribution
        if speaker is not None and (
            speaker.act not in ("asserts", "confirms", "promises", "threatens")
            or speaker.negated
            or speaker.hedge
        ):
            continue
        root = stream.root(one.document.id)
        if speaker is None or parties.fits(rule.actors, speaker.speaker.entity, speaker.speaker.text):
            owned = True
        elif side := parties.side(speaker.speaker.entity, speaker.speaker.text):
            voices.add(side)
        else:
            continue
        roots.add(root)
        sure.append(one)
        if (owned or (len(voices) >= VOICES and not denials)) and len(roots) >= rule.roots:
            return sure[0], None, None
    contested = next((one for one in sure if denials), None)
    return None, contested, sure[0] if sure else unknown


def _denies(one: _Told) -> bool:
    return one.attribution is not None and (
        one.attribution.act in ("denies", "partly_denies") or one.attribution.negated
    )


def _fitting(
    rule: Rule, question: Question, document: Document, reading: Reading, parties: Parties
) -> list[_Told]:
    found: list[_Told] = []
    for one in reading.events:
        if one.action not in rule.categories or (rule.modes and one.mode not in rule.modes):
            continue
        if one.status not in (*DONE, "negated"):
            continue
        doer = one.actor_name or one.actor or _before(one, document, reading)
        if not doer and not one.actor_entity:
            if not rule.targets:
                continue
        elif rule.actors and not parties.fits(rule.actors, one.actor_entity, doer):
            continue
        said = reading.attributions[one.attribution] if one.attribution is not None else None
        if rule.targets and not parties.fits(
            rule.targets, one.target_entity, one.target_name or one.target, *_around(one, document, said)
        ):
            continue
        if rule.places and not parties.fits(rule.places, one.place_entity, one.place):
            continue
        at = when(one, document)
        if at is None or at <= question.opened_at or at > question.deadline:
            continue
        if one.status == "negated" and said is None:
            continue
        found.append(
            _Told(
                event=one,
                document=document,
                attribution=said,
                at=at,
                nobody=not doer and not one.actor_entity,
            )
        )
    return found


def _before(event: Event, document: Document, reading: Reading) -> str:
    """The words from the sentence's beginning to the act, where they are a name alone: who acts, though the reader has no name for it."""
    start = max((a for a, _ in reading.sentences if a <= event.start), default=event.start)
    words = document.text[start : event.start].strip()
    return words if _NAME.fullmatch(words) else ""


def _around(event: Event, document: Document, said: Attribution | None) -> tuple[str, ...]:
    """What else tells whom an act was done to: the place, the words right behind ("a depot near Tarsk"), and of "its port" whoever says so."""
    found = [event.place]
    if event.target_span is not None:
        start, end = event.target_span
        found.append(_CLAUSE.split(document.text[start : end + BEHIND], maxsplit=1)[0])
        if said is not None and _OWN.search(document.text[max(start - 12, 0) : end].lower()):
            found.append(said.speaker.text)
    return tuple(found)


def when(event: Event, document: Document) -> datetime | None:
    """When an event happened at the latest: what its words come to, not after the report; the report's own time where none is told."""
    published = document.published_at
    if not event.time_until or event.time_precision in ("month", "season", "year", "decade"):
        return published
    try:
        told = datetime.fromisoformat(event.time_until)
    except ValueError:
        return published
    if "T" not in event.time_until:
        told = datetime.combine(told.date(), time(23, 59, 59))
    told = told.replace(tzinfo=UTC) if told.tzinfo is None else told.astimezone(UTC)
    return min(told, published) if published else told


def _slack(question: Question) -> timedelta:
    return max(SLACK, (question.deadline - question.opened_at) / 10)


def _stopped(question: Question, stream: Stream, parties: Parties) -> str:
    """Why silence of the stream is no answer; empty where it is one."""
    times = sorted(
        one.published_at
        for one in stream.documents
        if one.published_at and one.published_at > question.opened_at
    )
    slack = _slack(question)
    if not times:
        return "Nothing was collected after the question was opened."
    if times[-1] < question.deadline - slack:
        return f"The stream stops on {_day(times[-1])}, before the deadline."
    inside = [question.opened_at, *(one for one in times if one < question.deadline), question.deadline]
    widest = max(pairwise(inside), key=lambda pair: pair[1] - pair[0])
    if widest[1] - widest[0] > max(3 * SLACK, (question.deadline - question.opened_at) / 2):
        return f"Nothing was collected from {_day(widest[0])} to {_day(widest[1])}."
    rule = question.rule
    texts = [
        d.text
        for d in stream.documents
        if d.published_at and question.opened_at < d.published_at <= question.deadline + slack
    ]
    if rule is not None and not any(parties.named_in((*rule.actors, *rule.targets), one) for one in texts):
        return f"Nothing that was collected in that time names {rule.actors[0]}."
    return ""


def _word(question: Question, outcome: str, told: _Told, now: datetime, why: str) -> Resolution:
    start, end = told.event.start, told.event.end
    span = Span(document_id=told.document.id, start=start, end=end, quote=told.document.text[start:end])
    return Resolution(
        question_id=question.id,
        outcome=outcome,  # type: ignore[arg-type]
        at=now,
        why=f"{why}: “{span.quote}” ({told.document.source or told.document.id}).",
        happened_at=told.at,
        spans=(span,),
    )


def _day(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d}"
