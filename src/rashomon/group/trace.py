"""What telling copies needs of one document, made once for each: its step is independent of all other documents.

A trace keeps numbers for words and no text, about 20 bytes a word. Positions count words of the body (the text without
its headline line); ``offsets`` gives their places in the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from rashomon.group import letters
from rashomon.group.bridge import same_in_all
from rashomon.group.letters import Numbers, Places, mixed, number_of, skeleton
from rashomon.group.words import _STOP, SHINGLE, STEM, bones
from rashomon.records import Document

SHORTEST = 8
"""Words below which likeness says nothing: two posts "Watch the video" are no copy of each other."""
WINDOW = 12
"""Of every so many shingles in a row one is kept as a print (winnowing; Schleimer, Wilkerson and Aiken 2003), so any 15
words that two texts share give them a print in common."""
DENSE = 40
"""Shingles up to which all are prints: a post of one sentence has no windows to lose."""
KEYS = 192
"""Most pairs of neighbouring telling words, and of names and numbers, by which a document looks for what it retells."""
LONGEST_QUOTE = 4_000
"""Characters after which a quotation mark that was not closed no longer counts as one."""

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """One document's words as numbers, by position."""

    words: Numbers
    """What each word looks like."""
    stems: Numbers
    """First letters of each telling word; 0 for the others."""
    bones: Numbers
    """What each telling word may have in common with the same word in another script; 0 for the others."""
    names: Flags
    """Whether it is a name by its capital letter."""
    numbers: Flags
    sentences: Places
    """Number of the sentence that each word stands in."""
    quoted: Flags
    """Whether it stands between quotation marks."""
    shingles: Numbers
    """The shingle that begins at each position."""
    unique: Numbers
    """The same, sorted, each once."""
    prints: Numbers
    keys: Numbers
    """Pairs of neighbouring telling words."""
    bridges: Numbers
    """Pairs of neighbouring names and numbers: what a translation keeps."""
    lines: Places
    """Position at which each line begins."""
    line_keys: Numbers
    """A number for each line's words."""
    language: str

    @property
    def size(self) -> int:
        return len(self.words)


def trace(document: Document) -> Trace:
    """The trace of a document; of one without words, an empty one."""
    text, _ = _part(document)
    kinds, places = letters.kinds(text)
    seen = text if places is None else "".join([text[at] for at in places.tolist()])
    begins, ends = _spans(kinds)
    found = [seen[a:b] for a, b in zip(begins.tolist(), ends.tolist(), strict=True)]
    table = np.array([_word(one) for one in found], dtype=np.uint64).reshape(-1, 4)
    words, stems, marrow, flags = table[:, 0].copy(), table[:, 1].copy(), table[:, 2].copy(), table[:, 3]
    sentences = _sentences(kinds, begins)
    numbers = (flags & np.uint64(2)) != 0
    names = _names((flags & np.uint64(1)) != 0, sentences, marrow)
    lines = _lines(kinds, begins)
    shingles = _shingles(words)
    telling = stems[stems != 0]
    anchors = marrow[(names | numbers) & (marrow != 0)]
    return Trace(
        words=words,
        stems=stems,
        bones=marrow,
        names=names,
        numbers=numbers,
        sentences=sentences,
        quoted=_quoted(seen, kinds, begins),
        shingles=shingles,
        unique=np.unique(shingles),
        prints=_prints(shingles),
        keys=_neighbours(telling),
        bridges=_neighbours(anchors),
        lines=lines,
        line_keys=np.add.reduceat(words, lines) if len(lines) else words,
        language=document.language or _guess(seen),
    )


def offsets(document: Document) -> tuple[Places, Places]:
    """Where each word of the document's trace begins and ends in its text, in code points."""
    text, start = _part(document)
    kinds, places = letters.kinds(text)
    begins, ends = _spans(kinds)
    if places is not None:
        begins, ends = places[begins], places[ends - 1] + 1
    return begins + start, ends + start


def _part(document: Document) -> tuple[str, int]:
    """The text without its headline, and where that begins; all of it where little else is there."""
    text, title = document.text, document.title
    if title and text.startswith(title) and len(text) > len(title) + 40:
        return text[len(title) :], len(title)
    return text, 0


