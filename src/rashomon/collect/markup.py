"""One look over a page without building it: its text, its measure, and what its head says of it.

libxml2 calls us for each tag as it reads, so depth and size cost neither stack nor tree.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

BLOCKS = frozenset(
    "address article aside blockquote body br caption dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6"
    " header hr li main nav ol p pre section table td th title tr ul".split()
)
SILENT = frozenset("head iframe math noscript object script select style svg template textarea".split())
"""Elements whose content is no text for readers."""
MOST_LD = 1_000_000
"""Characters of JSON-LD that are kept; real pages have up to 200,000."""


@dataclass(slots=True)
class Look:
    """What one pass over a page found."""

    elements: int = 0
    depth: int = 0
    attributes: int = 0
    """Of the element that has most."""
    all_attributes: int = 0
    metas: dict[str, str] = field(default_factory=dict)
    """``<meta>`` by property, name or itemprop in small letters; the first of each."""
    ld: list[str] = field(default_factory=list)
    """JSON-LD blocks."""
    times: list[str] = field(default_factory=list)
    """``datetime`` of ``<time>`` elements that are marked as the time of publishing."""
    canonical: str = ""
    language: str = ""
    text: str = ""
    """All text between the tags, scripts left out, a blank line between blocks."""


def look(markup: str) -> Look:
    """Read a page once, in time and memory that grow with its length only."""
    from lxml import etree

    # "<?xml encoding=…?>" contradicts a text that is decoded already; NUL would end it, half a surrogate pair stop it.
    markup = markup.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
    markup = re.sub(r"^\s*<\?xml[^>]{0,200}>", "", markup)
    watcher = _Watcher()
    if not markup.strip():
        return watcher.found
    parser = etree.HTMLParser(target=watcher, huge_tree=True)
    try:
        parser.feed(markup)
        parser.close()
    except (etree.LxmlError, ValueError, AssertionError):
        pass  # what was read until here counts
    return watcher.finish()


def plain(markup: str) -> str:
    """The text of a fragment of HTML."""
    return look(f"<div>{markup}</div>").text


class _Watcher:
    """lxml's target: ``start``, ``end``, ``data`` and ``close`` are its names."""

    def __init__(self) -> None:
        self.found = Look()
        self._parts: list[str] = []
        self._depth = 0
        self._silent = 0
        self._in_ld = False
        self._ld_size = 0

    def start(self, tag: Any, attributes: Any) -> None:
        found = self.found
        found.elements += 1
        self._depth += 1
        found.depth = max(found.depth, self._depth)
        found.attributes = max(found.attributes, len(attributes))
        found.all_attributes += len(attributes)
        self._silent += tag in SILENT
        if tag in BLOCKS:
            self._parts.append("\n\n" if tag != "br" else "\n")
        if tag == "meta":
            name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
            if name and attributes.get("content"):
                found.metas.setdefault(name.lower(), attributes["content"].strip())
        elif tag == "time":
            marks = f"{attributes.get('itemprop', '')} {attributes.get('class', '')}".lower()
            if attributes.get("datetime") and ("publi" in marks or "pubdate" in attributes):
                found.times.append(attributes["datetime"])
        elif tag == "link" and attributes.get("rel", "").lower() == "canonical":
            found.canonical = found.canonical or attributes.get("href", "")
        elif tag == "html":
            found.language = attributes.get("lang", "")
        elif tag == "script":
            self._in_ld = "ld+json" in attributes.get("type", "").lower()
            if self._in_ld:
                found.ld.append("")

    def end(self, tag: Any) -> None:
        self._depth -= 1
        self._silent = max(0, self._silent - (tag in SILENT))
        if tag in BLOCKS and tag != "br":
            self._parts.append("\n\n")
        if tag == "script":
            self._in_ld = False

    def data(self, data: Any) -> None:
        if self._in_ld and self._ld_size < MOST_LD:
            self.found.ld[-1] += data
            self._ld_size += len(data)
        elif not self._silent:
            self._parts.append(data)

    def comment(self, text: Any) -> None:
        """Comments are no text."""

    def close(self) -> None:
        """lxml asks for it; ``finish`` is ours, and comes also after a page that broke off."""

    def finish(self) -> Look:
        """The look, its text put in order: lines trimmed, runs of spaces and of empty lines made one."""
        lines = (" ".join(line.split()) for line in "".join(self._parts).split("\n"))
        self.found.text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
        return self.found
