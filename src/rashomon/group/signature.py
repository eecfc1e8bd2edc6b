"""What the grouping into stories keeps of one document: made once, from that document alone, and then kept.

Weights are whole numbers, so sums of them are exact and no order of adding changes a story.
"""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from rashomon.group.credit import agency
from rashomon.group.terms import Terms, number
from rashomon.group.told import Told, published, told
from rashomon.group.trace import among, distinct, lengths, minima
from rashomon.group.vocabulary import vocabulary
from rashomon.group.words import NAME, SHINGLE, STEM, WORD, Look, latin
from rashomon.records import Document, Reading

Keys = npt.NDArray[np.uint32]
Weights = npt.NDArray[np.int16]

SCALE = 1024
"""Length of a document's vector. Products of two stay below 2^24, so even single precision adds them exactly."""
TERMS = 64
"""Heaviest terms kept. The development figures are those of all terms; 40 lose half a point."""
LEADS = 16
"""Heaviest terms by which a document looks for company."""
BONES = 24
"""Names and numbers kept to meet documents in other languages; the heaviest of them look for company."""
FOREIGN = 1.25
"""Across languages only names and numbers can meet; their cosine counts this much more."""
REPEATED = 0.5
"""Weight of a term said n times is 1 + this · ln n."""


RUN = 4
"""With runs of so many, two texts that share seven words in a row share a print."""
PRINTS = 64
HEAD = 80
"""Characters after which the next end of a sentence ends the head."""
NAMED = 6_000
"""Characters in which names are looked for."""
# The blank comes first, for which a pattern is looked for several times as fast.
_PROPER = re.compile(r" (?=[A-ZА-ЯІЇЄҐ])(?<=[a-zа-яіїєґ,;:] )([\w’'-]{2,})")
_STOP = re.compile(r"[.!?…]\s")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Signature:
    """One document for the grouping into stories: about a kilobyte, nearly all of it in one row of numbers."""

    id: str
    language: str
    at: float | None
    """Believed time of publication, in seconds since 1970."""
    told: Told
    doubt: str
    """What is wrong with the document's date; empty where nothing is."""
    titled: bool
    row: Keys
    """Terms, bones, heads, names and prints one after another, then the weights, two in each number."""
    sizes: bytes
    """How many of each of the five there are."""

    @property
    def terms(self) -> Keys:
        """Numbers of its heaviest terms, heaviest first."""
        return self.row[: self.sizes[0]]

    @property
    def weights(self) -> Weights:
        return self.row[sum(self.sizes) :].view(np.int16)[: self.sizes[0]]

    @property
    def bones(self) -> Keys:
        """The same for names and numbers, as they may meet in another script."""
        return self.row[self.sizes[0] : sum(self.sizes[:2])]

    @property
    def bone_weights(self) -> Weights:
        first = self.sizes[0]
        return self.row[sum(self.sizes) :].view(np.int16)[first : first + self.sizes[1]]

    @property
    def heads(self) -> Keys:
        """Names in its headline and first sentence: whom and where it is about."""
        return self.row[sum(self.sizes[:2]) : sum(self.sizes[:3])]

    @property
    def names(self) -> Keys:
        """Its names, those of the head included."""
        return self.row[sum(self.sizes[:3]) : sum(self.sizes[:4])]

    @property
    def prints(self) -> Keys:
        """Runs of words that any copy of it or of a passage in it would share: the smallest, sorted."""
        return self.row[sum(self.sizes[:4]) : sum(self.sizes)]


def signature(look: Look, reading: Reading | None = None, now: datetime | None = None) -> Signature:
    """The signature of a document. ``now``: a date after it is not believed."""
    document = look.document
    at, doubt = published(document, now)
    known = vocabulary()
    rows, heading = known.rows(look.body), known.rows(look.heading)
    counted = _counted(rows, heading, known.as_word, known.as_name)
    terms, weights = _vector(known.terms, *_telling(document, known.terms, *counted), TERMS, SCALE)
    counted = _counted(rows, heading, known.as_bones)
    bones, bone_weights = _vector(known.terms, *counted, BONES, SCALE * math.sqrt(FOREIGN))
    heads, names = _names(document.text)
    prints = _prints(known.sounds[rows])
    parts = (terms, bones, heads, names, prints)
    heavy = np.concatenate(
        (weights, bone_weights, np.zeros((len(weights) + len(bone_weights)) % 2, np.int16))
    )
    return Signature(
        id=document.id,
        language=sys.intern(document.language or guess(document.text)),
        at=at.timestamp() if at else None,
        told=told(document, reading, at),
        doubt=doubt,
        titled=bool(document.title),
        row=np.concatenate((*parts, heavy.view(np.uint32))),
        sizes=bytes(map(len, parts)),
    )


def _prints(row: npt.NDArray[np.uint64]) -> Keys:
    """Of each ``RUN`` runs of ``SHINGLE`` words in a row the one with the smallest number; of those the ``PRINTS`` smallest."""
    size = min(SHINGLE, len(row))
    if not size:
        return np.zeros(0, dtype=np.uint32)
    mixed = np.zeros(len(row) - size + 1, dtype=np.uint64)
    for at in range(size):
        mixed = (mixed ^ row[at : at + len(mixed)]) * _PRIME
        mixed ^= mixed >> np.uint64(31)
    if len(mixed) > RUN:
        mixed = minima(mixed, RUN)
    return np.asarray(distinct((mixed >> np.uint64(16)).astype(np.uint32))[:PRINTS], dtype=np.uint32)


