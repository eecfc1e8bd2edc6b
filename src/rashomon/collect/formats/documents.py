"""JSON and JSON lines in our Document form, or in the form of tools whose field names we know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rashomon.collect import telegram
from rashomon.collect.decoding import decode
from rashomon.collect.laying import Found, issue
from rashomon.collect.markup import plain
from rashomon.collect.salvage import Elements, elements, loads
from rashomon.records import Issue, Media, Raw

NAMES = {
    "text": ("text", "maintext", "articleBody", "article_text", "full_text", "body", "content", "contents"),
    "title": ("title", "headline", "title_page"),
    "id": ("id", "_id", "guid"),
    "url": ("url", "link", "canonical_url", "source_url", "webUrl"),
    "source": ("source", "outlet", "publisher", "source_name", "source_domain", "sitename", "site", "domain", "channel"),
    "author": ("author", "authors", "byline", "creator"),
    "published": (
        "published_at", "publishedAt", "datePublished", "date_published", "date_publish", "published", "publish_date",
        "pub_date", "pubDate", "date", "created_at", "timestamp",
    ),
    "edited": ("edited_at", "dateModified", "date_modified", "date_modify", "modified", "updated_at"),
    "language": ("language", "lang", "inLanguage"),
    "forwarded_from": ("forwarded_from",),
}  # fmt: skip
"""Ours first, then those of schema.org, news-please, newspaper, NewsAPI, trafilatura and WordPress."""

LISTS = ("documents", "articles", "items", "posts", "data", "results", "entries")
"""Keys under which an object holds its documents."""
SUMMARIES = ("description", "summary", "excerpt")
"""Taken for the text where there is no other: half a report is better than none, and an Issue says so."""
_TAGS = re.compile(r"</(?:p|div|li|h\d|blockquote)>|<br ?/?>", re.IGNORECASE)
_ARRAY = re.compile(
    rf'\s*(?:\{{\s*(?:"[^"\\]{{0,200}}"\s*:\s*(?:"[^"\\]{{0,2000}}"|[-\w.]{{1,40}})\s*,\s*){{0,50}}"(?:{"|".join(LISTS)})"\s*:\s*)?\['
)
"""Begins an array of documents: at once, or under a key of LISTS that only plain values precede."""


@dataclass(frozen=True)
class Plugin:
    """``.json``, ``.jsonl``, ``.ndjson``: one object, an array, an object that holds one, or an object a line."""

    endings: tuple[str, ...] = (".json", ".jsonl", ".ndjson")

    def parse(self, raw: Raw) -> Iterator[Found | Issue]:
        text, doubt = decode(raw.content, raw.location)
        if doubt:
            yield issue(raw, "wrong_encoding", doubt, "Save it as UTF-8.", "warning")
        try:
            whole = loads(text)
        except ValueError as error:
            yield from self._in_pieces(raw, text, error)
            return
        if telegram.is_export(whole):
            yield from telegram.finds(whole, raw)
            return
        if isinstance(whole, dict) and not _first(whole, NAMES["text"]):
            whole = next((whole[key] for key in LISTS if isinstance(whole.get(key), list)), whole)
        rows = whole if isinstance(whole, list) else [whole]
        if not rows:
            yield issue(raw, "silent", "It is a list without documents.", "Look again later.", "note")
        for number, row in enumerate(rows, 1):
            yield from _find(raw, row, f"item {number}" if isinstance(whole, list) else "")

    def _in_pieces(self, raw: Raw, text: str, error: ValueError) -> Iterator[Found | Issue]:
        """A truncated export or array, JSON lines, or values one after the other."""
        if telegram.begins_like_export(text):
            yield from telegram.salvaged(text, raw)
        elif (array := _ARRAY.match(text)) and not _is_lines(text):
            yield from self._values(raw, elements(text, array.end()))
        elif _is_lines(text):
            for number, one in enumerate(text.split("\n"), 1):
                if one.strip():
                    try:
                        yield from _find(raw, loads(one), f"line {number}")
                    except ValueError as fault:
                        yield issue(
                            f"{raw.location}, line {number}", "bad_json", f"Line {number} is not JSON: {fault}.",
                            "Mend or complete that line.",
                        )  # fmt: skip
        else:
            yield from self._values(raw, elements(text, 0), error)

    def _values(self, raw: Raw, found: Elements, whole: ValueError | None = None) -> Iterator[Found | Issue]:
        for number, value in enumerate(found.values, 1):
            yield from _find(raw, value, f"item {number}")
        if found.fault:
            kept = f"It breaks off after item {len(found.values)}" if found.values else "It is no JSON"
            why = whole if whole and not found.values else found.fault
            yield issue(raw, "bad_json", f"{kept} ({why}).", "Get the whole file again.")


def _is_lines(text: str) -> bool:
    """Whether the first line that holds anything is a whole object and is not all there is."""
    first, _, rest = text.lstrip().partition("\n")
    try:
        return bool(rest.strip()) and isinstance(loads(first), dict)
    except ValueError:
        # A first line that is itself broken: then the second tells.
        second = rest.lstrip().partition("\n")[0]
        try:
            return first.startswith("{") and isinstance(loads(second), dict) if second.strip() else False
        except ValueError:
            return False


def _find(raw: Raw, row: Any, place: str) -> Iterator[Found | Issue]:
    subject = f"{raw.location}, {place}" if place else raw.location
    if not isinstance(row, dict):
        yield issue(subject, "bad_record", "It is no object.", REMEDY)
        return
    given = {name: words for name, keys in NAMES.items() if (words := _first(row, keys))}
    if "text" not in given:
        summary = _first(row, SUMMARIES)
        if not summary and "title" not in given:
            code = "empty_text" if any(key in row for key in NAMES["text"]) else "bad_record"
            yield issue(subject, code, "It has no text.", REMEDY)
            return
        what = "summary" if summary else "headline"
        yield issue(subject, "no_text", f"It has no text; its {what} stands for it.", REMEDY, "note")
        given["text"] = summary
    if _TAGS.search(given["text"]):
        given["text"] = plain(given["text"])
    yield Found(**given, media=_media(row.get("media")), place=place)


def _first(row: dict[str, Any], keys: tuple[str, ...]) -> str:
    return next(
        (words for key in keys if (words := _words(row.get(key), "\n\n" if "text" in keys else ", "))), ""
    )


def _words(value: Any, joint: str) -> str:
    """A value as words: lists joined, of an object its name or rendered text; empty for anything else."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list):
        return joint.join(
            words for one in value[:100_000] if not isinstance(one, list) and (words := _words(one, joint))
        )
    if isinstance(value, dict):
        # {"name": …} in schema.org and NewsAPI, {"rendered": …} in WordPress, {"$date": …} and {"$oid": …} in MongoDB
        return next(
            (
                v.strip()
                for key in ("name", "rendered", "text", "value", "$date", "$oid", "url")
                if isinstance(v := value.get(key), str)
            ),
            "",
        )
    return ""


def _media(value: Any) -> tuple[Media, ...]:
    return tuple(
        Media(kind=str(one.get("kind") or "file"), name=str(one.get("name") or ""), caption=str(one.get("caption") or ""))
        for one in (value if isinstance(value, list) else ()) if isinstance(one, dict)
    )  # fmt: skip


REMEDY = 'A document is an object with at least "text"; docs/reference/contracts.md has the form.'
