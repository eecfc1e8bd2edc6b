"""Is it true? Who stands where on each main claim; how well it holds is not assessed without a method."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.brief import said, words
from rashomon.brief.material import Material
from rashomon.brief.phrase import CITED, SHORT, Line, count_line
from rashomon.brief.sections.claimed import MOST
from rashomon.records import Claim, Position, Section, Sentence, Span, Table

NOT_ASSESSED = "Not assessed"
WHY = "no method for weighing claims in this version"


def make(material: Material) -> Section:
    """A line that says what is not assessed, and a row for each main claim."""
    first = count_line(
        "Not assessed: this version has no method that weighs one claim against another. The table shows only"
        " who stands where.",
        WHY,
        mark="not_assessed",
    )
    rows = tuple(_row(material, claim) for claim in material.main[:MOST])
    table = Table(
        columns=("Claim", "Standing", "Put forward by", "Denied or doubted by", "Likelihood"), rows=rows
    )
    return Section(key="true", heading="Is it true?", sentences=(first,), table=table if rows else None)


def _row(material: Material, claim: Claim) -> tuple[Sentence, ...]:
    lead, judged = material.lead(claim), material.assessed(claim)
    positions = material.positions(claim)
    parties = words.count(len({one.party for one in positions}), "party", "parties")
    return (
        said.recall(material, claim, most=SHORT).cite([lead.span], mark="claim"),
        count_line(words.STANDINGS[judged.status], f"positions of {parties}", mark=judged.status),
        _who(material, [one for one in positions if one.stance == "asserts"], lead.span),
        _who(material, [one for one in positions if one.stance not in ("asserts", "reports", "silent")]),
        count_line(NOT_ASSESSED, WHY, mark="not_assessed"),
    )


def _who(material: Material, positions: Sequence[Position], ground: Span | None = None) -> Sentence:
    """Names with what each does where that is not plain assertion; cited."""
    named: dict[str, Span] = {}
    counted: set[tuple[str, str]] = set()
    for one in positions:
        if (one.party, one.stance) in counted:
            continue  # one party is named once, by whoever speaks for it first
        name = words.sentence_case(material.stands(one))
        if one.stance not in ("asserts", "denies"):
            name += f" ({words.STANCES[one.stance]})"
        if span := one.span or ground:
            counted.add((one.party, one.stance))
            named.setdefault(name, span)
    if not named:
        return count_line("Nobody in what was collected", material.size, mark="none")
    shown = list(named)[:CITED]
    text = words.listed(shown)
    if len(named) > CITED:
        text = ", ".join(shown) + f" and {len(named) - CITED} more"
    return Line().say(text).cite([named[name] for name in shown])
