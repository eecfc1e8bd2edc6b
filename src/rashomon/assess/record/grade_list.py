"""A list of graded sources, as others publish them → grades of this desk: CSV or TSV with a column for the source and one for the grade."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from rashomon.assess.record.declared import canonical
from rashomon.errors import Unreadable
from rashomon.records import Issue, Reliability

SOURCE = ("source_url_normalized", "domain", "source", "name", "outlet", "site", "url", "source_url")
GRADE = ("grade", "reliability", "fact", "factual", "factual reporting", "factual_reporting", "rating")
TOPIC = ("topic", "subject")
"""Names that columns go by, in lower case, the first found counts."""

WORDS: Mapping[str, Reliability] = {
    **{letter.casefold(): letter for letter in ("A", "B", "C", "D", "E", "F")},
    "very high": "A",
    "high": "B",
    "mostly factual": "B",
    "mixed": "C",
    "low": "D",
    "very low": "E",
}
"""What lists call it → letter. "Factual reporting" is judged of an outlet as a whole, mostly by what it failed in, and says nothing of one claim:
so "high" is a B. Admiralty letters stand as they are."""


def read_grades(path: Path) -> Iterator[tuple[str, str, Reliability] | Issue]:
    """(source, topic, grade) of each row; a row without one that is known becomes an Issue.

    Raises:
        Unreadable: it cannot be opened, is no UTF-8, or has no column for the source or the grade.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            yield from _rows(path, stream.readline(), stream)
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable(path, str(error), "Save it as UTF-8, CSV or TSV.") from error


def _rows(path: Path, head: str, stream: Iterator[str]) -> Iterator[tuple[str, str, Reliability] | Issue]:
    csv.field_size_limit(1_000_000)
    delimiter = "\t" if "\t" in head else ";" if head.count(";") > head.count(",") else ","
    columns = [one.strip().lower() for one in next(csv.reader([head], delimiter=delimiter), [])]
    place = {
        what: next((columns.index(one) for one in names if one in columns), -1)
        for what, names in (("source", SOURCE), ("grade", GRADE), ("topic", TOPIC))
    }
    if place["source"] < 0 or place["grade"] < 0:
        raise Unreadable(
            path, "its first line names no column for the source and the grade", "docs/how-to/sources.md lists the names."
        )  # fmt: skip
    rows = csv.reader(stream, delimiter=delimiter)
    number = 1
    while True:
        number += 1
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield _issue(path, number, str(error))
            continue
        if row is None:
            return
        if not any(cell.strip() for cell in row):
            continue
        cells = {what: row[n].strip() if 0 <= n < len(row) else "" for what, n in place.items()}
        grade = WORDS.get(" ".join(cells["grade"].casefold().replace("_", " ").replace("-", " ").split()))
        if not canonical(cells["source"]):
            yield _issue(path, number, "it names no source")
        elif grade is None:
            yield _issue(path, number, f"{cells['grade']!r} is no grade that is known")
        else:
            yield canonical(cells["source"]), cells["topic"], grade


def _issue(path: Path, number: int, reason: str) -> Issue:
    return Issue(
        stage="assess",
        subject=f"{path.name}, line {number}",
        code="bad_grade",
        reason=f"This grade was left out: {reason}.",
        remedy=f"Grades are {', '.join(WORDS)}.",
        severity="warning",
    )
