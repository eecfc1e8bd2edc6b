"""POLECAT: weekly files of PLOVER-coded events (Harvard Dataverse), tab-separated under a header, with lines that are ill quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass

from rashomon.foresee.acts import CATEGORIES, act
from rashomon.foresee.archives import Numbered, Read, broken, kept
from rashomon.foresee.archives._rows import rows
from rashomon.foresee.archives._values import day, number, said
from rashomon.records import PastEvent

_BEGINS = re.compile(r'"?[^\t]*"?\t"?\d{4}-\d\d-\d\d[^\t]{0,9}\t"?[A-Z]+"?\t')


@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class Plugin:
    """The archive ``polecat``."""

    def begins(self, head: str) -> bool:
        """Whether this is the first line of such a file."""
        low = head.lower()
        return "event type\t" in low and "recipient name" in low

    def read(self, file: str, numbered: Numbered) -> Iterator[Read]:
        """One event a row, in the file's order."""
        for row in rows(numbered, lambda line: bool(_BEGINS.match(line))):
            if not row.cells:
                yield Read(row.last, issue=broken(file, row.line, row.fault))
                continue
            made = _event(row.cells, f"{file}, line {row.line}")
            if isinstance(made, str):
                yield Read(row.last, issue=broken(file, row.line, made))
            else:
                issue = kept(file, row.line, f"{row.fault}.", "mended") if row.fault else None
                yield Read(row.last, event=made, issue=issue)


def _event(cells: dict[str, str], line: str) -> PastEvent | str:
    on, category = day(cells.get("event date", "")), cells.get("event type", "").upper()
    if not isinstance(on, date):
        return on
    if category not in CATEGORIES:
        return f"its event type is {category!r}, which is no category of PLOVER."
    actor, target = said(cells.get("actor name", "")), said(cells.get("recipient name", ""))
    if not actor and not target:
        return "it names no party."
    mode = said(cells.get("event mode", "")).lower()
    return PastEvent(
        origin="polecat", day=on, actor=actor, target=target, category=category, mode=mode, act=act(category),
        actor_state=said(cells.get("actor country", "")), target_state=said(cells.get("recipient country", "")),
        actor_kind=said(cells.get("primary actor sector", "")), target_kind=said(cells.get("primary recipient sector", "")),
        code=f"{category}/{mode}" if mode else category, place=said(cells.get("placename", "")) or said(cells.get("country", "")),
        lat=number(cells.get("latitude", "")), lon=number(cells.get("longitude", "")), report=cells.get("event id", ""),
        source=said(cells.get("source", "")), line=line,
    )  # fmt: skip
