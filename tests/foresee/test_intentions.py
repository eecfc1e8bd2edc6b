"""What parties announce, in the words of short invented reports, read by our own readers."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.foresee.horizon import until
from rashomon.foresee.intentions import intentions
from rashomon.read import read
from rashomon.records import Document, Intention, Reading

TUESDAY = datetime(2024, 5, 14, 9, tzinfo=UTC)


def said(text: str, language: str = "en") -> tuple[Intention, ...]:
    document = Document(id="d", text=text, language=language, published_at=TUESDAY)
    readings = [one for one in read([document]) if isinstance(one, Reading)]
    return intentions(document, readings[0])


@pytest.mark.parametrize(
    ("language", "text", "who", "category", "target"),
    [
        (
            "en",
            "Foreign Minister Ana Kolm threatened to expel two diplomats of Tarsk.",
            "Ana Kolm",
            "SANCTION",
            "Tarsk",
        ),
        ("en", "Velmia pledged to send medical aid to Tarsk.", "Velmia", "AID", "Tarsk"),
        ("en", "The union threatened to strike on Thursday.", "union", "PROTEST", ""),
        ("en", "Velmia urged Tarsk to release the sailors.", "Tarsk", "RETREAT", ""),
        (
            "ru",
            "Президент Кольм пригрозил ввести санкции против Тарска.",
            "Президент Кольм",
            "SANCTION",
            "Тарска",
        ),
        (
            "uk",
            "Уряд закриє кордон із Тарськом, попередив прем'єр-міністр Орл.",
            "Уряд",
            "COERCE",
            "Тарськом",
        ),
    ],
)
def test_who_what_and_to_whom(language: str, text: str, who: str, category: str, target: str) -> None:
    (one,) = said(text, language)
    assert (one.actor_name, one.category, one.target_name) == (who, category, target)
    assert one.span.quote and text[one.span.start : one.span.end] == one.span.quote


def test_the_condition_stands_apart_with_its_words() -> None:
    (one,) = said("President Kolm threatened to impose sanctions on Tarsk if the blockade continues.")
    assert one.conditional and one.condition == "if the blockade continues" and one.kind == "threat"
    (front,) = said("If the shelling goes on, we will strike Tarsk, President Kolm said.")
    assert front.conditional and front.category == "ASSAULT" and front.target_name == "Tarsk"


def test_that_it_will_not_be_done_is_told_apart() -> None:
    (one,) = said("«Мы не будем вести переговоры с Вельмией», — сказал президент Тарска Марн.", "ru")
    assert one.negated and one.category == "CONSULT"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "General Resh denied that the army plans to attack Tarsk."),
        ("en", "Analysts warned that Tarsk might attack the port of Sella next week."),
        ("en", "Velmia attacked Tarsk on Monday, its defence ministry said."),
        ("en", "The flood may reach the town of Sella by Friday, the weather office said."),
        ("ru", "Генерал Реш опроверг, что армия готовит нападение на Тарск."),
        ("uk", "Експерти попередили, що Тарськ може напасти на порт Селла."),
        ("de", "Velmia droht Tarsk mit Sanktionen."),
    ],
)
def test_what_is_denied_guessed_or_past_is_none(language: str, text: str) -> None:
    assert said(text, language) == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("within two weeks", "2024-05-28"),
        ("in 48 hours", "2024-05-16"),
        ("by the end of the month", "2024-05-31"),
        ("next week", "2024-05-26"),
        ("by year's end", "2024-12-31"),
        ("tomorrow", "2024-05-15"),
        ("on Friday", "2024-05-17"),
        ("gave 72 hours to leave", "2024-05-17"),
        ("в течение десяти дней", "2024-05-24"),
        ("до конца недели", "2024-05-19"),
        ("через 48 часов", "2024-05-16"),
        ("протягом двох тижнів", "2024-05-28"),
        ("до кінця року", "2024-12-31"),
        ("72 hours ago", None),
        ("soon", None),
    ],
)
def test_until_when(text: str, day: str | None) -> None:
    found = until(text, TUESDAY)
    assert (found.date().isoformat() if found else None) == day


@given(st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_no_text_is_an_error(text: str) -> None:
    document = Document(id="d", text=text, language="en", published_at=TUESDAY)
    reading = Reading(document_id="d", reader="x", language="en", sentences=((0, len(text)),) if text else ())
    for one in intentions(document, reading):
        assert text[one.span.start : one.span.end] == one.span.quote
    until(text, TUESDAY)
