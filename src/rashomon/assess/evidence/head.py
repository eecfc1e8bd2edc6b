"""Of which kind of evidence a sentence is, by what it says rather than by listed words: a small head on the encoder's vectors.

The lists of ``lexicon.yaml`` are exact and know few wordings; the head (``models/evidence``, made by ``training/evidence``) knows what
such sentences are like, and errs more. What either finds is a proposal with its words beside it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rashomon import models
from rashomon.encoder import Encoder, encoder, is_latin, knows_other_scripts
from rashomon.encoder import folder as encoder_folder
from rashomon.errors import MissingModel

FILES = ("head.npy", "card.json")
FEWEST, LONGEST = 4, 70
"""Words of a sentence that is asked about."""
NONE = "none"


@dataclass(frozen=True, slots=True)
class Head:
    """One row of weights for each class, the bias last."""

    weights: NDArray[np.float32]
    classes: tuple[tuple[str, str], ...]
    """(kind, sort) of each row."""
    least: float
    """Probability from which a kind is told; chosen so that at most one plain sentence of news in a hundred is told."""
    network: Encoder

    def kinds(self, texts: Sequence[str]) -> list[dict[str, str]]:
        """For each text its kind with the likeliest sort of it; empty for most, which are no evidence."""
        asked = [n for n, text in enumerate(texts) if self._fits(text)]
        made: list[dict[str, str]] = [{} for _ in texts]
        if not asked:
            return made
        vectors = self.network.encode([texts[n] for n in asked])
        scores = vectors @ self.weights[:, :-1].T + self.weights[:, -1]
        scores -= scores.max(axis=1, keepdims=True)
        share = np.exp(scores)
        share /= share.sum(axis=1, keepdims=True)
        for n, row, vector in zip(asked, share, vectors, strict=True):
            if not vector.any():
                continue  # a script that the encoder does not know here
            kinds: dict[str, float] = {}
            for (kind, _), value in zip(self.classes, row, strict=True):
                kinds[kind] = kinds.get(kind, 0.0) + float(value)
            best = max((kind for kind in kinds if kind != NONE), key=lambda kind: kinds[kind])
            if kinds[best] >= self.least:
                own = {
                    sort: float(v) for (kind, sort), v in zip(self.classes, row, strict=True) if kind == best
                }
                made[n][best] = max(own, key=lambda sort: own[sort])
        return made

    def _fits(self, text: str) -> bool:
        return FEWEST <= len(text.split()) <= LONGEST and (is_latin(text) or knows_other_scripts())


@cache
def head() -> Head | None:
    """The head, loaded once; none where it, or the encoder it was made for, is not there: then the lists stand alone.

    Raises:
        MissingModel: a file of it is broken.
    """
    place = models.folder("evidence", FILES)
    if place is None or encoder_folder() is None:
        return None
    return load(place)


def load(place: Path) -> Head | None:
    """The head in a folder; none where it was made for another encoder than is there.

    Raises:
        MissingModel: a file of it is broken.
    """
    try:
        card = json.loads((place / "card.json").read_text(encoding="utf-8"))
        weights = np.load(place / "head.npy", allow_pickle=False).astype(np.float32)
        classes = tuple((one.split()[0], one.split()[1]) for one in card["classes"])
        least = float(card["least"])
    except Exception as error:
        raise models.unreadable("evidence", place, error) from error
    network = encoder()
    if network.card["sha256"] != card["encoder"]:
        return None
    if len(classes) != len(weights):
        raise MissingModel("evidence", f"{place} has {len(weights)} rows for {len(classes)} classes")
    return Head(weights, classes, least, network)
