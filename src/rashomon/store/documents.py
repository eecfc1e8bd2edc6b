"""Documents, by id, tied to the raw items they were made of."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields
from typing import Any

from sqlalchemy import Connection, Row, func, select

from rashomon.errors import NotKept
from rashomon.records import Document, Issue, Media
from rashomon.store import fulltext
from rashomon.store.database import UNSTORABLE, Database, chunks, printable, storable
from rashomon.store.raws import item_key
from rashomon.store.schema import document_raws, documents, fetches

BATCH = 200
"""Documents committed at a time: at 5 kB each about a megabyte, and 0.05 s of work that a kill can undo."""
BATCH_CHARACTERS = 4_000_000
"""… or fewer, when their texts together are longer than this."""
ID_MAX = 200
"""Characters of an id; ours have 16, outside documents bring their own; PostgreSQL indexes 2,704 bytes."""
_FIELDS = tuple(field.name for field in fields(Document))


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What came of adding."""

    new: int = 0
    """How many were not there before."""
    ids: tuple[str, ...] = ()
    """Every id that is in the database now, new or not, in the order given."""
    refused: tuple[Issue, ...] = ()
    """One Issue for each record that no database can hold; the others are kept."""


class Documents:
    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, items: Iterable[Document]) -> Added:
        """Keep documents and index their text, in batches of 200, each in its own transaction.

        A document that is there already is left as it is. One that cannot be kept is refused with an Issue
        (``unstorable_text``, ``bad_id``; ``duplicate_id`` where another text has this id); the rest is kept.
        """
        new, ids, refused = 0, list[str](), list[Issue]()
        for batch in _batches(items):
            with self._database.writing() as connection:
                added = self.write(connection, batch)
            new += added.new
            ids += added.ids
            refused += added.refused
        return Added(new=new, ids=tuple(dict.fromkeys(ids)), refused=tuple(refused))

    def write(
        self, connection: Connection, batch: Iterable[Document], item: str = "", parser: str = ""
    ) -> Added:
        """``add`` inside a transaction; ``item`` (see ``item_key``) ties them to a raw item."""
        refused: list[Issue] = []
        given: dict[str, Document] = {}
        order: list[str] = []
        for document in batch:
            if issue := _unkeepable(document):
                refused.append(issue)
            elif document.id in given and given[document.id].text != document.text:
                refused.append(_duplicate(document))
            else:
                given.setdefault(document.id, document)
                order.append(document.id)
        # Two writers that insert the same ids in one order wait for each other; in two orders they lock up.
        rows = [_row(given[id]) for id in sorted(given)]
        numbers = self._database.add_numbered(connection, documents, rows) if rows else {}
        fulltext.add(connection, [(number, given[id].text) for id, number in sorted(numbers.items())])
        old = {row["id"]: row["text_sha256"] for row in rows if row["id"] not in numbers}
        for row in self._rows(connection, old, documents.c.id, documents.c.text_sha256):
            if old[row.id] != row.text_sha256:
                refused.append(_duplicate(given.pop(row.id)))
        kept = tuple(dict.fromkeys(id for id in order if id in given))
        if item:
            ties = [{"item": item, "parser": parser, "document_id": id} for id in sorted(kept)]
            self._database.add(connection, document_raws, ties)
        return Added(new=len(numbers), ids=kept, refused=tuple(refused))

    def get(self, id: str) -> Document | None:
        """The document of this id, or None."""
        with self._database.reading() as connection:
            return next((_document(row) for row in self._rows(connection, [id], documents)), None)

    def many(self, ids: Iterable[str]) -> tuple[Document, ...]:
        """The documents of these ids, sorted by id, each once.

        Raises:
            NotKept: one of them is not there.
        """
        wanted = set(ids)
        with self._database.reading() as connection:
            found = [_document(row) for row in self._rows(connection, sorted(wanted), documents)]
        if missing := wanted.difference(document.id for document in found):
            raise NotKept(
                min(missing), f"{len(missing)} of {len(wanted)} are missing" if len(missing) > 1 else ""
            )
        return tuple(sorted(found, key=lambda document: document.id))

    def ids(self) -> tuple[str, ...]:
        """Every id, sorted."""
        with self._database.reading() as connection:
            return tuple(sorted(connection.scalars(select(documents.c.id))))

    def earlier(self, items: Iterable[tuple[str, str]]) -> tuple[str, ...]:
        """Ids, sorted, of documents that other content gave at the same places before.

        ``items`` are the (sha256, location) pairs of now. A page that its publisher edits between two runs leaves
        its older version here. Where several versions of the parsers read that content, the newest counts.
        """
        now = {item_key(sha256, location): location for sha256, location in items}
        newest: dict[str, tuple[int, str]] = {}
        found: dict[tuple[str, str], set[str]] = {}
        with self._database.reading() as connection:
            for part in chunks(storable(set(now.values()))):
                query = (
                    select(fetches.c.item, document_raws.c.parser, documents.c.number, documents.c.id)
                    .join(document_raws, document_raws.c.item == fetches.c.item)
                    .join(documents, documents.c.id == document_raws.c.document_id)
                    .where(fetches.c.location.in_(part))
                )
                for item, parser, number, id in connection.execute(query):
                    if item not in now:
                        newest[item] = max(newest.get(item, (0, "")), (number, parser))
                        found.setdefault((item, parser), set()).add(id)
        return tuple(sorted({id for item, (_, parser) in newest.items() for id in found[item, parser]}))

    def read_item(self, connection: Connection, item: str, parser: str) -> tuple[str, ...]:
        """Ids, sorted, of what this version of the parsers made of an item, inside a transaction."""
        query = select(document_raws.c.document_id).where(
            document_raws.c.item == item, document_raws.c.parser == parser
        )
        return tuple(sorted(connection.scalars(query)))

    def count(self) -> int:
        with self._database.reading() as connection:
            return connection.scalar(select(func.count()).select_from(documents)) or 0

    @staticmethod
    def _rows(connection: Connection, ids: Iterable[str], *columns: Any) -> Iterator[Row[Any]]:
        for part in chunks(storable(ids)):
            yield from connection.execute(select(*columns).where(documents.c.id.in_(part)))


