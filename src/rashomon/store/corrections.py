"""A person's judgement beside the machine's answer; neither overwrites the other, nor a later an earlier."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from rashomon.records import as_utc, content_id
from rashomon.store.database import Database, printable
from rashomon.store.schema import corrections


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One person's word on one field of one record."""

    subject: str
    """Id of the record judged: an entity, a claim, a membership …"""
    field: str
    """Which of its fields, in the contract's words."""
    value: str
    """What it should be."""
    by: str
    at: datetime

    def __post_init__(self) -> None:
        object.__setattr__(self, "at", as_utc(self.at, f"{self.subject}: {self.field}"))

    @property
    def id(self) -> str:
        return content_id(self.subject, self.field, self.value, self.by, self.at.isoformat())


class Corrections:
    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, subject: str, field: str, value: str, *, by: str, at: datetime) -> bool:
        """Keep a judgement; False if exactly this one is there already.

        Raises:
            NaiveTime: ``at`` has no zone.
        """
        given = Correction(
            subject=printable(subject),
            field=printable(field),
            value=printable(value),
            by=printable(by),
            at=at,
        )
        row = {name: getattr(given, name) for name in ("id", "subject", "field", "value", "by", "at")}
        with self._database.writing() as connection:
            return self._database.add(connection, corrections, [row]) == 1

    def add_all(self, given: Iterable[Correction]) -> int:
        """Keep many at once, in one transaction; gives how many were new."""
        rows = [
            {"id": one.id, "subject": one.subject, "field": one.field, "value": one.value, "by": one.by, "at": one.at}
            for one in given
        ]  # fmt: skip
        with self._database.writing() as connection:
            return self._database.add(connection, corrections, rows)

    def all(self, subject: str | None = None) -> tuple[Correction, ...]:
        """Every judgement, or those on one record, oldest first."""
        query = select(corrections)
        if subject is not None:
            query = query.where(corrections.c.subject == subject)
        with self._database.reading() as connection:
            found = [
                Correction(subject=row.subject, field=row.field, value=row.value, by=row.by, at=row.at)
                for row in connection.execute(query)
            ]
        return tuple(sorted(found, key=lambda correction: (correction.at, correction.id)))
