"""The bench of the ledger: a set in ForecastBench's form, its people's median, and the mean of series and markets."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from bench import ledger


def folder(tmp_path: Path) -> Path:
    home = tmp_path / "forecasts"
    home.mkdir()
    series = {"source": "fred", "id": "rate", "question": "Higher by {resolution_date} than on {forecast_due_date}?", "url": "https://x.example",
              "resolution_criteria": "By the series.", "freeze_datetime": "2024-07-12T00:00:00+00:00", "freeze_datetime_value": "5",
              "resolution_dates": ["2024-07-28", "2024-08-20"], "market_info_close_datetime": "N/A"}  # fmt: skip
    market = {**series, "source": "manifold", "id": "m", "question": "Will it?", "resolution_dates": "N/A", "freeze_datetime_value": "0.3",
              "market_info_close_datetime": "2025-01-01T00:00:00+00:00"}  # fmt: skip
    words = [("fred", "rate", "2024-07-28", 1.0, True), ("fred", "rate", "2024-08-20", 0.0, True), ("manifold", "m", "2024-09-01", 0.0, True),
             ("manifold", "other", "2024-09-01", 0.0, True)]  # fmt: skip
    keys = ("source", "id", "resolution_date", "resolved_to", "resolved")
    said = [("fred", "rate", "2024-07-28", p) for p in (0.2, 0.8, 0.9)] + [
        ("fred", "rate", "2024-08-20", 0.5),
        ("manifold", "m", None, 0.1),
    ]
    files = {
        "2024-07-21-human.json": {"forecast_due_date": "2024-07-21", "questions": [series, market]},
        "2024-07-21_resolution_set.json": {"resolutions": [dict(zip(keys, row, strict=True)) for row in words]},
        "x.human_super_individual.json": {"forecast_due_date": "2024-07-21", "question-set": "2024-07-21-human.json", "forecasts": [
            {"source": s, "id": i, "resolution_date": d, "forecast": p, "user_id": f"u{n}"} for n, (s, i, d, p) in enumerate(said)]},
    }  # fmt: skip
    for name, data in files.items():
        (home / name).write_text(json.dumps(data), encoding="utf-8")
    return tmp_path


def test_the_median_of_people_is_scored_as_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["bench.ledger", "--data", str(folder(tmp_path))])
    assert ledger.main() == 0
    told = capsys.readouterr().out
    assert "questions 3, refused 0" in told and "of data series 2" in told
    row = next(line.split() for line in told.splitlines() if line.startswith("superforecasters"))
    # series: (0.8 - 1)² and 0.5², market 0.1²; the mean of the two kinds
    assert row[1:6] == ["2", "1", "0.145", "0.010", "0.077"]
    assert "5 forecasts taken, 0 refused" in told
    market = next(line.split() for line in told.splitlines() if line.startswith("market value"))
    assert market[5] == "0.090"


def test_without_people_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    home = folder(tmp_path)
    (home / "forecasts" / "x.human_super_individual.json").unlink()
    monkeypatch.setattr(sys, "argv", ["bench.ledger", "--data", str(home)])
    assert ledger.main() == 0
    assert "superforecasters, public: not scored" in capsys.readouterr().out
