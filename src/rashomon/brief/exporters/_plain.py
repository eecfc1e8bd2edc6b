"""Text and addresses from outside, made safe to show. Escaping for a form is the form's own business."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, urlsplit

_BLANK = "\N{ZERO WIDTH SPACE}\N{SOFT HYPHEN}\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}\u180e"
"""Invisible and without meaning on a page: left out. The joiners U+200C and U+200D stay, Persian and emoji need them."""
_HIDDEN = re.compile(
    f"[{_BLANK}]|[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u206f\ufff9-\ufffb"
    "\ufdd0-\ufdef\ud800-\udfff\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """The text with control characters, direction overrides and half characters shown as ⟦U+202E⟧."""
    return _HIDDEN.sub(_show, text)


def _show(found: re.Match[str]) -> str:
    char = found.group()
    if char in _BLANK:
        return ""
    if char in "\r\u2028\u2029":
        return " "
    return f"⟦U+{ord(char):04X}⟧"


def link(url: str) -> str:
    """The address if a reader may follow it: http or https, a host, nothing hidden; else an empty text."""
    if len(url) > 2_000 or any(c.isspace() or unicodedata.category(c) in ("Cc", "Cf", "Cs") for c in url):
        return ""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https") or not host or "@" in parts.netloc or "\\" in url:
        return ""
    return quote(url, safe=":/?#[]@!$&'()*+,;=%~")


def name(text: str, taken: set[str], key: str) -> str:
    """A file name without its ending: the title's Latin words and the key, never one that is taken."""
    latin = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    stem = "-".join(re.findall(r"[a-z0-9]+", latin))[:48].strip("-")
    tail = "".join(re.findall(r"[a-z0-9]+", key.lower()))[:8]
    base = "-".join(part for part in (stem, tail) if part) or "story"
    made, number = base, 2
    while made in taken or made == "index":
        made, number = f"{base}-{number}", number + 1
    taken.add(made)
    return made
