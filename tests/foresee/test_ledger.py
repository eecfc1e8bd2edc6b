"""What may enter the ledger, and which of several words counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from rashomon.errors import LedgerError, NaiveTime, NotAProbability, NotSettleable, TooLate, UnknownQuestion
from rashomon.foresee.ledger import Ledger
from rashomon.foresee.questions import amended, lacks, register
from rashomon.foresee.scoring import scores, unresolvable_share
from rashomon.records import Forecast, Question, Resolution, Rule

OPENED = datetime(2024, 5, 1, tzinfo=UTC)
DAY = timedelta(days=1)
RULE = Rule(actors=("Velmia",), categories=("SANCTION",), modes=("expel",), targets=("Tarsk",))
ASKED = Question(
    text="Will Velmia expel a diplomat of Tarsk by 1 June 2024?",
    opened_at=OPENED,
    deadline=OPENED + 31 * DAY,
    rule=RULE,
)


def said(p: float, day: float = 1, by: str = "Ann") -> Forecast:
    return Forecast(question_id=ASKED.id, by=by, p=p, at=OPENED + day * DAY)


def word(outcome: str, day: float, by: str = "") -> Resolution:
    return Resolution(question_id=ASKED.id, outcome=outcome, at=OPENED + day * DAY, by=by, why="As told.")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"rule": None}, "no rule that settles it"),
        ({"rule": replace(RULE, actors=())}, "names no actor"),
        ({"rule": replace(RULE, actors=("  ",))}, "names no actor"),
        ({"rule": replace(RULE, categories=())}, "no category"),
        ({"rule": replace(RULE, categories=("FIGHT",), modes=())}, "'FIGHT', which is no category of PLOVER"),
        ({"rule": replace(RULE, modes=("drone",))}, "mode 'drone', which none of its categories has"),
        ({"rule": replace(RULE, roots=0)}, "one at least"),
        ({"deadline": OPENED - DAY}, "is past"),
        ({"deadline": OPENED}, "is past"),
        ({"deadline": OPENED + 40_000 * DAY}, "a hundred years"),
        ({"text": " "}, "asks nothing"),
        ({"abort": Rule(categories=("SANKTION",))}, "'SANKTION'"),
        ({"abort": RULE}, "also makes it fall away"),
        ({"base_rate": 1.2}, "base rate 1.2"),
        ({"rule": None, "settled_by": " "}, "names nobody who does"),
    ],
)
def test_a_question_that_nothing_could_settle_is_refused_with_what_is_missing(
    changed: dict[str, object], sentence: str
) -> None:
    with pytest.raises(NotSettleable) as caught:
        register(replace(ASKED, **changed), now=OPENED)  # type: ignore[arg-type]
    assert sentence in str(caught.value)


def test_all_that_is_missing_is_told_at_once_and_a_sound_question_lacks_nothing() -> None:
    bad = replace(ASKED, rule=Rule(categories=("WAR",)), deadline=OPENED - DAY)
    assert len(lacks(bad, now=OPENED)) == 3
    assert register(ASKED, now=OPENED) == ASKED
    assert register(replace(ASKED, rule=None, settled_by="the court's register"), now=OPENED)
    with pytest.raises(NaiveTime):
        replace(ASKED, deadline=datetime(2024, 6, 1))  # noqa: DTZ001 - what is refused here


def test_a_later_version_may_not_ask_something_else() -> None:
    later = amended(ASKED, replace(ASKED, deadline=OPENED + 40 * DAY), now=OPENED + DAY)
    assert later.id == ASKED.id and later.version == 2
    with pytest.raises(NotSettleable, match="ask a new question"):
        amended(ASKED, replace(ASKED, text="Will Tarsk expel a diplomat of Velmia?"), now=OPENED)
    with pytest.raises(NotSettleable, match="closed before"):
        amended(ASKED, replace(ASKED, deadline=OPENED + 90 * DAY), now=OPENED + 32 * DAY)


def test_a_forecast_after_the_deadline_is_refused() -> None:
    ledger = Ledger([ASKED])
    assert ledger.accept(said(0.4, day=30.9), now=OPENED + 31 * DAY).p == 0.4
    with pytest.raises(TooLate, match="until 2024-06-01"):
        ledger.accept(said(0.4, day=31), now=OPENED + 32 * DAY)
    with pytest.raises(TooLate, match="to come"):
        ledger.accept(said(0.4, day=3), now=OPENED + 2 * DAY)
    with pytest.raises(TooLate, match="opened only"):
        ledger.accept(said(0.4, day=-1), now=OPENED)
    with pytest.raises(TooLate, match="settled by then"):
        Ledger([ASKED], (), [word("yes", 5)]).accept(said(0.99, day=6), now=OPENED + 7 * DAY)


@pytest.mark.parametrize("p", [-0.01, 1.01, float("nan"), True])
def test_what_is_no_probability_is_refused(p: float) -> None:
    with pytest.raises(NotAProbability):
        Ledger([ASKED]).accept(said(p), now=OPENED + 2 * DAY)


def test_a_forecast_of_an_unknown_question_or_without_a_name_is_refused() -> None:
    with pytest.raises(UnknownQuestion):
        Ledger().accept(said(0.5), now=OPENED + 2 * DAY)
    with pytest.raises(LedgerError, match="a name"):
        Ledger([ASKED]).accept(said(0.5, by=" "), now=OPENED + 2 * DAY)


def test_no_is_not_taken_while_it_may_still_come_about() -> None:
    ledger = Ledger([ASKED])
    with pytest.raises(LedgerError, match="may still come about"):
        ledger.accept_resolution(word("no", 10, "Ann"), now=OPENED + 11 * DAY)
    assert ledger.accept_resolution(word("yes", 10, "Ann"), now=OPENED + 11 * DAY)
    assert ledger.accept_resolution(word("no", 31, "Ann"), now=OPENED + 32 * DAY)


def test_a_persons_check_stands_beside_the_programs_and_goes_before_it() -> None:
    standing = Ledger([ASKED], [said(0.9)], [word("yes", 9), word("no", 32, "Ann")]).standing(ASKED.id)
    assert [one.by for one in standing.resolutions] == ["", "Ann"]
    assert standing.counts is not None and standing.counts.outcome == "no"


def test_two_people_who_contradict_each_other_leave_it_unscored_until_one_changes_the_word() -> None:
    words = [word("yes", 9), word("yes", 32, "Ann"), word("no", 33, "Bo")]
    ledger = Ledger([ASKED], [said(0.9)], words)
    standing = ledger.standing(ASKED.id)
    assert standing.counts is None and "Ann: yes; Bo: no" in standing.contested
    (score,) = scores(ledger.all())
    assert score.number == 0 and score.brier is None and score.unresolvable == 1
    assert unresolvable_share(ledger.all()) == (1, 1)
    settled = Ledger([ASKED], [said(0.9)], [*words, word("yes", 34, "Bo")])
    assert settled.standing(ASKED.id).contested == ""
    assert scores(settled.all())[0].brier == pytest.approx(0.01)


def test_of_the_programs_answers_the_later_counts_for_it_saw_more() -> None:
    ledger = Ledger([ASKED], (), [word("yes", 40), word("no", 32)])
    standing = ledger.standing(ASKED.id)
    assert standing.counts is not None and standing.counts.outcome == "yes"
    assert len(standing.resolutions) == 2
