"""A report's own stance towards a claim: agree, disagree, discuss, unrelated, or no answer where none is sure enough.

A cheap step by words in common finds most of the unrelated ones; a small trained network reads the claim and the most
telling passages of the report. English only (decisions/0015). It is the machine's reading of a report, never a position
of a party.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import NamedTuple

from rashomon.claim.stance.cues import refuting
from rashomon.claim.stance.model import LABELS, Looked, Model
from rashomon.claim.stance.model import model as loaded
from rashomon.claim.stance.place import folder
from rashomon.claim.stance.words import Text
from rashomon.records import ReportLabel

__all__ = ["LABELS", "Judged", "folder", "stances"]


class Judged(NamedTuple):
    """The answer for one pair."""

    label: ReportLabel | None
    """One of ``LABELS``; None where nothing is sure enough to say, or there is nothing to judge."""
    probabilities: dict[ReportLabel, float]
    """Calibrated, by label; empty where there is nothing to judge: no words, or not in the model's language."""


NOTHING = Judged(None, {})
LATIN = 0.7
"""Share of letters that must be Latin in a text that the model can read."""
HELD = 64
"""Reports kept cut up at once: a story's pairs come claim by claim over the same reports."""
AHEAD = 256
"""Pairs prepared before the first of them is waited for, so that any number of pairs takes the same memory."""


def stances(pairs: Iterable[tuple[str, str]], threads: int = 0) -> list[Judged]:
    """The stance of each (claim, report), in order; the same whether asked at once or one by one.

    ``threads``: pairs run at once, 0 for one on each core. A report may be of any length; time grows with it.

    Raises:
        MissingModel: the model is not there, or broken.
    """
    made = loaded()
    with ThreadPoolExecutor(threads or len(os.sched_getaffinity(0))) as workers:
        return list(_judged(made, pairs, workers))


def _judged(made: Model, pairs: Iterable[tuple[str, str]], workers: ThreadPoolExecutor) -> Iterator[Judged]:
    texts: dict[str, Text | None] = {}
    waiting: list[Judged | Future[Judged]] = []
    for claim, report in pairs:
        waiting.append(_start(made, _text(texts, claim), _text(texts, report), workers))
        if len(waiting) >= AHEAD:
            yield _done(waiting.pop(0))
    yield from map(_done, waiting)


def _done(one: Judged | Future[Judged]) -> Judged:
    return one.result() if isinstance(one, Future) else one


def _text(held: dict[str, Text | None], text: str) -> Text | None:
    """The text cut up, or None where the model cannot read it."""
    if text not in held:
        while len(held) >= 2 * HELD:
            held.pop(next(iter(held)))
        held[text] = Text(text) if readable(text) else None
    return held[text]


def readable(text: str) -> bool:
    """Whether a text has words, and most of its letters are Latin."""
    letters = [sign for sign in text[:4000] if sign.isalpha()]
    latin = sum(sign < "ɐ" for sign in letters)
    return bool(letters) and latin >= LATIN * len(letters)


def _start(
    made: Model, claim: Text | None, report: Text | None, workers: ThreadPoolExecutor
) -> Judged | Future[Judged]:
    if claim is None or report is None or not claim.words or not report.words:
        return NOTHING
    one = made.look(claim, report)
    if one.related < made.card["cheap"]["cut"]:
        # Further certainty would cost a run of the network and change no label.
        spread = one.related / 3
        return Judged("unrelated", dict(zip(LABELS, (spread, spread, spread, 1 - one.related), strict=True)))
    return workers.submit(_run, made, one)


def _run(made: Model, one: Looked) -> Judged:
    chances = made.chances(one)
    number = max(range(len(LABELS)), key=chances.__getitem__)
    label = LABELS[number]
    sure = chances[number] >= made.card["thresholds"][number]
    if label == "disagree" and refuting(one.claim.text):
        # Refuting what refutes: of such answers three in five were wrong on pairs of our own.
        sure = False
    return Judged(label if sure else None, dict(zip(LABELS, chances, strict=True)))
