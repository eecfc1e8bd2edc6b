"""What a source that is taken back touched in briefs: claims, judgements, briefs, and how likely each claim is without it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from rashomon.assess.record.gathered import fallen, reports
from rashomon.assess.record.learn import Learned
from rashomon.assess.record.report import Report
from rashomon.assess.record.retract import left_out, pairs
from rashomon.records import Assessment, Brief, Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """One claim that the source touched."""

    claim: str
    text: str
    story: str
    title: str
    """Of its brief."""
    items: tuple[str, ...]
    """Ids of the evidence that falls; empty where the source only stood among the positions, or its word was never weighed."""
    before: float | None
    """Likelihood in the brief that stands; ``None``: it was not judged."""
    after: float | None
    """The same moved by what the reports are worth without the source; the next brief judges all of it anew."""


def touched(
    briefs: Sequence[Brief],
    assessments: Mapping[str, Assessment],
    learned: Learned,
    told: Sequence[Report],
    *,
    outlets: Mapping[str, str],
    gone: Collection[str],
    new: Collection[str],
) -> tuple[Touched, ...]:
    """The claims that sources touch (``new``: ids and names in lower case), those that move most first.

    ``told``: the reports of all assessments without those ``gone`` before; ``learned`` was learnt from them.
    """
    left = reports(assessments.values(), outlets=outlets, without={*gone, *new})
    still = {(one.claim, one.source) for one in left}
    lost = {(one.claim, one.source) for one in told} - still
    own = np.array([one.casefold() in new for one in learned.table.sources], bool)[learned.table.source]
    after = left_out(learned, pairs(learned, lost) | own)
    change = dict(zip(learned.table.claims, (after.learned.odds - learned.odds).tolist(), strict=True))
    found = []
    met: set[str] = set()
    for brief in briefs:
        for claim in brief.claims:
            one = assessments.get(claim.id)
            items = tuple(e.id for e in one.evidence if fallen(e, new, outlets)) if one else ()
            if claim.id in met or not (items or _stands(claim, new, outlets)):
                continue
            met.add(claim.id)
            before = one.likelihood if one else None
            moved = _moved(before, change.get(claim.id, 0.0))
            found.append(
                Touched(
                    claim=claim.id, text=claim.text, story=brief.story_id, title=brief.title.text, items=items,
                    before=before, after=moved,
                )
            )  # fmt: skip
    return tuple(sorted(found, key=lambda t: (-abs((t.after or 0) - (t.before or 0)), t.story, t.claim)))


def _moved(likelihood: float | None, change: float) -> float | None:
    """Moved by so many nats of log odds."""
    if likelihood is None or not 0 < likelihood < 1:
        return likelihood
    return float(1 / (1 + np.exp(-(np.log(likelihood / (1 - likelihood)) + change))))


def _stands(claim: Claim, new: Collection[str], outlets: Mapping[str, str]) -> bool:
    """Whether it stands among the positions, or somebody's words are told by it."""
    return any(p.party.casefold() in new or p.name.casefold() in new for p in claim.positions) or any(
        m.entity.casefold() in new or m.speaker.casefold() in new or outlets.get(m.document_id, "").casefold() in new
        for m in claim.members
    )  # fmt: skip
