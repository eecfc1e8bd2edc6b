"""Questions, forecasts and resolutions: only ever added to, so every version of each stays."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select

from rashomon import edge
from rashomon.foresee.ledger import Ledger
from rashomon.records import Forecast, Question, Resolution, as_utc, content_id
from rashomon.store.database import Database, chunks
from rashomon.store.schema import ledger

KINDS: dict[str, type[Question | Forecast | Resolution]] = {
    "question": Question,
    "forecast": Forecast,
    "resolution": Resolution,
}
BATCH = 500
"""Rows written in one transaction: a killed import keeps what it had."""


class LedgerRows:
    """The rows of the ledger. What may enter is for ``foresee`` to say; here it is kept as given."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, records: Iterable[Question | Forecast | Resolution], *, at: datetime) -> int:
        """Keep records; gives how many were new. The very same record is kept once.

        Raises:
            RecordError: a text holds half of a surrogate pair; what came before in the batch is not kept either.
        """
        new, moment = 0, as_utc(at)
        for part in chunks(records, BATCH):
            rows = [_row(one, moment) for one in part]
            with self._database.writing() as connection:
                new += self._database.add(connection, ledger, rows)
        return new

    def questions(self) -> tuple[Question, ...]:
        """Every version of every question, in the order in which they were kept."""
        return tuple(one for one in self._all("question") if isinstance(one, Question))

    def ledger(self) -> Ledger:
        """All that was kept, as it stands."""
        return Ledger(
            self.questions(),
            (one for one in self._all("forecast") if isinstance(one, Forecast)),
            (one for one in self._all("resolution") if isinstance(one, Resolution)),
        )

    def _all(self, kind: str) -> Iterable[Question | Forecast | Resolution]:
        query = select(ledger.c.json).where(ledger.c.kind == kind).order_by(ledger.c.number)
        with self._database.reading() as connection:
            found = list(connection.scalars(query))
        return (edge.from_bytes(KINDS[kind], data) for data in found)


def _row(one: Question | Forecast | Resolution, at: datetime) -> dict[str, object]:
    kind = next(name for name, made in KINDS.items() if isinstance(one, made))
    data = edge.to_bytes(one).decode()
    return {
        "id": content_id(kind, data),
        "kind": kind,
        "question": one.id if isinstance(one, Question) else one.question_id,
        "json": data,
        "at": at,
    }
