"""Long texts in stretches: nothing lost, nothing twice, and the time grows with the length alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.read.stretches import moved, stretches
from rashomon.records import Attribution


@given(st.text(alphabet="ab .\n", max_size=400), st.integers(2, 50))
def test_stretches_are_the_whole_text_in_order(text: str, limit: int) -> None:
    parts = stretches(text, limit)
    assert "".join(text[s:e] for s, e in parts) == text
    assert all(e - s <= limit for s, e in parts)


def test_a_stretch_ends_behind_a_paragraph_where_there_is_one() -> None:
    text = "one two. three\n\nfour five. six seven"
    assert stretches(text, 20)[0] == (0, 16)


def test_moved() -> None:
    one = Attribution(source=((1, 2),), cue=((3, 4),), content=((5, 9), (12, 14)))
    assert moved(moved(one, 7), -7) == one and moved(one, 7).content == ((12, 16), (19, 21))
