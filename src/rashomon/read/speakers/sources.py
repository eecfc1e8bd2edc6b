"""What the words of a source are: a name, a pronoun, a description, a document that someone issued, or
nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from rashomon.read.speakers.names import POSSESSIVE, SEATS, TITLES, bare, without_title
from rashomon.records import Mention, Range

PRONOUNS = {
    "he": "he", "him": "he", "himself": "he", "his": "he", "she": "she", "her": "she", "herself": "she",
    "hers": "she", "they": "they", "them": "they", "their": "they", "theirs": "they", "it": "it", "its": "it",
    "i": "i", "me": "i", "my": "i", "we": "i", "us": "i", "our": "i", "who": "who", "which": "who", "that":
    "who", "you": "i", "your": "i",
}  # fmt: skip
_SUBJECTS = frozenset({"he", "she", "they", "it", "i", "we", "you"})

PAPERS = frozenset(
    "statement statements report reports study studies survey surveys website site tweet tweets post posts "
    "release letter letters email e-mail message messages data figures numbers documents document memo "
    "note "
    "filing analysis poll review account comment comments remarks speech testimony "
    "announcement findings".split()
)
"""Nouns of things that someone issues: "her statement" speaks for her, "the RCMP statement" for the RCMP."""

_BOUND = re.compile(
    r"\b(?:of|for|to|from|with|by|in|at|on|about|behind|under|against|who|whose|which|that|near|into|over|while|when|"
    r"after|before|during|as|amid|through)\b",
    re.I,
)
_BY = re.compile(r"\b(?:by|from)\s+(?:the\s+)?$", re.I)
_SEGMENT = re.compile(r"[,;()—–]| - ")
_WORDS = re.compile(r"[\w.&'’-]*\w[\w.'’]*")


@dataclass(frozen=True)
class Phrase:
    """A source in short. ``ranges`` are the names in it, in the text; ``head`` a pronoun or nothing."""

    kind: Literal["none", "pronoun", "name", "paper", "description"]
    pronoun: str = ""
    ranges: tuple[Range, ...] = ()


def phrase_of(text: str, start: int, end: int, mentions: Sequence[Mention]) -> Phrase:
    """Read the source ``text[start:end]``; ``mentions`` are the document's."""
    found = [bare(m.group()) for m in _WORDS.finditer(text[start:end])]
    if not found:
        return Phrase("none")
    if found[0] in PRONOUNS and (
        len(found) == 1 or found[1] in {"himself", "herself", "themselves", "also", "both"}
    ):
        return Phrase("pronoun", PRONOUNS[found[0]])
    if found[0] in _SUBJECTS and text[start:end].split()[1:2] and text[start:end].split()[1].islower():
        # The reader took a word too much: "he was quoted as".
        return Phrase("pronoun", PRONOUNS[found[0]])
    inside = [
        m for m in mentions if m.start >= start and m.end <= end and m.kind not in {"event", "technology"}
    ]
    names = free_names(text, start, end, inside)
    capital = capital_run(text, start, end)
    # The recogniser may stop short of a name's end ("Workers Local" of "Workers Local 832").
    short = len(names) == 1 and capital and capital[0] <= names[0][0] and names[0][1] <= capital[1]
    person = any(m.kind == "person" and (m.start, m.end) == names[0] for m in inside) if names else False
    if short and capital and (not person or len(inside) > 1):
        names = (capital,)
    if not names and (second := _apposed(text, start, end)):
        names = (second,)
    if names:
        return Phrase("name", ranges=names)
    if capital:
        return Phrase("name", ranges=(capital,))
    head = _head(found)
    if head in PAPERS:
        if found[0] in PRONOUNS and PRONOUNS[found[0]] in {"he", "she", "they", "it"}:
            return Phrase("paper", PRONOUNS[found[0]])
        issuers = [m for m in inside if m.kind in {"person", "organisation", "state"}]
        # "A statement sent to the Post by Ann Lee" is Ann Lee's.
        issuers.sort(key=lambda m: not _BY.search(text[start : m.start]))
        return Phrase("paper", ranges=tuple((m.start, m.end) for m in issuers[:1]))
    return Phrase("description")


def _apposed(text: str, start: int, end: int) -> Range | None:
    """A lone name behind the comma of a description that holds none: "Lee's father, Jo"."""
    parts = _SEGMENT.split(text[start:end])
    if len(parts) < 2 or not 0 < len(parts[1].split()) <= 3 or _BOUND.search(parts[1]):
        return None
    at = start + len(parts[0]) + 1
    return capital_run(text, at + len(parts[1]) - len(parts[1].lstrip()), at + len(parts[1]))


def _head(found: list[str]) -> str:
    head = found[0]
    for word in found[:4]:
        if _BOUND.fullmatch(word):
            break
        if word in PAPERS:
            return word
    for word in found:
        if _BOUND.fullmatch(word):
            break
        head = word
    return head


