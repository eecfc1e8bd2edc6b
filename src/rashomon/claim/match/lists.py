"""Lists of checked claims → Earlier: ClaimReview (schema.org) as JSON-LD or JSON lines, plain JSON lines, CSV and TSV.

What a record calls its fields differs from list to list; ``FIELDS`` holds the names that are known. A record without words
becomes an Issue and the others are kept.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

from rashomon import edge
from rashomon.claim.match.outcome import earlier
from rashomon.errors import RecordError, Unreadable
from rashomon.records import Claim, Earlier, Issue, as_utc

FIELDS = {
    "text": ("claim", "text", "claimreviewed", "claim_text", "vclaim", "statement", "claim reviewed"),
    "title": ("title", "headline", "name", "review_title"),
    "id": ("id", "claim_id", "vclaim_id", "@id", ""),
    "language": ("language", "lang", "inlanguage"),
    "by": ("by", "claimant", "author", "speaker", "claim_author", "said_by"),
    "at": ("at", "claim_date", "claimdate", "said_at", "date_said"),
    "verdict": ("verdict", "rating", "textualrating", "label", "conclusion"),
    "reviewer": ("reviewer", "publisher", "review_publisher", "fact_checker", "organization", "organisation"),
    "reviewed_at": ("reviewed_at", "date", "review_date", "reviewdate", "datepublished", "published"),
    "url": ("url", "review_url", "link"),
}
"""Field of an Earlier → names it goes by, in lower case, the first found counts."""
WHOLE = 200_000_000
"""Bytes of a JSON file that is one value and so must be read whole; lines may be of any number."""
LONGEST = 20_000
"""Characters of a field that are kept."""
HEAD = 4_096


def read(path: Path, called: str = "") -> Iterator[Earlier | Issue]:
    """The claims of a file, in order.

    Raises:
        Unreadable: it cannot be opened, is no UTF-8, or is in none of the forms.
    """
    name = called or path.name.split(".")[0]
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            head = stream.read(HEAD)
            stream.seek(0)
            for number, item in _items(path, head, stream):
                if isinstance(item, Issue):
                    yield item
                else:
                    yield from _record(item, name, path, number)
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable(
            path, str(error), "Save it as UTF-8: ClaimReview JSON, JSON lines, CSV or TSV."
        ) from error


def _items(path: Path, head: str, stream: TextIO) -> Iterator[tuple[int, dict[str, Any] | Issue]]:
    begun = head.lstrip()[:1]
    if begun not in ("{", "["):
        yield from _rows(path, head, stream)
        return
    first = head.strip().split("\n", 1)[0]
    if begun == "{" and (_json(first) is not None or path.suffix in (".jsonl", ".ndjson")):
        yield from _lines(path, stream)
        return
    if path.stat().st_size > WHOLE:
        raise Unreadable(path, "it is one JSON value of more than 200 MB", "Write it as JSON lines.")
    whole = _json(stream.read())
    if whole is None:
        raise Unreadable(path, "it is not JSON", "Write one record a line, or one valid JSON value.")
    yield from enumerate(_reviews(whole), 1)


def _lines(path: Path, stream: TextIO) -> Iterator[tuple[int, dict[str, Any] | Issue]]:
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        item = _json(line)
        if isinstance(item, dict):
            for one in _reviews(item):
                yield number, one
        else:
            yield number, _broken(path, number, "it is no JSON object")


def _rows(path: Path, head: str, stream: TextIO) -> Iterator[tuple[int, dict[str, Any] | Issue]]:
    csv.field_size_limit(10_000_000)
    first = head.split("\n", 1)[0]
    delimiter = "\t" if "\t" in first else ";" if first.count(";") > first.count(",") else ","
    rows = csv.reader(stream, delimiter=delimiter)
    columns = [name.strip().lower() for name in next(rows, [])]
    if not set(columns) & set(FIELDS["text"]):
        raise Unreadable(path, "no column is called claim or text", "Name the columns in the first line.")
    number = 1
    while True:
        number += 1
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield number, _broken(path, number, str(error))
            continue
        if row is None:
            return
        if row:
            yield number, dict(zip(columns, row, strict=False))


def _reviews(value: Any) -> Iterator[dict[str, Any]]:
    """The objects that are records, wherever JSON-LD puts them; walked without recursion."""
    stack, seen = [value], 0
    while stack and seen < 10_000_000:
        one = stack.pop()
        seen += 1
        if isinstance(one, list):
            stack.extend(reversed(one))
        elif isinstance(one, dict):
            inner = [
                one[key]
                for key in ("@graph", "dataFeedElement", "itemListElement", "item", "claims", "items")
                if isinstance(one.get(key), list | dict)
            ]
            if inner and not _words(one):
                stack.extend(reversed(inner))
            else:
                yield one


def _words(one: dict[str, Any]) -> str:
    return _text(one, "text") or ""


def _record(item: dict[str, Any], called: str, path: Path, number: int) -> Iterator[Earlier | Issue]:
    if "members" in item and "positions" in item:  # a Claim as `rashomon claim` writes it
        try:
            yield earlier(edge.from_data(Claim, item, f"{path.name}, line {number}"))
        except RecordError as error:
            yield _broken(path, number, str(error))
        return
    flat = _flat(item)
    text = _text(flat, "text")
    if not text:
        yield _broken(path, number, "it has no claim")
        return
    times = {}
    for field in ("at", "reviewed_at"):
        given = _text(flat, field)
        times[field] = _moment(given)
        if given and times[field] is None:
            yield Issue(
                stage="match",
                subject=f"{path.name}, line {number}",
                code="bad_date",
                reason=f"{given[:40]!r} is no date; the claim is kept without it.",
                remedy="Write dates as 2023-05-03.",
                severity="warning",
            )
    yield Earlier(
        text=text,
        id=_text(flat, "id"),
        title=_text(flat, "title"),
        list=called,
        language=_text(flat, "language")[:20],
        by=_text(flat, "by"),
        at=times["at"],
        verdict=_text(flat, "verdict"),
        reviewer=_text(flat, "reviewer"),
        reviewed_at=times["reviewed_at"],
        url=_text(flat, "url"),
    )


def _flat(item: dict[str, Any]) -> dict[str, Any]:
    """A ClaimReview's inner objects laid beside its own fields, and all names in lower case."""
    flat = {str(key).lower(): value for key, value in islice(item.items(), 200)}
    if "claimreviewed" not in flat:
        return flat
    rating, reviewed = _object(flat.get("reviewrating")), _object(flat.get("itemreviewed"))
    flat["verdict"] = rating.get("alternateName") or rating.get("name") or rating.get("ratingValue") or ""
    flat["reviewer"] = _name(flat.pop("author", None)) or _name(flat.get("publisher"))
    flat["by"] = _name(reviewed.get("author"))
    flat["at"] = reviewed.get("datePublished") or ""
    flat.setdefault("title", flat.get("headline") or flat.get("name") or "")
    return flat


def _object(value: Any) -> dict[str, Any]:
    one = value[0] if isinstance(value, list) and value else value
    return one if isinstance(one, dict) else {}


def _name(value: Any) -> str:
    if isinstance(value, str):
        return value
    return str(_object(value).get("name") or "")


def _text(item: dict[str, Any], field: str) -> str:
    for name in FIELDS[field]:
        value = item.get(name)
        if isinstance(value, dict | list):
            value = _name(value)
        if value not in (None, ""):
            return str(value).strip()[:LONGEST]
    return ""


def _moment(text: str) -> datetime | None:
    """A date as lists write it; a day without a time is its first moment in UTC, a text that is none is left out."""
    if not text:
        return None
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = parse(text)
        except (ValueError, TypeError):
            continue
        return as_utc(found if found.tzinfo else found.replace(tzinfo=UTC))
    return None


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _broken(path: Path, number: int, why: str) -> Issue:
    return Issue(
        stage="match",
        subject=f"{path.name}, line {number}",
        code="bad_record",
        reason=f"This record was left out: {why}.",
        remedy="Mend it and import the file again; what is there already stays.",
        severity="warning",
    )
