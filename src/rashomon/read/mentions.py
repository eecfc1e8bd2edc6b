"""Names in an English text: what spaCy's recogniser finds, mended, and the institutions that it misses.

The small model's faults that the rules below mend were found on 49 Canadian reports of 2018: names that run
over a line break, titles and possessives inside names, one surname read as a person here and as a firm there,
ministries and offices not read at all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rashomon.read.speakers.given_names import MEN, WOMEN
from rashomon.read.speakers.names import BEARERS, POSSESSIVE, SEATS, TITLES, WORD, bare, without_title, words
from rashomon.read.states import is_state, seats
from rashomon.records import Kind, Mention, Range

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

KINDS: dict[str, Kind] = {
    "PERSON": "person", "GPE": "place", "NORP": "group", "ORG": "organisation", "FAC": "place",
    "LOC": "place", "EVENT": "event", "PRODUCT": "technology",
}  # fmt: skip
"""spaCy's labels to ours; a GPE that is a state becomes ``state``. Dates, numbers and works are left out."""

_ENDS = " \t\r\n.,;:!?\"'“”„«»‘’`()[]{}<>-–—…*_/|#@"
_LEADING = re.compile(
    r"(?:the|a|an|this|that|our|its|their|his|her|of|by|from|for)\s+|['’]s\s+", re.IGNORECASE
)
_SEAT = (
    r"(?:Ministry|Department|Office|Agency|Bureau|Committee|Commission|Council|Directorate|Service|Authority|"
    r"Administration|Institute|Academy|University|Parliament|Court|Board|Centre|Center|Embassy|Chamber)"
)
_CAP = r"(?:[A-ZÀ-ÞЀ-Я][\w'’-]*|U\.S\.|U\.K\.|E\.U\.)"
_BODY = (
    r"(?:(?:foreign|defence|defense|interior|health|finance|justice|energy|transport|education|emergency|"
    r"emergencies|economy|culture|agriculture|environment|trade|digital)(?:\s+affairs)?\s+"
    r"(?:ministry|department|office)|ministry(?:\s+of\s+(?:[a-z]+\s+)?"
    r"(?:affairs|defence|defense|health|justice|interior|finance|energy|emergencies))|"
    r"(?:central|national)\s+bank|(?:military|security|intelligence)\s+(?:intelligence|service|agency|council)|"
    r"general\s+staff|air\s+force|armed\s+forces|supreme\s+court|security\s+services?)"
)
INSTITUTIONS = (
    re.compile(
        rf"\b(?:{_CAP}\s+){{0,2}}{_CAP}\s+and\s+(?:{_CAP}\s+){{1,2}}"
        r"(?:Commission|Administration|Agency|Authority|Committee|Department|Ministry)\b"
    ),
    re.compile(
        rf"\b(?:{_CAP}\s+){{1,4}}{_SEAT}\b"
        rf"(?:\s+(?:of|for)\s+(?:the\s+)?{_CAP}(?:\s+(?:and\s+)?{_CAP}){{0,3}})?"
    ),
    re.compile(rf"\b{_SEAT}\s+(?:of|for)\s+(?:the\s+)?{_CAP}(?:\s+(?:and\s+)?{_CAP}){{0,3}}"),
    re.compile(
        rf"\b(?:{_CAP}(?:['’]s)?\s+){{0,2}}{_BODY}\b(?!\s+(?:minister|secretary|chief|spokes))", re.UNICODE
    ),
    re.compile(r"\b(?:State Department|Foreign Office|" + "|".join(map(re.escape, seats())) + r")(?!\w)"),
)
"""Institutions by their wording. Each pattern is bounded, so a hostile text costs no more than its length."""


def mentions(doc: Doc) -> tuple[Mention, ...]:
    """Names of persons, states, places, groups, organisations, events and makes in a parsed text.

    Sorted, without overlaps: where two overlap, the institution found by its wording wins, then the longer.
    ``text`` is always ``doc.text[start:end]``; ``entity`` stays empty.
    """
    return named(doc.text, _recognised(doc))


