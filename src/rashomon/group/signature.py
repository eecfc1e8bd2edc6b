"""What the grouping into stories keeps of one document: made once, from that document alone, and then kept.

Weights are whole numbers, so sums of them are exact and no order of adding changes a story.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from rashomon.group.credit import agency
from rashomon.group.rarity import rarity
from rashomon.group.told import Told, published, told
from rashomon.group.trace import among, distinct, minima
from rashomon.group.words import NAME, SHINGLE, STEM, WORD, Look, latin
from rashomon.records import Reading

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
NAME_WEIGHT = 1.2
"""A name tells more of an event than another word as rare."""
FOREIGN = 1.25
"""Across languages only names and numbers can meet; their cosine counts this much more."""
POWER = 0.8
"""Rarity counts to this power: with 1, short texts hang on single rare words (sentences of ECB+: 88 for 90)."""
REPEATED = 0.5
"""Weight of a term said n times is 1 + this · ln n."""


RUN = 4
"""With runs of so many, two texts that share seven words in a row share a print."""
PRINTS = 64
_CALENDAR = frozenset(
    key
    for word in (
        "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october "
        "november december понедельник вторник среда среду четверг пятница пятницу суббота субботу воскресенье понеділок вівторок "
        "середа середу четвер неділя неділю января февраля марта апреля июня июля августа сентября октября ноября декабря січня "
        "лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"
    ).split()
    for key in (word[:STEM], "@" + latin(word)[:NAME])
)
"""Words for days and months, which ``told`` reads; as words they join whatever happened on a Wednesday."""
HEAD = 80
"""Characters after which the next end of a sentence ends the head."""
NAMED = 6_000
"""Characters in which names are looked for."""
_PROPER = re.compile(r"(?<=[a-zа-яіїєґ,;:] )[A-ZА-ЯІЇЄҐ][\w’'-]+")
_STOP = re.compile(r"[.!?…]\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """One document for the grouping into stories: about 700 bytes."""

    id: str
    language: str
    at: float | None
    """Believed time of publication, in seconds since 1970."""
    told: Told
    doubt: str
    """What is wrong with the document's date; empty where nothing is."""
    terms: Keys
    """Numbers of its heaviest terms, heaviest first."""
    weights: Weights
    bones: Keys
    bone_weights: Weights
    heads: Keys
    """Names in its headline and first sentence: whom and where it is about."""
    names: Keys
    """Its names, those of the head included."""
    prints: Keys
    """Runs of words that any copy of it or of a passage in it would share: the smallest, sorted."""
    titled: bool


def signature(look: Look, reading: Reading | None = None, now: datetime | None = None) -> Signature:
    """The signature of a document. ``now``: a date after it is not believed."""
    document = look.document
    at, doubt = published(document, now)
    telling = _telling(look)
    terms, weights = _vector(telling, TERMS, SCALE)
    bones, bone_weights = _vector(
        Counter({"~" + term: count for term, count in look.bones.items()}), BONES, SCALE * math.sqrt(FOREIGN)
    )
    heads, names = _names(document.text)
    return Signature(
        id=document.id,
        language=document.language or guess(document.text),
        at=at.timestamp() if at else None,
        told=told(document, reading, at),
        doubt=doubt,
        terms=terms,
        weights=weights,
        bones=bones,
        bone_weights=bone_weights,
        heads=heads,
        names=names,
        prints=_prints(look.body),
        titled=bool(document.title),
    )


def _prints(words: Sequence[str]) -> Keys:
    """Of each ``RUN`` runs of ``SHINGLE`` words in a row the one with the smallest number; of those the ``PRINTS`` smallest."""
    row = np.array(list(map(_word, words)), dtype=np.uint64)
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


@lru_cache(maxsize=1 << 20)
def _word(word: str) -> int:
    return number(word) * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF


_PRIME = np.uint64(0xD6E8FEB86659FD93)
_TOP = np.uint32(0xFFFFFFFF)


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


@lru_cache(maxsize=1 << 18)
def _form(name: str) -> int:
    return number("@" + latin(name.lower().removesuffix("'s").removesuffix("’s"))[:NAME])


def _telling(look: Look) -> Counter[str]:
    """Terms that tell of the happening: not the days of the week, nor the names of outlet and agency, which stand in all of theirs."""
    document = look.document
    own = {
        key
        for word in WORD.findall(f"{agency(document)} {document.source}")
        for key in (word.lower()[:STEM], "@" + latin(word)[:NAME])
    }
    return Counter(
        {term: count for term, count in look.terms.items() if term not in own and term not in _CALENDAR}
    )


def _vector(counts: Counter[str], most: int, length: float) -> tuple[Keys, Weights]:
    """The heaviest terms with weights scaled to this length."""
    # Negative, so that the heaviest come first and equals by name.
    row = [
        (-(_rarity(term) * (1 + REPEATED * math.log(count) if count > 1 else 1.0)), term)
        for term, count in counts.items()
    ]
    row.sort()
    del row[most:]
    norm = math.sqrt(sum(weight * weight for weight, _ in row)) or 1.0
    return (
        np.array([number(term) for _, term in row], dtype=np.uint32),
        np.array([round(length * -weight / norm) for weight, _ in row], dtype=np.int16),
    )


@lru_cache(maxsize=1 << 20)
def _rarity(term: str) -> float:
    weight = float(rarity(term) ** POWER)
    return weight * NAME_WEIGHT if term[0] == "@" else weight


@lru_cache(maxsize=1 << 20)
def number(term: str) -> int:
    """A term as a number of 32 bits, the same in every run. Of a million terms a hundred share theirs: a drop of noise."""
    return int.from_bytes(blake2b(term.encode("utf-8", "surrogatepass"), digest_size=4).digest(), "little")


def guess(text: str) -> str:
    """A language for a text that came without one, by its letters: enough to know that two differ."""
    head = text[:2_000].lower()
    if not any("а" <= letter <= "я" for letter in head):
        return "en"
    return "uk" if any(letter in "іїєґ" for letter in head) else "ru"
