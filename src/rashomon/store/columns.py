"""Column types that mean the same on SQLite and PostgreSQL."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, Dialect, Integer, String
from sqlalchemy.dialects.postgresql import TIMESTAMP
from sqlalchemy.types import TypeDecorator, TypeEngine

from rashomon.records import as_utc


class UtcTime(TypeDecorator[datetime]):
    """A moment, aware and in UTC, to the microsecond.

    SQLAlchemy's own DateTime drops the zone on SQLite, so 14:33+03:00 would come back as 14:33 UTC, three
    hours wrong. There it is text of one width (``2023-05-03T11:33:00.000000+00:00``), which also sorts by
    time.

    Raises:
        NaiveTime: the datetime has no zone.
    """

    impl = String(32)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "postgresql":
            return dialect.type_descriptor(TIMESTAMP(timezone=True))
        return dialect.type_descriptor(String(32))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        moment = as_utc(value)
        return moment if dialect.name == "postgresql" else moment.isoformat(timespec="microseconds")

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return (datetime.fromisoformat(value) if isinstance(value, str) else value).astimezone(UTC)


# SQLite numbers rows by itself only in a column of exactly this type; PostgreSQL's ends at 2,147,483,647.
Number = BigInteger().with_variant(Integer(), "sqlite")
