"""Scores → probabilities: one weight for the network, one for the cues, and an offset for each label, fitted on topics that training did not have."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional as F

RIGHT = 0.8
"""Share of a label's answers on dev that must be right from its threshold on."""
LOWEST, HIGHEST = 0.5, 0.7
"""Between these a threshold lies. At 0.7 "agree" and "disagree" are still not right that often: the card says how often."""


def calibrate(
    scores: NDArray[np.float32],
    cues: NDArray[np.float64],
    labels: NDArray[np.int64],
    usual: Sequence[float],
) -> dict[str, object]:
    """``calibration`` and ``thresholds`` of the card.

    ``scores``, ``cues``: pairs × labels, the network's and the regression's, of the pairs that the network is asked about. ``usual``: how frequent each label is over all topics:
    a few topics have their own shares, which would be learnt as offsets, so their pairs are weighed to have the usual ones.
    """
    weights = np.asarray(usual) / np.maximum(1e-9, np.bincount(labels, minlength=len(usual)) / len(labels))
    costs = torch.tensor(weights[labels])
    given, other, truth = torch.tensor(scores, dtype=torch.float64), torch.tensor(cues), torch.tensor(labels)
    shares = torch.full((2,), 0.5, dtype=torch.float64, requires_grad=True)
    offsets = torch.zeros(given.shape[1], dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.LBFGS([shares, offsets], max_iter=300, line_search_fn="strong_wolfe")

    def raised() -> torch.Tensor:
        return shares[0] * given + shares[1] * other + offsets

    def closure() -> torch.Tensor:
        optimiser.zero_grad()
        each = F.cross_entropy(raised(), truth, reduction="none")
        loss = (each * costs).sum() / costs.sum() + 1e-3 * (offsets**2).sum()
        loss.backward()
        return loss

    optimiser.step(closure)
    with torch.no_grad():
        chances = torch.softmax(raised(), 1).numpy()
    return {
        "calibration": {
            "network": round(float(shares[0].detach()), 4),
            "cues": round(float(shares[1].detach()), 4),
            "offsets": [round(float(x), 4) for x in offsets.detach()],
        },
        "thresholds": thresholds(chances, labels, weights[labels]),
    }


def thresholds(
    chances: NDArray[np.float64], labels: NDArray[np.int64], weights: NDArray[np.float64]
) -> list[float]:
    """For each label the lowest chance from which its answers are right often enough, ``HIGHEST`` where none is."""
    answer, sure = chances.argmax(1), chances.max(1)
    out = []
    for label in range(chances.shape[1]):
        cut = LOWEST
        while cut < HIGHEST:
            taken = (answer == label) & (sure >= cut)
            if taken.any() and np.average(labels[taken] == label, weights=weights[taken]) >= RIGHT:
                break
            cut += 0.01
        out.append(round(cut, 2))
    return out
