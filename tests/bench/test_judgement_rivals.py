"""The rivals: probabilities, agreement on a case nobody can get wrong, and what each is known for."""

from __future__ import annotations

import math
from importlib.util import find_spec

import pytest
from bench.judgement.copies import odds, rows
from bench.judgement.rivals import RIVALS
from bench.judgement.votes import last, roots, votes
from bench.judgement.worlds import make

from rashomon.assess.record.report import Report

# crowd-kit comes with the bench extra, which a test machine may lack.
HERE = [n for n in RIVALS if find_spec("crowdkit") or not n.startswith("Dawid")]


def trivial() -> tuple[list[Report], dict[str, bool]]:
    """Twelve true and twelve false claims; four good sources are always right, one is always wrong."""
    reports = [
        Report(
            claim=f"c{k:02}", source=f"s{s}", word="asserts" if (k % 2 == 0) == (s < 4) else "denies", at=k
        )
        for k in range(24)
        for s in range(5)
    ]
    return reports, {f"c{k:02}": k % 2 == 0 for k in range(12)}


@pytest.mark.parametrize("name", HERE)
def test_they_agree_where_four_of_five_are_right(name: str) -> None:
    reports, settled = trivial()
    found = RIVALS[name](reports, settled)
    assert set(found) == {f"c{k:02}" for k in range(24)}
    for k in range(12, 24):
        p = found[f"c{k:02}"]
        assert p is not None
        assert (p > 0.6) if k % 2 == 0 else (p < 0.4)


@pytest.mark.parametrize("world", ["all at once", "silence"])
@pytest.mark.parametrize("name", HERE)
def test_they_give_probabilities(name: str, world: str) -> None:
    made = make(world, 0, 60)
    found = RIVALS[name](made.reports, made.settled)
    assert set(found) <= set(made.truth)
    assert all(p is None or (0 <= p <= 1 and math.isfinite(p)) for p in found.values())
    assert sum(p is not None for p in found.values()) > 50


@pytest.mark.parametrize("name", HERE)
def test_with_nothing_settled_they_speak_all_the_same_or_have_nothing_to_fit_and_abstain(name: str) -> None:
    reports, _ = trivial()
    abstains = name.startswith(("fitted", "regression"))
    assert all((p is None) == abstains for p in RIVALS[name](reports, {}).values())


def test_the_vote_by_hand() -> None:
    reports = [
        Report(claim="c", source="a", word="asserts", root="wire"),
        Report(claim="c", source="b", word="asserts", root="wire", at=1),
        Report(claim="c", source="d", word="denies"),
        Report(claim="c", source="e", word="silent"),
    ]
    assert RIVALS["majority"](reports, {})["c"] == pytest.approx(3 / 5)
    assert RIVALS["vote over roots"](reports, {})["c"] == pytest.approx(2 / 4)


def test_the_last_word_counts_and_the_first_of_a_root() -> None:
    reports = [
        Report(claim="c", source="a", word="asserts", root="x", at=2),
        Report(claim="c", source="b", word="asserts", root="x", at=1),
        Report(claim="c", source="a", word="denies", at=3),
        Report(claim="d", source="b", word="asserts", at=1),
    ]
    assert [(one.claim, one.source, one.word) for one in last(reports)] == [
        ("c", "a", "denies"),
        ("c", "b", "asserts"),
        ("d", "b", "asserts"),
    ]
    twice = [*reports[:2], Report(claim="c", source="e", word="asserts", root="x", at=0.5)]
    assert [one.source for one in roots(twice)] == ["e"]
    assert votes(reports).says.tolist() == [1, 1, -1, 1]


def test_truth_finder_trusts_who_agrees_with_the_trusted() -> None:
    """One against one; who asserts was right with others on nine claims, who denies was wrong on nine."""
    reports = [
        Report(claim=f"c{k}", source=s, word="denies" if s == "bad" else "asserts")
        for k in range(9)
        for s in ("good", "other", "third", "bad")
    ]
    reports += [Report(claim="new", source="good"), Report(claim="new", source="bad", word="denies")]
    p = RIVALS["TruthFinder"](reports, {})["new"]
    assert p is not None and p > 0.53
    assert RIVALS["majority"](reports, {})["new"] == pytest.approx(0.5)


def test_copies_move_a_vote_and_do_not_move_one_over_roots() -> None:
    world = make("simple", 0, 60)
    for name, moved in (("majority", True), ("vote over roots", False), ("regression over roots", False)):
        one, forty = (odds(RIVALS[name], world, many) for many in (1, 40))
        assert (forty > 2 * one) if moved else (forty == pytest.approx(one))
    (row,) = rows({"majority": RIVALS["majority"]}, [world])
    assert float(str(row["times, most"])) > 2
