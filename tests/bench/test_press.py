"""The made-up worlds of news: the same for a seed, of the promised size, and alive with what they are named for."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest
from bench.judgement.press import SETTINGS, World, world, worlds

MADE = {one.name: one for one in worlds(7)}


@pytest.mark.parametrize("made", MADE.values(), ids=lambda one: one.name)
def test_size_and_ranges(made: World) -> None:
    assert 300 <= len(made.truth) <= 800
    assert 0.15 < sum(made.truth.values()) / len(made.truth) < 0.9
    assert {one.claim for one in made.reports} == set(made.truth)
    for one in made.reports:
        assert one.word in ("asserts", "denies", "silent")
        assert one.interest in (-1, 0, 1) and (one.side or not one.interest)
        assert one.at >= 0
    assert list(made.reports) == sorted(made.reports, key=lambda one: one.at)


@pytest.mark.parametrize("made", MADE.values(), ids=lambda one: one.name)
def test_the_earlier_third_is_settled_and_rightly(made: World) -> None:
    assert abs(len(made.settled) - len(made.truth) / 3) <= 1
    assert all(made.truth[claim] == so for claim, so in made.settled.items())
    first: dict[str, float] = {}
    for one in made.reports:
        first.setdefault(one.claim, one.at)
    settled = [first[claim] for claim in made.settled]
    others = [first[claim] for claim in made.truth if claim not in made.settled]
    assert sorted(settled)[len(settled) // 2] < min(others) + 1


def test_a_seed_gives_the_same_world_and_another_gives_another() -> None:
    setting = SETTINGS[0]
    assert world(setting, 7) == MADE[setting.name]
    assert world(setting, 8) != MADE[setting.name]
    assert world(setting, 7) == world(setting, 7)


@pytest.mark.parametrize("made", MADE.values(), ids=lambda one: one.name)
def test_neither_names_nor_roots_tell_what_is_true(made: World) -> None:
    """Numbers of claims follow the day alone: true and false ones lie mixed."""
    order = [made.truth[claim] for claim in sorted(made.truth)]
    halves = [sum(part) / len(part) for part in (order[::2], order[1::2], order[: len(order) // 2])]
    assert max(halves) - min(halves) < 0.2
    assert not any(word in one.root for one in made.reports for word in ("real", "true", "false", "lie"))


def roots_of(made: World) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one in made.reports:
        if one.root:
            found[one.root].add(one.source)
    return found


@pytest.mark.parametrize("made", MADE.values(), ids=lambda one: one.name)
def test_a_root_is_shared_and_an_original_has_none(made: World) -> None:
    assert all(len(sources) > 1 for sources in roots_of(made).values())


def share(made: World, word: str) -> float:
    return sum(one.word == word for one in made.reports) / len(made.reports)


def test_each_world_is_what_it_is_called() -> None:
    rooted = {
        name: sum(bool(one.root) for one in made.reports) / len(made.reports) for name, made in MADE.items()
    }
    assert max(rooted, key=lambda name: rooted[name]) == "copies with known roots"
    assert share(MADE["two camps at war"], "denies") > 2 * share(MADE["calm press"], "denies")
    assert share(MADE["captured press"], "silent") > 2 * share(MADE["calm press"], "silent")
    assert sum(MADE["rumour wave"].truth.values()) < len(MADE["rumour wave"].truth) / 2
    seen = {
        name: len({one.claim for one in made.reports if one.source.startswith("witness")}) / len(made.truth)
        for name, made in MADE.items()
    }
    assert min(seen, key=lambda name: seen[name]) == "few eyewitnesses"


def test_corrections_come_late_and_some_take_back_what_they_said() -> None:
    made = MADE["late correction"]
    begun: dict[str, float] = {}
    for one in made.reports:
        begun.setdefault(one.claim, one.at)
    late = [one.at - begun[one.claim] for one in made.reports if one.source.startswith("finder")]
    assert sorted(late)[len(late) // 2] > 20
    words = defaultdict(list)
    for one in made.reports:
        words[one.claim, one.source].append(one.word)
    assert sum(said == ["asserts", "denies"] for said in words.values()) > 50


def test_liars_tell_together_and_a_camp_denies_what_is_so() -> None:
    made = MADE["two camps at war"]
    denied = Counter(
        made.truth[one.claim]
        for one in made.reports
        if one.source.startswith("official") and one.word == "denies"
    )
    assert denied[True] > 30
    together = Counter(
        one.claim
        for one in made.reports
        if one.interest == 1 and one.word == "asserts" and not one.root and not made.truth[one.claim]
    )
    assert sum(count >= 4 for count in together.values()) > 5
