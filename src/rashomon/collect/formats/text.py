"""Plain text and Markdown, with optional front matter (``key: value`` lines between two lines of ---)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.collect.decoding import decode
from rashomon.collect.laying import Found, clean, issue
from rashomon.records import Issue, Raw

_FRONT = re.compile(r"---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_KEYS = {
    "title": "title", "headline": "title", "url": "url", "link": "url", "source": "source", "outlet": "source",
    "author": "author", "published_at": "published", "published": "published", "date": "published",
    "edited_at": "edited", "language": "language", "lang": "language", "id": "id",
    "forwarded_from": "forwarded_from",
}  # fmt: skip
TITLE = 160
"""Characters a first line may have to be a headline. Of 156 headlines of real articles the longest has 125."""

_MARKS = (
    (re.compile(r"<!--(?:(?!<!--).){0,5000}?-->", re.DOTALL), ""),
    (re.compile(r"!\[([^\[\]\n]{0,500})\]\([^()\n]{0,2000}\)"), r"\1"),
    (re.compile(r"\[([^\[\]\n]{1,500})\]\([^()\n]{0,2000}\)"), r"\1"),
    (re.compile(r"^[ \t]{0,3}#{1,6}[ \t]{1,9}", re.MULTILINE), ""),
    (re.compile(r"^[ \t]{0,3}(?:>[ \t]?)+", re.MULTILINE), ""),
    (re.compile(r"(\*\*|__)(?=\S)([^\n*_]{1,500}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^\n*]{1,500}?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w_])_(?=\S)([^\n_]{1,500}?)(?<=\S)_(?![\w_])"), r"\1"),
)
"""Markdown's marks and what stays of them: the reader must meet words, not stars."""


@dataclass(frozen=True)
class Plugin:
    """``.txt``, ``.md``."""

    endings: tuple[str, ...] = (".txt", ".text", ".md", ".markdown")

    def parse(self, raw: Raw) -> Iterator[Found | Issue]:
        text, doubt = decode(raw.content, raw.location)
        if doubt:
            yield issue(raw, "wrong_encoding", doubt, "Save it as UTF-8.", "warning")
        text = clean(text)
        given: dict[str, str] = {}
        if front := _FRONT.match(text):
            given = _front(front.group(1))
            # "---" may also be a line that parts two texts: then nothing between two such lines is a key we know.
            text = text[front.end() :].strip() if given else text
        if raw.location.lower().endswith((".md", ".markdown")):
            heading = re.match(r"[ \t]{0,3}#{1,6}[ \t]", text) is not None
            for mark, rest in _MARKS:
                text = mark.sub(rest, text)
            text = text.strip()
            if heading and not given.get("title"):
                given["title"] = text.partition("\n")[0]
        given["title"] = given.get("title") or headline(text)
        yield Found(text=text, **given)  # type: ignore[arg-type]


def headline(text: str) -> str:
    """The first line, if it is short, ends like no sentence and more follows; else empty."""
    first, _, rest = text.partition("\n")
    first = first.strip()
    return first if rest.strip() and 0 < len(first) <= TITLE and first[-1] not in ".!?…,;:。" else ""


def _front(block: str) -> dict[str, str]:
    given: dict[str, str] = {}
    for one in block.split("\n"):
        name, _, value = one.partition(":")
        key, value = _KEYS.get(name.strip().lower()), value.strip()
        if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
            value = value[1:-1]
        if key and value:
            given.setdefault(key, value)
    return given
