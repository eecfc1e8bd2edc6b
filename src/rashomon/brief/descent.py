"""Where a report's words came from, in plain sentences with their places: copies, retellings, passages, edits."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.brief import words
from rashomon.brief.material import Material
from rashomon.brief.phrase import SHORT, Line, count_line
from rashomon.records import Document, Edit, Membership, Passage, Sentence, Span

MOST = 6
"""Changes or passages of one document that are printed; the rest is counted."""
_MANNERS = {
    "same": "the same words",
    "edited": "an edited copy",
    "cut": "a part",
    "padded": "a copy with other matter around it",
    "rewrite": "a retelling that adds nothing of its own",
    "pasted": "put together from several reports, most of it",
}
_CHANGED = {"added": "Adds ", "removed": "Takes out ", "changed": "Changes "}


def told(material: Material, document: Document) -> list[Sentence]:
    """What the report is to its root, then what it changed, then whose its passages are."""
    member = material.members[document.id]
    return [_relation(material, member), *_changes(material, member), *_passages(material, member)]


def _relation(material: Material, member: Membership) -> Sentence:
    if member.root_id == member.document_id or member.root_id not in material.by_id:
        return count_line("root", member.why or "compared with all others", mark="relation")
    root = material.outlet(member.root_id)
    if member.relation == "update" and member.against:
        # What changed follows, each change with its places.
        said = member.why.split(": ", 1)[0].removeprefix("same address, ")
        text = f"later version of {root}’s own report: {words.one_line(said)}"
    elif member.relation == "forward":
        text = f"forward of {root}"
    elif member.relation == "copy" and member.manner in _MANNERS:
        text = f"copy of {root}: {_MANNERS[member.manner]}; {words.one_line(member.why)}"
    else:
        name = words.RELATIONS.get(member.relation, member.relation)
        text = f"{name} of {root}" + (f": {words.one_line(member.why)}" if member.why else "")
    return count_line(text, f"compared with document {member.root_id}", mark="relation")


def _changes(material: Material, member: Membership) -> Iterator[Sentence]:
    """Numbers first: a changed toll tells more than a changed comma."""
    before = material.by_id.get(member.against)
    if before is None:
        return
    after = material.by_id[member.document_id]
    order = sorted(member.changes, key=lambda one: (not one.numbers, one.after or one.before or (0, 0)))
    for one in order[:MOST]:
        yield _change(material, before, after, one)
    if len(order) > MOST:
        rest = words.count(len(order) - MOST, "more change")
        yield count_line(
            f"{rest} of wording.", f"compared with document {before.id}, word for word", mark="changed"
        )


def _change(material: Material, before: Document, after: Document, one: Edit) -> Sentence:
    line = Line().say(_CHANGED[one.kind])
    spans: list[Span] = []
    for document, at, lead in ((before, one.before, ""), (after, one.after, " to ")):
        if at is not None:
            span = material.span(document.id, *at)
            line.say(lead if spans else "").quote([span.quote], own=False, most=SHORT)
            spans.append(span)
    return line.stop().cite(spans, mark=one.kind)


def _passages(material: Material, member: Membership) -> Iterator[Sentence]:
    shown = [one for one in member.passages if one.root_id in material.by_id]
    for one in shown[:MOST]:
        yield passage(material, member.document_id, one)
    if len(member.passages) > len(shown[:MOST]):
        rest = words.count(len(member.passages) - len(shown[:MOST]), "more passage")
        yield count_line(f"{rest} with a root elsewhere.", f"document {member.document_id}", mark="passage")


def passage(material: Material, document_id: str, one: Passage) -> Sentence:
    """Whose a stretch of the report is: "From First News, word for word: ‹…›."."""
    root = material.outlet(one.root_id)
    lead = {
        "copy": f"From {root}, {_share(one.score)}: ",
        "quote": f"Quoted, as {root} has it too: ",
        "original": "Its own, found in no other report: ",
    }[one.relation]
    span = material.span(document_id, one.start, one.end)
    return Line().say(lead).quote([span.quote], own=False, most=SHORT).stop().cite([span], mark="passage")


def _share(score: float) -> str:
    return "word for word" if score >= 0.99 else f"{score:.0%} word for word"


def no_corroboration(material: Material) -> list[Sentence]:
    """Reports that look like second sources and are none: translations, retellings, what is put together from others."""
    made = []
    for document in material.documents:
        member = material.members[document.id]
        if member.root_id == document.id or member.root_id not in material.by_id:
            continue
        own, root = words.sentence_case(material.outlet(document.id)), material.outlet(member.root_id)
        if member.relation == "translation":
            text = f"{own} translates {root}"
        elif member.manner == "rewrite" and member.relation == "copy":
            text = f"{own} tells in other words what {root} reports, and adds no source, number or quotation"
        elif member.manner == "pasted":
            others = sorted({material.outlet(p.root_id) for p in member.passages if p.root_id in material.by_id and p.root_id != document.id} | {root})  # fmt: skip
            text = f"{own} is put together from {words.listed(others)}"
        else:
            continue
        spans = [one for id in (document.id, member.root_id) if (one := material.opening(id))]
        detail = [count_line(member.why, "compared with its root", mark="why")] if member.why else []
        line = Line().say(f"{text}: no corroboration.")
        made.append(
            line.cite(spans, mark="no corroboration", detail=detail)
            if spans
            else count_line(
                line.text, f"documents {document.id} and {member.root_id}", mark="no corroboration"
            )
        )
    return made
