"""Records of the registry that a desk imported: millions, found by the keys of their names without being loaded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import delete, func, select

from rashomon import edge
from rashomon.link.candidates import keys
from rashomon.link.register import Entry
from rashomon.store.database import Database, chunks
from rashomon.store.schema import registry_names, registry_records

BATCH = 2_000
"""Records written in one transaction: a killed import keeps what it had, and the next goes on."""


class Imported:
    def __init__(self, database: Database) -> None:
        self._database = database
        self._found: dict[str, tuple[Entry, ...]] = {}

    def add(self, entries: Iterable[Entry], *, list: str, at: datetime) -> int:
        """Keep records under the name of their list; gives how many were new. One with an id that is there stays as it is:
        ``drop`` the list first to take a newer edition.
        """
        new = 0
        for part in chunks(entries, BATCH):
            rows = [
                {"id": e.id, "list": list, "data": edge.to_bytes(e).decode(), "imported_at": at} for e in part
            ]
            named = [{"key": key, "id": e.id} for e in part for key in keys(e)]
            with self._database.writing() as connection:
                new += self._database.add(connection, registry_records, rows)
                self._database.add(connection, registry_names, named)
        self._found.clear()
        return new

    def drop(self, list: str) -> int:
        """Take a list out again; gives how many records it had."""
        ids = select(registry_records.c.id).where(registry_records.c.list == list)
        with self._database.writing() as connection:
            connection.execute(delete(registry_names).where(registry_names.c.id.in_(ids)))
            gone = connection.execute(delete(registry_records).where(registry_records.c.list == list))
        self._found.clear()
        return int(gone.rowcount)

    def lists(self) -> dict[str, int]:
        """Records by list."""
        query = select(registry_records.c.list, func.count()).group_by(registry_records.c.list)
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(registry_records.c.list)).all()
        return {row[0]: row[1] for row in rows}

    def get(self, id: str) -> Entry | None:
        """The record of an id."""
        query = select(registry_records.c.data).where(registry_records.c.id == id)
        with self._database.reading() as connection:
            data = connection.scalar(query)
        return edge.from_bytes(Entry, data) if data else None

    def find(self, keys: Sequence[str]) -> Sequence[tuple[str, Entry]]:
        """Key and record of every one that has one of the keys; sorted by id. Asked again, it answers from memory."""
        missing = [key for key in dict.fromkeys(keys) if key not in self._found]
        if missing:
            query = (
                select(registry_names.c.key, registry_records.c.data)
                .join(registry_records, registry_records.c.id == registry_names.c.id)
                .where(registry_names.c.key.in_(missing))
                .order_by(registry_records.c.id)
            )
            held: dict[str, list[Entry]] = {key: [] for key in missing}
            with self._database.reading() as connection:
                for key, data in connection.execute(query):
                    held[key].append(edge.from_bytes(Entry, data))
            self._found.update({key: tuple(entries) for key, entries in held.items()})
        return [(key, entry) for key in dict.fromkeys(keys) for entry in self._found[key]]
