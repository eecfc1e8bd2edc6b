"""Claims met before, and the index by which they are found."""

from __future__ import annotations

from sqlalchemy import Column, Connection, Index, LargeBinary, MetaData, String, Table, Text

from rashomon.store.columns import Number, UtcTime


def upgrade(connection: Connection) -> None:
    m = MetaData()
    Table(
        "known_claims",
        m,
        Column("number", Number, primary_key=True, autoincrement=True),
        Column("id", String(16), nullable=False, unique=True),
        Column("list", Text, nullable=False),
        Column("text", Text, nullable=False),
        Column("title", Text, nullable=False),
        sqlite_autoincrement=True,
    )
    Table(
        "known_details",
        m,
        Column("number", Number, primary_key=True, autoincrement=True),
        Column("id", String(16), nullable=False, unique=True),
        Column("claim", String(16), nullable=False),
        Column("json", Text, nullable=False),
        Column("at", UtcTime, nullable=False),
    )
    Table(
        "known_parts",
        m,
        Column("version", String(80), primary_key=True),
        Column("first", Number, primary_key=True, autoincrement=False),
        Column("last", Number, nullable=False),
        Column("size", Number, nullable=False),
        Column("data", LargeBinary, nullable=False),
    )
    m.create_all(connection, checkfirst=False)
    Index("known_claims_list", m.tables["known_claims"].c.list).create(connection)
    Index("known_details_claim", m.tables["known_details"].c.claim).create(connection)
