"""``rashomon settle`` and ``rashomon source``: what is settled teaches, and a source taken back shows all it touched."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rashomon.cli import main
from rashomon.records import Assessment, Brief, Claim, Document, Evidence, Position, Saying, Sentence, Span
from rashomon.store import open_store

NOW = datetime(2024, 3, 1, tzinfo=UTC)
OUTLETS = ("Harbour News", "Coast Radio")
SAID = {
    "navy": ("1f" * 8, "the Navy"),
    "guard": ("2e" * 8, "the coast guard"),
    "mayor": ("3d" * 8, "the mayor"),
}


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def story(number: int, words: dict[str, str], likelihood: float | None, outlet: str = OUTLETS[0]) -> Brief:
    """A brief on one claim; ``words``: party → what it says."""
    at = NOW + timedelta(days=number)
    text = f"Ship number {number} was sunk off Larkspur."
    page = Document(
        id=f"d{number}", text=text, title=text, source=outlet, published_at=at, url=f"https://{outlet.split(maxsplit=1)[0].lower()}.example/{number}"
    )  # fmt: skip
    span = Span(document_id=page.id, start=0, end=len(text), quote=text)
    claim_id = f"claim{number:02}"
    evidence, positions = [], []
    for who, word in words.items():
        id, name = SAID[who]
        evidence.append(
            Evidence(
                id=f"e{number}{who}", claim_id=claim_id, kind="statement", text=text, spans=(span,), source=id, name=name,
                word=word, at=at, root_id=page.id,
            )
        )  # type: ignore[arg-type]  # fmt: skip
        positions.append(Position(party=id, name=name, stance=word, span=span))  # type: ignore[arg-type]
    saying = Saying(
        document_id=page.id, speaker="the Navy", entity="", cue="said", act="say", form="indirect", negated=False, content=(span,), span=span,
    )  # type: ignore[arg-type]  # fmt: skip
    claim = Claim(
        id=claim_id, story_id=f"s{number}", text=text, members=(saying,), positions=tuple(positions)
    )
    assessment = Assessment(
        claim_id=claim_id, status="disputed", topic="losses", likelihood=likelihood, evidence=tuple(evidence)
    )
    return Brief(
        story_id=f"s{number}", title=Sentence(text=text, basis="1 document"), contested=True, made_at=NOW, sections=(),
        documents=(page,), claims=(claim,), assessments=(assessment,),
    )  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Ten claims: the navy asserts all and the coast guard denies the odd ones; the mayor speaks on the last, by another outlet."""
    monkeypatch.chdir(tmp_path)
    briefs = [
        story(n, {"navy": "asserts", "guard": "denies" if n % 2 else "asserts"}, 0.6) for n in range(10)
    ]
    briefs.append(story(10, {"mayor": "denies"}, None, OUTLETS[1]))
    with open_store("rashomon.db") as store:
        store.results.save("old", "brief", [story(99, {"navy": "asserts"}, 0.9)])
        store.runs.add([], "old", at=NOW)
        store.results.save("new", "brief", briefs)
        store.runs.add([], "new", at=NOW)
    return tmp_path


def settle_odd_false(upto: int = 10) -> None:
    for n in range(upto):
        result = run("settle", f"claim{n:02}", "false" if n % 2 else "true", "--by", "Ann", "--why", "seen", "--source", "https://x.example", "--at", "2024-04-01T00:00:00Z")  # fmt: skip
        assert result.exit_code == 0, result.output
        assert "2 reports on it by 2 sources" in result.output


def test_what_is_settled_teaches_who_is_right(desk: Path) -> None:
    assert "F" in run("source", "list").output
    settle_odd_false()
    rows = {one["source"]: one for one in map(json.loads, run("source", "list", "--format", "json").stdout.splitlines()) if not one["topic"] and not one["interest"]}  # fmt: skip
    navy, guard = rows[SAID["navy"][0]], rows[SAID["guard"][0]]
    assert (navy["settled"], navy["right"], guard["right"]) == (10, 5, 10)
    assert guard["low"] > navy["low"] and guard["letter"] in "ABC"
    lines = run("source", "list").stdout.splitlines()
    assert any("the coast guard" in line and line.startswith(guard["letter"]) for line in lines)
    shown = run("source", "show", "The Coast Guard").stdout
    assert "10 of 10 settled right" in shown and "drawn towards" in shown and "losses" in shown
    assert "2024-04-01 false: Ship number 1 was sunk off Larkspur. (Ann) https://x.example" in shown


def test_a_later_word_holds_and_both_stay(desk: Path) -> None:
    settle_odd_false(2)
    assert run("settle", "Ship number 1 was sunk off Larkspur.", "withdrawn", "--by", "Bo", "--at", "2024-05-01T00:00:00Z").exit_code == 0  # fmt: skip
    shown = run("source", "show", "the navy").stdout
    assert "1 of 1 settled right" in shown
    assert "false: Ship number 1" in shown and "withdrawn: Ship number 1" in shown


def test_cases_outlive_the_briefs(desk: Path) -> None:
    settle_odd_false()
    with open_store("rashomon.db") as store:
        store.results.save("next", "brief", [story(50, {"guard": "denies"}, 0.5)])
        store.runs.add([], "next", at=NOW)
    assert "10 of 10 settled right, 1 open" in run("source", "show", "the coast guard").stdout


