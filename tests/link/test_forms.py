"""One key for all spellings and cases of a name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.link.forms import level


@pytest.mark.parametrize(
    "forms",
    [
        "Ковальский Ковальского Ковальскому Ковальским Ковальском Ковальський Ковальського Ковальським",
        "Орлов Орлова Орлову Орловым Орлове",
        "Семененко Семененка Семененку Семененком",
        "Олексій Олексія Олексієм Олексієві",
        "Мюллер Мюллера Мюллером",
        "Смирнова Смирновой Смирнову",
        "Ким Кима Киму",
        "Kovalsky Kovalskiy Kovalskyi Kovalskyy",
    ],
)
def test_cases_and_spellings_of_one_name(forms: str) -> None:
    assert len({level(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(("a", "b"), [("Орлов", "Орел"), ("Ли", "Лин"), ("Ann Lee", "Anne Lees")])
def test_other_names_stay_apart(a: str, b: str) -> None:
    assert level(a) != level(b)


@given(st.text(max_size=40))
def test_any_text_has_a_key_that_is_its_own(text: str) -> None:
    assert level(text) == level(f" {text} ") or not text.strip()
