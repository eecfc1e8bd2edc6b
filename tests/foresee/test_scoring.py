"""Scores against figures worked out by hand."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.foresee.ledger import Ledger
from rashomon.foresee.scoring import Pair, bins, brier, calibration, log_score, score, scores, skill
from rashomon.records import Forecast, Question, Resolution, Rule

OPENED = datetime(2024, 5, 1, tzinfo=UTC)
DAY = timedelta(days=1)


def test_brier_and_logarithm() -> None:
    pairs = [Pair(0.9, 1), Pair(0.2, 0), Pair(0.5, 1)]
    assert brier(pairs) == pytest.approx((0.01 + 0.04 + 0.25) / 3)
    log, clipped = log_score(pairs)
    assert log == pytest.approx(-(math.log(0.9) + math.log(0.8) + math.log(0.5)) / 3) and clipped == 0
    assert brier([]) is None and log_score([]) == (None, 0)


def test_a_wrong_certainty_costs_all_of_brier_and_a_finite_logarithm() -> None:
    assert brier([Pair(1.0, 0), Pair(0.0, 1)]) == 1
    log, clipped = log_score([Pair(1.0, 0), Pair(0.0, 0)])
    assert clipped == 2 and log == pytest.approx((-math.log(0.01) - math.log(0.99)) / 2)


def test_calibration_by_tenths() -> None:
    found = bins([*[Pair(0.3, 1)] * 3, *[Pair(0.3, 0)] * 7, Pair(1.0, 1), Pair(0.95, 0)])
    assert [(b.low, b.number) for b in found] == [(0.3, 10), (0.9, 2)]
    assert found[0].happened == pytest.approx(0.3)
    assert calibration(found) == pytest.approx(2 * abs(0.975 - 0.5) / 12)


def test_skill_is_over_those_that_have_a_reference_and_none_against_a_faultless_one() -> None:
    pairs = [Pair(0.8, 1, base=0.5, status_quo=0.0), Pair(0.1, 0, status_quo=0.0)]
    better, number = skill(pairs, lambda one: one.base)
    assert better == pytest.approx(1 - 0.04 / 0.25) and number == 1
    assert score("Ann", pairs, closed=2, unresolved=0).against_status_quo == pytest.approx(1 - 0.025 / 0.5)
    assert skill([Pair(0.1, 0, status_quo=0.0)], lambda one: one.status_quo) == (None, 1)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=40))
def test_scores_stay_in_their_bounds(rows: list[tuple[float, bool]]) -> None:
    made = score("x", [Pair(p, float(o)) for p, o in rows], closed=len(rows), unresolved=0)
    assert made.brier is not None and 0 <= made.brier <= 1
    assert made.log is not None and 0 <= made.log <= -math.log(0.01) + 1e-9
    assert made.calibration is not None and 0 <= made.calibration <= 1
    assert sum(one.number for one in made.bins) == len(rows)


def test_the_last_forecast_counts_void_is_left_out_and_the_unresolvable_are_told() -> None:
    asked = [
        Question(
            text=f"Will it happen, {n}?",
            opened_at=OPENED,
            deadline=OPENED + 10 * DAY,
            rule=Rule(actors=("Velmia",), categories=("ASSAULT",)),
            base_rate=0.25,
        )
        for n in range(4)
    ]
    given_ = [Forecast(question_id=q.id, by="Ann", p=0.5, at=OPENED + DAY) for q in asked]
    later = replace(given_[0], p=0.9, at=OPENED + 2 * DAY)
    words = [
        Resolution(question_id=q.id, outcome=outcome, at=OPENED + 11 * DAY, why="As told.")  # type: ignore[arg-type]
        for q, outcome in zip(asked, ("yes", "void", "unresolvable"), strict=False)
    ]
    (made,) = scores(Ledger(asked, [later, *given_], words).all())
    assert made.number == 1 and made.brier == pytest.approx(0.01)
    assert made.unresolvable == pytest.approx(1 / 2)
    assert made.against_base == pytest.approx(1 - 0.01 / 0.5625)
