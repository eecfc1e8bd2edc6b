"""``rashomon forecast``: asked, forecast, settled from documents, checked by a person, scored."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rashomon.cli import main

DAYS = ((3, "Chile and Peru opened a joint book fair in Lima."), (9, "Chile expelled two diplomats of Peru."),
        (15, "Chile and Peru opened a joint book fair in Arica."), (21, "A storm reached the coast of Peru and Chile."),
        (30, "Chile and Peru opened a joint book fair in Tacna."))  # fmt: skip


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["forecast", *words])


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    rows = [
        json.dumps({"id": f"d{day}", "text": text, "source": "Wire", "published_at": f"2024-05-{day:02}T12:00:00Z", "language": "en"})
        for day, text in DAYS
    ]  # fmt: skip
    Path("in.jsonl").write_text("\n".join(rows), encoding="utf-8")
    made = CliRunner().invoke(
        main, ["brief", "in.jsonl", "--format", "json", "--to", "out", "--now", "2024-06-02T00:00:00Z"]
    )
    assert made.exit_code == 0, made.output
    yield tmp_path


def ask(
    text: str, *more: str, until: str = "2024-06-01T00:00:00Z", at: str = "2024-05-01T00:00:00Z"
) -> Result:
    return run("ask", text, "--until", until, "--by", "Ann", "--now", at, *more)


EXPELS = ("--actor", "Chile", "--category", "SANCTION", "--mode", "expel", "--target", "Peru")


def test_a_question_is_asked_forecast_settled_checked_and_scored(desk: Path) -> None:
    yes = ask("Will Chile expel a diplomat of Peru?", *EXPELS, "--base-rate", "0.1").stdout.split()[0]
    other = ask("Will Peru arrest a citizen of Chile?", "--actor", "Peru", "--category", "COERCE", "--mode", "arrest",
                "--target", "Chile").stdout.split()[0]  # fmt: skip
    for key, p, who in ((yes, "0.8", "Ann"), (yes, "0.4", "Bo"), (other, "0.1", "Ann")):
        made = run("add", key[:6], p, "--by", who, "--now", "2024-05-02T00:00:00Z")
        assert made.exit_code == 0, made.output
    assert run("list", "--now", "2024-05-03T00:00:00Z").stdout.count(" open ") == 2
    settled = run("resolve", "--now", "2024-06-03T00:00:00Z")
    assert settled.exit_code == 0, settled.output
    assert f"{yes}  yes" in settled.stdout and f"{other}  no" in settled.stdout
    assert "expelled" in settled.stdout
    assert run("resolve", "--now", "2024-06-03T00:00:00Z").stdout == ""
    told = run("score").stdout
    assert told.index("Ann ") < told.index("Bo ")
    assert "  0.025 " in told and "could not be settled: 0 (0.0 %)" in told
    checked = run(
        "resolve",
        other,
        "--outcome",
        "yes",
        "--why",
        "the court's list",
        "--by",
        "Cy",
        "--now",
        "2024-06-04T00:00:00Z",
    )
    assert checked.exit_code == 0, checked.output
    page = run("show", other, "--now", "2024-06-05T00:00:00Z").stdout
    assert "no  the program:" in page and "yes  Cy (counts): the court's list" in page
    assert "  0.425 " in run("score").stdout


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ((), "no rule that settles it"),
        (("--category", "ASSAULT"), "names no actor"),
        (("--actor", "Chile", "--category", "WAR"), "'WAR'"),
    ],
)
def test_what_cannot_be_settled_is_refused_with_a_sentence(
    desk: Path, more: tuple[str, ...], sentence: str
) -> None:
    made = ask("Will there be war?", *more)
    assert made.exit_code == 1 and sentence in made.output and "docs/how-to/forecasts.md" in made.output
    late = ask("Will Chile expel a diplomat?", *EXPELS, until="2024-04-01T00:00:00Z")
    assert late.exit_code == 1 and "is past" in late.output
    assert run("list", "--all").stdout == ""


def test_what_comes_too_late_or_is_no_probability_is_refused(desk: Path) -> None:
    key = ask("Will Chile expel a diplomat of Peru?", *EXPELS).stdout.split()[0]
    late = run("add", key, "0.5", "--now", "2024-06-01T00:00:00Z")
    assert late.exit_code == 1 and "until 2024-06-01" in late.output
    for p in ("1.5", "nan"):
        assert run("add", key, p, "--now", "2024-05-02T00:00:00Z").exit_code == 1
    assert run("add", "nothing", "0.5").exit_code == 1
    assert run("add", key, "0", "--now", "2024-05-02T00:00:00Z").exit_code == 0
    assert run("resolve", key, "--outcome", "yes").exit_code == 2  # no ground given


def test_import_of_lines_and_of_a_foreign_set(desk: Path) -> None:
    ask("Will Chile expel a diplomat of Peru?", *EXPELS)
    question = {"text": "Will it rain?", "opened_at": "2024-05-01T00:00:00Z", "deadline": "2024-05-08T00:00:00Z", "by": "Ann",
                "settled_by": "the weather office"}  # fmt: skip
    lines = [
        {"question": question},
        {"question": {**question, "text": "No judge", "settled_by": ""}},
        {"forecast": {"p": 1}},
        3,
    ]
    Path("rows.jsonl").write_text("\n".join(json.dumps(one) for one in lines), encoding="utf-8")
    made = run("import", "rows.jsonl")
    assert "1 new" in made.stdout and "3 Issues" in made.output
    base = {"source": "acled", "id": "q1"}
    asked = {**base, "question": "More by {resolution_date}?", "resolution_criteria": "By the data.", "freeze_datetime": "2024-07-12T00:00:00+00:00",
             "freeze_datetime_value": "3", "resolution_dates": ["2024-07-28", "2024-08-20"]}  # fmt: skip
    sets = {
        "q.json": {"forecast_due_date": "2024-07-21", "questions": [asked, {**asked, "id": ["a", "b"]}]},
        "f.json": {"forecast_due_date": "2024-07-21", "model": "crowd", "forecasts": [
            {**base, "resolution_date": "2024-07-28", "forecast": 0.9, "user_id": "u1"},
            {**base, "resolution_date": "2024-08-20", "forecast": 1.7, "user_id": "u1"},
            {**base, "resolution_date": "2031-08-20", "forecast": 0.7, "user_id": "u1"}]},
        "r.json": {"resolutions": [{**base, "resolution_date": "2024-07-28", "resolved": True, "resolved_to": 1.0}]},
    }  # fmt: skip
    for name, data in sets.items():
        Path(name).write_text(json.dumps(data), encoding="utf-8")
    told = [run("import", name) for name in sets]
    assert ["2 new" in told[0].output, "1 new" in told[1].output, "1 new" in told[2].output] == [True] * 3
    assert "pair of questions" in told[0].output
    assert "no probability" in told[1].output and "no such question" in told[1].output
    assert " 0.010 " in run("score").stdout


def test_text_from_outside_cannot_steer_the_terminal(desk: Path) -> None:
    made = ask("Will \x1b[31mChile\x1b[0m expel a diplomat?", *EXPELS)
    assert made.exit_code == 0 and "\x1b" not in made.output
    assert "\x1b" not in run("list").output + run("show", made.stdout.split()[0]).output
