"""Where the entity stands on claims, and where it stood otherwise before."""

from __future__ import annotations

from rashomon.brief import said, words
from rashomon.brief.phrase import SHORT, count_line
from rashomon.brief.sections import changes
from rashomon.profile.subject import Subject
from rashomon.records import Change, Claim, Position, Section, Sentence

MOST = 10
"""Changes from claim to claim that are printed."""


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
        text = f"Changed on {len(changed)} of {words.count(len(lines), 'claim')}."
        lines.insert(
            0, count_line(text, f"positions by its own words in {subject.material.size}", mark="changed")
        )
    # What changed from one claim to another ("two pilots", then "one"), or in the mouths of others of its side.
    told = {span for line in changed for span in line.spans}
    lines += [
        changes.line(subject.material, one)
        for one in _changes(subject)
        if one.before.span not in told or one.before.stance == one.after.stance
    ]
    return Section(
        key="positions",
        heading="Positions held and changed",
        sentences=tuple(lines),
        empty="" if lines else f"{subject.name} takes no stand on a claim in {subject.material.size}.",
    )


def _changes(subject: Subject) -> list[Change]:
    """Changes of the entity, as the party or as the one who spoke both times, by date."""
    own = subject.entity.id
    found = [
        one
        for claim in subject.claims
        for one in claim.changes
        if changes.inside(subject.material, one)
        and (own == one.party or all(e.saying and e.saying.entity == own for e in (one.before, one.after)))
    ]
    return sorted(found, key=lambda one: (str(one.after.at), one.before.name))[:MOST]


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
