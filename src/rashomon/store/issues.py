"""Issues, so that a rerun that skips a piece of work still lists what was wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from rashomon.records import Issue, content_id
from rashomon.store.database import Database, chunks, printable
from rashomon.store.schema import issues

_TEXTS = ("stage", "subject", "code", "reason", "remedy", "severity")


class Issues:
    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, items: Iterable[Issue], at: datetime, version: str = "") -> int:
        """Keep Issues first met at ``at`` by this ``version`` of a stage; gives how many were new.

        Unprintable characters are kept as escapes: an Issue is about bad input and must never be lost to it.
        """
        with self._database.writing() as connection:
            return self.write(connection, items, at, version)

    def write(
        self, connection: Connection, items: Iterable[Issue], at: datetime, version: str = "", item: str = ""
    ) -> int:
        """``add`` inside a transaction; ``item`` (see ``item_key``) ties them to a raw item."""
        rows = [_row(issue) | {"item": item, "version": version, "at": at} for issue in items]
        return self._database.add(connection, issues, sorted(rows, key=lambda row: row["id"])) if rows else 0

    def all(self, stage: str | None = None) -> tuple[Issue, ...]:
        """Every Issue, or those of one stage; each once, sorted by stage, subject and code."""
        with self._database.reading() as connection:
            return _find(connection, *([] if stage is None else [issues.c.stage == stage]))

    def read_item(self, connection: Connection, item: str, parser: str) -> tuple[Issue, ...]:
        """What this version of the parsers found wrong with an item, inside a transaction."""
        return _find(connection, issues.c.item == item, issues.c.version == parser)

    def of_subjects(self, subjects: Iterable[str], stage: str, version: str) -> tuple[Issue, ...]:
        """What this version of a stage found wrong with these subjects, for instance document ids."""
        found: list[Issue] = []
        with self._database.reading() as connection:
            for part in chunks(content_id(printable(subject)) for subject in set(subjects)):
                about = issues.c.subject_key.in_(part)
                found += _find(connection, about, issues.c.stage == stage, issues.c.version == version)
        return _sorted(found)


def _find(connection: Connection, *conditions: ColumnElement[bool]) -> tuple[Issue, ...]:
    query = select(*(issues.c[name] for name in _TEXTS)).where(*conditions)
    return _sorted(Issue(**row._mapping) for row in connection.execute(query))


def _sorted(found: Iterable[Issue]) -> tuple[Issue, ...]:
    return tuple(sorted(set(found), key=lambda issue: tuple(getattr(issue, name) for name in _TEXTS)))


def _row(issue: Issue) -> dict[str, Any]:
    row: dict[str, Any] = {name: printable(getattr(issue, name)) for name in _TEXTS}
    return row | {"id": issue.id, "subject_key": content_id(row["subject"])}
