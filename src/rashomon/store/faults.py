"""What a database driver complains of, as one of our sentences."""

from __future__ import annotations

import sqlite3

from sqlalchemy.exc import SQLAlchemyError, StatementError

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
    ("SQLITE_CORRUPT", StoreError, "The file is damaged; restore a copy, or collect anew into another."),
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
    (
        "57P",
        StoreError,
        "The server closed the line; run the same command again, what was committed is kept.",
    ),
]
# While a connection is being made psycopg gives no code, only the server's words.
REFUSED: list[tuple[str, str]] = [
    ("password authentication failed", "Check the user and password in the address."),
    ("no password supplied", "Put the password into ~/.pgpass or the address."),
    ("role ", "Create the user first: createuser NAME; or name another in the address."),
    ("database ", "Create the database first: createdb NAME."),
    ("too many clients", "Close another program that uses the server, or raise its max_connections."),
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
    if state:
        return _look_up(POSTGRES, state, name, detail, "See `rashomon doctor`.")
    words = detail.partition("FATAL: ")[2]
    return StoreError(name, detail, next((cure for start, cure in REFUSED if start in words), NO_ANSWER))


def _look_up(
    table: list[tuple[str, type[StoreError], str]], code: str, name: str, detail: str, remedy: str
) -> StoreError:
    for start, kind, cure in table:
        if code.startswith(start):
            return kind(name, detail, cure)
    return StoreError(name, detail, remedy)


DRIVER_ERRORS = (SQLAlchemyError, sqlite3.Error)
