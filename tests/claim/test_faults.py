"""Faults once seen on real events: who denies inside a sentence, who cannot tell, what is granted, who is called a liar, who each other is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from rashomon.claim import claim
from rashomon.claim.called import office
from rashomon.claim.sense import Named, concessive, sense
from rashomon.claim.stand import stand, undecided
from rashomon.link import link
from rashomon.read import read
from rashomon.records import Claim, Document, Membership, Reading, Story

DAY = datetime(2022, 6, 1, 8, tzinfo=UTC)


def told(*texts: str, language: str = "en") -> tuple[Claim, ...]:
    """Claims of one story of reports on days that follow one another, read by the rules that need no trained model."""
    documents = [
        Document(
            id=f"d{number}",
            text=text,
            title=text.split("\n\n")[0] if "\n\n" in text else "",
            language=language,
            source=f"Outlet {number}",
            published_at=DAY + timedelta(days=number),
        )
        for number, text in enumerate(texts)
    ]
    reader = "rules" if language == "en" else "quotes"
    readings = [one for one in read(documents, reader=reader) if isinstance(one, Reading)]
    linked = link(documents, readings)
    members = tuple(Membership(document_id=one.id, story_id="s", root_id=one.id) for one in documents)
    return claim([Story(id="s", title="t", members=members)], documents, linked.readings, linked.entities)


def stances(claims: tuple[Claim, ...], words: str) -> set[tuple[str, str]]:
    """Who takes which stand on the claims that hold some words."""
    return {
        (p.name, p.stance)
        for one in claims
        if words in one.text
        for p in one.positions
        if p.stance not in ("silent", "reports")
    }


@pytest.mark.parametrize(
    "text",
    [
        "Peru said that Chile had shelled the port of Ilo, which Chile denied.",
        "Peru said that Chile had shelled the port of Ilo, a charge Chile has rejected.",
        "Peru said that Chile had shelled the port of Ilo – an accusation that was denied by Chile.",
        "Peru said that Chile had shelled the port of Ilo, a claim that Chile said was false.",
        "Peru said that Chile had shelled the port of Ilo (Chile denies this).",
        "Peru said that Chile had shelled the port of Ilo, despite Chilean denials.",
    ],
)
def test_a_denial_inside_the_sentence_is_one_and_no_part_of_the_claim(text: str) -> None:
    found = told(text)
    assert stances(found, "shelled") == {("Peru", "asserts"), ("Chile", "denies")}
    assert [one.text for one in found] == ["Chile had shelled the port of Ilo"]
    (denial,) = [p for p in found[0].positions if p.stance == "denies"]
    assert denial.span is not None
    assert denial.span.quote == text[denial.span.start : denial.span.end]
    assert "Chil" in denial.span.quote


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Кения заявила, что войска Сомали обстреляли деревню Лафей, что Сомали отрицает.", "ru", "обстреляли"),
        ("Кения заявила, что войска Сомали обстреляли деревню Лафей, Сомали это отрицает.", "ru", "обстреляли"),
        ("Кения заявила, что войска Сомали обстреляли деревню Лафей. В Сомали это опровергают.", "ru", "обстреляли"),
        ("Кенія заявила, що війська Сомалі обстріляли село Лафей, що Сомалі заперечує.", "uk", "обстріляли"),
        ("Кенія заявила, що війська Сомалі обстріляли село Лафей, але Сомалі це спростовує.", "uk", "обстріляли"),
    ],
)  # fmt: skip
def test_so_in_russian_and_ukrainian(text: str, language: str, words: str) -> None:
    found = told(text, language=language)
    assert stances(found, words) == {("Kenya", "asserts"), ("Somalia", "denies")}


@pytest.mark.parametrize(
    "text",
    [
        "Peru said its fleet, which patrols the bay, had seen a Chilean submarine off Ilo.",
        "Peru said that Chile had denied its ships entry, which angered fishermen in Ilo.",
        "Peru said that it had offered talks on the port of Ilo, which Chile rejected.",
    ],
)
def test_other_clauses_with_which_deny_nothing(text: str) -> None:
    assert all(
        p.stance != "denies" or "denied its ships" in text for one in told(text) for p in one.positions
    )
    assert ("Chile", "denies") not in {pair for one in told(text) for pair in stances((one,), "")}


@pytest.mark.parametrize(
    ("act", "negated", "cue", "content", "expected"),
    [
        ("confirms", False, "was unable to verify", "the report that a ship had been sunk", "declines"),
        ("confirms", True, "could not independently verify", "that a ship had been sunk", "declines"),
        ("asserts", False, "stopped short of saying", "that a ship had been sunk", "declines"),
        ("asserts", True, "had no details on", "the sinking of the second ship", "declines"),
        ("believes", True, "does not know", "whether the ship was hit by a torpedo", "declines"),
        ("asserts", False, "said", "it was not able to establish whether a ship had been sunk", "declines"),
        ("asserts", False, "заявил", "что не может с уверенностью сказать, был ли корабль потоплен", "declines"),
        ("asserts", False, "заявив", "що не може підтвердити загибель корабля", "declines"),
        ("asserts", False, "said", "two unknown jets had crossed the border", "asserts"),
        ("asserts", False, "said", "he had not known of the missile when he denied it", "asserts"),
        ("asserts", False, "said", "this is completely incorrect", "denies"),
        ("asserts", False, "said", "it was wrong to fire on the town", "asserts"),
        ("accuses", False, "accused", "Peru of fabricating stories about the port", "asserts"),
    ],
)  # fmt: skip
def test_who_cannot_tell_declines(act: str, negated: bool, cue: str, content: str, expected: str) -> None:
    found = stand(act, negated, cue, "the ministry", content)
    assert found is not None
    assert found.stance == expected


def test_what_is_not_decided_is_what_follows() -> None:
    assert undecided("it had no information about an attack on the port") == "an attack on the port"
    held = "the pictures do not show it and cannot tell whether anyone was killed"
    assert undecided(held) == held


def test_what_is_granted_is_no_part_of_what_is_said() -> None:
    text = "the parade in Arica went ahead despite the report of a drone attack on the harbour by Chile"
    at = text.index("Chile")
    found = sense(text, [Named(at, at + 5, "chile", "chile")])
    assert "=attack" not in found.words
    assert not found.actors
    assert found.spans == ((at, at + 5, "chile"),)
    assert "=attack" in sense("a drone attack on the harbour").words
    assert not concessive("despite the report of a drone attack")


def test_a_refusal_does_not_stand_against_what_only_grants_its_words() -> None:
    found = told(
        "Chile said that the parade in Arica had gone ahead despite the report of a drone attack on the harbour.",
        "Brazil said that it had no information about a drone attack on the harbour.",
    )
    assert stances(found, "the parade") == {("Chile", "asserts")}


def test_to_accuse_of_a_lie_is_to_deny_what_the_accused_claims_and_nothing_else() -> None:
    found = told(
        "Peru said that Chilean gunboats had shelled the port of Ilo.",
        "Bolivia said that a landslide had buried a village near Oruro.",
        "Chile accused Peru of fabricating the shelling of the port of Ilo.",
    )
    assert ("Chile", "denies") in stances(found, "had shelled")
    assert stances(found, "landslide") == {("Bolivia", "asserts")}
    assert stances(found, "fabricating") == {("Chile", "asserts")}


def test_each_other_is_by_name_and_answers_itself() -> None:
    found = told(
        "Peru and Chile blamed each other for the attack on the port of Ilo.",
        "Peru said that the harvest would be good. Chile said that the roads were open.",
    )
    mutual = {one.text: one for one in found if "attack" in one.text}
    assert set(mutual) == {
        "[Chile] for the attack on the port of Ilo",
        "[Peru] for the attack on the port of Ilo",
    }
    assert stances(found, "[Chile]") == {("Peru", "asserts")}
    assert stances(found, "[Peru]") == {("Chile", "asserts")}
    assert not [one for made in mutual.values() for one in made.silences]


@pytest.mark.parametrize(
    ("text", "accuser", "accused"),
    [
        ("Peru was accused by Chile of poisoning a well in Tacna.", "Chile", "Peru"),
        ("Peru was blamed by Chile for the fire in the Tacna depot.", "Chile", "Peru"),
    ],
)
def test_who_was_accused_does_not_accuse(text: str, accuser: str, accused: str) -> None:
    (found,) = told(text)
    assert found.text.startswith(f"[{accused}] ")
    assert {(p.name, p.stance) for p in found.positions} == {(accuser, "asserts")}
    assert found.positions[0].span is not None
    assert found.positions[0].span.quote == text.rstrip(".")


def test_a_pointer_with_an_owner_is_on_the_owners_claim() -> None:
    found = told(
        "Peru said that Chile had shelled the port of Ilo. Bolivia said that Chile had mined the road to Oruro. "
        "Chile rejected Peru's claim."
    )
    assert ("Chile", "denies") in stances(found, "shelled")
    assert ("Chile", "denies") not in stances(found, "mined")


CHARGE = "Peru accused Chile of shelling the barracks in Tacna."
MINISTER = (
    "Chile's Foreign Minister Ana Rojas said that Peru had staged the shelling of the barracks in Tacna."
)
PRESIDENT = "Chilean President Luis Vera denied that Chile had shelled the barracks in Tacna."
ADVISER = (
    "Chilean Defence Minister Marta Soto said that Peru had staged the shelling of the barracks in Tacna."
)


def test_who_of_one_side_does_not_say_what_others_of_it_say() -> None:
    found = told(CHARGE, f"{MINISTER} {PRESIDENT}", ADVISER)
    quiet = {(one.name, one.ground) for made in found for one in made.silences if "staged" in made.text}
    assert quiet == {("Luis Vera", "side")}


def test_who_says_it_too_or_does_not_deny_is_not_silent() -> None:
    too = "Chilean President Luis Vera said that Peru had staged the shelling of the barracks in Tacna."
    found = told(CHARGE, f"{MINISTER} {PRESIDENT}", ADVISER, too)
    assert not [one for made in found for one in made.silences if one.name == "Luis Vera"]
    harvest = "Chilean President Luis Vera said that the harvest would be good."
    found = told(CHARGE, MINISTER, harvest, ADVISER)
    assert not [one for made in found for one in made.silences if one.name == "Luis Vera"]


def test_an_ally_that_says_what_the_accused_does_not() -> None:
    found = told(
        "Estonia accused Latvia of damaging the cable near Ruhnu.",
        "Latvia denied that it had damaged the cable near Ruhnu.",
        "Lithuania said that the damage to the cable near Ruhnu had been an accident.",
    )
    quiet = {(one.name, one.ground) for made in found for one in made.silences if one.heard}
    assert ("Latvia", "side") in quiet


def test_an_office_alone_is_of_the_one_state_that_the_text_names() -> None:
    body = "Estonian Defence Minister Mart Kallas said that two jets had crossed the border near Narva."
    found = told(f"Defence minister says jets crossed the border\n\n{body}")
    assert {p.name for one in found for p in one.positions} == {"Estonia"}
    two = "The Estonian defence minister met the Latvian defence minister in Narva."
    found = told(f"Defence minister says jets crossed the border\n\n{two}")
    assert "Estonia" not in {p.name for one in found for p in one.positions}


@pytest.mark.parametrize(
    ("words", "expected"),
    [("Defense minister", "defenc minist"), ("the defence ministry", "defenc minist"), ("Chilean defence minister", "")],
)  # fmt: skip
def test_an_office_is_one_in_either_spelling(words: str, expected: str) -> None:
    assert office(words) == expected


def test_the_think_tank_is_the_one_that_the_text_introduces() -> None:
    named = "The Hollis Institute, a think tank in Oslo, said that the pipeline had been cut by divers."
    found = told(f"{named} The think tank said that the divers had come from a trawler.")
    assert {name for name, _ in stances(found, "trawler")} == {"Hollis Institute"}
    other = "The Norden Centre, a think tank, said that the pipeline had not been cut by divers."
    found = told(f"{named} {other} A think tank said that the divers had come from a trawler.")
    assert not {name for name, _ in stances(found, "trawler")} & {"Hollis Institute", "Norden Centre"}
