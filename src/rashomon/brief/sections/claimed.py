"""What is claimed: each claim with its speaker, in exact words, and how many independent roots carry it."""

from __future__ import annotations

from rashomon.brief import said, silent, tied, words
from rashomon.brief.material import Material
from rashomon.brief.phrase import SHORT, Line, count_line
from rashomon.brief.reported import reports
from rashomon.records import Claim, Section, Sentence

MOST = 8
"""Claims printed in full; a reader of the hand-made page we follow is given five."""
ALSO = 24
"""Claims printed in short after them; the rest is counted."""


def make(material: Material) -> Section:
    """The main claims in full, the others in short under "also claimed"."""
    main = material.main
    lines = [_full(material, claim) for claim in main[:MOST]]
    lines += [
        said.recall(material, claim, most=SHORT).cite([material.lead(claim).span], mark="also")
        for claim in main[MOST : MOST + ALSO]
    ]
    if len(main) > MOST + ALSO:
        more = len(main) - MOST - ALSO
        lines.append(
            count_line(
                f"{words.count(more, 'more claim')} not printed here.", f"{len(main)} claims", mark="also"
            )
        )
    return Section(
        key="claimed",
        heading="What is claimed",
        sentences=tuple(lines),
        empty="" if lines else f"No claim with a speaker was found in {material.size}.",
    )


def _full(material: Material, claim: Claim) -> Sentence:
    lead, judged = material.lead(claim), material.assessed(claim)
    positions = material.positions(claim)
    first = {one.party for one in positions if one.saying == lead}
    others = [
        one for one in positions if one.stance == "asserts" and one.saying != lead and one.party not in first
    ]
    parties = {one.party for one in positions if one.stance != "silent"}
    sayings = material.sayings(claim)
    documents = {one.document_id for one in sayings}
    detail = [
        *_blamed(material, claim),
        count_line(
            words.STANDINGS[judged.status],
            f"positions of {words.count(len(parties), 'party', 'parties')}",
            mark=judged.status,
        ),
        *said.by_whom(material, "Also asserted by", others),
        count_line(
            f"In {words.count(len(documents), 'report')}"
            f" from {words.count(judged.roots, 'independent root')}.",
            words.listed(sorted({material.outlet(one) for one in documents})),
            mark="roots",
        ),
        *reports(material, claim),
    ]
    detail += silent.in_claim(material, claim)
    detail += tied.lines(material, claim)
    if claim.explains:
        detail.append(
            count_line(
                f"Offers an explanation: {words.explanation(claim.explanation)}.",
                "words listed in claim/explanations.yaml",
                mark="explanation",
            )
        )
    return said.saying(material, lead).cite([lead.span], mark=lead.act, detail=detail)


def _blamed(material: Material, claim: Claim) -> list[Sentence]:
    """Whom "each other" means: the claim's text has it in brackets before words that somebody said."""
    said_so = {span.quote for one in material.sayings(claim) for span in one.content}
    name, closed, rest = claim.text.removeprefix("[").partition("] ")
    if claim.text in said_so or not closed or rest not in said_so:
        return []
    return [
        Line().say(f"Blamed in it: {words.one_line(name)}.").cite([material.lead(claim).span], mark="blamed")
    ]
