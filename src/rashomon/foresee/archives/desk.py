"""This desk's own events: the output of ``rashomon read`` (Reading as JSON lines), which has what its documents tell was done."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass

from rashomon import edge
from rashomon.errors import RecordError
from rashomon.foresee.acts import CATEGORIES, act
from rashomon.foresee.archives import Numbered, Read, broken, kept
from rashomon.foresee.archives._values import day
from rashomon.records import Event, PastEvent, Reading

CERTAIN = frozenset(("minute", "part", "day", ""))
"""Precisions of time that tell the day."""


@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class Plugin:
    """The archive ``desk``."""

    def begins(self, head: str) -> bool:
        """Whether this is the first line of such a file."""
        return head.lstrip().startswith("{") and '"document_id"' in head and '"reader"' in head

    def read(self, file: str, numbered: Numbered) -> Iterator[Read]:
        """The events of each line's reading. What stands in somebody's mouth has the status ``claimed``: that X says that P is not P."""
        for line, text in numbered:
            if not text.strip():
                continue
            try:
                reading = edge.from_data(Reading, json.loads(text), f"{file}, line {line}")
            except (RecordError, ValueError, RecursionError) as error:
                yield Read(line, issue=broken(file, line, f"it is no Reading: {error}"))
                continue
            undated = 0
            for number, event in enumerate(reading.events):
                made = _event(reading, event, number, f"{file}, line {line}")
                undated += made is None
                if made is not None:
                    yield Read(line, event=made)
            if undated:
                why = f"{undated} of its {len(reading.events)} events have no day, no party or no category, and were left out."
                yield Read(line, issue=kept(file, line, why, "no_day"))


def _event(reading: Reading, event: Event, number: int, line: str) -> PastEvent | None:
    on = day(event.time_from)
    actor, target = event.actor_name or event.actor, event.target_name or event.target
    if not isinstance(on, date) or event.action not in CATEGORIES or not (actor or target):
        return None
    claimed = event.attribution is not None and event.status == "asserted"
    return PastEvent(
        origin="desk", day=on, actor=actor, target=target, category=event.action, mode=event.mode, act=act(event.action),
        status="claimed" if claimed else event.status, place=event.place,
        day_trust="single" if event.time_precision in CERTAIN else "doubtful",
        code=f"{event.action}/{event.mode}" if event.mode else event.action,
        report=f"{reading.document_id}:{event.start}:{event.end}:{number}", source=reading.document_id, line=line,
    )  # fmt: skip
