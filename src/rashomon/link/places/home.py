"""Where an outlet writes of: learnt from the places of its other documents."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.link.places.choose import EARTH, NEAR, SMALL, Heard
from rashomon.link.places.gazetteer import Row

MOST = 120
"""Documents of one outlet that are looked at: more do not move its home."""
NAMES = 40
"""Names of each that are looked at, in the order they are first met."""


class Home:
    """The places of one outlet's documents."""

    def __init__(self, documents: Sequence[tuple[str, Sequence[Heard]]]) -> None:
        """``documents``: (document id, its names with the places they may be, as they are held now)."""
        step = max(1, -(-len(documents) // MOST))
        kept = sorted(documents, key=lambda one: one[0])[::step]
        flat = [
            (k, heard, spot) for k, (_, names) in enumerate(kept) for heard in names for spot in heard.spots
        ]
        self._ids = [id for id, _ in kept]
        self._document = np.array([k for k, _, _ in flat], dtype=int)
        self._starts = np.unique(self._document, return_index=True)[1]
        self._key = np.array(["" if heard.told else heard.key for _, heard, _ in flat], dtype=object)
        self._sure = np.array([spot.sure for _, _, spot in flat])
        self._small = np.array([spot.row.kind in SMALL for _, _, spot in flat], dtype=bool)
        self._at = _xyz([spot.row for _, _, spot in flat])
        self._codes: dict[str, int] = {}
        self._division = np.array([self._code(spot.row.division) for _, _, spot in flat], dtype=int)
        self._state = np.array([self._code(spot.row.state) for _, _, spot in flat], dtype=int)
        self._number = {id: k for k, id in enumerate(self._ids)}
        self._heard: dict[str, list[int]] = {}
        for at, one in enumerate(self._key):
            self._heard.setdefault(one, []).append(at)

    def without(self, document_id: str) -> OtherDocuments:
        """What the other documents tell."""
        return OtherDocuments(self, document_id)

    def shares(self, row: Row, key: str, document_id: str) -> tuple[float, float, float]:
        """Shares of the outlet's other documents that name a place near this one, in its division, in its state.

        A name does not vouch for itself: its own mentions elsewhere count only where a text says what they are inside of.
        One is added to the count of documents: a single one is no habit.
        """
        sure = self._sure * (self._document != (self._number.get(document_id, -1)))
        if key in self._heard:
            sure[self._heard[key]] = 0.0
        total = max(len(self._ids), 1)
        away = np.arccos(np.clip(self._at @ _xyz([row])[0], -1, 1)) * EARTH
        near = self._most(sure * self._small * np.exp(-away / NEAR))
        division = self._most(sure * (self._division == self._codes.get(row.division, -2)))
        state = self._most(sure * (self._state == self._codes.get(row.state, -2)))
        return near / total, division / total, state / total

    def _code(self, code: str) -> int:
        return self._codes.setdefault(code, len(self._codes)) if code else -1

    def _most(self, values: NDArray[np.float64]) -> float:
        """The sum over the documents of the most that one name tells."""
        return float(np.maximum.reduceat(values, self._starts).sum()) if len(values) else 0.0


class OtherDocuments:
    """An outlet without one document; answers are kept."""

    def __init__(self, home: Home, document_id: str) -> None:
        self._home, self._id = home, document_id
        self._known: dict[tuple[int, str], tuple[float, float, float]] = {}

    def __call__(self, row: Row, key: str) -> tuple[float, float, float]:
        """As ``Home.shares``."""
        if (row.id, key) not in self._known:
            self._known[row.id, key] = self._home.shares(row, key, self._id)
        return self._known[row.id, key]


def _xyz(rows: Sequence[Row]) -> NDArray[np.float64]:
    """Unit vectors, one per row."""
    lat = np.radians([r.latitude for r in rows])
    lon = np.radians([r.longitude for r in rows])
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1).reshape(
        -1, 3
    )
