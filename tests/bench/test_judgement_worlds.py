"""The simulated worlds: the same from the same seed, with the troubles they are named after, and nothing given away."""

from __future__ import annotations

from collections import Counter

import pytest
from bench.judgement.copies import ROOT, flooded
from bench.judgement.votes import last
from bench.judgement.worlds import RANGES, WORLDS, World, make

from rashomon.assess.record.report import Report


def right(world: World, reports: list[Report]) -> float:
    """Share of the spoken words that agree with the truth."""
    spoken = [one for one in reports if one.word != "silent"]
    return sum((one.word == "asserts") == world.truth[one.claim] for one in spoken) / len(spoken)


@pytest.mark.parametrize("name", WORLDS)
def test_a_seed_gives_one_world_and_another_seed_another(name: str) -> None:
    assert make(name, 3, 60) == make(name, 3, 60)
    assert make(name, 3, 60).reports != make(name, 4, 60).reports


@pytest.mark.parametrize("name", WORLDS)
def test_a_world_is_whole(name: str) -> None:
    world = make(name, 1, 80)
    assert len(world.truth) == 80
    assert all(world.truth[claim] == known for claim, known in world.settled.items())
    assert 0.2 < len(world.settled) / 80 < 0.7
    assert set(world.judged) | set(world.settled) == set(world.truth)
    assert not set(world.judged) & set(world.settled)
    assert {one.claim for one in world.reports} == set(world.truth)
    assert RANGES["sources"][0] / 2 <= len({one.source for one in world.reports}) <= RANGES["sources"][1]
    assert [one.at for one in world.reports] == sorted(one.at for one in world.reports)
    # What is settled came first: no claim to be judged without a settled one before it.
    first = {claim: min(r.at for r in world.reports if r.claim == claim) for claim in world.truth}
    assert min(first[c] for c in world.settled) < min(first[c] for c in world.judged if c in first) + 200
    assert max(first[c] for c in world.settled) < max(first[c] for c in world.judged)


def test_sizes_lie_in_their_ranges() -> None:
    low, high = RANGES["claims"]
    for seed in range(3):
        world = make("few", seed)
        assert low <= len(world.truth) <= high
        assert 0.2 < sum(world.truth.values()) / len(world.truth) < 0.8


def test_roots_are_shared_only_where_there_is_copying() -> None:
    def shared(world: World) -> int:
        roots = Counter((one.claim, one.root) for one in world.reports if one.root)
        return sum(many > 1 for many in roots.values())

    assert shared(make("copying", 0, 100)) > 20
    for name in ("simple", "bloc", "hidden bloc", "deception", "few"):
        assert shared(make(name, 0, 100)) == 0


def test_some_copies_have_lost_their_root() -> None:
    """Copies are what a world of copying has beyond the voices; about one in six names no root."""
    world = make("copying", 0, 300)
    copies = 0
    for claim in world.truth:
        roots = Counter(one.root for one in world.reports if one.claim == claim and one.root)
        copies += sum(many - 1 for many in roots.values())
    assert copies > 300
    assert sum(one.root == "" for one in world.reports) > 0.05 * copies


@pytest.mark.parametrize("name", ["hidden bloc", "deception", "interest"])
def test_an_empty_root_does_not_tell_liars_from_others(name: str) -> None:
    world = make(name, 0, 400)
    share = []
    for good in (True, False):
        some = [r for r in world.reports if ((r.word == "asserts") == world.truth[r.claim]) == good]
        share.append(sum(r.root == "" for r in some) / len(some))
    assert share[0] == pytest.approx(share[1], abs=0.05)


def test_a_side_is_known_in_one_bloc_world_and_not_in_the_other() -> None:
    assert {one.side for one in make("bloc", 0, 60).reports} == {"", "bloc"}
    assert {one.side for one in make("hidden bloc", 0, 60).reports} == {""}


def test_parties_are_worse_where_they_gain() -> None:
    world = make("interest", 0, 400)
    apart = [right(world, [r for r in world.reports if bool(r.interest) == gains]) for gains in (True, False)]
    assert apart[0] < apart[1] - 0.08
    lying = [r for r in world.reports if r.interest]
    assert sum((r.word == "asserts") == (r.interest > 0) for r in lying) > 0.7 * len(lying)


def test_the_last_word_is_the_better_one_where_sources_correct_themselves() -> None:
    world = make("corrections", 0, 200)
    kept = last(world.reports)
    assert len(kept) < len(world.reports)
    changed = [one for one in world.reports if one not in kept]
    assert right(world, kept) > right(world, changed) + 0.2


def test_witnesses_keep_silent_more_often_about_what_is_false() -> None:
    world = make("silence", 0, 300)
    silent = Counter(world.truth[one.claim] for one in world.reports if one.word == "silent")
    claims = Counter(world.truth.values())
    assert silent[False] / claims[False] > 2 * silent[True] / claims[True]


def test_sources_turn_bad() -> None:
    world = make("drift", 0, 600)
    early = [r for r in world.reports if r.at < 300]
    late = [r for r in world.reports if r.at > 800]
    assert right(world, early) > right(world, late) + 0.05


def test_plants_fool_a_vote() -> None:
    """Planted falsehoods are asserted by more sources than deny them."""
    world = make("deception", 0, 300)
    fooled = 0
    for claim, true in world.truth.items():
        words = Counter(one.word for one in world.reports if one.claim == claim)
        fooled += not true and words["asserts"] >= 6 and words["asserts"] > words["denies"]
    assert fooled > 15


def test_most_claims_have_two_or_three_reports_where_reports_are_few() -> None:
    many = Counter(one.claim for one in make("few", 0, 200).reports)
    assert sum(n <= 3 for n in many.values()) > 0.7 * 200


def test_forty_copies_are_of_one_root_and_new_to_the_claim() -> None:
    world = make("simple", 0, 60)
    claim, reports = flooded(world, 40)
    added = reports[len(world.reports) :]
    assert claim in world.judged
    assert {(one.claim, one.root, one.word) for one in added} == {(claim, ROOT, "asserts")}
    assert len({one.source for one in added}) == 40
    assert not {one.source for one in added} & {r.source for r in world.reports if r.claim == claim}
