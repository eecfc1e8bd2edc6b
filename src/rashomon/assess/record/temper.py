"""How far the sum of what sources say may be believed: measured on settled claims, each judged without its own outcome.

Sources err together: they saw the same misleading thing, or asked the same person, and no record shows it. So the evidence as a whole is
taken with a slope (what each further report is worth) and with a chance that everything on a claim misleads, beyond which no number of
reports can go. Platt (1999) fits such a slope; the ceiling is that of a claim-wide latent error (Whitehill et al., NIPS 2009, call it
difficulty).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from rashomon.assess.record.table import Bools, Floats

SLOPES = np.linspace(0.3, 1.2, 19)
MISLED = np.array([0.002, 0.005, 0.01, 0.02, 0.04, 0.07, 0.1, 0.15, 0.2, 0.3])
USUAL = 0.7, 0.04
"""Slope and share of misled claims where nothing was settled yet; they weigh like ``CASES`` settled claims."""
CASES = 12.0


@dataclass(frozen=True, slots=True)
class Temper:
    slope: float = USUAL[0]
    misled: float = USUAL[1]

    def of(self, evidence: Floats) -> Floats:
        """Log odds that the evidence is worth, from the plain sum of log likelihood ratios. Both in nats, any shape."""
        stretched = self.slope * evidence
        straight, crooked = np.log1p(-self.misled), np.log(self.misled)
        made: Floats = np.logaddexp(straight + stretched, crooked) - np.logaddexp(
            straight, crooked + stretched
        )
        return made


def fitted(evidence: Floats, base: Floats, true: Bools) -> Temper:
    """The temper under which settled claims are likeliest. All of shape (settled,); ``base``: log odds before the evidence."""
    best, found = -np.inf, Temper()
    for slope in SLOPES:
        for misled in MISLED:
            here = Temper(float(slope), float(misled))
            odds = base + here.of(evidence)
            fit = -np.logaddexp(0, np.where(true, -odds, odds)).sum()
            belief = ((slope - USUAL[0]) / 0.25) ** 2 + (np.log(misled / USUAL[1]) / 1.2) ** 2
            if (score := fit - belief / 2 * CASES / 12) > best:
                best, found = score, here
    return found
