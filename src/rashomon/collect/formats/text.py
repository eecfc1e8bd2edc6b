"""Plain text and Markdown, with optional front matter (``key: value`` lines between two lines of ---)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rashomon.collect.decoding import decode
from rashomon.collect.laying import Found, issue
from rashomon.records import Issue, Raw

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n---[ \t]*\n", re.DOTALL)
_KEYS = {"title": "title", "url": "url", "source": "source", "author": "author", "published_at": "published",
         "date": "published", "language": "language", "id": "id"}  # fmt: skip
TITLE = 160
"""Characters a first line may have to be a title."""


@dataclass(frozen=True)
class Plugin:
    """``.txt``, ``.md``."""

    endings: tuple[str, ...] = (".txt", ".text", ".md", ".markdown")

    def parse(self, raw: Raw) -> Iterator[Found | Issue]:
        text, guessed = decode(raw.content, raw.location)
        if guessed:
            yield issue(
                raw,
                "wrong_encoding",
                f"It is not UTF-8; it was read as {guessed}.",
                "Save it as UTF-8.",
                "warning",
            )
        text = text.replace("\r\n", "\n").lstrip("\ufeff\n ")
        given: dict[str, str] = {}
        if front := _FRONT.match(text):
            for line in front.group(1).splitlines():
                name, _, value = line.partition(":")
                if name.strip().lower() in _KEYS and value.strip():
                    given[_KEYS[name.strip().lower()]] = value.strip().strip("\"'")
            text = text[front.end() :].lstrip()
        first, _, rest = text.partition("\n")
        if re.match(r"#{1,6}\s", first):
            given.setdefault("title", first.lstrip("# ").strip())
            text = rest
        elif (
            not given.get("title")
            and rest.startswith("\n")
            and len(first) <= TITLE
            and first[-1:] not in ".!?…"
        ):
            given["title"] = first.strip()
            text = rest
        yield replace(Found(text=text), **given)  # type: ignore[arg-type]
