"""Items of a Wikidata dump, whole or an extract: one JSON object a line, with or without the dump's brackets and commas.

https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html. Kept: labels and aliases in English, Russian and Ukrainian,
what the item is (P31), offices held with their dates (P39), birth and death (P569, P570).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass

from rashomon.link.imports import broken, lines
from rashomon.link.register import Entry
from rashomon.records import Issue, Kind

LANGUAGES = ("en", "ru", "uk")
KINDS: dict[str, Kind] = {
    "Q5": "person", "Q6256": "state", "Q3624078": "state", "Q43229": "organisation", "Q4830453": "organisation",
    "Q484652": "organisation", "Q17149090": "group", "Q47913": "organisation", "Q327333": "organisation",
    "Q7278": "organisation", "Q515": "place", "Q486972": "place", "Q728": "technology", "Q15142889": "technology",
}  # fmt: skip
"""What an item is an instance of (P31) → its kind; an item of another class is ``other``."""
LONGEST = 50_000_000
"""Characters of a line: the largest items have 5 million."""


@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class Plugin:
    """The format ``wikidata``."""

    def read(self, path: Path) -> Iterator[Entry | Issue]:
        """One record for each item with a label in one of the languages."""
        with lines(path) as stream:
            number = 0
            while line := stream.readline(LONGEST):
                number += 1
                line = line.strip().rstrip(",")
                if line in {"", "[", "]"}:
                    continue
                try:
                    entry = _entry(json.loads(line))
                except (ValueError, TypeError, AttributeError, KeyError, RecursionError) as error:
                    yield broken(path, number, f"it is no Wikidata item ({type(error).__name__}).")
                    continue
                if entry is not None:
                    yield entry


def _entry(item: dict[str, Any]) -> Entry | None:
    labels = item.get("labels", {})
    names = [(labels[lang]["value"], lang) for lang in LANGUAGES if lang in labels]
    names += [(a["value"], lang) for lang in LANGUAGES for a in item.get("aliases", {}).get(lang, [])]
    if not names:
        return None
    claims = item.get("claims", {})
    classes = [_id(s) for s in claims.get("P31", [])]
    kind: Kind = next((KINDS[c] for c in classes if c in KINDS), "other")
    offices = [
        {"office": _id(s), "since": _day(s, "P580"), "until": _day(s, "P582")} for s in claims.get("P39", [])
    ]
    attributes: dict[str, Any] = {"wikidata": item["id"]}
    if held := [{k: v for k, v in one.items() if v} for one in offices if one["office"]]:
        attributes["offices"] = held
    died = next((d for s in claims.get("P570", []) if (d := _time(s.get("mainsnak", {})))), "")
    return Entry(
        id=f"wikidata:{item['id']}",
        kind=kind,
        name=names[0][0],
        names=tuple(dict.fromkeys(names)),
        source=f"wikidata {item['id']}",
        attributes=attributes,
        died=date.fromisoformat(died) if len(died) == 10 else None,
    )


def _id(statement: dict[str, Any]) -> str:
    value = statement.get("mainsnak", {}).get("datavalue", {}).get("value", {})
    return str(value.get("id", "")) if isinstance(value, dict) else ""


def _day(statement: dict[str, Any], property: str) -> str:
    found = statement.get("qualifiers", {}).get(property, [])
    return _time(found[0]) if found else ""


def _time(snak: dict[str, Any]) -> str:
    """A day, month or year as Wikidata's precision tells; empty for what is no day of our era."""
    value = snak.get("datavalue", {}).get("value", {})
    match = re.match(r"\+(\d{4})-(\d\d)-(\d\d)T", str(value.get("time", "")))
    if not match:
        return ""
    parts = match.groups()[: {9: 1, 10: 2}.get(value.get("precision"), 3)]
    return "-".join(p for p in parts if p != "00")
