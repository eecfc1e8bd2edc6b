"""What counts as a number that a party lowered."""

from __future__ import annotations

import pytest

from rashomon.claim.changes import _numbers
from rashomon.records import Saying, Span


@pytest.mark.parametrize(
    ("words", "counted"),
    [
        ("the X-900 battery brought down five jets", {5}),
        ("two boats were sunk by one Kh-35", {2, 1}),
        ("из С-300 сбили 3 самолёта", {3}),
        ("the spill reached 40 villages", {40}),
    ],
)
def test_the_number_in_the_name_of_a_make_counts_nothing(words: str, counted: set[float]) -> None:
    span = Span(document_id="d", start=0, end=len(words), quote=words)
    saying = Saying(
        document_id="d", speaker="A", entity="", cue="said", act="asserts", form="indirect", negated=False,
        content=(span,), span=span,
    )  # fmt: skip
    assert _numbers(saying) == counted
