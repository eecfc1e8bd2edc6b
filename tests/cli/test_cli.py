"""The commands as a user calls them."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from rashomon.cli import main

TEXT = (
    "Mayor Ruth Stein said that the bridge at Larkspur had been blown up by smugglers. "
    "The smugglers' lawyer, Tom Reed, denied that his clients had blown up the bridge."
)


def call(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=given, catch_exceptions=False)


def lines(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_stages_keep_the_order_and_the_ids() -> None:
    given = "".join(json.dumps({"id": id, "text": f"{TEXT} {id}."}) + "\n" for id in ("z", "a", "m"))
    for verb in ("read", "group"):
        result = call(verb, given=given)
        assert result.exit_code == 0
        assert [line["document_id"] for line in lines(result)] == ["z", "a", "m"]


def test_a_reading_has_the_words_of_the_contract() -> None:
    (reading,) = lines(call("read", given=json.dumps({"id": "a", "text": TEXT})))
    assert {"document_id", "reader", "language", "sentences", "mentions", "attributions", "events"} <= set(
        reading
    )
    attributions = reading["attributions"]
    assert isinstance(attributions, list)
    said = attributions[0]
    assert {"source", "cue", "content", "speaker", "act", "form", "negated", "hedge", "score"} == set(said)
    ((start, end),) = said["cue"]
    assert TEXT[start:end] == "said"


def test_a_bad_line_is_told_and_the_others_are_kept() -> None:
    result = call("group", given='{"id": "a", "text": "One report of a fire."}\n{"id": 3\n{"id": "b"}\n')
    assert [line["document_id"] for line in lines(result)] == ["a"]
    assert "line 2" in result.stderr
    assert "line 3" in result.stderr


def test_brief_of_a_folder_and_again(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(f"Bridge blown up\n\n{TEXT}")
    (tmp_path / "in" / "b.html").write_bytes(b"PK\x03\x04")
    arguments = (
        "brief",
        str(tmp_path / "in"),
        "--database",
        str(tmp_path / "r.db"),
        "--to",
        str(tmp_path / "out"),
    )
    first = call(*arguments)
    assert first.exit_code == 0
    assert "b.html" in first.stderr
    page = next((tmp_path / "out").glob("*.html")).read_text()
    assert "Ruth Stein" in page
    again = call(*arguments)
    assert again.exit_code == 0
    assert "b.html" in again.stderr
    assert next((tmp_path / "out").glob("*.html")).read_text() == page


def test_a_page_edited_between_two_runs_is_kept_in_both_versions(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    arguments = (
        "brief",
        str(tmp_path / "in"),
        "--database",
        str(tmp_path / "r.db"),
        "--to",
        "-",
        "--format",
        "json",
    )
    for word in ("smugglers", "pirates"):
        text = f"---\nurl: https://t.example/1\n---\nBridge blown up\n\n{TEXT.replace('smugglers', word)}"
        (tmp_path / "in" / "a.txt").write_text(text)
        result = call(*arguments)
    assert "smugglers" in result.stdout
    assert "pirates" in result.stdout
    assert '"update"' in result.stdout


def test_nothing_read_is_an_error_that_names_the_place(tmp_path: Path) -> None:
    result = call("brief", str(tmp_path / "gone"), "--database", str(tmp_path / "r.db"))
    assert result.exit_code == 1
    assert "gone" in result.stderr


def test_doctor_says_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "broken.db").write_text("no database " * 500)
    well = call("doctor", "--database", str(tmp_path / "r.db"))
    assert well.exit_code == 0
    assert "English model" in well.output
    ill = call("doctor", "--database", str(tmp_path / "broken.db"))
    assert ill.exit_code == 1
    assert "WRONG  database" in ill.output


def test_settings_are_checked(tmp_path: Path) -> None:
    (tmp_path / "r.toml").write_text("[collect]\nmax_bites = 3\n")
    result = call("read", "--config", str(tmp_path / "r.toml"), given="")
    assert result.exit_code == 1
    assert "max_bites" in result.stderr


def test_places_as_geojson() -> None:
    result = call(
        "places", given=json.dumps({"id": "a", "text": "Officials met in Paris, France, on Monday."}) + "\n"
    )
    assert result.exit_code == 0
    (made,) = lines(result)
    found = {f["properties"]["words"]: f for f in made["features"]}  # type: ignore[attr-defined]
    longitude, latitude = found["Paris"]["geometry"]["coordinates"]
    assert abs(latitude - 48.85) < 0.3 and abs(longitude - 2.35) < 0.3
    assert found["Paris"]["properties"]["precision"] == "place"
