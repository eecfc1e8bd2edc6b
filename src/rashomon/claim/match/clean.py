"""A text as people post it → the words of its claim, and who posted it. Bounded work on any text."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 6_000
"""Characters of a text that are looked at: some 900 words. What follows is not compared, and the answer says so."""

_LINK = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/|(?<!\w)t\.co/)[^\s<>\"”»]*", re.IGNORECASE)
_GLUED = re.compile(r"(?<=[^\s/.(])(?=https?://|pic\.twitter\.com/)", re.IGNORECASE)
_SIGNED = re.compile(r"(?:\s[-–]{1,2}|\s?—)\s+(@?[^—–@]{0,80}?)\s*\(@(\w{1,30})\)([^@()]{0,60})$")
"""How posts are quoted on pages: "… — Name (@handle) January 6, 2020"."""
_DATED = re.compile(r"\d")
_TAG = re.compile(r"[#@](\w{1,80})")
_HUMP = re.compile(r"(?<=[a-zа-яёіїєґ])(?=[A-ZА-ЯЁІЇЄҐ])|(?<=[^\W\d_])(?=\d)|_")

_QUOTES = re.compile(r"[\"“”„«»‹›`´]|(?<!\w)['‘’‚]|['‘’](?!\w)")
"""Marks of quotation, of which one list has these and another those; an apostrophe stays."""


def clean(text: str) -> tuple[str, str]:
    """The words without links, marks of tags and the signature; and the signature's name and handle, or empty."""
    text = unicodedata.normalize("NFC", text[:LONGEST])
    if not text.isprintable():
        text = "".join(_sign(c) for c in text)
    text = " ".join(text.split())
    text = _GLUED.sub(" ", text)
    who = ""
    signed = _SIGNED.search(text[-240:]) if "(@" in text[-240:] else None
    if signed and (not signed[3].strip() or _DATED.search(signed[3])):
        who = f"{signed[1]} {_apart(signed[2])}".strip()
        text = text[: max(0, len(text) - 240) + signed.start()]
    text = _LINK.sub(" ", text)
    text = _TAG.sub(lambda found: f" {_apart(found[1])} ", text)
    text = _QUOTES.sub(" ", text).replace("’", "'")
    return " ".join(text.split()), who


def _sign(c: str) -> str:
    """A character, or a blank for one that is not printed; soft hyphens and the like fall away."""
    kind = unicodedata.category(c)
    return c if kind[0] not in "C" else "" if kind == "Cf" else " "


def _apart(tag: str) -> str:
    """``SomeTag2020`` as words."""
    return _HUMP.sub(" ", tag)
