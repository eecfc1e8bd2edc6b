"""What telling copies needs of one document, made once for each: its step is independent of all other documents.

A trace keeps numbers for words and no text, about 9 KB for 500 words. Positions count words of the body (the text without
its headline line); ``offsets`` gives their places in the text.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from rashomon.group import letters
from rashomon.group.letters import Numbers, Places, mixed
from rashomon.group.vocabulary import NAME, NUMBER, QUOTED, vocabulary
from rashomon.group.words import SHINGLE
from rashomon.records import Document

SHORTEST = 8
"""Words below which likeness says nothing: two posts "Watch the video" are no copy of each other."""
WINDOW = 12
"""Of every so many shingles in a row one is kept as a print (winnowing; Schleimer, Wilkerson and Aiken 2003), so any 15
words that two texts share give them a print in common."""
DENSE = 40
"""Shingles up to which all are prints: a post of one sentence has no windows to lose."""
KEYS = 128
"""Most pairs of neighbouring telling words, and of names and numbers, by which a document looks for what it retells."""
LONGEST_QUOTE = 4_000
"""Characters after which a quotation mark that was not closed no longer counts as one."""

Flags = npt.NDArray[np.bool_]
Short = npt.NDArray[np.uint32]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Trace:
    """One document's words as numbers, by position. Each is equal to itself alone, so that what is made of one can be kept."""

    size: int
    """Words."""
    digest: bytes
    """Two texts with the same digest have the same words in the same order."""
    stems: Short
    """First letters of each telling word; 0 for the others."""
    bones: Short
    """What each telling word may have in common with the same word in another script; 0 for the others."""
    flags: npt.NDArray[np.uint8]
    """Name, number, quoted."""
    sentence_starts: Short
    line_starts: Short
    line_keys: Numbers
    """A number for each line's words."""
    shingles: Short
    """The shingle that begins at each position."""
    prints: Numbers
    keys: Short
    """Pairs of neighbouring telling words."""
    bridges: Short
    """Pairs of neighbouring names and numbers: what a translation keeps."""
    language: str

    @property
    def quoted(self) -> Flags:
        return np.asarray((self.flags & QUOTED) != 0)

    @property
    def names(self) -> Flags:
        return np.asarray((self.flags & NAME) != 0)

    @property
    def numbers(self) -> Flags:
        return np.asarray((self.flags & NUMBER) != 0)

    @property
    def marks(self) -> Flags:
        """Names and numbers."""
        return np.asarray((self.flags & (NAME | NUMBER)) != 0)

    @property
    def sentences(self) -> Places:
        """Number of the sentence that each word stands in."""
        return np.repeat(np.arange(len(self.sentence_starts)), lengths(self.sentence_starts, self.size))


def trace(document: Document) -> Trace:
    """The trace of a document; of one without words, an empty one."""
    text, _ = _part(document)
    kinds, places = letters.kinds(text)
    seen = text if places is None else "".join([text[at] for at in places.tolist()])
    begins, ends = _spans(kinds)
    known = vocabulary()
    rows = known.rows([seen[a:b] for a, b in zip(begins.tolist(), ends.tolist(), strict=True)])
    words, stems, marrow = known.looks[rows], known.stems[rows], known.bones[rows]
    starts, lines = _starts(kinds, begins)
    flags = _flags(known.flags[rows], starts, marrow)
    _mark_quoted(flags, seen, kinds, begins)
    shingles = _shingles(words)
    return Trace(
        size=len(words),
        digest=blake2b(words.tobytes(), digest_size=16).digest(),
        stems=stems,
        bones=marrow,
        flags=flags,
        sentence_starts=starts.astype(np.uint32),
        line_starts=lines.astype(np.uint32),
        line_keys=np.add.reduceat(words, lines) if len(lines) else words,
        shingles=(shingles >> np.uint64(32)).astype(np.uint32),
        prints=_prints(shingles),
        keys=_neighbours(stems[stems != 0]),
        bridges=_neighbours(marrow[((flags & (NAME | NUMBER)) != 0) & (marrow != 0)]),
        language=document.language or _guess(seen),
    )


