"""The record as a person reads it: cases, intervals, letters; and no letter where cases do not bear one out."""

from __future__ import annotations

import pytest

from rashomon.assess.record import Report, learn
from rashomon.assess.record.shown import FEWEST, Shown, reliability, shown
from tests.assess.record.desks import desk, first

WHO = {"sound": 0.97, "fair": 0.8, "coin": 0.5}


def rows(*given: tuple[list[Report], dict[str, bool]]) -> dict[tuple[str, str, str], Shown]:
    reports = [r for one, _ in given for r in one]
    settled = {c: t for _, truth in given for c, t in truth.items()}
    return {(one.source, one.topic, one.interest): one for one in shown(learn(reports, settled))}


def test_cases_are_counted_and_the_share_lies_in_its_interval() -> None:
    reports, truth = desk(WHO, 60)
    reports.append(Report(claim="open", source="fair", at=61))
    reports.append(Report(claim="c0003", source="quiet", word="silent", at=61))
    found = rows((reports, truth))
    fair = found["fair", "", ""]
    said = [
        (r.word == "asserts") == truth[r.claim] for r in reports if r.source == "fair" and r.claim != "open"
    ]
    assert (fair.settled, fair.right, fair.open) == (60, sum(said), 1)
    assert 0 < fair.low < fair.share < fair.high < 1
    assert fair.share == pytest.approx(sum(said) / 60, abs=0.05)
    assert (found["quiet", "", ""].settled, found["quiet", "", ""].silent) == (0, 1)
    assert all(one.low <= one.share <= one.high for one in found.values())


def test_letters_follow_the_lower_bound() -> None:
    found = rows(desk(WHO, 300))
    assert found["sound", "", ""].letter == "A" and found["sound", "", ""].low >= 0.9
    assert found["fair", "", ""].letter in "BC"
    assert found["coin", "", ""].letter == "D"


def test_a_source_mostly_wrong_is_an_e() -> None:
    assert rows(desk(WHO | {"foul": 0.2}, 200))["foul", "", ""].letter == "E"


def test_a_ministry_good_on_dates_and_bad_on_losses() -> None:
    found = rows(
        desk({"ministry": 0.97, "a": 0.8, "b": 0.8}, 80, topic="dates"),
        desk({"ministry": 0.2, "a": 0.8, "b": 0.8}, 80, 2, topic="losses"),
    )
    dates, losses = found["ministry", "dates", ""], found["ministry", "losses", ""]
    assert dates.letter in "AB" and losses.letter == "E"
    assert dates.low > losses.high
    assert found["ministry", "", ""].settled == 160


def test_by_interest_too() -> None:
    reports, truth = desk({"a": 0.85, "b": 0.85}, 120)
    for n, (claim, true) in enumerate(truth.items()):
        gain = n % 2
        word = "asserts" if gain or true else "denies"
        reports.append(Report(claim=claim, source="envoy", word=word, interest=gain, at=n))
    found = rows((reports, truth))
    plain, gains = found["envoy", "", "nothing to gain"], found["envoy", "", "something to gain"]
    assert plain.settled == gains.settled == 60
    assert plain.low > gains.high


def test_few_cases_give_no_letter_and_say_so() -> None:
    reports, truth = desk(WHO, 80)
    new = [Report(claim=c, source="new", word="asserts" if t else "denies") for c, t in first(truth, FEWEST - 1).items()]  # fmt: skip
    row = rows((reports + new, truth))["new", "", ""]
    assert row.letter == "F"
    assert f"{FEWEST - 1} settled cases" in row.why
    assert row.drawn_by > 1, "what others do weighs in"


def test_nothing_settled_gives_only_fs() -> None:
    reports, _ = desk(WHO, 40)
    assert {one.letter for one in shown(learn(reports, {}))} == {"F"}
    assert shown(learn([], {})) == ()


def test_after_a_turn_only_what_came_later_counts() -> None:
    reports, truth = desk({f"good {n}": 0.85 for n in range(5)}, 160)
    reports += [
        Report(claim=c, source="sold", word="asserts" if t == (n < 80) else "denies", at=n)
        for n, (c, t) in enumerate(truth.items())
    ]
    row = rows((reports, truth))["sold", "", ""]
    assert row.turned is not None and row.turned.toordinal() - 719163 in range(70, 90)
    assert row.settled <= 90 and row.share < 0.25


def test_the_letter_for_evidence_is_earned_then_told_then_missing() -> None:
    reports, truth = desk({"ministry": 0.2, "a": 0.9, "b": 0.9}, 80, topic="losses")
    letter = reliability(
        learn(reports, truth),
        {("ministry", ""): "B", ("ministry", "dates"): "C", ("unheard", ""): "A"},
    )
    assert letter("ministry", "losses") == "E"
    assert letter("ministry", "dates") == "C"
    assert letter("ministry", "weather") == "B"
    assert letter("unheard", "losses") == "A"
    assert letter("a", "weather") == "F" and letter("nobody", "losses") == "F"
    assert letter("ministry", "") == "E", "the source as a whole"
