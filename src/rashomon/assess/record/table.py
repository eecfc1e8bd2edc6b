"""Reports as arrays, in the shape the record is learnt from: each source's last word, each root once."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.assess.record.report import Report, Word

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

WORDS: tuple[Word, ...] = ("asserts", "denies", "silent")
KINDS = ("nothing to gain", "something to gain", "changed its word")
"""What is known of a report besides its source; who has something to gain counts as that, whether it changed its word or not."""
_NUMBER = {word: number for number, word in enumerate(WORDS)}
MIRROR = np.array([1, 0, 2])
"""What a word is when the claim is turned around."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """N reports that count, of C claims by S sources on T topics.

    A source that gains if a claim is *not* believed is put as one that gains if its contrary is: ``word`` is then its word on
    the contrary, and ``turned`` says so. What it does to get its way is thus learnt once, whichever way that lies.
    """

    claims: tuple[str, ...]
    sources: tuple[str, ...]
    topics: tuple[str, ...]
    claim: Ints
    source: Ints
    topic: Ints
    word: Ints
    """Index into WORDS, in the frame of its interest. Shape (N,), like all above and below."""
    kind: Ints
    """Index into KINDS."""
    turned: Bools
    side: Ints
    """Number of the camp; -1 where none is known."""
    at: Floats
    subject: Ints
    """Topic of each claim, the commonest among its reports. Shape (C,)."""
    copied: Mapping[tuple[int, int], int]
    """(source that repeats, source whose words they are) → how often."""
    spoke: Ints
    """How often each source spoke, copies included. Shape (S,)."""

    @property
    def said(self) -> Ints:
        """Word on the claim itself. Shape (N,)."""
        return np.where(self.turned, MIRROR[self.word], self.word)


def table(reports: Sequence[Report]) -> Table:
    """The reports that count. Of a source's words on a claim the last; of the reports with one root and one word the earliest source's.

    A denial that stands in the same text as what it denies is no copy of it. The order of ``reports`` does not matter.
    """
    last: dict[tuple[str, str], Report] = {}
    words: dict[tuple[str, str], set[str]] = {}
    for one in reports:
        key = one.claim, one.source
        held = last.setdefault(key, one)
        if held is one:
            continue
        words.setdefault(key, {held.word}).add(one.word)
        if one.at > held.at or (one.at == held.at and _rank(one) >= _rank(held)):
            last[key] = one
    names = {name: n for n, name in enumerate(sorted({key[1] for key in last}))}
    kept = _sorted(list(last.values()), names)
    roots = {(one.claim, one.source): _root(one, last) for one in kept if one.root and one.word != "silent"}
    # A source that names nobody is its own root where another names it.
    roots.update({(c, root): root for (c, _), root in list(roots.items()) if (c, root) in last})
    first: dict[tuple[str, str, str], Report] = {}
    copied: dict[tuple[int, int], int] = {}
    spoke = np.bincount([names[r.source] for r in kept if r.word != "silent"], minlength=len(names))
    counting = []
    for one in kept:
        root = roots.get((one.claim, one.source)) if roots and one.word != "silent" else None
        origin = one if root is None else first.setdefault((one.claim, root, one.word), one)
        if origin is one:
            counting.append(one)
        else:
            pair = names[one.source], names[origin.source]
            copied[pair] = copied.get(pair, 0) + 1
    changed = {key for key, said in words.items() if len(said - {"silent"}) > 1}
    return _arrays(counting, changed, names, copied, spoke)


def _sorted(kept: list[Report], names: Mapping[str, int]) -> list[Report]:
    """By claim, time and source."""
    _, claim = _numbered([r.claim for r in kept])
    source = np.array([names[r.source] for r in kept], np.int64)
    order = np.lexsort((source, np.array([r.at for r in kept], np.float64), claim))
    return [kept[n] for n in order]


def _rank(one: Report) -> tuple[object, ...]:
    """Of two words of one moment the denial counts before the assertion; what else is not told is settled alike in every order."""
    return _NUMBER[one.word], one.root, one.topic, one.interest, one.side


def _root(one: Report, last: Mapping[tuple[str, str], Report]) -> str:
    """Its root; of one that names another source of the claim, that source's, and so on. A circle has no first: its least name stands for it."""
    seen = [one.source]
    name = one.root
    while (other := last.get((one.claim, name))) is not None:
        if name in seen:
            return min(seen[seen.index(name) :])
        seen.append(name)
        if not other.root:
            return name
        name = other.root
    return name


def _arrays(
    kept: Sequence[Report],
    changed: Collection[tuple[str, str]],
    names: Mapping[str, int],
    copied: Mapping[tuple[int, int], int],
    spoke: Ints,
) -> Table:
    claims, claim = _numbered([r.claim for r in kept])
    topics, topic = _numbered([r.topic for r in kept])
    sides = {side: n for n, side in enumerate(sorted({r.side for r in kept if r.side}))}
    word = np.array([_NUMBER[r.word] for r in kept], np.int64)
    turned = np.array([r.interest < 0 for r in kept], bool)
    counts = np.zeros((len(claims), max(len(topics), 1)), np.int32)
    np.add.at(counts, (claim, topic), 1)
    return Table(
        claims=claims,
        sources=tuple(names),
        topics=topics,
        claim=claim,
        source=np.array([names[r.source] for r in kept], np.int64),
        topic=topic,
        word=np.where(turned, MIRROR[word], word) if len(kept) else word,
        kind=np.array([1 if r.interest else 2 * ((r.claim, r.source) in changed) for r in kept], np.int64),
        turned=turned,
        side=np.array([sides.get(r.side, -1) for r in kept], np.int64),
        at=np.array([r.at for r in kept], np.float64),
        subject=counts.argmax(1).astype(np.int64),
        copied=copied,
        spoke=spoke,
    )


def _numbered(values: Sequence[str]) -> tuple[tuple[str, ...], Ints]:
    names = {name: n for n, name in enumerate(sorted(set(values)))}
    return tuple(names), np.array([names[v] for v in values], np.int64)
