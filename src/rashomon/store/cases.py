"""Settled claims: what people said of how a claim came out, with what sources had said on it by then. Only ever added to."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import func, select

from rashomon import edge
from rashomon.assess.record.case import Case
from rashomon.errors import RecordError
from rashomon.records import Issue, content_id
from rashomon.store.database import Database, chunks, printable
from rashomon.store.schema import cases

BATCH = 500
"""Cases written in one transaction: a killed import keeps what it had."""


class Cases:
    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, settled: Iterable[Case]) -> tuple[int, tuple[Issue, ...]]:
        """Keep cases; gives how many were new, and an Issue for each that no database can hold."""
        new, issues = 0, list[Issue]()
        for part in chunks(settled, BATCH):
            rows = []
            for one in part:
                try:
                    data = edge.to_bytes(one).decode()
                except RecordError as error:
                    issues.append(_left_out(one, error.detail))
                    continue
                rows.append({"id": one.id, "claim": content_id(one.claim), "json": data, "at": one.at})
            if rows:
                with self._database.writing() as connection:
                    new += self._database.add(connection, cases, rows)
        return new, tuple(issues)

    def all(self, claim: str | None = None) -> tuple[Case, ...]:
        """Every case, or those on one claim, in the order in which they were kept; those that hold are ``case.holding`` of them."""
        query = select(cases.c.json).order_by(cases.c.number)
        if claim is not None:
            query = query.where(cases.c.claim == content_id(claim))
        with self._database.reading() as connection:
            return tuple(edge.from_bytes(Case, data) for data in connection.scalars(query))

    def state(self) -> str:
        """A word that changes whenever a case is added."""
        with self._database.reading() as connection:
            last, number = connection.execute(
                select(func.max(cases.c.number), func.count(cases.c.number))
            ).one()
        return f"{number}:{last or 0}"


def _left_out(one: Case, why: str) -> Issue:
    return Issue(
        stage="assess",
        subject=printable(one.claim),
        code="unstorable_text",
        reason=f"This settled claim was left out: {why}.",
        remedy="Mend it in its file and import it again.",
        severity="warning",
    )
