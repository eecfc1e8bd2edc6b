"""The scores by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest
from bench.floors import figures
from bench.judgement.__main__ import compare, main, row, total
from bench.judgement.rivals import RIVALS
from bench.judgement.scores import answers, brier, calibration_error, curve, log_score, score, surest

P = np.array([0.9, 0.8, 0.4, 0.5])
Y = np.array([1.0, 0.0, 0.0, 1.0])


def test_brier_and_log() -> None:
    assert brier(P, Y) == pytest.approx((0.01 + 0.64 + 0.16 + 0.25) / 4)
    assert log_score(P, Y) == pytest.approx(
        -(math.log(0.9) + math.log(0.2) + math.log(0.6) + math.log(0.5)) / 4
    )


def test_the_log_score_is_clipped() -> None:
    assert log_score(np.array([0.0]), np.array([1.0])) == pytest.approx(-math.log(0.001))


def test_the_calibration_curve() -> None:
    p = np.array([0.05, 0.05, 0.72, 0.78, 1.0])
    y = np.array([0.0, 1.0, 1.0, 1.0, 1.0])
    found = curve(p, y)
    assert [(round(a, 6), round(b, 6), n) for a, b, n in found] == [
        (0.05, 0.5, 2),
        (0.75, 1.0, 2),
        (1.0, 1.0, 1),
    ]
    assert calibration_error(p, y) == pytest.approx((0.45 * 2 + 0.25 * 2 + 0) / 5)


def test_the_surest_come_first() -> None:
    assert surest(P, Y, 0.5) == pytest.approx((0.01 + 0.64) / 2)
    assert surest(P, Y, 1.0) == pytest.approx(brier(P, Y))
    assert surest(P, Y, 0.25) == pytest.approx(0.01)


def test_abstaining_is_scored_as_a_half() -> None:
    truth = {"a": True, "b": True, "c": False, "d": False}
    found = score({"a": 0.9, "b": None, "c": 0.2}, truth, ["a", "b", "c", "d"])
    assert found.brier == pytest.approx((0.01 + 0.25 + 0.04 + 0.25) / 4)
    assert found.spoken == pytest.approx((0.01 + 0.04) / 2)
    assert found.abstains == pytest.approx(0.5)
    assert found.right == pytest.approx((1 + 0.5 + 1 + 0.5) / 4)
    assert found.surest[3] == pytest.approx((0.01 + 0.04) / 2)


def test_who_always_abstains_has_a_quarter() -> None:
    found = score({}, {"a": True, "b": False}, ["a", "b"])
    assert (found.brier, found.abstains, found.spoken, found.error) == (0.25, 1.0, 0.25, 0.0)


def test_what_is_no_probability_is_refused() -> None:
    with pytest.raises(ValueError, match="no probability"):
        answers({"a": 1.2}, ["a"])


def test_a_row_can_be_read_by_the_floors_and_the_best_rival_is_the_least_brier() -> None:
    from bench.attribution import table

    truth = {"a": True, "b": False}
    good = [score({"a": 0.9, "b": 0.2}, truth, ["a", "b"])]
    bad = [score({"a": 0.6, "b": 0.4}, truth, ["a", "b"])]
    worse = [score({}, truth, ["a", "b"])]
    text = table([row("simple", "ours", good), row("simple", "majority", bad)])
    assert figures(text, "simple ours")["skill"] == pytest.approx(90.0)
    worlds = compare(
        {
            "simple": {"ours": good, "majority": worse, "TruthFinder": bad},
            "few": {"ours": worse, "majority": bad},
        }
    )
    assert [(one["best rival"], one["ahead"], one["seeds ahead"]) for one in worlds] == [
        ("TruthFinder", 1, 1),
        ("majority", 0, 0),
    ]
    assert figures(table(total("worlds", worlds)), "summary worlds, ours") == {
        "worlds": 2,
        "ahead": 1,
        "ahead of named": 1,
        "log ahead": 1,
    }
    assert compare({"simple": {"x": bad}}) == []


def test_the_command_prints_a_table_for_each_world_and_the_copies(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    judges = {"ours": RIVALS["vote over roots"], "majority": RIVALS["majority"]}
    monkeypatch.setattr("bench.judgement.__main__.judges", lambda: judges)
    monkeypatch.setattr("sys.argv", ["judgement", "--seeds", "1", "--world", "few", "--world", "copying"])
    main()
    printed = capsys.readouterr().out
    assert figures(printed, "few ours") == figures(printed, "few majority")
    assert figures(printed, "copying ours")["ECE"] > 0
    assert figures(printed, "summary worlds, ours")["worlds"] == 2
    assert figures(printed, "summary press, ours")["worlds"] == 8
    assert figures(printed, "copies ours")["times, most"] == 1
    assert figures(printed, "copies majority")["times, most"] > 2
    assert "public sets skipped" in printed
