"""The archive: a SQLite file by default, PostgreSQL by address; the same answers from both.

    with open_store("rashomon.db") as store:
        found = collect(paths, now=now, settings=settings, seen=store.raws.seen(parser))
        for kept in store.keep(found, parser=parser, at=now):
            ...

What a call gave back is kept, whatever kills the process next. Nothing is overwritten and nothing added
twice. One Store may be used from several threads, and several processes may share a database.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from types import TracebackType
from typing import Self

from sqlalchemy import func, select, text

from rashomon.records import Document, Issue, Raw
from rashomon.store import fulltext, migrations
from rashomon.store.cases import Cases
from rashomon.store.corrections import Correction, Corrections
from rashomon.store.database import Database
from rashomon.store.documents import Added, Documents
from rashomon.store.fulltext import Found
from rashomon.store.history import History
from rashomon.store.imported import Imported
from rashomon.store.intake import Intake, Kept
from rashomon.store.issues import Issues
from rashomon.store.known import Known
from rashomon.store.ledger import LedgerRows
from rashomon.store.raws import Raws
from rashomon.store.readings import Readings
from rashomon.store.results import Results
from rashomon.store.runs import Runs
from rashomon.store.schema import metadata
from rashomon.store.watches import Watches

__all__ = ["Added", "Correction", "Found", "Kept", "Store", "open_store"]

WAIT = 30.0
"""Seconds to wait for another program's write. The longest of ours is one file of documents, 20 MB at most:
measured 3.5 s on SQLite and 9.5 s on PostgreSQL, two cores."""


def open_store(address: str, *, wait: float = WAIT) -> Store:
    """The database at ``rashomon.db`` (a file), ``sqlite:///…`` or ``postgresql://…``, made or upgraded if
    needed.

    ``:memory:`` is a database that ends with the Store.

    Raises:
        StoreError: it cannot be opened; the message names it, without the password, and the remedy.
        StoreFull: it is not there or old, and cannot be written.
        SchemaTooNew: a newer Rashomon wrote it; nothing is changed.
    """
    database = Database(address, wait)
    try:
        database.check_encoding()
        migrations.migrate(database)
    except BaseException:
        database.close()
        raise
    return Store(database)


class Store:
    """All that is kept, one attribute for each noun. Use it as a context manager, or call ``close``."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.name = database.name
        """The file, or the address without its password."""
        self.raws = Raws(database)
        self.documents = Documents(database)
        self.issues = Issues(database)
        self.readings = Readings(database, self.issues)
        self.results = Results(database)
        self.corrections = Corrections(database)
        self.imported = Imported(database)
        self.known = Known(database)
        self.cases = Cases(database)
        self.ledger = LedgerRows(database)
        self.runs = Runs(database)
        self.history = History(database)
        self.watches = Watches(database)
        self._intake = Intake(database, self.raws, self.documents, self.issues)

    def keep(self, stream: Iterable[Raw | Document | Issue], *, parser: str, at: datetime) -> Iterator[Kept]:
        """Keep what ``collect`` gives, in its order; one Kept for each item, after it is committed.

        The Documents and Issues behind a Raw are what its parser made of it. All of them are committed
        together with the note that this ``parser`` (a version of the parsers) is done with it, so that
        ``raws.seen(parser)`` is true only of items of which nothing is missing. For a Raw that was seen, and
        so has nothing behind it, Kept holds the ids and Issues of the earlier run.

        Raises:
            StoreFull, StoreLocked, StoreError: the items of which a Kept came out before are safe.
        """
        return self._intake.keep(stream, parser, at)

    def search(self, query: str, limit: int = 20) -> tuple[Found, ...]:
        """Documents that hold every word of the query, best first.

        ``"red square"`` asks for words in a row, ``drone*`` for a beginning; case and accents do not count;
        nothing typed is an error.
        """
        with self.database.reading() as connection:
            return tuple(fulltext.search(connection, query, limit))

    def counts(self) -> dict[str, int]:
        """Rows by table, for ``rashomon doctor``."""
        with self.database.reading() as connection:
            return {
                table.name: connection.scalar(select(func.count()).select_from(table)) or 0
                for table in metadata.sorted_tables
            }

    def check(self) -> tuple[str, ...]:
        """Faults of the database, a sentence each; none when it is sound. It reads the whole database."""
        found: list[str] = []
        with self.database.reading() as connection:
            if self.database.dialect == "sqlite":
                answers = connection.execute(text("PRAGMA integrity_check")).scalars()
                found += (f"The file is damaged: {answer}." for answer in answers if answer != "ok")
            count = "SELECT count(*) FROM documents WHERE number NOT IN (SELECT {} FROM document_words)"
            key = "rowid" if self.database.dialect == "sqlite" else "number"
            if unindexed := connection.scalar(text(count.format(key))):
                found.append(f"{unindexed} documents are missing from the full-text index.")
        return tuple(found)

    @property
    def version(self) -> int:
        """Version of the schema."""
        return migrations.version(self.database)

    def close(self) -> None:
        """Give back the connections; the Store cannot be used after."""
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
