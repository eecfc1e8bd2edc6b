"""Past events from archives, the reports that tell them, and how far each file was read."""

from __future__ import annotations

from sqlalchemy import Column, Connection, Double, Index, Integer, MetaData, String, Table, Text

from rashomon.store.columns import Number, UtcTime


def upgrade(connection: Connection) -> None:
    m = MetaData()
    Table(
        "past_events",
        m,
        Column("number", Number, primary_key=True, autoincrement=True),
        Column("id", String(16), nullable=False, unique=True),
        Column("origin", Text, nullable=False),
        Column("day", String(10), nullable=False),
        Column("actor_key", String(120), nullable=False),
        Column("target_key", String(120), nullable=False),
        Column("actor", Text, nullable=False),
        Column("target", Text, nullable=False),
        Column("category", Text, nullable=False),
        Column("mode", Text, nullable=False),
        Column("act", Text, nullable=False),
        Column("status", Text, nullable=False),
        Column("actor_state", Text, nullable=False),
        Column("target_state", Text, nullable=False),
        Column("actor_kind", Text, nullable=False),
        Column("target_kind", Text, nullable=False),
        Column("code", Text, nullable=False),
        Column("place", Text, nullable=False),
        Column("lat", Double),
        Column("lon", Double),
        Column("place_trust", Text, nullable=False),
        Column("day_trust", Text, nullable=False),
    )
    Table(
        "past_reports",
        m,
        Column("id", String(16), primary_key=True),
        Column("event", String(16), nullable=False),
        Column("report", Text, nullable=False),
        Column("source", Text, nullable=False),
        Column("sources", Integer, nullable=False),
        Column("line", Text, nullable=False),
        Column("day_trust", Text, nullable=False),
    )
    Table(
        "past_files",
        m,
        Column("id", String(16), primary_key=True),
        Column("line", Number, primary_key=True, autoincrement=False),
        Column("name", Text, nullable=False),
        Column("at", UtcTime, nullable=False),
    )
    m.create_all(connection, checkfirst=False)
    Index("past_events_actor", m.tables["past_events"].c.actor_key, m.tables["past_events"].c.day).create(
        connection
    )
    Index("past_events_target", m.tables["past_events"].c.target_key, m.tables["past_events"].c.day).create(
        connection
    )
    Index("past_reports_event", m.tables["past_reports"].c.event).create(connection)
