"""Reports of one claim that are one voice: same script, same word."""

from __future__ import annotations

import numpy as np

from rashomon.assess.record.table import Floats, Ints, Table

SCRIPT = 0.9
"""Probability that sources of one script with the same word are one voice rather than several."""


class Groups:
    """Reports of one claim, script and word: one voice, or perhaps several.

    A voice is worth what the most telling of its reports is; with the probability that they are several after all, their product.
    Both are likelihoods of the same words, so that the more of them there are, the less it can be the product.
    """

    def __init__(self, here: Table, script: Ints) -> None:
        self._size = len(here.claims)
        order = np.lexsort((here.said, script, here.claim))
        claim, mouth, word = here.claim[order], script[order], here.said[order]
        fresh = np.ones(len(claim), bool)
        fresh[1:] = (claim[1:] != claim[:-1]) | (mouth[1:] != mouth[:-1]) | (word[1:] != word[:-1])
        starts = np.flatnonzero(fresh)
        sizes = np.diff(np.append(starts, len(order)))
        self.of = np.empty(len(order), np.int64)
        """Number of each report's group, shape (N,)."""
        self.of[order] = np.repeat(np.arange(len(starts)), sizes)
        self.claim = claim[starts]
        self.script = mouth[starts]
        """Claim and script of each group, shape (G,)."""
        self._number = len(starts)
        self._lone = order[starts[sizes == 1]]
        self._lone_group = np.flatnonzero(sizes == 1)
        many = np.repeat(sizes > 1, sizes)
        self._many = order[many]
        self._many_group = np.flatnonzero(sizes > 1)
        self._starts = np.append(0, np.cumsum(sizes[sizes > 1]))[:-1].astype(np.int64)
        self._group = np.repeat(np.arange(len(self._starts)), sizes[sizes > 1])

    def values(self, words: Floats) -> Floats:
        """Log likelihood ratio (true against false) of each group, shape (G,). ``words`` as of coins.speak."""
        made = np.zeros(self._number)
        made[self._lone_group] = words[self._lone, 1] - words[self._lone, 0]
        if len(self._many):
            here = words[self._many]
            product = np.add.reduceat(here, self._starts, axis=0)
            best = np.lexsort((-np.abs(here[:, 1] - here[:, 0]), self._group))[self._starts]
            alone, every = np.log(SCRIPT) + here[best], np.log1p(-SCRIPT) + product
            both = np.logaddexp(alone, every)
            made[self._many_group] = both[:, 1] - both[:, 0]
        return made

    def sum(self, words: Floats) -> Floats:
        """Of each claim, shape (C,)."""
        return np.bincount(self.claim, self.values(words), self._size).astype(np.float64)
