"""``rashomon match`` as a user calls it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rashomon.cli import main


def call(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(main, ("match", *arguments), input=given, catch_exceptions=False)


@pytest.fixture
def checked(tmp_path: Path) -> str:
    file = tmp_path / "checked.csv"
    file.write_text(
        "id,claim,verdict,reviewer,date,url,claimant\n"
        "a,Smugglers blew up the bridge at Larkspur,False,Harbour Desk,2021-05-04,https://example.org/a,Ruth Stein\n"
        "b,Bananas cure cancer,Nonsense,Harbour Desk,2020-01-02,https://example.org/b,\n",
        encoding="utf-8",
    )
    return str(file)


def test_a_text_against_a_file(checked: str) -> None:
    result = call("--claims", checked, "Was Larkspur's bridge destroyed by smugglers?")
    assert result.exit_code == 0
    for words in (
        "Smugglers blew up the bridge",
        "Ruth Stein",
        "Harbour Desk, 4 May 2021: False",
        "example.org/a",
    ):
        assert words in result.stdout


def test_lines_in_and_out_keep_order_and_ids(checked: str) -> None:
    given = '{"id": "2", "text": "eating bananas heals tumours"}\nno json\n{"id": "1", "text": "Larkspur bridge blown up"}\n{"text": ""}\n'
    result = call("--from", "-", "--claims", checked, "--limit", "1", given=given)
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["id"] for line in lines] == ["2", "1", ""]
    first = lines[0]["matches"][0]
    assert {"rank", "score", "likeness", "claim", "compared", "stances", "outcome"} <= set(first)
    assert first["claim"]["id"] == "b" and first["claim"]["verdict"] == "Nonsense"
    assert lines[2]["matches"] == [] and "no words" in lines[2]["note"]
    assert "bad_record" in result.stderr


def test_an_imported_list_is_asked_from_the_database(checked: str, tmp_path: Path) -> None:
    base = str(tmp_path / "desk.db")
    first = call("import", checked, "--database", base)
    assert "2 claims read" in first.stdout and "2 of them new" in first.stdout
    assert "0 of them new" in call("import", checked, "--database", base).stdout
    assert "2  checked" in call("lists", "--database", base).stdout
    found = json.loads(call("--format", "json", "--database", base, "banana cancer cure").stdout)
    assert found["matches"][0]["claim"]["list"] == "checked"


def test_what_a_brief_read_is_known_afterwards(tmp_path: Path) -> None:
    base, text = str(tmp_path / "desk.db"), tmp_path / "report.txt"
    text.write_text(
        "Bridge at Larkspur\n\nMayor Ruth Stein said that the bridge at Larkspur had been blown up by smugglers. "
        "The smugglers' lawyer, Tom Reed, denied that his clients had blown up the bridge at Larkspur.\n",
        encoding="utf-8",
    )
    runner = CliRunner()
    made = runner.invoke(main, ["brief", str(text), "--database", base, "--to", str(tmp_path / "out")])
    assert made.exit_code == 0, made.output
    found = json.loads(
        call("--format", "json", "--database", base, "Smugglers destroyed the Larkspur bridge").stdout
    )
    best = found["matches"][0]["claim"]
    assert best["by"] == "Ruth Stein" or any(p["name"] == "Ruth Stein" for p in best["positions"])
    span = next(p["span"] for p in best["positions"] if p["span"])
    assert span["quote"] and span["document_id"]


def test_neither_text_nor_file_is_a_usage_error(checked: str) -> None:
    assert call("--claims", checked).exit_code == 2
    assert call("--claims", checked, "--from", "-", "text").exit_code == 2


def test_a_list_that_is_not_there_is_named(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["match", "--claims", str(tmp_path / "none.csv"), "text"])
    assert result.exit_code == 1 and "none.csv" in result.output


def test_nothing_dangerous_reaches_the_terminal(tmp_path: Path) -> None:
    file = tmp_path / "evil.jsonl"
    file.write_text(
        json.dumps({"claim": "Bridge \x1b[31m gone", "verdict": "\x1b]0;x\x07"}) + "\n", encoding="utf-8"
    )
    assert "\x1b" not in call("--claims", str(file), "bridge gone").stdout
