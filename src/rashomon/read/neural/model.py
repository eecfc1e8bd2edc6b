"""The trained encoder: where it lies, loading it, running it over a text.

The network is int8 and its scales follow each input's own values, so a window is run alone and never padded: what
else is read beside it changes no answer. Windows run on as many threads as there are cores, one window on each, while
the caller goes on with what is done.
"""

from __future__ import annotations

import os
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from rashomon.errors import MissingModel
from rashomon.models import opened
from rashomon.read.neural.labels import NAMES, ROLES, Floats, width
from rashomon.read.neural.pieces import Pieces, pieces
from rashomon.read.neural.place import folder
from rashomon.read.neural.windows import Window, windows

if TYPE_CHECKING:
    from tokenizers import Tokenizer


@dataclass(frozen=True, slots=True)
class Scored:
    """A text in pieces, with label scores of roles and names for each."""

    pieces: Pieces
    roles: Floats
    names: Floats


@dataclass(frozen=True, slots=True)
class Running:
    """A text whose windows are being scored."""

    pieces: Pieces
    windows: list[Future[tuple[Floats, Floats]]]

    def result(self) -> Scored:
        """The scores, once they are there."""
        parts = [one.result() for one in self.windows]
        return Scored(self.pieces, *(_joined([p[k] for p in parts], n) for k, n in enumerate(_WIDTHS)))


@dataclass(frozen=True, slots=True)
class Model:
    """The encoder, its tokenizer and its card."""

    session: Any
    tokenizer: Tokenizer
    card: dict[str, Any]
    threads: int

    def workers(self) -> ThreadPoolExecutor:
        """Threads to run windows on: to be used in a ``with``."""
        return ThreadPoolExecutor(self.threads)

    def start(self, text: str, workers: ThreadPoolExecutor) -> Running:
        """Cut a text into windows and have them run; ``result()`` waits for them."""
        cut = pieces(text, self.tokenizer)
        return Running(cut, [workers.submit(self._run, cut, window) for window in windows(len(cut))])

    def _run(self, cut: Pieces, one: Window) -> tuple[Floats, Floats]:
        first, last = self.card["bounds"]
        count = one.end - one.start
        ids = np.empty((1, count + 2), dtype=np.int64)
        ids[0, 0], ids[0, -1] = first, last
        ids[0, 1:-1] = cut.ids[one.start : one.end]
        features = np.zeros((1, count + 2), dtype=np.int64)
        features[0, 1:-1] = cut.features[one.start : one.end]
        roles, names = self.session.run(None, {"ids": ids, "features": features})
        part = slice(1 + one.first - one.start, 1 + one.last - one.start)
        return roles[0, part], names[0, part]

    def probability(self, score: float) -> float:
        """A calibrated probability that an attribution whose spans score so is right (Platt, fitted on dev)."""
        slope, offset = self.card["calibration"]
        clipped = min(max(score, 1e-4), 1 - 1e-4)
        return float(1 / (1 + np.exp(-(slope * np.log(clipped / (1 - clipped)) + offset))))


_WIDTHS = (width(ROLES), width(NAMES))


def _joined(parts: list[Floats], labels: int) -> Floats:
    return np.concatenate(parts) if parts else np.zeros((0, labels), dtype=np.float32)


@cache
def model(threads: int = 0) -> Model:
    """The model, loaded once. ``threads``: windows run at once, 0 for one on each core.

    Raises:
        MissingModel: no folder holds it, or a file of it is broken.
    """
    place = folder()
    if place is None:
        raise MissingModel("neural", "models/attribution is not there")
    made = opened("neural", place)
    return Model(made.session, made.tokenizer, made.card, threads or len(os.sched_getaffinity(0)))
