"""What is learnt of sources, and what it makes of claims: odds move by voices and by records, and never without end."""

from __future__ import annotations

from math import log

import numpy as np
import pytest

from rashomon.assess.record import Report, judge, learn
from rashomon.assess.record.priors import pseudo
from tests.assess.record.desks import desk, first

HONEST = {f"good {n}": 0.85 for n in range(4)} | {f"poor {n}": 0.55 for n in range(3)}


def odds(p: float) -> float:
    return log(p / (1 - p))


def test_nothing_is_learnt_from_nothing() -> None:
    assert learn([], {}).probability == {}
    assert learn([], {"a claim nobody spoke on": True}).probability == {}


def test_one_report_moves_little_and_in_its_way() -> None:
    said = judge([Report(claim="c", source="s")], {})["c"]
    denied = judge([Report(claim="c", source="s", word="denies")], {})["c"]
    assert denied < 0.5 < said < 0.8


def test_all_silent_speaks_neither_loudly_nor_without_end() -> None:
    found = judge(
        [Report(claim=f"c{n}", source=f"s{m}", word="silent") for n in range(9) for m in range(5)], {}
    )
    assert len(found) == 9
    assert all(0.1 < p < 0.9 for p in found.values())


def test_without_settled_claims_agreement_is_all_there_is() -> None:
    reports, truth = desk(HONEST, 80)
    found = judge(reports, {})
    right = [found[c] > 0.5 for c in truth if truth[c]] + [found[c] < 0.5 for c in truth if not truth[c]]
    assert np.mean(right) > 0.85


def test_a_good_record_outweighs_several_poor_ones() -> None:
    reports, truth = desk(HONEST, 200)
    new = [Report(claim="new", source="good 0", word="denies", at=300)]
    new += [Report(claim="new", source=f"poor {n}", word="asserts", at=300) for n in range(2)]
    assert judge([*reports, *new], truth)["new"] < 0.35


def test_a_settled_claim_is_judged_without_its_own_outcome() -> None:
    """One source, always right so far but for this: with its own outcome the miss would tell against itself."""
    reports = [Report(claim=f"c{n:02}", source="s", at=n) for n in range(40)]
    found = learn(reports, {f"c{n:02}": True for n in range(40)} | {"c20": False})
    assert found.probability["c20"] > 0.8
    assert found.true[found.table.claims.index("c20")] == 0


def test_forty_copies_move_the_odds_no_more_than_one_report() -> None:
    reports, truth = desk(HONEST, 120)
    settled = first(truth, 100)
    claim = list(truth)[110]
    one = Report(claim=claim, source="agency", root="wire", at=110)
    copies = [Report(claim=claim, source=f"site {n}", root="wire", at=110.1 + n / 100) for n in range(40)]
    before = odds(judge(reports, settled)[claim])
    with_one = odds(judge([*reports, one], settled)[claim])
    with_all = odds(judge([*reports, one, *copies], settled)[claim])
    assert with_one > before
    assert with_all - before <= (with_one - before) * 1.1


@pytest.mark.parametrize("root", ["post", ""])
def test_fifty_thousand_posts_are_bounded(root: str) -> None:
    """With a root they are one; without, the chance that all on a claim misleads bounds them."""
    reports, truth = desk(HONEST, 60)
    flood = [Report(claim="plant", source=f"bot {n}", root=root, at=70) for n in range(50_000)]
    found = judge([*reports, *flood], first(truth, 50))["plant"]
    assert 0.5 < found < (0.8 if root else 0.9995)


def test_a_camp_is_one_voice() -> None:
    """Without a camp the same words of five count for more."""
    said = [Report(claim="c", source=f"s{n}", side="north", at=1) for n in range(5)]
    free = [Report(claim="c", source=f"s{n}", at=1) for n in range(5)]
    lone = judge(said[:1], {})["c"]
    assert judge(free, {})["c"] > judge(said, {})["c"]
    assert odds(judge(said, {})["c"]) < 2 * odds(lone)


