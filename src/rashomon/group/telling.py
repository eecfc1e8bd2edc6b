"""A story's record from its roots and their copies: its name, title, times, and what is odd about a date."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from rashomon.group.copies import Descent
from rashomon.group.signature import Signature
from rashomon.records import Document, Judged, Membership, Story, content_id

LONELY = 60
"""Days between a report and the nearest other of its story from which its date is called odd."""
_DAY = 86_400.0


def story_id(roots: Sequence[Signature]) -> str:
    """From the earliest root: it stays while the story grows forward."""
    first = min(roots, key=lambda one: (one.at is None, one.at or 0.0, one.id))
    return content_id("story", first.id)


def tell(
    name: str,
    roots: Sequence[Signature],
    members: Sequence[tuple[Document, Signature, Descent]],
    *,
    follows: str,
    judged: tuple[Judged, ...],
    machine: Mapping[str, str],
) -> Story:
    """The record. ``roots`` come the most central first; ``members`` are all documents with their descent."""
    copies = Counter(descent.root for _, _, descent in members)
    texts = {document.id: document for document, _, _ in members}
    titled = [one for one in roots if one.titled] or roots
    central = texts[max(titled, key=lambda one: copies[one.id]).id]
    doubts = _doubts([one for _, one, _ in members])
    sound = [one.at for _, one, _ in members if one.at is not None and not doubts[one.id]]
    return Story(
        id=name,
        title=central.title or " ".join(central.text.split()[:14]),
        members=tuple(
            Membership(
                document_id=document.id,
                story_id=name,
                root_id=descent.root,
                relation=descent.relation,
                why=descent.why,
                manner=descent.manner,
                passages=descent.passages,
                against=descent.against,
                changes=descent.changes,
                date_doubt=doubts[document.id],
                machine_story_id=found if (found := machine.get(document.id, "")) != name else "",
            )
            for document, _, descent in sorted(members, key=lambda one: one[0].id)
        ),
        started_at=datetime.fromtimestamp(min(sound), UTC) if sound else None,
        ended_at=datetime.fromtimestamp(max(sound), UTC) if sound else None,
        follows=follows,
        judged=judged,
    )


def _doubts(members: Sequence[Signature]) -> dict[str, str]:
    """What is odd about each date: not believed, or far from all other dates of the story where there are three or more."""
    dates = sorted(one.at for one in members if one.at is not None)
    found = {}
    for one in members:
        found[one.id] = one.doubt
        if one.at is not None and len(dates) > 2 and not one.doubt:
            at = bisect_left(dates, one.at)
            near = [abs(one.at - dates[n]) for n in (at - 1, at + 1) if 0 <= n < len(dates)]
            if min(near) > LONELY * _DAY:
                found[one.id] = (
                    f"dated {min(near) / _DAY:.0f} days from the nearest other report of its story"
                )
    return found
