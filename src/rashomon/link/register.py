"""The registry: states, their leaders, networks, ideologies and technologies, from facts in ``registry/*.yaml``.

One file a kind, one record a line, so that a mistake is named by file and line and a change can be reviewed like
code. Each record names the public list its facts come from (``registry/sources.yaml``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from rashomon.errors import RegistryError
from rashomon.link.entry import Entry, Tenure
from rashomon.records import Kind

__all__ = ["FILES", "HOME", "OFFICES", "Entry", "Office", "Register", "Tenure", "read", "register"]

HOME = Path(__file__).parent / "registry"
Office = Literal[
    "head_of_state", "head_of_government", "foreign_minister", "defence_minister", "vice_head_of_state",
    "commander_in_chief", "spokesperson", "legislature_head", "party_leader", "organisation_head", "former",
]  # fmt: skip
OFFICES: dict[str, str] = {
    "head_of_state": "head of state", "head_of_government": "head of government",
    "foreign_minister": "foreign minister", "defence_minister": "defence minister",
    "vice_head_of_state": "vice head of state", "commander_in_chief": "commander in chief",
    "spokesperson": "spokesperson", "legislature_head": "head of the legislature", "party_leader": "party leader",
    "organisation_head": "head of the organisation", "former": "former office",
}  # fmt: skip
"""Offices that a record may name; anything else is refused."""


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str = Field(min_length=1)
    also: list[str] = []
    ru: list[str] = []
    uk: list[str] = []
    source: str = ""
    see: str = ""

    @model_validator(mode="before")
    @classmethod
    def _lists(cls, data: Any) -> Any:
        if isinstance(data, dict):
            return {
                k: [v] if k in {"ru", "uk", "also"} and isinstance(v, str) else v for k, v in data.items()
            }
        return data

    @model_validator(mode="after")
    def _says_where_from(self) -> _Row:
        if not self.source and not self.see:
            raise ValueError("no source: name the public list these facts come from")
        return self


class _State(_Row):
    iso3: str = Field("", pattern=r"^([A-Z]{3})?$")
    capital: str = ""
    also_capital: list[str] = []
    people: list[str] = []
    seats: list[str] = []
    former: list[str] = []
    stems: list[str] = []
    capital_ru: str = ""
    capital_uk: str = ""
    ambiguous: bool = False
    ambiguous_people: bool = False
    member_of_un: bool = True
    status: str = ""


class _Tenure(BaseModel):
    model_config = ConfigDict(extra="forbid")

    office: Office
    of: str
    title: str = ""
    since: date | None = None
    until: date | None = None
    seen: tuple[date, date] | None = None

    @model_validator(mode="before")
    @classmethod
    def _loose_dates(cls, data: Any) -> Any:
        """A year or a month stands for its first day as a beginning and its last as an end; one day of ``seen`` for both."""
        if not isinstance(data, dict):
            return data
        data = {k: _day(v, last=k == "until") if k in {"since", "until"} else v for k, v in data.items()}
        if data.get("seen") is not None and not isinstance(data["seen"], list | tuple):
            data["seen"] = [data["seen"], data["seen"]]
        return data

    @model_validator(mode="after")
    def _in_order(self) -> _Tenure:
        if self.since and self.until and self.until < self.since:
            raise ValueError(f"until {self.until} lies before since {self.since}")
        if self.seen and self.since and self.until:
            raise ValueError("seen is for terms whose beginning or end is not known; this one has both")
        if self.seen and self.seen[1] < self.seen[0]:
            raise ValueError(f"last seen on {self.seen[1]}, before it was first seen on {self.seen[0]}")
        if self.seen and self.since and self.seen[1] < self.since:
            raise ValueError(f"last seen on {self.seen[1]}, before since {self.since}")
        if self.seen and self.until and self.until < self.seen[0]:
            raise ValueError(f"until {self.until} lies before it was first seen on {self.seen[0]}")
        return self


class _Leader(_Row):
    held: list[_Tenure] = []
    born: int | None = None
    died: date | None = None
    gender: Literal["", "f", "m"] = ""


class _Network(_Row):
    kind: Literal["alliance", "organisation", "armed_group", "agency", "company", "media", "party"]
    founded: int | None = None
    ended: int | None = None
    seat: str = ""
    state: str = ""
    members: list[str] = []
    of: str = ""


class _Ideology(_Row):
    kind: Literal["ideology", "doctrine", "movement"]
    since: int | None = None
    about: str = ""
    state: str = ""


class _Technology(_Row):
    kind: Literal[
        "missile", "rocket", "drone", "air_defence", "satellite", "launcher", "aircraft", "ship", "armour", "artillery",
        "chip", "ai", "nuclear", "cyber", "radar", "other",
    ]  # fmt: skip
    maker: str = ""
    state: str = ""
    users: list[str] = []
    range_km: float | None = Field(None, gt=0)
    payload_kg: float | None = Field(None, gt=0)
    speed: str = ""
    since: int | None = None
    about: str = ""


FILES: dict[str, tuple[str, type[_Row], Kind]] = {
    "states": ("state", _State, "state"),
    "leaders": ("person", _Leader, "person"),
    "networks": ("network", _Network, "organisation"),
    "ideologies": ("ideology", _Ideology, "other"),
    "technologies": ("technology", _Technology, "technology"),
}
"""File → prefix of its ids, form of its rows, kind of what they are."""
_FIELDS = frozenset(_Row.model_fields)


def _day(value: Any, *, last: bool) -> Any:
    text = str(value)
    if re.fullmatch(r"\d{4}", text):
        return f"{text}-12-31" if last else f"{text}-01-01"
    if re.fullmatch(r"\d{4}-\d{2}", text):
        if not last:
            return f"{text}-01"
        year, month = map(int, text.split("-"))
        return (date(year + month // 12, month % 12 + 1, 1)).toordinal() and _month_end(year, month)
    return value


def _month_end(year: int, month: int) -> date:
    return date.fromordinal(date(year + month // 12, month % 12 + 1, 1).toordinal() - 1)


class Register:
    """The records, by id and by what they are called."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self.entries = dict(entries)
        self._held: dict[tuple[str, str], list[tuple[Entry, Tenure]]] = {}
        for one in self:
            for t in one.tenures:
                self._held.setdefault((t.office, t.of), []).append((one, t))

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries.values())

    def __len__(self) -> int:
        return len(self.entries)

    def get(self, id: str) -> Entry | None:
        """The record of an id, through ``see``."""
        found = self.entries.get(id)
        while found is not None and found.see:
            found = self.entries.get(found.see)
        return found

    def holders(self, office: str, of: str, day: date | None) -> tuple[Entry, ...]:
        """Who held an office of a state or network on a day, as far as known; of every day where none is given. More than
        one where the lists overlap: then it is not known which.
        """
        held = self._held.get((office, of), ())
        return tuple({one.id: one for one, t in held if day is None or t.holds(day)}.values())

    def maybe(self, office: str, of: str, day: date) -> tuple[Entry, ...]:
        """Who may have held the office on a day: last seen in it before, and no one known to have begun since."""
        held = self._held.get((office, of), ())
        begun = [first for _, t in held if (first := t.first) is not None and first <= day]
        open_ = [
            one for one, t in held if t.may_hold(day) and not any(t.seen and t.seen[1] < at for at in begun)
        ]
        return tuple({one.id: one for one in open_}.values())


