"""Readings, by document and by the version of the reader that made them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select

from rashomon import edge
from rashomon.errors import RecordError
from rashomon.records import Issue, Reading
from rashomon.store.database import UNSTORABLE, Database, chunks, printable, storable
from rashomon.store.documents import Added
from rashomon.store.issues import Issues
from rashomon.store.schema import readings


class Readings:
    def __init__(self, database: Database, issues: Issues) -> None:
        self._database = database
        self._issues = issues

    def add(
        self, items: Iterable[Reading], version: str, issues: Iterable[Issue] = (), at: datetime | None = None
    ) -> Added:
        """Keep Readings and the Issues of the same reading, all in one transaction.

        Hand over a batch at a time, as they come: what is added is kept whatever happens after. A Reading of
        this document and version that is there already is left as it is. One that cannot be written as UTF-8
        is refused with an Issue. ``at`` is needed with ``issues``.

        Raises:
            NotKept: a Reading is of a document that is not in the database.
        """
        rows, refused = list[dict[str, str]](), list[Issue]()
        for reading in items:
            try:
                data = edge.to_bytes(reading).decode()
            except RecordError as error:
                refused.append(_unstorable(reading, error.detail))
                continue
            if UNSTORABLE.search(reading.document_id):
                refused.append(_unstorable(reading, "its id holds a character that is none"))
                continue
            rows.append({"document_id": reading.document_id, "version": version, "json": data})
        rows.sort(key=lambda row: row["document_id"])
        noted = list(issues)
        if noted and at is None:
            raise RecordError("readings.add", "Issues without the time they were met at")
        with self._database.writing() as connection:
            new = self._database.add(connection, readings, rows) if rows else 0
            if at is not None:
                self._issues.write(connection, [*noted, *refused], at, version)
        ids = tuple(row["document_id"] for row in rows)
        return Added(new=new, ids=ids, refused=tuple(refused))

    def missing(self, ids: Iterable[str], version: str) -> tuple[str, ...]:
        """Those of the ids, in the order given and each once, that this version has not read."""
        wanted = list(dict.fromkeys(ids))
        done: set[str] = set()
        with self._database.reading() as connection:
            for part in chunks(storable(wanted)):
                query = select(readings.c.document_id).where(
                    readings.c.version == version, readings.c.document_id.in_(part)
                )
                done.update(connection.scalars(query))
        return tuple(id for id in wanted if id not in done)

    def many(self, ids: Iterable[str], version: str) -> tuple[Reading, ...]:
        """This version's Readings of these documents, sorted by document id; those not read are left out."""
        found: list[Reading] = []
        with self._database.reading() as connection:
            for part in chunks(storable(sorted(set(ids)))):
                query = select(readings.c.document_id, readings.c.json).where(
                    readings.c.version == version, readings.c.document_id.in_(part)
                )
                found += (
                    edge.from_bytes(Reading, row.json, row.document_id) for row in connection.execute(query)
                )
        return tuple(sorted(found, key=lambda reading: reading.document_id))


def _unstorable(reading: Reading, why: str) -> Issue:
    return Issue(
        stage="store",
        subject=printable(reading.document_id),
        code="unstorable_text",
        reason=f"The reading of this document cannot be kept: {why}.",
        remedy="Mend the file's encoding and collect it again.",
    )
