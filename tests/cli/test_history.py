"""``rashomon history`` as a user calls it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rashomon.cli import main
from tests.foresee.past import POLECAT, polecat


def call(*arguments: str) -> Result:
    return CliRunner().invoke(main, ("history", *arguments), catch_exceptions=False)


@pytest.fixture
def base(tmp_path: Path) -> str:
    """Eight accusations, each but one followed by a sanction ten days later."""
    rows = [POLECAT, "no\trow"]
    for n in range(8):
        rows.append(polecat(f"a{n}", f"20{10 + n}-03-01", "ACCUSE", "Borea\x1b[31m", "Alba", mode="allege"))
        if n != 3:
            rows.append(polecat(f"s{n}", f"20{10 + n}-03-11", "SANCTION", "Alba", "Borea\x1b[31m"))
    rows.append(polecat("end", "2019-12-31", "AID", "Alba", "Cera"))
    (tmp_path / "week.txt").write_text("\n".join(rows), encoding="utf-8")
    result = call("import", str(tmp_path / "week.txt"), "--database", str(tmp_path / "desk.db"))
    assert (
        result.exit_code == 0
        and "17 records, 16 new events" in result.stdout
        and "1 left out" in result.stdout
    )
    assert "week.txt, line 2" in result.stderr
    return str(tmp_path / "desk.db")


def test_what_two_did_is_listed_with_statements_apart(base: str) -> None:
    result = call("show", "alba", "borea\x1b[31m", "--database", base)
    assert "15 events, 7 deeds and 8 statements" in result.stdout
    assert "2010-03-01  statement  Borea" in result.stdout and "\x1b" not in result.stdout
    deeds = call("show", "Alba", "--deeds", "--limit", "2", "--format", "json", "--database", base)
    assert [json.loads(line)["event"]["category"] for line in deeds.stdout.splitlines()] == [
        "SANCTION",
        "AID",
    ]


def test_an_unknown_actor_is_told_with_names_that_are_near(base: str) -> None:
    result = call("show", "alb", "--database", base)
    assert result.exit_code == 1 and "nothing of alb" in result.stderr and "8  Alba" in result.stderr


def test_precedents_name_their_cases(base: str) -> None:
    result = call(
        "precedents",
        "Alba",
        "Borea\x1b[31m",
        "--after",
        "<ACCUSE",
        "--within",
        "30",
        "--cases",
        "1",
        "--database",
        base,
    )
    first = result.stdout.splitlines()
    assert "within 30 days Alba did SANCTION to Borea" in first[0] and "in 7 of 8 cases" in first[0]
    assert "2017-03-01 Borea" in first[1] and "then 2017-03-11" in first[1] and "\x1b" not in result.stdout
    learnt = call(
        "precedents", "Alba", "Borea\x1b[31m", "--within", "30", "--format", "json", "--database", base
    )
    assert {"<ACCUSE"} == {json.loads(line)["trigger"] for line in learnt.stdout.splitlines()}


def test_a_wrong_act_and_a_wrong_file_are_sentences(base: str, tmp_path: Path) -> None:
    wrong = CliRunner().invoke(
        main, ("history", "precedents", "Alba", "Cera", "--after", "HUG", "--database", base)
    )
    assert wrong.exit_code == 1 and "HUG: This names no act of the history" in wrong.stderr
    (tmp_path / "odd.csv").write_text("a,b\n")
    odd = CliRunner().invoke(main, ("history", "import", str(tmp_path / "odd.csv"), "--database", base))
    assert odd.exit_code == 1 and "odd.csv" in odd.stderr and "line 1" in odd.stderr
