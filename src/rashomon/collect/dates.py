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

LANGUAGES = "en ru uk be de fr es it pt nl pl cs sk ro bg tr ar fa he zh ja ko sv da fi el hu".split()
"""Languages whose month names are known. Tried in all of dateparser's 200, a text that is no date takes 1.2 s."""

_STAMP = re.compile(r"\d{9,10}(?:\.\d{1,6})?|\d{13}")
_MAIL = re.compile(
    r"(?:[A-Za-z]{3},? )?\d{1,2}[ -][A-Za-z]{3}[ -]\d{2,4} \d{1,2}:\d{2}(?::\d{2})? ?"
    r"(?:[+-]\d{4}|UT|UTC|GMT|Z|[ECMP][SD]T)?(?: ?\([^()]*\))?"
)
"""What the mail parser may be given: "14:00 MSK" and "+02:00" it takes without a word for no zone at all."""
_NUMBERS = re.compile(r"(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d)")
_PARTS = (r"\d{4}", r"(?<!\d)\d{1,2}(?!\d)", r"[^\W\d_]")
_DAY = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Moment:
    """A parsed time. ``naive`` says that it named no zone and was taken as UTC."""

    at: datetime
    naive: bool = False


def parse(value: object, now: datetime, in_words: bool = True) -> Moment | None:
    """The moment a value names, in UTC; None where it names none, or more than one.

    Takes datetimes, Unix seconds or milliseconds, ISO 8601, the form of mail headers, 31.12.2023 and 12/31/2023
    (03/04/2023 could be March or April and is not taken), and with ``in_words`` dates as written in LANGUAGES,
    which is the slow part.
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, datetime):
        return _utc(value)
    text = " ".join(str(value).split())
    if not text or len(text) > LONGEST:
        return None
    return _parse(text, now.year, in_words)


@lru_cache(maxsize=4096)
def _parse(text: str, year: int, in_words: bool) -> Moment | None:
    if _STAMP.fullmatch(text):
        seconds = float(text) / (1000 if len(text.split(".", maxsplit=1)[0]) == 13 else 1)
        return Moment(datetime.fromtimestamp(seconds, UTC))
    try:
        return _utc(datetime.fromisoformat(text))
    except ValueError:
        pass
    if match := _DAY.fullmatch(text):
        return _day(match)
    if _MAIL.fullmatch(text):
        try:
            found = parsedate_to_datetime(text)
            # RFC 5322: "-0000" is a time in UTC from a machine that does not tell its own zone.
            return _utc(found.replace(tzinfo=UTC) if "-0000" in text else found)
        except (ValueError, TypeError, IndexError, OverflowError):
            pass
    return _in_words(text, year) if in_words else None


def _day(match: re.Match[str]) -> Moment | None:
    first, mark, second, year = int(match[1]), match[2], int(match[3]), int(match[4])
    if mark == "." or first > 12:
        day, month = first, second
    elif second > 12 or first == second:
        day, month = second, first
    else:
        return None
    try:
        hour, minute, second_ = (int(part or 0) for part in match.groups()[4:])
        return _utc(datetime(year, month, day, hour, minute, second_))  # noqa: DTZ001
    except ValueError:
        return None


def _in_words(text: str, year: int) -> Moment | None:
    """Day, month and year must all stand in the text: "May 2023" or "yesterday" names no day to rely on."""
    if _NUMBERS.search(text) or not all(re.search(part, text) for part in _PARTS):
        return None
    import dateparser

    base = datetime(year, 1, 1, tzinfo=UTC)
    rules = {
        "REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"],
        "RELATIVE_BASE": base.replace(tzinfo=None),
    }  # fmt: skip
    try:
        found = dateparser.parse(text, languages=LANGUAGES, settings=rules)
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
