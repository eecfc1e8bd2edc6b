"""How a claim spread, as a sign of its own: what settled claims that spread like this turned out to be.

A plant is many mouths within a day that nothing shows to be one; a true event is seen by few and told by more each day. Which of this holds at a desk is
learnt there, by a ridge regression on settled claims (weights drawn to nought, so that few cases move nothing).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from rashomon.assess.record.table import Bools, Floats, Table

SIGNS = ("voices", "within a day", "of those who gain")
"""Logarithm of 1 + sources that assert it; how far these came within a day of the first, times that; how many of them gain, likewise."""
RIDGE = 25.0
"""How strongly weights are drawn to nought: like a normal prior of standard deviation 0.2 per deviation of the sign."""


def signs(table: Table) -> Floats:
    """Shape (C, 3)."""
    size = len(table.claims)
    for_ = table.said == 0
    first = np.full(size, np.inf)
    np.minimum.at(first, table.claim[for_], table.at[for_])
    early = for_ & (table.at <= first[table.claim] + 1)
    gains = for_ & (table.kind == 1)

    def number(chosen: Bools) -> Floats:
        return np.log1p(np.bincount(table.claim, chosen, size)).astype(np.float64)

    return np.stack([number(for_), number(early), number(gains)], 1)


@dataclass(frozen=True, slots=True)
class Spread:
    """Weights of the signs, once they are centred on the settled claims and scaled by them."""

    weights: Floats
    middle: Floats
    scale: Floats

    def of(self, found: Floats) -> Floats:
        """Log odds to add, shape (C,)."""
        made: Floats = ((found - self.middle) / self.scale) @ self.weights
        return made


def none(size: int = len(SIGNS)) -> Spread:
    return Spread(np.zeros(size), np.zeros(size), np.ones(size))


def fitted(found: Floats, odds: Floats, true: Bools) -> Spread:
    """The weights that settled claims ask for beyond their log odds. ``found`` (settled, 3), the others (settled,)."""
    middle, scale = found.mean(0), np.maximum(found.std(0), 0.1)
    x = (found - middle) / scale
    weights = np.zeros(x.shape[1])
    for _ in range(12):  # Newton; the loss is convex
        p = 1 / (1 + np.exp(-(odds + x @ weights)))
        slope = x.T @ (true - p) - RIDGE * weights
        bend = (x * (p * (1 - p))[:, None]).T @ x + RIDGE * np.eye(x.shape[1])
        weights = weights + np.linalg.solve(bend, slope)
    return Spread(weights, middle, scale)
