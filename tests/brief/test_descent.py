"""What the brief says of translations, retellings, passages and edits: plain sentences, each with its places."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from rashomon import flow
from rashomon.config import Settings
from rashomon.records import Brief, Document, Sentence
from tests.group.test_roots import BRIDGE, OTHER, RETOLD, RUSSIAN

NOW = datetime(2026, 1, 2, tzinfo=UTC)


def _brief(*documents: Document) -> Brief:
    thought, _ = flow.think_alone(documents, Settings())
    briefs = flow.write_briefs(documents, thought, NOW)
    return max(briefs, key=lambda one: len(one.documents))


def _doc(id: str, text: str, hours: int, **fields: str) -> Document:
    fields.setdefault("language", "en")
    return Document(id=id, text=text, published_at=NOW - timedelta(days=30, hours=-hours), **fields)  # type: ignore[arg-type]


def _section(brief: Brief, key: str) -> Iterator[Sentence]:
    for section in brief.sections:
        if section.key == key:
            for line in section.sentences:
                yield line
                yield from line.detail


def test_translations_and_retellings_are_told_and_cited() -> None:
    documents = (
        _doc("wire", BRIDGE, 0, source="Wire"),
        _doc("ru", RUSSIAN, 2, source="Вестник", language="ru"),
        _doc("retold", RETOLD, 3, source="Echo"),
    )
    brief = _brief(*documents)
    told = {line.text: line for line in _section(brief, "evidence")}
    translation = next(line for text, line in told.items() if text.startswith("Вестник translates Wire"))
    retelling = next(
        line for text, line in told.items() if text.startswith("Echo tells in other words what Wire reports")
    )
    assert {span.document_id for span in translation.spans} == {"ru", "wire"}
    assert {span.document_id for span in retelling.spans} == {"retold", "wire"}
    sources = [line.text for line in _section(brief, "sources")]
    assert any(text.startswith("translation of Wire: a translation from English") for text in sources)


def test_an_edit_and_a_pasted_passage_are_told_with_both_places() -> None:
    later = BRIDGE.replace("14 cars", "17 cars")
    documents = (
        _doc("v1", BRIDGE, 0, source="Wire", url="https://w.example/1"),
        _doc("v2", later, 1, source="Wire", url="https://w.example/1"),
        _doc("mixed", f"{OTHER} {BRIDGE[: BRIDGE.index(' Divers')]}", 4, source="Echo"),
    )
    brief = _brief(*documents)
    lines = list(_section(brief, "sources"))
    changed = next(line for line in lines if line.text.startswith("Changes"))
    assert changed.text == "Changes ‹14› to ‹17›."
    assert [(span.document_id, span.quote) for span in changed.spans] == [("v1", "14"), ("v2", "17")]
    passage = next(line for line in lines if line.mark == "passage" and line.text.startswith("From Wire"))
    assert passage.spans[0].document_id == "mixed"
