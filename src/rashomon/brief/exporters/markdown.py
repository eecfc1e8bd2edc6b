"""Markdown with footnotes; hostile text is escaped, so it can make neither links nor HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.brief.cite import numbers
from rashomon.brief.exporters._page import coverage as covered
from rashomon.brief.exporters._page import file_names, line, notes, when
from rashomon.records import Brief, Coverage, Sentence, Span


@dataclass(frozen=True)
class Plugin:
    """A file for each brief; with several, an index too."""

    def export(self, briefs: Sequence[Brief], coverage: Coverage, *, context: int) -> dict[str, str]:
        names = file_names(briefs, "md")
        if len(briefs) == 1:
            return {names[0]: "\n".join([*_brief(briefs[0], context), *_looked_at(coverage)]) + "\n"}
        index = ["# Briefs", ""]
        for brief, name in zip(briefs, names, strict=True):
            mark = "contested" if brief.contested else "not contested"
            index.append(f"- [{escape(brief.title.text)}]({name}): {mark}, {len(brief.documents)} documents")
        files = {"index.md": "\n".join([*index, "", *_looked_at(coverage)]) + "\n"}
        files.update(
            {
                name: "\n".join(_brief(brief, context)) + "\n"
                for brief, name in zip(briefs, names, strict=True)
            }
        )
        return files


def escape(text: str) -> str:
    """Text from outside as plain words in Markdown."""
    text = line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = re.sub(r"([\\`*_{}\[\]()#+!|~^$])", r"\\\1", text)
    return re.sub(
        r"(?i)\b(https?|ftp|www)(?=[:.])",
        lambda m: m.group()[0] + "\\" + m.group()[1:] if False else m.group() + "&#8203;",
        text,
    )


def _brief(brief: Brief, context: int) -> Iterator[str]:
    number = numbers(brief)
    yield f"# {escape(brief.title.text)}{_marks(brief.title, number)}"
    yield f"\nMade {when(brief.made_at)}. " + (
        "Contested." if brief.contested else "Not contested in what was collected."
    )
    for section in brief.sections:
        yield f"\n## {section.heading}\n"
        if section.empty and not section.sentences:
            yield escape(section.empty)
        for sentence in section.sentences:
            yield from _lines(sentence, number, 0)
        if section.table:
            yield ""
            yield "| " + " | ".join(escape(column) for column in section.table.columns) + " |"
            yield "|" + " --- |" * len(section.table.columns)
            for row in section.table.rows:
                yield "| " + " | ".join(escape(cell.text) + _marks(cell, number) for cell in row) + " |"
    yield "\n## Notes\n"
    for note in notes(brief, context):
        words = f"{escape(note.before)} **{escape(note.quote)}** {escape(note.after)}"
        source = escape(note.document.source or note.document.location or note.document.id)
        yield f"[^{note.number}]: {words} — {source}, {note.when}; document {escape(note.document.id)}, sha256 {note.document.text_sha256[:16]}"


def _lines(sentence: Sentence, number: dict[Span, int], depth: int) -> Iterator[str]:
    yield "  " * depth + f"- {escape(sentence.text)}{_marks(sentence, number)}"
    for one in sentence.detail:
        yield from _lines(one, number, depth + 1)


def _marks(sentence: Sentence, number: dict[Span, int]) -> str:
    return "".join(f"[^{number[span]}]" for span in dict.fromkeys(sentence.spans))


def _looked_at(coverage: Coverage) -> Iterator[str]:
    yield f"\n## What was looked at\n\n{escape(covered(coverage))}\n"
    for issue in coverage.issues:
        yield f"- {issue.severity}: {escape(issue.subject)}: {escape(issue.reason)} {escape(issue.remedy)}"
