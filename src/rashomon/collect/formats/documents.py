"""JSON and JSON lines in our Document form, or in the form of tools whose field names we know."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rashomon.collect import telegram
from rashomon.collect.decoding import decode
from rashomon.collect.laying import Found, issue
from rashomon.records import Issue, Media, Raw

NAMES = {
    "text": ("text", "maintext", "body", "content", "article_text", "full_text"),
    "title": ("title", "headline", "name"),
    "id": ("id",),
    "url": ("url", "link", "canonical_url"),
    "source": ("source", "outlet", "publisher", "source_domain", "site", "sitename", "channel"),
    "author": ("author", "authors", "byline"),
    "published": (
        "published_at",
        "published",
        "date_publish",
        "date_published",
        "pub_date",
        "date",
        "created_at",
    ),
    "edited": ("edited_at", "modified", "date_modify"),
    "language": ("language", "lang"),
    "forwarded_from": ("forwarded_from",),
}
"""Ours first, then those of news-please, NewsAPI, GDELT dumps and common crawlers."""


@dataclass(frozen=True)
class Plugin:
    """``.json``, ``.jsonl``, ``.ndjson``."""

    endings: tuple[str, ...] = (".json", ".jsonl", ".ndjson")

    def parse(self, raw: Raw) -> Iterator[Found | Issue]:
        text, _ = decode(raw.content, raw.location)
        try:
            whole = json.loads(text)
        except (ValueError, RecursionError):
            yield from self._lines(raw, text)
            return
        if telegram.is_export(whole):
            yield from telegram.finds(whole)
            return
        if isinstance(whole, dict):
            whole = next(
                (
                    whole[key]
                    for key in ("documents", "articles", "items")
                    if isinstance(whole.get(key), list)
                ),
                [whole],
            )
        if not isinstance(whole, list):
            yield issue(raw, "bad_json", "It holds no documents.", REMEDY)
            return
        for number, row in enumerate(whole, 1):
            yield self._find(raw, row, f"item {number}")

    def _lines(self, raw: Raw, text: str) -> Iterator[Found | Issue]:
        """JSON lines; and what stands before the cut of a truncated array."""
        if text.lstrip().startswith("["):
            yield from self._array(raw, text)
            return
        for number, line in enumerate(text.splitlines(), 1):
            if line.strip():
                try:
                    row = json.loads(line)
                except (ValueError, RecursionError) as error:
                    yield issue(
                        raw, "bad_json", f"Line {number} is not JSON: {error}.", "Mend or complete that line."
                    )
                    continue
                yield self._find(raw, row, f"line {number}")

    def _array(self, raw: Raw, text: str) -> Iterator[Found | Issue]:
        decoder, at, number = json.JSONDecoder(), text.index("[") + 1, 0
        while True:
            while at < len(text) and text[at] in " \t\r\n,":
                at += 1
            try:
                row, at = decoder.raw_decode(text, at)
            except (ValueError, RecursionError) as error:
                yield issue(
                    raw,
                    "bad_json",
                    f"It breaks off after item {number}: {error}.",
                    "Get the whole file again.",
                )
                return
            number += 1
            yield self._find(raw, row, f"item {number}")

    def _find(self, raw: Raw, row: Any, place: str) -> Found | Issue:
        if not isinstance(row, dict):
            return issue(raw, "bad_record", f"Its {place} is not an object.", REMEDY)
        given: dict[str, str] = {}
        for name, others in NAMES.items():
            value = next((row[key] for key in others if row.get(key)), None)
            if isinstance(value, list):
                value = ", ".join(str(one) for one in value)
            if value is not None and not isinstance(value, dict):
                given[name] = str(value)
        if "text" not in given and "title" not in given:
            return issue(raw, "bad_record", f"Its {place} has no text.", REMEDY)
        media = tuple(
            Media(kind=str(m.get("kind", "file")), name=str(m.get("name", "")))
            for m in row.get("media") or () if isinstance(m, dict)
        )  # fmt: skip
        return Found(**{"text": "", **given}, media=media)


REMEDY = 'A document is an object with at least "text"; docs/reference/contracts.md has the form.'
