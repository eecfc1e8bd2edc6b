"""Query → candidates: words (BM25) and meaning (cosine), each with what the other lacks. No text of a claim is read here."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from rashomon.claim.match import postings
from rashomon.claim.match.clean import clean
from rashomon.claim.match.part import Part
from rashomon.claim.match.terms import Terms, terms
from rashomon.claim.match.vectors import COARSE, Floats
from rashomon.encoder import Encoder, is_latin

BY_WORDS = 40
"""Candidates by words."""
BY_MEANING = 40
"""Candidates by meaning."""
LOOKED = 200
"""Claims near by the first numbers of their vectors whose whole vectors are compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A text as it is searched for."""

    text: str
    """Cleaned."""
    who: str
    """Who posted it, where its signature says so."""
    terms: Terms
    vectors: Floats | None
    """Of all words with who posted them, of the words alone, and of each of the first sentences. None without an encoder; zeros
    where it knows nothing of the script."""
    latin: bool

    @property
    def meant(self) -> bool:
        """Whether meaning can be searched for."""
        return self.vectors is not None and bool(self.vectors[0].any())


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A claim that may be meant."""

    number: int
    words: float
    """BM25 of words, of the best claim's."""
    across: float
    """BM25 of names' bones, ideas and numbers, of the best claim's; only between two scripts."""
    meaning: float
    """Cosine with the claim."""
    headed: float
    """Cosine with its headline, or with the claim again where it has none."""
    bare: float
    """Cosine of the words alone with the claim."""
    sentence: float
    """Cosine of the nearest of the first sentences with the claim."""
    sentence_headed: float
    """… and with its headline."""
    foreign: bool
    """It stands in another script than the query."""
    first: float
    """What the candidates were sorted by."""


def asked(text: str, encoder: Encoder | None) -> Query:
    """A text made ready. Who posted it counts as its last words: checks say "a tweet by …"."""
    words, who = clean(text)
    whole = f"{words} {who}".strip()
    vectors = None
    if encoder:
        told = [whole, words, *sentences(words)]
        own = list(dict.fromkeys(told))
        rows = encoder.encode(own, threads=min(len(own), THREADS))
        vectors = rows[[own.index(one) for one in told]]
    return Query(text=words, who=who, terms=terms(whole), vectors=vectors, latin=is_latin(words))


def sentences(words: str) -> list[str]:
    """The first sentences that say something; the whole where none does."""
    found = [one for one in _BETWEEN.split(words) if len(one.split()) >= SAYING]
    return found[:SENTENCES] or [words]


THREADS = min(4, os.cpu_count() or 1)
"""A post of several sentences is six texts to the encoder; on several cores they are read at once."""
SENTENCES = 4
"""Sentences of a text that are compared for themselves: a post may quote a claim in one and comment on it in the others."""
SAYING = 4
"""Words of a sentence that says something."""
_BETWEEN = re.compile(r"(?<=[.!?…:;])\s+|\s[-–—]\s")


def candidates(query: Query, parts: Sequence[Part]) -> list[Candidate]:
    """The claims that may be meant, the likeliest first; at most ``BY_WORDS + BY_MEANING`` and as many across scripts."""
    parts = [part for part in parts if len(part)]
    if not parts:
        return []
    own = postings.weights(query.terms.words, [part.words for part in parts])
    foreign = [part.latin != query.latin for part in parts]
    crossing = any(one.any() for one in foreign)
    others = postings.weights(query.terms.both, [part.words for part in parts]) if crossing else {}
    by_words = _joined(
        [postings.score(own, part.words) * ~other for part, other in zip(parts, foreign, strict=True)]
    )
    across = _joined(
        [postings.score(others, part.words) * other for part, other in zip(parts, foreign, strict=True)]
    )
    meant = query.meant
    near = _joined([_near(query, part) for part in parts]) if meant else np.zeros(len(by_words), np.float32)
    chosen = [_best(by_words, BY_WORDS), _best(across, BY_WORDS)]
    looked = _best(near, LOOKED)
    places = np.unique(np.concatenate([*chosen, looked]))
    meaning, headed, bare, sentence, sentence_headed = _cosines(query, parts, places)
    joint = (meaning + headed) / 2
    keep = np.isin(places, np.concatenate(chosen))
    keep[np.argsort(-joint, kind="stable")[:BY_MEANING]] |= meant
    words = by_words[places] / max(float(by_words.max()), 1e-6)
    bridged = across[places] / max(float(across.max()), 1e-6)
    first = joint + WORDS * np.maximum(words, bridged)
    numbers = np.concatenate([part.numbers for part in parts]) if len(parts) > 1 else parts[0].numbers
    abroad = _joined(foreign)
    order = [n for n in np.lexsort((places, -first)) if keep[n]]
    return [
        Candidate(
            number=int(numbers[places[n]]),
            words=float(words[n]),
            across=float(bridged[n]),
            meaning=float(meaning[n]),
            headed=float(headed[n]),
            bare=float(bare[n]),
            sentence=float(sentence[n]),
            sentence_headed=float(sentence_headed[n]),
            foreign=bool(abroad[places[n]]),
            first=float(first[n]),
        )
        for n in order
    ]


T = TypeVar("T", bound=np.generic)

WORDS = 0.2
"""What the share of words counts beside the cosine before the other features are known. On CLEF train with the encoder as it
was before training: 0.2 gives MAP@5 88.9, 0.4 88.5, 0.8 87.5."""


def _joined(scores: list[NDArray[T]]) -> NDArray[T]:
    return np.concatenate(scores) if len(scores) > 1 else scores[0]


def _near(query: Query, part: Part) -> Floats:
    assert query.vectors is not None
    if not len(part.near):
        return np.zeros(len(part), dtype=np.float32)
    scores: Floats = part.near @ query.vectors[0, :COARSE]
    return scores


def _best(scores: Floats, count: int) -> NDArray[np.int64]:
    """Places of the highest scores above nought."""
    if len(scores) > count:
        found = np.argpartition(scores, len(scores) - count)[-count:]
    else:
        found = np.arange(len(scores))
    return found[scores[found] > 0].astype(np.int64)


def _cosines(query: Query, parts: Sequence[Part], places: NDArray[np.int64]) -> tuple[Floats, ...]:
    """The five cosines of a Candidate, of the claims at these places (sorted)."""
    found = np.zeros((5, len(places)), np.float32)
    if query.vectors is None:
        return tuple(found)
    begun = 0
    for part in parts:
        held = (places >= begun) & (places < begun + len(part))
        if held.any() and len(part.claims.packed):
            rows = places[held] - begun
            said = part.claims.rows(rows) @ query.vectors.T
            headed = part.titles.rows(rows) @ query.vectors.T
            found[:, held] = (
                said[:, 0],
                headed[:, 0],
                said[:, 1],
                said[:, 2:].max(axis=1),
                headed[:, 2:].max(axis=1),
            )
        begun += len(part)
    return tuple(found)
