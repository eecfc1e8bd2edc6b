"""Ukrainian where its dictionary, whose licence is the GPL, is not installed: read by the endings of the words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon import doctor
from rashomon.claim import proposition
from rashomon.claim.proposition.cyrillic import endings, forms, parse
from rashomon.claim.same import tier, verdict
from rashomon.claim.sense import sense
from rashomon.config import Settings

SAME = [
    ("Війська Тарну обстріляли лікарню", "Лікарню обстріляли війська Тарну"),
    ("Поліція розігнала мітинг", "Police dispersed the rally"),
    ("Суд звільнив журналіста", "Суд освободил журналиста"),
    ("Поліція не знайшла зброї", "Police found no weapons"),
]
APART = [
    ("Поліція затримала редактора", "Редактор затримав поліцію", "roles"),
    ("Дравія повернула Мелнору ікони", "Мелнор повернув Дравії ікони", "roles"),
    ("Міністерство оприлюднило звіт", "Міністерство не оприлюднило звіт", "negation"),
    ("Хакери викрали дані", "Хакери могли викрасти дані", "modality"),
    ("Сенат ухвалив бюджет", "Сенат відхилив бюджет", "instead"),
    ("Обстріл убив 12 людей", "Обстріл убив 20 людей", "number"),
]


@pytest.fixture(autouse=True)
def without(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As if the package were not there."""
    whole = forms.load
    monkeypatch.setattr(forms, "load", lambda language: None if language == "uk" else whole(language))

    def forget() -> None:
        forms._analysers.clear()
        forms.readings.cache_clear()
        proposition._kept.clear()

    forget()
    yield
    forget()


@pytest.mark.parametrize(("a", "b"), SAME)
def test_one_claim(a: str, b: str) -> None:
    assert tier(sense(a), sense(b)) == "confirmed"


@pytest.mark.parametrize(("a", "b", "why"), APART)
def test_two_claims(a: str, b: str, why: str) -> None:
    assert tier(sense(a), sense(b)) != "confirmed"
    assert verdict(sense(a), sense(b)).why == why


def test_a_language_without_dictionary_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    import pymorphy3

    def missing(lang: str) -> object:
        raise ValueError(f"Can't find a dictionary for language {lang!r}")

    monkeypatch.undo()
    monkeypatch.setattr(pymorphy3, "MorphAnalyzer", missing)
    assert forms.load("uk") is None


def test_the_doctor_says_that_it_is_missing_and_what_it_costs(monkeypatch: pytest.MonkeyPatch) -> None:
    found = doctor.find_spec
    monkeypatch.setattr(
        doctor, "find_spec", lambda name: None if name == "pymorphy3_dicts_uk" else found(name)
    )
    (said,) = [one for one in doctor.examine(Settings(), "sqlite://") if one.what == "Ukrainian dictionary"]
    assert said.state.startswith("missing") and "rashomon[ukrainian]" in said.remedy and "GPL" in said.remedy


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'-", min_size=1, max_size=40))
def test_every_word_may_be_something(word: str) -> None:
    assert all(form[0] and set(form[1]) <= set("ngdail") for form in endings.forms(word, True, True))
    assert parse(word, "uk").language == "uk"
