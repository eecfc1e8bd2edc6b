"""Which records of the registry a name may stand for, by its form alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rashomon.link.forms import level
from rashomon.link.names import person, skeleton
from rashomon.link.register import Entry, Register, register


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record and how its name fits."""

    entry: Entry
    form: str
    """``full`` (a whole name), ``surname`` (the last word of a person's), ``script`` (alike across scripts)."""


class Index:
    """The registry's names by their keys. Immutable once made."""

    def __init__(self, records: Register) -> None:
        self.register = records
        self._full: dict[str, list[str]] = {}
        self._last: dict[str, list[str]] = {}
        self._bones: dict[str, list[str]] = {}
        for entry in records:
            target = records.get(entry.id) or entry
            for name, _ in entry.names:
                self._add(self._full, level(name), target.id)
                if entry.kind == "person":
                    words = person(name)
                    if len(words) > 1:
                        self._add(self._last, level(words[-1]), target.id)
                        self._add(self._bones, skeleton(" ".join((words[0], words[-1]))), target.id)

    @staticmethod
    def _add(to: dict[str, list[str]], by: str, id: str) -> None:
        if by and id not in (held := to.setdefault(by, [])):
            held.append(id)

    def of(self, name: str, *, is_person: bool) -> list[Candidate]:
        """Candidates for a name, titles off where it is a person's; whole names first. Empty for an unknown one."""
        words = person(name) if is_person else ()
        found: dict[str, str] = {}
        for form in dict.fromkeys((name, " ".join(words))):
            for id in self._full.get(level(form), ()):
                found.setdefault(id, "full")
        if len(words) == 1:
            for id in self._last.get(level(words[0]), ()):
                found.setdefault(id, "surname")
        elif len(words) > 1 and not found:
            for id in self._bones.get(skeleton(" ".join((words[0], words[-1]))), ()):
                found.setdefault(id, "script")
        return [Candidate(self.register.entries[id], form) for id, form in found.items()]

    def several_words(self) -> Iterator[tuple[str, Entry]]:
        """Names and records of networks, ideologies and technologies: what a text is searched for."""
        for entry in self.register:
            if entry.kind not in {"person", "state"}:
                for name, _ in entry.names:
                    yield name, self.register.get(entry.id) or entry


@cache
def index() -> Index:
    """The index of the registry that ships, made once."""
    return Index(register())
