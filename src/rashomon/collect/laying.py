"""From what a parser found to a Document: title laid first, dates believed or not, language told, text made safe."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from rashomon.config import Collect
from rashomon.records import Document, Issue, Media, Raw, content_id

SHORTEST = 20
"""Letters below which a text's language is not guessed."""
OLDEST = 1900
_BAD = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


@dataclass(slots=True, kw_only=True)
class Found:
    """One thing a parser found, as plain text and words."""

    text: str
    title: str = ""
    id: str = ""
    url: str = ""
    source: str = ""
    author: str = ""
    published: str | datetime | None = None
    edited: str | datetime | None = None
    language: str = ""
    forwarded_from: str = ""
    media: tuple[Media, ...] = ()


def issue(
    raw_or_place: Raw | str, code: str, reason: str, remedy: str = "", severity: str = "error"
) -> Issue:
    """An Issue of this stage about an item."""
    place = raw_or_place if isinstance(raw_or_place, str) else raw_or_place.location
    return Issue(stage="collect", subject=place, code=code, reason=reason, remedy=remedy, severity=severity)  # type: ignore[arg-type]


def clean(text: str) -> str:
    """Newlines levelled, control characters and lone surrogates replaced; the words stay as they are."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "")
    return "\n".join(
        line.rstrip() for line in _BAD.sub("\N{REPLACEMENT CHARACTER}", text).split("\n")
    ).strip()


def moment(value: str | datetime | None) -> tuple[datetime | None, bool]:
    """The time, and whether it lacked a zone and was taken as UTC. None where it is no time."""
    if value is None or value == "":
        return None, False
    if isinstance(value, str):
        text = value.strip()
        try:
            parsed = datetime.fromisoformat(text)
        except ValueError:
            try:
                parsed = parsedate_to_datetime(text)
            except (ValueError, TypeError, IndexError, OverflowError):
                return None, False
    else:
        parsed = value
    naive = parsed.tzinfo is None
    try:
        return (parsed.replace(tzinfo=UTC) if naive else parsed.astimezone(UTC)), naive
    except (OverflowError, ValueError):
        return None, False


@dataclass(slots=True)
class Layer:
    """Lays the finds of one item."""

    raw: Raw
    now: datetime
    settings: Collect
    naive: int = 0
    ids: set[str] = field(default_factory=set)

    def lay(self, found: Found) -> Iterator[Document | Issue]:
        """The Document of a find, after the Issues that came up; only Issues where nothing is left of it."""
        title, text = " ".join(clean(found.title).split()), clean(found.text)
        if not text and not title:
            yield issue(
                self.raw, "empty_text", f"There is no text in {found.id or found.url or 'it'}.",
                "If it is a page made by scripts, save it from a browser after it has loaded.",
            )  # fmt: skip
            return
        if title and not text.startswith(title):
            text = f"{title}\n\n{text}".strip()
        if len(text) > self.settings.max_text:
            cut = text.rfind("\n", 0, self.settings.max_text)
            text = text[: cut if cut > self.settings.max_text // 2 else self.settings.max_text]
            yield issue(
                self.raw, "cut", f"Its text is longer than {self.settings.max_text} characters; the rest was left out.",
                "Raise [collect] max_text in rashomon.toml.", "warning",
            )  # fmt: skip
        published = yield from self._believed(found.published, "published")
        edited = yield from self._believed(found.edited, "edited")
        yield Document(
            id=found.id or content_id(found.url or self.raw.location.rsplit("/", 1)[-1], text),
            text=text, title=title, url=found.url, source=" ".join(clean(found.source).split()),
            author=" ".join(clean(found.author).split()), published_at=published, edited_at=edited,
            fetched_at=self.raw.fetched_at, language=(found.language or language(text))[:2].lower(),
            location=self.raw.location, raw_sha256=self.raw.sha256,
            forwarded_from=" ".join(clean(found.forwarded_from).split()), media=found.media,
        )  # fmt: skip

    def _believed(self, value: str | datetime | None, what: str) -> Generator[Issue, None, datetime | None]:
        when, naive = moment(value)
        if value and when is None:
            yield issue(
                self.raw, "bad_date", f"The {what} date {str(value)[:60]!r} is not a date.", "", "warning"
            )
        if when is not None and (
            when > self.now + timedelta(days=self.settings.future_days) or when.year < OLDEST
        ):
            code = "future_date" if when > self.now else "old_date"
            yield issue(
                self.raw, code, f"The {what} date {when:%Y-%m-%d} cannot be right and was left out.",
                "Mend the date at its source if you know it.", "warning",
            )  # fmt: skip
            return None
        self.naive += naive
        return when

    def last(self) -> Iterator[Issue]:
        """What is said once for the whole item."""
        if self.naive:
            yield issue(
                self.raw, "no_zone", f"{self.naive} of its dates name no time zone and were taken as UTC.",
                "Give dates with an offset, as in 2023-05-03T14:33:00+03:00.", "note",
            )  # fmt: skip


def language(text: str) -> str:
    """ISO 639-1 code of the text's language by py3langid, or empty for a text too short to tell."""
    if sum(letter.isalpha() for letter in text[:400]) < SHORTEST:
        return ""
    import py3langid

    return str(py3langid.classify(text[:3000])[0])
