"""CSV or TSV with a header: ``name`` and ``kind``, and as wanted ``id``, ``also``, ``ru``, ``uk``, ``state``, ``source`` …

Several names in one cell are parted by ``;`` or ``|``. A column of another name becomes an attribute.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass

from rashomon.errors import RegistryError
from rashomon.link.imports import broken, lines
from rashomon.link.register import Entry
from rashomon.records import Issue, Kind, content_id

KINDS = frozenset(get_args(Kind))
LONGEST = 1_000_000
"""Characters of a cell; a longer one is no name but a broken file."""


@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class Plugin:
    """The format ``table``."""

    def read(self, path: Path) -> Iterator[Entry | Issue]:
        """One record a row.

        Raises:
            RegistryError: the header has no column ``name``.
        """
        csv.field_size_limit(LONGEST)
        with lines(path) as stream:
            head = stream.readline()
            delimiter = "\t" if head.count("\t") > head.count(",") else ","
            columns = next(csv.reader([head.lstrip("\ufeff")], delimiter=delimiter), [])
            columns = [c.strip().lower() for c in columns]
            if "name" not in columns:
                raise RegistryError(
                    path, "there is no column called name", "The first line must name the columns."
                )
            rows = csv.reader(stream, delimiter=delimiter)
            number = 1
            while True:
                number += 1
                try:
                    row = next(rows)
                except StopIteration:
                    return
                except csv.Error as error:
                    yield broken(path, number, f"{error}.")
                    continue
                if row:
                    yield _entry(dict(zip(columns, row, strict=False)), path, number)


def _entry(row: dict[str, str], path: Path, number: int) -> Entry | Issue:
    name = row.pop("name", "").strip()
    kind = row.pop("kind", "").strip().lower() or "other"
    if not name:
        return broken(path, number, "it has no name.")
    if kind not in KINDS:
        return broken(path, number, f"its kind is {kind!r}; known are {', '.join(sorted(KINDS))}.")
    names = [(name, "en")]
    for column, language in (("also", "en"), ("aliases", "en"), ("ru", "ru"), ("uk", "uk")):
        names += [(n.strip(), language) for n in re.split(r"[;|]", row.pop(column, "")) if n.strip()]
    own = row.pop("id", "").strip()
    source = row.pop("source", "").strip() or path.name
    return Entry(
        id=f"{path.name.split('.')[0]}:{own or content_id(kind, name, source)}",
        kind=kind,  # type: ignore[arg-type]
        name=name,
        names=tuple(dict.fromkeys(names)),
        source=source,
        attributes={k: v.strip() for k, v in row.items() if k and v and v.strip()},
    )
