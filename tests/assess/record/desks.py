"""Small desks to learn from: sources whose honesty is set, claims whose outcome is known."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from rashomon.assess.record import Report


def desk(
    right: Mapping[str, float], claims: int, seed: int = 1, *, topic: str = "", speaks: float = 1.0
) -> tuple[list[Report], dict[str, bool]]:
    """Reports of sources that are right with these chances, and how all the claims came out."""
    draw = np.random.default_rng(seed)
    truth = {f"c{topic}{n:04}": bool(draw.random() < 0.5) for n in range(claims)}
    reports = [
        Report(
            claim=claim,
            source=source,
            word="asserts" if (draw.random() < chance) == true else "denies",
            topic=topic,
            at=float(n),
        )
        for n, (claim, true) in enumerate(truth.items())
        for source, chance in right.items()
        if draw.random() < speaks
    ]
    return reports, truth


def first(truth: Mapping[str, bool], number: int) -> dict[str, bool]:
    """The settled ones: the first so many claims."""
    return dict(list(truth.items())[:number])
