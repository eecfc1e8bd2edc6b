"""Is it the same claim? Decided on words, numbers, polarity and roles, never on likeness alone.

Measured caution behind it (DESIGN): to an embedding "Russia accused Ukraine" and "Ukraine accused Russia" are one
sentence (cosine 0.999), "was" and "was not" nearly so (0.97), "12 killed" and "20 killed" too (0.95).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
NUMBER = re.compile(r"\b\d+(?:[.,]\d+)*\b")
NEGATION = re.compile(
    r"\b(?:no|not|never|none|nothing|nobody|neither|nor|without|cannot|non)\b|n['’]t\b|"
    r"\b(?:не|нет|ни|никогда|нічого|ні|немає|жодн\w*)\b",
    re.IGNORECASE,
)
_WORDS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "twenty": "20", "dozen": "12", "hundred": "100",
    "два": "2", "двух": "2", "двумя": "2", "три": "3", "двома": "2", "двох": "2",
}  # fmt: skip
_STOP = frozenset(
    """the a an of to in on at by for from with and or but that this these those it its he she they we i his her their
    our my is are was were be been being has have had do does did will would can could may might should there here as
    if so than then when while who whom which what not no into over under out up down about after before had all any
    also only just very more most such own other some us them him you your me said say says told according had
    и в на с по к о из за от до что как это не но а у для при был была были было он она они мы его ее их
    і й у в на з із до про що як це не але та для при був була були він вона вони ми його її їх""".split()
)

VERBATIM = 0.6
"""Share of common words (Jaccard) from which two contents are the same words."""
CLOSE = 0.34
"""… and from which they are the same claim if most of the shorter one is in the longer."""
WITHIN = 0.7
"""That "most"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """A content as it is compared."""

    stems: frozenset[str]
    numbers: frozenset[str]
    negated: bool
    actors: tuple[str, ...]
    """Entity or party ids named in it, in the order of the words."""
    first_person: bool = False
    names: frozenset[str] = frozenset()
    """Stems of the capitalised words among them."""


def sense(words: str, actors: tuple[str, ...] = ()) -> Sense:
    """What is compared of these words."""
    low = [match.group().lower().removesuffix("'s").removesuffix("’s") for match in WORD.finditer(words)]
    numbers = {match.group().replace(",", "") for match in NUMBER.finditer(words)} | {
        _WORDS[w] for w in low if w in _WORDS
    }
    stems = frozenset(
        w[:6] for w in low if w not in _STOP and w not in _WORDS and not w.isdigit() and len(w) > 1
    )
    return Sense(
        stems=stems,
        numbers=frozenset(numbers),
        negated=len(NEGATION.findall(words)) % 2 == 1,
        actors=actors,
        names=frozenset(m.group().lower()[:6] for m in WORD.finditer(words) if m.group()[0].isupper()),
        first_person=bool({"we", "our", "us", "i", "my", "ours"} & set(low)),
    )


def overlap(a: Sense, b: Sense) -> tuple[float, float]:
    """Jaccard of the stems, and the share of the smaller set that is in the larger."""
    common = len(a.stems & b.stems)
    if not common:
        return 0.0, 0.0
    return common / len(a.stems | b.stems), common / min(len(a.stems), len(b.stems))


def swapped(a: Sense, b: Sense) -> bool:
    """Two actors that both name, in opposite order: who did it and whom it was done to have changed places."""
    first = [actor for actor in dict.fromkeys(a.actors) if actor in b.actors]
    second = [actor for actor in dict.fromkeys(b.actors) if actor in a.actors]
    return len(first) > 1 and first[:2] != second[:2]


def conflicting(a: Sense, b: Sense) -> bool:
    """Both give numbers and neither's are among the other's."""
    return bool(a.numbers and b.numbers) and not (a.numbers <= b.numbers or b.numbers <= a.numbers)


def same(a: Sense, b: Sense) -> bool:
    """Whether two contents put forward one proposition."""
    if a.negated != b.negated or conflicting(a, b) or swapped(a, b):
        return False
    if a.actors and b.actors and not set(a.actors) & set(b.actors):
        return False
    jaccard, within = overlap(a, b)
    enough = len(a.stems & b.stems) >= 3
    return jaccard >= VERBATIM or (enough and jaccard >= CLOSE and within >= WITHIN)
