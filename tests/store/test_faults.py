"""What goes wrong with a database is a sentence with its name and a remedy, and what was committed stays."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from rashomon.errors import StoreError, StoreFull, StoreLocked
from rashomon.records import Document
from rashomon.store import Store, open_store


def documents(first: int, last: int) -> list[Document]:
    text = "The harbour is open. " * 100
    return [Document(id=f"d{n:05}", text=f"Report {n}. {text}") for n in range(first, last)]


def fill_up(store: Store) -> None:
    """Make the database refuse to grow further, as a full disk does."""
    if store.database.dialect == "sqlite":
        with store.database.reading() as connection:
            pages = connection.scalar(text("PRAGMA page_count"))
            connection.execute(text(f"PRAGMA max_page_count = {pages + 30}"))
        return
    with store.database.writing() as connection:
        connection.execute(
            text(
                "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                " IF (SELECT count(*) FROM documents) > 250 THEN"
                " RAISE EXCEPTION 'No space left on device' USING ERRCODE = 'disk_full';"
                " END IF; RETURN NULL; END $$"
            )
        )
        connection.execute(
            text("CREATE TRIGGER full_disk AFTER INSERT ON documents EXECUTE FUNCTION full_disk()")
        )


def test_a_full_disk_costs_nothing_committed(address: str) -> None:
    with open_store(address) as store:
        store.documents.add(documents(0, 200))
        fill_up(store)
        with pytest.raises(StoreFull) as caught:
            store.documents.add(documents(200, 1_000))
        assert "room" in caught.value.remedy
        assert store.documents.many(d.id for d in documents(0, 200)) == tuple(documents(0, 200))
        if store.database.dialect == "postgresql":
            with store.database.writing() as connection:
                connection.execute(text("DROP TRIGGER full_disk ON documents"))
    with open_store(address) as store:  # there is room again, and the same command goes on
        assert store.check() == ()
        store.documents.add(documents(0, 1_000))
        assert store.documents.many(store.documents.ids()) == tuple(documents(0, 1_000))
        assert len(store.search("harbour", limit=2_000)) == 1_000


CHILD = """
import resource, sys
from rashomon.errors import StoreFull
from rashomon.records import Document
from rashomon.store import open_store
with open_store(sys.argv[1]) as store:
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))
    try:
        for n in range(10_000):
            text = f"Report {n}. " + "The harbour is open. " * 100
            store.documents.add([Document(id=f"d{n:05}", text=text)])
            print(n, flush=True)
    except StoreFull as error:
        print(error, error.remedy, file=sys.stderr)
        sys.exit(7)
"""


def test_a_file_that_really_cannot_grow(tmp_path: Path) -> None:
    """The system itself refuses the bytes: a limit on file sizes needs no rights and no other disk."""
    place = str(tmp_path / "test.db")
    done = subprocess.run([sys.executable, "-c", CHILD, place], capture_output=True, timeout=60, check=False)
    assert done.returncode == 7, done.stderr
    assert b"disk is full" in done.stderr and place.encode() in done.stderr
    committed = len(done.stdout.split())
    assert committed > 10
    with open_store(place) as store:
        assert store.check() == ()
        assert store.documents.many(store.documents.ids()) == tuple(documents(0, committed))
        assert store.documents.add(documents(0, committed + 50)).new == 50


def test_a_database_that_may_not_be_written(address: str) -> None:
    with open_store(address) as store:
        store.documents.add(documents(0, 1))
    if "?" in address:
        address += "%20-cdefault_transaction_read_only%3Don"
    with open_store(address) as store:
        if store.database.dialect == "sqlite":
            with store.database.reading() as connection:
                connection.execute(text("PRAGMA query_only = ON"))
        with pytest.raises(StoreFull):
            store.documents.add(documents(1, 2))
        assert store.documents.many(["d00000"]) == tuple(documents(0, 1))


def test_a_database_that_another_program_is_writing_to(address: str) -> None:
    with open_store(address) as store, open_store(address, wait=0.2) as other:
        store.documents.add(documents(0, 1))
        with store.database.writing() as connection:
            if store.database.dialect == "postgresql":
                connection.execute(text("LOCK TABLE documents IN EXCLUSIVE MODE"))
            with pytest.raises(StoreLocked):
                other.documents.add(documents(1, 2))
            assert other.documents.ids() == ("d00000",)  # reading goes on
        assert other.documents.add(documents(1, 2)).new == 1


def test_a_connection_that_is_cut(postgres_address: str) -> None:
    with open_store(postgres_address) as store, open_store(postgres_address) as other:
        store.documents.add(documents(0, 1))
        with pytest.raises(StoreError) as caught, store.database.writing() as connection:
            pid = connection.scalar(text("SELECT pg_backend_pid()"))
            with other.database.writing() as second:
                second.execute(text(f"SELECT pg_terminate_backend({pid})"))
            connection.execute(text("SELECT 1"))
        assert "again" in caught.value.remedy
        assert store.documents.add(documents(0, 2)).new == 1  # the next call has a new line


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("", "names no database"),
        ("a\x00b", "names no database"),
        ("/nowhere/at/all/test.db", "/nowhere/at/all"),
        ("/" + "x" * 300 + "/a.db", "no folder"),
        ("mysql://me:secret@host/db", "mysql is not known"),
        ("postgresql://me:secret@host:port/db", "no address"),
        ("postgresql://me:secret@127.0.0.1:1/db", "127.0.0.1"),
        ("postgresql://me:secret@/db?host=/nowhere", "nowhere"),
    ],
)
def test_an_address_that_leads_nowhere(address: str, said: str) -> None:
    with pytest.raises(StoreError, match=said) as caught:
        open_store(address)
    assert caught.value.remedy
    assert "secret" not in str(caught.value) + repr(caught.value)


def test_a_database_that_is_not_there(postgres_address: str) -> None:
    with pytest.raises(StoreError, match="does not exist") as caught:
        open_store(postgres_address.replace("@/postgres", "@/missing"))
    assert "createdb" in caught.value.remedy


def test_a_database_that_cannot_hold_every_script(postgres_server: object, postgres_address: str) -> None:
    server = postgres_server
    server.run("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")  # type: ignore[attr-defined]
    with pytest.raises(StoreError, match="LATIN1"):
        open_store(server.address("latin"))  # type: ignore[attr-defined]
    server.run("DROP DATABASE latin")  # type: ignore[attr-defined]


def test_files_that_are_no_database(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<html>" * 1_000)
    with pytest.raises(StoreError, match=r"page\.html") as caught:
        open_store(str(page))
    assert "no SQLite database" in caught.value.remedy
    assert page.read_text() == "<html>" * 1_000
    with pytest.raises(StoreError, match="unable to open"):
        open_store(str(tmp_path))


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    place = tmp_path / "test.db"
    with open_store(str(place)) as store:
        store.documents.add(documents(0, 300))
    content = bytearray(place.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 40_000] = b"\xa5" * 40_000
    place.write_bytes(content)
    with open_store(str(place)) as store:
        try:
            assert store.check()
        except StoreError as error:
            assert "damaged" in error.remedy


def test_a_path_with_odd_characters(tmp_path: Path) -> None:
    for name in ("with space.db", "per%20cent?.db", "дело #1.db"):
        with open_store(str(tmp_path / name)) as store:
            store.documents.add(documents(0, 1))
        assert (tmp_path / name).exists()


def test_a_database_in_memory() -> None:
    with open_store(":memory:") as store:
        assert store.documents.add(documents(0, 3)).new == 3
        assert len(store.search("harbour")) == 3
