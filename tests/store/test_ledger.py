"""The ledger keeps every version of every question, forecast and resolution, and gives them back as they stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from rashomon.errors import RecordError
from rashomon.foresee.questions import amended
from rashomon.records import Forecast, Question, Resolution, Rule, Span
from rashomon.store import Store, open_store

OPENED = datetime(2024, 5, 1, tzinfo=UTC)
ASKED = Question(
    text="Will Velmia expel a diplomat of Tarsk by 1 June 2024?",
    opened_at=OPENED,
    deadline=OPENED + timedelta(days=31),
    rule=Rule(actors=("Velmia",), categories=("SANCTION",), modes=("expel",), targets=("Tarsk",)),
    abort=Rule(actors=("Tarsk",), categories=("RETREAT",)),
    abort_text="Tarsk calls its envoys home itself.",
    by="Ann",
    base_rate=0.12,
)


def test_all_comes_back_as_it_was_after_opening_again(address: str) -> None:
    said = Forecast(question_id=ASKED.id, by="Ann", p=0.3, at=OPENED + timedelta(days=1), why="їхні слова")
    word = Resolution(
        question_id=ASKED.id,
        outcome="yes",
        at=OPENED + timedelta(days=9),
        why="It was told.",
        happened_at=OPENED + timedelta(days=8),
        spans=(Span(document_id="d", start=0, end=8, quote="expelled"),),
    )
    with open_store(address) as store:
        assert store.ledger.add([ASKED, said, word], at=OPENED) == 3
        assert store.ledger.add([ASKED, said, word], at=OPENED + timedelta(days=1)) == 0
    with open_store(address) as store:
        (standing,) = store.ledger.ledger().all()
    assert standing.question == ASKED
    assert standing.forecasts == (said,)
    assert standing.resolutions == (word,) and standing.counts == word


def test_every_version_stays_and_the_latest_stands(store: Store) -> None:
    later = amended(
        ASKED, replace(ASKED, deadline=OPENED + timedelta(days=60)), now=OPENED + timedelta(days=2)
    )
    store.ledger.add([ASKED], at=OPENED)
    store.ledger.add([later], at=OPENED + timedelta(days=2))
    assert store.ledger.questions() == (ASKED, later)
    assert [one.version for one in store.ledger.ledger().versions[ASKED.id]] == [1, 2]
    assert store.ledger.ledger().named(ASKED.id[:6]) == later


def test_a_later_forecast_stands_beside_the_earlier(store: Store) -> None:
    first, second = (
        Forecast(question_id=ASKED.id, by="Ann", p=p, at=OPENED + timedelta(days=day)) for day, p in ((1, 0.2), (5, 0.7))
    )  # fmt: skip
    store.ledger.add([ASKED, second], at=OPENED)
    store.ledger.add([first], at=OPENED)
    assert store.ledger.ledger().standing(ASKED.id).forecasts == (first, second)
    with store.database.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM ledger")).scalar() == 3


def test_many_at_once_odd_characters_and_a_text_that_no_database_holds(store: Store) -> None:
    many = [replace(ASKED, text=f"Question {n}\x00 так") for n in range(1_203)]
    assert store.ledger.add(many, at=OPENED) == 1_203
    assert set(store.ledger.questions()) == set(many)
    with pytest.raises(RecordError):
        store.ledger.add([replace(ASKED, text="half \ud800")], at=OPENED)
    assert len(store.ledger.questions()) == 1_203
