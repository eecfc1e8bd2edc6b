"""Alerts of the watch, and what was sent of them on which channel. Only ever added to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import func, select

from rashomon import edge
from rashomon.records import Alert
from rashomon.store.database import Database
from rashomon.store.schema import alerts, alerts_sent


class Watches:
    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, made: Iterable[Alert], *, at: datetime) -> int:
        """Keep alerts; gives how many were new."""
        rows = [{"id": one.id, "json": edge.to_bytes(one).decode(), "at": at} for one in made]
        if not rows:
            return 0
        with self._database.writing() as connection:
            return self._database.add(connection, alerts, rows)

    def waiting(self, channel: str) -> tuple[Alert, ...]:
        """Alerts that were not sent on this channel, in the order in which they were kept."""
        done = select(alerts_sent.c.alert).where(alerts_sent.c.channel == channel)
        query = select(alerts.c.json).where(alerts.c.id.not_in(done)).order_by(alerts.c.number)
        with self._database.reading() as connection:
            return tuple(edge.from_bytes(Alert, data) for data in connection.scalars(query))

    def sent(self, channel: str) -> tuple[tuple[Alert, datetime], ...]:
        """What was sent on this channel and when, oldest first."""
        query = (
            select(alerts.c.json, alerts_sent.c.at)
            .join(alerts_sent, alerts_sent.c.alert == alerts.c.id)
            .where(alerts_sent.c.channel == channel)
            .order_by(alerts_sent.c.number)
        )
        with self._database.reading() as connection:
            return tuple((edge.from_bytes(Alert, data), at) for data, at in connection.execute(query))

    def last_digest(self, channel: str) -> datetime | None:
        """When the last digest went out on it; ``None``: never."""
        query = select(func.max(alerts_sent.c.at)).where(
            alerts_sent.c.channel == channel, alerts_sent.c.digest == 1
        )
        with self._database.reading() as connection:
            found: datetime | None = connection.scalar(query)
        return found

    def mark(self, channel: str, made: Iterable[Alert], *, at: datetime, digest: bool = False) -> int:
        """Note that these were sent; gives how many of them had not been."""
        rows = [{"channel": channel, "alert": one.id, "digest": int(digest), "at": at} for one in made]
        if not rows:
            return 0
        with self._database.writing() as connection:
            return self._database.add(connection, alerts_sent, rows)
