"""An old database is brought up to date with all it holds; a newer one is left alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Connection, inspect, text

from rashomon.errors import SchemaTooNew, StoreError
from rashomon.records import Document
from rashomon.store import fulltext, migrations, open_store
from rashomon.store.database import Database
from rashomon.store.schema import metadata

OLD = Document(id="old", text="A drone came down over the harbour.")


def first_version(address: str) -> None:
    """A database as version 1 left it, holding one document and one issue."""
    database = Database(address, 5)
    migrations.migrate(database, to=1)
    with database.writing() as connection:
        connection.execute(
            text(
                "INSERT INTO documents (id, text, text_sha256, title, url, source, author, language,"
                " location, raw_sha256, forwarded_from, media)"
                " VALUES (:id, :text, :sha, '', '', '', '', '', '', '', '', '[]')"
            ),
            {"id": OLD.id, "text": OLD.text, "sha": OLD.text_sha256},
        )
    database.close()


def tables(address: str) -> set[str]:
    database = Database(address, 5)
    with database.reading() as connection:
        found = set(inspect(connection).get_table_names())
    database.close()
    return found


def test_version_1_is_brought_up_to_date_with_its_data(address: str) -> None:
    first_version(address)
    assert "document_words" not in tables(address)
    with open_store(address) as store:
        assert store.version == migrations.CURRENT
        assert store.documents.many(["old"]) == (OLD,)
        assert [f.document_id for f in store.search("drone harbour")] == ["old"]
        assert store.documents.add([OLD, Document(id="new", text="Another drone.")]).new == 1
        assert len(store.search("drone")) == 2
        assert store.check() == ()


def test_migrating_again_does_nothing(address: str) -> None:
    with open_store(address) as store:
        assert migrations.migrate(store.database) == 0
        counts = store.counts()
    with open_store(address) as store:
        assert store.counts() == counts


def test_a_step_that_fails_leaves_nothing_behind(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Connection) -> None:
        raise RuntimeError("the machine dies here")

    first_version(address)
    monkeypatch.setattr(fulltext, "fill", fail)
    with pytest.raises(RuntimeError):
        open_store(address)
    assert "document_words" not in tables(address)
    monkeypatch.undo()
    with open_store(address) as store:
        assert [f.document_id for f in store.search("drone")] == ["old"]


def test_a_newer_database_is_left_alone(address: str) -> None:
    with open_store(address) as store, store.database.writing() as connection:
        connection.execute(text("INSERT INTO schema_version (version, name) VALUES (99, 'v0099_future')"))
    with pytest.raises(SchemaTooNew, match="99") as caught:
        open_store(address)
    assert "Upgrade" in caught.value.remedy


def test_the_migrations_lead_to_the_schema(address: str) -> None:
    with open_store(address) as store, store.database.reading() as connection:
        found = inspect(connection)
        assert set(metadata.tables) <= set(found.get_table_names())
        dialect = connection.dialect
        for name, table in metadata.tables.items():
            columns = {
                c["name"]: (c["type"].compile(dialect), c["nullable"]) for c in found.get_columns(name)
            }
            assert columns == {c.name: (c.type.compile(dialect), c.nullable) for c in table.columns}, name
            key = found.get_pk_constraint(name)["constrained_columns"]
            assert key == [c.name for c in table.primary_key], name
            indexes = {(tuple(i["column_names"]), bool(i["unique"])) for i in found.get_indexes(name)}
            assert indexes >= {(tuple(c.name for c in i.columns), bool(i.unique)) for i in table.indexes}, (
                name
            )
            keys = {(k["constrained_columns"][0], k["referred_table"]) for k in found.get_foreign_keys(name)}
            assert keys == {(k.parent.name, k.column.table.name) for k in table.foreign_keys}, name
            unique = {tuple(u["column_names"]) for u in found.get_unique_constraints(name)}
            assert unique >= {(c.name,) for c in table.columns if c.unique}, name


def test_a_file_of_another_program_is_not_touched(tmp_path: Path) -> None:
    import sqlite3

    place = tmp_path / "other.db"
    with sqlite3.connect(place) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.close()
    with pytest.raises(StoreError, match="bookmarks"):
        open_store(str(place))
    assert tables(str(place)) == {"bookmarks"}


def test_several_processes_make_one_database(address: str) -> None:
    """The first that comes makes it, the others wait and find it made."""
    code = (
        "import sys; from rashomon.store import open_store; from rashomon.records import Document\n"
        "with open_store(sys.argv[1]) as s: print(s.documents.add([Document(id='d', text='one')]).new)"
    )
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", code, address], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for _ in range(4)
    ]
    answers = [process.communicate(timeout=60) for process in processes]
    assert [process.returncode for process in processes] == [0] * 4, answers
    assert sorted(out.strip() for out, _ in answers) == [b"0", b"0", b"0", b"1"]
