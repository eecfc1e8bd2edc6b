"""The archive: bytes as they came, by hash, the places they lay at, the parsers that are done with them."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable

from sqlalchemy import Connection, exists, select

from rashomon.errors import NotKept, StoreError
from rashomon.records import Raw, content_id
from rashomon.store.database import Database, printable
from rashomon.store.schema import fetches, parses, raws

LEVEL = 3
"""zlib's level. Measured on 172 saved news pages, 45 MB, one core: level 1 packs to 23 % at 165 MB/s,
3 to 22 % at 130 MB/s, 6 to 20 % at 56 MB/s."""


def item_key(sha256: str, location: str) -> str:
    """Key of one content at one place; a location counts in its printable form."""
    return content_id(sha256, printable(location))


class Raws:
    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, raw: Raw) -> bool:
        """Keep the bytes and where they lay; True if this content at this place is new.

        It does not say that a parser is done with them: ``Store.keep`` does, with what the parser gave.

        Raises:
            NaiveTime: ``fetched_at`` or ``modified_at`` has no zone.
        """
        with self._database.writing() as connection:
            return self.write(connection, raw, raw.sha256)

    def write(self, connection: Connection, raw: Raw, sha256: str) -> bool:
        """``add`` inside a transaction."""
        if not connection.scalar(select(exists().where(raws.c.sha256 == sha256))):
            row = {"sha256": sha256, "content": zlib.compress(raw.content, LEVEL), "size": len(raw.content)}
            self._database.add(connection, raws, [row])
        fetch = {
            "item": item_key(sha256, raw.location),
            "sha256": sha256,
            "location": printable(raw.location),
            "format": printable(raw.format),
            "fetched_at": raw.fetched_at,
            "modified_at": raw.modified_at,
        }
        return self._database.add(connection, fetches, [fetch]) == 1

    def has(self, sha256: str, location: str, parser: str) -> bool:
        """Whether everything that this version of the parsers makes of this content at this place is kept."""
        with self._database.reading() as connection:
            return self.is_parsed(connection, item_key(sha256, location), parser)

    def is_parsed(self, connection: Connection, item: str, parser: str) -> bool:
        """``has`` inside a transaction."""
        query = select(exists().where(parses.c.item == item, parses.c.parser == parser))
        return bool(connection.scalar(query))

    def seen(self, parser: str) -> Callable[[Raw], bool]:
        """``has`` in the form that ``collect`` takes as its ``seen``."""
        return lambda raw: self.has(raw.sha256, raw.location, parser)

    def get(self, sha256: str) -> bytes:
        """The bytes, checked against their hash.

        Raises:
            NotKept: there are none of this hash.
            StoreError: they are not what was put in; the database is damaged.
        """
        with self._database.reading() as connection:
            row = connection.execute(
                select(raws.c.content, raws.c.size).where(raws.c.sha256 == sha256)
            ).one_or_none()
        if row is None:
            raise NotKept(sha256)
        try:
            content = zlib.decompressobj().decompress(row.content, row.size + 1)
        except zlib.error as error:
            raise StoreError(
                sha256, f"the kept bytes are damaged: {error}", "Restore a copy of the database."
            ) from error
        if hashlib.sha256(content).hexdigest() != sha256:
            raise StoreError(
                sha256, "the kept bytes do not have this hash", "Restore a copy of the database."
            )
        return content

    def locations(self, sha256: str) -> tuple[str, ...]:
        """Every place where this content lay, sorted."""
        with self._database.reading() as connection:
            return tuple(
                sorted(connection.scalars(select(fetches.c.location).where(fetches.c.sha256 == sha256)))
            )
