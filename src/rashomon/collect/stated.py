"""What a page states about itself for machines: when it was published and changed, and by which outlet."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from rashomon.collect import dates
from rashomon.collect.markup import Look

PUBLISHED = (
    "article:published_time", "datepublished", "og:published_time", "og:article:published_time",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "pubdate", "publishdate", "publish-date",
    "publication_date", "publish_date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "date",
)  # fmt: skip
"""``<meta>`` names of the time of publishing, those that mean nothing else first."""
EDITED = ("article:modified_time", "datemodified", "og:updated_time", "dcterms.modified", "last-modified")
DEEPEST, MOST = 6, 500
"""How far into JSON-LD we look, in levels and in objects: ``@graph`` lists and ``mainEntity`` lie two deep."""


@dataclass(frozen=True, slots=True)
class Stated:
    """Facts of one page; empty where it states none."""

    published: str = ""
    edited: str = ""
    publisher: str = ""


def stated(seen: Look, now: datetime) -> Stated:
    """Of ``<meta>`` and JSON-LD, the first that can be read; a bare day gives way to a time on or beside that day."""
    article = _article(seen.ld)
    ld = str(article.get("datePublished") or "")
    metas = [seen.metas[name] for name in PUBLISHED if seen.metas.get(name)]
    found = [value for value in (*metas[:1], ld, *metas[1:], *seen.times) if dates.parse(value, now)]
    publisher = article.get("publisher")
    publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
    name = publisher.get("name") if isinstance(publisher, dict) else publisher
    changes = (*(seen.metas.get(name) for name in EDITED), article.get("dateModified"))
    return Stated(
        published=_most_precise(found, now),
        edited=next((str(value) for value in changes if value and dates.parse(value, now)), ""),
        publisher=name if isinstance(name, str) and len(name) < 100 else "",
    )


def _most_precise(values: list[str], now: datetime) -> str:
    if not values:
        return ""
    first = dates.parse(values[0], now)
    for value in values:
        moment = dates.parse(value, now)
        # A day may differ by one from the same moment in UTC; a time further off is another time.
        if first and moment and not moment.naive and abs(moment.at - first.at) <= timedelta(days=1, hours=14):
            return value
    return values[0]


def _article(blocks: list[str]) -> dict[str, Any]:
    """The first JSON-LD object that is an article and has a date, else the first page that has one."""
    objects = [found for block in blocks for found in _objects(_loaded(block))][:MOST]
    for kind in ("Article", "Posting", "Report", "Review", "WebPage"):
        for found in objects:
            if any(str(name).endswith(kind) for name in _listed(found.get("@type"))) and found.get(
                "datePublished"
            ):
                return found
    return {}


def _loaded(block: str) -> Any:
    try:
        return json.loads(block, strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > DEEPEST:
        return
    if isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(data.get(key), depth + 1)
    elif isinstance(data, list):
        for one in data[:MOST]:
            yield from _objects(one, depth + 1)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
