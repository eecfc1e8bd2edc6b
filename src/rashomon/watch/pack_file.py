"""YAML → Pack: every key is known and every pack complete, or it is refused with a sentence that names file and key."""

from __future__ import annotations

import dataclasses
import re
import types
import typing
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from rashomon import edge
from rashomon.errors import PackError, RecordError
from rashomon.records import Indicator, Pack, Sign

HOME = Path(__file__).parent / "packs"
LARGEST = 500_000
"""Bytes of a pack; the longest that ships has under 10,000."""
MOST_DAYS = 1_000
LETTER = re.compile(r"\w")
KEY = re.compile(r"[a-z][a-z0-9-]*\Z")
HOLE = re.compile(r"\{([^{}]*)\}")
NEEDED = ("name", "title", "why", "written", "expires", "tell", "roles", "resolution", "indicators")
EACH = ("key", "watched", "why", "bears_on", "where")


class _Strict(yaml.SafeLoader):
    """No key twice and no aliases: of two the first would be lost unseen, and aliases can make a small file huge."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise yaml.constructor.ConstructorError(
                None,
                None,
                "an alias (*) is not allowed",
                self.peek_event().start_mark,  # type: ignore[no-untyped-call]
            )
        return super().compose_node(parent, index)

    def construct_mapping(self, node: Any, deep: bool = False) -> Any:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key.value} stands twice", key.start_mark
                )
            seen.add(key.value)
        return super().construct_mapping(node, deep=deep)


def shipped() -> dict[str, Path]:
    """Name → file of the packs that ship, by name."""
    return {path.stem: path for path in sorted(HOME.glob("*.yaml"))}


def find(name: str) -> Path:
    """The file of a pack: a path, or the name of one that ships.

    Raises:
        PackError: there is none.
    """
    path = Path(name)
    if path.suffix in (".yaml", ".yml"):
        return path
    known = shipped()
    if name not in known:
        raise PackError(
            name, f"no such pack; there are {', '.join(known)}, or give a file that ends in .yaml"
        )
    return known[name]


def load(path: Path, today: date | None = None) -> Pack:
    """A pack from its file. With ``today`` one that is over by then is refused.

    Raises:
        PackError: with the file and the key that is wrong.
    """
    file = path.name
    data = _parsed(path)
    for key in NEEDED:
        if key not in data:
            raise PackError(f"{file}: {key}", "the key is missing")
    if not isinstance(data["indicators"], list) or not data["indicators"]:
        raise PackError(f"{file}: indicators", "there are none")
    for number, one in enumerate(data["indicators"], 1):
        _complete(one, f"{file}: indicators[{number}]")
    _known(Pack, data, file)
    try:
        pack = edge.from_data(Pack, {**_plain(data), "file": file}, file)
    except RecordError as error:
        raise PackError(
            f"{file}: {error.detail.partition(':')[0]}", error.detail.partition(": ")[2]
        ) from error
    _check(pack, file, today)
    return pack


def _parsed(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > LARGEST:
            raise PackError(path.name, f"larger than {LARGEST:,} bytes")
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=_Strict)  # noqa: S506 - a SafeLoader
    except OSError as error:
        raise PackError(path.name, error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise PackError(path.name, f"not UTF-8: {error}") from error
    except (yaml.YAMLError, RecursionError, ValueError, TypeError, AttributeError) as error:
        raise PackError(path.name, " ".join(str(error).split())) from error
    if not isinstance(data, dict):
        raise PackError(path.name, "not a mapping of keys")
    return data


def _complete(one: Any, where: str) -> None:
    """What no indicator may lack: without a threshold anything, or nothing, would raise it."""
    if not isinstance(one, Mapping):
        raise PackError(where, "not a mapping of keys")
    where = f"{where} {one.get('key', '')}".rstrip()
    for key in EACH:
        if not one.get(key):
            raise PackError(f"{where}: {key}", "the key is missing or empty")
    made = [key for key in ("signs", "all_of", "any_of") if one.get(key)]
    if len(made) != 1:
        raise PackError(
            where, f"it needs exactly one of signs, all_of and any_of, and has {', '.join(made) or 'none'}"
        )
    if made == ["signs"] and not one.get("absent"):
        for key in ("baseline", "threshold"):
            if not one.get(key):
                raise PackError(f"{where}: {key}", "the key is missing or empty")
    absent = one.get("absent")
    if isinstance(absent, Mapping) and not absent.get("after") and not one.get("baseline"):
        raise PackError(
            f"{where}: baseline", "without absent.after it is what would break off, and is missing or empty"
        )
    if made != ["signs"]:
        for key in ("baseline", "threshold", "absent", "sources"):
            if key in one:
                raise PackError(f"{where}: {key}", "it rests on other indicators, so this says nothing")


def _known(kind: Any, data: Any, where: str) -> None:
    """Refuses a key that no field of the record has: a mistyped one would silently change nothing."""
    if dataclasses.is_dataclass(kind):
        if not isinstance(data, Mapping):
            raise PackError(where, "not a mapping of keys")
        hints = typing.get_type_hints(kind)
        for key, value in data.items():
            if key not in hints or (kind is Pack and key == "file"):
                known = ", ".join(name for name in hints if name != "file")
                raise PackError(f"{where}: {key}", f"unknown key; there are {known}")
            _known(hints[key], value, f"{where}: {key}")
        return
    origin, inside = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        for one in inside:
            if dataclasses.is_dataclass(one) and data is not None:
                _known(one, data, where)
    elif origin is tuple and isinstance(data, list):
        for number, value in enumerate(data, 1):
            name = value.get("key") if isinstance(value, Mapping) else None
            _known(inside[0], value, f"{where}[{number}]" + (f" {name}" if name else ""))


def _plain(data: Any) -> Any:
    """A single list of words stands for one group, and a single word for a list of one."""
    if isinstance(data, dict):
        made = {key: _plain(value) for key, value in data.items()}
        groups = made.get("words")
        if isinstance(groups, list) and any(isinstance(one, str) for one in groups):
            made["words"] = [groups]
        return made
    return [_plain(one) for one in data] if isinstance(data, list) else data


def _check(pack: Pack, file: str, today: date | None) -> None:
    if not KEY.match(pack.name):
        raise PackError(f"{file}: name", f"{pack.name!r} is not small letters, digits and hyphens")
    if not pack.tell:
        raise PackError(f"{file}: tell", "nobody is to be told")
    if not 0 < pack.resolution.within_days <= MOST_DAYS or not pack.resolution.question.strip():
        raise PackError(f"{file}: resolution", f"it needs a question and 1 to {MOST_DAYS} days")
    if pack.expires <= pack.written:
        raise PackError(
            f"{file}: expires", f"{pack.expires} is not after {pack.written}, the day it was written"
        )
    roles = {one.name for one in pack.roles}
    keys: set[str] = set()
    _holes(pack.title, roles, f"{file}: title")
    for number, one in enumerate(pack.indicators, 1):
        where = f"{file}: indicators[{number}] {one.key}"
        if not KEY.match(one.key):
            raise PackError(f"{where}: key", "not small letters, digits and hyphens")
        if one.key in keys:
            raise PackError(f"{where}: key", "an indicator before it has this key")
        keys.add(one.key)
        _holes(one.watched, roles, f"{where}: watched")
        _numbers(one, where)
        for at, sign in enumerate(one.signs, 1):
            _sign(sign, roles, f"{where}: signs[{at}]")
        over = one.expires or pack.expires
        if one.expires is not None and one.expires <= pack.written:
            raise PackError(
                f"{where}: expires", f"{over} is not after {pack.written}, the day it was written"
            )
        if today is not None and over < today:
            raise PackError(f"{where}: expires", f"{over} is in the past")


def _holes(text: str, roles: set[str], where: str) -> None:
    for name in HOLE.findall(text):
        if name not in roles:
            raise PackError(where, f"{{{name}}} is no role of this pack")


def _numbers(one: Indicator, where: str) -> None:
    limit, usual = one.threshold, one.baseline
    if not 0 < limit.high <= limit.raised < 0.5:
        raise PackError(f"{where}: threshold", "tails must be 0 < high <= raised < 0.5")
    if limit.at_least < 1 or limit.owners < 1:
        raise PackError(f"{where}: threshold", "at_least and owners count from 1")
    if not 0 < usual.usual < 10_000 or not 14 <= usual.days <= MOST_DAYS:
        raise PackError(f"{where}: baseline", f"usual must be over 0, days 14 to {MOST_DAYS}")
    if not 1 <= one.window_days <= 28 or not 1 <= one.lapse_days <= MOST_DAYS:
        raise PackError(f"{where}: window_days", "1 to 28, and lapse_days 1 to 1000")
    if one.absent is not None and not 1 <= one.absent.within_days <= MOST_DAYS:
        raise PackError(f"{where}: absent", f"within_days must be 1 to {MOST_DAYS}")


FITS = {
    "event": {"action", "mode", "status", "actor", "target", "words", "without"},
    "saying": {"act", "actor", "words", "without"},
    "position": {"stance", "explanation", "actor", "words", "without"},
    "profile": {"section", "actor", "words", "without"},
    "words": {"actor", "target", "words", "without"},
}
"""Which keys say something for which trace."""


def _sign(sign: Sign, roles: set[str], where: str) -> None:
    given = {f.name for f in dataclasses.fields(sign) if f.name != "trace" and getattr(sign, f.name)}
    for name in sorted(given - FITS[sign.trace]):
        raise PackError(f"{where}: {name}", f"it says nothing for a sign of trace {sign.trace}")
    if not given - {"actor", "target", "without", "status"}:
        raise PackError(where, "it asks for nothing, so everything would be a sign")
    if sign.trace == "words" and not sign.words:
        raise PackError(f"{where}: words", "the key is missing or empty")
    for name in ("actor", "target"):
        role = getattr(sign, name)
        if role and role not in roles:
            raise PackError(
                f"{where}: {name}", f"{role} is no role of this pack; there are {', '.join(sorted(roles))}"
            )
    for word in [w for group in sign.words for w in group] + list(sign.without):
        if any(not part.strip("*") or "*" in part.rstrip("*") for part in word.split()) or not LETTER.search(
            word
        ):
            raise PackError(f"{where}: words", f"{word!r} is no word or phrase; a star may only end a word")