def test_an_interest_is_learnt_once_for_both_directions() -> None:
    """It lies for its camp where a claim serves it; so a denial of what hurts it is then worth as little."""
    reports, truth = desk({"good 0": 0.9, "good 1": 0.9, "good 2": 0.9}, 160)
    liar = [Report(claim=c, source="liar", interest=1, word="asserts", at=n) for n, c in enumerate(truth)]
    asked = [Report(claim="hurts", source="liar", interest=-1, word="denies", at=200)]
    naive = [Report(claim="hurts", source="new", word="denies", at=200)]
    p = judge([*reports, *liar, *asked], truth)["hurts"]
    q = judge([*reports, *liar, *naive], truth)["hurts"]
    assert abs(odds(p)) < abs(odds(q)) / 2
    against = [Report(claim="helps", source="liar", interest=-1, word="asserts", at=200)]
    assert judge([*reports, *liar, *against], truth)["helps"] > 0.5, (
        "a word against its interest tells more than one for it"
    )


def test_a_source_on_one_topic_is_not_what_it_is_on_another() -> None:
    dates, when = desk({"ministry": 0.95, "a": 0.8, "b": 0.8}, 80, topic="dates")
    losses, how_many = desk({"ministry": 0.3, "a": 0.8, "b": 0.8}, 80, 2, topic="losses")
    new = [Report(claim=t, source="ministry", topic=t, at=200) for t in ("dates", "losses")]
    found = judge([*dates, *losses, *new], when | how_many)
    assert found["dates"] > 0.75
    assert found["losses"] < 0.5


def test_its_own_rival_is_taken_at_its_last_word() -> None:
    reports, truth = desk(HONEST, 60)
    both = [Report(claim="x", source="good 0", word=w, at=t) for w, t in (("asserts", 61), ("denies", 62))]
    assert judge([*reports, *both], truth)["x"] < 0.5


def test_the_ends_of_the_scale_are_never_reached() -> None:
    reports, truth = desk({f"s{n}": 0.97 for n in range(12)}, 150)
    found = judge(reports, first(truth, 100))
    assert min(found.values()) > 0 and max(found.values()) < 1
    assert max(found.values()) < 0.9999


def test_a_grade_moves_an_unknown_source_and_a_record_outgrows_it() -> None:
    reports, truth = desk(HONEST, 80)
    new = [Report(claim="new", source="unheard", at=100)]
    plain = judge([*reports, *new], truth)["new"]
    good = learn([*reports, *new], truth, {("unheard", ""): pseudo("A")}).probability["new"]
    bad = learn([*reports, *new], truth, {("unheard", ""): pseudo("E")}).probability["new"]
    assert bad < plain < good
    kept = [Report(claim="new", source="good 0", at=100)]
    told = learn([*reports, *kept], truth, {("good 0", ""): pseudo("E")}).probability["new"]
    untold = judge([*reports, *kept], truth)["new"]
    assert abs(odds(told) - odds(untold)) < (odds(plain) - odds(bad)), "eighty cases against six"


def test_a_grade_on_one_topic_stays_there() -> None:
    reports, truth = desk(HONEST, 40, topic="dates")
    more, other = desk(HONEST, 40, 2, topic="losses")
    new = [Report(claim=t, source="unheard", topic=t, at=100) for t in ("dates", "losses")]
    plain = judge([*reports, *more, *new], truth | other)
    told = learn([*reports, *more, *new], truth | other, {("unheard", "losses"): pseudo("E")}).probability
    assert told["losses"] < plain["losses"] - 0.02
    assert told["dates"] == pytest.approx(plain["dates"], abs=0.01)


def test_grades_of_sources_that_are_not_here_change_nothing() -> None:
    reports, truth = desk(HONEST, 40)
    told = learn(reports, truth, {("nobody", ""): pseudo("A"), ("good 0", "no topic"): pseudo("E")})
    assert told.probability == pytest.approx(learn(reports, truth).probability, abs=1e-9)
