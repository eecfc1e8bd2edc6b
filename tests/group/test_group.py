"""Stories and roots: copies share a root, another happening is another story, input order changes nothing."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pytest
from bench.stories import b_cubed

from rashomon.group import group
from rashomon.records import Document, Membership

DAY = datetime(2022, 6, 1, 8, tzinfo=UTC)
FIRE = (
    "Governor Ana Ruiz said that the fire at the Larkspur refinery began in a storage tank before dawn. "
    "Firefighters from four towns put it out after six hours. The company that owns the refinery denied that an "
    "alarm had failed. Two workers were taken to the hospital in Port Ellis with burns."
)
OTHER = (
    "The national football team of Norland beat its neighbour by three goals to one on Saturday evening. "
    "The coach praised the young defenders and said that the team had played without fear for the first time."
)


def doc(id: str, text: str, hours: float = 0, **fields: object) -> Document:
    return Document(
        id=id,
        text=text,
        published_at=DAY + timedelta(hours=hours),
        language=str(fields.pop("language", "en")),
        **fields,
    )  # type: ignore[arg-type]


def placed(*documents: Document) -> dict[str, Membership]:
    return {member.document_id: member for story in group(documents) for member in story.members}


def test_a_wire_copy_has_the_agencys_root() -> None:
    found = placed(
        doc("wire", "PORT ELLIS (Coast News Agency) - " + FIRE, 1, source="Coast News Agency"),
        doc("early", FIRE + "\nCoast News Agency", 0.5, source="Ellis Echo"),
        doc("far", OTHER, 2),
    )
    assert found["early"].root_id == found["wire"].root_id == "wire"
    assert found["early"].relation == "copy"
    assert "Coast News Agency" in found["early"].why
    assert found["far"].root_id == "far"
    assert found["far"].story_id != found["wire"].story_id


def test_a_copy_that_hides_its_origin_has_the_earliest_as_root() -> None:
    found = placed(doc("b", FIRE.replace("before dawn", "early"), 3), doc("a", FIRE, 1))
    assert (found["b"].root_id, found["b"].relation) == ("a", "copy")


def test_forwards_share_a_root_though_the_origin_is_missing() -> None:
    found = placed(
        doc("one", FIRE, 1, forwarded_from="Gull", source="A"),
        doc("two", FIRE, 2, forwarded_from="Gull", source="B"),
    )
    assert {m.root_id for m in found.values()} == {"one"}
    assert {m.relation for m in found.values()} == {"forward"}


def test_an_edit_without_a_word_and_a_correction_are_told_apart() -> None:
    page = {"url": "https://e.example/fire"}
    silent = placed(
        doc("v1", FIRE, 0, title="", **page), doc("v2", FIRE.replace("six hours", "nine hours"), 0, **page)
    )
    update = next(m for m in silent.values() if m.relation == "update")
    assert "not marked" in update.why
    told = placed(
        doc("v1", FIRE, 0, **page),
        doc("v2", FIRE + " Correction: an earlier version gave another name.", 0, **page),
    )
    assert (told["v2"].relation, told["v2"].root_id) == ("update", "v1")
    assert "correction" in told["v2"].why


def test_own_reports_of_one_event_are_one_story_with_two_roots() -> None:
    second = (
        "Two people were burned when a tank caught fire at the Larkspur refinery near Port Ellis, Governor Ana Ruiz "
        "told reporters. An inquiry will look at the alarm, which neighbours say they never heard."
    )
    found = placed(doc("a", FIRE), doc("b", second, 5), doc("c", OTHER, 5))
    assert found["a"].story_id == found["b"].story_id != found["c"].story_id
    assert len({found["a"].root_id, found["b"].root_id}) == 2


def test_a_flood_of_one_post_is_one_root() -> None:
    story = group([doc(f"p{n:04}", FIRE, n / 60) for n in range(2000)])
    assert len(story) == 1
    assert {m.root_id for m in story[0].members} == {"p0000"}


def test_input_order_changes_nothing() -> None:
    documents = [
        doc("a", FIRE),
        doc("b", FIRE.replace("four", "five"), 2),
        doc("c", OTHER),
        doc("d", OTHER + " It rained.", 1),
    ]
    expected = group(documents)
    for seed in range(5):
        mixed = documents[:]
        random.Random(seed).shuffle(mixed)
        assert group(mixed) == expected


def test_nothing_and_short_posts() -> None:
    assert group([]) == ()
    assert len(group([doc("a", "Look!"), doc("b", "Wow.")])) == 2


def test_b_cubed_by_hand() -> None:
    p, r, f = b_cubed({"a": 1, "b": 1, "c": 1}, {"a": 1, "b": 1, "c": 2})
    assert (p, r) == pytest.approx((5 / 9, 1.0))
    assert f == pytest.approx(2 * 5 / 9 / (1 + 5 / 9))
