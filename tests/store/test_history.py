"""Past events are kept once with all their reports, on both databases; an import that was cut off is gone on with."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.foresee.past import POLECAT, event, gdelt, polecat

from rashomon.config import Settings
from rashomon.errors import HistoryError, StoreError
from rashomon.flow import Desk
from rashomon.histories import import_history
from rashomon.store import Store
from rashomon.store import history as kept

NOW = datetime(2024, 2, 29, 12, tzinfo=UTC)


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store=store, settings=Settings())


def written(folder: Path, count: int) -> Path:
    file = folder / "20140105.export.CSV"
    rows = [
        gdelt(str(n), "20140105", "190", "ALBA", f"BOREA {n // 2}", sources=1 + n % 2) for n in range(count)
    ]
    file.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return file


def test_an_event_comes_back_with_what_its_reports_come_to(store: Store) -> None:
    one = event(3, "Alba", "Borea", "ASSAULT", "drone", report="a", source="https://x.example/1")
    same = event(3, "Alba", "Borea", "ASSAULT", "drone", report="b", source="https://y.example/1")
    copy = event(4, "Borea", "Alba", "ACCUSE", report="c", source="https://x.example/2")
    late = event(5, "Borea", "Alba", "AID", report="d", day_trust="doubtful")
    other = event(6, "Cera", "Alba", "AID", report="e")
    assert store.history.add([one, same, copy, late, other], at=NOW) == (4, 5)
    assert store.history.add([same, one], at=NOW) == (0, 0)
    found = store.history.of("ALBA", " borea ")
    assert [(r.event.category, r.event.mode, r.reports, r.trust) for r in found] == [
        ("ASSAULT", "drone", 2, "several"), ("ACCUSE", "", 1, "single"), ("AID", "", 1, "doubtful"),
    ]  # fmt: skip
    assert found[0].event.id == one.id and found[0].event.day == one.day
    assert len(store.history.of("alba")) == 4 and store.history.of("nobody") == ()
    assert [e.id for e in store.history.all()] == [r.event.id for r in store.history.of("Alba")]
    assert store.history.names("bo") == (("Borea", 2),) and store.history.names("%") == ()


def test_odd_characters_are_kept_as_escapes(store: Store) -> None:
    store.history.add([event(1, "Nul \x00", "Половина \ud800", "AID", report="x" * 5_000)], at=NOW)
    (one,) = store.history.all()
    assert one.actor == "Nul \\x00" and one.target == "Половина \\ud800"
    store.history.add([event(1, "n" * 9_000, "b", "AID")], at=NOW)
    assert len(store.history.of("n" * 9_000)) == 1


def test_a_file_is_taken_in_once_and_its_duplicates_are_reports(desk: Desk, tmp_path: Path) -> None:
    file = written(tmp_path, 10)
    first = import_history(desk, file, NOW)
    assert (first.records, first.events, first.reports, first.skipped) == (10, 5, 10, 0)
    again = import_history(desk, file, NOW)
    assert (again.records, again.events, again.reports, again.skipped) == (0, 0, 0, 10)
    assert {r.trust for r in desk.store.history.of("alba")} == {"several"}


def test_a_run_that_was_killed_goes_on_where_it_was(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rashomon.histories.BATCH", 4)
    file, whole = written(tmp_path, 11), kept.History.add
    calls = []

    def dies(self: kept.History, *given: object, **named: object) -> tuple[int, int]:
        calls.append(named["line"])
        if len(calls) == 3:
            raise StoreError("rashomon.db", "killed")
        return whole(self, *given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(kept.History, "add", dies)
    with pytest.raises(StoreError):
        import_history(desk, file, NOW)
    monkeypatch.setattr(kept.History, "add", whole)
    rest = import_history(desk, file, NOW)
    assert (rest.skipped, rest.records) == (8, 3)
    assert len(desk.store.history.of("alba")) == 6


def test_what_was_left_out_is_an_issue_that_names_file_and_line(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "week.txt"
    rows = [
        POLECAT,
        polecat("1", "2023-01-05", "AID", "Alba", "Borea"),
        "broken\tline",
        polecat("2", "2023-01-06", "AID", "Alba", "Cera"),
    ]
    file.write_text("\n".join(rows), encoding="utf-8")
    taken = import_history(desk, file, NOW)
    assert (taken.records, taken.events, len(taken.issues)) == (3, 2, 1)
    (issue,) = desk.store.issues.all("foresee")
    assert issue.subject == "week.txt, line 3" and "2 fields" in issue.reason
    with pytest.raises(HistoryError, match=r"none\.txt"):
        import_history(desk, tmp_path / "none.txt", NOW)
