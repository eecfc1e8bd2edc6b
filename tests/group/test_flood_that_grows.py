"""A further copy of a post that hundreds copied is asked among few of them, and comes out as one call has it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from rashomon.group import Grouping, grouping
from rashomon.group.copies import descents
from rashomon.group.lots import WHOLE
from rashomon.records import Document, Story

POST = (
    "The ferry Alba ran onto a sandbank off Port Merrin on 3 March 2024 with 214 passengers, harbour master Ines Calder said. "
    "Two lifeboats from Dunmore brought the passengers ashore by noon, and nobody was hurt. Calder said that the pilot "
    "had been told of the bank by radio and had answered that the chart showed four metres of water there."
)
START = datetime(2024, 3, 3, 12, tzinfo=UTC)


def copies(count: int) -> list[Document]:
    """Copies of the post, each with one word of its outlet at its end."""
    return [
        Document(
            id=f"c{n:04}", text=f"{POST} Outlet{n}.", source=f"Outlet {n}", language="en", published_at=START + timedelta(minutes=n + 1)
        )
        for n in range(count)
    ]  # fmt: skip


def roots(stories: Sequence[Story]) -> dict[str, str]:
    return {member.document_id: member.root_id for story in stories for member in story.members}


def test_a_further_copy_is_asked_among_few_and_has_the_root_of_all(monkeypatch: pytest.MonkeyPatch) -> None:
    made = copies(420)
    grown = Grouping()
    grown.add(made[:400])
    asked: list[int] = []
    real = descents

    def counted(looks: Sequence[Any], **others: Any) -> Any:
        asked.append(len(looks))
        return real(looks, **others)

    monkeypatch.setattr(grouping, "descents", counted)
    for one in made[400:]:
        grown.add([one])
    assert max(asked) <= 3 * WHOLE
    assert set(roots(grown.stories()).values()) == {"c0000"}


def test_an_earlier_original_found_late_becomes_the_root_of_all() -> None:
    made = copies(400)
    first = replace(made[0], id="original", source="Port Merrin Post", published_at=START)
    grown = Grouping()
    grown.add(made)
    grown.add([first])
    assert set(roots(grown.stories()).values()) == {"original"}


def test_a_copy_of_a_copy_that_comes_late_has_the_first_ones_root() -> None:
    made = copies(400)
    late = replace(
        made[399], id="late", text=f"{made[399].text} Outlet399.", published_at=START + timedelta(days=2)
    )
    grown = Grouping()
    grown.add(made)
    grown.add([late])
    assert roots(grown.stories())["late"] == "c0000"
