"""FollowTheMoney entities, one JSON object a line, as OpenSanctions and Aleph export them.

https://followthemoney.tech: ``{"id", "schema", "properties": {"name": [...], "alias": [...], …}}``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass

from rashomon.link.imports import broken, lines
from rashomon.link.names import is_cyrillic
from rashomon.link.register import Entry
from rashomon.records import Issue, Kind

KINDS: dict[str, Kind] = {
    "Person": "person", "Organization": "organisation", "Company": "organisation", "PublicBody": "organisation",
    "LegalEntity": "organisation", "Vessel": "technology", "Airplane": "technology", "Event": "event",
}  # fmt: skip
"""Schemata that name something; the others are ties and papers, and are passed over."""
_NAMES = ("name", "alias", "weakAlias", "previousName", "abbreviation")
_KEPT = ("country", "nationality", "position", "birthDate", "deathDate", "topics", "wikidataId", "notes")
LONGEST = 10_000_000
"""Characters of a line."""


@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class Plugin:
    """The format ``followthemoney``."""

    def read(self, path: Path) -> Iterator[Entry | Issue]:
        """One record for each entity that has a name."""
        with lines(path) as stream:
            number = 0
            while line := stream.readline(LONGEST):
                number += 1
                if not line.strip():
                    continue
                try:
                    data = json.loads(line)
                    entry = _entry(data, path)
                except (ValueError, TypeError, AttributeError, KeyError, RecursionError) as error:
                    yield broken(path, number, f"it is no FollowTheMoney entity ({type(error).__name__}).")
                    continue
                if entry is not None:
                    yield entry


def _entry(data: dict[str, Any], path: Path) -> Entry | None:
    kind = KINDS.get(data["schema"])
    held: dict[str, list[str]] = data.get("properties", {})
    given = [str(n).strip() for field in _NAMES for n in held.get(field, []) if str(n).strip()]
    caption = str(data.get("caption", "")).strip()
    names = list(dict.fromkeys([*([caption] if caption in given else []), *given]))
    if kind is None or not names:
        return None
    return Entry(
        id=f"ftm:{data['id']}",
        kind=kind,
        name=names[0],
        names=tuple((n, "ru" if is_cyrillic(n) else "en") for n in names),
        source=", ".join(map(str, data.get("datasets", []))) or path.name,
        attributes={k: held[k] for k in _KEPT if held.get(k)},
    )
