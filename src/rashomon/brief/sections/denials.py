"""Who denies, in which words; and which rival explanations each party has, and has not, put forward."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from rashomon.brief import said, silent, words
from rashomon.brief.material import Material
from rashomon.brief.phrase import SHORT, Line, count_line
from rashomon.records import Claim, Position, Saying, Section, Sentence, Table

MOST = 16
PER_CLAIM = 8
"""Stands against one claim: the most disputed claim must not leave the others without."""
PARTIES = 8
PART = 0.7
"""Share of the words up to which a scope is printed beside them: more of them needs no saying twice."""
NOTED = 6
"""Lines that say to what a party has not spoken."""
_AGAINST = ("denies", "partly_denies", "doubts", "declines", "retracts")


def make(material: Material) -> Section:
    """Denials, doubts, refusals to answer, retractions; then parties × explanations; then what is absent."""
    lines = _denials(material)
    kinds = _explanations(material)
    parties = _parties(material) if kinds else []
    rows = tuple(_row(material, party, kinds) for party in parties)
    table = Table(
        columns=("Party", *(words.sentence_case(words.explanation(kind)) for kind in kinds)), rows=rows
    )
    return Section(
        key="denials",
        heading="Who denies, and what they have not said",
        sentences=(*lines, *_absent(material)),
        table=table if rows else None,
        empty="" if lines or rows else f"No denial or rival account was found in {material.size}.",
    )


def _denials(material: Material) -> list[Sentence]:
    """For each claim that somebody stands against: the claim, and under it who does and in which words."""
    lines: list[Sentence] = []
    room, left, seen = MOST, 0, set[tuple[str, str, str]]()
    for claim in material.claims:
        against = []
        for one in sorted(_against(material, claim), key=lambda one: _order(material, one)):
            made = one.saying
            assert made is not None  # _against gives only positions with a saying
            key = (one.party, one.stance, said.words_of(made))
            if key not in seen:
                seen.add(key)
                against.append(_denial(material, one, made))
        shown = against[: min(room, PER_CLAIM)]
        room -= len(shown)
        left += len(against) - len(shown)
        lead = material.lead(claim)
        if not shown:
            continue
        if all(lead.span in one.spans for one in shown):  # a denial of something that nobody here asserts
            lines += shown
            continue
        line = said.recall(material, claim, most=SHORT)
        lines.append(line.cite([lead.span], mark="claim", detail=shown))
    if left:
        text = words.count(left, "more denial, doubt or refusal", "more denials, doubts or refusals")
        lines.append(count_line(f"{text} not printed here.", f"{MOST - room + left} found", mark="more"))
    return lines


def _against(material: Material, claim: Claim) -> Iterator[Position]:
    for one in material.positions(claim):
        if one.stance in _AGAINST and one.saying is not None:
            yield one


def _order(material: Material, one: Position) -> tuple[int, bool, datetime, str, int]:
    """Denials before doubts; a denial by its own word before a statement that amounts to one; then time."""
    assert one.saying is not None
    return (
        _AGAINST.index(one.stance),
        one.saying.act not in _AGAINST and one.saying.form != "direct",
        material.when(one.saying.document_id),
        one.saying.document_id,
        one.saying.span.start,
    )


def _denial(material: Material, position: Position, made: Saying) -> Sentence:
    detail = []
    scope = words.one_line(position.scope)
    told = words.one_line(" … ".join(span.quote for span in made.content))
    part = len(scope) < PART * len(told)
    if scope and part and scope in words.one_line(made.span.quote):
        line = Line().say("Of this: ").quote([position.scope], own=made.form == "direct", most=SHORT)
        detail.append(line.stop().cite([made.span], mark="scope"))
    return said.saying(material, made).cite([made.span], mark=position.stance, detail=detail)


def _explanations(material: Material) -> list[str]:
    """Kinds of explanation that somebody put forward, most put forward first."""
    count: dict[str, int] = {}
    for claim in material.claims:
        if claim.explains and claim.explanation:
            count[claim.explanation] = count.get(claim.explanation, 0) + len(claim.members)
    return sorted(count, key=lambda kind: (-count[kind], kind))


def _parties(material: Material) -> list[str]:
    """Parties that take a stand on a contested or explaining claim, the most outspoken first."""
    stands: dict[str, int] = {}
    for claim in material.claims:
        if claim.explains or material.assessed(claim).status != "uncontested":
            for one in material.positions(claim):
                if one.stance not in ("reports", "silent") and one.span is not None:
                    party = material.party(one.party)
                    stands[party] = stands.get(party, 0) + 1
    return sorted(stands, key=lambda party: (-stands[party], material.name(party, party), party))[:PARTIES]


def _row(material: Material, party: str, kinds: list[str]) -> tuple[Sentence, ...]:
    name = words.sentence_case(_name(material, party))
    heard = f"{words.count(len(material.speaks.get(party, ())), 'document')} in which {name} speaks"
    cells = [count_line(name, heard, mark="party")]
    for kind in kinds:
        own = _stand(material, party, kind)
        if own is None or own.saying is None:
            cells.append(count_line("Not put forward", heard, mark="absent"))
        else:
            line = said.saying(material, own.saying, most=SHORT)
            cells.append(line.cite([own.saying.span], mark=own.stance))
    return tuple(cells)


def _stand(material: Material, party: str, kind: str) -> Position | None:
    """The party's stand on an explanation: putting it forward comes before denying or doubting it."""
    stands = [
        one
        for claim in material.claims
        if claim.explains and claim.explanation == kind
        for one in material.positions(claim)
        if one.saying is not None
        and one.stance not in ("reports", "silent")
        and material.party(one.party) == party
    ]
    return min(stands, key=lambda one: (one.stance != "asserts", str(one.at), str(one.span)), default=None)


def _absent(material: Material) -> list[Sentence]:
    """What is noteworthy: who was expected to speak to a claim or an explanation, was heard, and did not."""
    found = silent.told(material, heard=True)
    found.sort(key=lambda pair: pair[1].ground == "accused")
    lines = [silent.noteworthy(material, claim, one) for claim, one in found[:NOTED]]
    if len(found) > NOTED:
        more = words.count(len(found) - NOTED, "more silence")
        lines.append(count_line(f"{more} not printed here.", f"{len(found)} found", mark="more"))
    return lines


def _name(material: Material, party: str) -> str:
    """A party's name; one that is no known entity goes by its own words."""
    if found := material.name(party):
        return found
    names = (
        one.name
        for claim in material.claims
        for one in claim.positions
        if material.party(one.party) == party and one.name
    )
    return next(names, party)
