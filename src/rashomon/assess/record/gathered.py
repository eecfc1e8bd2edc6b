"""Assessments → Reports: what each source said on each claim, as the record of sources takes it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from rashomon.assess.record.report import Report
from rashomon.records import Assessment, Evidence

DAY = 86_400.0


def reports(
    assessments: Iterable[Assessment],
    *,
    outlets: Mapping[str, str] | None = None,
    without: Collection[str] = (),
) -> tuple[Report, ...]:
    """The statements and silences among the evidence, in its order; ``at`` in days since 1970.

    ``outlets``: document id → the outlet it is of. A party's public word is its own wherever it is printed, so it has no root; an outlet's own
    word, and that of somebody who is no known entity, is as good as the text it stands in: it keeps that text's root. Where the outlet of a
    text is not known every root is kept.

    ``without``: sources taken back, by id or by name. With them goes what stands only in their texts, or in copies of these.
    """
    gone = {one.casefold() for one in without}
    found = []
    for assessment in assessments:
        told = [one for one in assessment.evidence if one.word and one.source]
        undated = _undated(told, assessment.as_of)
        for one in told:
            if not gone or not fallen(one, gone, outlets or {}):
                found.append(_report(one, assessment, outlets or {}, undated))
    return tuple(found)


def fallen(one: Evidence, gone: Collection[str], outlets: Mapping[str, str]) -> bool:
    """Whether nothing is left of an item without these sources (ids or names in lower case)."""
    if one.source.casefold() in gone or one.name.casefold() in gone:
        return True
    if outlets.get(one.root_id, "").casefold() in gone and one.root_id in outlets:
        return True
    printed = [outlets.get(span.document_id, "").casefold() for span in one.spans]
    return bool(printed) and all(name and name in gone for name in printed)


def days(moment: datetime) -> float:
    """Since 1970, UTC."""
    return moment.timestamp() / DAY


def _report(
    one: Evidence, assessment: Assessment, outlets: Mapping[str, str], undated: datetime | None
) -> Report:
    at = one.at or undated
    return Report(
        claim=assessment.claim_id,
        source=one.source,
        word=one.word or "silent",
        root="" if _is_public(one, outlets) else one.root_id,
        topic=assessment.topic,
        interest=(one.interest > 0) - (one.interest < 0),
        side=one.side,
        at=days(at) if at else 0.0,
    )


def _is_public(one: Evidence, outlets: Mapping[str, str]) -> bool:
    """Whether it is the word of a known entity that the text's own outlet is not."""
    printed = [outlets.get(span.document_id, "") for span in one.spans]
    if not printed or not all(printed) or one.source == one.name.casefold():
        return False
    own = {one.source.casefold(), one.name.casefold()}
    return not any(name.casefold() in own for name in printed)


def _undated(told: Iterable[Evidence], as_of: datetime | None) -> datetime | None:
    """A statement without a date is taken for the first on its claim, so that it is nobody's last word against a dated one."""
    return min((one.at for one in told if one.at), default=as_of)
