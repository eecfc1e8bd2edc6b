"""Label scores → spans. Labels are BIO; the best row of labels is the best legal one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

ROLES = ("source", "cue", "content")
NAMES = ("person", "state", "place", "organisation", "group", "event", "technology", "other")
"""Kinds of name; ``other`` is what no other fits."""


@dataclass(frozen=True, slots=True)
class Span:
    """Pieces ``start`` to ``end`` bear one label. ``score`` is the mean probability of their labels."""

    label: str
    start: int
    end: int
    score: float


def width(kinds: Sequence[str]) -> int:
    """Labels for these kinds: O, and B and I of each."""
    return 1 + 2 * len(kinds)


def spans(logits: Floats, kinds: Sequence[str]) -> list[Span]:
    """Spans of the best legal row of labels. ``logits``: pieces × (O, B-k, I-k, …)."""
    if not len(logits):
        return []
    shifted = logits - logits.max(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    row = best(logs)
    out: list[Span] = []
    inside = np.flatnonzero(row)
    begun = -1
    before = -2
    for at in [*inside.tolist(), len(row) + 1]:
        fresh = at != before + 1 or at > len(row) or row[at] % 2 == 1
        if begun >= 0 and fresh:
            chosen = logs[np.arange(begun, before + 1), row[begun : before + 1]]
            out.append(
                Span(kinds[(int(row[begun]) - 1) // 2], begun, before + 1, float(np.exp(chosen).mean()))
            )
            begun = -1
        if fresh and at <= len(row):
            begun = at
        before = at
    return out


def best(logs: Floats) -> NDArray[np.int64]:
    """The most probable row of labels in which I-k follows only B-k or I-k.

    Where each piece's own best label is legal that row is the answer; Viterbi runs only over the stretches between
    two certain O's where it is not.
    """
    row: NDArray[np.int64] = logs.argmax(axis=1)
    odd = _illegal(row)
    if not len(odd):
        return row
    outside = row == 0
    done = -1
    for at in odd.tolist():
        if at < done:
            continue
        left = at
        while left > 0 and not outside[left - 1]:
            left -= 1
        right = at + 1
        while right < len(row) and not outside[right]:
            right += 1
        # A neighbouring O may lose its place to a B that mends the stretch: one piece more on the left.
        left = max(0, left - 1)
        row[left:right] = _viterbi(logs[left:right])
        done = right
    left_over = _illegal(row)
    return _viterbi(logs) if len(left_over) else row


def _illegal(row: NDArray[np.int64]) -> NDArray[np.int64]:
    before = np.concatenate(([0], row[:-1]))
    inside = (row > 0) & (row % 2 == 0)
    return np.flatnonzero(inside & (before != row) & (before != row - 1))


def _viterbi(logs: Floats) -> NDArray[np.int64]:
    count, labels = logs.shape
    cost = np.zeros((labels, labels), dtype=np.float32)
    for to in range(2, labels, 2):
        cost[:, to] = -1e9
        cost[to, to] = cost[to - 1, to] = 0
    score = logs[0].copy()
    score[2::2] = -1e9
    back = np.zeros((count, labels), dtype=np.int64)
    for at in range(1, count):
        every = score[:, None] + cost
        back[at] = every.argmax(axis=0)
        score = every[back[at], np.arange(labels)] + logs[at]
    row = np.zeros(count, dtype=np.int64)
    row[-1] = score.argmax()
    for at in range(count - 1, 0, -1):
        row[at - 1] = back[at, row[at]]
    return row
