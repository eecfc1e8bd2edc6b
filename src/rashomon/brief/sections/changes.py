"""Who changed position, with both dates and both words; and whose people do not say the same."""

from __future__ import annotations

from rashomon.brief import said, words
from rashomon.brief.material import Material
from rashomon.brief.phrase import SHORT, Line, count_line
from rashomon.records import Change, Position, Section, Sentence, Span

MOST = 10


def make(material: Material) -> Section:
    """Changes by date, then differences within a party, then pages that their publisher edited."""
    found = _found(material)
    lines = [line(material, one) for one in found[:MOST]]
    if len(found) > MOST:
        more = words.count(len(found) - MOST, "more change")
        lines.append(count_line(f"{more} not printed here.", f"{len(found)} found", mark="more"))
    lines += _edited(material)
    return Section(
        key="changes",
        heading="Who changed position",
        sentences=tuple(lines),
        empty="" if lines else f"Nobody took another stand than before, in {material.size}.",
    )


def first(material: Material, most: int) -> list[Sentence]:
    """The first changes of parties, for the head of the page; outlets' corrections stand in the section."""
    return [
        line(material, one)
        for one in _found(material)
        if one.kind == "changed" and one.party in material.entities
    ][:most]


def _found(material: Material) -> list[Change]:
    found = [change for claim in material.claims for change in claim.changes if inside(material, change)]
    return sorted(found, key=lambda one: (one.kind != "changed", str(one.after.at), one.name))


def inside(material: Material, one: Change) -> bool:
    """Whether both ends of a change stand in the documents at hand."""
    return all(
        end.saying is not None and end.span is not None and end.span.document_id in material.by_id
        for end in (one.before, one.after)
    )


def line(material: Material, one: Change) -> Sentence:
    """A change with its two ends under it, each with its date and words."""
    name = words.sentence_case(material.name(one.party, one.name) or one.name)
    first, last = _day(material, one.before), _day(material, one.after)
    if one.kind == "within":
        text = f"Within {name}: {_who(material, one.before)} and {_who(material, one.after)} do not say the same."
        mark = "within"
    elif first == last:
        text, mark = f"{name} took another stand in the course of {last}.", "changed"
    else:
        text, mark = f"{name} took one stand on {first} and another on {last}.", "changed"
    spans = [end.span for end in (one.before, one.after) if end.span is not None]
    detail = [_end(material, end) for end in (one.before, one.after)]
    return Line().say(text).cite(spans, mark=mark, detail=detail)


def _day(material: Material, one: Position) -> str:
    at = one.at or (material.by_id[one.span.document_id].published_at if one.span else None)
    return words.day(at) if at else "an unknown day"


def _who(material: Material, one: Position) -> str:
    return (material.speaker(one.saying) if one.saying else "") or one.name


def _end(material: Material, one: Position) -> Sentence:
    assert one.saying is not None and one.span is not None  # _inside keeps no others
    line = said.saying(material, one.saying, most=SHORT)
    return line.cite([one.span], mark=one.stance, at=one.at)


def _edited(material: Material) -> list[Sentence]:
    """Pages whose headline their publisher changed: an outlet's own change, said in silence."""
    lines = []
    for document in material.documents:
        root = material.root(document.id)
        if material.relation(document.id) != "update" or root not in material.by_id or root == document.id:
            continue
        old, new = material.headline(root), material.headline(document.id)
        if old is None or new is None or words.one_line(old.quote) == words.one_line(new.quote):
            continue
        lines.append(_headlines(material, document.id, old, new))
    return lines


def _headlines(material: Material, document_id: str, old: Span, new: Span) -> Sentence:
    outlet = words.sentence_case(material.outlet(document_id))
    line = (
        Line()
        .say(f"{outlet} changed the headline of its page from ")
        .quote([old.quote], own=False, most=SHORT)
    )
    line.say(" to ").quote([new.quote], own=False, most=SHORT)
    return line.stop().cite([old, new], mark="changed")
