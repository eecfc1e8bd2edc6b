"""Alerts of the watch, and on which channel each was sent."""

from __future__ import annotations

from sqlalchemy import Column, Connection, Index, Integer, MetaData, String, Table, Text

from rashomon.store.columns import Number, UtcTime


def upgrade(connection: Connection) -> None:
    m = MetaData()
    Table(
        "alerts",
        m,
        Column("number", Number, primary_key=True, autoincrement=True),
        Column("id", String(16), nullable=False, unique=True),
        Column("json", Text, nullable=False),
        Column("at", UtcTime, nullable=False),
    )
    Table(
        "alerts_sent",
        m,
        Column("number", Number, primary_key=True, autoincrement=True),
        Column("channel", String(80), nullable=False),
        Column("alert", String(16), nullable=False),
        Column("digest", Integer, nullable=False),
        Column("at", UtcTime, nullable=False),
    )
    m.create_all(connection, checkfirst=False)
    sent = m.tables["alerts_sent"]
    Index("alerts_sent_once", sent.c.channel, sent.c.alert, unique=True).create(connection)
