"""The history of a desk: files of past events taken in, and what they tell of two actors."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rashomon.errors import HistoryError
from rashomon.flow import Desk
from rashomon.records import Issue, PastEvent, content_id

BATCH = 5_000
"""Records written in one transaction: a killed import keeps what it had and goes on from there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What the import of one file came to."""

    records: int
    """Records met now: events and Issues; none of an earlier run."""
    events: int
    """Events that were not there yet."""
    reports: int
    """Reports of events that were not there yet; more than ``events`` where several tell the same."""
    skipped: int
    """Lines that an earlier run had taken in."""
    issues: tuple[Issue, ...]


def import_history(desk: Desk, path: Path, now: datetime, archive: str = "") -> Taken:
    """Take in a file of past events. A run that was cut off is gone on with; a file taken in before changes nothing.

    Raises:
        HistoryError: the file cannot be opened, or its archive cannot be told; the message names file and line.
    """
    from rashomon.foresee.archives import read

    mark = _mark(path)
    after = desk.store.history.read_to(mark)
    issues, part, met, events, reports, last, told = list[Issue](), list[PastEvent](), 0, 0, 0, after, 0

    def put(line: int) -> None:
        nonlocal events, reports, told
        desk.store.issues.add(
            issues[told:], at=now, version="history"
        )  # before the mark, or a killed run would lose them
        told = len(issues)
        new = desk.store.history.add(part, file=mark, name=path.name, line=line, at=now)
        events, reports = events + new[0], reports + new[1]
        part.clear()

    for one in read(path, archive, after):
        if len(part) >= BATCH and one.line > last:  # a line's events are kept together
            put(last)
            desk.tell("history", met, 0)
        met, last = met + 1, one.line
        if one.event is not None:
            part.append(one.event)
        if one.issue is not None:
            issues.append(one.issue)
    put(last)
    return Taken(records=met, events=events, reports=reports, skipped=after, issues=tuple(issues))


def _mark(path: Path) -> str:
    """What tells one file from another: its name, its size and its first megabyte."""
    try:
        with path.open("rb") as stream:
            return content_id(
                path.name, str(path.stat().st_size), hashlib.sha256(stream.read(1_000_000)).hexdigest()
            )
    except OSError as error:
        raise HistoryError(path, f"it cannot be read: {error.strerror or error}") from error
