"""GDELT 1 and 2: event files (``*.export.CSV``), tab-separated with no header and no quoting; 57, 58 or 61 columns.

Faults that are known and handled: one happening has a line for every difference between its reports, so lines of the same day,
parties and act are one event (``PastEvent.id``; the place does not count, for a published audit found about a quarter of the pins
right, and every place is marked doubtful). A day long before the one on which the line was added is reckoned from words like "last
year", and is marked doubtful. An event with one party is kept. The number of sources is of papers that print it, copies among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass

from rashomon.foresee.acts import act, plover
from rashomon.foresee.archives import Numbered, Read, broken
from rashomon.foresee.archives._values import day, number, said
from rashomon.records import PastEvent

_HEAD = re.compile(r"\d+\t\d{8}\t\d{6}\t\d{4}\t")
_PLACE = {57: 50, 58: 50, 61: 52}
"""Columns of a line → the column of the place's name; latitude and longitude stand three or four behind it."""
LATE = 7
"""Days after which an event that is only now reported was dated by such words."""


@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class Plugin:
    """The archive ``gdelt``."""

    def begins(self, head: str) -> bool:
        """Whether this is the first line of such a file."""
        return bool(_HEAD.match(head)) and head.count("\t") + 1 in _PLACE

    def read(self, file: str, numbered: Numbered) -> Iterator[Read]:
        """One event a line, in the file's order."""
        for line, text in numbered:
            if not text.strip():
                continue
            made = _event(text.rstrip("\r\n").split("\t"), f"{file}, line {line}")
            if isinstance(made, str):
                yield Read(line, issue=broken(file, line, made))
            else:
                yield Read(line, event=made)


def _event(cells: list[str], line: str) -> PastEvent | str:
    at = _PLACE.get(len(cells))
    if at is None:
        return f"it has {len(cells)} fields; GDELT's lines have 57, 58 or 61."
    on, added = day(cells[1]), day(cells[at + (6 if len(cells) < 61 else 7)])
    if not isinstance(on, date):
        return on
    code, root = said(cells[26]), said(cells[28])
    if len(root) == 1:  # a spreadsheet took the leading noughts off
        code, root = f"0{code}", f"0{root}"
    meant = plover(code)
    if meant is None:
        return f"its CAMEO code is {code!r}, which is none."
    actor, target = said(cells[6]) or said(cells[5]), said(cells[16]) or said(cells[15])
    if not actor and not target:
        return "it names no party."
    late = not isinstance(added, date) or (added - on).days > LATE
    ahead = 3 if len(cells) < 61 else 4
    return PastEvent(
        origin="gdelt", day=on, actor=_name(actor, cells[7]), target=_name(target, cells[17]), category=meant[0],
        mode=meant[1], act=act(meant[0]), actor_state=said(cells[7]), target_state=said(cells[17]),
        actor_kind=_kind(cells[5], cells[7], cells[12]), target_kind=_kind(cells[15], cells[17], cells[22]), code=code,
        place=said(cells[at]), lat=number(cells[at + ahead]), lon=number(cells[at + ahead + 1]), place_trust="doubtful",
        day_trust="doubtful" if late else "single", report=cells[0], source=said(cells[-1]) if len(cells) > 57 else "",
        sources=int(cells[32]) if cells[32].isdigit() else 1, line=line,
    )  # fmt: skip


def _name(name: str, state: str) -> str:
    """The party's name with its state where it is a role ("POLICE"), so that two states' police are two."""
    return f"{name} ({said(state)})" if said(state) and name.isupper() and _ROLE.search(name) else name


_ROLE = re.compile(
    r"\b(?:POLICE|GOVERNMENT|PRESIDENT|MINIST\w+|MILITARY|ARMY|TROOPS?|PROTEST\w*|CITIZENS?|STUDENTS?|REBELS?|COMPANY|COURT|JUDGE|LAWMAKERS?|"
    r"SENATE|SENATOR|PARLIAMENT|OFFICIALS?|AUTHORIT\w+|MEDIA|SCHOOL|VILLAGERS?|RESIDENTS?|CIVILIANS?|ACTIVISTS?|GUNM[AE]N|MILITANTS?|"
    r"OPPOSITION|EMBASSY|WORKERS?|CRIMINALS?|PRISON\w*|VOTERS?|IMMIGRANTS?|FARMERS?|EMPLOYEES?|DOCTORS?)\b"
)


def _kind(code: str, state: str, sector: str) -> str:
    """A state's code and nothing more is the state itself."""
    return said(sector) or ("STATE" if said(code) and said(code) == said(state) else "")
