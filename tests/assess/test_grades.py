"""The tables by which items are graded: whole, and saying what they are meant to say."""

from __future__ import annotations

import pytest

from rashomon.assess.evidence.consistency import STEPS, consistency, row_of, table
from rashomon.assess.evidence.deceiver import deceiver
from rashomon.assess.evidence.draft import Draft
from rashomon.assess.evidence.grades import CREDIBILITY, Company
from rashomon.assess.hypotheses import codebook
from rashomon.records import Hypothesis

CLAIMED = Hypothesis(id="t", claim_id="c", kind="as_claimed", text="", holds=True)
NOT_SO = Hypothesis(id="f", claim_id="c", kind="denied", text="", holds=False)


def draft(kind: str = "statement", direction: str = "for", **more: object) -> Draft:
    return Draft(kind=kind, direction=direction, text="", spans=(), **more)  # type: ignore[arg-type]


def test_every_row_has_a_step_for_either_truth_or_says_nothing() -> None:
    keys = {*codebook(), "true", "false", "open"}
    for row, ways in table().items():
        for way, cells in ways.items():
            assert way in ("for", "against", "open"), row
            assert set(cells) <= keys, row
            assert {"true", "false"} <= set(cells), f"{row} {way}"
            assert set(cells.values()) <= set(STEPS.values())


def test_nothing_that_speaks_for_a_claim_fits_it_worse_than_its_denial() -> None:
    order = ["very_inconsistent", "inconsistent", "neutral", "consistent", "very_consistent"]
    for row, ways in table().items():
        for way, sign in (("for", 1), ("against", -1)):
            cells = ways.get(way, {})
            if cells:
                claimed = order.index(cells["true"])
                denied = order.index(cells.get("denied", cells["false"]))
                assert sign * (claimed - denied) >= 0, f"{row} {way}"


def test_a_weak_item_goes_to_no_end() -> None:
    strong = dict(consistency(draft("opportunity", "against"), 0, (CLAIMED, NOT_SO)))
    weak = dict(consistency(draft("opportunity", "against", weak=True), 0, (CLAIMED, NOT_SO)))
    assert strong["t"] == "very_inconsistent"
    assert weak["t"] == "inconsistent"


def test_what_puts_an_explanation_forward_fits_that_one() -> None:
    staged = Hypothesis(id="s", claim_id="c", kind="staged", text="", holds=False)
    found = dict(consistency(draft(direction="against", advances="s"), 0, (CLAIMED, staged)))
    assert found == {"t": "inconsistent", "s": "consistent"}


@pytest.mark.parametrize(
    ("interest", "direction", "row"),
    [(1, "for", "statement gain"), (-1, "against", "statement gain"), (-1, "for", "statement own loss"),
     (1, "against", "statement own loss"), (0, "for", "statement no gain"), (1, "open", "statement no gain")],
)  # fmt: skip
def test_rows_of_statements_by_interest(interest: int, direction: str, row: str) -> None:
    assert row_of(draft(direction=direction), interest) == row


@pytest.mark.parametrize(
    ("company", "grade"),
    [
        (Company(free_agree=2), "1"),
        (Company(free_agree=1, bound_disagree=1), "2"),
        (Company(bound_agree=1), "3"),
        (Company(free_disagree=1), "4"),
        (Company(free_disagree=2, bound_agree=1), "4"),
        (Company(free_disagree=3), "5"),
        (Company(bound_disagree=1), "6"),
        (Company(), "6"),
    ],
)
def test_credibility_by_those_who_say_the_same_or_the_contrary(company: Company, grade: str) -> None:
    assert next((row.grade for row in CREDIBILITY if row.fits(company)), "6") == grade


@pytest.mark.parametrize(
    ("made", "interest", "answer"),
    [
        (draft(), 1, "yes"),
        (draft(), -1, "no"),
        (draft(direction="against"), -1, "yes"),
        (draft(direction="against"), 1, "no"),
        (draft(), 0, "perhaps"),
        (draft("media", seen="independent"), 0, "no"),
        (draft("media", seen="party"), 0, "yes"),
        (draft("media", seen="anonymous"), 0, "perhaps"),
        (draft("capability"), 0, "no"),
        (draft("capability"), 1, "yes"),
        (draft("motive"), 0, "perhaps"),
        (draft("absence", "against"), 0, "no"),
    ],
)
def test_would_a_deceiver_produce_it(made: Draft, interest: int, answer: str) -> None:
    found, why = deceiver(made, interest)
    assert found == answer
    assert why.endswith(".")
