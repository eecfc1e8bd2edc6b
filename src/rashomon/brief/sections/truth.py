"""Is it true? How likely each main claim is, why, and how well founded that is; and for which it cannot be told yet."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.brief import chance, said, words
from rashomon.brief.judged import items, rivals, verdict, working
from rashomon.brief.material import Material
from rashomon.brief.phrase import CITED, SHORT, Line, count_line
from rashomon.records import Claim, Position, Section, Sentence, Span, Table

ROWS = 10
"""Claims of the table; the rest is counted."""
NOT_YET = "Cannot be judged yet"
NOT_WEIGHED = "Not weighed"


def make(material: Material) -> Section:
    """The judged claims in full, each a part; then a row for each other main claim."""
    full = verdict.in_full(material)
    parts = [_part(material, claim, number, len(full)) for number, claim in enumerate(full, 1)]
    if full:
        parts.append(_key(material, full))
    then = [claim for claim in material.main if material.as_of is None or material.assessed(claim).documents]
    others = [claim for claim in then if claim not in full]
    if others:
        parts.append(_others(material, others, bool(full)))
    return Section(
        key="true",
        heading="Is it true?",
        sentences=(*as_of(material), *_none(material, then, full)),
        parts=tuple(parts),
        empty="" if parts else f"No claim to judge was found in {material.size}.",
    )


def as_of(material: Material) -> list[Sentence]:
    """That the judgement is of an earlier day, where it is."""
    if material.as_of is None:
        return []
    text = f"Judged as of {words.stamp(material.as_of)}: nothing published later was weighed."
    return [count_line(text, "the day that was asked for", mark="as_of")]


def _none(material: Material, claims: Sequence[Claim], full: Sequence[Claim]) -> list[Sentence]:
    if full or not claims:
        return []
    number = words.count(len(claims), "main claim")
    text = "The one main claim cannot" if len(claims) == 1 else f"None of the {number} can"
    return [
        count_line(
            f"{text} be judged yet.",
            _reasons(material, claims),
            mark="not_judged",
        )
    ]


def _reasons(material: Material, claims: Sequence[Claim]) -> str:
    """Why they cannot be judged, the commonest reason alone where there are several."""
    found = [_why(material, claim) for claim in claims]
    most = max(dict.fromkeys(found), key=found.count)
    return most if found.count(most) == len(found) else f"of {found.count(most)} of them: {most}"


def _why(material: Material, claim: Claim) -> str:
    reason = material.assessed(claim).unjudged or "nobody weighed it"
    return (reason[:1].lower() + reason[1:]).rstrip(".")


def _part(material: Material, claim: Claim, number: int, total: int) -> Section:
    """One claim: the judgement and its confidence; rivals; for and against; what it hangs on; how it came to be."""
    one, key = material.assessed(claim), f"true-{number}"
    turns = working.turns(material, claim)
    views = list(working.views(material, claim))
    parts = [
        Section(key=f"{key}-rivals", heading="Rival explanations", table=rivals.table(material, claim)),
        Section(
            key=f"{key}-evidence",
            heading="What speaks for it and against it",
            sentences=tuple(items.lines(material, one)),
        ),
        Section(
            key=f"{key}-hangs",
            heading="What it hangs on, and what is missing",
            sentences=(
                *working.hangs(material, claim),
                *working.missing(one),
                *working.gains(material, one),
            ),
        ),
    ]
    if turns:
        parts.append(Section(key=f"{key}-turns", heading="How the view changed", sentences=tuple(turns)))
    if views:
        parts.append(Section(key=f"{key}-views", heading="What analysts say", sentences=tuple(views)))
    return Section(
        key=key,
        heading=f"Claim {number} of {total}" if total > 1 else "The claim",
        sentences=(verdict.sentence(material, claim), verdict.confidence(one)),
        parts=tuple(parts),
    )


def _key(material: Material, full: Sequence[Claim]) -> Section:
    """The grades that were printed, in words, once."""
    codes = {
        code
        for claim in full
        for item in material.assessed(claim).evidence
        for grade in item.grades
        for code in (grade.reliability, grade.credibility)
    }
    told = [f"{c}: {chance.reliability(c)}" for c in "ABCDEF" if c in codes]
    figures = [f"{c}: {chance.credibility(c)}" for c in "123456" if c in codes]
    lines = [
        f"The letter is of the source. {'; '.join(told)}.",
        f"The figure is of what it says. {'; '.join(figures)}.",
    ]
    return Section(
        key="true-grades",
        heading="The grades",
        sentences=tuple(
            count_line(text, "the Admiralty code; F and 6 are gaps and no middle", mark="key")
            for text in lines
        ),
    )


def _others(material: Material, claims: Sequence[Claim], full: bool) -> Section:
    rows = tuple(_row(material, claim) for claim in claims[:ROWS])
    more = len(claims) - len(rows)
    lines = (
        [
            count_line(
                f"{words.count(more, 'more claim')} not printed here.",
                f"{len(material.main)} main claims in all; they stand in the JSON form",
                mark="more",
            )
        ]
        if more
        else []
    )
    return Section(
        key="true-others",
        heading="Other claims" if full else "The claims",
        sentences=tuple(lines),
        table=Table(columns=("Claim", "Standing", "Denied or doubted by", "Judgement"), rows=rows),
    )


def _row(material: Material, claim: Claim) -> tuple[Sentence, ...]:
    lead, judged = material.lead(claim), material.assessed(claim)
    positions = material.positions(claim)
    parties = words.count(len({one.party for one in positions}), "party", "parties")
    return (
        said.recall(material, claim, most=SHORT).cite([lead.span], mark="claim"),
        count_line(words.STANDINGS[judged.status], f"positions of {parties}", mark=judged.status),
        _who(material, [one for one in positions if one.stance not in ("asserts", "reports", "silent")]),
        _judgement(material, claim),
    )


def _judgement(material: Material, claim: Claim) -> Sentence:
    one, lead = material.assessed(claim), material.lead(claim)
    if one.likelihood is None:
        text = NOT_YET if one.hypotheses else NOT_WEIGHED
        return count_line(text, _why(material, claim).removeprefix("it was not weighed: "), mark="not_judged")
    line = Line().say(words.sentence_case(chance.word(one.likelihood)))
    return line.cite([lead.span], mark="likelihood", likelihood=one.likelihood)


def _who(material: Material, positions: Sequence[Position]) -> Sentence:
    """Names with what each does where that is not plain denial; cited."""
    named: dict[str, Span] = {}
    counted: set[tuple[str, str]] = set()
    for one in positions:
        if (one.party, one.stance) in counted:
            continue  # one party is named once, by whoever speaks for it first
        name = words.sentence_case(material.stands(one))
        if one.stance != "denies":
            name += f" ({words.STANCES[one.stance]})"
        if one.span:
            counted.add((one.party, one.stance))
            named.setdefault(name, one.span)
    if not named:
        return count_line("Nobody", material.size, mark="none")
    shown = list(named)[:CITED]
    text = words.listed(shown)
    if len(named) > CITED:
        text = ", ".join(shown) + f" and {len(named) - CITED} more"
    return Line().say(text).cite([named[name] for name in shown])
