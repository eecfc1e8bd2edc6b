"""The connection: one address in, transactions out, every driver error turned into a sentence."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, make_url, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError

from rashomon.errors import StoreError
from rashomon.store.faults import DRIVER_ERRORS, explain

T = TypeVar("T")
MANY = 1_000
"""Rows or keys handed over at a time: SQLite takes at most 32,766 values in one statement."""
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
"""NUL, which PostgreSQL refuses in text, and halves of surrogate pairs, which have no form in UTF-8."""


def printable(text: str) -> str:
    """``text`` with what no database takes written as escapes: a file name may hold any byte."""
    return UNSTORABLE.sub(lambda found: ascii(found[0])[1:-1], text)


def chunks(items: Iterable[T], size: int = MANY) -> Iterator[list[T]]:
    """The items in lists of at most ``size``, in order."""
    walk = iter(items)
    while part := list(islice(walk, size)):
        yield part


def storable(ids: Iterable[str]) -> Iterator[str]:
    """Those ids that a database can hold at all; the others name nothing in it."""
    return (id for id in ids if not UNSTORABLE.search(id))


class Database:
    """An engine that speaks our errors. ``wait``: seconds to wait for another program's write to end."""

    def __init__(self, address: str, wait: float) -> None:
        url = _url(address)
        self.dialect = url.get_backend_name()
        shown = url.set(drivername=self.dialect).render_as_string(hide_password=True)
        self.name = str(url.database) if self.dialect == "sqlite" else shown
        try:
            self.engine: Engine = _engine(url, wait)
        except ImportError as error:
            raise StoreError(
                self.name, f"{error.name} is not installed", "Run `pip install 'rashomon[postgres]'`."
            ) from error
        self._writer = self.engine.execution_options(writes=True)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the database to the end of the block.

        Raises:
            StoreError: and its kinds, for whatever the driver complains of.
        """
        with self._begin(self.engine) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: all of the block is kept or, after any exception, nothing of it.

        Raises:
            StoreFull: no room, or no right to write.
            StoreLocked: another program wrote all the while.
        """
        with self._begin(self._writer) as connection:
            yield connection

    @contextmanager
    def _begin(self, engine: Engine) -> Iterator[Connection]:
        try:
            with engine.begin() as connection:
                yield connection
        except DRIVER_ERRORS as error:
            raise explain(error, self.name) from error

    def check_encoding(self) -> None:
        """Raises StoreError where a PostgreSQL database cannot hold every script."""
        if self.dialect != "postgresql":
            return
        with self.reading() as connection:
            encoding = connection.scalar(text("SHOW server_encoding"))
        if encoding != "UTF8":
            raise StoreError(
                self.name,
                f"its encoding is {encoding}",
                "Make one with `createdb -E UTF8 -T template0 NAME`.",
            )

    def add(self, connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> int:
        """Insert the rows that are not there yet; gives how many were new."""
        new = 0
        statement = self._insert(table).on_conflict_do_nothing().execution_options(preserve_rowcount=True)
        for part in chunks(rows):
            done = connection.execute(statement, part)
            new += max(done.rowcount, 0)
        return new

    def add_numbered(
        self, connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]
    ) -> dict[str, int]:
        """Insert the rows that are not there yet; gives id and number of each new one."""
        new: dict[str, int] = {}
        for part in chunks(rows):
            statement = self._insert(table).on_conflict_do_nothing().returning(table.c.id, table.c.number)
            new.update((row.id, row.number) for row in connection.execute(statement, part))
        return new

    def _insert(self, table: Table) -> postgresql.Insert | sqlite.Insert:
        return postgresql.insert(table) if self.dialect == "postgresql" else sqlite.insert(table)

    def close(self) -> None:
        self.engine.dispose()


def _url(address: str) -> URL:
    """A path is a SQLite file; ``postgresql://`` is taken to psycopg 3."""
    if not address.strip() or "\x00" in address:
        raise StoreError(
            repr(address), "this names no database", "Name a file, or an address postgresql://… ."
        )
    if "://" not in address:
        return URL.create("sqlite", database=str(Path(address).expanduser()))
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:
        raise StoreError(
            _hidden(address), "this is no address", "Write postgresql://user@host/name."
        ) from error
    if url.drivername in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    if url.drivername not in ("sqlite", "postgresql+psycopg"):
        raise StoreError(
            _hidden(address), f"{url.drivername} is not known", "Name a file, or an address postgresql://… ."
        )
    if url.drivername == "sqlite" and not url.database:
        return url.set(database=":memory:")
    return url


def _hidden(address: str) -> str:
    """The address without what may be a password."""
    return re.sub(r"//[^/]*@", "//***@", address)


def _engine(url: URL, wait: float) -> Engine:
    if url.get_backend_name() == "sqlite":
        folder = Path(str(url.database)).absolute().parent
        if url.database != ":memory:" and not os.path.isdir(folder):  # noqa: PTH112  (Path.is_dir raises EACCES)
            raise StoreError(
                url.database, f"there is no folder {folder}", "Make it, or name another --database."
            )
        engine = create_engine(url, connect_args={"timeout": wait})
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    engine = create_engine(url, connect_args={"connect_timeout": 10}, pool_pre_ping=True)

    def prepare(driver: Any, _record: object) -> None:
        # Times come back in the session's zone; a year-1 date west of Greenwich would not be a date any more.
        driver.execute("SET TIME ZONE 'UTC'")
        driver.execute(f"SET lock_timeout = {int(wait * 1000)}")
        driver.execute("SET client_min_messages = warning")
        driver.commit()

    event.listen(engine, "connect", prepare)
    return engine


def _prepare_sqlite(driver: Any, _record: object) -> None:
    # Python's own transactions begin late and leave out DDL, so half a migration could stay; we say BEGIN.
    driver.isolation_level = None
    driver.execute("PRAGMA journal_mode = WAL")
    # With WAL, NORMAL loses nothing committed when the process dies; a power cut may take the last
    # transactions whole, and the next run does them again. FULL costs an fsync for every item collected.
    driver.execute("PRAGMA synchronous = NORMAL")
    driver.execute("PRAGMA foreign_keys = ON")


def _begin_sqlite(connection: Connection) -> None:
    # A transaction that reads first and writes later fails at once when another wrote in between, whatever
    # the timeout; taking the write lock at the start waits instead (sqlite.org/lang_transaction.html).
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
