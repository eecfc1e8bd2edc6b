"""Who is meant: forms of one name joined, two bearers kept apart, sides read from the words beside a name."""

from __future__ import annotations

import random

from rashomon.link import Linked, link
from rashomon.records import Attribution, Document, Entity, Kind, Mention, Reading, Speaker


def mention(text: str, name: str, kind: Kind = "person") -> Mention:
    start = text.index(name)
    return Mention(start=start, end=start + len(name), text=name, kind=kind)


def linked(*texts: tuple[str, tuple[str, ...]], speakers: dict[int, tuple[str, str]] | None = None) -> Linked:
    documents, readings = [], []
    for number, (text, names) in enumerate(texts):
        said = []
        if speakers and number in speakers:
            words, speaker = speakers[number]
            start = text.index(words)
            said = [Attribution(source=((start, start + len(words)),), speaker=Speaker(text=speaker))]
        documents.append(Document(id=f"d{number}", text=text))
        readings.append(
            Reading(
                document_id=f"d{number}",
                reader="t",
                mentions=tuple(mention(text, n) for n in names),
                attributions=tuple(said),
            )
        )
    return link(documents, readings)


def named(found: Linked, name: str) -> Entity:
    return next(one for one in found.entities if name in one.names or one.name == name)


def test_surname_and_full_name_are_one() -> None:
    found = linked(
        ("Marta Oduya spoke. Later Oduya left.", ("Marta Oduya", "Oduya")), ("Oduya was praised.", ("Oduya",))
    )
    people = [one for one in found.entities if one.kind == "person"]
    assert [one.name for one in people] == ["Marta Oduya"]
    assert set(people[0].names) == {"Marta Oduya", "Oduya"}


def test_two_bearers_of_a_surname_stay_apart_and_the_surname_is_unsure() -> None:
    found = linked(
        ("Marta Oduya spoke.", ("Marta Oduya",)),
        ("Peter Oduya left.", ("Peter Oduya",)),
        ("Oduya was ill.", ("Oduya",)),
    )
    assert sorted(one.name for one in found.entities) == ["Marta Oduya", "Oduya", "Peter Oduya"]


def test_capital_seat_and_ministry_are_distinct_and_of_one_party() -> None:
    text = "Ankara protested. The Turkish foreign ministry said no. Turkey waited."
    found = linked((text, ()), speakers={0: ("The Turkish foreign ministry", "Turkish foreign ministry")})
    state, capital, ministry = (
        named(found, name) for name in ("Turkey", "Ankara", "Foreign Ministry of Turkey")
    )
    assert len({state.id, capital.id, ministry.id}) == 3
    assert {state.party, capital.party, ministry.party} == {state.id}
    assert capital.related[0].kind == "capital_of"
    assert ministry.related[0].kind == "ministry_of"


def test_a_person_speaks_for_the_state_whose_office_stands_beside_the_name() -> None:
    found = linked(
        ("Kenyan President Joel Wafula met Ruth Stein, a spokeswoman for Austria's government, and Tom Reed.",
         ("Joel Wafula", "Ruth Stein", "Tom Reed"))
    )  # fmt: skip
    assert named(found, "Joel Wafula").party == named(found, "Kenya").id
    assert named(found, "Ruth Stein").party == named(found, "Austria").id
    tom = named(found, "Tom Reed")
    assert tom.party == tom.id


def test_an_unnamed_official_keeps_the_words_and_gets_the_side() -> None:
    found = linked(
        ("A senior Chilean official said no.", ()),
        speakers={0: ("A senior Chilean official", "senior Chilean official")},
    )
    speaker = found.readings[0].attributions[0].speaker
    entity = next(one for one in found.entities if one.id == speaker.entity)
    assert entity.name == "senior Chilean official"
    assert entity.party == named(found, "Chile").id


def test_names_meet_across_scripts_in_any_case() -> None:
    found = linked(
        ("Viktor Hordienko denied it.", ("Viktor Hordienko",)),
        ("Слова Виктора Гордиенко были проверены.", ("Виктора Гордиенко",)),
        ("Minister Aleksei Vostrikov agreed.", ("Aleksei Vostrikov",)),
        ("По словам Вострикова, это не так.", ("Вострикова",)),
    )
    assert "Вострикова" in named(found, "Aleksei Vostrikov").names


def test_a_person_called_jordan_is_no_state() -> None:
    text = "Jordan Pike won. Jordan closed its border."
    found = linked((text, ("Jordan Pike",)))
    ids = {m.text: m.entity for m in found.readings[0].mentions}
    assert ids["Jordan Pike"] != ids["Jordan"]
    assert named(found, "Jordan").kind == "state"


def test_input_order_changes_nothing() -> None:
    texts = [
        ("Kenyan President Joel Wafula spoke.", "Joel Wafula"),
        ("Wafula left Nairobi.", "Wafula"),
        ("Ana Wafula sang.", "Ana Wafula"),
    ]
    documents = [Document(id=f"d{n}", text=t) for n, (t, _) in enumerate(texts)]
    readings = [
        Reading(document_id=f"d{n}", reader="t", mentions=(mention(t, name),))
        for n, (t, name) in enumerate(texts)
    ]
    expected = link(documents, readings)
    for seed in range(4):
        order = list(range(3))
        random.Random(seed).shuffle(order)
        found = link([documents[n] for n in order], [readings[n] for n in order])
        assert found.entities == expected.entities
        assert sorted(found.readings, key=lambda r: r.document_id) == list(expected.readings)
