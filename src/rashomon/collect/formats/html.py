"""Saved and fetched pages, read with trafilatura."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from rashomon.collect.addresses import host, web_address
from rashomon.collect.decoding import decode
from rashomon.collect.laying import Found, issue
from rashomon.collect.markup import Look, look
from rashomon.collect.stated import stated
from rashomon.records import Issue, Raw

MOST_ELEMENTS, MOST_ATTRIBUTES, MOST_IN_ALL, DEEPEST = 20_000, 500, 100_000, 240
"""Past these trafilatura is not asked: some of its steps grow with the square (100,000 attributes in one element took
77 s, 800,000 in all 15 s and 1.3 GB), and libxml2 cuts a tree at depth 256. Within them a page takes 5 s at most. The
largest of 171 news pages has 3,129 elements, 64 attributes in one, depth 33."""
LEAST = 80
"""Letters that the bare text of a page needs to be taken where trafilatura finds no article: less is "Loading…"."""


@dataclass(frozen=True)
class Plugin:
    """``.html``, ``.htm``, ``.xhtml``, and addresses."""

    endings: tuple[str, ...] = (".html", ".htm", ".xhtml", ".shtml")

    def parse(self, raw: Raw) -> Iterator[Found | Issue]:
        text, doubt = decode(raw.content, raw.location)
        if doubt:
            yield issue(raw, "wrong_encoding", doubt, "Save it as UTF-8 if the letters are wrong.", "warning")
        found, plainly = page(text, raw.location if "://" in raw.location else "", raw.fetched_at)
        if plainly and found.text:
            yield issue(raw, "read_plainly", plainly, "Look whether menus and adverts got in.", "warning")
        yield found


def page(markup: str, address: str, now: datetime) -> tuple[Found, str]:
    """Title, text, date, author and outlet of a page, and why it was read plainly, tag by tag, if it was.

    The text is empty where there is none: a page that scripts would have filled.
    """
    seen = look(markup)
    facts = stated(seen, now)
    text, title, data, plainly = _article(markup, address, seen, now)
    url = _url(address, seen, data)
    found = Found(
        text=text,
        title=(title or seen.metas.get("og:title", "")) if text else "",
        url=url,
        source=seen.metas.get("og:site_name") or facts.publisher or data.get("sitename") or host(url),
        author=data.get("author") or "",
        published=facts.published or data.get("date"),
        edited=facts.edited,
        language_hint=seen.language,
    )
    return found, plainly


def _article(markup: str, address: str, seen: Look, now: datetime) -> tuple[str, str, dict[str, Any], str]:
    """Text with a blank line between paragraphs, title, trafilatura's other finds, and why it was not asked."""
    many = seen.elements > MOST_ELEMENTS or seen.all_attributes > MOST_IN_ALL
    if many or seen.attributes > MOST_ATTRIBUTES or seen.depth > DEEPEST:
        why = (
            f"It is built in an unusual way ({seen.elements} elements, {seen.depth} deep), so all its text was taken"
            " without telling the article from what stands around it."
        )
        return seen.text, seen.metas.get("og:title", ""), {}, why
    data = _extracted(markup, address, now)
    if data.get("text"):
        return (
            "\n\n".join(line for line in data["text"].split("\n") if line.strip()),
            data.get("title") or "",
            data,
            "",
        )
    if sum(letter.isalpha() for letter in seen.text) >= LEAST:
        return (
            seen.text,
            data.get("title") or "",
            data,
            "No article stands out in it, so all its text was taken.",
        )
    return "", "", data, ""


def _extracted(markup: str, address: str, now: datetime) -> dict[str, Any]:
    import logging

    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it says there, our Issues say
    found = trafilatura.bare_extraction(
        markup.replace("\x00", ""),
        url=address or None,
        with_metadata=True,
        include_comments=False,
        # On 92 news pages (bench/pages.py): F1 0.964 so, 0.955 without, 0.950 also without tables.
        favor_precision=True,
        # Dates from the page's own marks only: the longer search takes a day out of the text, which may be any day.
        date_extraction_params={
            "extensive_search": False,
            "original_date": True,
            "max_date": f"{now:%Y-%m-%d}",
        },
    )
    return (
        {}
        if found is None
        else {name: getattr(found, name) for name in ("text", "title", "sitename", "author", "date", "url")}
    )


def _url(address: str, seen: Look, data: dict[str, Any]) -> str:
    """The address a page was fetched from, or the one that a saved page gives itself.

    A fetched page may name a shorter form of its own address, but not another host: it would borrow its name.
    """
    own = next(
        filter(None, map(web_address, (seen.canonical, seen.metas.get("og:url", ""), data.get("url") or ""))),
        "",
    )
    return own if not address or host(own) == host(address) else address
