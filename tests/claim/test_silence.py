"""Silences, the unheard and changes of position: what each rests on, and what is none."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from rashomon.assess import standing
from rashomon.claim import claim
from rashomon.claim.stand import Stand, granted, is_plain_denial, stand
from rashomon.link import link
from rashomon.records import (
    Attribution,
    Change,
    Claim,
    Document,
    Entity,
    Membership,
    Mention,
    Reading,
    Silence,
    Speaker,
    Story,
)

DAY = datetime(2022, 6, 1, 8, tzinfo=UTC)
Said = tuple[str, str, str, str]
"""Source, cue, content, act: words of the text."""
Report = tuple[int, str, list[Said]]
"""Days after the first, text, what is said in it."""


def told(*reports: Report, outlets: tuple[str, ...] = ()) -> tuple[Claim, ...]:
    docs, readings, members = [], [], []
    for number, (day, text, said) in enumerate(reports):
        attributions = []
        for source, cue, content, act in said:
            s, c = text.index(source), text.index(cue)
            at = text.index(content) if content else 0
            attributions.append(
                Attribution(
                    source=((s, s + len(source)),),
                    cue=((c, c + len(cue)),),
                    content=((at, at + len(content)),) if content else (),
                    speaker=Speaker(text=source),
                    act=act,
                )
            )
        outlet = outlets[number] if outlets else f"Outlet {number}"
        docs.append(
            Document(id=f"d{number}", text=text, source=outlet, published_at=DAY + timedelta(days=day))
        )
        readings.append(Reading(document_id=f"d{number}", reader="t", attributions=tuple(attributions)))
        members.append(Membership(document_id=f"d{number}", story_id="s", root_id=f"d{number}"))
    linked = link(docs, readings)
    story = Story(id="s", title="t", members=tuple(members))
    return claim([story], docs, linked.readings, linked.entities)


def silences(claims: tuple[Claim, ...]) -> list[Silence]:
    return [one for made in claims for one in made.silences]


def changes(claims: tuple[Claim, ...]) -> list[Change]:
    return [one for made in claims for one in made.changes]


CHARGE: Report = (
    0,
    "Peru accused Chile of shelling the Tacna barracks.",
    [("Peru", "accused", "Chile of shelling the Tacna barracks", "accuses")],
)
WEATHER: Report = (
    2,
    "Chile said that the harvest in the south would be good.",
    [("Chile", "said", "the harvest in the south would be good", "asserts")],
)


def test_a_silence_says_why_what_was_collected_and_until_when() -> None:
    (one,) = silences(told(CHARGE, WEATHER))
    assert (one.name, one.heard, one.ground) == ("Chile", True, "accused")
    assert one.why.quote.startswith("Peru accused Chile")
    assert one.documents == ("d1",)
    assert one.as_of == DAY + timedelta(days=2)


def test_of_whom_nothing_was_collected_is_unheard_and_not_silent() -> None:
    claims = told(
        CHARGE,
        (
            1,
            "Peru said that the harvest would be good.",
            [("Peru", "said", "the harvest would be good", "asserts")],
        ),
    )
    (one,) = silences(claims)
    assert (one.name, one.heard, one.documents) == ("Chile", False, ())
    assert not [p for made in claims for p in made.positions if p.stance == "silent"]


def test_words_from_before_the_charge_make_no_silence() -> None:
    early = (-3, *WEATHER[1:])
    assert not silences(told(CHARGE, early))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Chile rejected all of Lima's accusations.",
            ("Chile", "rejected", "all of Lima's accusations", "denies"),
        ),
        ("Chile denied any wrongdoing.", ("Chile", "denied", "any wrongdoing", "denies")),
        ("Chile declined to comment.", ("Chile", "declined to comment", "", "declines")),
        ("Chile denied it had shelled Tacna.", ("Chile", "denied", "it had shelled Tacna", "denies")),
    ],
)
def test_who_answers_in_general_or_declines_is_not_silent(text: str, said: Said) -> None:
    assert not silences(told(CHARGE, WEATHER, (1, text, [said])))


def test_an_explanation_that_would_clear_the_accused_and_is_not_offered() -> None:
    denial = "Chile denied that it had shelled the Tacna barracks."
    other = "Bolivia said that Peru had staged the shelling of the Tacna barracks."
    claims = told(
        CHARGE,
        (1, denial, [("Chile", "denied", "it had shelled the Tacna barracks", "denies")]),
        (1, other, [("Bolivia", "said", "Peru had staged the shelling of the Tacna barracks", "asserts")]),
    )
    found = {(one.name, one.ground) for one in silences(claims) if one.heard}
    assert ("Chile", "clears") in found
    staged = next(one for one in claims if "staged" in one.text)
    assert "Chile" in {p.name for p in staged.positions if p.stance == "silent"}


def test_who_does_not_know_who_did_it_owes_no_explanation() -> None:
    denial = (
        "Chile denied that it had shelled the Tacna barracks. Chile said it did not know who was responsible."
    )
    other = "Bolivia said that Peru had staged the shelling of the Tacna barracks."
    claims = told(
        CHARGE,
        (1, denial, [
            ("Chile", "denied", "it had shelled the Tacna barracks", "denies"),
            ("Chile", "said", "it did not know who was responsible", "asserts"),
        ]),
        (1, other, [("Bolivia", "said", "Peru had staged the shelling of the Tacna barracks", "asserts")]),
    )  # fmt: skip
    assert not [one for one in silences(claims) if one.ground == "clears"]


DENIED: Report = (
    1,
    "Chile denied that it had shelled the Tacna barracks.",
    [("Chile", "denied", "it had shelled the Tacna barracks", "denies")],
)


def test_a_denial_given_up_is_a_change_with_both_dates_and_words() -> None:
    admitted = "Chile admitted that it had shelled the Tacna barracks by mistake."
    claims = told(
        CHARGE,
        DENIED,
        (4, admitted, [("Chile", "admitted", "it had shelled the Tacna barracks by mistake", "confirms")]),
    )
    (one,) = changes(claims)
    assert (one.name, one.kind, one.before.stance, one.after.stance) == (
        "Chile",
        "changed",
        "denies",
        "asserts",
    )
    assert one.before.at is not None and one.after.at is not None and one.before.at < one.after.at
    assert one.before.span and one.before.span.quote == DENIED[1].rstrip(".")
    assert one.after.span and "admitted" in one.after.span.quote


def test_the_same_said_twice_and_an_old_denial_told_again_are_no_change() -> None:
    again = (
        5,
        "Chile had denied that it had shelled the Tacna barracks.",
        [("Chile", "had denied", "it had shelled the Tacna barracks", "denies")],
    )
    admitted = "Chile admitted that it had shelled the Tacna barracks."
    confession: Report = (
        4,
        admitted,
        [("Chile", "admitted", "it had shelled the Tacna barracks", "confirms")],
    )
    assert not changes(told(CHARGE, DENIED, (3, *DENIED[1:])))
    assert [one.kind for one in changes(told(CHARGE, DENIED, confession, again))] == ["changed"]


def test_who_denied_and_later_admits_stands_against_it_no_more() -> None:
    admitted = "Chile admitted that it had shelled the Tacna barracks."
    claims = told(
        CHARGE,
        DENIED,
        (4, admitted, [("Chile", "admitted", "it had shelled the Tacna barracks", "confirms")]),
    )
    story = Story(id="s", title="t", members=())
    about = next(one for one in claims if one.changes)
    (judged,) = [one for one in standing(claims, [story]) if one.claim_id == about.id]
    assert judged.status == "uncontested"


def test_two_people_of_one_party_who_differ_are_named() -> None:
    text = "Chilean President Ana Rojas denied that Chile had shelled the Tacna barracks. Chilean Defence Minister Luis Vera admitted that Chile had shelled the Tacna barracks."
    claims = told(
        CHARGE,
        (1, text, [
            ("Chilean President Ana Rojas", "denied", "Chile had shelled the Tacna barracks", "denies"),
            ("Chilean Defence Minister Luis Vera", "admitted", "Chile had shelled the Tacna barracks", "confirms"),
        ]),
    )  # fmt: skip
    found = changes(claims)
    assert [one.kind for one in found] == ["within"]
    assert {one.saying.speaker for one in (found[0].before, found[0].after) if one.saying} == {
        "Chilean President Ana Rojas",
        "Chilean Defence Minister Luis Vera",
    }


def test_a_lower_number_is_a_change_and_a_higher_one_is_news() -> None:
    def gave(day: int, number: str) -> Report:
        words = f"{number} Chilean pilots had been captured near Tacna"
        return (day, f"Peru said that {words}.", [("Peru", "said", words, "asserts")])

    assert [one.kind for one in changes(told(gave(0, "two"), gave(1, "one")))] == ["changed"]
    assert not changes(told(gave(0, "two"), gave(1, "three")))


def test_an_outlet_that_corrects_its_report_takes_it_back() -> None:
    first = "Peru said that two boats had been sunk near Arica at noon."
    later = "Peru said that two boats had been sunk near Arica at night. An earlier version of this article said that two boats had been sunk near Arica at noon."
    words = "two boats had been sunk near Arica at noon"
    claims = told(
        (0, first, [("Peru", "said", words, "asserts")]),
        (1, later, [("An earlier version of this article", "article said", words, "asserts")]),
        outlets=("The Quay", "The Quay"),
    )
    about = next(one for one in claims if "noon" in one.text)
    assert {(p.name, p.stance) for p in about.positions} == {("Peru", "asserts"), ("The Quay", "retracts")}
    (one,) = changes(claims)
    assert (one.name, one.before.stance, one.after.stance) == ("The Quay", "reports", "retracts")


def test_a_grant_and_a_denial_in_one_sentence_deny_a_part() -> None:
    text = "Chile confirmed that its planes had crossed the border but denied that anyone had been killed at Tacna."
    charge = "Peru said that Chilean planes had killed forty people at Tacna."
    claims = told(
        (0, charge, [("Peru", "said", "Chilean planes had killed forty people at Tacna", "asserts")]),
        (0, text, [
            ("Chile", "confirmed", "its planes had crossed the border", "confirms"),
            ("Chile", "denied", "anyone had been killed at Tacna", "denies"),
        ]),
    )  # fmt: skip
    about = next(one for one in claims if "forty" in one.text)
    (one,) = [p for p in about.positions if p.name == "Chile" and p.stance != "silent"]
    assert (one.stance, one.scope) == ("partly_denies", "anyone had been killed at Tacna")


def test_the_offices_of_a_state_are_one_party() -> None:
    text = "Peru's National Security Committee said that Chile had shelled the Tacna barracks. The army said that Chile had shelled the Tacna barracks."
    words = "Chile had shelled the Tacna barracks"
    docs = [Document(id="d0", text=text, source="Quay", published_at=DAY)]
    second = text.index(words, 90)
    attributions = (
        Attribution(
            source=((0, 34),),
            cue=((35, 39),),
            content=((45, 45 + len(words)),),
            speaker=Speaker(text=text[:34]),
        ),
        Attribution(
            source=((text.index("The army"), text.index("The army") + 8),),
            cue=((text.index("army said") + 5, text.index("army said") + 9),),
            content=((second, second + len(words)),),
            speaker=Speaker(text="The army"),
        ),
    )
    peru = Entity(id="pe", name="Peru", kind="state", names=("Peru",), party="pe")
    reading = Reading(
        document_id="d0",
        reader="t",
        attributions=attributions,
        mentions=(Mention(start=0, end=4, text="Peru", kind="state", entity="pe"),),
    )
    story = Story(id="s", title="t", members=(Membership(document_id="d0", story_id="s", root_id="d0"),))
    (found,) = claim([story], docs, [reading], [peru])
    assert {p.name for p in found.positions} == {"Peru"}


def test_canada_and_the_united_states_say_is_said_by_both() -> None:
    words = "a missile had hit the ferry near Arica"
    claims = told((0, f"Peru and Chile said that {words}.", [("Peru and Chile", "said", words, "asserts")]))
    assert {p.name for p in claims[0].positions} == {"Peru", "Chile"}


@pytest.mark.parametrize(
    ("act", "negated", "cue", "content", "before", "expected"),
    [
        ("denies", False, "nor denied", "the report", "neither confirmed ", "declines"),
        ("denies", True, "не опроверг", "сообщение о взрыве", "Минск не подтвердил и ", "declines"),
        ("asserts", False, "said", "it had held the village but had not mined the road", "", "partly_denies"),
        ("asserts", False, "заявил", "что аэростат китайский, но не шпионский", "", "partly_denies"),
        ("asserts", False, "said", "the accusation was only partly true", "", "partly_denies"),
        ("asserts", False, "ruled out", "a fault in the engine", "", "denies"),
        ("asserts", False, "apologised for", "its report on the blast", "", "retracts"),
        ("asserts", False, "said", "he would take it with a pinch of salt", "", "doubts"),
        ("asserts", False, "said", "he saw no grounds for the accusations", "", "doubts"),
        ("asserts", False, "said", "no gas had been used in the town", "", "denies"),
        ("asserts", False, "said", "the town will not be attacked", "", "asserts"),
    ],
)
def test_stances_by_words(
    act: str, negated: bool, cue: str, content: str, before: str, expected: str
) -> None:
    found = stand(act, negated, cue, "the ministry", content, before)
    assert found is not None and found.stance == expected


def test_slavic_double_negation_denies_once() -> None:
    assert is_plain_denial("никаких ударов по больнице армия не наносила")
    assert is_plain_denial("жодних ударів по лікарні не завдавали")
    assert stand("asserts", False, "said", "", "there was no doubt that it was so") == Stand("asserts")


def test_what_is_granted_before_the_rest_is_denied() -> None:
    assert granted("the gas had leaked, but it had not come from the plant") == "the gas had leaked"
    assert not granted("the plant had not leaked, but the pipe had")
