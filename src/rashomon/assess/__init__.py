"""assess: Claims → Assessments. Rival explanations, the evidence for and against each, and how far the claim holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from rashomon.assess.about import beneficiary, topic
from rashomon.assess.evidence import evidence as evidence_of
from rashomon.assess.evidence.grades import Record, missing
from rashomon.assess.evidence.told import Told
from rashomon.assess.hypotheses import hypotheses as hypotheses_of
from rashomon.assess.hypotheses import weight
from rashomon.assess.judge import Wanted, judge
from rashomon.assess.people import People
from rashomon.assess.record import Learned, Report, learn
from rashomon.assess.record.gathered import fallen, reports
from rashomon.assess.record.names import Names, called
from rashomon.assess.record.says import Says
from rashomon.assess.record.temper import Temper
from rashomon.assess.scale import word
from rashomon.assess.sides import sided
from rashomon.assess.standing import standing
from rashomon.assess.then import as_it_stood
from rashomon.records import (
    Assessment,
    Claim,
    Document,
    Entity,
    Evidence,
    Hypothesis,
    Reading,
    Spoken,
    Story,
    as_utc,
)

__all__ = ["Known", "assess", "standing"]

MOST = 24
"""Claims of one story that are weighed; the page shows fewer."""


def _unsettled(reports: Sequence[Report], names: Names) -> Learned:
    return learn(reports, {})


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a desk knows besides the reports at hand."""

    people: People = field(default_factory=People)
    learn: Callable[[Sequence[Report], Names], Learned] = _unsettled
    """From the words on this run's claims, and what their sources are called, to the record, with all that was settled before."""
    letters: Callable[[Learned, Names], Record] | None = None
    """How reliable sources are by such a record; ``None`` where nothing was ever settled or told of any."""
    without: frozenset[str] = frozenset()
    """Sources that are taken back, by id or name in lower case."""


@dataclass(frozen=True, slots=True)
class _Brief:
    """One claim with what bears on it."""

    claim: Claim
    topic: str
    hypotheses: tuple[Hypothesis, ...]
    evidence: tuple[Evidence, ...]
    spoken: tuple[Spoken, ...] = ()


def assess(
    claims: Sequence[Claim],
    stories: Sequence[Story],
    documents: Sequence[Document],
    readings: Sequence[Reading],
    entities: Sequence[Entity],
    *,
    now: datetime,
    as_of: datetime | None = None,
    known: Known | None = None,
) -> tuple[Assessment, ...]:
    """One Assessment per claim, in their order.

    Weighed are of each story the claims that somebody disputes, denies or took back, rival explanations, and then those that most roots carry,
    ``MOST`` in all; the others say that they were not. With ``as_of`` nothing published later is looked at, whoever said it and whatever it was about. ``known``: settled claims, from which sources have
    their records, and people's words.

    Raises:
        NaiveTime: ``now`` or ``as_of`` has no zone.
    """
    known = known or Known()
    moment = min(as_utc(now, "now"), as_utc(as_of, "as_of")) if as_of is not None else as_utc(now, "now")
    every = claims
    if as_of is not None:
        claims = as_it_stood(claims, documents, moment)
    stand = standing(claims, stories)
    chosen = _chosen(claims, stand)
    # Who speaks for whom rests on the very reports that may be looked at.
    seen = [one for one in documents if one.published_at is None or one.published_at <= moment]
    by_id = sided(entities, seen, {one.document_id: one for one in readings})
    made = _gathered(chosen, claims, stories, documents, readings, by_id, moment, as_of is not None, known)
    outlets = {one.id: one.source for one in documents if one.source}
    drafts = [
        replace(one, topic=made[one.claim_id].topic, evidence=made[one.claim_id].evidence)
        for one in stand
        if one.claim_id in made
    ]
    names = called([item for one in drafts for item in one.evidence], claims, documents)
    learned = known.learn(reports(drafts, outlets=outlets, without=known.without), names)
    if not learned.settled.any() and known.letters is None:
        # The claims of one matter cannot teach which of its parties is right: what two say in many words would come out as a record.
        learned = learn((), {})
    says = Says(learned)
    answers = {
        claim.id: _judged(one, made[claim.id], says, claims, by_id, as_of, known)
        if claim.id in made
        else replace(one, unjudged=NOT_AMONG, as_of=as_of)
        for claim, one in zip(claims, stand, strict=True)
    }
    unsaid = Assessment(claim_id="", status="uncontested", unjudged=UNSAID, as_of=as_of)
    return tuple(answers.get(one.id) or replace(unsaid, claim_id=one.id) for one in every)


