"""What is handed to the watch: records of the stages before it, and who owns which source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from rashomon.records import Brief, Claim, Document, Entity, Issue, Membership, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """All are optional but documents and readings: without memberships every document is its own root."""

    documents: tuple[Document, ...]
    readings: tuple[Reading, ...]
    entities: tuple[Entity, ...] = ()
    memberships: tuple[Membership, ...] = ()
    claims: tuple[Claim, ...] = ()
    profiles: tuple[Brief, ...] = ()
    owners: Mapping[str, str] = field(default_factory=dict)
    """Source → its owner, where one is known."""

    def owner(self, source: str) -> str:
        return self.owners.get(source) or source or "a source without a name"


def dated(seen: Seen, now: datetime) -> tuple[dict[str, Document], tuple[Issue, ...]]:
    """Documents that can be counted on a day, by id; an Issue for each that cannot.

    A date after ``now`` is a mistake or a trick (it would raise tomorrow's alarm today), so it counts on no day.
    """
    good: dict[str, Document] = {}
    issues: list[Issue] = []
    for one in seen.documents:
        if one.published_at is None:
            issues.append(_issue(one.id, "undated", "It has no date of publication, so it counts on no day."))
        elif one.published_at > now:
            issues.append(
                _issue(
                    one.id,
                    "future_date",
                    f"It is dated {one.published_at.isoformat()}, after {now.isoformat()}, so it counts on no day.",
                )
            )
        else:
            good[one.id] = one
    return good, tuple(issues)


def _issue(subject: str, code: str, reason: str) -> Issue:
    return Issue(
        stage="watch",
        subject=subject,
        code=code,
        reason=reason,
        remedy="Mend the date where it was collected, or give a later --now.",
        severity="warning",
    )
