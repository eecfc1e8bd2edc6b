"""All evidence of one claim as numbers: how likely each item is under each explanation, and which items are one voice."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from rashomon.assess.judge.worth import fits, sound, worth
from rashomon.assess.record.report import Word
from rashomon.assess.record.table import Floats
from rashomon.assess.record.voices import SCRIPT
from rashomon.records import Evidence, Grade, Hypothesis

Words = Callable[[str, int, Word], tuple[float, float]]
"""(source, interest, word) → log probability that it says so if the claim is false, and if it is true."""

Choose = Callable[[Evidence], Grade]
"""Whose grades of an item are taken."""


PARTLY = frozenset({"exaggeration", "other_number", "less", "in_part"})
"""Kinds of explanation under which the claim is false as worded and something of it is so: its tellers are then as often right as wrong."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """I items by H explanations."""

    items: tuple[Evidence, ...]
    likely: Floats
    """Log likelihood of each item, shape (I, H)."""
    spoken: Floats
    """Of statements on the claim, log probability of the word by (false, true); zero for others. Shape (I, 2)."""
    voice: tuple[tuple[int, ...], ...]
    """Numbers of the items that are one voice, the most telling first."""

    def sums(self) -> Floats:
        """Log likelihood of all voices together under each explanation; shape (H,)."""
        made = np.zeros(self.likely.shape[1])
        for one in self.voice:
            made += self.value(one)
        return made

    def value(self, items: Sequence[int]) -> Floats:
        """Log likelihood of one voice: its most telling item, or with a small chance several that are independent after all."""
        if not items:
            return np.zeros(self.likely.shape[1])
        head = items[0]
        if len(items) == 1 or self.items[head].word == "":
            lone: Floats = self.likely[head]
            return lone
        alone = np.log(SCRIPT) + self.likely[head]
        several = np.log1p(-SCRIPT) + self.likely[list(items)].sum(0)
        made: Floats = np.logaddexp(alone, several)
        return made


def matrix(
    evidence: Sequence[Evidence],
    hypotheses: Sequence[Hypothesis],
    prior: Mapping[str, float],
    words: Words,
    choose: Choose,
    kept: dict[str, tuple[Floats, Floats]] | None = None,
) -> Matrix:
    """The numbers. ``prior``: probability of each explanation by id, used to keep a statement's two parts apart.

    ``kept``: the rows of items by id from an earlier call with the same explanations, words and choice, since a row does not hang on the other items.
    """
    rows = kept if kept is not None else {}
    held = np.array([prior[one.id] for one in hypotheses])
    likely = np.zeros((len(evidence), len(hypotheses)))
    spoken = np.zeros((len(evidence), 2))
    for number, item in enumerate(evidence):
        if item.id not in rows:
            rows[item.id] = _row(item, choose(item), hypotheses, held, words)
        likely[number], spoken[number] = rows[item.id]
    return Matrix(tuple(evidence), likely, spoken, _voices(evidence, likely))


def _row(
    item: Evidence, grade: Grade, hypotheses: Sequence[Hypothesis], held: Floats, words: Words
) -> tuple[Floats, Floats]:
    """``Matrix.likely`` and ``Matrix.spoken`` of one item."""
    fit = fits(item, grade, hypotheses)
    if item.kind != "statement" or not item.word:
        return fit, np.zeros(2)
    told = _told(item, grade, words)
    return _apart(fit, hypotheses, held, told), told


def _told(item: Evidence, grade: Grade, words: Words) -> Floats:
    """By the source's record. Where a person grades the source otherwise than the program, the record counts by that much more or less; and by less where
    who speaks, or for whom, is not known."""
    assert item.word
    false, true = words(item.source, item.interest, item.word)
    own = item.grades[0] if item.grades else Grade()
    share = sound(grade, "statement") / sound(replace(own, deceiver="perhaps"), "statement")
    middle = (false + true) / 2
    told = np.array([middle + (false - middle) * share, middle + (true - middle) * share])
    # Where it was misread, its words tell nothing either way.
    read = worth().read
    mixed: Floats = np.logaddexp(np.log(read) + told, np.log1p(-read) + np.logaddexp(*told) - np.log(2))
    return mixed


def _apart(fit: Floats, hypotheses: Sequence[Hypothesis], held: Floats, told: Floats) -> Floats:
    """What a word on the claim says of the claim, and apart from that which explanation of its truth or falsehood it favours."""
    made = np.zeros(len(hypotheses))
    half = np.logaddexp(*told) - np.log(2)
    for truth, value in ((False, told[0]), (True, told[1]), (None, half)):
        side = np.array([one.holds is truth for one in hypotheses])
        if side.any():
            weight = held[side] / held[side].sum()
            made[side] = value + fit[side] - np.log((weight * np.exp(fit[side])).sum())
    partly = np.array([one.holds is False and one.kind in PARTLY for one in hypotheses])
    if (
        told[1] > told[0] and partly.any()
    ):  # who saw something of the kind says so in good faith, and cannot have counted
        made[partly] += half - told[0]
    return made


def _voices(evidence: Sequence[Evidence], likely: Floats) -> tuple[tuple[int, ...], ...]:
    """Items with one root and one word, of one camp with one word, or that make one point of one kind, are one voice."""
    telling = likely.max(1) - likely.min(1) if len(evidence) else np.zeros(0)
    signs = np.sign(np.round(likely, 6)).astype(np.int8)
    groups: dict[tuple[str, ...], list[int]] = {}
    for number, item in enumerate(evidence):
        if item.kind == "statement" and item.word:
            # One root is one voice whoever is named: that two parties spoke to one text is not told apart from one text copied by two outlets.
            key = (
                ("side", item.side, item.word) if item.side else ("root", item.root_id or item.id, item.word)
            )
        else:
            key = ("point", item.kind, signs[number].tobytes().hex())
        groups.setdefault(key, []).append(number)
    return tuple(
        tuple(sorted(one, key=lambda n: (-telling[n], evidence[n].at is None, evidence[n].id)))
        for one in groups.values()
    )
