"""``rashomon hypothesis`` and ``rashomon evidence``: a person's word is kept beside the program's, shown, and used again in a rerun."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from rashomon.cli import main

TEXTS = {
    "1-wire": (
        "2024-03-01T08:00:00+00:00",
        "Peru says Chile sank the ferry Amaru off Arica\n\nPeru said on Friday that Chile had sunk the ferry Amaru off Arica. "
        "The defence ministry of Peru published a video of the wreck.",
    ),
    "2-post": (
        "2024-03-01T12:00:00+00:00",
        "Chile denies it sank the ferry Amaru\n\nChile denied that it had sunk the ferry Amaru off Arica. "
        "Foreign Minister Rosa Vidal said that no ship of Chile was near Arica.",
    ),
    "3-herald": (
        "2024-03-02T09:00:00+00:00",
        "Harbour master speaks of the ferry Amaru\n\nHarbour master Ines Rojas denied that Chile had sunk the ferry Amaru off Arica. "
        "Surveyor Tom Reed, who examined the wreck, said that Chile had not sunk the ferry Amaru.",
    ),
    "4-times": (
        "2024-03-03T09:00:00+00:00",
        "Inspectors doubt the account of the ferry Amaru\n\nThe inspector Olga Brandt of the maritime union denied on Sunday that Chile had "
        "sunk the ferry Amaru off Arica. She examined the hull for two days.",
    ),
}
NOON = "2024-03-10T12:00:00Z"


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    lines = [
        json.dumps({"id": key, "text": text, "source": f"The {key[2:].title()}", "published_at": at, "language": "en"})
        for key, (at, text) in TEXTS.items()
    ]  # fmt: skip
    Path("in.jsonl").write_text("\n".join(lines), encoding="utf-8")
    made = run("brief", "in.jsonl", "--format", "json", "--to", "out", "--now", NOON)
    assert made.exit_code == 0, made.output
    yield tmp_path


def claim() -> str:
    """Id of the claim that the ferry was sunk by Chile."""
    lines = run("hypothesis", "claims", "--now", NOON).stdout.splitlines()
    return next(line.split()[0] for line in lines if "ferry Amaru off Arica" in line)


def assessed(folder: str, of: str, *options: str) -> dict[str, Any]:
    made = run("brief", "in.jsonl", "--format", "json", "--to", folder, "--now", NOON, *options)
    assert made.exit_code == 0, made.output
    files = [json.loads(p.read_text(encoding="utf-8")) for p in Path(folder).glob("*.json")]
    found = [one for file in files if "brief" in file for one in file["brief"]["assessments"]]
    return next(dict(one) for one in found if one["claim_id"] == of)


def item(of: str, words: str) -> str:
    lines = run("evidence", "list", of, "--now", NOON).stdout.splitlines()
    at = next(n for n, line in enumerate(lines) if words in line)
    return lines[at - 1].split()[0]


def test_an_explanation_is_added_shown_and_used_again(desk: Path) -> None:
    of = claim()
    made = run("hypothesis", "add", of[:8], "--text", "A <b>mine</b> drifted in", "--holds", "false", "--by", "Ann", "--why", "mines lie there", "--now", NOON)  # fmt: skip
    assert made.exit_code == 0, made.output
    listed = run("hypothesis", "list", of, "--now", NOON).stdout
    assert "A <b>mine</b> drifted in" in listed and "[added by Ann]" in listed and "mines lie there" in listed
    for folder in ("first", "second"):
        one = assessed(folder, of)
        (own,) = [h for h in one["hypotheses"] if h["added_by"] == "Ann"]
        assert own["holds"] is False
        assert [(s["by"], s["act"], s["why"]) for s in one["spoken"]] == [("Ann", "add", "mines lie there")]


def test_explanations_are_dropped_merged_and_split_and_the_old_ones_stay_to_be_seen(desk: Path) -> None:
    of = claim()
    before = {h["kind"]: h for h in assessed("a", of)["hypotheses"]}
    assert {"as_claimed", "denied"} <= before.keys() and len(before) > 2
    gone = next(h for kind, h in before.items() if kind not in ("as_claimed", "denied"))
    assert run("hypothesis", "drop", gone["id"], "--by", "Bo", "--now", NOON).exit_code == 0
    split = run("hypothesis", "split", before["denied"]["id"], "--text", "It sank by itself", "--text", "Another sank it", "--by", "Bo", "--now", "2024-03-10T13:00:00Z")  # fmt: skip
    assert split.exit_code == 0, split.output
    one = assessed("b", of)
    texts = {h["text"]: h["id"] for h in one["hypotheses"]}
    assert gone["text"] not in texts and {"It sank by itself", "Another sank it"} <= texts.keys()
    assert [(s["act"], s["text"]) for s in one["spoken"]] == [("drop", gone["text"]), ("split", before["denied"]["text"])]  # fmt: skip
    merged = run("hypothesis", "merge", texts["Another sank it"], texts["It sank by itself"], "--by", "Ann", "--now", "2024-03-10T14:00:00Z")  # fmt: skip
    assert merged.exit_code == 0, merged.output
    one = assessed("c", of)
    assert "Another sank it" not in {h["text"] for h in one["hypotheses"]}
    assert one["spoken"][-1]["act"] == "merge" and one["spoken"][-1]["into"] == ["It sank by itself"]


def test_two_people_grade_one_item_differently_and_both_stay(desk: Path) -> None:
    of = claim()
    key = item(of, "Harbour master Ines Rojas denied")
    first = run("evidence", "grade", key, "--reliability", "A", "--credibility", "1", "--deceiver", "no", "--fits", "as_claimed=--", "--by", "Ann", "--why", "She saw it", "--now", NOON)  # fmt: skip
    assert first.exit_code == 0, first.output
    second = run("evidence", "grade", key[:10], "--reliability", "E", "--fits", "as_claimed=++", "--by", "Bo", "--why", "She lies", "--now", "2024-03-10T13:00:00Z")  # fmt: skip
    assert second.exit_code == 0, second.output
    listed = run("evidence", "list", of, "--now", NOON).stdout
    assert (
        "Ann on 2024-03-10 12:00: A1" in listed
        and "Bo on 2024-03-10 13:00: E" in listed
        and "program: F" in listed
    )
    one = assessed("d", of)
    (held,) = [e for e in one["evidence"] if e["id"] == key]
    assert [(g["by"], g["reliability"]) for g in held["grades"]] == [("", "F"), ("Ann", "A"), ("Bo", "E")]
    views = {v["by"]: v["likelihood"] for v in one["views"]}
    assert views.keys() == {"", "Ann", "Bo"} and views["Ann"] < views["Bo"]


def test_the_page_shows_peoples_words_and_keeps_the_linter(desk: Path) -> None:
    of = claim()
    key = item(of, "Harbour master Ines Rojas denied")
    run(
        "evidence",
        "grade",
        key,
        "--reliability",
        "B",
        "--by",
        "Ann",
        "--why",
        "Clearly it is possible <i>",
        "--now",
        NOON,
    )
    run("hypothesis", "add", of, "--text", "It could be a mine", "--by", "Bo", "--now", NOON)
    assert assessed("e", of)["likelihood"] is not None
    made = run("brief", "in.jsonl", "--format", "html", "--to", "page", "--now", NOON)
    assert made.exit_code == 0, made.output
    page = "".join(p.read_text(encoding="utf-8") for p in Path("page").glob("*.html"))
    assert "Ann grades it B" in page and "It could be a mine" in page and "With the grades of Ann" in page
    assert "possible &lt;i&gt;" in page


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (("hypothesis", "list", "zz"), "zz"),
        (("hypothesis", "drop", "zz"), "zz"),
        (("evidence", "grade", "zz", "--reliability", "B"), "zz"),
        (("evidence", "list", ""), "(nothing)"),
    ],
)
def test_an_unknown_id_is_named_with_the_nearest_known_ones(
    desk: Path, words: tuple[str, ...], names: str
) -> None:
    result = run(*words, "--now", NOON)
    assert result.exit_code == 1
    assert result.stderr.split("rashomon: ")[-1].startswith(names)
    assert re.search(r"[0-9a-f]{16} “", result.stderr)


def test_what_cannot_be_kept_is_refused(desk: Path) -> None:
    of = claim()
    key = item(of, "Harbour master Ines Rojas denied")
    for words, told in (
        (("hypothesis", "add", of, "--text", " "), "needs a text"),
        (("hypothesis", "add", of, "--step", "state_joked"), "the steps are state_prohibited"),
        (("evidence", "grade", key), "no grade is given"),
        (("evidence", "grade", key, "--fits", "as_claimed=well"), "the steps are very_consistent"),
        (("evidence", "grade", key, "--fits", "zz=+"), "zz"),
    ):
        result = run(*words, "--now", NOON)
        assert result.exit_code == 1 and told in result.stderr, result.output
    assert assessed("f", of)["spoken"] == []


def test_a_step_of_responsibility_is_taken_over(desk: Path) -> None:
    of = claim()
    steps = run("hypothesis", "steps", of, "--now", NOON).stdout.splitlines()
    assert len(steps) == 10 and steps[0].startswith("state_prohibited")
    assert (
        run("hypothesis", "add", of, "--step", "state_ordered", "--by", "Ann", "--now", NOON).exit_code == 0
    )
    (own,) = [h for h in assessed("g", of)["hypotheses"] if h["added_by"]]
    assert (own["kind"], own["holds"]) == ("state_ordered", True)


def test_as_of_a_day_later_reports_are_not_weighed_and_the_brief_says_so(desk: Path) -> None:
    of = claim()
    day = "2024-03-01T23:00:00+00:00"
    then, now = assessed("h", of, "--as-of", day), assessed("i", of)
    assert then["as_of"].startswith("2024-03-01T23:00") and now["as_of"] is None
    assert all(e["at"] <= then["as_of"] for e in then["evidence"] if e["at"])
    assert len(then["evidence"]) < len(now["evidence"])
    late = {"3-herald", "4-times"}
    cited = {s["document_id"] for h in (*then["hypotheses"], *then["evidence"]) for s in h["spans"]}
    assert cited and not cited & late
    made = run("brief", "in.jsonl", "--format", "markdown", "--to", "-", "--now", NOON, "--as-of", day)
    assert "Judged as of 1 March 2024, 23:00 UTC: nothing published later was weighed." in made.output
    lines = run("assess", "--from", "in.jsonl", "--as-of", day).stdout.splitlines()
    assert any(json.loads(line)["as_of"] for line in lines)
    naive = run("brief", "in.jsonl", "--as-of", "2024-03-01T23:00:00")
    assert naive.exit_code == 2 and "offset" in naive.output


def test_figures_come_on_demand_and_by_the_settings(desk: Path) -> None:
    arguments = ("brief", "in.jsonl", "--format", "markdown", "--to", "-", "--now", NOON)
    assert "about " not in run(*arguments).output
    assert re.search(r"\*\*[a-z ]+\*\* \(about \d+ %\)", run(*arguments, "--numbers").output)
    Path("rashomon.toml").write_text("[brief]\nnumbers = true\n", encoding="utf-8")
    assert re.search(r"\*\*[a-z ]+\*\* \(about \d+ %\)", run(*arguments).output)
    assert "(about " not in run(*arguments, "--no-numbers").output
