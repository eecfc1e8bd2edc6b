"""``rashomon story``: a person's word is kept, shown, and not undone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rashomon.cli import main

TEXTS = {
    "a": "A drone hit the grain terminal in Lindos on March 13, setting two silos on fire. Governor Petra Hale said that nobody was hurt.",
    "b": "A drone hit a fuel depot in Orsk Bay on May 19 and set it on fire. Mayor Ilan Brook said that three guards were hurt.",
}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    assert run("collect", "in", "--to", "x.jsonl").exit_code == 0
    assert run("brief", "in", "--format", "json", "--to", "out").exit_code == 0
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def ids() -> list[str]:
    return [line.split()[0] for line in run("story", "show").stdout.splitlines()]


def test_merge_split_show_and_changes(desk: Path) -> None:
    first, second = ids()
    assert run("story", "lines", "--to", "before.jsonl").exit_code == 0
    merged = run("story", "merge", first, second, "--by", "Ann", "--why", "one campaign", "--now", "2024-01-01T00:00:00Z")  # fmt: skip
    assert merged.exit_code == 0, merged.output
    (only,) = ids()
    shown = run("story", "show", only).stdout
    assert "Ann: one story: one campaign" in shown
    assert "the program had it in" in shown
    step = json.loads(run("story", "changes", "--before", "before.jsonl").stdout.splitlines()[0])
    assert (step["kind"], step["why"]) == ("merged", "by the word of Ann: one campaign")
    run("brief", "in", "--format", "markdown", "--to", "page")
    assert "Ann joined these reports" in "".join(p.read_text() for p in Path("page").glob("*.md"))
    document = json.loads(Path("before.jsonl").read_text().splitlines()[0])["document_id"]
    split = run("story", "split", only, "--out", document, "--by", "Bo", "--why", "two towns", "--now", "2024-01-02T00:00:00Z")  # fmt: skip
    assert split.exit_code == 0, split.output
    assert len(ids()) == 2
    both = run("story", "show", document).stdout
    assert "Ann: one story" in both and "Bo: two stories: two towns" in both


def test_a_name_that_fits_nothing_says_so_and_keeps_nothing(desk: Path) -> None:
    (first, _) = ids()
    for words in (("merge", first, first), ("merge", first, "nothing"), ("split", first, "--out", "zz")):
        result = run("story", *words, "--by", "Ann")
        assert result.exit_code == 1
        assert "names no story" in result.output
    assert len(ids()) == 2
