"""What speaks for a candidate, as numbers between about 0 and 1, each told apart so that a newcomer can argue with its weight."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.claim.match import postings
from rashomon.claim.match.clean import clean
from rashomon.claim.match.index import Candidate, Query
from rashomon.claim.match.postings import Postings
from rashomon.claim.match.terms import numbers, terms

Floats = NDArray[np.float64]

NAMES = (
    "meaning", "headed", "either", "behind", "bare", "sentence", "sentence_headed", "words", "across", "claim_told", "all_told", "query_told", "names_told",
    "numbers_told", "numbers_differ", "poster_named", "short",
)  # fmt: skip


def features(
    query: Query, found: Sequence[Candidate], texts: Sequence[tuple[str, str]], parts: Sequence[Postings]
) -> Floats:
    """One row a candidate, one column a name of ``NAMES``. ``texts``: claim and title of each candidate."""
    rows = np.zeros((len(found), len(NAMES)))
    if not found:
        return rows
    best = max((one.meaning + one.headed) / 2 for one in found)
    said = [(terms(clean(claim)[0]), terms(clean(title)[0])) for claim, title in texts]
    whole = [claim.both | title.both for claim, title in said]
    worth = postings.rarity({t for one in (*whole, query.terms.both) for t in one}, parts)
    own = query.terms.both
    poster = terms(query.who).both if query.who else ()
    given = numbers(query.text)
    for row, one, (claim, title), (text, _), both in zip(rows, found, said, texts, whole, strict=True):
        told = numbers(text)
        row[:] = (
            one.meaning,
            one.headed,
            max(one.meaning, one.headed),
            best - (one.meaning + one.headed) / 2,
            one.bare,
            one.sentence,
            one.sentence_headed,
            one.words,
            one.across,
            _share(claim.words, own, worth),
            _share(both, own, worth),
            _share(own, both, worth),
            _share(claim.bones | title.bones, own, worth),
            len(told & given) / len(told) if told else 0.0,
            bool(told and given and not told & given),
            _share(poster, both, worth) if poster else 0.0,
            1 / (1 + len(claim.words)),
        )
    return rows


def _share(of: Iterable[int], among: Container[int], worth: Mapping[int, float]) -> float:
    """The part of some terms' rarity that is among others."""
    told, total = 0.0, 0.0
    for term in of:
        total += worth[term]
        told += worth[term] if term in among else 0.0
    return told / total if total else 0.0
