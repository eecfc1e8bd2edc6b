"""Sources: every document, root by root, with why it counts as a root or as a copy of one."""

from __future__ import annotations

from rashomon.brief import descent, words
from rashomon.brief.material import Material
from rashomon.brief.phrase import SHORT, Line, count_line
from rashomon.records import Document, Section, Sentence


def make(material: Material) -> Section:
    """Roots by time, each followed by what came from it."""
    place = {root: number for number, root in enumerate(material.roots)}
    order = sorted(
        material.documents,
        key=lambda one: (
            place[material.root(one.id)],
            material.root(one.id) != one.id,
            material.when(one.id),
            one.id,
        ),
    )
    return Section(key="sources", heading="Sources", sentences=tuple(_line(material, one) for one in order))


def _line(material: Material, document: Document) -> Sentence:
    member = material.members[document.id]
    at = words.stamp(document.published_at) if document.published_at else "undated"
    detail = [count_line(at, "as its publisher gives it", mark="time")]
    if code := material.language(document.id):
        detail.append(count_line(words.language(code), "as collected or recognised", mark="language"))
    detail += descent.told(material, document)
    if document.author:
        detail.append(count_line(f"by {words.one_line(document.author)}", "as collected", mark="author"))
    digest = document.raw_sha256 or document.text_sha256
    of = "the bytes as fetched" if document.raw_sha256 else "the text"
    detail.append(count_line(f"SHA-256 {digest}", f"over {of}; document {document.id}", mark="hash"))
    if document.url:
        detail.append(count_line(document.url, "address as collected", mark="link"))
    opening = material.opening(document.id)
    name = words.sentence_case(words.outlet(document))
    if opening is None:
        return count_line(
            f"{name}: a document without text.",
            f"document {document.id}",
            mark=member.relation,
            detail=detail,
        )
    line = Line().say(f"{name}: ").quote([opening.quote], own=False, most=SHORT)
    return line.cite([opening], mark=member.relation, detail=detail)
