"""Bring a database to the present schema: numbered steps, each in one transaction with its number.

A step is never edited once released; a new one is added at the end of ``STEPS``. It describes its tables
itself because ``schema.py`` moves on.
"""

from __future__ import annotations

from typing import Protocol

from sqlalchemy import Connection, inspect, select, text

from rashomon.errors import SchemaTooNew, StoreError
from rashomon.store.database import Database
from rashomon.store.migrations import (
    v0001_ground,
    v0002_full_text,
    v0003_registry,
    v0004_match,
    v0005_sources,
    v0006_history,
    v0007_watches,
    v0008_ledger,
)
from rashomon.store.schema import schema_version


class Step(Protocol):
    __name__: str

    def upgrade(self, connection: Connection) -> None: ...


STEPS: tuple[Step, ...] = (
    v0001_ground,
    v0002_full_text,
    v0003_registry,
    v0004_match,
    v0005_sources,
    v0006_history,
    v0007_watches,
    v0008_ledger,
)
CURRENT = len(STEPS)
LOCK = 7_274_366
"""Number of PostgreSQL's advisory lock; any would do that two Rashomons upgrading one database agree on."""


def version(database: Database) -> int:
    """The schema's version; 0 for an empty database.

    Raises:
        StoreError: the SQLite file has tables of some other program.
    """
    with database.reading() as connection:
        return _version(connection, database)


def migrate(database: Database, to: int = CURRENT) -> int:
    """Upgrade as far as needed; gives the number of steps taken, 0 where it is up to date already.

    Raises:
        SchemaTooNew: a newer Rashomon wrote it; nothing is changed.
    """
    now = version(database)
    if now > CURRENT:
        raise SchemaTooNew(database.name, f"version {now}, and this Rashomon knows up to {CURRENT}")
    taken = 0
    for number, step in enumerate(STEPS[:to], 1):
        if number <= now:
            continue
        with database.writing() as connection:
            if database.dialect == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
            if _version(connection, database) >= number:
                continue  # another process did it while we waited for the lock
            step.upgrade(connection)
            name = step.__name__.rpartition(".")[2]
            connection.execute(schema_version.insert(), {"version": number, "name": name})
            taken += 1
    return taken


def _version(connection: Connection, database: Database) -> int:
    tables = inspect(connection).get_table_names()
    if schema_version.name not in tables:
        if tables and database.dialect == "sqlite":
            raise StoreError(
                database.name,
                f"it belongs to another program: it has a table {min(tables)}",
                "Name another file with --database.",
            )
        return 0
    return max(connection.execute(select(schema_version.c.version)).scalars(), default=0)
