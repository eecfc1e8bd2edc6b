"""Rival explanations: what parties said and what the codebook lists, for any claim and no party in particular."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

import rashomon
from rashomon.assess.about import about, beneficiary, topic
from rashomon.assess.hypotheses import MOST, codebook, hypotheses, responsibility, weight
from rashomon.records import Claim, Entity, Hypothesis, Position, Saying, Span
from tests.assess.telling import CHARGE, Report, dispute, told

HOME = Path(rashomon.__file__).parent


def alone(text: str, *, by: str = "Chile", act: str = "asserts") -> tuple[Claim, dict[str, Entity]]:
    """A claim with one saying, and three states that it may name."""
    entities = {
        name: Entity(id=name, name=name, kind="state", names=(name, form), party=name)
        for name, form in (("Chile", "Chilean"), ("Peru", "Peruvian"), ("Kenya", "Kenyan"))
    }
    span = Span(document_id="a", start=0, end=len(text), quote=text)
    saying = Saying(
        document_id="a", speaker=by, entity=by, cue="said", act=act, form="indirect", negated=False, content=(span,), span=span
    )  # fmt: skip
    position = Position(party=by, name=by, stance="asserts", span=span, root_id="a", saying=saying)
    return Claim(id="c", story_id="s", text=text, members=(saying,), positions=(position,)), entities


def kinds(found: tuple[Hypothesis, ...]) -> set[str]:
    return {one.kind for one in found}


def test_the_claim_its_denial_and_what_parties_say_instead() -> None:
    story = dispute(
        Report(
            text="Marta Sol of the Harbour Institute said that Chile had staged the bombing of the grain terminal.",
            said=(
                (
                    "Marta Sol of the Harbour Institute",
                    "said",
                    "Chile had staged the bombing of the grain terminal",
                    "asserts",
                ),
            ),
            names=(("Chile", "state"), ("Marta Sol", "person")),
            hours=6,
        ),
        Report(
            text="Kenya said that rebels had bombed the grain terminal.",
            said=(("Kenya", "said", "rebels had bombed the grain terminal", "asserts"),),
            names=(("Kenya", "state"),),
            hours=7,
        ),
    )
    found = {one.kind: one for one in story.hypotheses(CHARGE)}
    assert found["as_claimed"].holds is True
    assert [story.name(who) for who in found["as_claimed"].by] == ["Chile"]
    assert found["denied"].holds is False
    assert [story.name(who) for who in found["denied"].by] == ["Peru"]
    assert found["staged"].by
    assert found["staged"].text == "Chile had staged the bombing of the grain terminal"
    assert found["staged"].holds is False
    assert [story.name(who) for who in found["third_party"].by] == ["Kenya"]
    assert found["third_party"].text == "rebels had bombed the grain terminal"


def test_words_of_parties_can_be_rebuilt() -> None:
    story = dispute(witness=True)
    texts = {one.id: one.text for one in story.documents}
    found = story.hypotheses(CHARGE)
    assert any(one.spans for one in found)
    for one in found:
        for span in one.spans:
            span.check(texts[span.document_id])


def test_a_claim_without_rivals_has_itself_its_denial_and_the_codebooks() -> None:
    claim, entities = alone("the bridge at Orr was closed at noon")
    found = hypotheses(claim, [claim], entities)
    assert kinds(found) == {"as_claimed", "denied", "mistake"}
    denied = next(one for one in found if one.kind == "denied")
    assert denied.standing
    assert not denied.by
    assert "“the bridge at Orr was closed at noon”" in denied.text


@pytest.mark.parametrize(
    ("text", "act", "stands", "does_not"),
    [
        ("Peru of bombing the terminal with twelve jets", "accuses", "staged third_party exaggeration", "different_reason"),
        ("40 people were killed in the flood", "asserts", "exaggeration mistake", "third_party staged"),
        ("the plane crashed because of an engine failure", "asserts", "different_reason", "third_party staged exaggeration"),
        ("Peru cut the cable", "asserts", "third_party", "exaggeration staged"),
        ("a submarine was seen near the port", "asserts", "misidentification", "third_party staged exaggeration"),
        ("it would send troops to the border", "asserts", "denied", "mistake exaggeration misidentification"),
        ("Peru cut the cable of the Boeing 737", "asserts", "third_party", "exaggeration"),
        ("nobody was hurt in the raid", "asserts", "mistake", "exaggeration staged"),
        ("Перу обстреляла больницу", "asserts", "mistake", "exaggeration"),
    ],
)  # fmt: skip
def test_standing_explanations_only_where_they_make_sense(
    text: str, act: str, stands: str, does_not: str
) -> None:
    claim, entities = alone(text, act=act)
    found = {one.kind for one in hypotheses(claim, [claim], entities) if one.standing}
    assert set(stands.split()) <= found
    assert not set(does_not.split()) & found


def test_who_owns_up_leaves_no_room_for_a_staging() -> None:
    story = dispute(
        Report(
            text=f"Peru admitted that {CHARGE} by mistake.",
            said=(("Peru", "admitted", f"{CHARGE} by mistake", "confirms"),),
            names=(("Peru", "state"),),
            hours=50,
        )
    )
    found = story.hypotheses(CHARGE)
    assert not {"staged", "third_party", "mistake", "misidentification"} & kinds(found)


def test_ids_stay_while_the_story_grows_and_whatever_the_order() -> None:
    small, large = dispute(), dispute(witness=True)
    before = {one.kind: one.id for one in small.hypotheses(CHARGE)}
    after = {one.kind: one.id for one in large.hypotheses(CHARGE)}
    assert before["as_claimed"] == after["as_claimed"]
    assert before["denied"] == after["denied"]
    claim = large.claim(CHARGE)
    turned = replace(claim, positions=claim.positions[::-1])
    again = hypotheses(turned, large.claims, large.entities, readings=large.readings)
    assert {one.id for one in again} == set(after.values())


def test_at_most_so_many_and_the_rest_is_one() -> None:
    rivals = [
        Report(
            text=f"{state} said that {other}'s air force bombed the grain terminal.",
            said=((state, "said", f"{other}'s air force bombed the grain terminal", "asserts"),),
            names=((state, "state"), (other, "state")),
            hours=10 + number,
        )
        for number, (state, other) in enumerate(
            [("Kenya", "Ghana"), ("Mali", "Chad"), ("Niger", "Togo"), ("Cuba", "Haiti"), ("Nepal", "Laos"),
             ("Qatar", "Oman"), ("Malta", "Fiji"), ("Benin", "Gabon")]
        )
    ]  # fmt: skip
    found = dispute(*rivals).hypotheses(CHARGE)
    assert len(found) == MOST
    assert found[0].kind == "as_claimed"
    assert found[1].kind == "denied"
    assert found[-1].kind == "other"


def test_a_persons_explanation_stands_and_is_never_merged_away() -> None:
    story = dispute()
    own = Hypothesis(
        id="mine",
        claim_id=story.claim(CHARGE).id,
        kind="gas_leak",
        text="A gas leak.",
        holds=False,
        added_by="Ana",
    )
    theirs = next(one for one in story.hypotheses(CHARGE) if one.kind == "mistake")
    changed = replace(theirs, text="An honest error of the coast guard.", added_by="Ana")
    found = story.hypotheses(CHARGE, given=(own, changed))
    assert own in found
    assert changed in found
    assert sum(one.id == theirs.id for one in found) == 1
    assert weight("gas_leak") == codebook()["other"].weight


def test_a_claim_of_3000_words_is_cut_in_sentences_and_kept_in_spans() -> None:
    text = "Peru's navy shelled the port and " + "then it went on and on " * 600
    claim, entities = alone(text.strip())
    found = hypotheses(claim, [claim], entities)
    assert all(len(one.text.split()) < 80 for one in found)
    assert found[0].spans[0].quote == text.strip()


def test_claims_that_contradict_each_other_end_with_each_other() -> None:
    story = told(
        Report(
            text="Peru said that Chile had attacked the port with drones.",
            said=(("Peru", "said", "Chile had attacked the port with drones", "asserts"),),
            names=(("Peru", "state"), ("Chile", "state")),
        ),
        Report(
            text="Chile said that Peru had attacked the port with drones.",
            said=(("Chile", "said", "Peru had attacked the port with drones", "asserts"),),
            names=(("Peru", "state"), ("Chile", "state")),
            hours=1,
        ),
    )
    for one in story.claims:
        found = hypotheses(one, story.claims, story.entities, readings=story.readings)
        assert found[0].claims == (one.id,)
        assert len({h.id for h in found}) == len(found)


def test_a_party_that_asserts_and_denies_is_on_both_sides() -> None:
    story = dispute()
    claim = story.claim(CHARGE)
    own = next(one for one in claim.positions if one.stance == "asserts")
    both = replace(claim, positions=(*claim.positions, replace(own, stance="denies")))
    found = {one.kind: one for one in hypotheses(both, [both], story.entities, readings=story.readings)}
    assert own.party in found["as_claimed"].by
    assert own.party in found["denied"].by


def test_ten_steps_of_responsibility_only_for_a_state_that_is_blamed() -> None:
    claim, entities = alone("Peru hacked the grid", act="asserts")
    found = responsibility(claim, entities)
    assert found[0].kind == "state_prohibited"
    assert found[-1].kind == "state_integrated"
    assert len(found) == 10
    assert "Peru" in found[0].text
    claim, entities = alone("a fire broke out in the port")
    assert responsibility(claim, entities) == ()


def test_who_gains_is_the_accuser_and_of_an_explanation_whom_it_clears() -> None:
    story = dispute(
        Report(
            text="Kenya said that rebels had bombed the grain terminal.",
            said=(("Kenya", "said", "rebels had bombed the grain terminal", "asserts"),),
            names=(("Kenya", "state"),),
            hours=7,
        )
    )
    gains = beneficiary(story.claim(CHARGE), story.claims, story.entities, story.readings)
    assert gains is not None
    assert story.name(gains) == "Chile"
    gains = beneficiary(story.claim("rebels had"), story.claims, story.entities, story.readings)
    assert gains is not None
    assert story.name(gains) == "Peru"
    claim, entities = alone("the bridge at Orr was closed at noon")
    assert beneficiary(claim, [claim], entities) is None


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        ("Peru's air force bombed the terminal", ["Peru"]),
        ("the terminal was bombed by Peru", ["Peru"]),
        ("a Peruvian missile brought down the plane", ["Peru"]),
        ("Peru was behind the attack on Kenya", ["Peru"]),
        ("the evidence shows that Peru shot down the plane", ["Peru"]),
        ("Peru did not attack the port", []),
        ("Peru was attacked at dawn", []),
        ("an attack in Peru killed two people", []),
        ("Peru and Kenya signed a treaty", []),
    ],
)
def test_whom_a_claim_blames(text: str, blamed: list[str]) -> None:
    claim, entities = alone(text)
    assert list(about(claim, entities, {}).accused) == blamed


def test_topics_are_coarse_and_alike_in_three_languages() -> None:
    texts = ("Peru poisoned the envoy", "Перу отравила посла", "Перу отруїла посла")
    assert {topic(alone(text)[0]) for text in texts} == {"poisoning"}
    assert topic(alone("the bridge was closed")[0]) == "other"


def test_no_rule_names_a_party() -> None:
    """Nobody whom the registry knows stands in the words or the code by which claims are judged."""
    names: set[str] = set()
    for name in ("states", "leaders", "networks", "sources"):
        rows = yaml.safe_load((HOME / f"link/registry/{name}.yaml").read_text(encoding="utf-8"))
        listed = rows if isinstance(rows, list) else list(rows.values())
        for row in _rows(listed):
            names.update(str(row[key]) for key in ("name", "capital", "seat") if row.get(key))
    names = {one for one in names if len(one) > 4}
    assert len(names) > 100
    for folder in ("about", "hypotheses", "evidence"):
        for path in (HOME / "assess" / folder).rglob("*"):
            if path.suffix in (".py", ".yaml"):
                words = path.read_text(encoding="utf-8")
                met = [
                    one for one in names if f" {one} " in f" {words.replace(chr(39), ' ').replace(',', ' ')} "
                ]
                met = [one for one in met if one[:1].isupper() and one not in ALLOWED]
                assert not met, f"{path.name} names {met}"


ALLOWED = {"Telegram", "Chile", "Peru"}
"""A place where footage is posted, and the two that stand in examples of comments."""


def _rows(listed: list[object]) -> list[dict[str, object]]:
    flat: list[dict[str, object]] = []
    for one in listed:
        if isinstance(one, dict):
            flat.append(one)
        elif isinstance(one, list):
            flat += _rows(one)
    return flat
