"""Timeline: what was published, copied, corrected and first said when; what has no date stands apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from rashomon.brief import said, words
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
    undated = [one for one in material.documents if one.published_at is None]
    if undated:
        names = words.listed(sorted({words.outlet(one) for one in undated}))
        text = f"Undated: {words.count(len(undated), 'document')}, from {names}."
        lines.append(count_line(text, "no time of publication came with them", mark="undated"))
    return Section(key="timeline", heading="Timeline", sentences=tuple(lines))


Event = tuple[datetime, int, str, int, Sentence]


def _events(material: Material) -> Iterator[Event]:
    for one in material.documents:
        if (at := one.published_at) is not None:
            # At one moment a root comes before what came from it.
            yield at, int(material.relation(one.id) != "original"), one.id, 0, _published(material, one, at)
        if (at := one.edited_at) is not None and at != one.published_at:
            text = f"{words.sentence_case(words.outlet(one))} edits what it had published."
            yield at, 2, one.id, 0, _told(material, one, Line().say(text), at, "update")
    yield from _stands(material)


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
    return _told(material, document, line.stop(), at, member.relation, [one for one in detail if one.text])


def _told(
    material: Material,
    document: Document,
    line: Line,
    at: datetime,
    mark: str,
    detail: Sequence[Sentence] = (),
) -> Sentence:
    """The line, cited to the document's opening; a document without text has only its id for a ground."""
    if opening := material.opening(document.id):
        return line.cite([opening], mark=mark, detail=detail, at=at)
    return Sentence(text=line.text, basis=f"document {document.id}", mark=mark, at=at)


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
            sentence = line.cite([made.span], mark=one.stance, at=at)
            event: Event = (at, 3, made.document_id, made.span.start, sentence)
            key = (one.party, one.stance)
            if key not in first or event[:-1] < first[key][:-1]:
                first[key] = event
    yield from first.values()
