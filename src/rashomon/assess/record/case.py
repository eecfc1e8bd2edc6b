"""A settled claim with what was said on it at that moment, so that the record of sources outlives any grouping of reports."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Literal

from rashomon import edge
from rashomon.assess.record.gathered import days
from rashomon.assess.record.report import Report
from rashomon.errors import RashomonError, RecordError
from rashomon.records import Issue, as_utc, content_id

Outcome = Literal["true", "false", "withdrawn"]
"""``withdrawn``: whoever settled it takes that back; it is open again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One person's word on how a claim came out. A later one on the same claim holds, and both stay.

    Raises:
        NaiveTime: ``at`` has no zone.
        RecordError: it has no claim, or a report is on another one.
    """

    claim: str
    """Id of the claim."""
    text: str
    outcome: Outcome
    by: str
    at: datetime
    """When it was settled, which may be long after the fact."""
    why: str = ""
    source: str = ""
    """Address of what shows it."""
    reports: tuple[Report, ...] = ()
    """What was said on it, as it was known then."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "at", as_utc(self.at, f"settling of {self.claim}"))
        if not self.claim.strip():
            raise RecordError(self.text[:60] or "(no text)", "the claim has no id")
        if strange := next((one for one in self.reports if one.claim != self.claim), None):
            raise RecordError(self.claim, f"a report of {strange.source} is on {strange.claim}")

    @property
    def id(self) -> str:
        parts = self.claim, self.text, self.outcome, self.by, self.at.isoformat(), self.why, self.source
        return content_id(*parts, *(edge.to_line(one) for one in self.reports))


def holding(cases: Iterable[Case]) -> dict[str, Case]:
    """The case that holds for each claim: the latest, of two of one moment the one that was kept later."""
    found: dict[str, Case] = {}
    for one in cases:
        held = found.get(one.claim)
        if held is None or one.at >= held.at:
            found[one.claim] = one
    return found


def read_cases(lines: Iterable[str], name: str) -> Iterator[Case | Issue]:
    """Cases from JSON lines, in order; a line that cannot be used becomes an Issue and the others are kept.

    ``{"claim", "text", "outcome": true|false|"true"|"false"|"withdrawn", "by", "at", "why", "source", "reports": [{"source", "word",
    "topic", "root", "interest", "side", "at"}]}``: of a case ``text``, ``outcome``, ``by`` and ``at`` are needed, of a report its source. Without an id the claim's
    is made of its text; a report's ``at`` is a time with its zone or days since 1970, that of its case where it has none.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        subject = f"{name}, line {number}"
        try:
            yield edge.from_data(Case, _shaped(json.loads(line)), subject)
        except RashomonError as error:
            yield _issue(subject, str(error))
        except (ValueError, TypeError, RecursionError, OverflowError) as error:
            yield _issue(subject, f"it cannot be read: {error}")


def _shaped(data: Any) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise ValueError("no JSON object")
    made = dict(data)
    if isinstance(made.get("outcome"), bool):
        made["outcome"] = "true" if made["outcome"] else "false"
    if not made.get("claim"):
        made["claim"] = content_id("case", str(made.get("text", "")))
    settled = _day(made.get("at"))
    told = made.get("reports") or []
    made["reports"] = [
        {**one, "claim": made["claim"], "at": _day(one.get("at")) if one.get("at") is not None else settled}
        for one in told
    ]
    return made


def _day(at: Any) -> float:
    """Days since 1970 of a time as JSON has it."""
    if isinstance(at, str):
        return days(as_utc(datetime.fromisoformat(at), at))
    if isinstance(at, int | float) and not isinstance(at, bool):
        return float(at)
    raise ValueError(f"{at!r} is no time")


def _issue(subject: str, reason: str) -> Issue:
    return Issue(
        stage="assess",
        subject=subject,
        code="bad_case",
        reason=f"This settled claim was left out: {reason}",
        remedy="docs/how-to/sources.md shows the form; mend the line and import the file again.",
    )


def moment(at: float) -> datetime:
    """The moment of a report's day."""
    return datetime.fromtimestamp(at * 86_400, UTC)


def retold(case: Case, without: frozenset[str]) -> Case:
    """The case without what sources said that were taken back since (names in lower case)."""
    return replace(case, reports=tuple(one for one in case.reports if one.source.casefold() not in without))
