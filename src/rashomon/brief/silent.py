"""Silences and the unheard, as lines: never one for the other, and each with the ground of the expectation."""

from __future__ import annotations

from rashomon.brief import said, words
from rashomon.brief.material import Material
from rashomon.brief.phrase import SHORT, Line, count_line
from rashomon.records import Claim, Sentence, Silence


def noteworthy(material: Material, claim: Claim, one: Silence) -> Sentence:
    """What a party that was heard does not say, as of the last words collected of it, with who says it instead."""
    name = words.sentence_case(material.name(one.party, one.name))
    until = f" up to {words.day(one.as_of)}" if one.as_of else ""
    if one.ground == "accused":
        text = f"Noteworthy: {name} is blamed here and, in what was collected of it{until}, does not answer. "
    else:
        others = "others of its side do" if one.ground == "side" else "others do"
        kind = words.explanation(claim.explanation)
        text = f"Noteworthy: {name} denies and, in what was collected of it{until}, does not say that it was {kind}; {others}. "
    lead = next(
        (saying for saying in material.sayings(claim) if saying.span == one.why), material.lead(claim)
    )
    line = said.saying(material, lead, most=SHORT).led(text)
    return line.cite([lead.span], mark="silent", detail=[heard(material, one)])


def heard(material: Material, one: Silence) -> Sentence:
    """What of a silent party was collected."""
    inside = [document for document in one.documents if document in material.by_id]
    since = " since" if one.ground == "accused" else ""
    outlets = words.listed(sorted({material.outlet(document) for document in inside}))
    text = f"Other words of theirs stand in {words.count(len(inside), 'report')}{since}: silent there, not unheard."
    return count_line(text, f"{outlets or material.size}; as of what was collected", mark="heard")


def unheard(material: Material, claim: Claim, one: Silence) -> Sentence:
    """A party of which nothing was collected: whether it spoke is not known."""
    name = words.sentence_case(material.name(one.party, one.name))
    blamed = "is blamed" if one.ground == "accused" else "is spoken of"
    text = (
        f"Unheard: {name} {blamed} here, and nothing that {name} says was collected;"
        " whether it answered is not known. "
    )
    lead = next(
        (saying for saying in material.sayings(claim) if saying.span == one.why), material.lead(claim)
    )
    return said.saying(material, lead, most=SHORT).led(text).cite([lead.span], mark="unheard")


def told(material: Material, *, heard: bool) -> list[tuple[Claim, Silence]]:
    """Silences of the story, most carried claims first; a party once for each kind of explanation and each claim."""
    found: list[tuple[Claim, Silence]] = []
    seen: set[tuple[str, str]] = set()
    for claim in material.claims:
        for one in claim.silences:
            matter = claim.explanation or claim.id
            key = (one.party, matter if one.heard else "")
            if one.heard is heard and key not in seen and one.why.document_id in material.by_id:
                seen.add(key)
                found.append((claim, one))
    return found


def in_claim(material: Material, claim: Claim) -> list[Sentence]:
    """Under a claim: who is named in it and silent, and who unheard."""
    lines = []
    for one in claim.silences:
        if one.ground in ("clears", "side"):
            continue
        name = words.sentence_case(material.name(one.party, one.name))
        if one.heard:
            until = f" up to {words.day(one.as_of)}" if one.as_of else ""
            text = f"Blamed in it, and silent on it in what was collected{until}: {name}."
            mark = "silent"
        else:
            text = f"Spoken of in it, and unheard: {name}. Nothing that {name} says was collected."
            mark = "unheard"
        if one.why.document_id in material.by_id:
            lines.append(Line().say(text).cite([one.why], mark=mark))
    return lines