def without(one: Trace, flags: Flags) -> Trace:
    """The trace with these words still in their places, but telling nothing."""
    stems, marrow, kinds = one.stems.copy(), one.bones.copy(), one.flags.copy()
    stems[flags], marrow[flags], kinds[flags] = 0, 0, kinds[flags] & QUOTED
    marked = ((kinds & (NAME | NUMBER)) != 0) & (marrow != 0)
    return replace(
        one,
        stems=stems,
        bones=marrow,
        flags=kinds,
        keys=_neighbours(stems[stems != 0]),
        bridges=_neighbours(marrow[marked]),
    )


def offsets(document: Document) -> tuple[Places, Places]:
    """Where each word of the document's trace begins and ends in its text, in code points."""
    text, start = _part(document)
    kinds, places = letters.kinds(text)
    begins, ends = _spans(kinds)
    if places is not None:
        begins, ends = places[begins], places[ends - 1] + 1
    return begins + start, ends + start


def lengths(starts: npt.NDArray[np.integer], size: int) -> Places:
    """How long each part is, from where they begin."""
    made = np.empty(len(starts), dtype=np.int64)
    if len(made):
        made[:-1] = starts[1:]
        made[-1] = size
        made -= starts
    return made


def distinct(values: npt.NDArray[np.integer]) -> npt.NDArray[np.integer]:
    """Sorted, each once: np.unique without its overhead, which is most of the time on a few hundred values."""
    if len(values) < 2:
        return values
    ordered = np.sort(values)
    keep = np.empty(len(ordered), dtype=bool)
    keep[0] = True
    np.not_equal(ordered[1:], ordered[:-1], out=keep[1:])
    return ordered[keep]


def minima(row: Numbers, window: int) -> Numbers:
    """The smallest of each ``window`` in a row: over 2, 4, 8 … first, which is faster than one by one."""
    least, step = row, 1
    while 2 * step <= window:
        least, step = np.minimum(least[:-step], least[step:]), 2 * step
    if rest := window - step:
        least = np.minimum(least[:-rest], least[rest:])
    return least


def part_of(flags: Flags) -> float:
    """Share of true values, 0 where there are none at all: mean() of a few hundred is mostly its overhead."""
    return int(np.count_nonzero(flags)) / len(flags) if len(flags) else 0.0


def among(values: npt.NDArray[np.integer], ordered: npt.NDArray[np.integer]) -> Flags:
    """Which of the values stand in the sorted others."""
    if not len(ordered):
        return np.zeros(len(values), dtype=bool)
    at = ordered.searchsorted(values)
    at[at == len(ordered)] = 0
    return np.asarray(ordered[at] == values)


def _part(document: Document) -> tuple[str, int]:
    """The text without its headline, and where that begins; all of it where little else is there."""
    text, title = document.text, document.title
    if title and text.startswith(title) and len(text) > len(title) + 40:
        return text[len(title) :], len(title)
    return text, 0


def _spans(kinds: npt.NDArray[np.uint8]) -> tuple[Places, Places]:
    """Starts and ends of words; an apostrophe between two letters belongs to the word."""
    inside = np.zeros(len(kinds) + 2, dtype=bool)
    inside[1:-1] = kinds == letters.WORD
    joins = np.flatnonzero(kinds == letters.JOINER) + 1
    if len(joins):
        inside[joins[inside[joins - 1] & inside[joins + 1]]] = True
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    begins, ends = edges[::2], edges[1::2]
    signs = np.flatnonzero(kinds == letters.SIGN)
    if len(signs):
        begins = np.sort(np.concatenate((begins, signs)))
        ends = np.sort(np.concatenate((ends, signs + 1)))
    return begins, ends


