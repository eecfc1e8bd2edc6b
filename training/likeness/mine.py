"""The wrong claims that look most like the right one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from torch import Tensor

from rashomon.claim.match import postings
from rashomon.claim.match.terms import terms

DEEP = 20
"""Claims taken by meaning and as many by words."""


def hard(
    queries: Sequence[str],
    right: Sequence[frozenset[int]],
    claims: Sequence[str],
    titles: Sequence[str],
    asked: Tensor,
    said: Tensor,
) -> list[list[int]]:
    """For each query the wrong claims that look most alike, by meaning and by words in turn. Claims in the same words as the
    right one are not wrong.

    ``asked``, ``said``: vectors of queries and of claims, of the encoder as it is before training.
    """
    part = postings.build([terms(f"{claim} {title}") for claim, title in zip(claims, titles, strict=True)])
    near = (asked @ said.T).numpy()
    found = []
    for number, query in enumerate(queries):
        same = {claims[n] for n in right[number]}
        words = postings.score(postings.weights(terms(query).words, [part]), part)
        pairs = zip(np.argsort(-near[number])[:DEEP], np.argsort(-words)[:DEEP], strict=True)
        both = dict.fromkeys(int(n) for pair in pairs for n in pair)
        found.append([n for n in both if n not in right[number] and claims[n] not in same])
    return found
