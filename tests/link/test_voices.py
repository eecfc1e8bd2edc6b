"""A press service speaks for its body; a person's spokesman is not that person."""

from __future__ import annotations

import pytest

from rashomon.link import link
from rashomon.link.voices import body_of
from rashomon.records import Attribution, Document, Mention, Reading, Speaker


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Elysee press service", "Elysee"),
        ("the White House press secretary", "White House"),
        ("A spokesman for the Interior Ministry", "Interior Ministry"),
        ("Acme's media office", "Acme"),
        ("пресс-служба Минобороны", "Минобороны"),
        ("пресс-секретарь Кремля", "Кремля"),
        ("пресслужба Офісу президента", "Офісу президента"),
        ("речниця МЗС", "МЗС"),
        ("Press Association", ""),
        ("Spokesman Review", ""),
        ("spokesman", ""),
        ("Ann Lee", ""),
    ],
)
def test_the_body_behind_a_voice(name: str, body: str) -> None:
    assert body_of(name) == body


def test_hostile_names_take_no_time() -> None:
    assert body_of("press " * 5_000) == ""


def speakers(text: str, names: list[str], bodies: tuple[str, ...] = ()) -> dict[str, str]:
    """Name → entity id, where each speaks in one document."""
    made = []
    for name in names:
        start = text.index(name)
        made.append(Attribution(source=((start, start + len(name)),), speaker=Speaker(text=name)))
    mentions = tuple(
        Mention(start=text.index(b), end=text.index(b) + len(b), text=b, kind="organisation") for b in bodies
    )
    reading = Reading(document_id="d", reader="r", mentions=mentions, attributions=tuple(made))
    linked = link([Document(id="d", text=text)], [reading])
    return {a.speaker.text: a.speaker.entity for a in linked.readings[0].attributions}


def test_a_seat_and_its_press_service_are_one_claimant() -> None:
    names = ["Kremlin", "The Kremlin's press service", "Пресс-служба Кремля", "Пресслужба Кремля"]
    made = speakers(
        "Kremlin said yes. The Kremlin's press service said no. Пресс-служба Кремля. Пресслужба Кремля.",
        names,
    )
    assert len(set(made.values())) == 1


def test_a_body_that_is_named_by_itself_and_its_press_office() -> None:
    text = "Tacna Water said it was clean. The press office of Tacna Water said it again."
    known = speakers(text, ["Tacna Water", "The press office of Tacna Water"], ("Tacna Water",))
    assert len(set(known.values())) == 1


def test_a_persons_spokesman_is_somebody_else() -> None:
    made = speakers(
        "Ruth Stein said no. Ruth Stein's spokesman said yes.", ["Ruth Stein", "Ruth Stein's spokesman"]
    )
    assert len(set(made.values())) == 2
