"""Settled claims with what was said on them, and which selections of documents were last briefed."""

from __future__ import annotations

from sqlalchemy import Column, Connection, Index, MetaData, String, Table, Text

from rashomon.store.columns import Number, UtcTime


def upgrade(connection: Connection) -> None:
    m = MetaData()
    Table(
        "cases",
        m,
        Column("number", Number, primary_key=True, autoincrement=True),
        Column("id", String(16), nullable=False, unique=True),
        Column("claim", String(16), nullable=False),
        Column("json", Text, nullable=False),
        Column("at", UtcTime, nullable=False),
    )
    Table(
        "runs",
        m,
        Column("number", Number, primary_key=True, autoincrement=True),
        Column("scope", String(16), nullable=False),
        Column("selection", Text, nullable=False),
        Column("at", UtcTime, nullable=False),
    )
    m.create_all(connection, checkfirst=False)
    Index("cases_claim", m.tables["cases"].c.claim).create(connection)
    Index("runs_scope", m.tables["runs"].c.scope).create(connection)
