"""Lists that a desk imports: formats, broken rows, packed files; found again by name from the store."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from rashomon.cli import main
from rashomon.errors import RegistryError
from rashomon.link.actors import actors
from rashomon.link.candidates import Index, index
from rashomon.link.forms import level
from rashomon.link.imports import read
from rashomon.link.known import Judgement, Known, Setting
from rashomon.link.proposals import proposals
from rashomon.link.register import Entry, Register
from rashomon.records import Document, Entity, Issue, Mention, Reading
from rashomon.store import Store, open_store

NOW = datetime(2026, 1, 2, tzinfo=UTC)


def entries(path: Path, format: str = "") -> tuple[list[Entry], list[Issue]]:
    every = list(read(path, format))
    return [e for e in every if isinstance(e, Entry)], [e for e in every if isinstance(e, Issue)]


def test_a_table(tmp_path: Path) -> None:
    file = tmp_path / "desk.csv"
    file.write_text(
        '\ufeffName,Kind,Also,ru,rank\nAnn Lee,person,A. Lee;Annie Lee,Энн Ли,3\n,person,,,\nX,ghost,,,\n"Lee, Co",organisation,,,\n',
        encoding="utf-8",
    )
    made, issues = entries(file)
    assert [e.name for e in made] == ["Ann Lee", "Lee, Co"]
    assert made[0].names == (("Ann Lee", "en"), ("A. Lee", "en"), ("Annie Lee", "en"), ("Энн Ли", "ru"))
    assert made[0].attributes == {"rank": "3"}
    assert [i.subject.rsplit(":", 1)[1] for i in issues] == ["3", "4"] and "ghost" in issues[1].reason


def test_follow_the_money_packed(tmp_path: Path) -> None:
    file = tmp_path / "list.ftm.json.gz"
    rows = [
        {
            "id": "a",
            "schema": "Person",
            "caption": "Ann Lee",
            "properties": {"name": ["Ann Lee", "Энн Ли"], "country": ["xx"]},
        },
        {"id": "b", "schema": "Ownership", "properties": {"owner": ["a"]}},
        {"id": "c", "schema": "Company", "properties": {}},
    ]
    with gzip.open(file, "wt", encoding="utf-8") as stream:
        stream.write("\n".join(map(json.dumps, rows)) + "\n{broken\n[1]\n")
    made, issues = entries(file)
    assert [(e.id, e.kind, e.name) for e in made] == [("ftm:a", "person", "Ann Lee")]
    assert ("Энн Ли", "ru") in made[0].names and len(issues) == 2


def test_wikidata_items_with_the_dumps_commas(tmp_path: Path) -> None:
    def at(time: str, precision: int) -> dict[str, object]:
        return {"datavalue": {"value": {"time": time, "precision": precision}}}

    item = {
        "id": "Q1",
        "labels": {"en": {"value": "Ann Lee"}, "uk": {"value": "Енн Лі"}},
        "aliases": {"en": [{"value": "Annie"}]},
        "claims": {
            "P31": [{"mainsnak": {"datavalue": {"value": {"id": "Q5"}}}}],
            "P39": [
                {
                    "mainsnak": {"datavalue": {"value": {"id": "Q30185"}}},
                    "qualifiers": {"P580": [at("+2001-05-00T00:00:00Z", 10)]},
                }
            ],
            "P570": [{"mainsnak": at("+2020-03-04T00:00:00Z", 11)}],
        },
    }
    file = tmp_path / "extract.json"
    file.write_text("[\n" + json.dumps(item) + ',\n{"id": "Q2", "labels": {}},\nnull,\n]\n', encoding="utf-8")
    made, issues = entries(file)
    (one,) = made
    assert (one.id, one.kind, one.died) == ("wikidata:Q1", "person", date(2020, 3, 4))
    assert one.attributes["offices"] == [{"office": "Q30185", "since": "2001-05"}]
    assert len(issues) == 1


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.csv", b"who,what\nx,y\n", "no column called name"),
        ("a.bin", b"\x00\x01", "format cannot be told"),
        ("a.json.gz", b"no gzip", "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_used(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(RegistryError, match=words):
        list(read(tmp_path / name))
    with pytest.raises(RegistryError, match="cannot be read"):
        list(read(tmp_path / "missing.csv"))


@pytest.fixture
def kept(tmp_path: Path) -> Store:
    return open_store(str(tmp_path / "r.db"))


def test_imported_records_are_found_by_whole_names_only(kept: Store) -> None:
    one = Entry(
        id="ftm:a",
        kind="person",
        name="Dmytro Kovalskyi",
        names=(("Dmytro Kovalskyi", "en"), ("Дмитро Ковальський", "uk")),
        source="x",
    )
    assert kept.imported.add([one, one], list="x", at=NOW) == 1
    index = Index(Register({}), kept.imported)
    for name in ("Dmytro Kovalsky", "Дмитром Ковальським", "Mr Dmytro Kovalskyi"):
        assert [c.entry.id for c in index.of(name, is_person=True)] == ["ftm:a"]
    assert index.of("Kovalskyi", is_person=True) == []
    assert kept.imported.lists() == {"x": 1} and kept.imported.drop("x") == 1
    assert index.of("Dmytro Kovalsky", is_person=True) == []


def test_the_verb(tmp_path: Path) -> None:
    file = tmp_path / "desk.csv"
    file.write_text("name,kind\nAnn Zyxlee,person\n", encoding="utf-8")
    database = str(tmp_path / "r.db")

    def call(*arguments: str) -> str:
        result = CliRunner().invoke(
            main, ["registry", *arguments, "--database", database], catch_exceptions=False
        )
        return result.output

    assert "1 records read" in call("import", str(file)) and "0 new" in call("import", str(file))
    assert "Ann Zyxlee" in call("find", "Ann Zyxlee") and "no record" in call("find", "Zyx Nobody")
    assert "desk" in call("lists")
    assert "there is no record" in call("judge", "Zyxlee", "same", "person:none")
    assert "kept" in call("judge", "Zyxlee", "unsure")
    made = call(
        "add", "Blue League", "--kind", "organisation", "--also", "BL", "--source", "its own statutes"
    )
    id = made.split()[1]
    assert id.startswith("desk:") and "Blue League" in call("find", "BL")
    assert "kept" in call("judge", "the League", "same", id)
    with open_store(database) as store:
        assert flow_knows(store, "the League") == id


def flow_knows(store: Store, name: str) -> str:
    """What a kept judgement makes of a name."""
    judged = [Judgement.of(c.subject, c.field, c.value, c.by) for c in store.corrections.all()]
    known = Known(index(store.imported), actors(), {(level(j.name), j.document_id): j for j in judged if j})
    _, entry, _ = known.verdict(name, "organisation", "", "", Setting("d", None, frozenset()))
    return entry.id if entry else ""


def test_names_that_recur_are_proposed_and_known_ones_are_not() -> None:
    documents = [
        Document(id=f"d{n}", text="Zyx Front and Omar Quill.", source=f"Paper {n % 3}") for n in range(4)
    ]
    mentions = (
        Mention(start=0, end=9, text="Zyx Front", kind="organisation", entity="e1"),
        Mention(start=14, end=24, text="Omar Quill", kind="person", entity="e2"),
    )
    readings = [Reading(document_id=d.id, reader="t", mentions=mentions) for d in documents]
    entities = [
        Entity(id="e1", name="Zyx Front", kind="organisation"),
        Entity(id="e2", name="Omar Quill", kind="person"),
    ]
    (one,) = proposals(documents, readings, entities, frozenset({"e2"}))
    assert (one.name, one.documents, one.sources) == ("Zyx Front", 4, 3)
    one.span.check(documents[0].text)
    assert proposals(documents, readings, entities, frozenset(), least=4) == ()
