"""Timeline: what was published, copied, corrected and first said when; what has no date stands apart."""

from __future__ import annotations

from collections.abc import Iterator
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
    for document in material.documents:
        if document.published_at is not None:
            yield (
                document.published_at,
                0,
                document.id,
                0,
                _published(material, document, document.published_at),
            )
        if document.edited_at is not None and document.edited_at != document.published_at:
            text = f"{words.sentence_case(words.outlet(document))} edits what it had published."
            yield (
                document.edited_at,
                1,
                document.id,
                0,
                _told(material, document, text, document.edited_at, "update"),
            )
    yield from _stands(material)


def _published(material: Material, document: Document, at: datetime) -> Sentence:
    relation = material.relation(document.id)
    line = Line().say(f"{words.sentence_case(words.outlet(document))} {_VERBS.get(relation, 'publishes')}")
    root = material.root(document.id)
    if root != document.id and root in material.by_id:
        joint = (
            "of its own report"
            if material.outlet(root) == material.outlet(document.id)
            else (f"of {material.outlet(root)}" if relation != "forward" else material.outlet(root))
        )
        line.say(f" {joint}")
    opening = material.opening(document.id, SHORT)
    if opening is None:
        return count_line(line.say(".").text, f"document {document.id}", mark=relation)
    return (
        line.say(": ")
        .quote([opening.quote], own=False, most=SHORT)
        .stop()
        .cite([opening], mark=relation, at=at)
    )


def _told(material: Material, document: Document, text: str, at: datetime, mark: str) -> Sentence:
    opening = material.opening(document.id, SHORT)
    if opening is None:
        return count_line(text, f"document {document.id}", mark=mark)
    return Line().say(text).cite([opening], mark=mark, at=at)


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
            event: Event = (at, 2, made.document_id, made.span.start, sentence)
            key = (one.party, one.stance)
            if key not in first or event[:-1] < first[key][:-1]:
                first[key] = event
    yield from first.values()
