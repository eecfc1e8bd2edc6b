"""A brief as Markdown with footnotes (CommonMark, with GitHub's tables and footnotes), outside text escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.brief.exporters import _page, _plain
from rashomon.brief.words import NOTE, count, day, one_line, stamp, when
from rashomon.records import Brief, Coverage, Section, Sentence, Table

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#|~&!$^@=])")


def escape(text: str) -> str:
    """One line in which nothing is markup, link or HTML, and nothing is hidden.

    Bare addresses are broken with a backslash too: GitHub's Markdown makes links of ``http://…`` and ``www.…``.
    """
    line = _SPECIAL.sub(r"\\\1", one_line(_plain.visible(text)))
    line = re.sub(r":(?=/)", r"\\:", line)
    line = re.sub(r"(?i)\b(www|mailto|xmpp)([.:])", r"\1\\\2", line)
    return re.sub(r"^(?:(\d+)([.)])|([-+]))", lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", line)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plugin:
    """Markdown. Footnotes carry the quoted words in context, outlet, time, document and hash."""

    def export(
        self, briefs: Sequence[Brief], coverage: Coverage, *, context: int, numbers: bool = False
    ) -> dict[str, str]:
        """``brief.md`` for one, else ``index.md`` and a file each. ``context``: characters beside a quotation.

        ``numbers``: figures beside the words of likelihood.
        """
        order = _page.ranked(briefs)
        if len(order) == 1:
            return {
                "brief.md": "\n".join(_brief(_page.Page(order[0], context, numbers=numbers), coverage)) + "\n"
            }
        files: dict[str, str] = {}
        entries, taken = [], set[str]()
        for brief in order:
            page = _page.Page(brief, context, numbers=numbers)
            name = _plain.name(page.headline, taken, brief.story_id) + ".md"
            files[name] = "\n".join(_brief(page, None)) + "\n"
            standing = "contested" if brief.contested else "not contested"
            size = f"{count(len(brief.documents), 'document')}, {count(page.roots, 'root')}"
            entries.append(
                f"- [{escape(page.headline)}]({name}): {standing}; {size}; {page.period or 'undated'}"
            )
        index = ["# Briefs", "", *entries, "", *_coverage(coverage)]
        return {"index.md": "\n".join(index) + "\n", **files}


def _brief(page: _page.Page, coverage: Coverage | None) -> Iterator[str]:
    brief = page.brief
    yield f"# {_line(page, brief.title)}"
    yield ""
    yield f"*Rashomon brief, made {stamp(brief.made_at)}*"
    yield ""
    yield "\n>\n".join(f"> {rule}" for rule in NOTE)
    for section in brief.sections:
        yield from _section(page, section, 2)
    if coverage is not None:
        yield ""
        yield from _coverage(coverage)
    yield ""
    for note in page.notes:
        yield f"[^{note.number}]: {_words(note)} — {_place(note)}"


def _words(note: _page.Note) -> str:
    """The quoted words in bold between their context."""
    before, after = escape(note.before), escape(note.after)
    gap = " " if note.before[-1:].isspace() else ""
    return f"{before}{gap}**{escape(note.exact)}**{' ' if note.after[:1].isspace() else ''}{after}"


def _place(note: _page.Note) -> str:
    parts = [escape(note.outlet), escape(note.title), note.time, f"document {escape(note.document_id)}"]
    parts += [f"SHA-256 {escape(note.digest)}", _address(note.url)]
    return "; ".join(part for part in parts if part)


def _section(page: _page.Page, section: Section, depth: int) -> Iterator[str]:
    yield ""
    yield f"{'#' * depth} {section.heading}"
    yield ""
    if section.empty:
        yield escape(section.empty)
    for sentence in section.sentences:
        yield from _item(page, sentence, 0)
    if section.table:
        yield ""
        yield from _table(page, section.table)
    for part in section.parts:
        yield from _section(page, part, depth + 1)


def _item(page: _page.Page, sentence: Sentence, depth: int) -> Iterator[str]:
    if sentence.mark == "link":
        yield f"{'  ' * depth}- {_address(sentence.text)}"
        return
    at = f"{day(sentence.at)}, {when(sentence)}: " if sentence.at else ""
    word = _page.label(sentence.mark)
    yield f"{'  ' * depth}- {f'**{escape(word)}** ' if word else ''}{at}{_line(page, sentence)}"
    for one in sentence.detail:
        yield from _item(page, one, depth + 1)


def _line(page: _page.Page, sentence: Sentence) -> str:
    notes = "".join(f"[^{page.numbers[span]}]" for span in sentence.spans)
    basis = f" *({escape(sentence.basis)})*" if sentence.basis else ""
    return _text(page, sentence) + notes + basis


def _text(page: _page.Page, sentence: Sentence) -> str:
    if sentence.likelihood is None:
        return escape(sentence.text)
    made = ""
    for one in page.pieces(sentence):
        whole = f"{one.opening}{one.text}{one.closing}"
        if one.kind != "word":
            # ``escape`` gives one line without outer blanks; those between pieces are ours.
            lead, tail = whole[:1].isspace() * " ", whole[-1:].isspace() * " "
            made += lead + escape(whole) + tail
            continue
        made += f"**{escape(whole)}**" + (f" ({one.figure})" if page.figures else "")
    return made


def _table(page: _page.Page, table: Table) -> Iterator[str]:
    yield f"| {' | '.join(escape(column) for column in table.columns)} |"
    yield f"|{' --- |' * len(table.columns)}"
    for row in table.rows:
        yield f"| {' | '.join(_line(page, cell) for cell in row)} |"


def _address(url: str) -> str:
    safe = _plain.link(url)
    return f"<{safe}>" if safe else escape(url)


def _coverage(coverage: Coverage) -> Iterator[str]:
    yield "## What was collected"
    yield ""
    for heading, text in _page.coverage_lines(coverage):
        yield f"- **{heading}**: {escape(text)}"
    listed, rest = _page.issues(coverage)
    if listed:
        yield ""
        yield "| Severity | Code | Item | Reason | Remedy |"
        yield "| --- | --- | --- | --- | --- |"
    for one in listed:
        cells = (one.severity, one.code, one.subject, one.reason, one.remedy)
        yield f"| {' | '.join(escape(cell) for cell in cells)} |"
    for code, number in rest:
        yield ""
        yield f"And {number:,} more Issues of code {escape(code)}."
