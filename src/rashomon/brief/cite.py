"""No citation, no sentence: every line is checked against the documents, every place cited gets a number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rashomon.brief.words import one_line
from rashomon.errors import QuoteNotFound, Uncited
from rashomon.records import Brief, Section, Sentence, Span


def sentences(brief: Brief) -> Iterator[Sentence]:
    """Every sentence of the brief in reading order: title, lines, table cells, each before its details; then parts."""
    yield from _with_details(brief.title)
    for section in brief.sections:
        yield from _inside(section)


def _inside(section: Section) -> Iterator[Sentence]:
    for line in section.sentences:
        yield from _with_details(line)
    for row in section.table.rows if section.table else ():
        for cell in row:
            yield from _with_details(cell)
    for part in section.parts:
        yield from _inside(part)


def check(brief: Brief, texts: Mapping[str, str]) -> None:
    """Every sentence has its grounds, every ground its words, and every quoted word its ground.

    ``texts`` maps document ids to their texts.

    Raises:
        Uncited: a sentence has neither spans nor a basis, or both.
        QuoteNotFound: a cited document is not there or does not have the words at that place, or a sentence
            quotes words that none of its spans has.
    """
    for sentence in sentences(brief):
        if bool(sentence.spans) == bool(sentence.basis.strip()):
            raise Uncited(sentence.text)
        for span in sentence.spans:
            if span.document_id not in texts:
                raise QuoteNotFound(span, "the document is not in the brief")
            span.check(texts[span.document_id])
        grounds = [one_line(span.quote) for span in sentence.spans]
        for start, end in sentence.quoted:
            shown = sentence.text[start:end]
            if not any(shown in ground for ground in grounds):
                raise QuoteNotFound(shown, f"quoted in “{sentence.text}”")


def numbers(brief: Brief) -> dict[Span, int]:
    """A number for each distinct place cited, from 1, in the order a reader meets them."""
    found: dict[Span, int] = {}
    for sentence in sentences(brief):
        for span in sentence.spans:
            found.setdefault(span, len(found) + 1)
    return found


def _with_details(sentence: Sentence) -> Iterator[Sentence]:
    yield sentence
    for one in sentence.detail:
        yield from _with_details(one)