def free_names(text: str, start: int, end: int, inside: Sequence[Mention]) -> tuple[Range, ...]:
    """The names that the source is, not those it only tells about.

    In "Ann Lee, a spokeswoman for Acme", "Acme chief Ann Lee" and "a spokeswoman for Acme, Ann Lee" that is
    Ann Lee; in "a spokeswoman for Ann Lee" and "Ann Lee's lawyer" there is none. Two names joined by "and"
    are both given.
    """
    edges = [start, *(start + m.start() for m in _SEGMENT.finditer(text[start:end])), end]
    segments = [(a, b) for a, b in pairwise(edges) if text[a:b].strip(" ,;()—–-")]
    for number, (a, b) in enumerate(segments):
        bound = _BOUND.search(text, a, b)
        free = []
        for m in inside:
            if m.start < a or m.end > b:
                continue
            if bound and bound.start() < m.start and not _office(text, a, bound, m):
                continue
            rest = text[m.end : b].strip(" ,;()—–-\"'“”")
            if POSSESSIVE.match(text[m.end : m.end + 2]) or re.match(r"['’]\s", text[m.end : b]):
                continue
            follows = _WORDS.match(rest)
            if follows and not (
                _BOUND.match(rest) or follows.group() in {"and", "himself", "herself", "itself"}
            ):
                continue
            free.append(m)
        people = [m for m in free if m.kind == "person"]
        if people:
            if len(people) > 1 and re.fullmatch(r".*\band\b.*", text[people[0].end : people[-1].start]):
                return tuple((m.start, m.end) for m in people)
            return ((people[0].start, people[0].end),)
        if free and number == 0 and not _describes(text[a : free[0].start]):
            return ((free[-1].start, free[-1].end),)
    return ()


def _office(text: str, start: int, bound: re.Match[str], name: Mention) -> bool:
    """Whether what stands before a person's name is an office with its "of": "Secretary of State Ann Lee"."""
    before = _WORDS.findall(text, start, bound.start())
    between = text[bound.end() : name.start]
    return (
        name.kind == "person"
        and bound.group().lower() == "of"
        and bool(before)
        and bare(before[-1]) in TITLES
        and re.fullmatch(r"\s+(?:the\s+)?(?:[A-Z][\w.&'’-]*\s+(?:and\s+)?)+", between) is not None
    )


def _describes(before: str) -> bool:
    """Whether the words before a body's name make it another body ("former U.S." of "former U.S.
    officials")."""
    found = [bare(m.group()) for m in _WORDS.finditer(before)]
    return any(w not in {"the", "both", "even", "and"} and w.islower() for w in found) and len(found) > 3


def capital_run(text: str, start: int, end: int) -> Range | None:
    """The source as a name that no mention covers: every word capital, titles and an article at its head left
    out."""
    if lead := re.match(r"(?:the|even|both)\s+", text[start:end], re.I):
        start += lead.end()
    if stop := _SEGMENT.search(text, start, end):
        end = stop.start()
    start, end = without_title(text, start, end)
    while (
        start < end
        and bare(((first := re.match(r"\w+\s+", text[start:end])) and first.group().strip()) or "") in TITLES
    ):
        start += first.end() if first else 0
    found = [m.group() for m in _WORDS.finditer(text[start:end])]
    if "of" in found[2:4] and not SEATS.intersection(map(bare, found)):
        # "Ann Lee of Acme", but "Royal Bank of Scotland" and "Board of Trade".
        if of := re.search(r"\sof\b", text[start:end]):
            end = start + of.start()
        found = found[: found.index("of")]
    if not found or len(found) > 6 or found[0] in {"of", "and", "for"}:
        return None  # "the mayor of Sandal" without her title is no name
    small = {
        "of",
        "and",
        "de",
        "la",
        "van",
        "von",
        "der",
        "al",
        "bin",
        "for",
        "the",
        "&",
        "el",
        "da",
        "di",
        "du",
        "al-",
    }
    if not all(w[0].isupper() or w[0].isdigit() or w in small or w.startswith("al-") for w in found):
        return None
    if bare(found[0]) in _COMMON or (
        not any(w[0].isupper() for w in found) and not found[0].startswith("al-")
    ):
        return None
    return start, start + len(text[start:end].rstrip(" '’\"“”.,:;"))


_COMMON = frozenset(
    "a an some many most several few all others other another one two three four five those these this that "
    "police officials experts sources residents voters critics supporters authorities investigators "
    "witnesses protesters people members observers opponents lawmakers scientists researchers analysts "
    "reports documents prosecutors lawyers neighbours neighbors parents students teachers doctors workers "
    "no none nobody everyone someone anyone".split()
)
