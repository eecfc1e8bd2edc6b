"""For the claims of a story that matter most: how each independent report of it reads, by its own words.

A position belongs to a party and rests on words. What stands here is a machine's reading of a whole report, so it is kept
beside the positions and never among them. Copies say nothing of their own: each root is read once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from rashomon.claim.stance import readable, stances
from rashomon.records import Claim, Document, ReportStance, Story

CLAIMS = 6
"""Claims of a story that are asked about: those a brief prints first."""
ROOTS = 40
"""Roots of a story that are asked: the earliest. 240 pairs are 3 seconds on one core, whatever the story's size."""
_LATE = datetime.max.replace(tzinfo=UTC)


def with_reports(
    claims: Sequence[Claim], stories: Sequence[Story], documents: Sequence[Document]
) -> tuple[Claim, ...]:
    """The same claims, in order, with ``reports`` where a story has more than one root that the model can read.

    Raises:
        MissingModel: the model is not there, or broken.
    """
    by_id = {one.id: one for one in documents}
    roots = {story.id: list(_roots(story, by_id)) for story in stories}
    asked: dict[str, list[int]] = {}
    for number, claim in enumerate(claims):
        if len(roots.get(claim.story_id, ())) > 1 and readable(claim.text) and worth(claim):
            asked.setdefault(claim.story_id, []).append(number)
    wanted = [
        (number, root, document)
        for story_id, numbers in asked.items()
        for number in numbers[:CLAIMS]
        for root, document in roots[story_id]
    ]
    found: dict[int, list[ReportStance]] = {}
    answers = stances((claims[number].text, document.text) for number, _, document in wanted)
    for (number, root, document), answer in zip(wanted, answers, strict=True):
        if answer.label is not None:
            made = ReportStance(
                document_id=document.id, root_id=root, label=answer.label, probability=round(answer.probabilities[answer.label], 3)
            )  # fmt: skip
            found.setdefault(number, []).append(made)
    return tuple(
        replace(one, reports=tuple(found[number])) if number in found else one
        for number, one in enumerate(claims)
    )


def worth(claim: Claim) -> bool:
    """Whether a claim is contested, explains what happened, or is carried by several roots."""
    against = {"denies", "partly_denies", "doubts", "retracts"}
    roots = {one.root_id for one in claim.positions if one.stance != "silent"}
    return claim.explains or len(roots) > 1 or any(one.stance in against for one in claim.positions)


def _roots(story: Story, documents: dict[str, Document]) -> Iterator[tuple[str, Document]]:
    """(root id, its earliest document) of the earliest roots, by time and id."""
    first: dict[str, Document] = {}
    members = [(documents[m.document_id], m) for m in story.members if m.document_id in documents]
    for document, member in sorted(
        members, key=lambda pair: (pair[0].id != pair[1].root_id, pair[0].published_at or _LATE, pair[0].id)
    ):
        if readable(document.text):
            first.setdefault(member.root_id, document)
    ordered = sorted(first.items(), key=lambda pair: (pair[1].published_at or _LATE, pair[1].id))
    return iter(ordered[:ROOTS])
