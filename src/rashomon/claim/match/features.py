"""What speaks for a candidate, as numbers between about 0 and 1, each told apart so that a newcomer can argue with its weight."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from difflib import SequenceMatcher

import numpy as np
from numpy.typing import NDArray

from rashomon.claim.match import postings
from rashomon.claim.match.clean import clean
from rashomon.claim.match.index import Candidate, Query
from rashomon.claim.match.postings import Postings
from rashomon.claim.match.terms import WORD, numbers, stem, terms

Floats = NDArray[np.float64]

NAMES = (
    "meaning", "headed", "either", "behind", "words", "across", "claim_told", "all_told", "query_told", "names_told",
    "numbers_told", "numbers_differ", "poster_named", "run", "short",
)  # fmt: skip
RUN = 60
"""Words of each text in which the longest common run is sought."""


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
    spoken = [stem(m.group().lower()) for m in WORD.finditer(query.text)][: 2 * RUN]
    for row, one, (claim, title), (text, head), both in zip(rows, found, said, texts, whole, strict=True):
        told = numbers(text)
        row[:] = (
            one.meaning,
            one.headed,
            max(one.meaning, one.headed),
            best - (one.meaning + one.headed) / 2,
            one.words,
            one.across,
            _share(claim.words, own, worth),
            _share(both, own, worth),
            _share(own, both, worth),
            _share(claim.bones | title.bones, own, worth),
            len(told & given) / len(told) if told else 0.0,
            bool(told and given and not told & given),
            _share(poster, both, worth) if poster else 0.0,
            _run(spoken, text or head),
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


def _run(spoken: Sequence[str], text: str) -> float:
    """The longest run of words that stands in both, as a part of the claim's."""
    own = [stem(m.group().lower()) for m in WORD.finditer(text[:1_000])][:RUN]
    if not own or not spoken:
        return 0.0
    match = SequenceMatcher(None, spoken, own, autojunk=False).find_longest_match()
    return match.size / len(own)
