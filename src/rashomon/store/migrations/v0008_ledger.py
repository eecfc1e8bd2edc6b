"""The ledger of questions, forecasts and resolutions."""

from __future__ import annotations

from sqlalchemy import Column, Connection, Index, MetaData, String, Table, Text

from rashomon.store.columns import Number, UtcTime


def upgrade(connection: Connection) -> None:
    m = MetaData()
    Table(
        "ledger",
        m,
        Column("number", Number, primary_key=True, autoincrement=True),
        Column("id", String(16), nullable=False, unique=True),
        Column("kind", String(16), nullable=False),
        Column("question", String(16), nullable=False),
        Column("json", Text, nullable=False),
        Column("at", UtcTime, nullable=False),
    )
    m.create_all(connection, checkfirst=False)
    Index("ledger_question", m.tables["ledger"].c.question).create(connection)
