"""What is thought of a source before its own cases speak: grades of the Admiralty code as pseudo-cases in its coins.

``RIGHT`` is ours, a belief that can be argued with: NATO's letters have words (AJP-2.1, "usually reliable") and no numbers. The six cases are few on
purpose: who put a grade there, a list or a person, judged the outlet as a whole, and what it said here and was settled weighs more after
a handful of claims.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from rashomon.assess.record.coins import PRIOR
from rashomon.assess.record.table import Floats
from rashomon.records import Reliability

Priors = Mapping[tuple[str, str], Floats]
"""(source, topic or "" for all topics) → pseudo-cases by (truth, word), shape (2, 3)."""

RIGHT: Mapping[Reliability, float] = {"A": 0.95, "B": 0.85, "C": 0.75, "D": 0.6, "E": 0.5}
"""Share of its words that a source of this letter is thought to have right, true claims and false ones alike. E: its word tells nothing; that the
contrary is so only cases can show. F has none: it says nothing."""
WORTH = 6.0
"""Cases that a grade is worth, half of them of true claims."""


def pseudo(grade: Reliability) -> Floats:
    """The cases that a grade stands for, shape (2, 3); nought for F. As silent as sources are that nothing is known of."""
    if grade not in RIGHT:
        return np.zeros((2, 3))
    right, silent = RIGHT[grade], PRIOR[0, :, 2]
    spoken = 1 - silent
    false = [spoken[0] * (1 - right), spoken[0] * right, silent[0]]
    true = [spoken[1] * right, spoken[1] * (1 - right), silent[1]]
    made: Floats = np.array([false, true]) * WORTH / 2
    return made


def together(grades: Iterable[Reliability]) -> Floats:
    """Several people's grades of one source: their mean, worth no more than one; F has no say."""
    told = [pseudo(one) for one in grades if one in RIGHT]
    made: Floats = np.mean(told, axis=0) if told else np.zeros((2, 3))
    return made
