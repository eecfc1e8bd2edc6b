"""Vectors packed to a byte a number, and a coarse copy that is searched first."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

COARSE = 128
"""Numbers of a vector that are looked at first: the encoder puts first what tells most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vectors:
    """``packed[i] * scales[i]`` is the vector of claim i. Rounding moves a cosine by less than 0.01."""

    packed: NDArray[np.int8]
    scales: Floats

    def rows(self, numbers: NDArray[np.int64]) -> Floats:
        """The vectors of some claims."""
        rows: Floats = self.packed[numbers].astype(np.float32) * self.scales[numbers, None]
        return rows

    def coarse(self) -> Floats:
        """The first numbers of every vector."""
        rows: Floats = self.packed[:, :COARSE].astype(np.float32)
        rows *= self.scales[:, None]
        return rows


def pack(rows: Floats) -> Vectors:
    """Each row with a scale of its own."""
    scales = np.abs(rows).max(axis=1, initial=0.0) / 127
    scales = np.where(scales > 0, scales, 1).astype(np.float32)
    return Vectors(packed=np.rint(rows / scales[:, None]).astype(np.int8), scales=scales)


def join(parts: list[Vectors]) -> Vectors:
    """One part's rows after the other's."""
    return Vectors(
        packed=np.concatenate([part.packed for part in parts]),
        scales=np.concatenate([part.scales for part in parts]),
    )
