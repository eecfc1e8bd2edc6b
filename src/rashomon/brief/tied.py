"""What a claim is to others of its story, a line each: contrary, narrower, perhaps the same. It adds nothing to what is counted."""

from __future__ import annotations

from rashomon.brief import said
from rashomon.brief.material import Material
from rashomon.brief.phrase import SHORT, Line
from rashomon.records import Claim, Sentence, TieKind

LINES: dict[TieKind, str] = {
    "contradicts": "It cannot be so together with this:",
    "retracts": "Said since this was taken back:",
    "explains": "Another explanation:",
    "narrower": "It says more than this:",
    "broader": "It says less than this:",
    "perhaps_same": "Not confirmed to be the same claim, counted apart:",
}
"""Ties in the order in which they are printed, and the words before the other claim."""
MOST = 2
"""Lines of one claim."""


def lines(material: Material, claim: Claim) -> list[Sentence]:
    """At most ``MOST`` of the claim's ties to claims of this brief."""
    by_id = {one.id: one for one in material.claims}
    found = sorted(
        (tie for tie in claim.ties if tie.claim in by_id), key=lambda tie: list(LINES).index(tie.kind)
    )
    out: list[Sentence] = []
    for tie in found[:MOST]:
        other = by_id[tie.claim]
        told = said.recall(material, other, most=SHORT)
        words = LINES[tie.kind] + " "
        line = Line(
            text=words + told.text,
            quoted=[(start + len(words), end + len(words)) for start, end in told.quoted],
        )
        out.append(line.cite([material.lead(other).span], mark=tie.kind))
    return out
