"""The full-text index, filled from the documents that are already there."""

from __future__ import annotations

from sqlalchemy import Connection

from rashomon.store import fulltext


def upgrade(connection: Connection) -> None:
    fulltext.create(connection)
    fulltext.fill(connection)
