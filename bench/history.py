"""The history in the store, beside DuckDB: how long an import takes, how large it is, how fast two actors are found.

    python -m bench.history [--events N]

A made-up GDELT 2 file of N lines (8,000 actors, the busiest in most lines, one line in five tells an event again) is taken in by
`rashomon history import`'s own code into a new SQLite file, then asked. Where the package ``duckdb`` is installed (it is no dependency),
the same events go into a table of it, by rows and by a CSV file. Seconds are of the processor, one thread.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import random
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from bench.attribution import table
from rashomon.config import Settings
from rashomon.flow import Desk
from rashomon.foresee.archives import read
from rashomon.foresee.precedents import History, precedents
from rashomon.histories import import_history
from rashomon.store import open_store

NOW = datetime(2026, 1, 1, tzinfo=UTC)
CODES = ("010", "036", "042", "112", "138", "173", "190", "195", "071")
FIELDS = (
    "origin",
    "actor",
    "target",
    "category",
    "mode",
    "act",
    "status",
    "code",
    "place",
    "report",
    "source",
)


def lines(count: int) -> list[str]:
    """Lines of GDELT 2."""
    chance = random.Random(1)
    names = [f"ACTOR {n}" for n in range(8_000)]
    weights = [1 / (n + 1) ** 0.8 for n in range(8_000)]
    by, to = chance.choices(names, weights, k=count), chance.choices(names, weights, k=count)
    out = list[str]()
    for n in range(count):
        cells = [""] * 61
        day = f"{date(2014, 1, 1) + timedelta(days=chance.randrange(3_650)):%Y%m%d}"
        cells[1], cells[2], cells[3], cells[6], cells[16] = day, day[:6], day[:4], by[n], to[n]
        cells[26] = chance.choice(CODES)
        cells[28], cells[32], cells[52], cells[59] = cells[26][:2], "1", "Somewhere", f"{day}120000"
        if n % 5 == 4:
            cells = out[-1].split("\t")
        cells[0], cells[60] = str(n), f"https://paper{n % 90}.example/{n}"
        out.append("\t".join(cells))
    return out


def timed(what: Callable[[], Any]) -> tuple[Any, float]:
    """What it gave, and its seconds of processor."""
    start = time.process_time()
    return what(), time.process_time() - start


def duck(folder: Path, file: Path) -> dict[str, object]:
    """The same events in DuckDB."""
    import duckdb  # type: ignore[import-not-found]

    events = {r.event.id: r.event for r in read(file, "gdelt") if r.event}
    rows = [[id, e.day.isoformat(), *(getattr(e, f) for f in FIELDS)] for id, e in events.items()]
    base = duckdb.connect(str(folder / "history.duckdb"), config={"threads": 1})
    columns = ", ".join(f"{f} varchar" for f in ("id", "day", *FIELDS))
    base.execute(f"create table e ({columns.replace('id varchar', 'id varchar primary key', 1)})")
    few = rows[:500]
    marks = ",".join("?" * (len(FIELDS) + 2))
    _, slow = timed(lambda: base.executemany(f"insert or ignore into e values ({marks})", few))
    with (folder / "rows.csv").open("w", newline="") as stream:
        csv.writer(stream).writerows(rows)
    load = f"insert or ignore into e select * from read_csv('{folder / 'rows.csv'}', header=false, all_varchar=true)"
    _, fast = timed(lambda: base.execute(load))
    base.execute("checkpoint")
    query = "select * from e where (actor = ? and target = ?) or (actor = ? and target = ?) order by day"
    found, pair = timed(lambda: base.execute(query, ["ACTOR 0", "ACTOR 1", "ACTOR 1", "ACTOR 0"]).fetchall())
    _, whole = timed(lambda: base.execute("select * from e order by day, id").fetchall())
    size = (folder / "history.duckdb").stat().st_size / 1e6
    return {
        "method": "DuckDB (insert only)", "s": f"{fast:.1f}", "rows in 500 by row, s": f"{slow:.1f}", "MB": f"{size:.0f}",
        "pair ms": f"{1000 * pair:.0f}", "found": len(found), "all s": f"{whole:.1f}",
    }  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--events", type=int, default=200_000, help="lines of the file")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "made.export.CSV"
        file.write_text("\n".join(lines(arguments.events)) + "\n")
        _, parse = timed(lambda: sum(1 for _ in read(file, "gdelt")))
        with open_store(str(folder / "history.db")) as store:
            desk = Desk(store=store, settings=Settings())
            taken, seconds = timed(lambda: import_history(desk, file, NOW))
            found, pair = timed(lambda: store.history.of("ACTOR 0", "ACTOR 1"))
            events, whole = timed(lambda: list(store.history.all()))
        history, columns = timed(lambda: History.of(events))
        told, ask = timed(lambda: precedents(history, "ACTOR 0", "ACTOR 1", "<ACCUSE", 30, now=NOW))
        size = sum(f.stat().st_size for f in folder.glob("history.db*")) / 1e6
        rows: list[dict[str, object]] = [
            {"method": "the store (SQLite), import", "s": f"{seconds:.1f}", "MB": f"{size:.0f}", "pair ms": f"{1000 * pair:.0f}",
             "found": len(found), "all s": f"{whole:.1f}"}
        ]  # fmt: skip
        if importlib.util.find_spec("duckdb"):
            rows.append(duck(folder, file))
        print(
            f"{taken.records:,} lines, {taken.events:,} events, {taken.reports:,} reports; reading the file alone {parse:.1f} s"
        )
        print(table(rows))
        print(
            f"columns for precedents {columns:.1f} s; {len(told)} precedents of one pair, its kinds and the world {ask:.1f} s"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
