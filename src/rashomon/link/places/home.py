"""Where an outlet writes of: learnt from the places of its other documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.link.places.choose import EARTH, NEAR, Spot
from rashomon.link.places.gazetteer import Row

MOST = 120
"""Documents of one outlet that are looked at: more do not move its home."""


def _xyz(rows: Sequence[Row]) -> NDArray[np.float64]:
    lat = np.radians([r.latitude for r in rows])
    lon = np.radians([r.longitude for r in rows])
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)


@dataclass
class Home:
    """The places of one outlet's documents."""

    def __init__(self, spots: Sequence[tuple[str, Sequence[Spot]]]) -> None:
        """``spots``: (document id, its places as they are held now)."""
        step = max(1, -(-len(spots) // MOST))
        self._documents = [one for one in spots[::step] if one[1]]

    def without(self, document_id: str) -> _Share:
        """What the other documents tell."""
        return _Share([spots for id, spots in self._documents if id != document_id])


class _Share:
    def __init__(self, documents: Sequence[Sequence[Spot]]) -> None:
        self._documents = documents
        self._known: dict[int, tuple[float, float, float]] = {}
        small = [[s for s in spots if s.row.kind in {"place", "county"}] for spots in documents]
        small = [spots for spots in small if spots]
        flat = [s for spots in small for s in spots]
        self._sure = np.array([s.sure for s in flat])
        self._starts = np.cumsum([0, *(len(spots) for spots in small)])[:-1]
        self._at = _xyz([s.row for s in flat]) if flat else None
        self._divisions = self._most([{s.row.division: s.sure for s in sorted(d, key=_sure)} for d in documents])
        self._states = self._most([{s.row.state: s.sure for s in sorted(d, key=_sure)} for d in documents])

    def _most(self, told: Sequence[dict[str, float]]) -> dict[str, float]:
        out: dict[str, float] = {}
        for one in told:
            for code, sure in one.items():
                if code:
                    out[code] = out.get(code, 0.0) + sure
        return {code: total / self._total for code, total in out.items()}

    @property
    def _total(self) -> float:
        """Documents, and one more: a single document is no habit."""
        return len(self._documents) + 1.0

    def __call__(self, row: Row) -> tuple[float, float, float]:
        """Shares of the documents that name a place near, in its division, in its state."""
        if row.id not in self._known:
            near = 0.0
            if self._at is not None:
                away = np.arccos(np.clip(self._at @ _xyz([row])[0], -1, 1)) * EARTH
                near = float(np.maximum.reduceat(self._sure * np.exp(-away / NEAR), self._starts).sum()) / self._total
            self._known[row.id] = (near, self._divisions.get(row.division, 0.0), self._states.get(row.state, 0.0))
        return self._known[row.id]


def _sure(spot: Spot) -> float:
    return spot.sure
