"""Saved and fetched pages, read with trafilatura."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urlsplit

from rashomon.collect.decoding import decode
from rashomon.collect.laying import Found, issue
from rashomon.records import Issue, Raw

DEEPEST = 400
"""Nesting of elements beyond which a page is only stripped of its tags: real pages stay under 100."""
_META = re.compile(r"<meta\s[^>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_PUBLISHED = ("article:published_time", "datepublished", "date", "pubdate", "og:published_time", "dc.date")
_LD = re.compile(r"\"datePublished\"\s*:\s*(\"[^\"]{4,40}\")")
_LANG = re.compile(r"<html[^>]*\slang\s*=\s*[\"']?([A-Za-z]{2})", re.IGNORECASE)


@dataclass(frozen=True)
class Plugin:
    """``.html``, ``.htm``, ``.xhtml``, and addresses."""

    endings: tuple[str, ...] = (".html", ".htm", ".xhtml")

    def parse(self, raw: Raw) -> Iterator[Found | Issue]:
        text, guessed = decode(raw.content, raw.location)
        if guessed:
            yield issue(raw, "wrong_encoding", f"It is not UTF-8; it was read as {guessed}.", "", "warning")
        yield page(text, raw.location if "://" in raw.location else "")


def page(markup: str, address: str = "") -> Found:
    """Title, text, date, author and outlet of a page; an empty text where it has none."""
    if _depth(markup) > DEEPEST:
        return Found(text=stripped(markup), url=address, source=_host(address))
    import trafilatura

    found = trafilatura.bare_extraction(
        markup,
        url=address or None,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        favor_recall=False,
    )
    meta = _metas(markup)
    if found is None:
        return Found(text="", title="", url=address)
    data = found if isinstance(found, dict) else found.as_dict()
    url = data.get("url") or address
    return Found(
        text=re.sub(r"\n+", "\n\n", data.get("text") or ""),
        title=data.get("title") or "" if data.get("text") else "",
        url=url,
        source=meta.get("og:site_name") or data.get("sitename") or _host(url),
        author=data.get("author") or "",
        published=next((meta[name] for name in _PUBLISHED if meta.get(name)), None)
        or _ld(markup)
        or data.get("date"),
        language=lang.group(1) if (lang := _LANG.search(markup[:5000])) else "",
    )


def stripped(markup: str) -> str:
    """The text between the tags, scripts and styles left out; in time and depth bounded."""
    collector = _Text()
    collector.feed(markup)
    return re.sub(r"\n\s*\n+", "\n\n", "".join(collector.parts)).strip()


class _Text(HTMLParser):
    """Flat: it keeps no tree, so depth costs nothing."""

    BLOCKS = frozenset("p div br li h1 h2 h3 h4 h5 h6 tr section article blockquote".split())

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in {"script", "style", "noscript", "template"}
        if tag in self.BLOCKS:
            self.parts.append("\n\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style", "noscript", "template"}:
            self.hidden = max(0, self.hidden - 1)

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(data)


def _depth(markup: str) -> int:
    """An upper bound of how deep elements nest, from the tags alone."""
    deepest = depth = 0
    for match in re.finditer(r"<(/?)([a-zA-Z][\w-]*)[^<>]*?(/?)>", markup):
        if match[3] or match[2].lower() in {
            "meta",
            "link",
            "br",
            "img",
            "input",
            "hr",
            "p",
            "li",
            "source",
            "path",
        }:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _metas(markup: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in _META.findall(markup[:300_000]):
        attributes = {name.lower(): a or b for name, a, b in _ATTRIBUTE.findall(tag)}
        name = (
            attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        ).lower()
        if name and attributes.get("content"):
            found.setdefault(name, attributes["content"].strip())
    return found


def _ld(markup: str) -> str | None:
    match = _LD.search(markup)
    return str(json.loads(match.group(1))) if match else None


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
