"""Questions settled from what our own readers find in short reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from rashomon.foresee.resolve import Stream, resolve
from rashomon.read import read
from rashomon.records import Document, Question, Reading, Resolution, Rule

OPENED = datetime(2024, 5, 1, tzinfo=UTC)
DAY = timedelta(days=1)
EXPEL = Question(
    text="Will Velmia expel a diplomat of Tarsk by 1 June 2024?",
    opened_at=OPENED,
    deadline=OPENED + 31 * DAY,
    rule=Rule(actors=("Velmia",), categories=("SANCTION",), modes=("expel",), targets=("Tarsk",)),
    abort=Rule(actors=("Tarsk",), categories=("SANCTION",), modes=("withdraw",)),
)
STRIKE = replace(
    EXPEL,
    text="Will Velmia attack Tarsk by 1 June 2024?",
    rule=Rule(actors=("Velmia",), categories=("ASSAULT",), targets=("Tarsk",)),
)
QUIET = [(day, "Velmia and Tarsk opened a joint book fair.") for day in (3, 9, 15, 21, 27, 31.5)]


def settled(
    question: Question, told: Sequence[tuple[float, str]], day: float = 40, **more: object
) -> Resolution | None:
    documents = [
        Document(id=f"d{n}", text=text, published_at=OPENED + when * DAY, language=_language(text))
        for n, (when, text) in enumerate(told)
    ]
    readings = [one for one in read(documents, reader="rules") if isinstance(one, Reading)]
    if any(d.language != "en" for d in documents):
        readings = [one for one in read(documents) if isinstance(one, Reading)]
    return resolve(question, Stream(documents, readings, **more), now=OPENED + day * DAY)  # type: ignore[arg-type]


def _language(text: str) -> str:
    return "ru" if "ы" in text or "л" in text else "en"


def outcome(question: Question, told: Sequence[tuple[float, str]], **more: float) -> str:
    word = settled(question, told, **more)
    return word.outcome if word is not None else "open"


def test_the_event_settles_it_at_once_with_the_words_that_tell_it() -> None:
    word = settled(EXPEL, [(4, "Velmia expelled two diplomats of Tarsk.")], day=6)
    assert word is not None and word.outcome == "yes" and word.by == ""
    assert word.happened_at == OPENED + 4 * DAY
    assert word.spans[0].quote.startswith("expelled") and word.spans[0].document_id == "d0"


def test_it_is_open_until_the_deadline_and_no_after_a_stream_that_ran_through() -> None:
    assert outcome(EXPEL, QUIET, day=30) == "open"
    assert outcome(EXPEL, QUIET) == "no"


def test_a_stream_that_stops_settles_nothing_and_says_so() -> None:
    stopped = settled(EXPEL, QUIET[:3])
    assert stopped is not None and stopped.outcome == "unresolvable"
    assert "stops on 2024-05-16" in stopped.why
    empty = settled(EXPEL, [])
    assert empty is not None and "Nothing was collected" in empty.why
    hole = settled(EXPEL, [QUIET[0], QUIET[-1]])
    assert hole is not None and "from 2024-05-04 to 2024-06-01" in hole.why


def test_a_stream_on_other_matters_settles_nothing() -> None:
    word = settled(EXPEL, [(day, "Gunmen killed a judge in Orvel.") for day, _ in QUIET])
    assert word is not None and word.outcome == "unresolvable" and "names Velmia" in word.why


@pytest.mark.parametrize(
    "text",
    [
        "Velmia will expel two diplomats of Tarsk.",
        "Velmia threatened to expel two diplomats of Tarsk.",
        "Velmia did not expel the diplomats of Tarsk.",
        "Tarsk expelled two diplomats of Velmia.",
        "Velmia expelled two diplomats of Ostrava.",
        "Velmia arrested two citizens of Tarsk.",
        "Velmia might expel two diplomats of Tarsk.",
        "The Velmian opposition expelled two members of Tarsk.",
    ],
)
def test_what_is_not_the_event_does_not_settle_it(text: str) -> None:
    assert outcome(EXPEL, [*QUIET, (10, text)]) == "no"


def test_what_happened_before_the_opening_or_after_the_deadline_does_not_count() -> None:
    told = "Velmia expelled two diplomats of Tarsk."
    assert outcome(EXPEL, [*QUIET, (-1, told)]) == "no"
    assert outcome(EXPEL, [*QUIET, (33, told)]) == "no"
    assert outcome(EXPEL, [*QUIET, (2, "Velmia expelled two diplomats of Tarsk on 28 April.")]) == "no"
    assert outcome(EXPEL, [*QUIET, (33, "Velmia expelled two diplomats of Tarsk on 30 May.")]) == "yes"


def test_one_partys_word_is_not_the_event_two_are_and_its_own_is() -> None:
    one = (10, "Tarsk said that Velmia had attacked its port with drones.")
    assert outcome(STRIKE, [*QUIET, one]) == "unresolvable"
    two = (11, "The Ostravan government said that Velmia had attacked Tarsk with drones.")
    assert outcome(STRIKE, [*QUIET, one, two]) == "yes"
    own = (11, "Velmia said that it had attacked Tarsk with drones.")
    assert outcome(STRIKE, [*QUIET, own]) in ("yes", "no")  # "it" is the reader's to resolve
    assert outcome(STRIKE, [*QUIET, (11, "Velmia confirmed that Velmia had attacked Tarsk.")]) == "yes"


def test_a_denial_leaves_it_to_a_person() -> None:
    told = [
        (10.0, "Tarsk said that Velmia had attacked its port with drones."),
        (11.0, "The Ostravan government said that Velmia had attacked Tarsk with drones."),
        (12.0, "Velmia denied that Velmia had attacked Tarsk."),
    ]
    word = settled(STRIKE, [*QUIET, *told])
    assert word is not None and word.outcome == "unresolvable" and "denies" in word.why


def test_the_abort_clause_makes_it_fall_away_unless_the_event_came_first() -> None:
    left = (8, "Tarsk withdrew its embassy staff from Velmia.")
    event = "Velmia expelled two diplomats of Tarsk."
    assert outcome(EXPEL, [*QUIET, left]) == "void"
    assert outcome(EXPEL, [*QUIET, left, (6, event)]) == "yes"
    assert outcome(EXPEL, [*QUIET, left, (9, event)]) == "void"


def test_copies_are_one_root() -> None:
    twice = replace(EXPEL, rule=replace(EXPEL.rule, roots=2))  # type: ignore[type-var]
    told = [
        (4.0, "Velmia expelled two diplomats of Tarsk."),
        (5.0, "Velmia expelled two diplomats of Tarsk."),
    ]
    assert getattr(settled(twice, [*told, *QUIET]), "outcome", "") == "yes"
    copied = settled(twice, [*told, *QUIET], roots={"d1": "d0"})
    assert copied is not None and copied.outcome == "unresolvable"


def test_it_is_settled_in_russian() -> None:
    asked = replace(
        EXPEL, rule=Rule(actors=("Вельмия",), categories=("SANCTION",), modes=("expel",), targets=("Тарск",))
    )
    assert outcome(asked, [(4, "Вельмия выслала двух дипломатов Тарска.")]) == "yes"


def test_a_question_for_an_outside_judge_is_not_settled_here() -> None:
    assert settled(replace(EXPEL, rule=None, settled_by="the court"), QUIET) is None
