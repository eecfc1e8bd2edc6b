"""What a voice adds beyond the others: a correction to its record, learnt on settled claims.

Adding up log likelihoods takes voices for independent given the truth, and their speaking at all for no sign. Where ten small outlets hear the same talk, each has a record
and none adds anything to the first; where one speaks up mostly about rumours, its very speaking tells. So each voice that was heard on
enough settled claims has a factor on its evidence, drawn to 1, and each of its words a term of its own, drawn to 0, by ridge regression.
How strongly, and whether at all, is chosen by cross-validation. (Discriminative weights on a generative model: Raina, Shen, Ng,
McCallum, NIPS 2003.)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from rashomon.assess.record.table import Bools, Floats, Ints, Table
from rashomon.assess.record.voices import Groups

CHOICES: tuple[tuple[float, float | None], ...] = (
    (2.0, None), (6.0, None), (20.0, None), (6.0, 1.0), (6.0, 3.0), (20.0, 1.0), (20.0, 3.0),
)  # fmt: skip
"""Strength of the draw of factors and of terms, in cases; without terms where the second is None."""
MARGINS = 2.0, 4.0
"""Nats by which factors alone, and factors with terms, must foretell settled claims better than neither."""
ENOUGH = 6, 4
"""Settled claims on which a voice must have been heard to have a factor, and a source's word to have a term."""
MOST = 150
"""Factors, and terms, at most: those of the voices heard most."""
FOLDS = 5
LOW, HIGH = 0.0, 2.0
"""Bounds of a factor: no evidence is turned round by it, and none counts more than twice."""


@dataclass(frozen=True, slots=True)
class Shares:
    """Factors by script and terms by source and word; what is not named has 1 and 0."""

    factor: dict[int, float]
    term: dict[int, float]
    """By three times the number of the voice (coins.py) plus that of the word on the claim; from -1 downwards the words of all sources."""

    def factors(self, groups: Groups) -> Floats:
        """Of each group, shape (G,)."""
        return _looked_up(self.factor, groups.script, 1.0)

    def terms(self, table: Table, part: Ints) -> Floats:
        """Log odds to add to each claim, shape (C,)."""
        own = _looked_up(self.term, 3 * (2 * table.source + part) + table.said, 0.0)
        shared = _looked_up(self.term, -1 - table.said, 0.0)
        return np.bincount(table.claim, own + shared, len(table.claims)).astype(np.float64)


NONE = Shares({}, {})


def _looked_up(values: dict[int, float], keys: Ints, other: float) -> Floats:
    unique, inverse = np.unique(keys, return_inverse=True)
    made: Floats = np.array([values.get(int(one), other) for one in unique], np.float64)[inverse]
    return made


@dataclass(frozen=True, slots=True)
class Fitted:
    shares: Shares
    evidence: Floats
    """Of each claim with its factors and terms, shape (C,); of settled claims by what the others taught (cross-fitted)."""


def fitted(
    table: Table,
    part: Ints,
    groups: Groups,
    values: Floats,
    base: Floats,
    slope: float,
    known: Bools,
    true: Bools,
) -> Fitted:
    """Corrections that settled claims ask for. ``part``: whether each report comes after a turn of its source, (N,); ``values``: log likelihood ratio of each group (G,); ``base``, ``known``, ``true`` of each claim (C,)."""
    size = len(known)
    plain = np.bincount(groups.claim, values, size).astype(np.float64)
    claims = np.flatnonzero(known)
    if len(claims) < 4 * FOLDS:
        return Fitted(NONE, plain)
    place = np.full(size, -1)
    place[claims] = np.arange(len(claims))
    voices, x = _columns(place, groups.claim, groups.script, np.clip(values, -4, 4) * slope, ENOUGH[0])
    keys = np.concatenate([3 * (2 * table.source + part) + table.said, -1 - table.said])
    words, z = _columns(place, np.concatenate([table.claim] * 2), keys, np.ones(len(keys)), ENOUGH[1])
    both = np.concatenate([x, z], 1)
    offset, y = base[claims] + slope * plain[claims], true[claims].astype(np.float64)
    fold = (
        np.arange(len(claims)) % FOLDS
    )  # claims stand in order of their names, which say nothing of their truth
    best, chosen = _fit(offset, y), None
    for first, second in CHOICES:
        hold = np.concatenate([np.full(x.shape[1], first), np.full(z.shape[1], second or UNUSED)])
        parts = np.stack(
            [_newton(both[fold != k], offset[fold != k], y[fold != k], hold) for k in range(FOLDS)]
        )
        score = _fit(offset + (both * parts[fold]).sum(1), y) - MARGINS[second is not None]
        if score > best:
            best, chosen = score, (hold, parts)
    if chosen is None:
        return Fitted(NONE, plain)
    hold, parts = chosen
    weights = _newton(both, offset, y, hold)
    split = len(voices)
    shares = Shares(
        {int(v): float(np.clip(1 + w, LOW, HIGH)) for v, w in zip(voices, weights[:split], strict=True)},
        {int(k): float(w / slope) for k, w in zip(words, weights[split:], strict=True)},
    )
    evidence = np.bincount(groups.claim, values * shares.factors(groups), size) + shares.terms(table, part)
    evidence[claims] = plain[claims] + (both * parts[fold]).sum(1) / slope
    return Fitted(shares, evidence)


def _columns(place: Ints, claim: Ints, key: Ints, value: Floats, enough: int) -> tuple[Ints, Floats]:
    """Keys that stand on enough settled claims, and their values summed by settled claim: shapes (K,) and (settled, K)."""
    rows = np.flatnonzero(place[claim] >= 0)
    number, counts = np.unique(key[rows], return_counts=True)
    order = np.argsort(-counts, kind="stable")[:MOST]
    chosen = np.sort(number[order][counts[order] >= enough])
    made = np.zeros((int((place >= 0).sum()), len(chosen)))
    inside = rows[np.isin(key[rows], chosen)]
    np.add.at(made, (place[claim[inside]], np.searchsorted(chosen, key[inside])), value[inside])
    return chosen, made


def _fit(odds: Floats, y: Floats) -> float:
    return float(-np.logaddexp(0, np.where(y > 0.5, -odds, odds)).sum())


def _newton(x: Floats, offset: Floats, y: Floats, hold: Floats) -> Floats:
    """Weights of a ridge logistic regression; ``hold`` by column. On a large desk a claim has few of all voices: then in sparse matrices."""
    from scipy.sparse import csr_matrix

    used = hold < UNUSED
    if not used.all():
        made = np.zeros(x.shape[1])
        made[used] = _newton(x[:, used], offset, y, hold[used])
        return made
    thin = x.size > LARGE and np.count_nonzero(x) < THIN * x.size
    rows: Any = csr_matrix(x) if thin else x
    columns: Any = rows.T.tocsr() if thin else x.T
    weights = np.zeros(x.shape[1])
    for _ in range(8):
        p = 1 / (1 + np.exp(-np.clip(offset + rows @ weights, -30, 30)))
        w = p * (1 - p)
        slope = columns @ (y - p) - hold * weights
        bend = (columns.multiply(w) @ rows).toarray() if thin else (x * w[:, None]).T @ x
        step = np.linalg.solve(bend + np.diag(hold), slope)
        weights = weights + step
        if np.abs(step).max(initial=0.0) < CLOSE:
            break
    return weights


LARGE, THIN = 100_000, 0.1
"""Cells from which a matrix, and share of cells that are not nought up to which, is taken for sparse."""
UNUSED = 1e9
"""Hold of a column that has no weight."""
CLOSE = 1e-9
"""Largest change of a weight at which the search is over."""
