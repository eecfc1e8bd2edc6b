"""Timeline: what is said to have happened when; what was copied, corrected and first denied when; what has no date stands apart.

A report that tells when something happened stands at that time. One that tells no time stands at its publication, and the
line says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from rashomon.brief import happened, said, words
from rashomon.brief.material import Material
from rashomon.brief.phrase import SHORT, Line, count_line
from rashomon.records import Document, Section, Sentence

MOST = 80
_VERBS = {
    "original": "publishes",
    "copy": "prints a copy",
    "forward": "forwards",
    "translation": "prints a translation",
    "update": "publishes a later version",
}


def make(material: Material) -> Section:
    """Dated lines in order of time, then one line for the undated documents."""
    events = sorted(_events(material), key=lambda event: event[:-1])
    lines = [event[-1] for event in events[:MOST]]
    if len(events) > MOST:
        more = words.count(len(events) - MOST, "later entry", "later entries")
        lines.append(
            count_line(
                f"{more} not printed here; every document is listed below.", material.size, mark="more"
            )
        )
    doubted = [one for one in material.documents if one.published_at is not None and _doubt(material, one)]
    for one in doubted:
        text = f"{words.sentence_case(words.outlet(one))}: {_doubt(material, one)}; it is not placed here."
        lines.append(_told(material, one, Line().say(text), None, "undated"))
    undated = [one for one in material.documents if one.published_at is None]
    if undated:
        names = words.listed(sorted({words.outlet(one) for one in undated}))
        text = f"Undated: {words.count(len(undated), 'document')}, from {names}."
        lines.append(count_line(text, "no time of publication came with them", mark="undated"))
    return Section(key="timeline", heading="Timeline", sentences=tuple(lines))


Event = tuple[datetime, int, str, int, Sentence]


def _events(material: Material) -> Iterator[Event]:
    for number, told in enumerate(happened.happenings(material)):
        yield told.begin, -1, "", number, happened.line(material, told)
    telling = happened.dated_by_events(material)
    for one in material.documents:
        if _doubt(material, one):
            continue
        original = material.relation(one.id) == "original"
        if (at := one.published_at) is not None and not (original and one.id in telling):
            # At one moment a root comes before what came from it.
            yield at, int(not original), one.id, 0, _published(material, one, at)
        if (at := one.edited_at) is not None and at != one.published_at:
            text = f"{words.sentence_case(words.outlet(one))} edits what it had published."
            yield at, 2, one.id, 0, _told(material, one, Line().say(text), at, "update")
    yield from _stands(material)


def _doubt(material: Material, document: Document) -> str:
    """Why its date cannot be used; a date that is only odd is used."""
    doubt = material.members[document.id].date_doubt
    return doubt if doubt.endswith(("pages", "collected")) else ""


def _published(material: Material, document: Document, at: datetime) -> Sentence:
    member = material.members[document.id]
    verb = _VERBS[member.relation]
    if member.relation == "copy" and member.manner == "rewrite":
        verb = "prints a retelling"
    line = Line().say(f"{words.sentence_case(words.outlet(document))} {verb}")
    if member.root_id != document.id and member.root_id in material.by_id:
        root, own = material.outlet(member.root_id), material.outlet(document.id)
        joint = "" if member.relation == "forward" else " of"
        line.say(f"{joint} its own report" if root == own else f"{joint} {root}")
    if opening := material.opening(document.id):
        line.say(": ").quote([opening.quote], own=False, most=SHORT)
    detail = (
        [count_line(member.why, "compared with its root", mark="why")] if member.relation == "update" else []
    )
    if odd := member.date_doubt:
        detail.append(
            count_line(f"{words.sentence_case(odd)}.", "dates of the story's documents", mark="why")
        )
    return _told(material, document, line.stop(), at, member.relation, [one for one in detail if one.text])


def _told(
    material: Material,
    document: Document,
    line: Line,
    at: datetime | None,
    mark: str,
    detail: Sequence[Sentence] = (),
) -> Sentence:
    """The line, cited to the document's opening; a document without text has only its id for a ground."""
    precision = "published" if at is not None else ""
    if opening := material.opening(document.id):
        return replace(line.cite([opening], mark=mark, detail=detail, at=at), precision=precision)
    return Sentence(text=line.text, basis=f"document {document.id}", mark=mark, at=at, precision=precision)


def _stands(material: Material) -> Iterator[Event]:
    """The first time each party denies, doubts, declines or takes back, as far as the reports are dated."""
    first: dict[tuple[str, str], Event] = {}
    for claim in material.claims:
        for one in material.positions(claim):
            made = one.saying
            at = one.at or (material.by_id[made.document_id].published_at if made else None)
            if made is None or at is None or one.stance in ("asserts", "reports", "silent"):
                continue
            line = said.saying(material, made, most=SHORT)
            sentence = replace(line.cite([made.span], mark=one.stance, at=at), precision="published")
            event: Event = (at, 3, made.document_id, made.span.start, sentence)
            key = (one.party, one.stance)
            if key not in first or event[:-1] < first[key][:-1]:
                first[key] = event
    yield from first.values()
