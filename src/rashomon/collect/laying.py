"""From what a parser found to a Document: title laid first, dates believed or not, language told, text made safe."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from rashomon.collect import dates
from rashomon.collect.addresses import host, web_address
from rashomon.collect.languages import language, short
from rashomon.config import Collect
from rashomon.records import Document, Issue, Media, Raw, content_id

LONGEST_TITLE = 400
"""Characters of a headline; a longer "title" is text. The longest of 171 news pages has 170."""
LONGEST_ID = 200
MOST_MEDIA = 100
UNDATABLE = 20
"""Dates in one item that may fail before dates in words are no longer tried: each failure takes up to 0.2 s."""
_BAD = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


@dataclass(slots=True, kw_only=True)
class Found:
    """One thing a parser found, as plain text and words."""

    text: str
    title: str = ""
    id: str = ""
    url: str = ""
    source: str = ""
    author: str = ""
    published: object = None
    """As the source gives it: a datetime, a Unix time, or words that ``dates.parse`` understands."""
    edited: object = None
    language: str = ""
    """As stated for this very text."""
    language_hint: str = ""
    """As stated for the whole site or feed, often wrongly: it counts where the text itself does not tell."""
    forwarded_from: str = ""
    media: tuple[Media, ...] = ()
    place: str = ""
    """Where in the item it stands, as in ``line 3``; empty where it is the whole item."""


def issue(
    raw_or_place: Raw | str,
    code: str,
    reason: str,
    remedy: str = "",
    severity: Literal["error", "warning", "note"] = "error",
) -> Issue:
    """An Issue of this stage about an item."""
    place = raw_or_place if isinstance(raw_or_place, str) else raw_or_place.location
    return Issue(
        stage="collect", subject=place, code=code, reason=line(reason), remedy=remedy, severity=severity
    )


def clean(text: str) -> str:
    """Newlines levelled, control characters and lone surrogates replaced; the words stay as they are."""
    text = _BREAK.sub("\n", text).replace("\ufeff", "")
    return "\n".join(one.rstrip() for one in _BAD.sub("\N{REPLACEMENT CHARACTER}", text).split("\n")).strip()


def line(text: str) -> str:
    """Cleaned text on one line."""
    return " ".join(clean(text).split())


def headed(title: str, text: str) -> tuple[str, str]:
    """Title and text, the title being the first line of the text and, as title, written as it is there."""
    first = text.partition("\n")[0]
    if line(first).casefold() == title.casefold():
        return first.strip(), text
    if len(title) > LONGEST_TITLE:
        return "", text if text.startswith(title) else f"{title}\n\n{text}".strip()
    return title, f"{title}\n\n{text}".strip()


def shortened(text: str, limit: int) -> str:
    """At most ``limit`` characters, up to the end of a paragraph, else of a line, else of a word."""
    for edge in ("\n\n", "\n", " "):
        cut = text.rfind(edge, 0, limit + 1)
        if cut > limit // 2:
            return text[:cut].rstrip()
    return text[:limit].rstrip()


@dataclass(slots=True)
class Layer:
    """Lays the finds of one item."""

    raw: Raw
    now: datetime
    settings: Collect
    naive: int = 0
    undatable: int = 0

    def lay(self, found: Found) -> Iterator[Document | Issue]:
        """The Document of a find, after the Issues that came up; only Issues where nothing is left of it."""
        subject = f"{self.raw.location}, {found.place}" if found.place else self.raw.location
        title, text = line(found.title), clean(found.text)
        if not text and not title:
            yield issue(
                subject, "empty_text", "There is no text in it.",
                "If it is a page made by scripts, save it from a browser after it has loaded.",
            )  # fmt: skip
            return
        if title:
            title, text = headed(title, text)
        if len(text) > self.settings.max_text:
            text = shortened(text, self.settings.max_text)
            yield issue(
                subject, "cut", f"Its text is longer than {self.settings.max_text} characters; the rest was left out.",
                "Raise [collect] max_text in rashomon.toml.", "warning",
            )  # fmt: skip
        url = web_address(found.url)
        if found.url.strip() and not url:
            yield issue(
                subject, "bad_address", f"Its address {found.url[:60]!r} is no web address and was left out.",
                "Give an address that begins with http:// or https://.", "note",
            )  # fmt: skip
        published = yield from self._believed(found.published, "published", subject)
        edited = yield from self._believed(found.edited, "edited", subject)
        given = line(found.id)
        yield Document(
            id=given if 0 < len(given) <= LONGEST_ID else content_id(given or url or self._name, text),
            text=text,
            title=title,
            url=url,
            source=line(found.source).removeprefix("www.")
            or host(url)
            or host(self.raw.location)
            or self._name,
            author=line(found.author),
            published_at=published,
            # Many systems give every page a time of change, which is the time of publishing until there is one.
            edited_at=edited if edited and (published is None or edited > published) else None,
            fetched_at=self.raw.fetched_at,
            language=short(found.language) or language(text) or short(found.language_hint),
            location=self.raw.location,
            raw_sha256=self.raw.sha256,
            forwarded_from=line(found.forwarded_from),
            media=tuple(
                Media(kind=line(one.kind), name=line(one.name), caption=line(one.caption))
                for one in found.media[:MOST_MEDIA]
            ),
        )

    @property
    def _name(self) -> str:
        """The file's name: where nothing else is known, a reader knows the text by it. The same in every folder."""
        return re.split(r"[/\\]", self.raw.location.rstrip("/\\"))[-1]

    def _believed(self, value: object, what: str, subject: str) -> Generator[Issue, None, datetime | None]:
        if value is None or value == "":
            return None
        moment = dates.parse(value, self.now, in_words=self.undatable < UNDATABLE)
        if moment is None:
            self.undatable += 1
            yield issue(
                subject, "bad_date", f"When it was {what} is not known: {str(value)[:60]!r} names no one day.",
                "Write the date as in 2023-05-03T14:33:00+03:00.", "warning",
            )  # fmt: skip
            return None
        if code := dates.doubt(moment.at, self.now, self.settings.future_days):
            yield issue(
                subject, code, f"It says that it was {what} on {moment.at:%Y-%m-%d}; that cannot be and was left out.",
                "Mend the date at its source if you know it.", "warning",
            )  # fmt: skip
            return None
        self.naive += moment.naive
        return moment.at

    def last(self) -> Iterator[Issue]:
        """What is said once for the whole item."""
        if self.naive:
            yield issue(
                self.raw, "no_zone", f"{self.naive} of its dates name no time zone and were taken as UTC.",
                "Give dates with an offset, as in 2023-05-03T14:33:00+03:00.", "note",
            )  # fmt: skip
