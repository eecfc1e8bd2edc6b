"""What is not there and would move the judgement most: the collection gap, by expected change of the likelihood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rashomon.assess.judge.matrix import Matrix, Words
from rashomon.assess.judge.working import Judged
from rashomon.assess.judge.worth import worth
from rashomon.assess.record.table import Floats
from rashomon.records import EvidenceKind, Gap, Hypothesis

MOST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Something that could be looked for."""

    text: str
    kind: EvidenceKind
    source: str = ""
    name: str = ""
    interest: int = 0


GENERAL = (
    Wanted(
        kind="media",
        text="Footage or measurements whose place and time somebody with nothing to gain has checked.",
    ),
    Wanted(
        kind="statement",
        text="The word of somebody who was in a position to see and has nothing to gain either way.",
    ),
)
"""Looked for with every claim on which nothing of the kind was collected yet."""


def gaps(
    found: Matrix,
    hypotheses: Sequence[Hypothesis],
    shares: Floats,
    judged: Judged,
    words: Words,
    unheard: Sequence[Wanted],
) -> tuple[Gap, ...]:
    """The three things that are expected to move the likelihood most, over both ways each may come out.

    ``shares``: of the explanations now, shape (H,); a thing is expected to come out as they say. ``unheard``: parties whose word is missing.
    """
    sums, now = found.sums(), judged(found.sums()).likelihood
    free = {one.kind for one in found.items if one.interest == 0}
    wanted = [one for one in GENERAL if one.kind not in free or one.kind == "media"] + list(unheard)
    made = []
    for one in wanted:
        move = 0.0
        for outcome in _outcomes(one, hypotheses, words):
            chance = float((shares * np.exp(outcome)).sum())
            move += chance * abs(judged(sums + outcome).likelihood - now)
        made.append(Gap(text=one.text, kind=one.kind, move=min(move, 1.0), source=one.source))
    made.sort(key=lambda gap: (-gap.move, gap.text))
    return tuple(gap for gap in made[:MOST] if gap.move >= 0.01)


def _outcomes(one: Wanted, hypotheses: Sequence[Hypothesis], words: Words) -> list[Floats]:
    """Log probability of each way it may come out under each explanation; they add up to one under each."""
    true = np.array([0.5 if h.holds is None else float(h.holds) for h in hypotheses])
    if one.kind == "statement":
        made = []
        for word in ("asserts", "denies", "silent"):
            false_, true_ = np.exp(words(one.source, one.interest, word))
            made.append(np.log(true * true_ + (1 - true) * false_))
        total = np.logaddexp.reduce(made)
        return [part - total for part in made]
    steps = worth().steps
    up = steps["very_consistent"] / (steps["very_consistent"] + steps["very_inconsistent"])
    shows = np.log(true * up + (1 - true) * (1 - up))
    return [shows, np.log1p(-np.exp(shows))]
