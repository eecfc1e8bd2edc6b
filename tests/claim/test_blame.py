"""Each blaming the other, calling a claim untrue, denying a loss that others claim, and who did it told by one alone."""

from __future__ import annotations

import pytest

from rashomon.claim.same import same
from rashomon.claim.sense import Named, sense
from rashomon.claim.stand import stand
from rashomon.records import Claim
from tests.claim.test_claim import case

BOTH = "Peru and Chile blame each other for the fire in the Arica depot."
FIRE = "each other for the fire in the Arica depot"


def stances(claims: tuple[Claim, ...], words: str) -> set[tuple[str, str]]:
    return {(p.name, p.stance) for one in claims if words in one.text for p in one.positions}


def test_each_blaming_the_other_is_two_accusations() -> None:
    found, _ = case((BOTH, [("Peru", "blame", FIRE, "accuses"), ("Chile", "blame", FIRE, "accuses")]))
    assert len({one.id for one in found}) == 2
    assert sorted(p.name for one in found for p in one.positions) == ["Chile", "Peru"]
    assert all(len(one.positions) == 1 for one in found)


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("labelled", "Chile's claim as implausible"),
        ("described", "the allegation as “comical” and “late”"),
        ("calling", "those reports “laughable”"),
        ("ridicules", "Chilean claims of sinking the frigate"),
        ("назвал", "заявления Чили смехотворными"),
        ("назвав", "заяви Чилі вигадкою"),
    ],
)
def test_to_call_a_claim_untrue_is_to_deny_it(cue: str, content: str) -> None:
    taken = stand("asserts", False, cue, "Peru", content)
    assert taken is not None
    assert taken.stance == "denies"


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("described", "the report as thorough"),
        ("called", "the raid a success"),
        ("said", "the claim was filed on Monday"),
    ],
)
def test_other_names_for_things_deny_nothing(cue: str, content: str) -> None:
    taken = stand("asserts", False, cue, "Peru", content)
    assert taken is not None
    assert taken.stance == "asserts"


def test_not_one_of_ours_was_hit_denies_what_others_say_they_did() -> None:
    sunk = "Chilean forces sank three Peruvian ships off Arica"
    none = "Not a single Peruvian ship was sunk off Arica by Chile"
    found, _ = case(
        (f"Chile said that {sunk}.", [("Chile", "said", sunk, "asserts")]),
        (f"Peru declared: “{none}”.", [("Peru", "declared", none, "asserts")]),
    )
    assert stances(found, sunk) == {("Chile", "asserts"), ("Peru", "denies")}


def test_who_did_it_is_not_told_by_the_way() -> None:
    tells = "Peru fired two rockets at the Arica depot on Monday"
    peru = [Named(0, 4, "peru", "peru")]
    assert not same(sense(tells, peru), sense("two rockets were fired at the Arica depot on Monday"))
    assert same(sense(tells, peru), sense("Peru fired two rockets at the depot in Arica on Monday", peru))
