"""The plain words of a brief: verbs for acts, names of languages, lists, dates and counts.

Everything here is ours, so none of it may weigh a claim: no word of likelihood or confidence stands here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path

import yaml

from rashomon.records import Document, Sentence

VERBS: dict[str, tuple[str, str, str]] = {
    # act: one speaker, several speakers, after "does not"
    "asserts": ("says", "say", "say"),
    "confirms": ("confirms", "confirm", "confirm"),
    "denies": ("denies", "deny", "deny"),
    "partly_denies": ("denies in part", "deny in part", "deny"),
    "accuses": ("accuses", "accuse", "accuse"),
    "doubts": ("doubts", "doubt", "doubt"),
    "demands": ("demands", "demand", "demand"),
    "threatens": ("threatens", "threaten", "threaten"),
    "promises": ("promises", "promise", "promise"),
    "warns": ("warns", "warn", "warn"),
    "declines": ("declines to say", "decline to say", "decline to say"),
    "retracts": ("takes back", "take back", "take back"),
    "asks": ("asks", "ask", "ask"),
    "hearsay": ("passes on", "pass on", "pass on"),
    "believes": ("believes", "believe", "believe"),
}
"""Acts of ``read/codebook.md`` and the verb we print; an act that is not here is printed as "says"."""

STANCES: dict[str, str] = {
    "asserts": "asserts",
    "denies": "denies",
    "partly_denies": "denies in part",
    "doubts": "doubts",
    "declines": "declines to say",
    "reports": "only reports",
    "silent": "silent",
    "retracts": "takes back",
}
STANDINGS: dict[str, str] = {
    "uncontested": "Uncontested",
    "disputed": "Disputed",
    "denied": "Denied",
    "retracted": "Taken back",
}
RELATIONS: dict[str, str] = {
    "original": "original",
    "copy": "copy",
    "forward": "forward",
    "translation": "translation",
    "update": "later version",
}
KINDS: dict[str, str] = {
    "person": "People",
    "state": "States",
    "organisation": "Organisations",
    "group": "Groups and networks",
    "place": "Places",
    "technology": "Technologies",
    "event": "Events",
    "other": "Other",
}
LANGUAGES: dict[str, str] = {
    "ar": "Arabic", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali", "bs": "Bosnian", "cs": "Czech",
    "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian",
    "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian",
    "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "it": "Italian", "ja": "Japanese",
    "ka": "Georgian", "kk": "Kazakh", "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian",
    "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "sk": "Slovak", "sl": "Slovene", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "th": "Thai",
    "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip

NOTE: tuple[str, ...] = (
    "Nothing on this page is stated as a fact by the page itself: every line says who said it and cites the place, or is"
    " marked as a judgement.",
    "“Curly marks” hold a speaker’s own words, as a report quotes them. ‹Angle marks› hold a report’s words"
    " for what was said or done. Where words were left out stands … or […].",
    "A root is a report that did not come from another one collected here. Copies, forwards and"
    " translations of a root are counted with it and corroborate nothing.",
    "Under “Is it true?” a claim is weighed in one of the seven phrases of ICD 203. How well founded that is stands in a"
    " sentence of its own. What cannot be judged yet gets none of them, and not the middle one.",
)
"""How to read a brief: printed on every page, whatever its form."""


def verb(act: str, speaker: str, *, negated: bool = False) -> str:
    """The verb of an act as this speaker does it: ``accuses``, ``accuse``, ``does not confirm``."""
    one, several, bare = VERBS.get(act, VERBS["asserts"])
    many = is_several(speaker)
    if negated:
        return f"{'do' if many else 'does'} not {bare}"
    return several if many else one


def is_several(name: str) -> bool:
    """Whether a speaker's name takes a plural verb: "two officials", "police", "A and B".

    A proper name is one speaker whatever its last letter ("the United States").
    """
    if " and " in name and not name.lower().startswith(("the ", "ministry")):
        return True
    head = re.split(r" (?:of|in|at|from|with|on|who|that) |,", name, maxsplit=1)[0].split()
    if not head:
        return False
    while len(head) > 1 and head[-1].endswith("ed"):
        head.pop()  # "videos shared", "officials interviewed"
    last = head[-1]
    return last in ("people", "police", "others", "many", "some") or (
        last.islower() and last.endswith("s") and not last.endswith(("ss", "us", "is", "'s", "’s"))
    )


@cache
def explanations() -> dict[str, str]:
    """Kind of rival explanation → its heading, from the table the claim stage finds them by."""
    table = Path(__file__).parents[1] / "claim" / "explanations.yaml"
    data = yaml.safe_load(table.read_text(encoding="utf-8")) if table.exists() else {}
    return {kind: str(entry.get("label", kind)) for kind, entry in data.items() if isinstance(entry, dict)}


def explanation(kind: str) -> str:
    return explanations().get(kind) or humanise(kind)


def humanise(key: str) -> str:
    """A key of one of our tables as words: ``done_by_others`` → "done by others"."""
    return key.replace("_", " ").strip()


def listed(items: Sequence[str], most: int = 6) -> str:
    """Items in one line; beyond ``most`` the rest is counted, never dropped silently."""
    if len(items) > most + 1:
        return ", ".join(items[:most]) + f" and {len(items) - most} more"
    if len(items) > 1:
        return ", ".join(items[:-1]) + " and " + items[-1]
    return "".join(items)


def count(number: int, one: str, several: str = "") -> str:
    """A number with its noun: "1 document", "2 stories"."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"