def passages(a: Signature, b: Signature) -> float:
    """About how much of the shorter text stands in the other, by the prints of both; 0 to 1."""
    if not len(a.prints) or not len(b.prints):
        return 0.0
    reach = min(
        a.prints[-1] if len(a.prints) == PRINTS else _TOP, b.prints[-1] if len(b.prints) == PRINTS else _TOP
    )
    one = a.prints[: int(a.prints.searchsorted(reach, "right"))]
    other = b.prints[: int(b.prints.searchsorted(reach, "right"))]
    common = int(np.count_nonzero(among(one, other)))
    return float(common / max(min(len(one), len(other)), 1))


def many_passages(
    signatures: Sequence[Signature], a: npt.NDArray[np.signedinteger], b: npt.NDArray[np.signedinteger]
) -> npt.NDArray[np.float64]:
    """``passages`` of many pairs, given by their places."""
    numbers, places = np.unique(np.concatenate((a, b)), return_inverse=True)
    table = np.full((len(numbers), PRINTS), _NONE, dtype=np.int64)
    for at, place in enumerate(numbers.tolist()):
        own = signatures[place].prints
        table[at, : len(own)] = own
    last = np.where(table[:, -1] < _NONE, table[:, -1], _NONE - 1)
    one, other = places[: len(a)], places[len(a) :]
    reach = np.minimum(last[one], last[other])[:, None]
    both = np.concatenate((table[one], table[other]), axis=1)
    sizes = [np.count_nonzero(half <= reach, axis=1) for half in (both[:, :PRINTS], both[:, PRINTS:])]
    both.sort(axis=1)
    common = np.count_nonzero((both[:, 1:] == both[:, :-1]) & (both[:, 1:] <= reach), axis=1)
    return np.asarray(common / np.maximum(np.minimum(*sizes), 1))


_PRIME = np.uint64(0xD6E8FEB86659FD93)
_TOP = np.uint32(0xFFFFFFFF)
_NONE = 1 << 32
"""Beyond all prints."""


def _names(text: str) -> tuple[Keys, Keys]:
    """Names in the head, and in all of it. Only inside sentences does a capital make a name in any language."""
    text = text.strip()
    stop = _STOP.search(text, HEAD, 3 * HEAD)
    head = text[: stop.end() if stop else 2 * HEAD]
    heads = _numbers(head, 8)
    # A head cut inside a name has a form that the whole text lacks.
    return heads, np.unique(np.concatenate((heads, _numbers(text[:NAMED], 64))))


def _numbers(text: str, most: int) -> Keys:
    found = dict.fromkeys(_PROPER.findall(text))
    return np.array(list(dict.fromkeys(map(_form, found)))[:most], dtype=np.uint32)


@lru_cache(maxsize=1 << 17)
def _form(name: str) -> int:
    return number("@" + latin(name.lower().removesuffix("'s").removesuffix("’s"))[:NAME])


Rows = npt.NDArray[np.uint32]
Counts = npt.NDArray[np.int64]


def _counted(
    words: npt.NDArray[np.int64], heading: npt.NDArray[np.int64], *columns: Rows
) -> tuple[Rows, Counts]:
    """The terms that words have in these columns, each once, and how often they stand there; in the heading each time counts for
    three."""
    parts = [column[words] for column in columns]
    parts += [column[heading] for column in columns] * 3
    every = np.sort(np.concatenate(parts))
    every = every[every.searchsorted(1) :]  # 0 is no term
    new = np.ones(len(every), dtype=bool)
    np.not_equal(every[1:], every[:-1], out=new[1:])
    places = new.nonzero()[0]
    return every[places], lengths(places, len(every))


def _telling(document: Document, terms: Terms, found: Rows, counts: Counts) -> tuple[Rows, Counts]:
    """Terms that tell of the happening: not the days of the week, nor the names of outlet and agency, which stand in all of theirs."""
    keep = terms.weights[found] >= 0
    for key in _own_keys(f"{agency(document)} {document.source}"):
        if row := terms.find(key):
            keep &= found != row
    return found[keep], counts[keep]


@lru_cache(maxsize=1 << 12)
def _own_keys(names: str) -> frozenset[str]:
    return frozenset(
        key for word in WORD.findall(names) for key in (word.lower()[:STEM], "@" + latin(word)[:NAME])
    )


def _vector(terms: Terms, found: Rows, counts: Counts, most: int, length: float) -> tuple[Keys, Weights]:
    """The heaviest terms with weights scaled to this length."""
    # Negative, so that the heaviest come first and equals by name.
    row = -(terms.weights[found] * _times(counts))
    if len(row) > most:
        near = row <= np.partition(row, most - 1)[most - 1]
        row, found = row[near], found[near]
    texts = terms.texts
    order = sorted(zip(row.tolist(), [texts[at] for at in found.tolist()], found.tolist(), strict=True))[
        :most
    ]
    heaviest = [weight for weight, _, _ in order]
    norm = math.sqrt(sum(weight * weight for weight in heaviest)) or 1.0
    return (
        terms.numbers[np.array([at for _, _, at in order], dtype=np.int64)],
        np.rint(length * -np.array(heaviest) / norm).astype(np.int16),
    )


def _times(counts: Counts) -> npt.NDArray[np.float64]:
    """What a term said so many times counts."""
    if counts.max(initial=0) < len(_LOGS):
        return _LOGS[counts]
    return np.array([1 + REPEATED * math.log(count) for count in counts.tolist()])


_LOGS = np.array([0.0, *(1 + REPEATED * math.log(count) for count in range(1, 1_000))])


def guess(text: str) -> str:
    """A language for a text that came without one, by its letters: enough to know that two differ."""
    head = text[:2_000].lower()
    if not any("а" <= letter <= "я" for letter in head):
        return "en"
    return "uk" if any(letter in "іїєґ" for letter in head) else "ru"
