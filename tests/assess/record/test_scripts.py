"""Who counts as one voice, whether a source turned, how far evidence may be believed."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.assess.record import Report, learn
from rashomon.assess.record.spread import fitted as spread_fitted
from rashomon.assess.record.spread import none
from rashomon.assess.record.temper import Temper, fitted
from tests.assess.record.desks import desk, first

GOOD = {f"good {n}": 0.85 for n in range(5)}


def bloc(truth: dict[str, bool], seed: int = 3) -> list[Report]:
    """Three that say one line, right or wrong, on two thirds of the claims."""
    draw = np.random.default_rng(seed)
    made = []
    for n, (claim, true) in enumerate(truth.items()):
        if draw.random() < 0.34:
            continue
        line = true if draw.random() < 0.45 else not true
        for who in ("echo 1", "echo 2", "echo 3"):
            word = line if draw.random() < 0.97 else not line
            made.append(Report(claim=claim, source=who, word="asserts" if word else "denies", at=n + 0.1))
    return made


def script(reports: list[Report], settled: dict[str, bool]) -> dict[str, int]:
    found = learn(reports, settled)
    return {found.table.sources[s]: int(k) for s, k in zip(found.table.source, found.script, strict=True)}


def test_mouths_of_one_line_are_one_voice_and_honest_ones_are_not() -> None:
    reports, truth = desk(GOOD, 150)
    found = script([*reports, *bloc(truth)], first(truth, 90))
    assert len({found[f"echo {n}"] for n in (1, 2, 3)}) == 1
    assert len({found[name] for name in GOOD}) == len(GOOD)
    assert not {found[f"echo {n}"] for n in (1, 2, 3)} & {found[name] for name in GOOD}


@pytest.mark.parametrize("seed", range(4))
def test_two_good_sources_stay_apart(seed: int) -> None:
    reports, truth = desk({"a": 0.92, "b": 0.92, "c": 0.7, "d": 0.7}, 150, seed)
    assert len(set(script(reports, first(truth, 100)).values())) == 4


def test_who_mostly_repeats_another_is_its_mouth_in_the_rest_as_well() -> None:
    reports, truth = desk(GOOD, 60)
    claims = list(truth)
    agency = [Report(claim=c, source="agency", root=f"r{c}", at=n) for n, c in enumerate(claims[:20])]
    mirror = [
        Report(claim=c, source="mirror", root=f"r{c}", at=n + 0.5) for n, c in enumerate(claims[:12])
    ] + [Report(claim=c, source="mirror", at=n + 0.5) for n, c in enumerate(claims[12:20], 12)]
    found = script([*reports, *agency, *mirror], first(truth, 40))
    assert found["agency"] == found["mirror"]
    assert found["agency"] not in {found[name] for name in GOOD}


def test_a_turn_is_found_and_what_came_before_counts_no_more() -> None:
    reports, truth = desk(GOOD, 160)
    sold = [
        Report(claim=c, source="sold", word="asserts" if t == (n < 80) else "denies", at=n)
        for n, (c, t) in enumerate(truth.items())
    ]
    found = learn([*reports, *sold], truth)
    rows = found.table.source == found.table.sources.index("sold")
    days = found.table.at[rows]
    assert set(days[found.part[rows] == 1]) <= set(range(70, 160))
    assert (found.part[rows] == 1).sum() >= 60
    others = ~rows
    assert found.part[others].mean() < 0.2, "the honest did not turn"
    new = learn([*reports, *sold, Report(claim="new", source="sold", at=161)], truth).probability["new"]
    assert new < 0.3


def test_no_number_of_sources_is_sure_where_all_err_together() -> None:
    """Ten sources tell one and the same thing, and it is wrong a third of the time: no number of them may make it sure."""
    draw = np.random.default_rng(5)
    truth = {f"c{n:03}": bool(draw.random() < 0.5) for n in range(200)}
    reports = []
    for n, (claim, true) in enumerate(truth.items()):
        shared = true if draw.random() < 0.67 else not true
        for m in range(10):
            told = shared if draw.random() < 0.9 else not shared
            reports.append(
                Report(claim=claim, source=f"s{m}", word="asserts" if told else "denies", at=float(n))
            )
    found = learn(reports, first(truth, 140))
    open_ = [p for c, p in found.probability.items() if c not in first(truth, 140)]
    assert max(open_) < 0.93


@given(st.floats(-200, 200), st.sampled_from([0.3, 0.7, 1.2]), st.sampled_from([0.002, 0.04, 0.3]))
def test_no_evidence_goes_beyond_the_chance_that_all_misleads(
    evidence: float, slope: float, misled: float
) -> None:
    here = Temper(slope, misled)
    made = float(here.of(np.array([evidence]))[0])
    assert abs(made) <= np.log((1 - misled) / misled) + 1e-9
    assert made * evidence >= 0
    assert float(here.of(np.array([-evidence]))[0]) == pytest.approx(-made, abs=1e-9)


def test_few_settled_claims_move_the_temper_little() -> None:
    usual = Temper()
    one = fitted(np.array([3.0]), np.array([0.0]), np.array([False]))
    assert abs(one.slope - usual.slope) <= 0.1
    hundred = fitted(np.full(100, 3.0), np.zeros(100), np.arange(100) % 2 == 0)
    assert hundred.of(np.array([3.0]))[0] < usual.of(np.array([3.0]))[0] / 2


def test_how_a_claim_spread_says_nothing_until_settled_claims_do() -> None:
    assert none().of(np.array([[3.0, 1.0, 2.0]])).tolist() == [0.0]
    draw = np.random.default_rng(2)
    many = draw.normal(2, 1, (80, 3))
    told = spread_fitted(many, np.zeros(80), many[:, 1] < 2)
    assert told.weights[1] < -0.2
    assert abs(told.of(many.mean(0)[None])[0]) < 1e-6


def test_what_a_source_was_years_ago_fades_and_a_steady_one_is_remembered() -> None:
    """Three that get worse from day to day, three that stay; nine years, and then a claim of each kind."""
    draw = np.random.default_rng(4)
    truth = {f"c{n:04}": bool(draw.random() < 0.5) for n in range(500)}
    worse, steady = [], []
    for n, (claim, true) in enumerate(truth.items()):
        for m in range(6):
            sinking = 0.95 - 0.7 * n / 500 if m < 3 else 0.8
            for made, chance in ((worse, sinking), (steady, 0.8)):
                word = "asserts" if (draw.random() < chance) == true else "denies"
                made.append(Report(claim=claim, source=f"s{m}", word=word, at=n * 6.0))
    new = [Report(claim=f"of s{m}", source=f"s{m}", at=3001.0) for m in (0, 4)]
    kept, moved = learn([*steady, *new], truth), learn([*worse, *new], truth)
    assert kept.half == np.inf and kept.part.mean() < 0.2
    assert moved.half < np.inf or moved.part.any()
    assert moved.probability["of s0"] < 0.45
    assert moved.probability["of s4"] > 0.6
