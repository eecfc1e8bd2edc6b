"""What is linted: the lines of a brief or of a page in reading order, each with our own words told from the sources'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rashomon.brief.lint import _own
from rashomon.brief.words import KINDS, one_line
from rashomon.errors import QuoteNotFound
from rashomon.records import Brief, Claim, Range, Section, Sentence, Span

NAMES = frozenset({"link", "hash", "author", "tie", "party", "judged", *KINDS})
"""Marks of lines that are a name, an address or a person's note: nothing in them is our wording."""
MARKED = re.compile(r"‹[^‹›]*›|“[^“”]*”|«[^«»]*»")
"""Between these marks stand the sources' words, whether or not their range is given."""


@dataclass(frozen=True)
class Line:
    """One line with a place that a person finds again."""

    section: str
    """Key of the section; ``title``; for a page, the heading it stands under."""
    number: str
    """The sentence in its section, from 1; "3.2" is a detail of the third, "row 2, Likelihood" a cell."""
    text: str
    own: str
    """``text`` with each character of the sources' words replaced, so that offsets stay."""
    plain: str
    """``own`` with known names replaced too."""
    basis: str = ""
    """The counted ground, names replaced; printed beside the line and so ours too."""
    mark: str = ""
    kind: str = "line"
    """``line``, ``heading``, ``empty`` (why a section has nothing), or on a page ``question``, which states nothing."""
    cited: bool = True
    fault: str = ""
    """What is wrong with its citation, where something is."""
    about: tuple[Span, ...] = ()
    """Spans of the line, of the line it is a detail of, and of its table row."""
    names: tuple[Range, ...] = ()

    @cached_property
    def clauses(self) -> tuple[Range, ...]:
        """The sentences in it."""
        return tuple(_own.sentences(self.own))

    def words(self) -> Iterator[str]:
        """Each sentence of ours in it, names left out, then the basis."""
        for start, end in self.clauses:
            yield self.plain[start:end]
        if self.basis:
            yield self.basis


@dataclass(frozen=True)
class Copy:
    """A brief or page to be checked."""

    lines: tuple[Line, ...]
    brief: Brief | None = None
    """The record, where there is one: rules about claims need it."""


def of_brief(brief: Brief) -> Copy:
    """Every line that is printed: title, headings, sentences with details, cells, and why a section is empty."""
    return Copy(tuple(_lines(brief)), brief)


def _lines(brief: Brief) -> Iterator[Line]:
    maker = _Maker(brief)
    yield from maker.sentence("title", "1", brief.title, ())
    for section in brief.sections:
        yield from _inside(maker, section)


def _inside(maker: _Maker, section: Section) -> Iterator[Line]:
    yield maker.ours(section.key, "heading", section.heading, "heading")
    if section.empty:
        yield maker.ours(section.key, "empty", section.empty, "empty")
    for number, one in enumerate(section.sentences, 1):
        yield from maker.sentence(section.key, str(number), one, ())
    yield from _cells(maker, section)
    for part in section.parts:
        yield from _inside(maker, part)


def _cells(maker: _Maker, section: Section) -> Iterator[Line]:
    if section.table is None:
        return
    for column in section.table.columns:
        yield maker.ours(section.key, f"column {column}", column, "heading")
    for number, row in enumerate(section.table.rows, 1):
        about = tuple(span for cell in row for span in cell.spans)
        for at, cell in enumerate(row):
            column = section.table.columns[at] if at < len(section.table.columns) else str(at + 1)
            yield from maker.sentence(section.key, f"row {number}, {column}", cell, about)


class _Maker:
    """Lines of one brief: knows its names and its documents."""

    def __init__(self, brief: Brief) -> None:
        self.texts = {one.id: one.text for one in brief.documents}
        self.names = _own.Names(_names(brief))

    def ours(self, section: str, number: str, text: str, kind: str) -> Line:
        own = _hide(text, [found.span() for found in MARKED.finditer(text)])
        return Line(section, number, text, own, self._nameless(own), kind=kind)

    def sentence(self, section: str, number: str, one: Sentence, about: Sequence[Span]) -> Iterator[Line]:
        spans = (*one.spans, *about)
        text = one.text
        if one.mark in NAMES and section != "title":
            own = _own.HIDDEN * len(text)
        else:
            own = _hide(text, [*one.quoted, *(found.span() for found in MARKED.finditer(text))])
        yield Line(
            section,
            number,
            text,
            own,
            self._nameless(own),
            basis=self._nameless(_hide(one.basis, [found.span() for found in MARKED.finditer(one.basis)])),
            mark=one.mark,
            cited=bool(one.spans or one.basis.strip()),
            fault=self._fault(one),
            about=spans,
            names=tuple(self.names.find(text)),
        )
        for at, detail in enumerate(one.detail, 1):
            yield from self.sentence(section, f"{number}.{at}", detail, spans)

    def _nameless(self, text: str) -> str:
        return _hide(text, self.names.find(text))

    def _fault(self, one: Sentence) -> str:
        for span in one.spans:
            try:
                span.check(self.texts[span.document_id])
            except KeyError:
                return f"document {span.document_id} is not in the brief"
            except QuoteNotFound:
                return f"“{one_line(span.quote)[:80]}” is not at that place of document {span.document_id}"
        grounds = [one_line(span.quote) for span in one.spans]
        for start, end in one.quoted:
            if not any(one.text[start:end] in ground for ground in grounds):
                return f"“{one.text[start:end][:80]}” is quoted and in no span that the sentence cites"
        return ""


def _hide(text: str, ranges: Iterable[Range]) -> str:
    for start, end in ranges:
        start, end = max(start, 0), min(end, len(text))
        text = text[:start] + _own.HIDDEN * max(end - start, 0) + text[max(start, end) :]
    return text


def _names(brief: Brief) -> Iterator[str]:
    """Speakers, parties, outlets, authors and places of the brief: names of others, not our words."""
    for document in brief.documents:
        yield from (document.source, document.author)
    for pin in brief.places:
        yield pin.place.name
        yield from (view.by for view in pin.place.views)
    for claim in brief.claims:
        yield from _named(claim)
    for judged in brief.assessments:
        yield from (one.name for one in judged.evidence)
        yield from (view.by for view in judged.views)
        yield from (by for one in judged.hypotheses for by in (*one.by, one.added_by))


def _named(claim: Claim) -> Iterator[str]:
    yield from (said.speaker for said in claim.members)
    for position in claim.positions:
        yield position.name
        if position.saying is not None:
            yield position.saying.speaker
    yield from (one.name for one in claim.silences)
    yield from (one.name for one in claim.changes)