def named(text: str, recognised: Iterable[tuple[int, int, Kind]]) -> tuple[Mention, ...]:
    """The names that a recogniser found and the institutions it missed, each name of one kind throughout."""
    return settled(_one_kind_each([*institutions(text), *recognised], text), text)


def settled(found: Iterable[tuple[int, int, Kind]], text: str) -> tuple[Mention, ...]:
    """Mentions from ranges in order of preference: no overlaps, sorted by place."""
    taken: list[tuple[int, int, Kind]] = []
    busy: set[int] = set()
    for start, end, kind in found:
        if start < end and busy.isdisjoint(range(start, end)):
            busy.update(range(start, end))
            taken.append((start, end, kind))
    return tuple(Mention(start=s, end=e, text=text[s:e], kind=k) for s, e, k in sorted(taken))


def trimmed(text: str, start: int, end: int) -> Range:
    """A name's range without articles, quote marks, possessive and punctuation at its ends."""
    while True:
        before = (start, end)
        while start < end and text[start] in _ENDS:
            start += 1
        if lead := _LEADING.match(text, start, end):
            start = lead.end()
        if tail := POSSESSIVE.search(text[start:end]):
            # "Procter & Gamble's" loses its 's; "the United States'" only its mark.
            end = start + tail.start()
        while start < end and text[end - 1] in _ENDS and not _initials(text, start, end):
            end -= 1
        if (start, end) == before:
            return start, end


def _initials(text: str, start: int, end: int) -> bool:
    """Whether a final full stop belongs to the name ("the U.S.", "Sammy Davis Jr.")."""
    return (
        re.search(r"(?:\b[A-Z]\.){2,}$|\b(?:Jr|Sr|Inc|Corp|Ltd|Co)\.$", text[max(start, end - 8) : end])
        is not None
    )


def institutions(text: str) -> Iterator[tuple[int, int, Kind]]:
    """Ministries, offices and seats of power by their wording, longest first at each place."""
    found: list[Range] = []
    for pattern in INSTITUTIONS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if "\n" in match.group():
                continue
            start, end = trimmed(text, start, end)
            # A sentence's first word is capital without being a name: "When Defence Ministry experts …".
            while (word := re.match(r"(\w+)(?:['’]s)?\s+", text[start:end])) and word.group(
                1
            ).casefold() in _NOT_NAMES:
                start += word.end()
            if end - start > 3 and text[start:end].casefold() not in _PLAIN:
                found.append((start, end))
    for start, end in sorted(found, key=lambda r: (r[0] - r[1], r[0])):
        yield start, end, "organisation"


_NOT_NAMES = frozenset(
    "when if as but and while after before since because although though at in on by for from with to of or "
    "so yet that former what which who then today yesterday meanwhile also monday tuesday wednesday thursday "
    "friday saturday sunday last next both january february march april may june july august september "
    "october november december".split()
)
_PLAIN = frozenset(
    {"armed forces", "security services", "security service", "air force", "office", "court", "board"}
)


def _recognised(doc: Doc) -> Iterator[tuple[int, int, Kind]]:
    """The model's own finds, each cut at a line break and trimmed."""
    text = doc.text
    for ent in sorted(doc.ents, key=lambda e: e.start_char - e.end_char):
        kind = KINDS.get(ent.label_)
        if kind is None:
            continue
        line = text[ent.start_char : ent.end_char].split("\n")
        start, end = trimmed(text, ent.start_char, ent.start_char + len(line[0]))
        if ent.label_ == "GPE" and is_state(text[start:end]):
            kind = "state"
        if kind == "organisation":
            end = _without_bearer(text, start, end)
        if kind == "organisation" and _titled(text[start:end]):
            kind = "person"
        if kind == "person":
            start, end = without_title(text, start, end)
            start = _given_before(ent, start)
        name = text[start:end]
        if len(name) > 1 and any(c.isupper() for c in name):
            yield start, end, kind


