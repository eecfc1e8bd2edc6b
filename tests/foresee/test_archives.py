"""Archives of events are read with their faults: nothing is passed over, nothing is made of what is not told."""

from __future__ import annotations

import gzip
import json
import zipfile
from datetime import date
from pathlib import Path

import pytest

from rashomon.errors import HistoryError
from rashomon.foresee.acts import CATEGORIES, WORDS, act, plover
from rashomon.foresee.archives import Read, read, told
from rashomon.records import PastEvent
from tests.foresee.past import ICEWS, POLECAT, gdelt, icews, polecat


def written(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def events(found: list[Read]) -> list[PastEvent]:
    return [r.event for r in found if r.event]


def codes(found: list[Read]) -> list[str]:
    return [r.issue.code for r in found if r.issue]


def test_each_archive_is_told_by_its_first_line(tmp_path: Path) -> None:
    assert told(written(tmp_path / "p", POLECAT)) == "polecat"
    assert told(written(tmp_path / "i", ICEWS)) == "icews"
    for columns in (57, 58, 61):
        assert (
            told(written(tmp_path / "g", gdelt("1", "20140105", "190", "ALBA", "BOREA", columns=columns)))
            == "gdelt"
        )
    assert told(written(tmp_path / "d", '{"document_id":"d","reader":"rules"}')) == "desk"


@pytest.mark.parametrize("line", ["", "name,kind", "1\t2\t3"])
def test_a_file_of_no_archive_is_told_with_its_name_and_line(tmp_path: Path, line: str) -> None:
    with pytest.raises(HistoryError, match=r"odd\.tab.*line 1"):
        list(read(written(tmp_path / "odd.tab", line)))


def test_polecat_rows_that_are_ill_quoted_are_mended_or_told_and_none_is_lost(tmp_path: Path) -> None:
    file = written(
        tmp_path / "week.txt",
        POLECAT,
        polecat("1", "2023-01-05", "ASSAULT", "Alba", "Borea", mode="drone"),
        polecat("2", "2023-01-06", "ACCUSE", "Borea", "Alba", people='Ann "the Fox" Lee'),
        polecat("3", "2023-01-07", "AID", "Alba", "Borea", people='"Ann\tLee"'),
        polecat("4", "2023-01-08", "AID", "Alba", "Borea", people='"Ann\nLee"'),
        polecat("5", "2023-01-09", "AID", "Alba", "Borea", people='an open " mark'),
        "6\t2023-01-10\tASSAULT\tAlba",
        polecat("7", "2023-01-11", "COERCE", "Alba", "Borea"),
        polecat("8", "2023-01-12", "AID", "Alba", "Borea", people="a stray\ttab"),
        polecat("9", "2023-01-13", "SANCTION", "Alba", "Borea", people="cut\nin two"),
        polecat("10", "2023-13-01", "AID", "Alba", "Borea"),
        polecat("11", "2023-01-14", "HUG", "Alba", "Borea"),
        polecat("12", "2023-01-15", "RETREAT", "None", "None"),
        polecat("13", "2023-01-16", "MOBILIZE", "Alba", "None"),
    )
    found = list(read(file))
    assert [e.report for e in events(found)] == ["1", "2", "3", "4", "5", "7", "9", "13"]
    subjects = {r.issue.subject: r.issue for r in found if r.issue and r.issue.code == "unreadable"}
    assert set(subjects) == {f"week.txt, line {n}" for n in (8, 10, 13, 14, 15)}
    assert "4 fields, the header 20" in subjects["week.txt, line 8"].reason
    assert "'HUG'" in subjects["week.txt, line 14"].reason
    assert codes(found).count("mended") == 3
    first, last = events(found)[0], events(found)[-1]
    assert (first.category, first.mode, first.act, first.day) == (
        "ASSAULT",
        "drone",
        "deed",
        date(2023, 1, 5),
    )
    assert (first.lat, first.lon, first.place, first.source) == (12.5, 41.25, "Port Selm", "The Harbour Post")
    assert events(found)[1].act == "statement"
    assert last.target == "" and last.line == "week.txt, line 16"


def test_an_open_quotation_at_a_row_s_end_swallows_nothing(tmp_path: Path) -> None:
    open_ = polecat("1", "2023-01-05", "AID", "Alba", "Borea").removesuffix("en") + '"en'
    file = written(
        tmp_path / "week.txt",
        POLECAT,
        open_,
        polecat("2", "2023-01-06", "AID", "Alba", "Borea"),
        open_,
        "left over",
    )
    found = list(read(file))
    assert [e.line for e in events(found)] == [f"week.txt, line {n}" for n in (2, 3, 4)]
    assert codes(found) == ["mended", "mended", "unreadable"]


def test_gdelt_lines_that_tell_the_same_are_one_event_and_its_places_and_late_days_are_doubted(
    tmp_path: Path,
) -> None:
    file = written(
        tmp_path / "20140105.export.CSV",
        gdelt("1", "20140105", "190", "ALBA", "BOREAN ARMY", sources=3),
        gdelt("2", "20140105", "190", "ALBA", "BOREAN ARMY"),
        gdelt("3", "20130105", "190", "ALBA", "BOREAN ARMY", added="20140105"),
        gdelt("4", "20140105", "112", "ALBA", "BOREAN ARMY"),
        gdelt("5", "20140105", "---", "ALBA", "BOREAN ARMY"),
        "6\t20140105\t201401\t2014\tcut off",
        gdelt("7", "20140105", "010", "POLICE", "BOREAN ARMY"),
    )
    found = list(read(file))
    one, same, late, accused, stated = events(found)
    assert one.id == same.id and one.place != same.place and len({one.id, late.id, accused.id}) == 3
    assert one.place_trust == "doubtful" and one.day_trust == "single" and late.day_trust == "doubtful"
    assert (one.sources, one.source) == (3, "https://post1.example/story")
    assert (accused.category, accused.mode, accused.act) == ("ACCUSE", "allege", "statement")
    assert (stated.category, stated.act, stated.actor) == ("STATEMENT", "statement", "POLICE (ALB)")
    assert [r.issue.subject for r in found if r.issue] == [f"{file.name}, line {n}" for n in (5, 6)]


@pytest.mark.parametrize("columns", [57, 58, 61])
def test_every_form_of_gdelt_gives_the_same_event(tmp_path: Path, columns: int) -> None:
    file = written(tmp_path / "g", gdelt("1", "20140105", "1823", "ALBA", "BOREA", columns=columns))
    (one,) = events(list(read(file)))
    assert (one.category, one.mode, one.lat, one.lon, one.day_trust) == (
        "ASSAULT",
        "beat",
        41.25,
        12.5,
        "single",
    )
    assert (one.actor_kind, one.target_kind) == ("STATE", "MIL")


def test_icews_codes_become_plover_and_a_lost_nought_is_put_back(tmp_path: Path) -> None:
    file = written(
        tmp_path / "events.2014.tab",
        ICEWS,
        icews("1", "2014-01-05", "042", "Alba", "Ruth Stein"),
        icews("2", "2014-01-05", "42", "Alba", "Ruth Stein"),
        icews("3", "2014-01-05", "195", "Alba", "Army (Borea)"),
        icews("4", "2014-01-05", "990", "Alba", "Army (Borea)"),
    )
    found = list(read(file))
    visit, again, strike = events(found)
    assert visit.id == again.id and (visit.category, visit.mode, visit.act) == ("CONSULT", "visit", "deed")
    assert (strike.category, strike.mode, strike.actor_kind, strike.target_kind) == (
        "ASSAULT",
        "aerial",
        "STATE",
        "MIL",
    )
    assert codes(found) == ["unreadable"]


def test_what_somebody_says_was_done_is_no_deed_of_the_desk(tmp_path: Path) -> None:
    deed = {"actor": "they", "actor_name": "Alba", "action": "ASSAULT", "target": "Borea", "place": "", "time": "on Monday", "status": "asserted",
            "start": 0, "end": 5, "time_from": "2023-05-01", "time_precision": "day"}  # fmt: skip
    alleged, undated = deed | {"attribution": 0}, deed | {"time_from": ""}
    vague, planned = deed | {"time_precision": "month"}, deed | {"status": "planned"}
    line = json.dumps(
        {"document_id": "d1", "reader": "rules", "events": [deed, alleged, undated, vague, planned]}
    )
    found = list(read(written(tmp_path / "readings.jsonl", line, '{"document_id": 3, "reader"')))
    assert [(e.actor, e.status, e.day_trust) for e in events(found)] == [
        ("Alba", "asserted", "single"), ("Alba", "claimed", "single"), ("Alba", "asserted", "doubtful"), ("Alba", "planned", "single"),
    ]  # fmt: skip
    assert codes(found) == ["no_day", "unreadable"]


def test_packed_files_are_read_as_they_are_and_a_broken_one_is_named(tmp_path: Path) -> None:
    text = gdelt("1", "20140105", "190", "ALBA", "BOREA") + "\n"
    with gzip.open(tmp_path / "a.gz", "wt") as stream:
        stream.write(text)
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as packed:
        packed.writestr("b.CSV", text)
    (tmp_path / "c.zip").write_bytes(b"no zip")
    assert events(list(read(tmp_path / "a.gz")))[0].id == events(list(read(tmp_path / "b.zip")))[0].id
    for name in ("c.zip", "absent.gz"):
        with pytest.raises(HistoryError, match=name):
            list(read(tmp_path / name))


def test_every_class_of_cameo_has_a_category_and_words_are_no_deeds() -> None:
    for root in range(1, 21):
        for code in (f"{root:02}", f"{root:02}0", f"{root:02}9"):
            found = plover(code)
            assert found and found[0] in CATEGORIES
    assert plover("21") is None and plover("") is None and plover("١٢") is None
    assert {act(c) for c in WORDS} == {"statement"} and act("CONSULT") == "deed"
