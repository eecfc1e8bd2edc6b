"""Which records of the registry a name may stand for, by its form alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from rashomon.link.forms import level
from rashomon.link.names import is_cyrillic, person, skeleton
from rashomon.link.register import Entry, Register, register
from rashomon.link.transcription import transcribe

BONES = 3
"""Consonants that a surname must have to be looked for in another script."""
SHORT = 5
"""Letters of a name in capitals up to which it is only that name in capitals: "RAW", "MI5", not "raw"."""
GUESSED = 3
"""Names of a person that are transcribed by rule."""
LONGEST_KEY = 120
"""Characters of a key that count: databases index no more, and no name needs it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record and how its name fits."""

    entry: Entry
    form: str
    """``full`` (a whole name), ``surname`` (the last word of a person's), ``script`` (alike across scripts)."""


class Imported(Protocol):
    """Records that a desk imported, found by the keys of their names: ``store.imported``."""

    def find(self, keys: Sequence[str]) -> Sequence[tuple[str, Entry]]:
        """Key and record of every one that has one of the keys."""

    def get(self, id: str) -> Entry | None:
        """The record of an id."""


def keys(entry: Entry) -> tuple[str, ...]:
    """The keys an imported record is found by: those of its whole names, and of a person's across scripts."""
    made = [level(name) for name, _ in entry.names]
    if entry.kind == "person":
        words = [person(name) for name, _ in entry.names]
        made += [f"~{skeleton(f'{w[0]} {w[-1]}')}" for w in words if len(w) > 1]
    return tuple(dict.fromkeys(k[:LONGEST_KEY] for k in made if k.strip("~ ")))


def tables(records: Register) -> dict[str, dict[str, list[str]]]:
    """The keys of all names: of ``full`` names, the ``last`` words of persons' names, their consonants (``bones``), Cyrillic
    forms by rule (``guessed``, surnames behind a ``~``) and what is a name only in capitals (``shouted``); key → ids.
    """
    made: dict[str, dict[str, list[str]]] = {
        name: {} for name in ("full", "last", "bones", "guessed", "shouted")
    }
    short: dict[tuple[str, str], bool] = {}

    def add(table: str, by: str, id: str) -> None:
        if by and id not in (held := made[table].setdefault(by, [])):
            held.append(id)

    for entry in records:
        target = (records.get(entry.id) or entry).id
        for name, _ in entry.names:
            at = (level(name), target)
            add("full", *at)
            short[at] = name.isupper() and len(name) <= SHORT and short.get(at, True)
            words = person(name) if entry.kind == "person" else ()
            if len(words) > 1:
                add("last", level(words[-1]), target)
                add("bones", skeleton(" ".join((words[0], words[-1]))), target)
                add("bones", skeleton(words[-1]), target)
        if entry.kind == "person" and not any(is_cyrillic(name) for name, _ in entry.names):
            for by in _guesses(entry):
                add("guessed", by, target)
    for (by, id), only in short.items():
        if only:
            add("shouted", by, id)
    return made


def _guesses(entry: Entry) -> Iterator[str]:
    """Keys of a person's name in Cyrillic by rule."""
    states = [t.of.removeprefix("state:") for t in entry.tenures if t.of.startswith("state:")]
    for name, _ in entry.names[:GUESSED]:
        for form in transcribe(name, states[0] if states else ""):
            if len(words := form.split()) > 1:
                yield from (level(form), level(f"{words[0]} {words[-1]}"), f"~{level(words[-1])}")


class Index:
    """The registry's names by their keys, and behind them what a desk imported."""

    def __init__(
        self,
        records: Register,
        imported: Imported | None = None,
        made: Mapping[str, Mapping[str, list[str]]] | None = None,
    ) -> None:
        self.register = records
        self.imported = imported
        made = tables(records) if made is None else made
        self._full, self._last, self._bones = made["full"], made["last"], made["bones"]
        self._guessed, self._shouted = made["guessed"], made["shouted"]

    def of(self, name: str, *, is_person: bool) -> list[Candidate]:
        """Candidates for a name, titles off where it is a person's; whole names first. Empty for an unknown one."""
        words = person(name) if is_person else ()
        found: dict[str, str] = {}
        for form in dict.fromkeys((name, " ".join(words))):
            for id in self._full.get(level(form), ()):
                if form.strip(" .").isupper() or id not in self._shouted.get(level(form), ()):
                    found.setdefault(id, "full")
        if len(words) == 1:
            for id in self._last.get(level(words[0]), ()):
                found.setdefault(id, "surname")
            bones = skeleton(words[0]) if not found and is_cyrillic(name) else ""
            if len(bones) >= BONES:
                for id in self._bones.get(bones, ()):
                    found.setdefault(id, "surname")
        elif len(words) > 1 and not found and is_cyrillic(name):
            for id in self._bones.get(skeleton(" ".join((words[0], words[-1]))), ()):
                found.setdefault(id, "script")
        if not found and words and is_cyrillic(name):
            whole = level(" ".join(words)), level(" ".join((words[0], words[-1])))
            for by, form in (
                [(k, "script") for k in whole] if len(words) > 1 else [(f"~{level(words[0])}", "surname")]
            ):
                for id in self._guessed.get(by, ()):
                    found.setdefault(id, form)
        made = [Candidate(self.register.entries[id], form) for id, form in found.items()]
        return made + self._imported(name, words, {c.entry.id for c in made})

    def record(self, id: str) -> Entry | None:
        """The record of an id, of either kind."""
        return self.register.get(id) or (self.imported.get(id) if self.imported else None)

    def _imported(self, name: str, words: tuple[str, ...], known: set[str]) -> list[Candidate]:
        """Imported records of a whole name: among millions a surname alone tells nothing."""
        if self.imported is None or (words and len(words) < 2):
            return []
        asked = {level(form)[:LONGEST_KEY]: "full" for form in (name, " ".join(words)) if form}
        if words:
            asked[f"~{skeleton(f'{words[0]} {words[-1]}')}"[:LONGEST_KEY]] = "script"
        found: dict[str, Candidate] = {}
        for key, entry in self.imported.find([k for k in asked if k.strip("~ ")]):
            if entry.id not in known and (entry.id not in found or asked[key] == "full"):
                found[entry.id] = Candidate(entry, asked[key])
        full = [c for c in found.values() if c.form == "full"]
        return sorted(full or found.values(), key=lambda c: c.entry.id)


def index(imported: Imported | None = None) -> Index:
    """The registry that ships, made once, with what a desk imported behind it."""
    if imported is None:
        return _shipped()
    made = copy(_shipped())
    made.imported = imported
    return made


@cache
def _shipped() -> Index:
    from rashomon.link.compiled import compiled

    return Index(register(), made=compiled().tables)
