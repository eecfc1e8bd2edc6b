"""Statements on claims tied to one, what the accused grants, and what a claimant takes back: invented reports, as the program reads them."""

from __future__ import annotations

from dataclasses import replace

from rashomon.assess.evidence import evidence
from rashomon.records import Change, Evidence, Position, Span, Tie
from tests.assess.telling import CHARGE, DAY, Report, Told, dispute, told


def found(story: Told, claims: tuple[object, ...] = ()) -> tuple[Evidence, ...]:
    every = claims or story.claims
    claim = next(one for one in every if CHARGE in one.text)  # type: ignore[attr-defined]
    return evidence(
        claim, story.hypotheses(CHARGE), every, story.story, story.documents, story.readings, story.entities,  # type: ignore[arg-type]
        now=DAY.replace(year=DAY.year + 1),
    )  # fmt: skip


MORE = "Peru bombed the port of Iquique, the grain terminal in it, and two ships at the quay"
OTHER = Report(
    text=f"A shipping expert, Lena Brook, said that {MORE}.",
    said=(("A shipping expert, Lena Brook", "said", MORE, "asserts"),),
    names=(("Peru", "state"),),
    hours=6,
)


def tied(kind: str, why: str = "more", stance: str = "asserts") -> tuple[Evidence, ...]:
    """What stands on the charge once another claim, on which an expert takes a stand, is tied to it."""
    story = dispute(OTHER)
    other = next(one for one in story.claims if "two ships" in one.text)
    other = replace(other, positions=tuple(replace(one, stance=stance) for one in other.positions))  # type: ignore[arg-type]
    claims = tuple(
        replace(one, ties=(Tie(kind=kind, claim=other.id, why=why),)) if CHARGE in one.text  # type: ignore[arg-type]
        else other if one.id == other.id else replace(one, ties=())
        for one in story.claims
    )  # fmt: skip
    return tuple(one for one in found(story, claims) if "Lena Brook" in one.name)


def test_who_says_more_says_this_too() -> None:
    (one,) = tied("broader")
    assert (one.kind, one.word, one.interest) == ("statement", "asserts", 0)
    assert any("says more" in why for why in one.grades[0].why)


def test_who_denies_even_less_denies_this() -> None:
    (one,) = tied("narrower", stance="denies")
    assert one.word == "denies"


def test_who_says_less_or_nearly_the_same_says_it_at_a_discount() -> None:
    for kind in ("narrower", "perhaps_same"):
        (one,) = tied(kind)
        assert one.word == ""
        steps = set(dict(one.grades[0].consistency).values())
        assert "consistent" in steps and not steps & {"very_consistent", "very_inconsistent"}


def test_a_likeness_that_rests_on_nothing_carries_nothing() -> None:
    assert all(one.word == "" for one in tied("perhaps_same", why="nothing"))
    assert not any(
        "nearly the same; whether" in why
        for one in tied("broader", why="nothing")
        for why in one.grades[0].why[:1]
    )


def grant(words: str, party: str = "Peru") -> list[Evidence]:
    text = f"{party} said that {words}. It gave no place."
    more = Report(
        text=text,
        said=((party, "said", words, "asserts"),),
        names=((party, "state"), ("Chile", "state"), ("Peru", "state")),
        hours=9,
    )
    return [one for one in found(dispute(more)) if any("grants" in why for why in one.grades[0].why)]


def test_the_accused_grants_that_it_used_force() -> None:
    (one,) = grant("its air force planes fired warning shots near the terminal on Monday")
    assert (one.interest, one.word, one.grades[0].deceiver) == (-1, "", "no")


def test_what_others_did_or_what_was_not_done_grants_nothing() -> None:
    assert not grant("its planes fired no shots near the terminal")
    assert not grant("its terminal guards were fired at")
    assert not grant("planes of Chile fired on the terminal itself")
    assert not grant("its planes fired warning shots near the terminal", party="Chile")


