"""Where the entity stands on claims, and where it stood otherwise before."""

from __future__ import annotations

from rashomon.brief import said
from rashomon.brief.phrase import SHORT, count_line
from rashomon.profile.subject import Subject
from rashomon.records import Claim, Position, Section, Sentence


def make(subject: Subject) -> Section:
    """A line for each claim it takes a stand on; changes first."""
    by_claim: dict[str, tuple[Claim, list[Position]]] = {}
    for claim, one in subject.stands:
        by_claim.setdefault(claim.id, (claim, []))[1].append(one)
    changed: list[Sentence] = []
    held: list[Sentence] = []
    for claim, stands in by_claim.values():
        kinds = list(dict.fromkeys(one.stance for one in stands))
        (changed if len(kinds) > 1 else held).append(_line(subject, claim, stands))
    lines = [*changed, *held]
    if lines:
        text = f"Changed on {len(changed)} of {len(lines)} claims."
        lines.insert(
            0, count_line(text, f"positions by its own words in {subject.material.size}", mark="changed")
        )
    return Section(
        key="positions",
        heading="Positions held and changed",
        sentences=tuple(lines),
        empty="" if lines else f"{subject.name} takes no stand on a claim in {subject.material.size}.",
    )


def _line(subject: Subject, claim: Claim, stands: list[Position]) -> Sentence:
    material = subject.material
    made: list[Sentence] = []
    stance = ""
    for one in stands:
        if one.saying is None or one.stance == stance:
            continue
        stance = one.stance
        line = said.saying(material, one.saying, most=SHORT)
        at = one.at or material.by_id[one.saying.document_id].published_at
        made.append(line.cite([one.saying.span], mark=one.stance, at=at))
    first, *later = made
    return Sentence(
        text=first.text,
        spans=first.spans,
        mark=first.mark,
        detail=tuple(later),
        quoted=first.quoted,
        at=first.at,
    )
