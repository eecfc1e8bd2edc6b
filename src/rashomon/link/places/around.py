"""What stands around the place names of one document: what they are inside of, and what else is named there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from urllib.parse import urlsplit

from rashomon.link.names import bare, key
from rashomon.link.places.candidates import MAIN, OTHER, SHORT, Candidate, candidates, regions
from rashomon.link.places.gazetteer import Gazetteer
from rashomon.records import Document, Mention, Reading

_BEHIND = re.compile(r"(?:\s*[,(]\s*|\s+)(?=[A-ZА-ЯІЇЄҐ])")
_WORDS = re.compile(
    r"[A-ZА-ЯІЇЄҐ][\w’'-]*\.?(?:[A-Z]\.)*(?:\s+(?:of|and|the)?\s*[A-ZА-ЯІЇЄҐ][\w’'-]*\.?){0,3}"
)
_DATELINE = re.compile(r"[^\n.]{0,40}?(?:\([A-Z][A-Za-z ]+\)\s*)?(?:—|–|--| - )")
_GIVEN = re.compile(r"(?:\b[A-Z][a-z]+|\b[A-Z]\.|\bMrs?\.|\bMs\.|\bDr\.)\s+$")

_LOCATIVE = re.compile(
    r"\b(?:in|near|outside|around|across|at|from|to|into|toward|towards|of downtown|в|во|у|під|под|біля|возле|из|з|із)\s+$"
)
"""Words before a name that make it a place."""
_WHOSE = re.compile(
    r"(?:'s)?\s+(?:man|woman|men|women|boy|girl|teen|teens|couple|family|police|mayor|mayoral|resident|residents|native|officials|firefighters|"
    r"authorities|neighborhood|neighborhoods|suburb|election|Mayor|City Council)\b"
)
"""Words behind a name that make it a town: "a Chapin man", "Newark police"."""
_OWN = frozenset({MAIN, OTHER, SHORT})
_BODIES = frozenset(
    """Police Sheriff County City Town Township Parish University College School Schools Court Department Dept Council Hospital
    Fire Board Chamber District Commission Library Airport Church Museum Association Authority Agency Legislature Assembly
    Senate House Office Center Centre State National""".split()
)
"""Words by which the name of a body tells that what is before them, or behind "of", may be its place."""


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
    """The place names of a document: mentions of kind ``place`` and ``state``, other mentions that the text treats as places
    ("in Swanton"), and, only as hints without a span, places in the names of bodies and peoples ("Licking County Board").
    """
    text = document.text
    people = {word for m in reading.mentions if m.kind == "person" for word in key(m.text).split()[1:]}
    by_name: dict[str, Named] = {}
    before: tuple[int, Named] | None = None
    where = frozenset(e.place_span for e in reading.events if e.place_span)
    for mention, head, tail in _heads(text, reading.mentions, gazetteer, where):
        one = _named(head, by_name, people, gazetteer)
        one.spans.append((mention.start, mention.end))
        one.inside |= regions(tail, gazetteer) if tail else behind(text, mention.end, gazetteer)
        given = mention.kind == "place" and _GIVEN.search(text[max(0, mention.start - 20) : mention.start])
        one.people += bool(given)
        one.dateline |= _is_dateline(document, mention)
        if before and re.fullmatch(r"\s*[,(]?\s*", text[before[0] : mention.start]):
            one.holds |= {
                code
                for c in before[1].candidates
                if c.row.kind in {"place", "county"}
                for code in (c.row.state, c.row.division)
            }
        before = (mention.end, one)
    for mention in reading.mentions:
        for hint in hints(mention, gazetteer):
            _named(hint, by_name, people, gazetteer)
    outlet = document.source or urlsplit(document.url).netloc
    squeezed = _squeezed(outlet)
    for one in by_name.values():
        one.outlet = len(one.name) > 3 and _squeezed(one.name) in squeezed
    return Setting(document.id, outlet, _tld(document), tuple(by_name.values()))


def _named(head: str, by_name: dict[str, Named], people: set[str], gazetteer: Gazetteer) -> Named:
    """The name's own entry; case, article and possessive aside."""
    plain = key(bare(head)) + "." * head.endswith(".")
    one = by_name.get(plain)
    if one is None:
        one = by_name[plain] = Named(head, plain, candidates(head, gazetteer), people=int(plain in people))
    elif not one.candidates:
        one.candidates = candidates(head, gazetteer)
    return one


def _heads(
    text: str, mentions: Sequence[Mention], gazetteer: Gazetteer, where: frozenset[tuple[int, int]]
) -> Iterator[tuple[Mention, str, str]]:
    """The mentions to place, in order, each with its name and with what is behind its comma.

    "West Allis" that a reader gave as two mentions is looked up as one name, for both. ``where``: names that events are
    told to have been at.
    """
    ours = [
        m
        for m in mentions
        if m.kind in {"place", "state"}
        or _as_place(text, m, gazetteer)
        or ((m.start, m.end) in where and _own_name(m, gazetteer))
    ]
    known = {key(bare(m.text)) for m in ours if m.kind != "person"}
    taken = {(m.start, m.end) for m in ours}
    ours += [
        m
        for m in mentions
        if m.kind == "organisation" and key(bare(m.text)) in known and (m.start, m.end) not in taken
    ]
    ours.sort(key=lambda m: (m.start, -m.end))
    joined: dict[int, str] = {}
    for k, (a, b) in enumerate(pairwise(ours)):
        both = text[a.start : b.end]
        if text[a.end : b.start] == " " and candidates(a.text, gazetteer) != (
            c := candidates(both, gazetteer)
        ):
            joined |= {k: both, k + 1: both} if any(one.whole for one in c) else {}
    for k, mention in enumerate(ours):
        yield mention, *split(joined.get(k) or text[mention.start : mention.end] or mention.text)


def _as_place(text: str, mention: Mention, gazetteer: Gazetteer) -> bool:
    """Whether a mention of another kind is the bare name of a place and stands where a place does: "in Swanton", "Newark police"."""
    if mention.kind not in {"organisation", "person", "other"} or len(mention.text.split()) > 3:
        return False
    after = text[mention.end : mention.end + 24]
    if not (
        _LOCATIVE.search(text[max(0, mention.start - 24) : mention.start])
        or _WHOSE.match(after)
        or (mention.start < 200 and re.match(r"\s*(?:—|–|--|\x97| - )", after))
        or behind(text, mention.end, gazetteer)
    ):
        return False
    return _own_name(mention, gazetteer)


def _own_name(mention: Mention, gazetteer: Gazetteer) -> bool:
    return any(c.whole and c.spelt and c.form in _OWN for c in candidates(mention.text, gazetteer))


def hints(mention: Mention, gazetteer: Gazetteer) -> Iterator[str]:
    """Names of places inside the name of a body ("Ohio State University": "Ohio"), and a people's own name."""
    words = mention.text.split()
    if mention.kind == "group":
        yield mention.text
    if mention.kind != "organisation" or not _BODIES & {word.strip(",.") for word in words}:
        return
    starts = [0, *(k + 1 for k, word in enumerate(words) if word == "of")]
    for start in starts:
        for count in (3, 2, 1):
            name = " ".join(words[start : start + count])
            if len(name) > 3 and any(
                c.whole and c.spelt and c.form in _OWN for c in candidates(name, gazetteer)
            ):
                yield name
                break


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
        codes = (codes & found) or codes or found
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
