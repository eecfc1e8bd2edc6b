"""What is held of the explanations before any evidence on this claim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from rashomon.assess.record.table import Floats
from rashomon.records import Hypothesis

PUT_FORWARD = 3.0
"""How many times likelier an explanation is that a party advances than one that only the codebook lists."""


def prior(hypotheses: Sequence[Hypothesis], base: float, weights: Mapping[str, float]) -> Floats:
    """Probabilities, shape (H,). ``base``: share of such claims that turned out true; ``weights``: by kind, within true and within false.

    A side without any explanation gives its part to those that leave the matter open, or where there are none to the other side.
    """
    weight = np.array(
        [weights.get(one.kind, 1.0) * (PUT_FORWARD if one.by else 1.0) for one in hypotheses], np.float64
    )
    holds = np.array([0.5 if one.holds is None else float(one.holds) for one in hypotheses])
    made = np.zeros(len(hypotheses))
    for side, part in ((holds, base), (1 - holds, 1 - base)):
        here = weight * side
        if here.sum() > 0:
            made += part * here / here.sum()
    total: Floats = made / made.sum()
    return total
