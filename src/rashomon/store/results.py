"""What the later stages made of one selection of documents: entities, stories, claims, assessments.

A selection is a hash of the document ids and of every version that had a part in it, so its results never
change. They are there whole or not at all, and another selection's stand beside them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from sqlalchemy import select

from rashomon import edge
from rashomon.store.database import Database, printable
from rashomon.store.schema import results, selections

T = TypeVar("T")
_KEYS = ("id", "document_id", "claim_id", "story_id")


class Results:
    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, selection: str, stage: str, records: Iterable[object]) -> bool:
        """Keep all records of a stage, of one or several kinds, in one transaction and in their order.

        False, and nothing is written, if this stage's results for the selection are there already. No records
        is a result too.

        Raises:
            RecordError: a record cannot be written as JSON; nothing is kept.
        """
        rows, positions = list[dict[str, object]](), dict[str, int]()
        for record in records:
            kind = type(record).__name__
            position = positions[kind] = positions.get(kind, -1) + 1
            rows.append(
                {
                    "selection": selection,
                    "stage": stage,
                    "kind": kind,
                    "position": position,
                    "id": printable(
                        next((getattr(record, key) for key in _KEYS if hasattr(record, key)), "")
                    ),
                    "json": edge.to_bytes(record).decode(),
                }
            )
        head = {"selection": selection, "stage": stage, "records": len(rows)}
        with self._database.writing() as connection:
            if not self._database.add(connection, selections, [head]):
                return False
            if rows:
                self._database.add(connection, results, rows)
        return True

    def load(self, selection: str, stage: str, kind: type[T]) -> tuple[T, ...] | None:
        """The stage's records of this kind in the order they were saved; None if the stage was not saved."""
        query = (
            select(results.c.json)
            .where(
                results.c.selection == selection, results.c.stage == stage, results.c.kind == kind.__name__
            )
            .order_by(results.c.position)
        )
        with self._database.reading() as connection:
            head = select(selections.c.records).where(
                selections.c.selection == selection, selections.c.stage == stage
            )
            if connection.scalar(head) is None:
                return None
            return tuple(edge.from_bytes(kind, data) for data in connection.scalars(query))
