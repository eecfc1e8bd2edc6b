"""What became of stories between two groupings, and when a story counts as quiet."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from rashomon.group.lineage import Step, quiet_since, steps
from rashomon.records import Document, Membership, Story

DAY = datetime(2024, 2, 1, tzinfo=UTC)


def at(hours: float) -> datetime:
    return DAY + timedelta(hours=hours)


DOCUMENTS = {f"d{n}": Document(id=f"d{n}", text="x", published_at=at(6 * n)) for n in range(12)}


def story(id: str, *numbers: int) -> Story:
    return Story(
        id=id,
        title="",
        started_at=at(6 * min(numbers)),
        ended_at=at(6 * max(numbers)),
        members=tuple(Membership(document_id=f"d{n}", story_id=id, root_id=f"d{n}") for n in numbers),
    )


def told(before: list[Story], after: list[Story], now: datetime) -> list[Step]:
    return list(steps([m for s in before for m in s.members], after, DOCUMENTS, now))


def test_begun_and_grew_with_their_dates() -> None:
    found = told([story("a", 0, 1)], [story("a", 0, 1, 2), story("b", 3)], at(20))
    assert [(s.kind, s.story_id, s.before, s.at, s.added) for s in found] == [
        ("grew", "a", ("a",), at(12), 1),
        ("begun", "b", (), at(18), 1),
    ]


def test_two_stories_that_become_one_merged_and_one_that_becomes_two_split() -> None:
    one, two, both = story("a", 0, 1), story("b", 2, 3), story("a", 0, 1, 2, 3)
    merged = told([one, two], [both], at(20))
    assert [(s.kind, s.before) for s in merged] == [("merged", ("a", "b"))]
    split = told([both], [one, two], at(20))
    assert [(s.kind, s.story_id, s.before) for s in split] == [
        ("split", "a", ("a",)),
        ("split", "b", ("a",)),
    ]


def test_a_story_is_quiet_by_its_own_rhythm() -> None:
    busy = story("a", 0, 1, 2, 3, 4)  # every six hours
    slow = Story(
        id="b",
        title="",
        started_at=at(0),
        ended_at=at(66),
        members=tuple(Membership(document_id=f"d{n}", story_id="b", root_id=f"d{n}") for n in (0, 6, 11)),
    )
    assert quiet_since(busy, DOCUMENTS) == at(24) + timedelta(days=2)
    slowly = quiet_since(slow, DOCUMENTS)
    assert slowly is not None and slowly > at(66) + timedelta(days=4)
    later = told([busy], [busy], at(24 * 9))
    assert [(s.kind, s.at) for s in later] == [("quiet", at(24) + timedelta(days=2))]
    assert "every 6 hours" in later[0].why
    assert told([busy], [busy], at(30)) == []


def test_nothing_new_is_no_step_and_an_undated_story_is_never_quiet() -> None:
    undated = Story(id="u", title="", members=(Membership(document_id="d0", story_id="u", root_id="d0"),))
    assert told([undated], [undated], at(24 * 99)) == []
