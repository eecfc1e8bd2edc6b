"""What the rivals see of the reports: the last word of each source on each claim, and one word for each root."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.assess.record.report import Report


@dataclass(frozen=True, slots=True)
class Votes:
    """Parallel arrays, one place for each word; ``says`` is 1 for asserts, -1 for denies, 0 for silent."""

    claims: list[str]
    sources: list[str]
    claim: NDArray[np.int64]
    source: NDArray[np.int64]
    says: NDArray[np.int64]

    def spoken(self) -> Votes:
        """Without the silent."""
        some = self.says != 0
        return Votes(self.claims, self.sources, self.claim[some], self.source[some], self.says[some])

    def settled(self, known: dict[str, bool]) -> NDArray[np.float64]:
        """1, 0 or NaN for each claim."""
        return np.array([float(known[c]) if c in known else np.nan for c in self.claims])


def last(reports: Sequence[Report]) -> list[Report]:
    """The last word of each source on each claim, in the order of their first words."""
    kept: dict[tuple[str, str], Report] = {}
    for one in reports:
        before = kept.get((one.claim, one.source))
        if before is None or one.at >= before.at:
            kept[one.claim, one.source] = one
    return list(kept.values())


def roots(reports: Sequence[Report]) -> list[Report]:
    """One report for each claim and root: that of the source that said it first. Reports without a root stay."""
    kept: dict[tuple[str, str], Report] = {}
    for one in last(reports):
        key = (one.claim, (one.root and f"root {one.root}") or f"source {one.source}")
        if key not in kept or one.at < kept[key].at:
            kept[key] = one
    return list(kept.values())


def votes(reports: Sequence[Report]) -> Votes:
    """The arrays of these reports, as they are."""
    claims = sorted({one.claim for one in reports})
    sources = sorted({one.source for one in reports})
    number = {name: k for k, name in enumerate(claims)}
    who = {name: k for k, name in enumerate(sources)}
    sign = {"asserts": 1, "denies": -1, "silent": 0}
    return Votes(
        claims,
        sources,
        np.array([number[one.claim] for one in reports], dtype=np.int64),
        np.array([who[one.source] for one in reports], dtype=np.int64),
        np.array([sign[one.word] for one in reports], dtype=np.int64),
    )
