"""What an item's grades make of it: how likely it is under each explanation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import yaml

from rashomon.assess.record.table import Floats
from rashomon.records import Evidence, Grade, Hypothesis


@dataclass(frozen=True, slots=True)
class Worth:
    """The table of ``worth.yaml``."""

    steps: Mapping[str, float]
    reliability: Mapping[str, float]
    credibility: Mapping[str, float]
    deceiver: Mapping[str, float]
    obscure: float
    against_interest: float
    read: float
    kinds: Mapping[str, float]


@cache
def worth() -> Worth:
    found = yaml.safe_load((files("rashomon.assess.judge") / "worth.yaml").read_text("utf-8"))
    return Worth(**found)


def sound(grade: Grade, kind: str) -> float:
    """Probability that the item tells what it seems to tell. A statement is weighed by its source's record instead of its credibility."""
    table = worth()
    made = table.reliability[grade.reliability]
    if kind == "statement" and grade.deceiver == "unknown":
        made *= table.obscure
    if kind == "statement" and grade.deceiver == "no" and grade.reliability == "F":
        made = table.against_interest
    if kind != "statement":
        made *= table.credibility[grade.credibility] * table.deceiver[grade.deceiver]
    return made * table.read


def fits(item: Evidence, grade: Grade, hypotheses: Sequence[Hypothesis]) -> Floats:
    """Log likelihood of the item under each explanation, up to a constant; shape (H,).

    Sound, it is as likely as its step says; unsound, it is as likely under one as under another.
    """
    table = worth()
    step = dict(grade.consistency)
    factor = np.array([table.steps[step.get(one.id, "not_applicable")] for one in hypotheses])
    honest = sound(grade, item.kind)
    made: Floats = table.kinds[item.kind] * np.log(honest * factor + (1 - honest))
    return made
