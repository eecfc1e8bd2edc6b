"""Lines of who said what: what the reader was unsure of is printed as such."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from rashomon import flow
from rashomon.brief.said import UNSURE
from rashomon.config import Settings
from rashomon.records import Document, Saying

NOW = datetime(2026, 1, 2, tzinfo=UTC)
TEXT = (
    "Tacna set the depot on fire, mayor says\n\nMayor Ruth Stein said that Tacna had set the depot on fire."
)


@pytest.mark.parametrize(("score", "warned"), [(UNSURE - 0.1, True), (UNSURE, False), (None, False)])
def test_a_line_says_that_its_passage_may_be_misread(score: float | None, warned: bool) -> None:
    documents = [Document(id="d1", text=TEXT, title=TEXT.splitlines()[0], published_at=NOW, language="en")]
    thought, _ = flow.think_alone(documents, Settings())

    def scored(said: Saying) -> Saying:
        return replace(said, score=score)

    claims = tuple(replace(c, members=tuple(scored(m) for m in c.members)) for c in thought.claims)
    assert claims
    (brief,) = flow.write_briefs(documents, replace(thought, claims=claims), NOW)
    lines = [
        line.text for section in brief.sections if section.key == "claimed" for line in section.sentences
    ]
    told = [line for line in lines if "depot on fire" in line]
    assert told and all(("unsure" in line) == warned for line in told)
