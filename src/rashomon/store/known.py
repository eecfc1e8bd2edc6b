"""Claims met before, this desk's own and imported lists, and the index by which they are found.

The index lies beside them in parts; what was added since is put into a new part, and small parts are joined, so that
opening it reads bytes and encodes nothing. What is known of a claim grows by rows: a denial that came later stands beside
the claim as it was first met.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from sqlalchemy import delete, func, select, text

from rashomon import edge
from rashomon.claim.match import Index, encoding, version
from rashomon.claim.match.outcome import joined
from rashomon.claim.match.part import Part, build, from_bytes, join, tidied, to_bytes
from rashomon.errors import RecordError
from rashomon.records import Earlier, Issue, content_id
from rashomon.store.database import UNSTORABLE, Database, chunks, printable
from rashomon.store.schema import known_claims, known_details, known_parts

BATCH = 2_000
"""Claims written, or encoded into one part, at a time: a killed run keeps what it had."""
LARGEST = 100_000
"""Claims in one part, at most: some 90 MB; a value may have 1 GB on both databases, but is read in one piece."""


Tell = Callable[[str, int, int], None]
"""Told of progress: the stage, how many are done, of how many."""


class Known:
    def __init__(self, database: Database) -> None:
        self._database = database
        self._open: dict[tuple[str, int, int], Part] = {}

    def add(self, claims: Iterable[Earlier], *, at: datetime) -> tuple[int, tuple[Issue, ...]]:
        """Keep claims; gives how many were new, and an Issue for each that no database can hold or that has no words."""
        new, issues = 0, list[Issue]()
        for part in chunks(claims, BATCH):
            rows, details = list[dict[str, object]](), list[dict[str, object]]()
            for one in part:
                try:
                    data = edge.to_bytes(one).decode()
                except RecordError as error:
                    issues.append(_left_out(one, error.detail))
                    continue
                if UNSTORABLE.search(one.text + one.title + one.list) or not one.text.strip():
                    issues.append(_left_out(one, "it has no words, or a character that is none"))
                    continue
                rows.append({"id": one.key, "list": one.list, "text": one.text, "title": one.title})
                details.append({"id": content_id(one.key, data), "claim": one.key, "json": data, "at": at})
            if rows:
                with self._database.writing() as connection:
                    if self._database.dialect == "postgresql":
                        # Numbers must become visible in their order, or the index would pass over one that came late.
                        connection.execute(text("LOCK TABLE known_claims IN SHARE ROW EXCLUSIVE MODE"))
                    new += self._database.add(connection, known_claims, rows)
                    self._database.add(connection, known_details, details)
        return new, tuple(issues)

    def drop(self, list: str) -> int:
        """Take an imported list out again; gives how many claims it had. The index forgets them when it finds them gone."""
        ids = select(known_claims.c.id).where(known_claims.c.list == list)
        with self._database.writing() as connection:
            connection.execute(delete(known_details).where(known_details.c.claim.in_(ids)))
            gone = connection.execute(delete(known_claims).where(known_claims.c.list == list))
        return int(gone.rowcount)

    def lists(self) -> dict[str, int]:
        """Claims by list; this desk's own under the empty name."""
        query = select(known_claims.c.list, func.count()).group_by(known_claims.c.list)
        with self._database.reading() as connection:
            return {row[0]: row[1] for row in connection.execute(query.order_by(known_claims.c.list))}

    def fetch(self, numbers: Sequence[int]) -> Mapping[int, Earlier]:
        """The claims that are kept under these numbers, with all that is known of each."""
        found: dict[int, Earlier] = {}
        with self._database.reading() as connection:
            for part in chunks(numbers):
                query = (
                    select(known_claims.c.number, known_details.c.json)
                    .join(known_details, known_details.c.claim == known_claims.c.id)
                    .where(known_claims.c.number.in_(part))
                    .order_by(known_details.c.number)
                )
                for number, data in connection.execute(query):
                    one = edge.from_bytes(Earlier, data)
                    found[number] = joined(found[number], one) if number in found else one
        return found

    def index(self, tell: Tell | None = None, threads: int = 1) -> tuple[Index, tuple[Issue, ...]]:
        """The index over all claims, brought up to date: what is in no part yet is encoded now.

        An index of other versions of the model or of the rules is made anew, and an Issue says so.
        """
        own = version()
        issues = self._outdated(own)
        try:
            return self._caught_up(own, tell, threads), issues
        except RecordError as error:
            with self._database.writing() as connection:
                connection.execute(delete(known_parts))
            self._open.clear()
            return self._caught_up(own, tell, threads), (
                *issues,
                self._anew(f"could not be read ({error.detail})"),
            )

    def _caught_up(self, own: str, tell: Tell | None, threads: int) -> Index:
        missing = self._missing(own)
        for done, rows in enumerate(chunks(missing[1], BATCH)):
            if tell:
                tell("match", done * BATCH, missing[0])
            made = build(rows, encoding(), own, threads)
            self._write([made], replaced=())
        if missing[0] and tell:
            tell("match", missing[0], missing[0])
        self._tidy(own)
        return Index(tuple(self._parts(own)), self.fetch)

    def _outdated(self, own: str) -> tuple[Issue, ...]:
        with self._database.reading() as connection:
            old = connection.scalars(
                select(known_parts.c.version).where(known_parts.c.version != own).distinct()
            ).all()
        if not old:
            return ()
        with self._database.writing() as connection:
            connection.execute(delete(known_parts).where(known_parts.c.version != own))
        self._open.clear()
        return (self._anew(f"was of another version of the model or of the rules ({old[0]})"),)

    def _anew(self, why: str) -> Issue:
        return Issue(
            stage="match",
            subject=self._database.name,
            code="index_made_anew",
            reason=f"The index of claims {why} and is made anew.",
            remedy="Nothing to do: it takes some milliseconds a claim, once.",
            severity="note",
        )

    def _missing(self, own: str) -> tuple[int, Iterator[tuple[int, str, str]]]:
        """How many claims are in no part, and these, by number."""
        with self._database.reading() as connection:
            last = (
                connection.scalar(select(func.max(known_parts.c.last)).where(known_parts.c.version == own))
                or 0
            )
            count = connection.scalar(select(func.count()).where(known_claims.c.number > last)) or 0
        return count, self._after(last)

    def _after(self, last: int) -> Iterator[tuple[int, str, str]]:
        while True:
            query = (
                select(known_claims.c.number, known_claims.c.text, known_claims.c.title)
                .where(known_claims.c.number > last)
                .order_by(known_claims.c.number)
                .limit(BATCH)
            )
            with self._database.reading() as connection:
                rows = [(row[0], row[1], row[2]) for row in connection.execute(query)]
            if not rows:
                return
            yield from rows
            last = rows[-1][0]

    def _write(self, parts: Sequence[Part], replaced: Sequence[tuple[str, int, int]]) -> None:
        rows = [
            {
                "version": one.version,
                "first": int(one.numbers[0]),
                "last": int(one.numbers[-1]),
                "size": len(one),
                "data": to_bytes(one),
            }
            for one in parts
        ]
        with self._database.writing() as connection:
            for own, first, _ in replaced:
                connection.execute(
                    delete(known_parts).where(known_parts.c.version == own, known_parts.c.first == first)
                )
            self._database.add(connection, known_parts, rows)

    def _tidy(self, own: str) -> None:
        """Join small parts, so that there are few to search."""
        heads = self._heads(own)
        sizes = [size for _, size in heads]
        for first, last in tidied(sizes):
            if sum(sizes[first:last]) > LARGEST:
                continue
            keys = [key for key, _ in heads[first:last]]
            self._write([join([self._part(key) for key in keys])], replaced=keys)

    def _heads(self, own: str) -> list[tuple[tuple[str, int, int], int]]:
        query = select(known_parts.c.first, known_parts.c.last, known_parts.c.size).where(
            known_parts.c.version == own
        )
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(known_parts.c.first)).all()
        return [((own, row.first, row.last), row.size) for row in rows]

    def _parts(self, own: str) -> list[Part]:
        keys = [key for key, _ in self._heads(own)]
        self._open = {key: self._part(key) for key in keys}
        return list(self._open.values())

    def _part(self, key: tuple[str, int, int]) -> Part:
        if key in self._open:
            return self._open[key]
        query = select(known_parts.c.data).where(
            known_parts.c.version == key[0], known_parts.c.first == key[1]
        )
        with self._database.reading() as connection:
            data = connection.scalar(query)
        return from_bytes(bytes(data or b""))


def _left_out(one: Earlier, why: str) -> Issue:
    return Issue(
        stage="match",
        subject=printable(one.id or one.text[:60] or one.list),
        code="unstorable_text",
        reason=f"This claim was left out: {why}.",
        remedy="Mend it in its list and import it again.",
        severity="warning",
    )