def read(folder: Path = HOME) -> Register:
    """The records of a folder of registry files.

    Raises:
        RegistryError: a file is no YAML, a record breaks the form, has an unknown source or points nowhere; the message
            names file and line.
    """
    sources = _load(folder / "sources.yaml") if (folder / "sources.yaml").exists() else {}
    entries: dict[str, Entry] = {}
    for file, (prefix, form, kind) in FILES.items():
        path = folder / f"{file}.yaml"
        if not path.exists():
            continue
        for key, row in _load(path).items():
            try:
                made = form.model_validate(row)
            except ValidationError as error:
                first = error.errors()[0]
                where = ".".join(str(part) for part in first["loc"])
                raise RegistryError(
                    _place(path, key), f"{key}: {where or 'record'}: {first['msg']}"
                ) from error
            entry = _entry(f"{prefix}:{key}", kind, made, path)
            if made.source and made.source.split()[0].rstrip(",") not in sources:
                raise RegistryError(
                    _place(path, key), f"{key}: the source {made.source!r} is not in sources.yaml"
                )
            entries[entry.id] = entry
    _check(entries, folder)
    return Register(entries)


def _entry(id: str, kind: Kind, row: _Row, path: Path) -> Entry:
    names = [(row.name, "en"), *((n, "en") for n in row.also)]
    if isinstance(row, _State):
        names += [(n, "en") for n in row.former]
    names += [(n, "ru") for n in row.ru] + [(n, "uk") for n in row.uk]
    tenures: tuple[Tenure, ...] = ()
    if isinstance(row, _Leader):
        tenures = tuple(
            Tenure(office=t.office, of=_full(t.of), title=t.title, since=t.since, until=t.until, seen=t.seen)
            for t in row.held
        )
    if isinstance(row, _Network) and row.kind == "armed_group":
        kind = "group"
    attributes = {
        k: v
        for k, v in row.model_dump(exclude_defaults=True, mode="json").items()
        if k not in _FIELDS and k not in {"held", "died"}
    }
    return Entry(
        id=id,
        kind=kind,
        name=row.name,
        names=tuple(dict.fromkeys(names)),
        source=row.source,
        attributes=attributes,
        tenures=tenures,
        died=getattr(row, "died", None),
        see=_full(row.see, id.split(":", maxsplit=1)[0]),
        place=path.name,
    )