def test_taking_back_lists_what_it_touched_with_its_likelihood(desk: Path) -> None:
    settle_odd_false(8)
    result = run("source", "retract", "the coast guard", "--by", "Ann", "--why", "its log was forged")
    assert result.exit_code == 0, result.output
    assert "10 claims, 10 judgements, 10 briefs touched" in result.stdout
    assert "claim99" not in result.stdout, "a brief that no longer stands is not redone"
    moved = {line.split()[0]: line.split() for line in result.stdout.splitlines() if line.startswith("  claim")}  # fmt: skip
    assert moved["claim09"][1:3] == ["60", "%"]
    assert int(moved["claim09"][4]) > 62, "the denial of a good source falls"
    assert sum("brief s" in line for line in result.stdout.splitlines()) == 10
    assert "[taken back]" not in run("source", "list").output, "nothing of it is left to be learnt from"
    assert "taken back: its log was forged" in run("source", "show", "the coast guard").stdout
    assert run("source", "restore", "the coast guard", "--by", "Bo").exit_code == 0
    assert "8 of 8 settled right, 2 open" in run("source", "show", "the coast guard").stdout


def test_an_outlet_taken_back_takes_what_only_it_printed(desk: Path) -> None:
    result = run("source", "retract", "https://coast.example/", "--by", "Ann")
    assert "1 claim, 0 judgements, 1 brief touched" in result.stdout
    assert "claim10  not judged" in result.stdout
    assert "the mayor" not in run("source", "list").output


def test_grades_and_lists_are_kept_side_by_side(desk: Path) -> None:
    assert run("source", "grade", "the navy", "d", "--topic", "losses", "--by", "Ann", "--why", "ten years").exit_code == 0  # fmt: skip
    Path("list.tsv").write_text("domain\tgrade\nharbour.example\thigh\nreef.example\tsatire\n", "utf-8")
    result = run("source", "import", "list.tsv", "--by", "Bo")
    assert result.exit_code == 0 and "1 grades read from list.tsv, 1 new" in result.stdout
    assert "satire" in result.stderr
    assert "1 grades read from list.tsv, 0 new" in run("source", "import", "list.tsv", "--by", "Bo").stdout
    assert "Ann: grade D on losses: ten years" in run("source", "show", "the navy").stdout
    assert "Bo: grade B (list list)" in run("source", "show", "Harbour News").stdout


def test_cases_from_a_file(desk: Path) -> None:
    good = {"text": "A bridge fell.", "outcome": True, "by": "Ann", "at": "2024-01-01T00:00:00Z",
            "reports": [{"source": SAID["guard"][0]}, {"source": "weather office"}]}  # fmt: skip
    Path("cases.jsonl").write_text(
        json.dumps(good) + "\n{\n" + json.dumps({**good, "text": "Another."}) + "\n"
    )
    result = run("source", "import-cases", "cases.jsonl")
    assert result.exit_code == 0 and "2 cases read from cases.jsonl, 2 new" in result.stdout
    assert "cases.jsonl, line 2" in result.stderr
    assert "2 of 2 settled right" in run("source", "show", "weather office").stdout
    assert "2 of 2 settled right, 10 open" in run("source", "show", "the coast guard").stdout


def test_bad_names_name_the_nearest(desk: Path) -> None:
    result = run("source", "retract", "the cost guard")
    assert result.exit_code == 1
    assert "names no source" in result.output and "the coast guard" in result.output
    result = run("settle", "Ship number 3 was sunk near Larkspur", "true")
    assert result.exit_code == 1
    assert "claim03" in result.output
    many = run("settle", "claim0", "true")
    assert many.exit_code == 1 and "10 fit" in many.output
    for words in (("source", "show", ""), ("source", "grade", "zzz", "A"), ("settle", "", "true")):
        assert run(*words).exit_code == 1
    for words in (("settle", "claim00", "perhaps"), ("source", "grade", "the navy", "Z")):
        assert run(*words).exit_code == 2
    assert run("settle", "claim00", "true", "--at", "yesterday").exit_code == 2
    assert run("source", "import", "none.csv").exit_code == 1
    assert run("source", "import-cases", "none.jsonl").exit_code == 1


def test_an_empty_database_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("source", "list")
    assert result.exit_code == 0 and "no source has spoken" in result.stderr
    assert run("settle", "anything", "true").exit_code == 1


def test_names_from_outside_do_no_harm_to_a_terminal(desk: Path) -> None:
    evil = {"text": "A \x1b[31mred\x1b[0m claim", "outcome": True, "by": "A\x07nn", "at": "2024-01-01T00:00:00Z",
            "reports": [{"source": "\x1b]0;title\x07 paper"}]}  # fmt: skip
    Path("cases.jsonl").write_text(json.dumps(evil) + "\n")
    assert run("source", "import-cases", "cases.jsonl").exit_code == 0
    for words in (("source", "list"), ("source", "show", "\x1b]0;title\x07 paper")):
        result = run(*words)
        assert result.exit_code == 0
        assert "\x1b" not in result.output and "\x07" not in result.output


def test_a_real_run_is_settled_and_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in {
        "a": "LINDOS, March 13. The government of Chile said that Peru shelled the port of Lindos on Monday. Two silos burned.",
        "b": "LINDOS, March 14. Peru denied that it shelled the port of Lindos on Monday. Two silos burned in the port.",
    }.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    assert run("brief", "in", "--format", "json", "--to", "out").exit_code == 0
    with open_store("rashomon.db") as store:
        (before,) = store.runs.current()
        (brief, *_) = store.results.load(before, "brief", Brief) or ()
    assert brief.claims
    result = run("settle", brief.claims[0].id[:12], "true", "--by", "Ann")
    assert result.exit_code == 0, result.output
    assert run("source", "retract", "Peru", "--by", "Ann").exit_code == 0
    assert run("brief", "in", "--format", "json", "--to", "out").exit_code == 0
    with open_store("rashomon.db") as store:
        assert store.runs.current() != (before,)
        assert len(store.runs.current()) == 1
