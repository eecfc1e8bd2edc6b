"""What every exporter shows of a brief: numbered citations with their words in context."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from rashomon.brief.cite import numbers
from rashomon.records import Brief, Coverage, Document, Span

_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One cited place, ready to print."""

    number: int
    before: str
    quote: str
    after: str
    document: Document
    url: str
    """Only an http or https address; empty otherwise."""
    when: str


def seen(text: str) -> str:
    """The text without characters that hide or turn others: bidi controls, zero widths, control codes."""
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text)


def line(text: str) -> str:
    return " ".join(seen(text).split())


def when(moment: datetime | None) -> str:
    """``3 May 2023, 12:05 UTC``, or ``undated``."""
    if moment is None:
        return "undated"
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}, {moment:%H:%M} UTC"


_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip


def address(url: str) -> str:
    """The address if it is a web page's, else empty: ``javascript:`` and the like never become links."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return url.strip() if parts.scheme in {"http", "https"} and parts.hostname else ""


def notes(brief: Brief, context: int) -> tuple[Note, ...]:
    """A note for each place cited, by number; ``context`` characters on either side."""
    documents = {document.id: document for document in brief.documents}
    return tuple(
        _note(number, span, documents[span.document_id], context) for span, number in numbers(brief).items()
    )


def _note(number: int, span: Span, document: Document, context: int) -> Note:
    text = document.text
    start, end = max(0, span.start - context), min(len(text), span.end + context)
    while 0 < start < span.start and not text[start - 1].isspace():
        start += 1
    while span.end < end < len(text) and not text[end].isspace():
        end -= 1
    return Note(
        number=number,
        before=("… " if start else "")
        + line(text[start : span.start])
        + " " * text[start : span.start].endswith((" ", "\n")),
        quote=line(span.quote),
        after=" " * text[span.end : end].startswith((" ", "\n"))
        + line(text[span.end : end])
        + (" …" if end < len(text) else ""),
        document=document,
        url=address(document.url),
        when=when(document.published_at),
    )


def file_names(briefs: Sequence[Brief], ending: str) -> tuple[str, ...]:
    """A file name for each brief: ``brief.html`` for one, else the title's words and a piece of the story's id."""
    if len(briefs) == 1:
        return (f"brief.{ending}",)
    return tuple(f"{_slug(brief)}.{ending}" for brief in briefs)


def _slug(brief: Brief) -> str:
    words = re.findall(r"[^\W_]+", brief.title.text.lower())[:7]
    return "-".join([*(word for word in words if word.isascii()), brief.story_id[:6]])


def coverage(found: Coverage) -> str:
    """The line that keeps silence apart from blindness."""
    languages = ", ".join(f"{count} {name}" for name, count in found.languages)
    parts = [f"{found.collected} documents collected ({languages})" if languages else "nothing collected"]
    parts.append(f"{found.failed} items failed")
    parts.append(f"{len(found.silent)} sources answered and held nothing")
    parts.append(f"{found.read_in_part} documents read in part")
    return "; ".join(parts) + "."
