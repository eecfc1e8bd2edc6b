"""Claims and positions: what is the same, who stands where, and what never merges."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pytest

from rashomon.assess import standing
from rashomon.claim import claim
from rashomon.claim.explain import explanation
from rashomon.claim.same import opposed, same
from rashomon.claim.sense import Named, sense
from rashomon.claim.stand import Stand, stand
from rashomon.link import link
from rashomon.records import Attribution, Claim, Document, Membership, Reading, Speaker, Story

DAY = datetime(2022, 6, 1, 8, tzinfo=UTC)
Saying = tuple[str, str, str, str]
"""Source, cue, content, act: words of the document's text."""


def case(
    *documents: tuple[str, list[Saying]], roots: dict[int, int] | None = None
) -> tuple[tuple[Claim, ...], Story]:
    docs, readings, members = [], [], []
    for number, (text, said) in enumerate(documents):
        attributions = []
        for source, cue, content, act in said:
            s, c = text.index(source), text.index(cue)
            spans = ((text.index(content), text.index(content) + len(content)),) if content else ()
            attributions.append(
                Attribution(
                    source=((s, s + len(source)),) if source else (),
                    cue=((c, c + len(cue)),),
                    content=spans,
                    speaker=Speaker(text=source),
                    act=act,
                )
            )
        docs.append(
            Document(
                id=f"d{number}",
                text=text,
                source=f"Outlet {number}",
                published_at=DAY + timedelta(hours=number),
            )
        )
        readings.append(Reading(document_id=f"d{number}", reader="t", attributions=tuple(attributions)))
        members.append(
            Membership(
                document_id=f"d{number}", story_id="s", root_id=f"d{(roots or {}).get(number, number)}"
            )
        )
    story = Story(id="s", title="t", members=tuple(members))
    linked = link(docs, readings)
    found = claim([story], docs, linked.readings, linked.entities)
    mixed = list(range(len(docs)))
    random.Random(3).shuffle(mixed)
    assert (
        claim([story], [docs[n] for n in mixed], [linked.readings[n] for n in mixed], linked.entities)
        == found
    )
    return found, story


ACCUSED = (
    "Peru accused Chile of shelling the Tacna barracks on Monday.",
    [("Peru", "accused", "Chile of shelling the Tacna barracks on Monday", "accuses")],
)


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        ("Chile shelled the Tacna barracks on Monday", "Chile shelled the barracks at Tacna on Monday", True),
        (
            "12 soldiers were killed in the barracks at Tacna",
            "20 soldiers were killed in the barracks at Tacna",
            False,
        ),
        (
            "the barracks at Tacna were shelled by Chile",
            "the barracks at Tacna were not shelled by Chile",
            False,
        ),
        (
            "three boats were sunk off the coast near Arica",
            "3 boats were sunk off the coast near Arica",
            True,
        ),
        (
            "the governor resigned over the harbour fire",
            "the harbour was rebuilt with a loan from the bank",
            False,
        ),
    ],
)
def test_minimal_pairs(one: str, other: str, equal: bool) -> None:
    assert same(sense(one), sense(other)) is equal


def named(text: str, *names: tuple[str, str]) -> list[Named]:
    return [Named(text.index(n), text.index(n) + len(n), party, party) for n, party in names]


def test_swapped_roles_are_two_claims() -> None:
    def meant(text: str) -> object:
        return sense(text, named(text, ("Peru", "peru"), ("Chile", "chile")))

    first = meant("Peru attacked the navy of Chile")
    assert not same(first, meant("Chile attacked the navy of Peru"))
    assert same(first, meant("Peru attacked Chile's navy"))
    assert same(first, meant("the navy of Chile was attacked by Peru"))


def test_one_idea_in_two_languages_is_one_claim() -> None:
    english, russian = "Peru attacked the port with two drones", "Перу атаковала двумя беспилотниками порт"
    a = sense(english, named(english, ("Peru", "peru")))
    b = sense(russian, named(russian, ("Перу", "peru")))
    assert {"@peru", "=attack", "=drone"} <= a.words & b.words
    assert a.numbers == b.numbers == {"2"}


def test_opposite_polarity_contradicts_and_what_may_be_does_not() -> None:
    flat = sense("the garrison had fired on the village")
    assert opposed(flat, sense("the garrison had not fired on the village"))
    assert not opposed(flat, sense("the garrison will not fire on the village"))
    assert not same(flat, sense("the garrison may have fired on the village"))


