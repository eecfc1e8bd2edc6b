"""The explanations of a claim as a table: what each says, who puts it forward, what then becomes of the claim, how likely it is."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

from rashomon.brief import chance, said, words
from rashomon.brief.judged import verdict
from rashomon.brief.material import Material
from rashomon.brief.phrase import CITED, Line, count_line
from rashomon.records import Claim, Hypothesis, Sentence, Table

MOST = 110
"""Characters of a party's words in a cell."""
HOLDS = {True: "Holds", False: "Does not hold", None: "Open"}
_CODEBOOK = "the codebook lists it for such claims"
_ELSE = "Something else, which is not listed here."


def table(material: Material, claim: Claim) -> Table:
    """A row for each explanation, the likeliest first."""
    one = material.assessed(claim)
    share = dict(one.shares)
    ranked = sorted(one.hypotheses, key=lambda h: -share.get(h.id, 0.0))
    return Table(
        columns=("Explanation", "Put forward by", "The claim", "Likelihood"),
        rows=tuple(_row(material, claim, h, share[h.id]) for h in ranked if h.id in share),
    )


def _row(material: Material, claim: Claim, one: Hypothesis, share: float) -> tuple[Sentence, ...]:
    lead = material.lead(claim)
    word = Line().say(words.sentence_case(chance.word(share)))
    return (
        explanation(material, claim, one),
        _by(material, claim, one),
        count_line(HOLDS[one.holds], "from the codebook of explanations", mark="holds"),
        word.cite([lead.span], mark="likelihood", likelihood=share),
    )


def explanation(material: Material, claim: Claim, one: Hypothesis) -> Sentence:
    """A party's words with their speaker, a person's in marks, or the codebook's sentence."""
    if one.kind == "as_claimed":
        return Line().say("As claimed").cite([material.lead(claim).span])
    if one.added_by:
        return count_line(
            f"“{words.one_line(one.text)}”", f"an explanation {one.added_by} added", mark="judged"
        )
    for span in one.spans:
        made = material.told.get(span)
        if made is not None:
            line = said.saying(material, made, most=MOST)
            return line.led(f"{words.sentence_case(label(one.kind))}. ").cite([made.span])
    for span in one.spans:
        if span.document_id in material.by_id:
            line = said.report(material, span, most=MOST)
            return line.led(f"{words.sentence_case(label(one.kind))}. ").cite([span])
    return count_line(_ELSE if one.kind == "other" else _codebook(one.text), _CODEBOOK)


def _codebook(text: str) -> str:
    """The codebook's sentence without the claim's words, which stand right above it."""
    text = re.sub(r":\s*“.*”(?=\.?$)", "", text)
    return words.one_line(re.sub(r"“.*”", "the claim", text))


def _by(material: Material, claim: Claim, one: Hypothesis) -> Sentence:
    names = list(dict.fromkeys(words.sentence_case(material.name(by, by)) for by in one.by))
    spans = [span for span in one.spans if span.document_id in material.by_id]
    if names and spans:
        return Line().say(words.listed(names, CITED)).cite(spans[:CITED])
    lead = material.lead(claim)
    if one.kind == "as_claimed" and not material.speaker(lead) and lead.act not in verdict.ANSWERS:
        return Line().say("Somebody not named").cite([lead.span])
    if one.added_by:
        return count_line(words.sentence_case(one.added_by), "at this desk", mark="judged")
    return count_line("Nobody", material.size, mark="none")


def label(kind: str) -> str:
    """What a kind of explanation is called."""
    return _labels().get(kind) or words.humanise(kind)


@cache
def _labels() -> dict[str, str]:
    folder = Path(__file__).parents[2] / "assess" / "hypotheses"
    found: dict[str, str] = {}
    for name in ("codebook.yaml", "responsibility.yaml"):
        rows = yaml.safe_load((folder / name).read_text(encoding="utf-8"))
        found |= {key: str(row["label"]) for key, row in rows.items()}
    return found
