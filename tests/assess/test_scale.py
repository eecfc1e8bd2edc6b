"""The words for numbers: edges, ends, both rows, and what is refused."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rashomon.assess import scale
from rashomon.errors import NotAGrade, NotAProbability

CHANCE = st.floats(min_value=0, max_value=1)


@pytest.mark.parametrize(
    ("p", "word"),
    [
        (0.0, "almost no chance"), (0.01, "almost no chance"), (0.049, "almost no chance"), (0.05, "very unlikely"),
        (0.2, "unlikely"), (0.1999, "very unlikely"), (0.45, "roughly even chance"), (0.4499, "unlikely"),
        (0.5, "roughly even chance"), (0.55, "roughly even chance"), (0.5501, "likely"), (0.8, "likely"),
        (0.801, "very likely"), (0.95, "very likely"), (0.951, "almost certain"), (1.0, "almost certain"),
        (0.1 + 0.1, "unlikely"), (1 - 0.2, "likely"), (0.3 + 0.25, "roughly even chance"), (19 / 20, "very likely"),
    ],
)  # fmt: skip
def test_an_edge_belongs_to_the_band_nearer_to_fifty(p: float, word: str) -> None:
    assert scale.word(p) == word


def test_the_second_row_has_words_of_its_own() -> None:
    steps = [0.03, 0.1, 0.3, 0.5, 0.7, 0.9, 0.97]
    assert [scale.word(p, "probability") for p in steps] == [
        "remote", "highly improbable", "improbable", "roughly even odds", "probable", "highly probable", "nearly certain",
    ]  # fmt: skip
    assert not {scale.word(p) for p in steps} & {scale.word(p, "probability") for p in steps}
    with pytest.raises(NotAGrade, match="odds"):
        scale.word(0.5, "odds")  # type: ignore[arg-type]


@given(CHANCE, CHANCE)
def test_more_probable_is_never_told_as_less(p: float, q: float) -> None:
    low, high = sorted((p, q))
    assert scale.band(low).rank <= scale.band(high).rank
    assert scale.percent(low) <= scale.percent(high)


@given(st.integers(min_value=0, max_value=100_000))
@example(5_000)
@example(20_000)
@example(45_000)
def test_the_scale_is_symmetric_around_fifty(thousandths: int) -> None:
    p, q = thousandths / 100_000, (100_000 - thousandths) / 100_000
    assert scale.band(p).rank + scale.band(q).rank == 6
    assert scale.percent(p) + scale.percent(q) == 100


@given(CHANCE)
def test_the_figure_stays_in_the_band_of_its_word_and_is_never_0_or_100(p: float) -> None:
    one = scale.band(p)
    assert one.low <= scale.percent(p) <= one.high
    assert 1 <= scale.percent(p) <= 99


def test_figures_as_printed() -> None:
    assert scale.as_percent(0.7) == "about 70 %"
    assert scale.as_percent(0.723) == "about 70 %"
    assert scale.as_percent(0.0) == "about 1 %"
    assert scale.as_percent(1) == "about 99 %"
    assert scale.as_percent(np.float64(0.971)) == "about 97 %"


@pytest.mark.parametrize("p", [-0.01, 1.01, 70, math.nan, math.inf, "0.5", None, True])
def test_what_is_no_probability_is_refused_by_name(p: object) -> None:
    with pytest.raises(NotAProbability) as caught:
        scale.word(p)  # type: ignore[arg-type]
    assert repr(p) in str(caught.value)


def test_confidence_has_three_words() -> None:
    assert all(scale.confidence(level) for level in ("low", "moderate", "high"))
    with pytest.raises(NotAGrade, match="medium"):
        scale.confidence("medium")


def test_f_and_6_are_missing_and_no_other_grade_is() -> None:
    assert [scale.reliability(code).missing for code in "ABCDEF"] == [False] * 5 + [True]
    assert [scale.credibility(code).missing for code in range(1, 7)] == [False] * 5 + [True]
    assert scale.reliability("B").label == "usually reliable"
    for code in ("G", "a", ""):
        with pytest.raises(NotAGrade):
            scale.reliability(code)
    with pytest.raises(NotAGrade, match="credibility"):
        scale.credibility(0)
