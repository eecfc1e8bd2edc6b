"""The judgement of a claim in two sentences apart: how likely it is, and how well founded that is."""

from __future__ import annotations

from rashomon.brief import chance, said, words
from rashomon.brief.material import Material
from rashomon.brief.phrase import LONG, count_line
from rashomon.records import Assessment, Claim, Saying, Sentence

FULL = 3
"""Claims whose judgement is told in full; the others have a row of the table. The hand-made page we follow weighs one."""
ANSWERS = {
    "denies": "what is denied here is so",
    "partly_denies": "what is denied here is so",
    "doubts": "what is doubted here is so",
    "retracts": "what is taken back here is so",
    "declines": "what they do not speak to is so",
}
"""For a claim of which only an answer was collected: what the judgement is about. Of any other: "this is so"."""


def in_full(material: Material) -> list[Claim]:
    """The judged claims that a reader needs first: one for each pair of who says so and who denies it.

    A story has the same charge in many wordings, each a claim; their judgements rest on the same grounds and would fill the page.
    """
    found: dict[object, Claim] = {}
    for claim in material.main:
        one = material.assessed(claim)
        if one.likelihood is not None:
            found.setdefault(_sides(one) or claim.id, claim)
    return list(found.values())[:FULL]


def _sides(one: Assessment) -> tuple[str, frozenset[str]] | None:
    by = {h.kind: h.by for h in one.hypotheses}
    says, denies = by.get("as_claimed", ()), by.get("denied", ())
    return (says[0], frozenset(denies)) if says and denies else None


def sentence(material: Material, claim: Claim, *, most: int = LONG) -> Sentence:
    """Who says what, and how likely it is that this is so."""
    one, lead = material.assessed(claim), material.lead(claim)
    assert one.likelihood is not None
    line = said.saying(material, lead, most=most).say(f" {chance.that(one.likelihood, what(lead))}.")
    return line.cite([lead.span], mark="likelihood", likelihood=one.likelihood)


def what(lead: Saying) -> str:
    """The clause after "it is likely that"."""
    if lead.negated:
        return "what is spoken of here is so"
    return ANSWERS.get(lead.act, "this is so")


def confidence(one: Assessment) -> Sentence:
    """How well founded the judgement is, with its reasons: a sentence apart."""
    level = words.sentence_case(one.confidence or "low")
    why = "; ".join(one.confidence_why)
    counted = sum(not w.counted_under for w in one.weighed)
    items = words.count(len(one.evidence), "item")
    basis = f"{items} of evidence, {counted} after copies and repeats are counted once"
    return count_line(f"{level} confidence{': ' + why if why else ''}.", basis, mark="confidence")
