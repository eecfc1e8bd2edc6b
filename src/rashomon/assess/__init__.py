"""assess: Claims → Assessments. Only what is known; no likelihood until there is a method."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.assess.status import status
from rashomon.records import Assessment, Claim, Story


def assess(claims: Sequence[Claim], stories: Sequence[Story]) -> tuple[Assessment, ...]:
    """One Assessment per claim, in their order: its status and the independent roots that carry it.

    Likelihood, confidence and who benefits stay None: missing is missing, never a middle number.
    """
    root = {member.document_id: member.root_id for story in stories for member in story.members}
    made = []
    for claim in claims:
        carried = {saying.document_id for saying in claim.members}
        roots = sorted({root.get(id, id) for id in carried})
        made.append(
            Assessment(
                claim_id=claim.id,
                status=status(claim),
                roots=len(roots),
                root_ids=tuple(roots),
                documents=len(carried),
            )
        )
    return tuple(made)
