"""Hedges by the words of cue and content."""

from __future__ import annotations

import pytest

from rashomon.read.hedges import CLOSED, hedge


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [
        ("said", "that the dam had burst", ""),
        ("said", "the dam may have burst", "may"),
        ("said", "the talks would begin in May", ""),
        ("said", "they could not reach the dam", ""),
        ("said", "the blast was probably an accident", "may"),
        ("said", "the alleged thief had fled", "alleged"),
        ("reportedly", "the thief had fled", "reportedly"),
        ("said", "the thief was believed to have fled", "reportedly"),
        ("called", "the ‘peace mission’ a success for the whole valley", "scare"),
        ("said", "“We have left the valley and will not come back.”", ""),
        ("said", "“No.”", ""),
    ],
)
def test_hedges(cue: str, content: str, expected: str) -> None:
    assert hedge(cue, content) == expected
    assert expected in CLOSED
