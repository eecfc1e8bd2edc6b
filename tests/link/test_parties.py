"""Entities of events' parties and places: the name that stands for the words, a body of a state, or nobody."""

from __future__ import annotations

import pytest

from rashomon.link import link
from rashomon.records import Document, Event, Kind, Mention, Reading


def linked(text: str, names: dict[str, Kind], **spans: str) -> tuple[Event, dict[str, str]]:
    """One event whose ``actor``, ``target`` and ``place`` are these words; and entity id → name."""

    def where(words: str) -> tuple[int, int] | None:
        at = text.find(words)
        return (at, at + len(words)) if words else None

    actor, target, place = (spans.get(k, "") for k in ("actor", "target", "place"))
    event = Event(
        actor=actor, action="ASSAULT", target=target, place=place, time="", status="asserted", start=0, end=1,
        actor_span=where(actor), target_span=where(target), place_span=where(place), actor_name=spans.get("name", ""),
    )  # fmt: skip
    mentions = tuple(
        sorted(
            (
                Mention(start=text.find(n), end=text.find(n) + len(n), text=n, kind=k)
                for n, k in names.items()
            ),
            key=lambda m: m.start,
        )
    )
    reading = Reading(document_id="d", reader="x", language="en", mentions=mentions, events=(event,))
    made = link([Document(id="d", text=text)], [reading])
    return made.readings[0].events[0], {e.id: e.name for e in made.entities}


def test_a_title_and_a_name_are_the_person_and_a_place_is_its_own() -> None:
    one, names = linked(
        "Foreign Minister Ilka Vondral visited the city of Orvel.",
        {"Ilka Vondral": "person", "Orvel": "place"},
        actor="Foreign Minister Ilka Vondral",
        target="city of Orvel",
        place="Orvel",
    )
    assert names[one.actor_entity] == "Ilka Vondral"
    assert names[one.target_entity] == names[one.place_entity] == "Orvel"


def test_forces_of_a_state_are_neither_the_state_nor_nobody() -> None:
    one, names = linked(
        "Kenyan troops shot gunmen in Lamu.",
        {"Kenyan": "group", "Lamu": "place"},
        actor="Kenyan troops",
        target="gunmen",
        place="Lamu",
    )
    assert names[one.actor_entity] == "Kenyan troops"
    assert one.target_entity == ""


@pytest.mark.parametrize("actor", ["Lund's lawyer", "a friend of Ann Lund"])
def test_someone_of_a_person_is_not_the_person(actor: str) -> None:
    name = "Ann Lund" if "Ann" in actor else "Lund"
    one, _ = linked(f"Yesterday {actor} fled.", {name: "person"}, actor=actor)
    assert one.actor_entity == ""


def test_a_pronoun_has_the_entity_of_whom_it_means() -> None:
    one, names = linked("Ann Lund came. She left.", {"Ann Lund": "person"}, actor="She", name="Ann Lund")
    assert names[one.actor_entity] == "Ann Lund"


def test_a_residence_is_not_the_one_who_lives_there() -> None:
    one, names = linked(
        "Дрон ударил по резиденции Анны Лис, мэр Анна Лис уехала.",
        {"Анны Лис": "person", "Анна Лис": "person"},
        actor="мэр Анна Лис",
        target="резиденции Анны Лис",
    )
    assert names[one.actor_entity]
    assert one.target_entity == ""
