"""Whom a report names as the origin of its words: an agency in its dateline or credit line, the channel of a forward."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from rashomon.group.words import body
from rashomon.records import Document

AHEAD = timedelta(days=2)
"""A publication date so far after the fetch is a wrong date: clocks and time zones differ by hours, not by days."""
LATE = datetime.max.replace(tzinfo=UTC)

_AGENCY = r"[A-Z][\w.&'’-]*(?:\s+(?:[A-Z][\w.&'’-]*|of|de)){0,4}"
_CYRILLIC = r"[А-ЯЁІЇЄҐ][\w.-]*(?:\s+[А-ЯЁІЇЄҐ][\w.-]*){0,2}"
_DATELINE = re.compile(rf"^[^\n]{{0,60}}?\(({_AGENCY})\)\s*[-–—:]")
_CYRILLIC_DATELINE = re.compile(
    rf"^[А-ЯЁІЇЄҐ][А-ЯЁІЇЄҐ-]{{2,20}}, [^\n]{{1,24}}?[-–—.]\s*(?:/(?P<a>{_CYRILLIC})/|(?P<b>{_CYRILLIC}))\s*[-–—.]"
)
_CREDIT = re.compile(
    rf"^(?:\((?P<a>{_AGENCY}|{_CYRILLIC})\)|"
    rf"(?:Source|Source credit|With reporting by|By|Via|Источник|По материалам|Джерело|За матеріалами)[: ]+(?P<b>{_AGENCY}|{_CYRILLIC})|"
    r"(?P<c>(?:[A-Z][\w.&'’-]*\s+){1,4}(?:Agency|Press|Service|Newswire|Wire)))\.?$"
)
_CORRECTING = ("correct", "clarif", "earlier version", "исправл", "уточн", "виправл")
"""One of these stands in any text that says it was corrected: looked for first, as that takes a tenth of the time."""
_CORRECTED = re.compile(
    r"\b(?:correction|corrected|clarification|an earlier version|исправлено|уточнение|виправлено|уточнення)\b",
    re.IGNORECASE,
)


def agency(document: Document) -> str:
    """The news agency a report credits in its dateline, or in a short line at its start or end; else empty."""
    text = body(document)
    # A credit stands at the edges: what lies between is not split into lines.
    head = [line.strip() for line in text[:2_000].splitlines() if line.strip()][:2]
    tail = [line.strip() for line in text[-2_000:].splitlines() if line.strip()][-2:]
    if not head:
        return ""
    for dateline in (_DATELINE, _CYRILLIC_DATELINE):
        if found := dateline.match(head[0]):
            return next(group for group in found.groups() if group)
    for line in (*head, *tail):
        if len(line) < 60 and (credit := _CREDIT.match(line)):
            return next(group for group in credit.groups() if group)
    return ""


def named_by(document: Document) -> frozenset[str]:
    """Level forms of the outlets, other than its own, that the document says its words come from."""
    named = frozenset(level(name) for name in (document.forwarded_from, agency(document)) if name)
    return named - names_of(document)


def names_of(document: Document) -> frozenset[str]:
    """Level forms by which others may name the document's outlet: its name, and its initials."""
    words = document.source.split()
    initials = "".join(word[0] for word in words) if len(words) > 1 else ""
    return frozenset(level(name) for name in (document.source, initials) if name)


def level(name: str) -> str:
    return " ".join(name.casefold().removeprefix("@").split())


def believed(document: Document) -> datetime | None:
    """When it was published, unless that is after it was fetched."""
    at, fetched = document.published_at, document.fetched_at
    return None if at is None or (fetched is not None and at > fetched + AHEAD) else at


def age(document: Document) -> tuple[datetime, datetime, bool, int, str]:
    """Oldest first, undated last. Where times are the same, a text that says it was corrected is the later, then the
    longer one: pages grow as they are edited."""
    written = believed(document) or LATE
    edited = document.edited_at or written
    return written, edited, corrected(document), len(document.text), document.id


def corrected(document: Document) -> bool:
    """Whether the text itself says that it was corrected."""
    text = document.text.lower()
    return any(part in text for part in _CORRECTING) and bool(_CORRECTED.search(text))


def date_note(document: Document, root: Document) -> str:
    """What is odd about the dates of a document and its root; empty if nothing is."""
    if document.published_at is not None and believed(document) is None:
        return "its date lies after the day it was fetched and is not believed"
    own, first = believed(document), believed(root)
    if own is not None and first is not None and own < first:
        return "it bears an earlier date than what it names as its origin, so one of the two dates is wrong"
    return ""


def leads(documents: Sequence[Document], among: Sequence[frozenset[str]]) -> list[int]:
    """Numbers of documents whose outlet some document names as its origin, and that name no other themselves."""
    named = frozenset().union(*among) if among else frozenset()
    return [n for n, one in enumerate(documents) if not among[n] and names_of(one) & named]
