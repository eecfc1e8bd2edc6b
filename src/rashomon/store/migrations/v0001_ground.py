"""The tables of the first version."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

from rashomon.store.columns import Number, UtcTime


def upgrade(connection: Connection) -> None:
    _tables().create_all(connection, checkfirst=False)


def _words(*names: str) -> list[Column[str]]:
    return [Column(name, Text, nullable=False) for name in names]


def _tables() -> MetaData:
    m = MetaData()
    Table(
        "schema_version",
        m,
        Column("version", Integer, primary_key=True, autoincrement=False),
        Column("name", Text, nullable=False),
    )
    Table(
        "raws",
        m,
        Column("sha256", String(64), primary_key=True),
        Column("content", LargeBinary, nullable=False),
        Column("size", Number, nullable=False),
    )
    Table(
        "fetches",
        m,
        Column("item", String(16), primary_key=True),
        Column("sha256", String(64), ForeignKey("raws.sha256"), nullable=False),
        *_words("location", "format"),
        Column("fetched_at", UtcTime, nullable=False),
        Column("modified_at", UtcTime),
    )
    Table(
        "parses",
        m,
        Column("item", String(16), primary_key=True),
        Column("parser", Text, primary_key=True),
    )
    Table(
        "documents",
        m,
        Column("number", Number, primary_key=True, autoincrement=True),
        Column("id", Text, nullable=False, unique=True),
        Column("text", Text, nullable=False),
        Column("text_sha256", String(64), nullable=False),
        *_words("title", "url", "source", "author"),
        Column("published_at", UtcTime),
        Column("edited_at", UtcTime),
        Column("fetched_at", UtcTime),
        *_words("language", "location"),
        Column("raw_sha256", String(64), nullable=False),
        *_words("forwarded_from", "media"),
    )
    Table(
        "document_raws",
        m,
        Column("item", String(16), primary_key=True),
        Column("parser", Text, primary_key=True),
        Column("document_id", Text, ForeignKey("documents.id"), primary_key=True),
    )
    Table(
        "issues",
        m,
        Column("number", Number, primary_key=True, autoincrement=True),
        *_words("id", "stage", "subject", "code", "reason", "remedy", "severity"),
        Column("subject_key", String(16), nullable=False),
        Column("item", String(16), nullable=False),
        Column("version", Text, nullable=False),
        Column("at", UtcTime, nullable=False),
        Index("issues_once", "id", "item", "version", unique=True),
        Index("issues_of_item", "item"),
        Index("issues_of_subject", "subject_key"),
    )
    Table(
        "readings",
        m,
        Column("document_id", Text, ForeignKey("documents.id"), primary_key=True),
        Column("version", Text, primary_key=True),
        Column("json", Text, nullable=False),
    )
    Table(
        "selections",
        m,
        Column("selection", Text, primary_key=True),
        Column("stage", Text, primary_key=True),
        Column("records", Integer, nullable=False),
    )
    Table(
        "results",
        m,
        Column("selection", Text, primary_key=True),
        Column("stage", Text, primary_key=True),
        Column("kind", Text, primary_key=True),
        Column("position", Integer, primary_key=True, autoincrement=False),
        *_words("id", "json"),
    )
    Table(
        "corrections",
        m,
        Column("number", Number, primary_key=True, autoincrement=True),
        Column("id", String(16), nullable=False, unique=True),
        *_words("subject", "field", "value", "by"),
        Column("at", UtcTime, nullable=False),
    )
    return m
