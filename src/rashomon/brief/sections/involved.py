"""Who and what is involved: names by kind, how many roots name them, and where each first stands."""

from __future__ import annotations

from rashomon.brief import words
from rashomon.brief.material import Material
from rashomon.brief.phrase import Line, count_line
from rashomon.records import Section, Sentence, Span

MOST = 8
"""Names of one kind; the rest is counted."""


def make(material: Material) -> Section:
    """For each kind the names that most roots give."""
    where: dict[str, dict[str, Span]] = {}
    for document in material.documents:
        reading = material.readings.get(document.id)
        for one in sorted(reading.mentions, key=lambda one: (one.start, one.end)) if reading else ():
            if one.entity in material.entities and 0 <= one.start < one.end <= len(document.text):
                where.setdefault(one.entity, {}).setdefault(
                    document.id, material.span(document.id, one.start, one.end)
                )
    lines: list[Sentence] = []
    for kind in words.KINDS:
        named = [key for key in where if material.entities[key].kind == kind]
        named.sort(
            key=lambda key: (
                -len(_roots(material, where[key])),
                -len(where[key]),
                material.entities[key].name,
                key,
            )
        )
        lines += [_line(material, key, where[key], kind) for key in named[:MOST]]
        if len(named) > MOST:
            text = f"{len(named) - MOST} more named."
            lines.append(count_line(text, f"{len(named)} found", mark=kind))
    return Section(
        key="involved",
        heading="Who and what is involved",
        sentences=tuple(lines),
        empty="" if lines else f"No name was recognised in {material.size}.",
    )


def _roots(material: Material, places: dict[str, Span]) -> set[str]:
    return {material.root(document_id) for document_id in places}


def _line(material: Material, key: str, places: dict[str, Span], kind: str) -> Sentence:
    entity = material.entities[key]
    documents = words.count(len(places), "document")
    roots = words.count(len(_roots(material, places)), "root")
    detail = [count_line(f"{documents}, {roots}", f"named in {documents}", mark="roots")]
    for tie in entity.related:
        if other := material.name(tie.entity):
            detail.append(
                count_line(f"{words.humanise(tie.kind)} {other}", "the register of offices", mark="tie")
            )
    party = "" if entity.party == key else material.name(entity.party)
    if party and entity.party not in {tie.entity for tie in entity.related}:
        detail.append(count_line(f"counted with {party}", "its office or title in the reports", mark="party"))
    first = next(iter(places.values()))
    return Line().say(words.one_line(entity.name)).cite([first], mark=kind, detail=detail)
