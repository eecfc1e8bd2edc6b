"""From one grouping to the next: which stories began, grew, merged, split, and which went quiet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Literal

from rashomon.records import Document, Membership, Story

Kind = Literal["begun", "grew", "merged", "split", "quiet"]
KINDS: tuple[Kind, ...] = ("begun", "grew", "merged", "split", "quiet")

SILENCE = 4
"""A story is quiet after so many times its usual pause: the longest pause but the longest tenth."""
SHORTEST = timedelta(days=2)
"""No story is called quiet sooner: newsrooms sleep, and weekends pass."""
UNKNOWN = timedelta(days=7)
"""For a story of one or two reports, which has no rhythm yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that became of a story."""

    kind: Kind
    story_id: str
    before: tuple[str, ...] = ()
    """Stories of the grouping before that it came from."""
    at: datetime | None = None
    """When, by the reports: its first for ``begun``, the newest that came for the others, the end of patience for ``quiet``."""
    added: int = 0
    """Documents that came since."""
    why: str = ""


def steps(
    before: Sequence[Membership],
    after: Sequence[Story],
    documents: Mapping[str, Document],
    now: datetime,
) -> tuple[Step, ...]:
    """What became of stories between two groupings, in the order of ``after``.

    A story that took most of several is ``merged``; one that has a part of a story whose rest went elsewhere is ``split``.
    A story can be quiet besides.
    """
    old = {one.document_id: one.story_id for one in before}
    sizes = Counter(old.values())
    heirs: dict[str, set[str]] = {}
    for story in after:
        for member in story.members:
            if earlier := old.get(member.document_id):
                heirs.setdefault(earlier, set()).add(story.id)
    found: list[Step] = []
    for story in after:
        shares = Counter(old[m.document_id] for m in story.members if m.document_id in old)
        new = [documents[m.document_id] for m in story.members if m.document_id not in old]
        latest = max((d.published_at for d in new if d.published_at and d.published_at <= now), default=None)
        if (step := _step(story, shares, sizes, heirs, len(new), latest)) is not None:
            found.append(step)
        since = quiet_since(story, documents)
        if since is not None and since <= now:
            found.append(
                Step(kind="quiet", story_id=story.id, before=tuple(sorted(shares)), at=since, why=_rhythm(story, documents))
            )  # fmt: skip
    return tuple(found)


def _step(
    story: Story,
    shares: Counter[str],
    sizes: Counter[str],
    heirs: Mapping[str, set[str]],
    added: int,
    latest: datetime | None,
) -> Step | None:
    whole = [id for id, count in shares.items() if 2 * count > sizes[id]]
    torn = [id for id in shares if len(heirs[id]) > 1]
    said = [note for note in story.judged if note.kind == ("merge" if len(whole) > 1 else "split")]
    by = f"by the word of {said[-1].by}: {said[-1].why}".rstrip(": ") if said else ""
    parents = tuple(sorted(shares))
    if not shares:
        return Step(kind="begun", story_id=story.id, at=story.started_at, added=added)
    if len(whole) > 1:
        return Step(
            kind="merged", story_id=story.id, before=parents, at=latest or story.ended_at, added=added, why=by
        )
    if torn:
        return Step(
            kind="split", story_id=story.id, before=parents, at=latest or story.ended_at, added=added, why=by
        )
    if added:
        return Step(kind="grew", story_id=story.id, before=parents, at=latest or story.ended_at, added=added)
    return None


def quiet_since(story: Story, documents: Mapping[str, Document]) -> datetime | None:
    """The moment from which a story without news counts as quiet, by its own rhythm; none where no date is known."""
    if story.ended_at is None:
        return None
    pause = _pause(story, documents)
    return story.ended_at + (UNKNOWN if pause is None else max(SHORTEST, SILENCE * pause))


def _pause(story: Story, documents: Mapping[str, Document]) -> timedelta | None:
    """Its usual pause between two reports of its own; none before there are three."""
    times = sorted(
        at
        for m in story.members
        if m.document_id == m.root_id
        and not m.date_doubt
        and (at := documents[m.document_id].published_at) is not None
    )
    pauses = sorted(later - earlier for earlier, later in pairwise(times))
    return pauses[(len(pauses) - 1) * 9 // 10] if len(pauses) > 1 else None


def _rhythm(story: Story, documents: Mapping[str, Document]) -> str:
    pause = _pause(story, documents)
    if pause is None:
        return f"no report for {UNKNOWN.days} days; it had no rhythm yet"
    return (
        f"a report came about every {_spoken(pause)}, then none for {_spoken(max(SHORTEST, SILENCE * pause))}"
    )


def _spoken(span: timedelta) -> str:
    hours = span.total_seconds() / 3600
    return f"{hours:.0f} hours" if hours < 48 else f"{hours / 24:.0f} days"