@pytest.mark.parametrize(
    ("act", "negated", "cue", "content", "expected"),
    [
        ("asserts", False, "said", "the reports were absurd", Stand("denies", "pointer", True, True)),
        (
            "asserts",
            False,
            "said",
            "it had nothing to do with the fire",
            Stand("denies", "own_part", True, True),
        ),
        ("asserts", False, "said", "it had no information about a fire", Stand("declines", worded=True)),
        ("asserts", False, "said", "there was no proof that the dam had burst", Stand("doubts", worded=True)),
        ("denies", False, "denied", "the allegations", Stand("denies", "pointer")),
        ("denies", False, "denied", "any involvement", Stand("denies", "own_part")),
        ("denies", False, "rejected", "the $9bn bid for the firm", None),
        ("denies", False, "was denied", "entry to the stadium", None),
        ("denies", True, "did not deny", "that it had fired", None),
        ("believes", True, "does not believe", "the ship was sunk by a mine", Stand("doubts")),
        ("believes", True, "did not want", "to hear more about it", None),
        ("confirms", True, "could not confirm", "the number of dead", Stand("declines")),
        ("doubts", False, "have little doubt", "the ship was sunk by a mine", Stand("asserts")),
        ("doubts", False, "questioned", "people near the station", None),
        ("asserts", False, "said", "there was no doubt that the ship was sunk by a mine", Stand("asserts")),
        ("demands", False, "demanded", "that the troops leave", None),
    ],
)
def test_stands(act: str, negated: bool, cue: str, content: str, expected: Stand | None) -> None:
    assert stand(act, negated, cue, "the ministry", content) == expected


def test_an_agency_that_passes_on_reports_and_a_ministry_asserts() -> None:
    content = "the bridge was blown up by frogmen"
    assert stand("asserts", False, "reported", "Reuters news agency", content) == Stand("reports")
    assert stand("asserts", False, "reported", "the interior ministry's press service", content) == Stand(
        "asserts"
    )


def test_a_denial_stands_on_the_claim_that_names_the_denier() -> None:
    text = "Chile denied any part in the shelling."
    (found,), story = case(ACCUSED, (text, [("Chile", "denied", "any part in the shelling", "denies")]))
    stances = {p.name: p.stance for p in found.positions}
    assert stances == {"Peru": "asserts", "Chile": "denies"}
    denial = next(p for p in found.positions if p.stance == "denies")
    assert denial.scope == "any part in the shelling"
    assert denial.span is not None
    assert denial.span.quote == text.rstrip(".")
    assert standing([found], [story])[0].status == "disputed"


def test_we_do_not_is_a_denial_whatever_the_cue() -> None:
    text = "Chile said that its army does not shell barracks."
    found, _ = case(ACCUSED, (text, [("Chile", "said", "its army does not shell barracks", "asserts")]))
    assert len(found) == 1
    assert {p.name: p.stance for p in found[0].positions}["Chile"] == "denies"


def test_declining_is_no_denial() -> None:
    (found,), story = case(
        ACCUSED, ("Chile declined to comment.", [("Chile", "declined to comment", "", "declines")])
    )
    assert {p.name: p.stance for p in found.positions}["Chile"] == "declines"
    assert standing([found], [story])[0].status == "uncontested"


def test_copies_count_as_one_root() -> None:
    found, story = case(ACCUSED, ACCUSED, ACCUSED, roots={1: 0, 2: 0})
    (assessment,) = standing(found, [story])
    assert (assessment.documents, assessment.roots) == (3, 1)
    assert assessment.likelihood is None
    assert assessment.confidence is None


def test_a_party_that_speaks_but_not_to_the_claim_is_silent_and_an_unheard_one_is_not() -> None:
    other = "Chile said that the weather was fine over the Andes."
    second = "Bolivia said that Chile had shelled the Tacna barracks on Monday."
    found, _ = case(
        ACCUSED,
        (second, [("Bolivia", "said", "Chile had shelled the Tacna barracks on Monday", "asserts")]),
        (other, [("Chile", "said", "the weather was fine over the Andes", "asserts")]),
    )
    about = next(one for one in found if "Tacna" in one.text)
    assert {p.name for p in about.positions if p.stance == "silent"} == {"Chile"}
    unheard, _ = case(
        ACCUSED, (second, [("Bolivia", "said", "Chile had shelled the Tacna barracks on Monday", "asserts")])
    )
    assert not [p for p in unheard[0].positions if p.stance == "silent"]


