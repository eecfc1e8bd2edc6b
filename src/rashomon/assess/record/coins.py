"""What each source says when a claim is true and when it is false: Dirichlet coins, shrunk towards what is like them.

The confusion matrices of Dawid and Skene (Applied Statistics 28, 1979), with a prior at three levels: all sources of one kind of interest, one
source, one source on one topic. A coin with few cases behind it thus says what its source does elsewhere, and a new source
what sources do. How strongly each level holds is chosen by the likelihood of the counts (Dirichlet-multinomial).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from rashomon.assess.record.table import KINDS, Floats, Ints, Table

PRIOR = np.array(
    [
        # asserts, denies, silent …          when false     …       when true
        [[0.35, 0.50, 0.15], [0.80, 0.10, 0.10]],  # nothing to gain
        [[0.70, 0.15, 0.15], [0.85, 0.05, 0.10]],  # the claim serves it
        [[0.25, 0.70, 0.05], [0.80, 0.15, 0.05]],  # it changed its word: corrections are mostly right
    ]
)
"""Before anything is known, by interest, truth, word: a belief, worth ``WEIGHT`` cases, that the first hundred settled claims replace.
An interested source's word tells little: it asserts what serves it, true or not."""
WEIGHT = 30.0
STRENGTHS = (2.0, 5.0, 12.0, 40.0, 120.0)
"""How many cases a level above may be worth to the one below. With 400 among them sources come out all alike where nothing was settled."""
USUAL = 12.0
"""The same where there are no cases to tell."""


@dataclass(frozen=True, slots=True)
class Coins:
    """Counts and priors of K coins, one for each (source, topic, interest) that occurs."""

    of: Ints
    """The coin of each report, shape (N,)."""
    voice: Ints
    """Twice the number of its source, one more after a turn in its record."""
    topic: Ints
    kind: Ints
    """Of each coin, shape (K,)."""
    counts: Floats
    """Cases by (coin, truth in its frame, word), shape (K, 2, 3)."""
    above: Floats
    """What the levels above make of it: pseudo-counts, shape (K, 2, 3)."""
    told: Floats | None = None
    """Pseudo-counts that people or lists gave the source of each coin, on all topics; shape (K, 2, 3)."""

    @property
    def mean(self) -> Floats:
        """Expected probability of each word, shape (K, 2, 3)."""
        total = self.counts + self.above
        made: Floats = total / total.sum(2, keepdims=True)
        return made


def numbered(table: Table, part: Ints) -> tuple[Ints, Ints, Ints, Ints]:
    """The coin of each report; voice, topic and kind of each coin. A source has a voice for each ``part`` of its record."""
    wide = max(len(table.topics), 1)
    key = ((2 * table.source + part) * wide + table.topic) * len(KINDS) + table.kind
    keys, of = np.unique(key, return_inverse=True)
    return of.astype(np.int64), keys // (len(KINDS) * wide), keys // len(KINDS) % wide, keys % len(KINDS)


def count(
    table: Table,
    numbers: tuple[Ints, Ints, Ints, Ints],
    true: Floats,
    weight: Floats,
    priors: Mapping[tuple[str, str], Floats] | None = None,
) -> Coins:
    """The coins, given how probable each claim is. ``true`` and ``weight`` have shape (N,): of the claim of each report, and what it counts.

    ``priors``: pseudo-cases by (source, topic), see ``priors.py``. They are what their source starts from, in place of the level above;
    where it has something to gain they stand beside that instead, since a good name does not take an interest away. Neither what
    sources do in general nor how strongly the levels hold is drawn from them. They count before and after a turn.
    """
    of, voice, topic, kind = numbers
    here = np.where(table.turned, 1 - true, true)
    counts = np.empty((len(voice), 2, 3))
    flat = of * 3 + table.word
    size = 3 * len(voice)
    counts[:, 1] = np.bincount(flat, weight * here, size).reshape(-1, 3)
    counts[:, 0] = np.bincount(flat, weight * (1 - here), size).reshape(-1, 3)
    if not priors:
        return Coins(of, voice, topic, kind, counts, _above(voice, kind, counts))
    whole = _told(table, voice, np.full(len(topic), -1), priors)
    above = _started(_above(voice, kind, counts, whole), kind, _told(table, voice, topic, priors))
    return Coins(of, voice, topic, kind, counts, above, whole)


