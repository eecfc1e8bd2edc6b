"""The tables of ``claim/match/rank.py``, fitted on queries whose tweets the encoder was not trained on."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.claim.match.features import NAMES

Floats = NDArray[np.float64]
Row = tuple[Floats, NDArray[np.bool_]]
"""Features of a query's candidates, and which of them are right."""

STEPS = 300
PENALTY = 0.01
"""On weights of features in units of their spread; from 0.001 to 0.1 cross-validation gives MAP@5 within half a point."""


def fit(rows: Sequence[Row], barred: Sequence[str] = ()) -> dict[str, float]:
    """Weights that make the right candidate the likeliest of its query's (softmax over the candidates)."""
    rows = [row for row in rows if row[1].any()]
    every = np.concatenate([row[0] for row in rows])
    mean, spread = every.mean(axis=0), every.std(axis=0) + 1e-6
    count, most, size = len(rows), max(len(row[1]) for row in rows), every.shape[1]
    given, goal, shut = np.zeros((count, most, size)), np.zeros((count, most)), np.full((count, most), -1e9)
    for n, (features, right) in enumerate(rows):
        given[n, : len(right)] = (features - mean) / spread
        goal[n, : len(right)] = right / right.sum()
        shut[n, : len(right)] = 0
    free = np.asarray([name not in barred for name in NAMES], dtype=float)
    weights, first, second = np.zeros(size), np.zeros(size), np.zeros(size)
    for step in range(1, STEPS + 1):  # Adam
        points = given @ weights + shut
        chance = np.exp(points - points.max(axis=1, keepdims=True))
        chance /= chance.sum(axis=1, keepdims=True)
        slope = (np.einsum("ij,ijk->k", chance - goal, given) / count + PENALTY * weights) * free
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        weights -= 0.03 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return {name: round(float(w / s), 2) for name, w, s in zip(NAMES, weights, spread, strict=True)}


def calibrate(rows: Sequence[Row], weights: dict[str, float], shown: int = 5) -> tuple[float, float]:
    """Slope and offset that turn points into the probability of being right (Platt), on what would be shown."""
    table = np.asarray([weights[name] for name in NAMES])
    points, right = [], []
    for features, wanted in rows:
        own = features @ table
        best = np.argsort(-own)[:shown]
        points += own[best].tolist()
        right += wanted[best].tolist()
    x, y = np.asarray(points), np.asarray(right, dtype=float)
    slope, offset = 1.0 / (x.std() + 1e-9), -x.mean() / (x.std() + 1e-9)
    for _ in range(60):  # Newton
        chance = 1 / (1 + np.exp(-(slope * x + offset)))
        weight = chance * (1 - chance) + 1e-9
        gradient = np.asarray([((chance - y) * x).sum(), (chance - y).sum()])
        hessian = np.asarray(
            [[(weight * x * x).sum(), (weight * x).sum()], [(weight * x).sum(), weight.sum()]]
        )
        move = np.linalg.solve(hessian + 1e-6 * np.eye(2), gradient)
        slope, offset = slope - move[0], offset - move[1]
    return round(float(slope), 4), round(float(offset), 4)


BY_MEANING = ("meaning", "headed", "either", "behind", "bare", "sentence", "sentence_headed")


def average(rows: Sequence[Row], weights: dict[str, float], depth: int = 5) -> float:
    """Mean average precision at ``depth`` of the candidates in the order of these weights."""
    table = np.asarray([weights[name] for name in NAMES])
    total = 0.0
    for features, right in rows:
        held = right[np.argsort(-np.round(features @ table, 3), kind="stable")][:depth]
        total += sum(held[: n + 1].sum() / (n + 1) for n in np.flatnonzero(held)) / max(
            1, min(right.sum(), depth)
        )
    return total / len(rows)
