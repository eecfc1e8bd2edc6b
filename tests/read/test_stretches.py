"""Long texts in stretches: nothing lost, nothing twice, and the time grows with the length alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.read import read
from rashomon.read.stretches import moved, stretches
from rashomon.records import Attribution, Document, Reading


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


def test_blanks_beside_a_speaker_are_not_part_of_the_span() -> None:
    text = "The bridge fell according to   The ministry"
    (reading,) = read([Document(id="x", text=text, language="en")], reader="rules")
    assert isinstance(reading, Reading)
    parts = [text[s:e] for a in reading.attributions for r in (a.source, a.cue, a.content) for s, e in r]
    assert "The ministry" in parts
    assert all(part == part.strip() and part for part in parts)