def _starts(kinds: npt.NDArray[np.uint8], begins: Places) -> tuple[Places, Places]:
    """First words of sentences and of lines. A sentence ends at a line's end, or at a stop before a blank or a mark."""
    if not len(begins):
        return begins, begins
    lines = kinds == letters.LINE
    ends = lines.copy()
    stops = np.flatnonzero(kinds[:-1] == letters.STOP)
    ends[stops[letters.AFTER_A_STOP[kinds[stops + 1]]]] = True
    return _first_words(np.flatnonzero(ends), begins), _first_words(np.flatnonzero(lines), begins)


def _first_words(ends: Places, begins: Places) -> Places:
    first = distinct(np.concatenate(([0], np.searchsorted(begins, ends))))
    return np.asarray(first[first < len(begins)], dtype=np.int64)


def _flags(flags: npt.NDArray[np.uint8], starts: Places, marrow: Short) -> npt.NDArray[np.uint8]:
    """A capital makes a name, save on a sentence's first word; there, if the word is a name elsewhere or one follows."""
    made = flags.copy()
    heads = starts[(flags[starts] & NAME) != 0]
    made[heads] &= np.uint8(255 - NAME)
    inner = set(marrow[(made & NAME) != 0].tolist())
    for at in heads.tolist():
        if marrow[at] in inner or (at + 1 < len(made) and made[at + 1] & NAME):
            made[at] |= NAME
    return made


_CLOSING = {"«": "»", "“": "”", "„": "“”", '"': '"', "”": "”", "»": "«"}
"""The last two are how Finnish and German put them."""


def _mark_quoted(
    flags: npt.NDArray[np.uint8], text: str, kinds: npt.NDArray[np.uint8], begins: Places
) -> None:
    """Words from an opening mark to the next of its closing marks; other marks inside belong to the quotation."""
    places = np.flatnonzero(kinds == letters.QUOTE).tolist()
    if not places:
        return
    marks = [text[at] for at in places]
    ends = {mark: [at for at, one in zip(places, marks, strict=True) if one == mark] for mark in set(marks)}
    free = 0
    for at, mark in zip(places, marks, strict=True):
        if at < free or mark not in _CLOSING:
            continue
        closing = [
            found[place]
            for one in _CLOSING[mark]
            if (found := ends.get(one, [])) and (place := bisect_right(found, at)) < len(found)
        ]
        if closing and min(closing) - at <= LONGEST_QUOTE:
            free = min(closing) + 1
            first, last = np.searchsorted(begins, (at, free))
            flags[first:last] |= QUOTED


def _shingles(words: Numbers) -> Numbers:
    size = min(SHINGLE, len(words))
    if not size:
        return words
    return mixed(*(words[at : len(words) - size + 1 + at] for at in range(size)))


def _prints(shingles: Numbers) -> Numbers:
    if len(shingles) <= DENSE:
        return np.asarray(distinct(shingles))
    return np.asarray(distinct(minima(shingles, WINDOW)))


def _neighbours(row: Short) -> Short:
    """Numbers for each two that stand side by side or with one between, in either order; the smallest if many."""
    if len(row) < 2:
        return row[:0]
    near = [_either(row[:-1], row[1:])]
    if len(row) > 2:
        near.append(_either(row[:-2], row[2:]))
    found = distinct(np.concatenate(near))
    if len(found) > KEYS:
        found = found[: max(KEYS, len(found) // 4)].copy()  # a part would keep the whole in memory
    return np.asarray(found)


def _either(a: Short, b: Short) -> Short:
    low, high = np.minimum(a, b).astype(np.uint64), np.maximum(a, b).astype(np.uint64)
    made = (low ^ (high << np.uint64(32))) * np.uint64(0x9E3779B97F4A7C15)
    return np.asarray((made >> np.uint64(32)).astype(np.uint32))


def _guess(text: str) -> str:
    """A language for texts that came without one, by letters alone: enough to know that two differ."""
    head = text[:4_000].lower()
    if not any("а" <= letter <= "я" for letter in head):
        return "en"
    return "uk" if sum(map(head.count, "іїєґ")) > sum(map(head.count, "ыэъё")) else "ru"