def _batches(items: Iterable[Document]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    size = 0
    for document in items:
        batch.append(document)
        size += len(document.text)
        if len(batch) == BATCH or size >= BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _unkeepable(document: Document) -> Issue | None:
    """Why no database can hold it. Its text and id are never mended: offsets and references hang on them."""
    if not document.id or len(document.id) > ID_MAX:
        return _issue(
            document, "bad_id", f"The document's id is {len(document.id)} characters long.", "Give it 1-200."
        )
    media = (part for m in document.media for part in (m.kind, m.name, m.caption))
    texts = (
        value for name in _FIELDS if isinstance(value := getattr(document, name), str) and name != "location"
    )
    for value in (*texts, *media):
        if found := UNSTORABLE.search(value):
            reason = (
                f"The document holds the character U+{ord(found[0]):04X}, which no database keeps as text."
            )
            return _issue(
                document, "unstorable_text", reason, "Remove the character, or mend the file's encoding."
            )
    return None


def _duplicate(document: Document) -> Issue:
    reason = "Another document with the same id and another text is kept already; this one is left out."
    return _issue(
        document, "duplicate_id", reason, "Give each document, and each corrected version, its own id."
    )


def _issue(document: Document, code: str, reason: str, remedy: str) -> Issue:
    subject = printable(
        document.id[:ID_MAX] or document.location or document.url or "a document without an id"
    )
    return Issue(stage="store", subject=subject, code=code, reason=reason, remedy=remedy)


def _row(document: Document) -> dict[str, Any]:
    row = {name: getattr(document, name) for name in _FIELDS}
    row["text_sha256"] = document.text_sha256
    row["location"] = printable(document.location)  # a file name on Linux may hold any byte
    row["media"] = json.dumps([asdict(media) for media in document.media], ensure_ascii=False)
    return row


def _document(row: Row[Any]) -> Document:
    values = {name: getattr(row, name) for name in _FIELDS}
    values["media"] = tuple(Media(**media) for media in json.loads(row.media))
    return Document(**values)
