"""Which selection of documents was last briefed for what: the briefs that stand now, apart from all that were made before them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, insert, select

from rashomon.records import content_id
from rashomon.store.database import Database
from rashomon.store.schema import runs


class Runs:
    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, locations: Sequence[str], selection: str, *, at: datetime) -> None:
        """Note that the briefs of a selection (see ``Results``) are now those of these locations; of none: of the whole database."""
        row = {"scope": content_id(*sorted(locations)), "selection": selection, "at": at}
        with self._database.writing() as connection:
            connection.execute(insert(runs), [row])

    def current(self) -> tuple[str, ...]:
        """The selections that stand: the last of each set of locations, newest first, each once."""
        last = select(func.max(runs.c.number)).group_by(runs.c.scope)
        query = select(runs.c.selection).where(runs.c.number.in_(last)).order_by(runs.c.number.desc())
        with self._database.reading() as connection:
            return tuple(dict.fromkeys(connection.scalars(query)))
