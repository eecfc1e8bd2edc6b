"""``rashomon lint``, and ``rashomon brief`` that refuses what breaks a rule."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rashomon.cli import main
from rashomon.records import Section

TEXTS = {
    "a.txt": "Bridge blown up\n\nMayor Ruth Stein said that the bridge at Larkspur had been blown up by smugglers.",
    "b.txt": "Herring prices rise\n\nThe fishermen's union said that the price of herring had doubled since Easter.",
}


def call(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    home = tmp_path / "in"
    home.mkdir()
    for name, text in TEXTS.items():
        (home / name).write_text(text)
    return home


def run(corpus: Path, form: str, out: Path) -> Result:
    return call(
        "brief", str(corpus), "--database", str(out.parent / "r.db"), "--to", str(out), "--format", form,
        "--now", "2026-01-02T00:00:00Z",
    )  # fmt: skip


def test_what_we_publish_passes_and_is_refused_once_it_is_spoilt(corpus: Path, tmp_path: Path) -> None:
    assert run(corpus, "json", tmp_path / "out").exit_code == 0
    files = sorted(str(file) for file in (tmp_path / "out").glob("*.json"))
    well = call("lint", *files)
    assert well.exit_code == 0 and "2 checked, 0 findings" in well.stderr
    (spoilt,) = [Path(file) for file in files if "bridge" in file]
    data = json.loads(spoilt.read_text())
    data["brief"]["sections"][0]["sentences"][0]["text"] = (
        "The bridge at Larkspur had been blown up by smugglers."
    )
    spoilt.write_text(json.dumps(data))
    ill = call("lint", *files)
    assert ill.exit_code == 1
    assert "glance, 1" in ill.stdout and "[fact]" in ill.stdout and spoilt.name in ill.stdout
    (line,) = call("lint", "--format", "json", str(spoilt)).stdout.splitlines()
    assert json.loads(line)["rule"] == "fact"


def test_a_brief_that_breaks_a_rule_is_not_written_and_the_others_are(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rashomon import brief

    made = brief.compose

    def spoilt(story, *arguments, **named):  # type: ignore[no-untyped-def]
        one = made(story, *arguments, **named)
        if "Larkspur" not in one.documents[0].text:
            return one
        odd = Section(key="guess", heading="A guess", empty="It could all be a hoax.")
        return replace(one, sections=(*one.sections, odd))

    monkeypatch.setattr(brief, "compose", spoilt)
    result = run(corpus, "markdown", tmp_path / "out")
    assert result.exit_code == 1
    assert "not written: " in result.stderr
    assert "guess, empty: “could” [scale]" in result.stderr
    (page,) = (tmp_path / "out").glob("*.md")
    text = page.read_text()
    assert "herring" in text and "Larkspur" not in text.split("## What was collected")[0]
    assert "refused" in text.split("## What was collected")[1]
    (corpus / "b.txt").unlink()
    alone = run(corpus, "markdown", tmp_path / "alone")
    assert alone.exit_code == 1 and not (tmp_path / "alone").exists()


def test_a_page_by_hand(tmp_path: Path) -> None:
    page = tmp_path / "monday.md"
    page.write_text("# Monday\n\nThe fleet is likely to leave.[1] The army might follow.\n")
    result = call("lint", str(page))
    assert result.exit_code == 1
    assert "Monday, 2: “might” [scale]" in result.stdout
    assert "[cited]" in result.stdout


def test_what_is_no_brief_is_said(tmp_path: Path) -> None:
    odd = tmp_path / "odd.json"
    odd.write_text('{"brief": {"story_id": 3}}')
    assert call("lint", str(odd)).exit_code == 1
    assert "odd.json" in call("lint", str(odd)).stderr
    odd.write_text("{")
    assert "not JSON" in call("lint", str(odd)).stderr
    assert call("lint", str(tmp_path / "gone.md")).exit_code == 1
    page = tmp_path / "brief.html"
    page.write_text("<p>It could be.</p>")
    assert call("lint", str(page)).exit_code == 2