def _without_bearer(text: str, start: int, end: int) -> int:
    """Where a body's name ends when the model ran on into someone's title ("Acme CEO")."""
    parts = list(WORD.finditer(text[start:end]))
    while len(parts) > 1 and bare(parts[-1].group()) in BEARERS and parts[-2].group()[0].isupper():
        parts.pop()
    return start + parts[-1].end() if parts else end


def _titled(name: str) -> bool:
    """Whether a "body" is a person with a title inside ("Acme Chief Ann Lee")."""
    parts = [m.group() for m in WORD.finditer(name)]
    last = max((i for i, w in enumerate(parts[:-1]) if bare(w) in BEARERS), default=0)
    rest = parts[last + 1 :]
    return last > 0 and bare(parts[-1]) not in SEATS | TITLES and all(w[0].isupper() for w in rest)


def _given_before(ent: Span, start: int) -> int:
    """Where a one-word person begins when the word right before it is the given name the model missed."""
    if start != ent.start_char or len(ent) > 1 or ent.start == 0:
        return start
    before = ent.doc[ent.start - 1]
    name = before.text
    if before.ent_type_ or before.idx + len(name) + 1 != start or not name.istitle() or is_state(name):
        return start
    part = before.tag_ in {"NNP", "NNPS"} and before.dep_ == "compound" and before.head.i == ent.start
    return before.idx if (part or _given(bare(name))) and bare(name) not in TITLES | _NOT_NAMES else start


def _one_kind_each(found: list[tuple[int, int, Kind]], text: str) -> Iterator[tuple[int, int, Kind]]:
    """The same finds, with one kind for one name, and known persons' surnames wherever they stand."""
    votes: dict[str, Counter[Kind]] = {}
    people: dict[str, str] = {}
    for start, end, kind in found:
        votes.setdefault(text[start:end].casefold(), Counter())[kind] += 1
    for start, end, kind in found:
        name = text[start:end]
        parts = words(name)
        if kind != "person" or not 2 <= len(parts) <= 5 or parts[-1] in TITLES:
            continue
        surname = name.split()[-1]
        alone = votes.get(surname.casefold(), Counter())
        # A surname goes over to where it stands alone when the given name is a known one, or the model itself
        # read the surname alone, and not more often as a place ("Fraser Highway" makes no person of Fraser).
        if _given(parts[0]) or (alone and alone["person"] >= alone["place"] + alone["state"]):
            people.setdefault(surname, name)
    for start, end, kind in found:
        skip = 0
        # "Lee's Acme" is Acme where Lee is a person of the text; "Wendy's Kitchen" stays whole.
        if kind != "state" and (owner := re.match(r"([A-Z][\w-]+)['’]s\s+", text[start:end])):
            skip = owner.end() if owner.group(1) in people else 0
        yield start + skip, end, _kind(text[start:end], kind, votes[text[start:end].casefold()], people, text)
    for surname in sorted(people):
        if len(surname) > 2 and surname[0].isupper() and bare(surname) not in _NOT_NAMES:
            for match in re.finditer(rf"(?<![\w-]){re.escape(surname)}(?![\w-])", text):
                yield match.start(), match.end(), "person"


def _kind(name: str, kind: Kind, tally: Counter[Kind], people: dict[str, str], text: str) -> Kind:
    """The kind of a name, from how often it was read as what and from the persons of the text."""
    parts = words(name)
    if kind == "state":
        return kind
    full = kind == "organisation" and len(parts) in {2, 3} and _given(parts[0]) and name.istitle()
    if name in people or full:
        return "person" if kind != "other" else kind
    best = max(sorted(tally), key=lambda k: (tally[k], k == "person"))
    if best == "person" and len(parts) == 1 and _somewhere(name, text):
        return "place"
    return best


def _somewhere(name: str, text: str) -> bool:
    """Whether a lone name stands where only a place does ("in Surrey", "the city of Surrey")."""
    return (
        re.search(rf"\b(?:in|near|outside|[Cc]ity of|[Tt]own of) {re.escape(name)}\b(?!['’])", text)
        is not None
    )


def _given(word: str) -> bool:
    return word in MEN or word in WOMEN
