"""Past events: each once, with every report that tells it beside it. Only ever added to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from sqlalchemy import Row, Select, func, or_, select

from rashomon.records import PastEvent, Remembered, Trust, content_id
from rashomon.store.database import Database, chunks, printable
from rashomon.store.schema import past_events, past_files, past_reports

KEY = 120
"""Characters of a name that are looked up: PostgreSQL's indexes have an end."""
_FIELDS = (
    "origin category mode act status actor_state target_state actor_kind target_kind code place lat lon place_trust day_trust actor target"
).split()


class History:
    def __init__(self, database: Database) -> None:
        self._database = database

    def add(
        self, events: Sequence[PastEvent], *, file: str = "", name: str = "", line: int = 0, at: datetime
    ) -> tuple[int, int]:
        """Keep events; gives how many were new, and how many new reports. ``file``, ``line``: all of that file to this line is
        kept once this call is back."""
        rows, reports = list[dict[str, object]](), list[dict[str, object]]()
        for one in events:
            id = one.id
            row: dict[str, object] = {f: getattr(one, f) for f in _FIELDS}
            row = {f: printable(v) if isinstance(v, str) else v for f, v in row.items()}
            row |= {
                "id": id,
                "day": one.day.isoformat(),
                "actor_key": key(one.actor),
                "target_key": key(one.target),
            }
            rows.append(row)
            told = one.report or one.line
            reports.append(
                {"id": content_id(id, told, one.source), "event": id, "report": printable(one.report), "source": printable(one.source),
                 "sources": one.sources, "line": printable(one.line), "day_trust": one.day_trust}
            )  # fmt: skip
        with self._database.writing() as connection:
            new = self._database.add(connection, past_events, rows) if rows else 0
            told_new = self._database.add(connection, past_reports, reports) if reports else 0
            if file:
                mark = {"id": file, "line": line, "name": printable(name), "at": at}
                self._database.add(connection, past_files, [mark])
        return new, told_new

    def read_to(self, file: str) -> int:
        """The line to which a file was read before; 0 where it was not."""
        query = select(func.max(past_files.c.line)).where(past_files.c.id == file)
        with self._database.reading() as connection:
            return connection.scalar(query) or 0

    def of(self, actor: str, other: str = "") -> tuple[Remembered, ...]:
        """What ``actor`` did or had done to it, or these two to each other, by day. Names as the archives write them, in any case."""
        a, b = key(actor), key(other)
        by, to = past_events.c.actor_key, past_events.c.target_key
        where = or_((by == a) & (to == b), (by == b) & (to == a)) if other else or_(by == a, to == a)
        return self._remembered(select(past_events).where(where))

    def all(self) -> Iterator[PastEvent]:
        """Every event, by day, without its reports."""
        query = select(past_events).order_by(past_events.c.day, past_events.c.id)
        with self._database.reading() as connection:
            for row in connection.execution_options(yield_per=5_000).execute(query):
                yield _event(row)

    def names(self, part: str, limit: int = 20) -> tuple[tuple[str, int], ...]:
        """Actors whose name has ``part`` in it, with how many events each, the most first."""
        like = part.casefold().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        count = func.count().label("count")
        query = (
            select(func.min(past_events.c.actor), count)
            .where(
                past_events.c.actor_key.like(f"%{printable(like)}%", escape="\\"),
                past_events.c.actor_key != "",
            )
            .group_by(past_events.c.actor_key)
            .order_by(count.desc(), past_events.c.actor_key)
            .limit(limit)
        )
        with self._database.reading() as connection:
            return tuple((name, number) for name, number in connection.execute(query))

    def _remembered(self, query: Select[tuple[object, ...]]) -> tuple[Remembered, ...]:
        with self._database.reading() as connection:
            rows = list(connection.execute(query.order_by(past_events.c.day, past_events.c.id)))
            told: dict[str, list[tuple[str, int, str]]] = defaultdict(list)
            for part in chunks(row.id for row in rows):
                found = select(
                    past_reports.c.event,
                    past_reports.c.source,
                    past_reports.c.sources,
                    past_reports.c.day_trust,
                ).where(past_reports.c.event.in_(part))
                for event, source, sources, trust in connection.execute(found):
                    told[event].append((source, sources, trust))
        return tuple(
            Remembered(event=_event(r), reports=len(told[r.id]), trust=_trust(told[r.id])) for r in rows
        )


def key(name: str) -> str:
    """A name as it is looked up."""
    return printable(" ".join(name.casefold().split()))[:KEY]


def _event(row: Row[tuple[object, ...]]) -> PastEvent:
    values = {f: getattr(row, f) for f in _FIELDS}
    return PastEvent(day=date.fromisoformat(row.day), **values)


def _trust(told: Iterable[tuple[str, int, str]]) -> Trust:
    """Doubtful only where every report's day is; several where a report names more sources or reports have different ones.
    Sources may copy each other: that is not seen here."""
    told = list(told)
    if told and all(trust == "doubtful" for _, _, trust in told):
        return "doubtful"
    several = len({_publisher(source) for source, _, _ in told if source}) > 1 or any(
        sources > 1 for _, sources, _ in told
    )
    return "several" if several else "single"


def _publisher(source: str) -> str:
    """The host of an address, else the name."""
    return source.split("://", 1)[-1].split("/", 1)[0].removeprefix("www.").casefold()
