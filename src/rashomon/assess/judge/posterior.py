"""From numbers to probabilities of the explanations, and of the claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rashomon.assess.record.table import Floats
from rashomon.assess.record.temper import Temper
from rashomon.records import Hypothesis

LEAST = 0.01
"""No likelihood is nearer to 0 or 1 than this: ICD 203 words end there too."""


@dataclass(frozen=True, slots=True)
class Posterior:
    likelihood: float
    """Probability that the claim is true."""
    shares: Floats
    """Of each explanation, shape (H,); they add up to 1."""
    moved: float
    """Log odds by which the evidence moved the claim, tempered."""

    @property
    def odds(self) -> float:
        return float(np.log(self.likelihood / (1 - self.likelihood)))


def posterior(sums: Floats, hypotheses: Sequence[Hypothesis], prior: Floats, temper: Temper) -> Posterior:
    """The claim's odds are moved by the evidence as far as that may be believed (``temper``); within each side explanations share as it says.

    ``sums``: log likelihood of everything under each explanation; ``prior``: their probabilities before. Both of shape (H,). An explanation that leaves
    open whether the claim holds counts half on either side.
    """
    holds = np.array([0.5 if one.holds is None else float(one.holds) for one in hypotheses])
    joint = np.log(prior) + sums
    before = float((prior * holds).sum())
    scaled = np.exp(joint - joint.max())
    with np.errstate(divide="ignore"):
        evidence = np.log((scaled * holds).sum()) - np.log((scaled * (1 - holds)).sum()) - _odds(before)
    moved = float(temper.of(np.array(evidence)))
    true = float(np.clip(1 / (1 + np.exp(-_odds(before) - moved)), LEAST, 1 - LEAST))
    shares = np.zeros(len(hypotheses))
    for side, part in ((holds, true), (1 - holds, 1 - true)):
        weight = scaled * side
        if weight.sum() > 0:
            shares += part * weight / weight.sum()
    return Posterior(true, shares / shares.sum(), moved)


def _odds(p: float) -> float:
    p = min(max(p, 1e-6), 1 - 1e-6)
    return float(np.log(p / (1 - p)))
