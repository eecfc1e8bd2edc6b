"""Claims met before: kept once, known better with time, and found again without being encoded again."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select, text

from rashomon.claim import match as matching
from rashomon.records import Earlier, Position, Span
from rashomon.store import Store, known, open_store
from rashomon.store.schema import known_parts

NOW = datetime(2024, 2, 29, 12, tzinfo=UTC)
CLAIMS = [
    Earlier(text=f"The {n}th bridge at Larkspur was shut in May.", id=f"c{n}", list="l") for n in range(7)
]
BLAST = Earlier(text="Smugglers blew up the harbour.", by="Ann", at=NOW)


def position(name: str, stance: str, day: int) -> Position:
    span = Span(document_id="d", start=0, end=4, quote="Said")
    return Position(party=name, name=name, stance=stance, at=datetime(2021, 5, day, tzinfo=UTC), span=span)  # type: ignore[arg-type]


def parts(store: Store) -> list[tuple[int, int, int]]:
    with store.database.reading() as connection:
        rows = connection.execute(
            select(known_parts.c.first, known_parts.c.last, known_parts.c.size).order_by(known_parts.c.first)
        )
        return [tuple(row) for row in rows]  # type: ignore[misc]


def test_claims_are_kept_once_and_found(store: Store) -> None:
    assert store.known.add([*CLAIMS, BLAST], at=NOW)[0] == 8
    assert store.known.add([*CLAIMS, BLAST], at=NOW)[0] == 0
    assert store.known.lists() == {"": 1, "l": 7}
    index, issues = store.known.index()
    assert issues == () and len(index) == 8
    found = index.match("The harbour was blown up by smugglers").matches[0]
    assert (found.claim.by, found.claim.at) == ("Ann", NOW)


def test_what_is_learnt_later_stands_beside_what_was_known(store: Store) -> None:
    first = Earlier(text=BLAST.text, by="Bob", at=NOW, positions=(position("Bob", "asserts", 3),))
    store.known.add([first], at=NOW)
    later = Earlier(
        text=BLAST.text, by="Ann", positions=(position("Bob", "retracts", 9), position("Cy", "denies", 4))
    )
    assert store.known.add([later], at=NOW)[0] == 0
    claim = store.known.index()[0].match(BLAST.text).matches[0].claim
    assert claim.by == "Bob"
    assert [(one.name, one.stance) for one in claim.positions] == [
        ("Bob", "asserts"),
        ("Cy", "denies"),
        ("Bob", "retracts"),
    ]


def test_the_index_is_opened_without_encoding_again(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(address) as store:
        store.known.add(CLAIMS, at=NOW)
        store.known.index()
    built: list[int] = []
    real = known.build

    def build(rows: Any, *rest: Any) -> Any:
        built.append(len(rows))
        return real(rows, *rest)

    monkeypatch.setattr(known, "build", build)
    with open_store(address) as store:
        assert store.known.index()[0].match(CLAIMS[3].text).matches[0].claim.id == "c3"
        assert built == []
        store.known.add([BLAST], at=NOW)
        assert len(store.known.index()[0]) == 8
        assert built == [1]


def test_small_parts_are_joined_and_nothing_is_lost(store: Store) -> None:
    for number in range(9):
        store.known.add([Earlier(text=f"Ship number {number} left the port of Odense.")], at=NOW)
        index, _ = store.known.index()
        assert len(index) == number + 1
    sizes = [size for _, _, size in parts(store)]
    assert sum(sizes) == 9 and len(sizes) <= 4
    for number in range(9):
        words = f"Ship number {number} left the port of Odense."
        assert index.match(words).matches[0].claim.text == words


def test_an_index_of_another_version_is_made_anew_and_says_so(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.known.add(CLAIMS, at=NOW)
    store.known.index()
    monkeypatch.setattr(known, "version", lambda: "another-model")
    index, (issue,) = store.known.index()
    assert issue.code == "index_made_anew" and issue.severity == "note"
    assert len(index) == 7 and index.parts[0].version == "another-model"
    assert store.known.index()[1] == ()


def test_a_damaged_index_is_made_anew(address: str) -> None:
    with open_store(address) as store:
        store.known.add(CLAIMS, at=NOW)
        store.known.index()
        with store.database.writing() as connection:
            connection.execute(known_parts.update().values(data=b"no index"))
    with open_store(address) as store:
        index, (issue,) = store.known.index()
        assert issue.code == "index_made_anew"
        assert index.match(CLAIMS[2].text).matches[0].claim.id == "c2"


def test_a_list_is_taken_out_and_its_numbers_are_not_given_again(store: Store) -> None:
    store.known.add([BLAST], at=NOW)
    store.known.add(CLAIMS, at=NOW)
    store.known.index()
    assert store.known.drop("l") == 7
    store.known.add([Earlier(text="An asteroid will hit the Earth.", list="m")], at=NOW)
    index, _ = store.known.index()
    assert [
        one.claim.text for one in index.match("The bridge at Larkspur was shut").matches if one.score > 0.3
    ] == []
    assert index.match("asteroid hits Earth").matches[0].claim.list == "m"


@pytest.mark.parametrize("words", ["", "  ", "a\x00b", "half \ud800 pair"])
def test_what_cannot_be_kept_is_told(store: Store, words: str) -> None:
    new, (issue,) = store.known.add([Earlier(text=words, id="x"), BLAST], at=NOW)
    assert new == 1 and issue.code == "unstorable_text"


def test_without_the_model_the_index_is_of_words(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.known.add([*CLAIMS, BLAST], at=NOW)
    store.known.index()
    monkeypatch.setattr(known, "encoding", lambda: None)
    monkeypatch.setattr(matching, "encoding", lambda: None)
    index, (issue,) = store.known.index()
    assert issue.code == "index_made_anew"
    found = index.match("smugglers blew up the harbour")
    assert found.matches[0].claim.text == BLAST.text and "words only" in found.note


def test_an_empty_database_has_nothing_to_match(store: Store) -> None:
    index, issues = store.known.index()
    assert index.match("The bridge was shut").matches == () and issues == ()


def test_a_killed_run_leaves_a_sound_index(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.known.add(CLAIMS, at=NOW)
    monkeypatch.setattr(known, "BATCH", 2)
    real, calls = known.build, 0

    def build(*given: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == 3:
            raise KeyboardInterrupt
        return real(*given)

    monkeypatch.setattr(known, "build", build)
    with pytest.raises(KeyboardInterrupt):
        store.known.index()
    index, _ = store.known.index()
    with store.database.reading() as connection:
        assert connection.scalar(select(func.sum(known_parts.c.size))) == len(index) == 7
        assert connection.execute(text("SELECT count(*) FROM known_claims")).scalar() == 7


def test_a_list_from_a_file(store: Store, tmp_path: Path) -> None:
    from rashomon.config import Settings
    from rashomon.flow import Desk
    from rashomon.matches import import_claims

    place = tmp_path / "checked.jsonl"
    rows = [
        {"claim": "The bridge was shut.", "verdict": "false", "reviewer": "Desk"},
        {"verdict": "no words"},
    ]
    place.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    desk = Desk(store=store, settings=Settings())
    seen, new, (issue,) = import_claims(desk, place, "", NOW)
    assert (seen, new, issue.code) == (1, 1, "bad_record")
    assert store.known.lists() == {"checked": 1}
    assert import_claims(desk, place, "", NOW, replace=True)[1] == 1
