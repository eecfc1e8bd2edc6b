"""Evidence for and against one claim, each item with the grades the program proposes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from rashomon import registry
from rashomon.assess.about import about
from rashomon.assess.about.likeness import shared
from rashomon.assess.evidence.case import Case
from rashomon.assess.evidence.draft import Draft
from rashomon.assess.evidence.grades import Record, grade, missing
from rashomon.assess.evidence.told import Told
from rashomon.records import Claim, Document, Entity, Evidence, Hypothesis, Reading, Story, content_id

__all__ = ["Case", "drafts", "evidence"]

KINDS = "assess.evidence.kinds"
ORDER = ("statement", "media", "means", "capability", "opportunity", "motive", "pattern", "record", "absence")
_LATE = datetime.max.replace(tzinfo=UTC)


def evidence(
    claim: Claim,
    hypotheses: Sequence[Hypothesis],
    claims: Sequence[Claim],
    story: Story,
    documents: Sequence[Document],
    readings: Mapping[str, Reading] | Sequence[Reading],
    entities: Mapping[str, Entity],
    *,
    now: datetime,
    record: Record = missing,
    sentences: dict[str, tuple[Told, ...]] | None = None,
) -> tuple[Evidence, ...]:
    """Items that bear on a claim, by kind and time, with the program's grades.

    ``record`` tells how reliable a source was on a topic; without it every source is F. ``sentences`` may be one dictionary for all claims
    of a run: what is looked up of a document is kept there. Nothing published after ``now`` is looked at. Ids rest on the
    claim, the kind, the source and the words, so they stay while other items come in.
    """
    by_document = readings if isinstance(readings, Mapping) else {one.document_id: one for one in readings}
    inside = {one.document_id for one in story.members}
    own = [
        one for one in documents if one.id in inside and (one.published_at is None or one.published_at <= now)
    ]
    own.sort(key=lambda one: (one.published_at or _LATE, one.id))
    case = Case(
        claim=claim,
        about=about(claim, entities, by_document, claims),
        hypotheses=hypotheses,
        claims=claims,
        story=story,
        documents=own,
        readings=by_document,
        entities=entities,
        now=now,
        shared=sentences if sentences is not None else {},
    )
    found = drafts(case)
    return tuple(_item(case, one, found, record) for one in found)


def drafts(case: Case) -> tuple[Draft, ...]:
    """What the kinds find, before it is graded; the same words of one source and kind once."""
    found: dict[tuple[str, str, str, str], Draft] = {}
    for name in registry.names(KINDS):
        for one in registry.load(KINDS, name).find(case):
            if one.at is None or one.at <= case.now:
                found.setdefault((one.kind, one.source, one.text, one.sort), one)
    items = _joined(list(found.values()))
    rank = {kind: number for number, kind in enumerate(ORDER)}

    def order(one: Draft) -> tuple[int, datetime, str, int, str]:
        first = one.spans[0] if one.spans else None
        return (
            rank.get(one.kind, len(rank)), one.at or _LATE, first.document_id if first else "",
            first.start if first else 0, one.source,
        )  # fmt: skip

    return tuple(sorted(items, key=order))


SAME = 4
"""Words of weight that two sentences share if they tell of one piece of footage that one party shows, or nobody is known to."""
SPANS = 8
"""Places cited for one item."""


def _joined(found: list[Draft]) -> list[Draft]:
    """The same with footage that is told of again and again as one item: ten reports of one video are one video."""
    kept: list[Draft] = []
    for one in sorted(
        found, key=lambda one: (one.at or _LATE, one.spans[0].document_id if one.spans else "")
    ):
        for number, old in enumerate(kept):
            alike = one.kind == old.kind == "media" and (one.direction, one.seen) == (old.direction, old.seen)
            shown_by_one = one.source == old.source or (
                one.seen != "party" and not one.sort.startswith("carried")
            )
            if alike and shown_by_one and one.tells == old.tells and shared(one.text, old.text) >= SAME:
                kept[number] = old.of(spans=(*old.spans, *one.spans)[:SPANS])
                break
        else:
            kept.append(one)
    return kept


def _item(case: Case, one: Draft, all_found: Sequence[Draft], record: Record) -> Evidence:
    place = (f"{one.spans[0].document_id}:{one.spans[0].start}",) if one.spans else ()
    return Evidence(
        id=content_id("evidence", case.claim.id, one.kind, one.sort, one.source, one.text, *place),
        claim_id=case.claim.id,
        kind=one.kind,
        text=one.text,
        spans=one.spans,
        source=one.source,
        name=one.name,
        side=case.side(one.source),
        word=one.word,
        interest=case.interest(one.source, one.name),
        root_id=one.root_id,
        at=one.at,
        grades=(grade(case, one, all_found, record),),
    )