_MONTHS = "January February March April May June July August September October November December".split()


def day(moment: datetime) -> str:
    """A day without locale: "3 May 2023" (UTC)."""
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


def clock(moment: datetime) -> str:
    """A time of day in UTC: "12:05 UTC"."""
    return f"{moment:%H:%M} UTC"


def when(sentence: Sentence) -> str:
    """The time of a dated line beside its day: "published 12:05 UTC", "18:00–06:00 local time", "that day", "that week"."""
    at, until = sentence.at, sentence.until
    if at is None:
        return ""
    if sentence.precision == "published":
        return f"published {clock(at)}"
    if sentence.precision in ("minute", "part"):
        end = f"–{until:%H:%M}" if until is not None and until != at else ""
        return f"{at:%H:%M}{end} local time"
    if sentence.precision == "day":
        return "that day" if until is None or until.date() == at.date() else f"to {day(until)}"
    if sentence.precision in ("week", "month"):
        return f"to {day(until)}" if until is not None else f"that {sentence.precision}"
    return clock(at)


def stamp(moment: datetime) -> str:
    """Day and time: "3 May 2023, 12:05 UTC"."""
    return f"{day(moment)}, {clock(moment)}"


def period(moments: Iterable[datetime]) -> str:
    """From the first to the last day: "3 May 2023", "3–5 May 2023", "30 April 2023 to 2 May 2023"."""
    found = sorted(moments)
    if not found:
        return ""
    first, last = found[0], found[-1]
    if (first.year, first.month) == (last.year, last.month):
        return day(last) if first.day == last.day else f"{first.day}–{day(last)}"
    return f"{day(first)} to {day(last)}"


def language(code: str) -> str:
    """The language's English name, or its code where the table has none."""
    return LANGUAGES.get(code, code)


def outlet(document: Document) -> str:
    """The name a reader knows the publisher by; where none is known, it says so."""
    return one_line(document.source) or "an unnamed outlet"


def one_line(text: str) -> str:
    return " ".join(text.split())


def sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]


def is_latin(text: str) -> bool:
    """Whether most letters of the text are Latin; a text with no letters counts as Latin."""
    letters = [c for c in text if c.isalpha()]
    return sum("LATIN" in unicodedata.name(c, "") for c in letters) * 2 >= len(letters)
