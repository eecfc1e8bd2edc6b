"""``kill -9`` loses nothing committed, and the next run ends where an undisturbed one would have."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from rashomon.records import Document, Issue, Mention, Raw, Reading
from rashomon.store import Store, fulltext, open_store

NOW = datetime(2024, 2, 29, 12, 0, tzinfo=UTC)
ITEMS = 40


def run(store: Store, die_at: int = -1) -> None:
    """A run as flow.py makes it: collect, then read what is not read. Prints each item once it is committed.

    With ``die_at``, the process kills itself inside the transaction of that item, half of it written.
    """
    seen = store.raws.seen("p1")

    def collected() -> Iterator[Raw | Document | Issue]:
        for n in range(ITEMS):
            raw = Raw(location=f"/in/{n}", content=b"page %d" % n, format="documents", fetched_at=NOW)
            yield raw
            if n == die_at:
                fulltext.add = _die  # type: ignore[assignment]
            if not seen(raw):
                for part in range(5):
                    yield Document(
                        id=f"d{n:03}-{part}", text=f"Report {n} part {part}. " + "Harbour news. " * 50
                    )
                yield Issue(stage="collect", subject=f"/in/{n}", code="no_date", reason="It has no date.")

    for kept in store.keep(collected(), parser="p1", at=NOW):
        if not kept.seen:
            print("item", flush=True)
    missing = store.readings.missing(store.documents.ids(), "r1")
    for begin in range(0, len(missing), 20):
        batch = missing[begin : begin + 20]
        store.readings.add((reading(id) for id in batch), "r1")
        print("readings", flush=True)


def reading(id: str) -> Reading:
    return Reading(document_id=id, reader="r", mentions=(Mention(start=0, end=6, text=id, kind="other"),))


def _die(*_: object) -> None:
    import os

    os.kill(os.getpid(), signal.SIGKILL)


def content(store: Store) -> dict[str, Any]:
    ids = store.documents.ids()
    raws = [(f"/in/{n}", b"page %d" % n) for n in range(ITEMS)]
    return {
        "documents": store.documents.many(ids),
        "readings": store.readings.many(ids, "r1"),
        "issues": store.issues.all(),
        "found": [f.document_id for f in store.search("harbour", limit=10_000)],
        "seen": [
            store.raws.seen("p1")(Raw(location=at, content=data, format="documents", fetched_at=NOW))
            for at, data in raws
        ],
        "counts": store.counts(),
        "faults": store.check(),
    }


@pytest.fixture(scope="module")
def undisturbed() -> dict[str, Any]:
    with open_store(":memory:") as store:
        run(store)
        return content(store)


@pytest.mark.parametrize(("after", "die_at"), [(1, -1), (ITEMS // 2, -1), (ITEMS + 5, -1), (ITEMS, 20)])
def test_killed_and_run_again(address: str, after: int, die_at: int, undisturbed: dict[str, Any]) -> None:
    child = subprocess.Popen(
        [sys.executable, __file__, address, str(die_at)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    said: list[str] = []
    for line in child.stdout:
        said.append(line.strip())
        if len(said) == after:
            child.kill()
    _, errors = child.communicate(timeout=60)
    assert child.returncode == -signal.SIGKILL, errors
    with open_store(address) as store:
        assert store.check() == ()
        held = store.counts()
        assert held["documents"] >= 5 * said.count("item"), "a committed item is lost"
        assert held["documents"] % 5 == 0, "half an item was kept"
        assert held["documents"] == 5 * held["parses"] == 5 * held["issues"]
        assert held["readings"] >= 20 * said.count("readings")
        if die_at >= 0:
            assert held["parses"] == die_at
        run(store)
        assert content(store) == undisturbed
        run(store)
        assert content(store) == undisturbed


if __name__ == "__main__":
    with open_store(sys.argv[1]) as opened:
        run(opened, int(sys.argv[2]))
