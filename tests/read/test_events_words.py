"""Numbers, times and the lexicon's parts, each alone."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.read.events.english.forms import noun_forms, verb_forms
from rashomon.read.events.english.numbers import counts, value
from rashomon.read.events.times.english import times

WEDNESDAY = datetime(2023, 5, 3, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("killing at least 156 people", [("killed", 156, None)]),
        ("three civilians have been killed", [("killed", 3, 3)]),
        ("killed two youths and wounded five others on Sunday", [("killed", 2, 2), ("wounded", 5, 5)]),
        ("12 people were killed and 30 wounded", [("killed", 12, 12), ("wounded", 30, 30)]),
        ("the death toll rose to 45", [("killed", 45, 45)]),
        ("between 10 and 15 soldiers died", [("killed", 10, 15)]),
        ("10-15 people were hurt", [("wounded", 10, 15)]),
        ("dozens were injured", [("wounded", 24, None)]),
        ("police arrested more than 100 people", [("detained", 101, None)]),
        ("up to 1,200 people fled", [("displaced", None, 1200)]),
        ("two dozen people were detained", [("detained", 24, 24)]),
        ("no one was hurt", [("wounded", 0, 0)]),
        ("he was killed on 3 May 2023", []),
        ("they were killed in 2003", []),
        ("rockets killed the cattle", []),
    ],
)
def test_counts(text: str, expected: list[tuple[str, int | None, int | None]]) -> None:
    assert [(c.kind, c.low, c.high) for c in counts(text, 0, len(text))] == expected


@pytest.mark.parametrize(
    ("words", "number"), [("forty-five", 45), ("1,200", 1200), ("two dozen", 24), ("three hundred", 300)]
)
def test_values(words: str, number: int) -> None:
    assert value(words) == number


@pytest.mark.parametrize(
    ("text", "begin", "until", "precision"),
    [
        ("on Tuesday", "2023-05-02", "2023-05-02", "day"),
        ("on Wednesday", "2023-05-03", "2023-05-03", "day"),
        ("last Wednesday", "2023-04-26", "2023-04-26", "day"),
        ("late on 3 May", "2023-05-03T18:00", "2023-05-03T23:59", "part"),
        ("overnight", "2023-05-02T18:00", "2023-05-03T06:00", "part"),
        ("last week", "2023-04-24", "2023-04-30", "week"),
        ("in 2014", "2014-01-01", "2014-12-31", "year"),
        ("in March", "2023-03-01", "2023-03-31", "month"),
        ("in December", "2022-12-01", "2022-12-31", "month"),
        ("two days ago", "2023-05-01", "2023-05-01", "day"),
        ("at 14:30 on Tuesday", "2023-05-02T14:30", "2023-05-02T14:30", "minute"),
        ("on May 1, at 5 a.m.", "2023-05-01T05:00", "2023-05-01T05:00", "minute"),
        ("the next day", "2023-05-04", "2023-05-04", "day"),
        ("in the 1990s", "1990-01-01", "1999-12-31", "decade"),
        ("on 31 February", "", "", ""),
    ],
)
def test_times(text: str, begin: str, until: str, precision: str) -> None:
    (one,) = times(text, 0, len(text), WEDNESDAY)
    assert (one.time_from, one.time_until, one.precision) == (begin, until, precision)
    assert text[one.start : one.end] == one.text


def test_weekdays_of_what_is_to_come_lie_ahead() -> None:
    (one,) = times("on Tuesday", 0, 10, WEDNESDAY, ahead=True)
    assert one.time_from == "2023-05-09"


def test_what_comes_later_is_counted_from_the_day_last_spoken_of() -> None:
    (one,) = times("two days later", 0, 14, WEDNESDAY, anchor=date(2023, 4, 10))
    assert one.time_from == "2023-04-12"


def test_without_a_date_of_publication_only_whole_dates_are_resolved() -> None:
    assert times("on Tuesday", 0, 10, None)[0].time_from == ""
    assert times("on 3 May 2023", 0, 13, None)[0].time_from == "2023-05-03"


def test_may_as_a_verb_is_no_month() -> None:
    assert times("they may go in may be", 0, 21, WEDNESDAY) == ()


@given(st.text(max_size=200), st.datetimes(timezones=st.just(UTC)))
def test_no_text_and_no_date_makes_them_fail(text: str, published: datetime) -> None:
    counts(text, 0, len(text))
    for when in times(text, 0, len(text), published):
        assert text[when.start : when.end] == when.text


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("ban", {"ban", "bans", "banned", "banning"}),
        ("shell", {"shell", "shells", "shelled", "shelling"}),
        ("strike", {"strike", "strikes", "struck", "stricken", "striking"}),
        ("test-fire", {"test-fire", "test-fires", "test-fired", "test-firing"}),
        ("visit", {"visit", "visits", "visited", "visiting"}),
    ],
)
def test_verb_forms(lemma: str, forms: set[str]) -> None:
    assert set(verb_forms(lemma)) == forms


def test_noun_forms() -> None:
    assert noun_forms("attack") == ("attack", "attacks")
    assert noun_forms("talks") == ("talks",)
    assert noun_forms("atrocity") == ("atrocity", "atrocities")
