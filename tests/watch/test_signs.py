"""Which words of which record are a sign, and whose they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.records import (
    Brief,
    Claim,
    Document,
    Entity,
    Event,
    Mention,
    Position,
    Reading,
    Section,
    Sentence,
    Sign,
    Span,
)
from rashomon.watch import Seen, look
from rashomon.watch.parties import Filled, told
from rashomon.watch.signs import Search, Sought, sightings
from rashomon.watch.words import pattern
from tests.watch.telling import NOW, PACK, at, pack, report, seen

STATE = {"state": ["Ruritania"]}


def found(sign: Sign, given: Seen, roles: dict[str, Filled] | None = None) -> list[str]:
    documents = {d.id: d for d in given.documents}
    return [s.span.quote for s in sightings(Search([Sought("p/one", sign, roles or {})]), given, documents)]


def party(*names: str, entities: tuple[str, ...] = ()) -> Filled:
    return Filled(names=names, entities=frozenset(entities), form=pattern(names))


def test_an_event_of_a_linked_entity_needs_no_name_in_the_words() -> None:
    text = "The ministry moved two brigades to the coast."
    event = Event(
        actor="The ministry", action="MOBILIZE", target="", place="", time="", status="asserted", start=13, end=31,
        mode="troops", actor_span=(0, 12), actor_entity="ministry-of-ruritania",
    )  # fmt: skip
    document = Document(id="d", text=text, source="Hill Post", published_at=at(3))
    given = Seen(
        documents=(document,),
        readings=(Reading(document_id="d", reader="r", sentences=((0, len(text)),), events=(event,)),),
    )
    sign = Sign(trace="event", action=("MOBILIZE",), actor="state")
    own = {"state": party("Ruritania", entities=("ministry-of-ruritania",))}
    other = {"state": party("Freedonia", entities=("freedonia",))}
    assert found(sign, given, own) == ["The ministry moved two brigades"]
    assert found(sign, given, other) == []
    assert found(replace(sign, mode=("police",)), given, own) == []
    negated = replace(given.readings[0], events=(replace(event, status="negated"),))
    assert found(sign, replace(given, readings=(negated,)), own) == []


def test_a_state_is_its_ministries_and_no_other_state(tmp_path: Path) -> None:
    text = "Ruritanian officers massed troops at the border."
    document = report("d", text, "Hill Post", 3)
    entities = (
        Entity(id="rur", name="Ruritania", kind="state", names=("Ruritania", "Ruritanian"), party="rur"),
        Entity(
            id="mod", name="Ministry of War", kind="organisation", names=("Ministry of War",), party="rur"
        ),
        Entity(id="fre", name="Freedonia", kind="state", names=("Freedonia",), party="fre"),
    )
    reading = Reading(
        document_id="d", reader="r", sentences=((0, len(text)),),
        mentions=(Mention(start=0, end=10, text="Ruritanian", kind="state", entity="rur"),),
    )  # fmt: skip
    given = Seen(documents=(document,), readings=(reading,), entities=entities)
    sights, _, _ = look([pack(tmp_path)], STATE, given, NOW)
    assert [s.span.quote for s in sights] == [text]
    assert look([pack(tmp_path)], {"state": ["Freedonia"]}, given, NOW)[0] == ()
    assert look([pack(tmp_path)], {"state": ["Ministry of War"]}, given, NOW)[0] == sights


def test_a_stand_on_a_claim_and_a_line_of_a_profile_are_seen() -> None:
    text = "Freedonia said the attack was staged."
    document = Document(id="d", text=text, source="Hill Post", published_at=at(3))
    span = Span(document_id="d", start=0, end=len(text), quote=text)
    claim = Claim(
        id="c", story_id="s", text="the attack was staged", members=(), explains=True, explanation="staged",
        positions=(Position(party="fre", name="Freedonia", stance="asserts", span=span),),
    )  # fmt: skip
    page = Brief(
        story_id="s", title=Sentence(text="General Zenda", basis="1"), contested=False, made_at=datetime(2026, 3, 1, tzinfo=UTC),
        sections=(Section(key="offices", heading="Offices", sentences=(Sentence(text="He was named chief of staff.", spans=(span,)),)),),
        documents=(document,),
    )  # fmt: skip
    given = Seen(documents=(document,), readings=(), claims=(claim,), profiles=(page,))
    stand = Sign(trace="position", stance=("asserts",), explanation=("staged",), actor="state")
    assert found(stand, given, {"state": party("Freedonia")}) == [text]
    assert found(stand, given, {"state": party("other", entities=("fre",))}) == [text]
    assert found(stand, given, {"state": party("Ruritania")}) == []
    assert found(replace(stand, stance=("denies",)), given, {"state": party("Freedonia")}) == []
    line = Sign(trace="profile", section=("offices",), words=(("chief of staff",),), actor="state")
    assert found(line, given, {"state": party("Zenda")}) == [text]
    assert found(replace(line, section=("relations",)), given) == []


def test_three_languages_stand_in_one_list(tmp_path: Path) -> None:
    text = PACK.replace(
        "[tanks, troops], [border, massed]", "[tanks, 'войск*', 'військ*'], [massed, 'границ*', 'кордон*']"
    ).replace("actor: state, words", "words")
    documents = [
        replace(
            report("ru", "Войска стягиваются к границе, сообщил губернатор.", "Листок", 3), language="ru"
        ),
        replace(report("uk", "Війська підійшли до кордону, повідомив мер.", "Вісник", 3), language="uk"),
    ]
    sights, _, _ = look([pack(tmp_path, text)], STATE, seen(documents), NOW)
    assert {s.document_id for s in sights} == {"ru", "uk"}


WORDS = st.lists(
    st.sampled_from(["tank*", "troops", "cease-fire", "ядерн* оруж*", "зв'язк*", "a b", "U.S.", "50%"]),
    min_size=1,
    max_size=4,
)
TEXT = st.lists(
    st.sampled_from(
        [
            "tanks",
            "troops",
            "Cease-fire",
            "cease fire",
            "ядерного оружия",
            "зв'язку",
            "a b",
            "U.S.",
            "50%",
            "x",
            ".",
        ]
    ),
    max_size=12,
).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(words=WORDS, text=TEXT)
def test_the_index_never_misses_what_the_words_match(words: list[str], text: str) -> None:
    group = tuple(words)
    search = Search([Sought("p/one", Sign(trace="words", words=(group,)), {})])
    if pattern(group).search(text):
        assert group in search.groups(text)


def test_an_unfilled_role_is_told_as_anybody() -> None:
    assert (
        told("{state} masses troops against {rival}", {"state": ["Ruritania", "Allies"]})
        == "Ruritania and Allies masses troops against anybody"
    )
    assert told("{state}", {"state": ["{rival}"]}) == "{rival}"
