"""Whom "they" and "the ministry" mean as parties of events; and where events were."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from rashomon.read.events import events
from rashomon.read.sentences import sentences
from rashomon.records import Event, Mention

NOW = datetime(2024, 5, 14, tzinfo=UTC)


def told(text: str, *names: tuple[str, str]) -> tuple[Event, ...]:
    mentions = []
    at = 0
    for name, kind in names:
        at = text.index(name, at)
        mentions.append(Mention(start=at, end=at + len(name), text=name, kind=kind))  # type: ignore[arg-type]
        at += len(name)
    return events(text, sentences(text), mentions, (), NOW)


def test_they_are_those_who_acted_before() -> None:
    *_, last = told("Rebel fighters attacked the dam. They abducted two nurses.")
    assert (last.actor, last.actor_name, last.target) == ("They", "Rebel fighters", "two nurses")


def test_it_is_no_person_and_she_no_body() -> None:
    *_, last = told(
        "Amira Sollen visited Doha. She praised Qatar.",
        ("Amira Sollen", "person"), ("Doha", "place"), ("Qatar", "state"),
    )  # fmt: skip
    assert last.actor_name == "Amira Sollen"


def test_nothing_is_said_where_nothing_tells() -> None:
    (one,) = told("It rained for days. They attacked the dam.")
    assert one.actor_name == ""


def test_a_bare_ministry_is_the_only_one_named_before() -> None:
    text = "The Health Ministry of Ghana condemned the clinic. The ministry arrested its director."
    *_, last = told(text, ("Health Ministry of Ghana", "organisation"))
    assert (last.actor, last.actor_name) == ("ministry", "Health Ministry of Ghana")


def test_of_two_ministries_none_is_chosen() -> None:
    text = "The Health Ministry of Ghana condemned the Finance Ministry of Mali. The ministry arrested its director."
    *_, last = told(
        text, ("Health Ministry of Ghana", "organisation"), ("Finance Ministry of Mali", "organisation")
    )
    assert last.actor_name == ""


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Police arrested 20 people in Orvel.", "Orvel"),
        ("Students marched through Orvel, while in Dorva police arrested two.", "Orvel"),
        ("The army of Orvel killed two rebels near Dorva.", "Dorva"),
    ],
)
def test_an_event_is_where_its_own_clause_says(text: str, place: str) -> None:
    names = [(n, "place") for n in sorted(("Orvel", "Dorva"), key=text.find) if n in text]
    assert told(text, *names)[0].place == place


@pytest.mark.parametrize(
    "text",
    [
        "5G networks promise fast connections.",
        "The flight landed in Orvel.",
        "He asked him to move.",
        "She recognized her mistake.",
        "The pitcher allowed a run in the seventh inning.",
    ],
)
def test_what_things_and_private_people_do_is_no_event(text: str) -> None:
    assert told(text, *([("Orvel", "place")] if "Orvel" in text else [])) == ()
