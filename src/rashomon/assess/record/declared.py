"""What people said of sources: a grade, a taking back, a restoring. Kept beside what the cases show; the latest of each person holds."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from rashomon.assess.record.priors import RIGHT, Priors, together
from rashomon.records import Reliability, as_utc

FIELDS: dict[str, Literal["grade", "retract", "restore"]] = {
    "source.grade": "grade",
    "source.retract": "retract",
    "source.restore": "restore",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """One person's word on a source, or one line of a list that was looked up."""

    kind: Literal["grade", "retract", "restore"]
    source: str
    """As the desk knows it: id or name; of a list, a name or a site."""
    by: str
    at: datetime
    grade: Reliability = "F"
    topic: str = ""
    """Of a grade; empty: all topics."""
    why: str = ""
    list: str = ""
    """Name of the list it was looked up in; empty: a person of this desk says so."""

    def correction(self) -> tuple[str, str, str]:
        """Subject, field and value under which it is kept."""
        value = {"grade": self.grade, "topic": self.topic, "why": self.why, "list": self.list}
        return self.source, f"source.{self.kind}", json.dumps(value, ensure_ascii=False, sort_keys=True)

    @classmethod
    def of(cls, subject: str, field: str, value: str, by: str, at: datetime) -> Declared | None:
        """The word that a correction holds; ``None`` for one of something else, or that cannot be read."""
        if field not in FIELDS:
            return None
        try:
            data = json.loads(value)
            grade = data.get("grade", "F")
            return cls(
                kind=FIELDS[field], source=subject, by=by, at=as_utc(at), grade=grade if grade in RIGHT else "F",
                topic=str(data.get("topic", "")), why=str(data.get("why", "")), list=str(data.get("list", "")),
            )  # fmt: skip
        except (ValueError, AttributeError, TypeError):
            return None


def canonical(name: str) -> str:
    """A name or an address, so that ``https://www.Example.com/`` and ``example.com`` are one: lower case, of an address the site."""
    text = " ".join(name.split()).casefold()
    if "://" in text:
        text = text.partition("://")[2]
        text = text.partition("/")[0].partition("?")[0]
    elif "." in text and " " not in text:
        text = text.partition("/")[0]
    return text.removeprefix("www.").rstrip(".")


def retracted(said: Iterable[Declared]) -> dict[str, Declared]:
    """Sources that are taken back now, in lower case, each with the word that did it. The latest word holds, whoever it is from."""
    found: dict[str, Declared] = {}
    for one in sorted(said, key=lambda one: one.at):
        if one.kind == "retract":
            found[one.source.casefold()] = one
        elif one.kind == "restore":
            found.pop(one.source.casefold(), None)
    return found


def grades(said: Iterable[Declared]) -> dict[tuple[str, str], tuple[Declared, ...]]:
    """Grades that hold by (canonical source, topic): the latest of each person; where nobody gave one, of each list.

    A person who gives an F takes an earlier grade back.
    """
    latest: dict[tuple[str, str], dict[tuple[str, str], Declared]] = {}
    for one in sorted((one for one in said if one.kind == "grade"), key=lambda one: one.at):
        latest.setdefault((canonical(one.source), one.topic), {})[one.list, one.by] = one
    made: dict[tuple[str, str], tuple[Declared, ...]] = {}
    for key, each in latest.items():
        told = [one for one in each.values() if one.grade != "F"]
        people = [one for one in told if not one.list]
        if people or told:
            made[key] = tuple(people or told)
    return made


def priors(
    held: Mapping[tuple[str, str], tuple[Declared, ...]], names: Mapping[str, Iterable[str]]
) -> tuple[Priors, dict[tuple[str, str], Reliability]]:
    """What the sources of a desk start from: pseudo-cases, and one letter, by (source, topic).

    ``names``: source → what else it is called, sites included. Of several grades the cases are the mean and the letter is the lowest.
    """
    by_name: dict[str, list[tuple[str, tuple[Declared, ...]]]] = {}
    for (name, topic), told in held.items():
        by_name.setdefault(name, []).append((topic, told))
    cases, letters = {}, {}
    for source, others in names.items():
        found: dict[str, dict[str, Declared]] = {}
        for name in dict.fromkeys(canonical(one) for one in (source, *others)):
            for topic, told in by_name.get(name, ()):
                found.setdefault(topic, {}).update({f"{one.list}\0{one.by}\0{name}": one for one in told})
        for topic, each in found.items():
            people = [one for one in each.values() if not one.list] or list(each.values())
            cases[source, topic] = together(one.grade for one in people)
            letters[source, topic] = max(one.grade for one in people)
    return cases, letters
