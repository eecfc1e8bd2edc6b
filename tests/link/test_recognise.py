"""Names recognised as records of a registry, or left open where nothing tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.link.actors import actors
from rashomon.link.candidates import Index
from rashomon.link.forms import level
from rashomon.link.known import Judgement, Known, Setting, entity_id
from rashomon.link.recognise import recognise
from rashomon.link.register import Register, read
from rashomon.records import Attribution, Document, Entity, Kind, Mention, Reading, Speaker

SOURCES = "list-a: {title: A list}\n"
STATES = "FR: {name: France, source: list-a}\nPE: {name: Peru, former: [Viceroyalty of Lima], source: list-a}\nUS: {name: United States, source: list-a}\n"
LEADERS = """\
paul-mercier: {name: Paul Mercier, ru: Поль Мерсье, held: [{office: head_of_state, of: FR, since: 2010, until: 2016-12-31}], source: list-a}
rosa-duval: {name: Rosa Duval, also: [La Patronne], held: [{office: head_of_state, of: FR, since: 2017-01-01}], source: list-a}
rosa-mercier: {name: Rosa Mercier, held: [{office: foreign_minister, of: PE, since: 2015}], source: list-a}
ann-reed-1: {name: Ann Reed, held: [{office: defence_minister, of: FR, since: 2015}], source: list-a}
ann-reed-2: {name: Ann Reed, held: [{office: defence_minister, of: PE, since: 2015}], source: list-a}
tom-moon: {name: Tom Moon, held: [{office: head_of_state, of: US, since: 2016}], source: list-a}
lea-roche: {name: Lea Roche, held: [{office: foreign_minister, of: FR, since: 2012, seen: 2014-06-30}], source: list-a}
old-king: {name: Otto Grand, died: 2015-02-03, held: [{office: head_of_state, of: PE, since: 1980, until: 2015-02-03}], source: list-a}
max-ferry: {name: Max Ferry, held: [{office: foreign_minister, of: FR, since: 2019-05-01}], source: list-a}
"""
NETWORKS = "blue-league: {name: Blue League, also: [BL], ru: Синяя лига, kind: alliance, source: list-a}\n"


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Register:
    home: Path = tmp_path_factory.mktemp("registry")
    for name, text in {
        "sources": SOURCES,
        "states": STATES,
        "leaders": LEADERS,
        "networks": NETWORKS,
    }.items():
        (home / f"{name}.yaml").write_text(text, encoding="utf-8")
    return read(home)


def known(records: Register, *judgements: Judgement) -> Known:
    return Known(Index(records), actors(), {(level(j.name), j.document_id): j for j in judgements})


def verdict(
    records: Register, name: str, *, before: str = "", after: str = "", day: str = "2018-05-01", around: str = "",
    kind: Kind = "person", lone: bool = False, judged: tuple[Judgement, ...] = (), document: str = "d",
) -> tuple[str, str]:  # fmt: skip
    setting = Setting(document, date.fromisoformat(day), frozenset(around.split()))
    told, entry, _ = known(records, *judged).verdict(name, kind, before, after, setting, lone=lone)
    return told, entry.id.split(":")[1] if entry else ""


def test_a_whole_name_in_any_script_and_case(records: Register) -> None:
    assert verdict(records, "Paul Mercier") == ("same", "paul-mercier")
    assert verdict(records, "Полем Мерсье") == ("same", "paul-mercier")
    assert verdict(records, "La Patronne") == ("same", "rosa-duval")
    assert verdict(records, "Синюю лигу", kind="organisation") == ("same", "blue-league")


def test_two_of_one_name_are_told_apart_by_office_or_not_at_all(records: Register) -> None:
    assert verdict(records, "Ann Reed")[0] == "unsure"
    assert verdict(records, "Ann Reed", before="Peru's defence minister ") == ("same", "ann-reed-2")
    assert verdict(records, "Ann Reed", around="state:FR") == ("same", "ann-reed-1")


def test_a_surname_needs_more_than_itself(records: Register) -> None:
    assert verdict(records, "Mercier")[0] in {"unsure", "unknown"}
    assert verdict(records, "Mercier", before="French President ", day="2014-01-01") == (
        "same",
        "paul-mercier",
    )
    assert verdict(records, "Mercier", before="the foreign minister of Peru, ") == ("same", "rosa-mercier")


def test_a_name_that_is_a_word_is_left_alone(records: Register) -> None:
    assert verdict(records, "Moon", kind="other", lone=True)[0] == "unknown"
    assert verdict(records, "Moon", before="U.S. President ") == ("same", "tom-moon")


def test_a_leader_who_died_is_weighed_down_after_that_day(records: Register) -> None:
    def grounds(day: str) -> set[str]:
        setting = Setting("d", date.fromisoformat(day), frozenset({"state:PE"}))
        _, _, (best, *_) = known(records).verdict("Otto Grand", "person", "", "", setting)
        return set(best.grounds)

    assert "dead on that day" in grounds("2016-01-01") and "dead on that day" not in grounds("2014-01-01")
    assert verdict(records, "Grand", before="Peru's new president ", day="2026-01-01")[0] != "same"
    assert verdict(records, "Otto Grand", before="the late president of Peru, ", day="2016-01-01") == (
        "same",
        "old-king",
    )


def test_a_state_under_the_name_it_had(records: Register) -> None:
    assert verdict(records, "Viceroyalty of Lima", kind="state") == ("same", "PE")
    clean = known(records).verdict("Viceroyalty of Lima", "state", "", "", Setting("d", None, frozenset()))
    assert clean[1] is not None and clean[1].name == "Peru"


def test_an_office_of_another_state_speaks_against(records: Register) -> None:
    assert verdict(records, "Paul Mercier", before="Peru's coach ")[0] != "same"


def test_people_have_the_last_word(records: Register) -> None:
    same = Judgement(name="Mercier", registry_id="person:rosa-mercier", verdict="same", by="desk")
    assert verdict(records, "Mercier", judged=(same,)) == ("same", "rosa-mercier")
    other = Judgement(name="Paul Mercier", registry_id="person:paul-mercier", verdict="different", by="desk")
    assert verdict(records, "Paul Mercier", judged=(other,))[0] == "unknown"
    open_ = replace(other, verdict="unsure")
    assert verdict(records, "Paul Mercier", judged=(open_,))[0] == "unsure"
    assert Judgement.of(*same.correction(), "desk") == same


@given(
    name=st.text(min_size=1, max_size=30),
    document=st.text(max_size=30),
    verdict=st.sampled_from(["same", "different", "unsure"]),
)
def test_a_judgement_comes_back_from_the_store_as_it_was(name: str, document: str, verdict: Any) -> None:
    one = Judgement(name=name, registry_id="person:x", verdict=verdict, by="desk", document_id=document)
    assert Judgement.of(*one.correction(), "desk") == one


def test_a_judgement_of_one_document_whose_id_has_a_colon(records: Register) -> None:
    here = Judgement(
        name="Paul Mercier",
        registry_id="person:paul-mercier",
        verdict="different",
        by="desk",
        document_id="tg:42:7",
    )
    kept = Judgement.of(*here.correction(), "desk")
    assert kept == here
    assert verdict(records, "Paul Mercier", judged=(here,), document="tg:42:7")[0] == "unknown"
    assert verdict(records, "Paul Mercier", judged=(here,), document="tg:42:8")[0] == "same"


def test_a_judgement_kept_by_an_earlier_version_is_still_read() -> None:
    one = Judgement.of("name:9a9a00618ee362fb:Reed", "entity", "same person:ann-reed", "desk")
    assert one is not None and (one.name, one.document_id) == ("Reed", "9a9a00618ee362fb")
    one = Judgement.of("name::Anna: Part II", "entity", "unsure", "desk")
    assert one is not None and (one.name, one.document_id) == ("Anna: Part II", "")


@pytest.mark.parametrize(
    ("day", "who"), [("2014-03-01", "paul-mercier"), ("2018-03-01", "rosa-duval"), ("1999-01-01", "")]
)
def test_the_president_is_who_held_the_office_then(records: Register, day: str, who: str) -> None:
    setting = Setting("d", date.fromisoformat(day), frozenset())
    verdict, entry = known(records).holder("the French president", setting)
    assert (verdict, entry.id if entry else "") == (("same", f"person:{who}") if who else ("unknown", ""))


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        ("2011-01-01", "unknown"),
        ("2013-01-01", "lea-roche"),
        ("2017-01-01", "unsure"),
        ("2020-01-01", "max-ferry"),
    ],
)
def test_after_the_last_day_on_record_the_holder_is_unsure(records: Register, day: str, answer: str) -> None:
    setting = Setting("d", date.fromisoformat(day), frozenset())
    verdict, entry = known(records).holder("the French foreign minister", setting)
    assert (entry.id.split(":")[1] if entry else verdict) == answer


def test_a_name_is_still_known_after_the_last_day_on_record(records: Register) -> None:
    setting = Setting("d", date(2016, 1, 1), frozenset())
    found, entry, weighed = known(records).verdict(
        "Lea Roche", "person", "French foreign minister", "", setting
    )
    assert found == "same" and entry is not None and entry.id == "person:lea-roche"
    assert not {"its office stands beside it", "another office stands beside it"} & set(weighed[0].grounds)


@pytest.mark.parametrize(
    "words", ["the former French president", "the French deputy president", "the president"]
)
def test_words_that_name_nobody(records: Register, words: str) -> None:
    assert known(records).holder(words, Setting("d", date(2018, 1, 1), frozenset())) == ("unknown", None)


def test_mentions_and_speakers_get_the_records_id(records: Register) -> None:
    text = "French President Rosa Duval met envoys. Duval said no. The French president left."
    at = text.index("Rosa Duval")
    short = text.index("Duval said")
    last = text.index("The French president")
    entity = Entity(id="e1", name="Rosa Duval", kind="person", names=("Rosa Duval",), party="e1")
    reading = Reading(
        document_id="d",
        reader="r",
        mentions=(
            Mention(start=at, end=at + 10, text="Rosa Duval", kind="person", entity="e1"),
            Mention(start=short, end=short + 5, text="Duval", kind="person", entity="e1"),
        ),
        attributions=(
            Attribution(source=((short, short + 5),), speaker=Speaker(text="Rosa Duval", entity="e1")),
            Attribution(source=((last, last + 20),), speaker=Speaker(text="The French president")),
        ),
    )
    document = Document(id="d", text=text, published_at=datetime(2018, 1, 1, tzinfo=UTC))
    made = recognise([document], [reading], [entity], known(records))
    record = records.get("person:rosa-duval")
    assert record is not None
    id = entity_id(record)
    (one,) = made.readings
    assert {m.entity for m in one.mentions} == {a.speaker.entity for a in one.attributions} == {id}
    (person,) = [e for e in made.entities if e.kind == "person"]
    assert person.id == id and person.party == next(e.id for e in made.entities if e.name == "France")


def test_two_forms_that_are_one_record_give_the_same_in_any_order(records: Register) -> None:
    names = {"d1": "Paul Mercier", "d2": "Поль Мерсье"}
    documents = [
        Document(id=d, text=n, published_at=datetime(2014, 1, 1, tzinfo=UTC)) for d, n in names.items()
    ]
    entities = [
        Entity(id=f"e-{d}", name=n, kind="person", names=(n,), party=f"e-{d}") for d, n in names.items()
    ]
    readings = [
        Reading(
            document_id=d,
            reader="r",
            mentions=(Mention(start=0, end=len(n), text=n, kind="person", entity=f"e-{d}"),),
        )
        for d, n in names.items()
    ]
    one = recognise(documents, readings, entities, known(records))
    other = recognise(documents[::-1], readings[::-1], entities[::-1], known(records))
    assert one.entities == other.entities
    (person,) = [e for e in one.entities if e.kind == "person"]
    assert set(person.names) == set(names.values())
