"""Why an answer stands where it does: the signs that carried it, the rules behind them, and the very cases."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rashomon.foresee.precedents.facts import Facts
from rashomon.foresee.precedents.mix import Mix
from rashomon.foresee.precedents.signs import MEANING, Signs

SHOWN = 3
"""Signs, rules and cases told of each answer."""


def why(
    facts: Facts,
    mix: Mix,
    found: Signs,
    question: int,
    day: int,
    entities: Sequence[str],
    relations: Sequence[str],
) -> list[str]:
    """Lines on the likeliest answer to one question (a row of ``found``), its largest signs against the mean entity's, the rules of one
    step that speak for it, and the cases of each with their days."""
    subject, relation = (int(x) for x in found.questions[question])
    scores = mix.scores(found)[question]
    answer = int(scores.argmax())
    chance = float(np.exp(scores[answer] - scores.max()) / np.exp(scores - scores.max()).sum())
    told = f"{_told(entities[subject], relation, relations)} → {entities[answer]} (chance {chance:.2f})"
    weights = mix.weights(found)[question]
    parts = weights * (found.values[:, question, answer] - found.values[:, question].mean(1))
    lines = [told]
    for sign in np.argsort(-parts)[:SHOWN]:
        lines.append(f"  {parts[sign]:+.2f} {MEANING[found.names[sign]]}")
    rows, begin = facts.by_subject
    past = rows[begin[subject] : begin[subject + 1]]
    past = past[(past[:, 2] == answer) & (past[:, 3] < day)]
    confidence = mix.rules.confidence[:, relation]
    for body in sorted(set(past[:, 1].tolist()), key=lambda b: (-confidence[b], b))[:SHOWN]:
        days = past[past[:, 1] == body, 3][-SHOWN:]
        rules = mix.rules
        lines.append(
            f"  rule: after {_name(body, relations)}, {_name(relation, relations)} in {rules.followed[body, relation]:.0f} of"
            f" {rules.bodies[body]:.0f} cases; here on days {', '.join(map(str, days))}"
        )
    return lines


def _told(name: str, relation: int, relations: Sequence[str]) -> str:
    return f"{name}, {_name(relation, relations)}, whom?"


def _name(relation: int, relations: Sequence[str]) -> str:
    return (
        relations[relation]
        if relation < len(relations)
        else f"{relations[relation - len(relations)]} (done to the subject)"
    )
