"""What can be said of a claim without weighing anything: its status and the independent roots that carry it."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.assess.status import status
from rashomon.records import Assessment, Claim, Membership, Saying, Story


def standing(claims: Sequence[Claim], stories: Sequence[Story]) -> tuple[Assessment, ...]:
    """One Assessment per claim, in their order, with nothing judged: missing is missing, never a middle number."""
    member = {one.document_id: one for story in stories for one in story.members}
    made = []
    for claim in claims:
        carried = {saying.document_id for saying in claim.members}
        roots = sorted({_root(saying, member.get(saying.document_id)) for saying in claim.members})
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


def _root(saying: Saying, member: Membership | None) -> str:
    """The root of the passage in which it is said; of a document that no story holds, the document itself."""
    return member.root_at(saying.span.start, saying.span.end) if member else saying.document_id
