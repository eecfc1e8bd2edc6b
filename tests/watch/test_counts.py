"""What is usual, and how odd a count is: the numbers behind a state."""

from __future__ import annotations

import math
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import nbinom

from rashomon.watch.baseline import changed, nothing, odd, tail, usual
from rashomon.watch.sight import blind_days


def normal(counts: list[float], guess: float = 0.5, exposure: list[float] | None = None):
    weekdays = np.arange(len(counts)) % 7
    there = np.array(exposure) if exposure is not None else np.ones(len(counts))
    return usual(np.array(counts, dtype=float), there, weekdays, guess)


def test_the_tail_is_that_of_the_negative_binomial() -> None:
    for count, mean, spread in ((1, 0.1, 0.5), (5, 2.0, 0.2), (40, 12.0, 0.05)):
        size = 1 / spread
        assert tail(count, mean, spread) == pytest.approx(
            nbinom.sf(count - 1, size, size / (size + mean)), rel=1e-9
        )
    assert nothing(2.0, 1e-9) == pytest.approx(math.exp(-2), rel=1e-4)
    assert tail(0, 1.0, 0.5) == 1.0


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 60), st.floats(0.01, 30), st.floats(0.001, 3))
def test_more_is_odder(count: int, mean: float, spread: float) -> None:
    assert 0 <= tail(count + 1, mean, spread) <= tail(count, mean, spread) <= 1


def test_a_past_crisis_does_not_become_usual() -> None:
    calm = normal([1.0, 0.0] * 28)
    crisis = normal([1.0, 0.0] * 21 + [30.0] * 7 + [1.0, 0.0] * 3 + [0.0])
    assert crisis.level < 3 * calm.level


def test_a_day_without_sources_is_missing_and_not_zero() -> None:
    half = [4.0 if day % 2 else 0.0 for day in range(56)]
    seen = [1.0 if day % 2 else 0.0 for day in range(56)]
    assert normal(half, 4.0, seen).level == pytest.approx(4.0, rel=0.15)
    assert normal(half, 4.0).level < 3.5


def test_weekdays_have_their_own_level() -> None:
    one = normal([6.0 if day % 7 < 5 else 1.0 for day in range(56)], 4.0)
    assert one.mean(2, 1.0) > 2 * one.mean(6, 1.0)


def test_what_is_little_known_is_less_odd() -> None:
    short, long = normal([0.0] * 7, 0.1), normal([0.0] * 56, 0.1)
    assert tail(2, 0.2, short.unsure) >= tail(2, 0.2, long.unsure)
    assert long.level < short.level


def test_the_change_point_is_where_the_rise_began() -> None:
    one = normal([1.0, 0.0, 1.0, 0.0, 1.0, 0.0, 0.0] * 8)
    counts = np.array([0.0, 1.0, 0.0, 1.0, 0.0, 0.0, 1.0, 0.0, 0.0, 2.0, 3.0, 2.0, 3.0, 2.0])
    means = np.full(14, 0.43)
    assert changed(counts, means, one) == 5
    assert changed(np.zeros(14), means, one) == 0
    found = odd(counts, means, one, 3)
    assert found.tail < 0.001 and found.days == 5


def test_a_slow_rise_is_seen_though_no_day_is_odd() -> None:
    one = normal([1.0, 0.0, 0.0, 1.0, 0.0, 1.0, 0.0] * 8)
    means = np.full(14, 0.45)
    slow = odd(np.array([0.0] * 4 + [1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0, 1.0]), means, one, 3)
    single = odd(np.array([0.0] * 13 + [1.0]), means, one, 3)
    assert slow.tail < 0.003 < single.tail


def test_blind_from_the_second_silent_day_and_not_by_a_thin_weekend() -> None:
    first = date(2026, 3, 2)
    week = [12, 12, 12, 12, 12, 3, 2] * 8
    days = np.array([*week, 12, 12, 0, 0, 0], dtype=float)
    weekdays = np.array([(first + timedelta(days=n)).weekday() for n in range(len(days))])
    made = blind_days(days, weekdays)
    assert not made[:58].any()
    assert list(made[58:]) == [False, True, True]
    faint = days.copy()
    faint[58:] = 1
    assert blind_days(faint, weekdays)[-1]
    assert blind_days(np.zeros(5), weekdays[:5]).all()
