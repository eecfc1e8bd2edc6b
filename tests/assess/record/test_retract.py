"""A source taken back: all it touched is listed, and judged as if it had never spoken."""

from __future__ import annotations

import numpy as np
import pytest

from rashomon.assess.record import Report, learn
from rashomon.assess.record.priors import pseudo
from rashomon.assess.record.retract import without
from tests.assess.record.desks import desk, first

WHO = {f"good {n}": 0.85 for n in range(4)} | {f"poor {n}": 0.6 for n in range(3)}


def odds(p: float) -> float:
    return float(np.log(p / (1 - p)))


@pytest.mark.parametrize("name", ["good 0", "poor 1"])
@pytest.mark.parametrize("priors", [{}, {("good 0", ""): pseudo("A"), ("poor 0", ""): pseudo("E")}])
def test_it_is_as_if_the_source_had_never_spoken(name: str, priors: dict[tuple[str, str], object]) -> None:
    """Within some tenths of a nat on each claim: scripts, turns and temper stay as they were learnt with it."""
    reports, truth = desk(WHO, 150, speaks=0.7)
    settled = first(truth, 90)
    back = without(learn(reports, settled, priors), {name}).learned.probability  # type: ignore[arg-type]
    never = learn([r for r in reports if r.source != name], settled, priors).probability  # type: ignore[arg-type]
    gaps = [abs(odds(back[c]) - odds(never[c])) for c in never]
    assert max(gaps) < 0.6
    assert np.mean(gaps) < 0.25


def test_what_it_touched_is_listed_and_what_moved_most_stands_first() -> None:
    reports, truth = desk(WHO, 100, speaks=0.5)
    learned = learn(reports, first(truth, 60))
    back = without(learned, {"good 0"})
    spoken = {r.claim for r in reports if r.source == "good 0"}
    assert set(back.touched) == spoken == {claim for claim, _, _ in back.moved}
    steps = [abs(after - before) for _, before, after in back.moved]
    assert steps == sorted(steps, reverse=True) and steps[0] > 0.02
    assert all(before == pytest.approx(learned.probability[c]) for c, before, _ in back.moved)


def test_a_claim_that_rests_on_it_alone_falls_back_to_what_was_held_before() -> None:
    reports, truth = desk(WHO, 100)
    lone = Report(claim="lone", source="good 0", at=100)
    learned = learn([*reports, lone], truth)
    assert learned.probability["lone"] > 0.7
    (after,) = [now for claim, _, now in without(learned, {"good 0"}).moved if claim == "lone"]
    assert after == pytest.approx(1 / (1 + np.exp(-learned.base[0])), abs=0.01)


def test_its_copies_go_with_it() -> None:
    reports, truth = desk(WHO, 80)
    wire = [Report(claim="x", source="agency", root="w", at=90)]
    wire += [Report(claim="x", source=f"copy {n}", root="w", at=91) for n in range(9)]
    learned = learn([*reports, *wire], truth)
    back = without(learned, {"agency"})
    assert back.touched == ("x",)
    assert back.moved[0][1] > 0.55
    assert back.moved[0][2] == pytest.approx(1 / (1 + np.exp(-learned.base[0])), abs=0.06)


def test_a_name_without_reports_changes_nothing() -> None:
    reports, truth = desk(WHO, 60)
    learned = learn(reports, first(truth, 30))
    back = without(learned, {"nobody"})
    assert back.touched == () and back.moved == ()
    assert without(learn([], {}), {"nobody"}).moved == ()


def test_taking_everybody_back_leaves_nothing_but_the_base() -> None:
    reports, truth = desk(WHO, 40)
    back = without(learn(reports, first(truth, 30)), set(WHO)).learned
    assert len(back.table.claim) == 0
    assert all(0.2 < p < 0.8 for p in back.probability.values())
