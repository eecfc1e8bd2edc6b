"""Who comes next: rules are counted exactly, nothing of the day itself is seen, and a planted habit is learnt."""

from __future__ import annotations

import numpy as np
import pytest

from rashomon.foresee.precedents.facts import Facts
from rashomon.foresee.precedents.mix import train
from rashomon.foresee.precedents.rules import SMOOTHING, learn
from rashomon.foresee.precedents.signs import MEANING, signs
from rashomon.foresee.precedents.why import why

ACCUSES, EXPELS, MEETS = 0, 1, 2


def habits(seed: int = 0, days: int = 120) -> Facts:
    """Six actors accuse one of six others every other day, and the day after expel whom they accused; meetings come at random."""
    chance = np.random.default_rng(seed)
    rows = []
    for day in range(days):
        for actor in range(6 * (day % 2 == 0)):
            other = int(chance.integers(6, 12))
            rows += [(actor, ACCUSES, other, day), (actor, EXPELS, other, day + 1)]
        rows.append((*chance.permutation(12)[:1], MEETS, *chance.permutation(12)[:1], day))
    return Facts.of(rows, 12, 3)


def test_rules_are_counted_exactly() -> None:
    facts = Facts.of(
        [(0, 0, 1, 5), (0, 1, 1, 7), (0, 1, 1, 8), (0, 0, 1, 30), (0, 0, 2, 5), (1, 2, 0, 6), (0, 1, 1, 5)],
        3,
        3,
    )
    rules = learn(facts, horizon=10)
    assert (
        rules.bodies[0] == 3 and rules.followed[0, 1] == 1
    )  # twice after one body is once; the same day is not after
    assert rules.followed[0, 2 + 3] == 1  # what 1 does to 0, seen from 0
    assert rules.followed[0, 0] == 0  # 25 days later
    assert rules.confidence[0, 1] == pytest.approx(1 / (3 + SMOOTHING))
    assert learn(facts, horizon=25).followed[0, 0] == 1


def test_signs_see_nothing_of_the_day_or_later_and_not_the_order_of_lines() -> None:
    facts = habits()
    rules = learn(facts.before(60), 30)
    questions = np.array([[0, EXPELS], [3, ACCUSES], [7, EXPELS + 3]])
    whole = signs(facts, rules, 80, questions)
    cut = signs(facts.before(80), rules, 80, questions)
    rows = np.column_stack([facts.subject, facts.relation, facts.object, facts.day])
    turned = signs(Facts.of(rows[::-1], 12, 3), rules, 80, questions)
    assert whole.values.shape == (len(MEANING), 3, 12) and np.isfinite(whole.values).all()
    assert np.array_equal(whole.values, cut.values) and np.allclose(whole.values, turned.values, atol=1e-5)


def test_a_planted_habit_is_learnt_and_explained() -> None:
    facts = habits()
    mix = train(facts.before(100), days=20)
    right = total = 0
    for day in range(101, 119, 2):
        now = facts.on(day)
        expelled = np.flatnonzero(now.relation == EXPELS)
        questions = np.column_stack([now.subject[expelled], now.relation[expelled]])
        found = mix.at(facts, day, questions)
        right += int((mix.scores(found).argmax(1) == now.object[expelled]).sum())
        total += len(expelled)
    assert right / total > 0.8  # one in six by chance
    names = [f"actor {n}" for n in range(12)]
    told = "\n".join(why(facts, mix, found, 0, day, names, ["accuses", "expels", "meets"]))
    assert (
        "actor 0, expels, whom?" in told
        and "on days" in told
        and f"{day - 1}" in told
        and "rule: after accuses, expels in" in told
    )


def test_an_actor_without_a_past_has_an_answer() -> None:
    facts = habits()
    wider = Facts.of(np.column_stack([facts.subject, facts.relation, facts.object, facts.day]), 14, 3)
    mix = train(wider.before(60), days=10)
    scores = mix.scores(mix.at(wider, 60, np.array([[13, EXPELS]])))
    assert np.isfinite(scores).all()
