"""What a source says of its time, as a moment; and whether to believe it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import lru_cache

OLDEST = 1900
"""Years before this are slips or empty fields (0001-01-01, 1601-01-01), not dates of publishing."""
LONGEST = 100
"""Characters of the longest date worth parsing."""

_STAMP = re.compile(r"\d{9,10}(?:\.\d{1,6})?|\d{13}")
_DAY = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Moment:
    """A parsed time. ``naive`` says that it named no zone and was taken as UTC."""

    at: datetime
    naive: bool = False


def parse(value: object, now: datetime) -> Moment | None:
    """The moment a value names, in UTC; None where it names none, or more than one.

    Takes datetimes, Unix seconds or milliseconds, ISO 8601, the form of mail headers, 31.12.2023 and 12/31/2023
    (03/04/2023 could be March or April and is not taken), and dates in words in the languages of dateparser.
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, datetime):
        return _utc(value)
    text = " ".join(str(value).split())
    if not text or len(text) > LONGEST:
        return None
    return _parse(text, now.year)


@lru_cache(maxsize=4096)
def _parse(text: str, year: int) -> Moment | None:
    if _STAMP.fullmatch(text):
        seconds = float(text) / (1000 if len(text.split(".", maxsplit=1)[0]) == 13 else 1)
        return Moment(datetime.fromtimestamp(seconds, UTC))
    try:
        return _utc(datetime.fromisoformat(text))
    except ValueError:
        pass
    if match := _DAY.fullmatch(text):
        return _day(match)
    try:
        found = parsedate_to_datetime(text)
        # RFC 5322: "-0000" is a time in UTC from a machine that does not tell its own zone.
        return _utc(found.replace(tzinfo=UTC) if text.endswith("-0000") else found)
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    return _in_words(text, year)


def _day(match: re.Match[str]) -> Moment | None:
    first, mark, second, year = int(match[1]), match[2], int(match[3]), int(match[4])
    if mark == "." or first > 12:
        day, month = first, second
    elif second > 12 or first == second:
        day, month = second, first
    else:
        return None
    try:
        hour, minute, second = [*(int(part or 0) for part in match.groups()[4:]), 0, 0, 0][:3]
        return _utc(datetime(year, month, day, hour, minute, second))  # noqa: DTZ001
    except ValueError:
        return None


def _in_words(text: str, year: int) -> Moment | None:
    """Day, month and year must all stand in the text: "May 2023" or "yesterday" names no day to rely on."""
    if not re.search(r"\d{4}", text) or not any(letter.isalpha() for letter in text):
        return None
    import dateparser

    base = datetime(year, 1, 1, tzinfo=UTC)
    rules = {"STRICT_PARSING": True, "PARSERS": ["absolute-time"], "RELATIVE_BASE": base.replace(tzinfo=None)}
    try:
        found = dateparser.parse(text, settings=rules)
    except Exception:  # noqa: BLE001 - it raises what it likes (re.error, OverflowError …) on odd input
        return None
    return _utc(found) if found is not None else None


def _utc(moment: datetime) -> Moment | None:
    naive = moment.utcoffset() is None
    try:
        return Moment(moment.replace(tzinfo=UTC) if naive else moment.astimezone(UTC), naive)
    except (OverflowError, ValueError):
        return None


def doubt(moment: datetime, now: datetime, future_days: float) -> str:
    """Why a moment cannot be when something was published: ``future_date``, ``old_date``, or empty if it can."""
    if moment.year < OLDEST:
        return "old_date"
    # The difference cannot overflow, as a sum with a large ``future_days`` could.
    return "future_date" if moment - now > timedelta(days=min(future_days, 1_000_000)) else ""
