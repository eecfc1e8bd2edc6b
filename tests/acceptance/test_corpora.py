"""Two of the example corpora: what an analyst must be told of positions, changes and silences."""

from __future__ import annotations

import pytest
from bench.positions import GOLD as HERE
from bench.positions import Expected, Found, documents_of, figures, gold, ours

from rashomon.config import Settings
from rashomon.flow import think_alone


def found(corpus: str) -> tuple[Expected, Found]:
    expected = gold(HERE / "positions" / f"{corpus}.jsonl")
    thought, _ = think_alone(documents_of(corpus), Settings())
    return expected, ours(thought, expected)


@pytest.fixture(scope="module")
def airliner() -> tuple[Expected, Found]:
    return found("the-airliner-near-tehran")


@pytest.fixture(scope="module")
def planes() -> tuple[Expected, Found]:
    return found("planes-over-balakot")


def test_a_denial_given_up_is_a_change_and_a_copy_of_it_is_none(airliner: tuple[Expected, Found]) -> None:
    _, told = airliner
    changed = [one for one in told.changes if one[0] == "Iran"]
    assert len(changed) == 1
    assert "denies" in changed[0][1] and any(
        word in changed[0][2] for word in ("admits", "admitted", "признал", "визнав")
    )


def test_the_blamed_who_spoke_since_is_silent_and_the_one_not_collected_unheard(
    airliner: tuple[Expected, Found],
) -> None:
    _, told = airliner
    assert ("United States", "adventurism") in told.silent
    assert told.unheard == {"United Kingdom"}
    assert not [one for one in told.silent if one[0] == "Boeing"]


def test_who_neither_confirms_nor_denies_declines(airliner: tuple[Expected, Found]) -> None:
    _, told = airliner
    assert ("Ukraine", "missile", "declines") in told.positions
    assert ("Ukraine", "missile", "denies") not in told.positions


def test_a_number_lowered_an_outlet_corrected_and_two_of_one_party(planes: tuple[Expected, Found]) -> None:
    _, told = planes
    assert {one[0] for one in told.changes} == {"Pakistan", "The Lantern"}
    assert any("Dhanoa" in names for _, names in told.within)


def test_accused_of_acting_for_an_election_and_never_answering(planes: tuple[Expected, Found]) -> None:
    _, told = planes
    assert told.silent == {("India", "election")}
    assert told.unheard == {"Jaish-e-Mohammed"}


@pytest.mark.parametrize("corpus", ["airliner", "planes"])
def test_most_positions_are_found_and_right(corpus: str, request: pytest.FixtureRequest) -> None:
    row = figures(*request.getfixturevalue(corpus))
    assert isinstance(row["F1"], float) and row["F1"] > 65
