"""Settled claims outlive any grouping; a later word stands beside an earlier one; briefs that stand are told from older ones."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from rashomon.assess.record import Report
from rashomon.assess.record.case import Case, holding
from rashomon.store import Correction, Store, open_store

NOW = datetime(2024, 2, 29, 12, tzinfo=UTC)


def case(claim: str = "c1", outcome: str = "true", day: int = 0, **more: str) -> Case:
    reports = (Report(claim=claim, source="navy", word="denies", at=19_782.5, interest=-1, topic="losses"),)
    return Case(
        claim=claim, text="The bridge fell.", outcome=outcome, by="Ann", at=NOW + timedelta(days=day), reports=reports, **more
    )  # type: ignore[arg-type]  # fmt: skip


def test_a_case_comes_back_with_its_reports_and_is_kept_once(address: str) -> None:
    one = case(why="the harbour master's log", source="https://x.example/log")
    with open_store(address) as store:
        assert store.cases.add([one, one]) == (1, ())
        assert store.cases.add([one]) == (0, ())
    with open_store(address) as store:
        assert store.cases.all() == (one,)
        assert store.cases.all("c1") == (one,)
        assert store.cases.all("c2") == ()


def test_the_latest_holds_and_all_stay(store: Store) -> None:
    first, later, back = case(), case(outcome="false", day=2), case(outcome="withdrawn", day=1)
    for one in (first, later, back):
        store.cases.add([one])
    assert store.cases.all("c1") == (first, later, back)
    assert holding(store.cases.all())["c1"] == later


def test_the_state_changes_with_every_case(store: Store) -> None:
    states = [store.cases.state()]
    for day in range(3):
        store.cases.add([case(day=day)])
        states.append(store.cases.state())
    store.cases.add([case(day=2)])
    assert len(set(states)) == 4 and store.cases.state() == states[-1]


def test_many_at_once_and_odd_characters(store: Store) -> None:
    many = [case(f"c{n}") for n in range(1_203)]
    odd = case("nul \x00 and так")
    new, (issue,) = store.cases.add([*many, odd, case("half \ud800")])
    assert new == 1_204 and issue.code == "unstorable_text"
    assert store.cases.all(odd.claim) == (odd,)
    assert len(store.cases.all()) == 1_204


def test_nothing_is_changed_or_deleted_by_adding(store: Store) -> None:
    store.cases.add([case()])
    store.cases.add([case(outcome="false", day=9)])
    with store.database.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM cases")).scalar() == 2


def test_the_last_run_of_each_place_stands(store: Store) -> None:
    assert store.runs.current() == ()
    for locations, selection in ((["b", "a"], "one"), ([], "whole"), (["a", "b"], "two"), (["c"], "two")):
        store.runs.add(locations, selection, at=NOW)
    assert store.runs.current() == ("two", "whole")
    store.runs.add(["a", "b"], "one", at=NOW)
    assert store.runs.current() == ("one", "two", "whole")


@pytest.mark.parametrize("number", [0, 1, 2_500])
def test_many_corrections_in_one_step(store: Store, number: int) -> None:
    given = [
        Correction(subject=f"s{n}", field="source.grade", value="{}", by="list", at=NOW)
        for n in range(number)
    ]
    assert store.corrections.add_all(given) == number
    assert store.corrections.add_all(given) == 0
    assert len(store.corrections.all()) == number
