"""Assessments → Reports: what each source said on each claim, as the record of sources takes it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from rashomon.assess.record.report import Report
from rashomon.records import Assessment, Evidence

DAY = 86_400.0


def of_assessments(
    assessments: Iterable[Assessment],
    *,
    outlets: Mapping[str, str] | None = None,
    without: Collection[str] = (),
) -> tuple[Report, ...]:
    """The reports of many claims, in their order; see ``reports``."""
    return tuple(
        report
        for one in assessments
        for report in reports(
            one.claim_id, one.topic, one.evidence, outlets=outlets, without=without, as_of=one.as_of
        )
    )


def reports(
    claim_id: str,
    topic: str,
    evidence: Iterable[Evidence],
    *,
    outlets: Mapping[str, str] | None = None,
    without: Collection[str] = (),
    as_of: datetime | None = None,
) -> tuple[Report, ...]:
    """The statements and silences among the evidence on a claim, in its order; ``at`` in days since 1970.

    ``outlets``: document id → the outlet it is of. A party's public word is its own wherever it is printed, so it has no root; an outlet's own
    word, and that of somebody who is no known entity, is as good as the text it stands in: it keeps that text's root. Where the outlet of a
    text is not known every root is kept.

    ``without``: sources taken back, by id or by name. With them goes what stands only in their texts, or in copies of these.

    A statement without a date is taken for the first on its claim (for that of ``as_of`` where none is dated), so that it is nobody's last word
    against a dated one.
    """
    gone = {one.casefold() for one in without}
    told = [one for one in evidence if one.word and one.source]
    undated = min((one.at for one in told if one.at), default=as_of)
    return tuple(
        _report(one, claim_id, topic, outlets or {}, undated)
        for one in told
        if not gone or not fallen(one, gone, outlets or {})
    )


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
    one: Evidence, claim_id: str, topic: str, outlets: Mapping[str, str], undated: datetime | None
) -> Report:
    at = one.at or undated
    return Report(
        claim=claim_id,
        source=one.source,
        word=one.word or "silent",
        root="" if _is_public(one, outlets) else one.root_id,
        topic=topic,
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
