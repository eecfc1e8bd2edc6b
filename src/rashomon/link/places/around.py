"""What stands around the place names of one document: what they are inside of, and what else is named there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from rashomon.link.names import bare, key
from rashomon.link.places.candidates import Candidate, candidates, regions
from rashomon.link.places.gazetteer import Gazetteer
from rashomon.records import Document, Mention, Reading

_BEHIND = re.compile(r"(?:\s*[,(]\s*|\s+)(?=[A-ZА-ЯІЇЄҐ])")
_WORDS = re.compile(
    r"[A-ZА-ЯІЇЄҐ][\w’'-]*\.?(?:[A-Z]\.)*(?:\s+(?:of|and|the)?\s*[A-ZА-ЯІЇЄҐ][\w’'-]*\.?){0,3}"
)
_DATELINE = re.compile(r"[^\n.]{0,40}?(?:\([A-Z][A-Za-z ]+\)\s*)?(?:—|–|--| - )")
_GIVEN = re.compile(r"(?:\b[A-Z][a-z]+|\b[A-Z]\.|\bMrs?\.|\bMs\.|\bDr\.)\s+$")


@dataclass
class Named:
    """One name in one document, with all its mentions there: they mean one place."""

    name: str
    key: str
    candidates: list[Candidate]
    spans: list[tuple[int, int]] = field(default_factory=list)
    inside: set[str] = field(default_factory=set)
    """Codes of states and divisions named right behind it ("Paris, Texas")."""
    holds: set[str] = field(default_factory=set)
    """Codes that places named right before it may be in: "Atlanta, Georgia" for "Georgia"."""
    dateline: bool = False
    """Whether it stands at the head of the text with a dash behind."""
    people: int = 0
    """How often it stands behind a given name or is part of a person's name."""
    outlet: bool = False
    """Whether the outlet is named after it ("The Boston Globe", columbustelegram.com)."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One document as far as places need it."""

    document_id: str
    source: str
    tld: str
    """State of the outlet's internet domain, or empty."""
    named: tuple[Named, ...]


def setting(document: Document, reading: Reading, gazetteer: Gazetteer) -> Setting:
    """The place names of a document, read from the mentions of kind ``place`` and ``state``."""
    text = document.text
    people = {word for m in reading.mentions if m.kind == "person" for word in key(m.text).split()[1:]}
    by_name: dict[str, Named] = {}
    before: tuple[int, Named] | None = None
    mentions = sorted(
        (m for m in reading.mentions if m.kind in {"place", "state"}), key=lambda m: (m.start, -m.end)
    )
    for mention in mentions:
        head, tail = split(text[mention.start : mention.end] or mention.text)
        plain = key(bare(head)) + "." * head.endswith(".")
        one = by_name.get(plain)
        if one is None:
            one = by_name[plain] = Named(head, plain, candidates(head, gazetteer))
            one.people = int(plain in people)
        elif not one.candidates:
            one.candidates = candidates(head, gazetteer)
        one.spans.append((mention.start, mention.end))
        one.inside |= regions(tail, gazetteer) if tail else behind(text, mention.end, gazetteer)
        one.people += mention.kind == "place" and bool(
            _GIVEN.search(text[max(0, mention.start - 20) : mention.start])
        )
        one.dateline |= _is_dateline(document, mention)
        if before and re.fullmatch(r"\s*[,(]?\s*", text[before[0] : mention.start]):
            one.holds |= {
                code
                for c in before[1].candidates
                if c.row.kind in {"place", "county"}
                for code in (c.row.state, c.row.division)
            }
        before = (mention.end, one)
    outlet = document.source or urlsplit(document.url).netloc
    squeezed = _squeezed(outlet)
    for one in by_name.values():
        one.outlet = len(one.name) > 3 and _squeezed(one.name) in squeezed
    return Setting(document.id, outlet, _tld(document), tuple(by_name.values()))


def _squeezed(name: str) -> str:
    return re.sub(r"[\W_]", "", name.lower())


def split(written: str) -> tuple[str, str]:
    """ "Paris, Texas" as a name and what is behind its comma."""
    head, comma, tail = written.partition(",")
    return (
        (" ".join(head.split()), tail.strip()) if comma and head.strip() else (" ".join(written.split()), "")
    )


def behind(text: str, end: int, gazetteer: Gazetteer) -> frozenset[str]:
    """Codes of the states and divisions named right behind a place, over a county between: "Paris, Lamar County, Texas"."""
    codes: frozenset[str] = frozenset()
    for _ in range(2):
        window = text[end : end + 60]
        gap = _BEHIND.match(window)
        words = _WORDS.match(window, gap.end()) if gap else None
        if not gap or not words:
            break
        parts = re.split(r"(?<=\S)(?=\s)", words.group())
        for count in range(len(parts), 0, -1):
            piece = "".join(parts[:count])
            if found := regions(piece, gazetteer):
                break
        else:
            break
        codes = (codes & found) or (codes if codes and not found else found)
        end += gap.end() + len(piece)
        if text[end : end + 1] != ",":
            break
    return codes


def _is_dateline(document: Document, mention: Mention) -> bool:
    """Within the first lines, in capitals or with a dash right behind."""
    start = len(document.title) if document.title and document.text.startswith(document.title) else 0
    if mention.start > start + 60:
        return False
    return bool(_DATELINE.match(document.text, mention.end)) and len(document.text) > mention.end + 20


def _tld(document: Document) -> str:
    host = (urlsplit(document.url).hostname or "") if document.url else document.source.strip().lower()
    last = host.rsplit(".", 1)[-1].upper() if "." in host and " " not in host else ""
    return {"UK": "GB"}.get(last, last) if len(last) == 2 and last not in _GENERIC else ""


_GENERIC = frozenset("TV ME IO CO AI FM CC WS".split())
"""Two-letter domains that anybody buys."""


def all_spans(settings: Sequence[Setting]) -> int:
    """How many mentions there are."""
    return sum(len(one.spans) for s in settings for one in s.named)