def _full(id: str, prefix: str = "state") -> str:
    return id if not id or ":" in id else f"{prefix}:{id}"


def _check(entries: Mapping[str, Entry], folder: Path) -> None:
    """Refuse records that point nowhere or in a circle."""
    for entry in entries.values():
        path, key = folder / entry.place, entry.id.split(":", 1)[1]
        seen = [entry.id]
        at = entry
        while at.see:
            if at.see not in entries:
                raise RegistryError(_place(path, key), f"{key}: see: there is no record {at.see}")
            if at.see in seen:
                raise RegistryError(_place(path, key), f"{key}: see: a circle, {' → '.join([*seen, at.see])}")
            seen.append(at.see)
            at = entries[at.see]
        for tenure in entry.tenures:
            if tenure.of not in entries:
                raise RegistryError(_place(path, key), f"{key}: held: there is no record {tenure.of}")
            for word, day in (("held since", tenure.since), ("last seen", tenure.seen and tenure.seen[1])):
                if entry.died and day and day > entry.died:
                    raise RegistryError(_place(path, key), f"{key}: {word} {day}, but died on {entry.died}")
        for name in ("state", "members", "users"):
            given = entry.attributes.get(name, [])
            for code in [given] if isinstance(given, str) else given:
                if code and _full(code) not in entries:
                    raise RegistryError(_place(path, key), f"{key}: {name}: there is no state {code}")


def _load(path: Path) -> dict[str, Any]:
    try:
        with path.open(encoding="utf-8") as stream:
            loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
            data = yaml.load(stream, Loader=loader)  # noqa: S506 - a safe loader either way
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise RegistryError(f"{path}:{line}", f"no YAML: {error.problem}") from error
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise RegistryError(f"{path}:1", "the file must be records by id")
    twice = _twice(path)
    if twice:
        raise RegistryError(f"{path}:{twice[1]}", f"{twice[0]}: there are two records of this id")
    return {str(k): v for k, v in data.items()}


_KEY = re.compile(r"^(['\"]?)([^\s#'\"][^:'\"]*)\1:(?=\s|$)")


def _twice(path: Path) -> tuple[str, int] | None:
    seen: set[str] = set()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if match := _KEY.match(line):
            if match[2] in seen:
                return match[2], number
            seen.add(match[2])
    return None


def _place(path: Path, key: str) -> str:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if (match := _KEY.match(line)) and match[2] == key:
            return f"{path}:{number}"
    return str(path)


@cache
def register() -> Register:
    """The registry that ships, read once; from the cache of ``compiled`` where it is there."""
    from rashomon.link.compiled import compiled

    return Register({one.id: one for one in compiled().entries})