UNSETTLED = Temper(misled=0.15)
"""Where no claim was ever settled: what is contested is where deceiving pays, so that all that was collected may mislead, one time in seven (a belief). Without a
record no likelihood goes beyond 85 %, however many say so."""
UNSAID = "Nobody had put it forward by then."
NOT_AMONG = f"It was not weighed: {MOST} claims of this story are more disputed, or carried by more roots."


def _chosen(claims: Sequence[Claim], stand: Sequence[Assessment]) -> list[Claim]:
    """Claims to weigh: of each story those that are disputed, denied or taken back first, then rival explanations, then what many roots carry."""
    order = {"disputed": 0, "denied": 1, "retracted": 2}
    contested = {one.claim_id for one in stand if one.status in order}

    def touched(claim: Claim) -> bool:
        """Whether it is said in other words of what is disputed, or cannot stand beside another claim."""
        return claim.explains or any(
            tie.claim in contested or tie.kind == "contradicts" for tie in claim.ties if tie.why != "nothing"
        )

    asked = [
        (order.get(one.status, 3 if touched(claim) else 4), -one.roots, number)
        for number, (claim, one) in enumerate(zip(claims, stand, strict=True))
    ]
    taken: Counter[str] = Counter()
    found = []
    for _, _, number in sorted(asked):
        claim = claims[number]
        taken[claim.story_id] += 1
        if taken[claim.story_id] <= MOST:
            found.append(claim)
    return found


def _gathered(
    chosen: Sequence[Claim],
    claims: Sequence[Claim],
    stories: Sequence[Story],
    documents: Sequence[Document],
    readings: Sequence[Reading],
    by_id: Mapping[str, Entity],
    moment: datetime,
    cut: bool,
    known: Known,
) -> dict[str, _Brief]:
    read = {one.document_id: one for one in readings}
    story = {one.id: one for one in stories}
    beside: dict[str, list[Claim]] = {}
    for claim in claims:
        beside.setdefault(claim.story_id, []).append(claim)
    # An undated report may have come after the day that is asked for.
    held = [one for one in documents if not cut or one.published_at is not None]
    outlets = {one.id: one.source for one in documents if one.source}
    names = called((), claims, documents)
    letters = known.letters(known.learn((), names), names) if known.letters else missing
    sentences: dict[str, dict[str, tuple[Told, ...]]] = {}
    made = {}
    for claim in chosen:
        here = story.get(claim.story_id)
        if here is None:
            continue
        found = hypotheses_of(claim, beside[claim.story_id], by_id, readings=read)
        spoken = known.people.spoken(claim.id, found)
        found = known.people.explanations(claim.id, found)
        items = evidence_of(
            claim,
            found,
            beside[claim.story_id],
            here,
            held,
            read,
            by_id,
            now=moment,
            record=letters,
            sentences=sentences.setdefault(here.id, {}),
        )
        kept = tuple(one for one in items if not fallen(one, known.without, outlets))
        made[claim.id] = _Brief(claim, topic(claim), found, known.people.graded(kept), spoken)
    return made


def _judged(
    one: Assessment,
    brief: _Brief,
    says: Says,
    claims: Sequence[Claim],
    entities: Mapping[str, Entity],
    as_of: datetime | None,
    known: Known,
) -> Assessment:
    claim = brief.claim
    found = judge(
        brief.hypotheses,
        brief.evidence,
        says.words(brief.topic),
        base=says.base(brief.topic),
        weights={h.kind: weight(h.kind) for h in brief.hypotheses},
        temper=says.temper if says.is_settled else UNSETTLED,
        unheard=_unheard(claim),
        as_of=as_of,
    )
    place = {item.id: number for number, item in enumerate(brief.evidence)}
    return replace(
        one,
        topic=brief.topic,
        likelihood=found.likelihood,
        word=word(found.likelihood) if found.likelihood is not None else "",
        confidence=found.confidence,
        confidence_why=found.confidence_why,
        unjudged=found.unjudged,
        as_of=as_of.astimezone(UTC) if as_of else None,
        prior=found.prior,
        hypotheses=brief.hypotheses,
        shares=found.shares,
        evidence=tuple(sorted(found.evidence, key=lambda item: place[item.id])),
        weighed=tuple(sorted(found.weighed, key=lambda item: place[item.evidence_id])),
        gaps=found.gaps,
        history=found.history,
        views=found.views,
        spoken=brief.spoken,
        beneficiary=beneficiary(claim, [c for c in claims if c.story_id == claim.story_id], entities),
    )


def _unheard(claim: Claim) -> tuple[Wanted, ...]:
    """Parties that the claim calls for and of which nothing was collected."""
    return tuple(
        Wanted(
            kind="statement",
            text=f"What {one.name} says to it: nothing of theirs was collected.",
            source=one.party,
            name=one.name,
            interest=-1 if one.ground == "accused" else 0,
        )
        for one in claim.silences
        if not one.heard
    )
