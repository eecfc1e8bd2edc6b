"""Cyrillic forms by rule: what they are, and that they only help to find a person who has none on record."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.link.forms import level
from rashomon.link.transcription import transcribe


@pytest.mark.parametrize(
    ("name", "state", "russian"),
    [
        ("François Bayrou", "FR", "Франсуа Байру"),
        ("Władysław Kosiniak-Kamysz", "PL", "Владыслав Косиняк Камыш"),
        ("Qin Gang", "CN", "Цинь Ган"),
        ("Vladimir Padrino López", "VE", "Владимир Падрино Лопес"),
        ("Bratislav Gašić", "RS", "Братислав Гашич"),
        ("Takeshi Iwaya", "JP", "Такэси Ивая"),
        ("Dorin Recean", "MD", "Дорин Речан"),
        ("Sushila Karki", "NP", "Сушила Карки"),
    ],
)
def test_by_the_language_of_the_state(name: str, state: str, russian: str) -> None:
    assert transcribe(name, state)[0] == russian


def test_ukrainian_differs_by_rule() -> None:
    assert transcribe("Simon Harris", "IE")[1] == "Сімон Гарріс"
    assert level(transcribe("Sushila Karki", "NP")[1]) == level("Сушила Каркі")


def test_what_is_not_in_latin_letters_has_none() -> None:
    assert transcribe("Иван Петров", "RU") == () == transcribe("", "FR") == transcribe("7 of 9", "")


@given(st.text(max_size=40), st.sampled_from(["FR", "PL", "CN", "TR", "XX", ""]))
def test_any_text_gives_cyrillic_or_nothing(name: str, state: str) -> None:
    for form in transcribe(name, state):
        assert not any("a" <= letter.lower() <= "z" for letter in form)
