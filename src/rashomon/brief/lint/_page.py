"""A page that a person wrote, as lines: Markdown or plain text, one line a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.brief.lint import _own
from rashomon.brief.lint._copy import Copy, Line

_FENCE = re.compile(r"^(```|~~~).*?^\1\s*$", re.MULTILINE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_NOTE = re.compile(r"^\[\^?[\w-]+\]:.*(?:\n(?: {2,}|\t).*)*", re.MULTILINE)
_QUOTED = re.compile(r"‹[^‹›]*›|“[^“”]*”|«[^«»]*»|(?<!\w)\"[^\"\n]*\"")
_MARK = re.compile(
    r"\[\^[\w-]+\]|\[\d+(?:[,–-] ?\d+)*\]|[\u00b9\u00b2\u00b3\u2070-\u2079]|\]\([^)\s]+\)|https?://\S+|<https?:[^>]+>"
    r"|\((?:[A-Z][^()]*,\s[^()]*\d[^()]*|[Ss]ources?: [^()]+)\)|\*\([^()]+\)\*"
)
"""What cites: a footnote mark, a number in brackets or raised, a link, an address, "(Outlet, 3 May)", "(source: …)", and
the counted ground of our own Markdown, "*(3 documents)*"."""
_BULLET = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+")
_HEAD = 80
"""Characters of a line without a full stop, alone in its paragraph, up to which plain text takes it for a heading."""


def of_page(text: str) -> Copy:
    """Lines of the page. Code, comments, footnotes and block quotations are left out; table cells are lines."""
    text = text.replace("\r\n", "\n").removeprefix("\ufeff")
    for pattern in (_COMMENT, _FENCE, _NOTE):
        text = pattern.sub("", text)
    return Copy(tuple(_lines(text)))


def _lines(text: str) -> Iterator[Line]:
    section, number = "page", 0
    for block, kind in _blocks(text):
        item = kind == "item"
        if kind == "heading":
            section, number = _bare(block) or "page", 0
            yield _line(section, "heading", block, "heading", True)
            continue
        if kind == "column":
            yield _line(section, "column", block, "heading", True)
            continue
        hidden = _hide(block)
        ranges = list(_own.sentences(hidden))
        whole = item and bool(ranges) and bool(_MARK.search(block[ranges[-1][0] :]))
        for start, end in ranges:
            number += 1
            cited = whole or bool(_MARK.search(block[start:end]))
            yield _line(section, str(number), block[start:end].strip(), "line", cited)


def _line(section: str, number: str, text: str, kind: str, cited: bool) -> Line:
    asks = text.rstrip("*_ ").endswith("?")
    own = _hide(text)
    # A question states nothing, and a line with no letter of ours neither: they need no citation.
    if kind == "line" and (
        asks or (not any(c.isalpha() for c in own.replace(_own.HIDDEN, "")) and not cited)
    ):
        kind = "question"
    return Line(section, number, text, own, own, kind=kind, cited=cited)


def _hide(text: str) -> str:
    """The sources' words, addresses and marks out of sight; offsets stay."""
    text = _QUOTED.sub(_covered, text)
    return re.sub(r"(?<=\])\([^)\s]+\)|https?://[^\s)\]>]+", lambda found: " " * len(found[0]), text)


def _covered(found: re.Match[str]) -> str:
    """A quotation out of sight; a stop it ends with may end our sentence too, and stays."""
    words = found[0]
    ends = words[-2:] if words[-2] in ".!?" else ""
    return _own.HIDDEN * (len(words) - len(ends)) + ends


def _bare(text: str) -> str:
    return re.sub(r"[*_`#]|\[\^[\w-]+\]", "", text).strip()


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """(text, heading, item or paragraph): a table's cells are items, those of its first row headings of columns."""
    part: list[str] = []
    item = in_table = False
    for raw in [*text.split("\n"), ""]:
        line = raw.rstrip()
        head = re.match(r"^#{1,6}\s+(.*?)\s*#*$", line)
        begins = head or not line.strip() or _BULLET.match(line) or line.lstrip().startswith((">", "|"))
        if begins and part:
            yield _part(part, item)
            part = []
        if head:
            yield head[1], "heading"
        elif line.lstrip().startswith("|"):
            cells = [] if re.fullmatch(r"[\s|:-]+", line) else re.split(r"(?<!\\)\|", line)
            yield from ((cell.strip(), "item" if in_table else "column") for cell in cells if cell.strip())
        elif line.strip() and not line.lstrip().startswith(">"):
            item = bool(_BULLET.match(line)) if not part else item
            part.append(_BULLET.sub("", line))
        in_table = line.lstrip().startswith("|")


def _part(part: list[str], item: bool) -> tuple[str, str]:
    text = "\n".join(part).strip()
    short = len(part) == 1 and len(text) <= _HEAD and not re.search(r"[.!…:\]\)\"”]\s*$", text)
    if item:
        return text, "item"
    return text, "heading" if short and not _MARK.search(text) else "paragraph"
