"""The regressions: whether a report speaks of the claim's matter, and how it takes it by the cues."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional as F

from rashomon.claim.stance.cues import FAR

Floats = NDArray[np.float64]
DECAY = 1e-2
POWER = 0.6
"""How far rare labels are raised: 0 not at all, 1 to equal weight. Both by five folds of topics: macro-F1 of the three 57.0, at a
decay of 1e-4 and a power of 0.5 it is 56.1."""


def logistic(values: Floats, labels: Floats, decay: float = 1e-4) -> tuple[list[float], float]:
    """Weights and offset that make the labels (0 or 1) most probable."""
    x, y = torch.tensor(values), torch.tensor(labels)
    weights = torch.zeros(x.shape[1], dtype=torch.float64, requires_grad=True)
    offset = torch.zeros(1, dtype=torch.float64, requires_grad=True)

    def loss() -> torch.Tensor:
        return F.binary_cross_entropy_with_logits(x @ weights + offset, y) + decay * (weights**2).sum()

    _least(loss, [weights, offset])
    return [round(float(w), 4) for w in weights.detach()], round(float(offset.detach()), 4)


def softmax(values: Floats, labels: NDArray[np.int64], usual: Floats) -> dict[str, list[object]]:
    """``cues`` of ``words.json``: mean and width of each feature, and weights by feature and label (0, 1, 2). ``usual``: how much each pair
    counts."""
    mean, width = values.mean(0), values.std(0) + 1e-6
    level = np.clip((values - mean) / width, -FAR, FAR)
    x = torch.tensor(np.concatenate([level, np.ones((len(level), 1))], axis=1))
    truth = torch.tensor(labels)
    costs = (len(labels) / np.bincount(labels))[labels] ** POWER * usual
    each = torch.tensor(costs / costs.sum())
    weights = torch.zeros((x.shape[1], 3), dtype=torch.float64, requires_grad=True)

    def loss() -> torch.Tensor:
        entropy = F.cross_entropy(x @ weights, truth, reduction="none")
        return (entropy * each).sum() + DECAY / 2 * (weights**2).sum()

    _least(loss, [weights])
    return {
        "mean": [round(float(v), 5) for v in mean],
        "width": [round(float(v), 5) for v in width],
        "weights": [[round(float(v), 4) for v in row] for row in weights.detach()],
    }


def _least(loss: object, held: list[torch.Tensor]) -> None:
    optimiser = torch.optim.LBFGS(held, max_iter=500, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        optimiser.zero_grad()
        value: torch.Tensor = loss()  # type: ignore[operator]
        value.backward()
        return value

    optimiser.step(closure)