def test_a_charge_read_as_the_words_of_the_accused_is_no_admission() -> None:
    misread = Report(
        text="Peru bombed the grain terminal, says Santiago.",
        said=(("Peru", "says", "Peru bombed the grain terminal", "asserts"),),
        names=(("Peru", "state"),),
        hours=4,
    )
    story = dispute(misread)
    for claim in story.claims:
        if "bombed the grain terminal" not in claim.text:
            continue
        items = evidence(
            claim, story.hypotheses(claim.text), story.claims, story.story, story.documents, story.readings, story.entities,
            now=DAY.replace(year=DAY.year + 1),
        )  # fmt: skip
        assert not [one for one in items if story.name(one.source) == "Peru" and one.word == "asserts"]


def with_stand(stance: str, hours: int, *, changed: bool) -> Evidence:
    """The accuser's later stand on its own charge."""
    story = dispute()
    claim = story.claim(CHARGE)
    own = next(one for one in claim.positions if one.stance == "asserts")
    later = replace(own, stance=stance, at=DAY.replace(hour=DAY.hour + hours))  # type: ignore[arg-type]
    change = Change(party=own.party, name=own.name, kind="changed", before=own, after=later)
    claim = replace(claim, positions=(*claim.positions, later), changes=(change,) if changed else ())
    items = found(story, (claim,))
    return next(one for one in items if one.source == own.party and one.at == later.at)


def test_a_claimant_that_takes_back_speaks_against_its_interest() -> None:
    one = with_stand("doubts", 8, changed=False)
    assert one.grades[0].deceiver == "no"
    assert "very_inconsistent" in dict(one.grades[0].consistency).values()


def test_its_caution_before_it_claimed_is_no_retreat() -> None:
    one = with_stand("doubts", -2, changed=False)
    assert one.grades[0].deceiver != "no"
    assert "very_inconsistent" not in dict(one.grades[0].consistency).values()


def test_a_denial_of_ones_own_claim_counts_only_where_a_change_was_found() -> None:
    assert with_stand("denies", 8, changed=True).grades[0].deceiver == "no"
    assert with_stand("denies", 8, changed=False).grades[0].deceiver == "unknown"


def test_an_outlet_in_its_own_voice_and_a_bare_name_are_no_witnesses() -> None:
    bare = Report(
        text=f"Ivo Crane said that {CHARGE}.",
        said=(("Ivo Crane", "said", CHARGE, "asserts"),),
        names=(("Peru", "state"), ("Ivo Crane", "person")),
        hours=5,
    )
    seen = Report(
        text=f"Mara Quist, who saw the planes, said that {CHARGE}.",
        said=(("Mara Quist", "said", CHARGE, "asserts"),),
        names=(("Peru", "state"), ("Mara Quist", "person")),
        hours=6,
    )
    graded = {
        one.name: one.grades[0].deceiver for one in found(dispute(bare, seen)) if one.kind == "statement"
    }
    assert graded["Ivo Crane"] == "unknown"
    assert graded["Mara Quist"] == "perhaps"


def test_more_blame_for_a_helper_takes_nothing_back() -> None:
    def story(words: str) -> tuple[Evidence, ...]:
        more = Report(
            text=f"Chile said that {words}.",
            said=(("Chile", "said", words, "asserts"),),
            names=(("Chile", "state"), ("Bolivia", "state"), ("Peru", "state")),
            hours=9,
        )
        return tuple(one for one in found(dispute(more)) if "Bolivia" in one.text)

    assert not [
        one for one in story("Bolivia was behind the bombing of the grain terminal") if one.word == "denies"
    ]


def test_a_position_without_a_span_is_passed_over() -> None:
    story = dispute(OTHER)
    other = next(one for one in story.claims if "two ships" in one.text)
    bare = replace(other, positions=(Position(party="x", name="x", stance="asserts"),))
    claim = replace(story.claim(CHARGE), ties=(Tie(kind="broader", claim=bare.id, why="more"),))
    assert not [one for one in found(story, (claim, bare)) if one.source == "x"]


def test_no_reports_no_evidence() -> None:
    story = told(
        Report(
            text=f"Chile said that {CHARGE}.",
            said=(("Chile", "said", CHARGE, "asserts"),),
            names=(("Chile", "state"),),
        )
    )
    claim = story.claim(CHARGE)
    bare = replace(claim, members=(), positions=())
    assert evidence(bare, (), (bare,), story.story, (), {}, story.entities, now=DAY) == ()
    assert Span(document_id="d0", start=0, end=5, quote="Chile").quote == story.documents[0].text[:5]
