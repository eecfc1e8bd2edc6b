"""Records of the registry that a desk imports, and the keys their names are found by."""

from __future__ import annotations

from sqlalchemy import Column, Connection, Index, MetaData, String, Table, Text

from rashomon.store.columns import UtcTime


def upgrade(connection: Connection) -> None:
    m = MetaData()
    Table(
        "registry_records",
        m,
        Column("id", Text, primary_key=True),
        Column("list", Text, nullable=False),
        Column("data", Text, nullable=False),
        Column("imported_at", UtcTime, nullable=False),
    )
    Table(
        "registry_names",
        m,
        Column("key", String(120), primary_key=True),
        Column("id", Text, primary_key=True),
    )
    m.create_all(connection, checkfirst=False)
    Index("registry_records_list", m.tables["registry_records"].c.list).create(connection)
