"""What a database driver complains of, as one of our sentences."""

from __future__ import annotations

import sqlite3

from sqlalchemy.exc import DBAPIError, SQLAlchemyError, StatementError

from rashomon.errors import NotKept, RashomonError, StoreError, StoreFull, StoreLocked

# sqlite.org/rescode.html; PostgreSQL's appendix A. SQLite reports a disk quota and a failed fsync as an input
# or output error and not as "full"; to the user both are a disk that does not take the bytes.
SQLITE: list[tuple[str, type[StoreError], str]] = [
    ("SQLITE_FULL", StoreFull, ""),
    ("SQLITE_READONLY", StoreFull, ""),
    ("SQLITE_IOERR", StoreFull, ""),
    ("SQLITE_BUSY", StoreLocked, ""),
    ("SQLITE_LOCKED", StoreLocked, ""),
    ("SQLITE_NOTADB", StoreError, "This file is no SQLite database; name another with --database."),
    (
        "SQLITE_CORRUPT",
        StoreError,
        "The file is damaged; restore a copy, or collect anew into another --database.",
    ),
    ("SQLITE_CONSTRAINT_FOREIGNKEY", NotKept, ""),
    ("SQLITE_CANTOPEN", StoreError, "Make the folder it lies in, and see that you may write there."),
]
POSTGRES: list[tuple[str, type[StoreError], str]] = [
    ("53100", StoreFull, ""),
    ("25006", StoreFull, ""),
    ("55P03", StoreLocked, ""),
    ("40P01", StoreLocked, ""),
    ("23503", NotKept, ""),
    ("42501", StoreError, "Ask the owner of the database for the right to create tables and to write."),
    ("28", StoreError, "Check the user and password in the address, or the server's pg_hba.conf."),
    ("3D000", StoreError, "Create it first: createdb NAME."),
    (
        "53300",
        StoreError,
        "The server has no connection left; close another program or raise max_connections.",
    ),
    ("57P", StoreError, "The server is going down or coming up; run the same command again."),
]
NO_ANSWER = "Is the server running, and are host and port right? `rashomon doctor` tries them."


def explain(error: Exception, name: str) -> RashomonError:
    """The error to raise for what SQLAlchemy or a driver raised; ``name`` is the database, password hidden.

    One of ours that passed through SQLAlchemy (NaiveTime, from a column type) comes back as it was.
    """
    cause = error.orig if isinstance(error, StatementError) else error
    if isinstance(cause, RashomonError):
        return cause
    detail = " ".join(str(cause).split())[:300]
    if isinstance(cause, sqlite3.Error):
        code = getattr(cause, "sqlite_errorname", None) or ""
        return _look_up(SQLITE, code, name, detail, "See `rashomon doctor`.")
    state = getattr(cause, "sqlstate", None) or ""
    lost = isinstance(error, DBAPIError) and (error.connection_invalidated or not state)
    return _look_up(POSTGRES, state, name, detail, NO_ANSWER if lost else "See `rashomon doctor`.")


def _look_up(
    table: list[tuple[str, type[StoreError], str]], code: str, name: str, detail: str, remedy: str
) -> StoreError:
    for start, kind, cure in table:
        if code.startswith(start):
            return kind(name, detail, cure)
    return StoreError(name, detail, remedy)


DRIVER_ERRORS = (SQLAlchemyError, sqlite3.Error)