def _told(table: Table, voice: Ints, topic: Ints, priors: Mapping[tuple[str, str], Floats]) -> Floats:
    """What was told of the source of each coin: on its topic, or where that is -1 on all; shape (K, 2, 3)."""
    of = {name: n for n, name in enumerate(table.sources)}
    on = {name: n for n, name in enumerate(table.topics) if name} | {"": -1}
    told = np.zeros((len(of), len(table.topics) + 1, 2, 3))
    for (source, subject), cases in priors.items():
        if source in of and subject in on:
            told[of[source], on[subject]] += cases
    made: Floats = told[voice // 2, topic]
    return made


def _started(start: Floats, kind: Ints, told: Floats) -> Floats:
    """What a coin starts from, where something was told of it; all of shape (K, 2, 3) but ``kind``, (K,)."""
    here = told.any((1, 2), keepdims=True)
    beside = (kind == 1)[:, None, None]
    made: Floats = np.where(here, np.where(beside, start, 0) + told, start)
    return made


@dataclass(frozen=True, slots=True)
class Levels:
    """What is above the coins: pseudo-counts of a voice by kind, and of all sources by kind."""

    world: Floats
    """Shape (KINDS, 2, 3)."""
    pairs: Ints
    """Voice times the number of kinds, plus kind; ascending, shape (P,)."""
    own: Floats
    """Shape (P, 2, 3)."""
    inverse: Ints
    """The pair of each coin, shape (K,)."""


def levels(voice: Ints, kind: Ints, counts: Floats, told: Floats | None = None) -> Levels:
    """The two levels above, each drawn to the one above it as strongly as the counts ask for. ``told``: see ``Coins``."""
    world = WEIGHT * PRIOR
    np.add.at(world, kind, counts)
    mean = world / world.sum(2, keepdims=True)
    pairs, inverse = np.unique(voice * len(KINDS) + kind, return_inverse=True)
    whole = np.zeros((len(pairs), 2, 3))
    np.add.at(whole, inverse, counts)
    drawn = mean[pairs % len(KINDS)]
    worth = strength(whole, drawn)
    start = drawn * worth
    if told is not None:
        pairwise = np.zeros_like(whole)
        pairwise[inverse] = told  # the same for all coins of a pair
        start = _started(start, pairs % len(KINDS), pairwise)
    return Levels(mean * worth, pairs, whole + start, inverse)


def _above(voice: Ints, kind: Ints, counts: Floats, told: Floats | None = None) -> Floats:
    found = levels(voice, kind, counts, told)
    mean = found.own / found.own.sum(2, keepdims=True)
    drawn = mean[found.inverse]
    made: Floats = drawn * strength(counts, drawn)
    return made


def strength(counts: Floats, mean: Floats) -> float:
    """Of STRENGTHS the one under which these counts are likeliest, drawn around these means; both of shape (K, _, kinds of outcome)."""
    from scipy.special import gammaln

    total = counts.sum(2)
    total = total[total > 0]  # what was never thrown is as likely under any strength
    if not len(total):
        return USUAL
    thrown = counts > 0
    often, share = counts[thrown], mean[thrown]

    def likelihood(worth: float) -> float:
        a = worth * share
        return float(
            (gammaln(worth) - gammaln(worth + total)).sum() + (gammaln(often + a) - gammaln(a)).sum()
        )

    return max(STRENGTHS, key=likelihood)


def speak(table: Table, coins: Coins, less: tuple[Floats, Floats] | None = None) -> Floats:
    """Expected log probability of each report's word, by (report, claim false or true); shape (N, 2).

    ``less``: (how probable each report's claim was held to be, what it counted): then the report's own case is taken out of its
    coin first, so that a settled claim is judged by what is known from the others.
    """
    from scipy.special import digamma

    params = coins.counts + coins.above
    whole = params.sum(2)
    if less is not None:
        true, weight = less
        own = np.flatnonzero(weight)
        here = np.where(table.turned[own], 1 - true[own], true[own])
        case = np.stack([weight[own] * (1 - here), weight[own] * here], 1)
        alone = np.maximum(params[coins.of[own], :, table.word[own]] - case, 1e-3)
        every = np.maximum(whole[coins.of[own]] - case, 2e-3)
        params, whole = np.maximum(params, 1e-3), np.maximum(whole, 2e-3)
    by_word = (digamma(params) - digamma(whole)[:, :, None]).transpose(0, 2, 1).reshape(-1, 2)
    made: Floats = by_word[coins.of * 3 + table.word]
    if less is not None:
        made[own] = digamma(alone) - digamma(every)
    made[table.turned] = made[table.turned][:, ::-1]
    return made