def _spans(kinds: npt.NDArray[np.uint8]) -> tuple[Places, Places]:
    """Starts and ends of words; an apostrophe between two letters belongs to the word."""
    inside = kinds == letters._WORD
    if len(inside) > 2:
        between = (kinds[1:-1] == letters._JOINER) & inside[:-2] & inside[2:]
        inside[1:-1] |= between
    edge = np.diff(np.concatenate(([0], inside.astype(np.int8), [0])))
    return np.flatnonzero(edge == 1), np.flatnonzero(edge == -1)


def _sentences(kinds: npt.NDArray[np.uint8], begins: Places) -> Places:
    """A sentence ends at a line's end, or at a stop before a blank or a quotation mark."""
    ends = kinds == letters._LINE
    if len(kinds) > 1:
        after = kinds[1:]
        ends[:-1] |= (kinds[:-1] == letters._STOP) & np.isin(
            after, (letters._SPACE, letters._QUOTE, letters._LINE)
        )
    number = np.cumsum(ends)[begins] if len(begins) else np.zeros(0, dtype=np.int64)
    return np.unique(number, return_inverse=True)[1].astype(np.int64)


def _lines(kinds: npt.NDArray[np.uint8], begins: Places) -> Places:
    if not len(begins):
        return begins
    number = np.cumsum(kinds == letters._LINE)[begins]
    return np.flatnonzero(np.concatenate(([True], number[1:] != number[:-1])))


@lru_cache(maxsize=1 << 19)
def _word(word: str) -> tuple[int, int, int, int]:
    """Numbers for a word: look, stem, bones, and flags (1 capital, 2 number)."""
    look = skeleton(word)
    plain = word.lower().replace("’", "'")
    base = plain.removesuffix("'s")
    if shared := same_in_all(base):
        return number_of(look), number_of(look[:STEM]), number_of("#" + shared), 2
    if len(base) < 2 or base in _STOP:
        return number_of(look), 0, 0, 0
    capital = int(word[0].isupper())
    stem = number_of(skeleton(base)[:STEM])
    across = bones(base) if capital else bones(base)[:6]
    return number_of(look), stem, number_of(across) if len(across) > 1 else 0, capital


def _names(capital: Flags, sentences: Places, marrow: Numbers) -> Flags:
    """A capital makes a name, save on a sentence's first word; there, if the word is a name elsewhere or one follows."""
    if not len(capital):
        return capital
    first = np.concatenate(([True], sentences[1:] != sentences[:-1]))
    inner = capital & ~first
    follows = np.concatenate((inner[1:], [False]))
    return inner | (capital & first & (follows | np.isin(marrow, np.unique(marrow[inner]))))


def _quoted(text: str, kinds: npt.NDArray[np.uint8], begins: Places) -> Flags:
    inside = np.zeros(len(begins), dtype=bool)
    opened = -1
    for at in np.flatnonzero(kinds == letters._QUOTE).tolist():
        mark = text[at]
        if opened >= 0 and at - opened <= LONGEST_QUOTE and mark not in "«„":
            inside[np.searchsorted(begins, opened) : np.searchsorted(begins, at)] = True
            opened = -1
        elif mark not in "»”":
            opened = at
    return inside


def _shingles(words: Numbers) -> Numbers:
    size = min(SHINGLE, len(words))
    if not size:
        return words
    return mixed(*(words[at : len(words) - size + 1 + at] for at in range(size)))


def _prints(shingles: Numbers) -> Numbers:
    if len(shingles) <= DENSE:
        return np.unique(shingles)
    return np.unique(np.lib.stride_tricks.sliding_window_view(shingles, WINDOW).min(axis=1))


def _neighbours(row: Numbers) -> Numbers:
    """Numbers for each two that stand side by side or with one between, in either order; the smallest if many."""
    if len(row) < 2:
        return row[:0]
    near = [_either(row[:-1], row[1:])]
    if len(row) > 2:
        near.append(_either(row[:-2], row[2:]))
    found = np.unique(np.concatenate(near))
    if len(found) > KEYS:
        # A fixed share of all possible pairs, so that two texts of different length keep the same ones.
        found = found[: max(KEYS, len(found) // 4)]
    return found


def _either(a: Numbers, b: Numbers) -> Numbers:
    return mixed(np.minimum(a, b), np.maximum(a, b))


def _guess(text: str) -> str:
    """A language for texts that came without one, by letters alone: enough to know that two differ."""
    head = text[:4_000].lower()
    if not any("а" <= letter <= "я" for letter in head):
        return "en"
    return "uk" if sum(map(head.count, "іїєґ")) > sum(map(head.count, "ыэъё")) else "ru"
