"""ICEWS: yearly files of CAMEO-coded events (Harvard Dataverse), tab-separated under a header."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass

from rashomon.foresee.acts import act, plover
from rashomon.foresee.archives import Numbered, Read, broken, kept
from rashomon.foresee.archives._rows import rows
from rashomon.foresee.archives._values import day, number, said
from rashomon.records import PastEvent

_BEGINS = re.compile(r'"?\d+"?\t"?\d{4}-\d\d-\d\d')
_KINDS = {
    "military": "MIL", "rebel": "REB", "insurgents": "REB", "separatists": "REB", "police": "COP", "judicial": "JUD", "legislative": "LEG",
    "parliament": "LEG", "media": "MED", "news": "MED", "business": "BUS", "parties": "PTY", "opposition": "OPP", "protestors": "OPP",
    "general population": "CVL", "civilian": "CVL", "social": "SOC", "religious": "REL", "education": "EDU", "refugees": "REF",
    "criminals": "CRM", "government": "GOV", "executive": "GOV", "cabinet": "GOV",
}  # fmt: skip
"""Words of ICEWS' sectors → PLOVER's sectors; the first that is met."""


@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class Plugin:
    """The archive ``icews``."""

    def begins(self, head: str) -> bool:
        """Whether this is the first line of such a file."""
        low = head.lower()
        return "cameo code" in low and "source name" in low and "target name" in low

    def read(self, file: str, numbered: Numbered) -> Iterator[Read]:
        """One event a row, in the file's order. Several stories that tell the same are one event, see ``PastEvent.id``."""
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
    on, code = day(cells.get("event date", "")), cells.get("cameo code", "")
    if not isinstance(on, date):
        return on
    if len(code) == 2 and code.isdigit() and int(code) > 20:
        code = f"0{code}"  # a spreadsheet took the leading nought off: there is no class 21 and above
    meant = plover(code)
    if meant is None:
        return f"its CAMEO code is {code!r}, which is none."
    actor, target = said(cells.get("source name", "")), said(cells.get("target name", ""))
    if not actor and not target:
        return "it names no party."
    states = said(cells.get("source country", "")), said(cells.get("target country", ""))
    places = (cells.get(name, "") for name in ("city", "province", "country"))
    return PastEvent(
        origin="icews", day=on, actor=actor, target=target, category=meant[0], mode=meant[1], act=act(meant[0]),
        actor_state=states[0], target_state=states[1], actor_kind=_kind(actor, states[0], cells.get("source sectors", "")),
        target_kind=_kind(target, states[1], cells.get("target sectors", "")), code=code,
        place=next(filter(None, map(said, places)), ""), lat=number(cells.get("latitude", "")),
        lon=number(cells.get("longitude", "")), report=cells.get("event id", ""), source=said(cells.get("publisher", "")),
        line=line,
    )  # fmt: skip


def _kind(name: str, state: str, sectors: str) -> str:
    if name and name == state:
        return "STATE"
    low = sectors.lower()
    return next((kind for word, kind in _KINDS.items() if word in low), "")
