"""A rule planted in a made-up history is found with its very cases; one that is not there is not."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta

import pytest

from rashomon.errors import NaiveTime, UnknownAct
from rashomon.foresee.precedents import History, base_rates, learn, precedents
from rashomon.records import PastEvent, Precedent, Remembered
from tests.foresee.past import START, event

NOW = datetime(2014, 1, 1, tzinfo=UTC)
DAYS = 1_400


def planted(seed: int = 0, times: int = 20) -> list[PastEvent]:
    """Borea accuses Alba every 60 days; within a week Alba imposes a sanction in four of five cases. Other acts come at any time."""
    chance = random.Random(seed)
    made = []
    for n in range(times):
        at = 30 + 60 * n
        made.append(event(at, "Borea", "Alba", "ACCUSE", "allege"))
        if n % 5:
            made.append(event(at + 1 + n % 6, "Alba", "Borea", "SANCTION", "discontinue"))
    for _ in range(300):
        one, other = chance.sample(["Alba", "Borea", "Cera", "Dorn"], 2)
        made.append(
            event(
                chance.randrange(DAYS),
                one,
                other,
                chance.choice(["CONSULT", "AID", "STATEMENT", "ACCUSE"]),
                "other",
            )
        )
    return [*made, event(DAYS, "Cera", "Dorn", "CONSULT")]


def only(found: tuple[Precedent, ...], then: str, scope: str = "pair") -> Precedent:
    (one,) = [p for p in found if p.then == then and p.scope == scope]
    return one


def test_a_planted_rule_is_found_with_its_cases() -> None:
    events = planted()
    by_id = {e.id: e for e in events}
    one = only(precedents(History.of(events), "alba", "Borea", "<ACCUSE/allege", 7, now=NOW), "SANCTION")
    assert (one.hits, one.tried, len(one.cases)) == (16, 20, 20)
    assert (
        0.45 < one.chance < 0.65
        and one.base.rate is not None
        and one.base.rate < 0.12
        and one.lift
        and one.lift > 4
    )
    for case in one.cases:
        assert by_id[case.trigger].category == "ACCUSE" and by_id[case.trigger].day == case.on
        if case.followed_on:
            assert (
                by_id[case.followed_by].category == "SANCTION" and 1 <= (case.followed_on - case.on).days <= 7
            )
    assert [c.on for c in one.cases] == sorted((c.on for c in one.cases), reverse=True)


def test_a_rule_that_is_not_there_is_not_found() -> None:
    history = History.of(planted())
    found = precedents(history, "Alba", "Borea", "<ACCUSE/allege", 7, now=NOW)
    assert not [p for p in found if p.then == "ASSAULT"]
    assert (
        precedents(history, "Borea", "Alba", "<SANCTION", 7, now=NOW, then=["SANCTION"], scopes=["pair"])
        == ()
    )
    learnt = {(p.trigger, p.then) for p in learn(history, "Alba", "Borea", 7, now=NOW)}
    assert (
        ("<ACCUSE", "SANCTION") in learnt
        and ("CONSULT", "AID") not in learnt
        and ("AID", "SANCTION") not in learnt
    )


def test_a_rule_of_two_steps_is_found_where_both_came_in_their_order() -> None:
    made = []
    for n in range(12):
        at = 40 + 90 * n
        made += [event(at, "Borea", "Alba", "ACCUSE"), event(at + 3, "Alba", "Borea", "REJECT")]
        made += [event(at + 8, "Alba", "Borea", "COERCE", "arrest")]
        made += [event(at + 40, "Alba", "Borea", "REJECT")]  # with no accusation before it nothing follows
    made.append(event(DAYS, "Cera", "Dorn", "AID"))
    history = History.of(made)
    both = only(
        precedents(history, "Alba", "Borea", "<ACCUSE + REJECT", 20, now=NOW, scopes=["pair"]), "COERCE"
    )
    alone = only(precedents(history, "Alba", "Borea", "REJECT", 20, now=NOW, scopes=["pair"]), "COERCE")
    turned = precedents(history, "Alba", "Borea", "REJECT + <ACCUSE", 20, now=NOW, scopes=["pair"])
    assert (both.hits, both.tried) == (12, 12) and (alone.hits, alone.tried) == (12, 24) and turned == ()
    assert both.cases[-1].on == START + timedelta(days=43)


def test_order_of_lines_and_repeated_lines_change_nothing() -> None:
    events = planted()
    shuffled = [*events, *events[:50]]
    random.Random(1).shuffle(shuffled)
    ask = [precedents(History.of(e), "Alba", "Borea", "<ACCUSE", 30, now=NOW) for e in (events, shuffled)]
    assert ask[0] == ask[1] != ()


def test_statements_claims_plans_and_doubtful_days_are_no_deeds() -> None:
    trigger = [event(100 * n, "Borea", "Alba", "ACCUSE") for n in range(10)]
    said = [event(100 * n + 2, "Alba", "Borea", "THREATEN", "violence") for n in range(10)]
    claimed = [event(100 * n + 2, "Alba", "Borea", "ASSAULT", status="claimed") for n in range(10)]
    planned = [event(100 * n + 2, "Alba", "Borea", "MOBILIZE", status="planned") for n in range(10)]
    doubtful = [event(100 * n + 2, "Alba", "Borea", "COERCE", day_trust="doubtful") for n in range(10)]
    history = History.of([*trigger, *said, *claimed, *planned, *doubtful, event(DAYS, "Cera", "Dorn", "AID")])
    assert precedents(history, "Alba", "Borea", "<ACCUSE", 30, now=NOW) == ()
    assert (
        only(precedents(history, "Alba", "Borea", "<ACCUSE", 30, now=NOW, then=["THREATEN"]), "THREATEN").hits
        == 10
    )
    kept = History.of([Remembered(event=trigger[0], reports=2, trust="doubtful")])
    assert kept.events == ()


def test_a_case_too_young_to_tell_is_not_counted_and_nothing_after_now_is_seen() -> None:
    events = planted()
    early = datetime(2011, 1, 1, tzinfo=UTC)
    one = only(precedents(History.of(events), "Alba", "Borea", "<ACCUSE/allege", 30, now=early), "SANCTION")
    assert one.tried == 6 and max(c.on for c in one.cases) <= date(2010, 12, 2)
    ended = event(365, "Cera", "Dorn", "AID")
    past = [*(e for e in events if e.day <= early.date()), ended]
    assert one == only(
        precedents(History.of(past), "Alba", "Borea", "<ACCUSE/allege", 30, now=early), "SANCTION"
    )


def test_a_run_of_triggers_is_one_case() -> None:
    shelling = [event(200 + n, "Borea", "Alba", "ASSAULT", "heavy-weapons") for n in range(5)]
    made = [
        *shelling,
        event(207, "Alba", "Borea", "RETREAT", "ceasefire"),
        event(DAYS, "Cera", "Dorn", "AID"),
    ]
    history = History.of(made)
    assert only(precedents(history, "Alba", "Borea", "<ASSAULT", 30, now=NOW), "RETREAT").tried == 1
    assert only(precedents(history, "Alba", "Borea", "<ASSAULT", 30, now=NOW, apart=1), "RETREAT").tried == 5


def test_an_old_case_counts_for_less() -> None:
    far = [
        event(100, "Borea", "Alba", "ACCUSE"),
        event(102, "Alba", "Borea", "SANCTION"),
        event(1_300, "Borea", "Alba", "ACCUSE"),
    ]
    near = [
        event(100, "Borea", "Alba", "ACCUSE"),
        event(1_300, "Borea", "Alba", "ACCUSE"),
        event(1_302, "Alba", "Borea", "SANCTION"),
    ]
    end = event(DAYS, "Cera", "Dorn", "AID")
    old, new = (
        only(precedents(History.of([*e, end]), "Alba", "Borea", "<ACCUSE", 30, now=NOW), "SANCTION")
        for e in (far, near)
    )
    assert old.hits == new.hits == 1 and old.chance < new.chance


def test_kinds_and_the_world_are_counted_apart() -> None:
    made = []
    for n in range(10):
        for actor, target, kind in (
            ("Alba", "Borea", "STATE"),
            ("Cera", "Dorn", "STATE"),
            ("Rebels", "Alba", "REB"),
        ):
            more = {"actor_kind": kind, "target_kind": "STATE"}
            back = {"actor_kind": "STATE", "target_kind": kind}
            made.append(event(20 + 100 * n, target, actor, "THREATEN", **back))
            if actor != "Alba" or n < 3:
                made.append(event(25 + 100 * n, actor, target, "MOBILIZE", "troops", **more))
    history = History.of([*made, event(DAYS, "Cera", "Dorn", "AID")])
    found = precedents(history, "Alba", "Borea", "<THREATEN", 30, now=NOW)
    figures = {p.scope: (p.hits, p.tried) for p in found if p.then == "MOBILIZE"}
    assert figures == {"pair": (3, 10), "kind": (13, 20), "world": (23, 30)}
    rates = {r.scope: r for r in base_rates(history, "Alba", "Borea", "MOBILIZE", 30, now=NOW)}
    assert (rates["pair"].hits, rates["pair"].windows) == (3, (DAYS - 20 + 1) // 30)
    assert rates["kind"].windows == 4 * rates["pair"].windows
    assert rates["pair"].rate < rates["kind"].rate  # type: ignore[operator]


def test_a_pair_that_never_met_has_no_rate_of_its_own() -> None:
    history = History.of(planted())
    pair, kind, world = base_rates(history, "Alba", "Nowhere", "AID", 30, now=NOW)
    assert pair.rate is None and pair.windows == 0 and kind.rate is None and world.rate is not None
    assert precedents(History.of([]), "Alba", "Borea", "ACCUSE", 30, now=NOW) == ()


def test_an_unknown_act_and_a_time_without_zone_are_refused() -> None:
    history = History.of(planted())
    for trigger in ("HUG", "", "ACCUSE + AID + AID", "ACCUSE +"):
        with pytest.raises(UnknownAct):
            precedents(history, "Alba", "Borea", trigger, 30, now=NOW)
    with pytest.raises(NaiveTime):
        precedents(history, "Alba", "Borea", "AID", 30, now=datetime(2014, 1, 1))  # noqa: DTZ001
