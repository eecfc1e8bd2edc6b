"""A part of the index: some claims as words and vectors, made once, kept as bytes, joined with others as they get many."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.claim.match import postings, vectors
from rashomon.claim.match.clean import clean
from rashomon.claim.match.postings import Postings
from rashomon.claim.match.terms import terms
from rashomon.claim.match.vectors import Floats, Vectors
from rashomon.encoder import SIZE, Encoder, is_latin
from rashomon.errors import RecordError


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """``numbers[i]`` is the number under which the store keeps the claim that stands at place i."""

    version: str
    """Of the encoder and of the words: parts of two versions cannot be searched together."""
    numbers: NDArray[np.int64]
    latin: NDArray[np.bool_]
    words: Postings
    claims: Vectors
    """No rows where there was no encoder."""
    titles: Vectors
    """Of the headline of the check; of the claim itself where there is none."""
    near: Floats
    """Mean of claim and title, first numbers only: what is searched first."""

    def __len__(self) -> int:
        return len(self.numbers)


def build(
    rows: Sequence[tuple[int, str, str]], encoder: Encoder | None, version: str, threads: int = 1
) -> Part:
    """A part of (number, claim, title)."""
    texts = [clean(claim)[0] for _, claim, _ in rows]
    heads = [clean(title)[0] for _, _, title in rows]
    said = encoder.encode(texts, threads) if encoder else np.zeros((0, SIZE), dtype=np.float32)
    headed = said.copy()
    own = [n for n, title in enumerate(heads) if title and title != texts[n]]
    if encoder and own:
        headed[own] = encoder.encode([heads[n] for n in own], threads)
    return _made(
        version,
        np.asarray([number for number, _, _ in rows], dtype=np.int64),
        np.asarray([is_latin(text) for text in texts], dtype=np.bool_),
        postings.build([terms(f"{text} {head}") for text, head in zip(texts, heads, strict=True)]),
        vectors.pack(said),
        vectors.pack(headed),
    )


def join(parts: Sequence[Part]) -> Part:
    """Several parts of one version as one."""
    return _made(
        parts[0].version,
        np.concatenate([part.numbers for part in parts]),
        np.concatenate([part.latin for part in parts]),
        postings.join([part.words for part in parts]),
        vectors.join([part.claims for part in parts]),
        vectors.join([part.titles for part in parts]),
    )


def _made(
    version: str,
    numbers: NDArray[np.int64],
    latin: NDArray[np.bool_],
    words: Postings,
    claims: Vectors,
    titles: Vectors,
) -> Part:
    near = claims.coarse()
    near += titles.coarse()
    near *= 0.5
    return Part(
        version=version, numbers=numbers, latin=latin, words=words, claims=claims, titles=titles, near=near
    )


_WORDS = ("terms", "starts", "docs", "counts", "lengths")


def to_bytes(part: Part) -> bytes:
    """The part as an ``npz`` archive, not squeezed: opening it costs little more than reading it."""
    held = {f"words_{name}": getattr(part.words, name) for name in _WORDS}
    for name in ("claims", "titles"):
        one: Vectors = getattr(part, name)
        held[f"{name}_packed"], held[f"{name}_scales"] = one.packed, one.scales
    stream = io.BytesIO()
    head = np.frombuffer(json.dumps({"version": part.version}).encode(), dtype=np.uint8)
    np.savez(stream, allow_pickle=False, head=head, numbers=part.numbers, latin=part.latin, **held)
    return stream.getvalue()


def from_bytes(data: bytes) -> Part:
    """A part from what ``to_bytes`` gave.

    Raises:
        RecordError: it is no such archive.
    """
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as held:
            version = json.loads(held["head"].tobytes())["version"]
            words = Postings(**{name: held[f"words_{name}"] for name in _WORDS})
            claims, titles = (
                Vectors(packed=held[f"{name}_packed"], scales=held[f"{name}_scales"])
                for name in ("claims", "titles")
            )
            return _made(version, held["numbers"], held["latin"], words, claims, titles)
    except Exception as error:
        raise RecordError(
            "index of claims", f"a part of it is damaged: {type(error).__name__}: {error}"
        ) from error


def tidied(sizes: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Which neighbouring parts to join, as ranges: each part shall be at least twice as large as the next.

    So a claim is joined anew about as often as the number of claims doubles, and there are few parts to search.
    """
    kept: list[tuple[int, int, int]] = []
    for at, size in enumerate(sizes):
        kept.append((at, at + 1, size))
        while len(kept) > 1 and kept[-2][2] < 2 * kept[-1][2]:
            (first, _, a), (_, last, b) = kept[-2:]
            kept[-2:] = [(first, last, a + b)]
    yield from ((first, last) for first, last, _ in kept if last - first > 1)