def test_what_a_video_shows_is_told_by_the_outlet() -> None:
    text = "A video showed that the depot at Arica burned through the night."
    (found,), _ = case(
        (text, [("A video", "showed", "the depot at Arica burned through the night", "asserts")])
    )
    assert [(p.name, p.stance) for p in found.positions] == [("Outlet 0", "reports")]


def test_a_denial_goes_to_the_claim_it_words_and_not_to_another_about_the_same_party() -> None:
    other = ("Peru said that Chile had jammed the radio of its fishing fleet.",
             [("Peru", "said", "Chile had jammed the radio of its fishing fleet", "asserts")])  # fmt: skip
    text = "Chile denied shelling the barracks."
    found, _ = case(other, ACCUSED, (text, [("Chile", "denied", "shelling the barracks", "denies")]))
    stances = {one.text: {p.stance for p in one.positions if p.name == "Chile"} for one in found}
    assert next(v for k, v in stances.items() if "barracks" in k) == {"denies"}
    assert "denies" not in next(v for k, v in stances.items() if "radio" in k)


def test_nobody_denies_is_no_denial() -> None:
    text = "Nobody denied that Chile had shelled the Tacna barracks."
    content = "Chile had shelled the Tacna barracks"
    found, _ = case(ACCUSED, (text, [("Nobody", "denied", content, "denies")]))
    assert not [p for one in found for p in one.positions if p.stance == "denies"]


def test_the_accusation_inside_a_denial_is_nobodys_report() -> None:
    text = "Chile rejected the accusations that it had shelled the Tacna barracks."
    said = [
        ("Chile", "rejected", "the accusations that it had shelled the Tacna barracks", "denies"),
        ("", "the accusations", "it had shelled the Tacna barracks", "hearsay"),
    ]
    (found,), _ = case(ACCUSED, (text, said))
    assert {(p.name, p.stance) for p in found.positions} == {("Peru", "asserts"), ("Chile", "denies")}


def test_denied_responsibility_goes_to_the_accusation() -> None:
    text = "Chile denied it was responsible for the blast at the barracks."
    found, _ = case(
        ACCUSED, (text, [("Chile", "denied", "it was responsible for the blast at the barracks", "denies")])
    )
    assert len(found) == 1
    assert {p.name: p.stance for p in found[0].positions}["Chile"] == "denies"


def test_a_chain_of_likenesses_joins_no_strangers() -> None:
    first = "the river rose over the dam and flooded the low town of Ilo"
    between = "the river rose over the dam and the army closed the road to the camp"
    last = "the army closed the road to the camp after a mutiny among the guards"
    documents = [(f"Peru said that {c}.", [("Peru", "said", c, "asserts")]) for c in (first, between, last)]
    found, _ = case(*documents)
    assert not any({first, last} <= {s.content[0].quote for s in one.members} for one in found)


def test_every_span_gives_back_its_words() -> None:
    quoted = (
        "“It was a gas leak,” said the mayor.",
        [("the mayor", "said", "“It was a gas leak,”", "asserts")],
    )
    (found,), _ = case(quoted)
    assert found.text == "It was a gas leak"
    for saying in found.members:
        for span in (*saying.content, saying.span):
            span.check(quoted[0])


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("the attack had been staged by the government itself", "staged"),
        ("local guerrillas had blown up the bridge", "others"),
        ("a technical fault brought the plane down", "accident"),
        ("the video was a hoax", "invented"),
        ("the bridge will be rebuilt by spring", ""),
    ],
)
def test_kinds_of_explanation(words: str, kind: str) -> None:
    assert explanation(words) == kind


def test_a_denial_of_nothing_collected_is_a_denied_claim_of_its_own() -> None:
    text = "The firm denied that its plant had leaked acid into the river."
    (found,), story = case(
        (text, [("The firm", "denied", "its plant had leaked acid into the river", "denies")])
    )
    assert standing([found], [story])[0].status == "denied"
