"""Two similar happenings at different places or days stay apart; a wrong date neither tears a story apart nor joins two."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from rashomon.group import group
from rashomon.records import Document

MARCH = datetime(2023, 3, 14, 9, tzinfo=UTC)
MAY = datetime(2023, 5, 20, 9, tzinfo=UTC)
HAPPENINGS = {
    "march": (
        MARCH,
        "en",
        "A drone hit the grain terminal in Lindos on March 13, setting two silos on fire. Governor Petra Hale said that nobody was hurt. "
        "The terminal ships wheat to eleven countries.",
        "Two grain silos burned in the port of Lindos after a drone struck the terminal there late on March 13. The blaze was put out by "
        "morning, Petra Hale, who governs the region, told reporters.",
        "Lindos counts the damage: the drone of March 13 destroyed two silos and the wheat in them, the harbour master said.",
    ),
    "may": (
        MAY,
        "en",
        "A drone hit a fuel depot in Orsk Bay on May 19 and set it on fire. Mayor Ilan Brook said that three guards were hurt. "
        "The depot supplies the airfield.",
        "Fire crews fought all night at the Orsk Bay fuel depot, which a drone struck on May 19. Three guards are in hospital, mayor Ilan "
        "Brook told reporters.",
        "Three guards hurt by the drone that fell on a fuel depot in Orsk Bay on May 19 are recovering, a doctor said.",
    ),
    "березень": (
        MARCH,
        "uk",
        "Вночі 13 березня безпілотник влучив у зерновий термінал у Малинівці, загорілися два силоси. Голова області Олена Гай "
        "повідомила, що ніхто не постраждав.",
        "У порту Малинівки після удару безпілотника 13 березня горіли два зернові силоси. До ранку вогонь загасили, сказала Олена Гай.",
    ),
    "май": (
        MAY,
        "ru",
        "Беспилотник 19 мая попал в склад топлива в посёлке Верхний Яр, начался пожар. Пострадали трое охранников, сообщил глава района "
        "Игорь Лосев.",
        "В Верхнем Яре всю ночь тушили склад топлива, куда 19 мая попал беспилотник. Трое охранников в больнице, сказал Лосев.",
    ),
}  # fmt: skip


def reports(name: str) -> list[Document]:
    first, language, *texts = HAPPENINGS[name]
    return [
        Document(id=f"{name}{n}", text=text, language=language, published_at=first + timedelta(hours=7 * n))
        for n, text in enumerate(texts)
    ]


def placed(*documents: Document) -> dict[str, str]:
    return {m.document_id: s.id for s in group(documents) for m in s.members}


@pytest.mark.parametrize(("one", "other"), [("march", "may"), ("березень", "май"), ("march", "май")])
def test_two_strikes_at_different_places_and_days_are_two_stories(one: str, other: str) -> None:
    found = placed(*reports(one), *reports(other))
    assert len({found[d.id] for d in reports(one)}) == 1
    assert len({found[d.id] for d in reports(other)}) == 1
    assert len(set(found.values())) == 2


def test_one_report_each_of_two_strikes_are_two_stories() -> None:
    found = placed(reports("march")[0], reports("may")[0])
    assert len(set(found.values())) == 2


def test_one_place_struck_on_two_days_is_two_stories() -> None:
    again = Document(
        id="again",
        text="Lindos was struck once more: a drone came down on the container yard of its port on May 19. A crane fell and "
        "the ferry to the islands was held back for hours, passengers said. Governor Petra Hale was not in town.",
        language="en",
        published_at=MAY,
    )
    found = placed(*reports("march"), again)
    assert len({found[d.id] for d in reports("march")}) == 1
    assert found["again"] != found["march0"]


@pytest.mark.parametrize("wrong", [None, datetime(1970, 1, 1, tzinfo=UTC), datetime(2061, 1, 1, tzinfo=UTC)])
def test_a_wrong_date_does_not_tear_a_story_apart_and_is_said(wrong: datetime | None) -> None:
    from dataclasses import replace

    documents = [*reports("march"), *reports("may")]
    documents[1] = replace(documents[1], published_at=wrong)
    stories = group(documents, now=MAY + timedelta(days=3))
    member = {m.document_id: m for s in stories for m in s.members}
    assert member["march1"].story_id == member["march0"].story_id != member["may0"].story_id
    assert member["march1"].date_doubt
    assert not member["march0"].date_doubt
    story = next(s for s in stories if s.id == member["march0"].story_id)
    assert story.started_at is not None and story.started_at.year == 2023
    assert story.ended_at is not None and story.ended_at.year == 2023
