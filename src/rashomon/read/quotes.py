"""Quote marks paired into quotations: straight, curly, angle and low marks, nested, unbalanced, over paragraphs.

Apostrophes are told from single quote marks by what stands on either side. A quotation that its paragraph does not
close ends with the paragraph; where the next paragraph opens with a mark again, it goes on there (English usage).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.records import Range

_MARK = re.compile(r"``|''|[\"“”„‟«»‘’‚‛'`‹›＂「」『』]")
_OPENS = frozenset(("“", "„", "«", "``", "‹", "‟", "「", "『"))
_CLOSES = frozenset(("”", "»", "›", "」", "』"))
_SINGLE = frozenset(("'", "‘", "’", "‚", "‛", "`"))


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation. ``start`` and ``end`` hold the marks; only outermost quotations are given."""

    start: int
    end: int
    closed: bool
    goes_on: bool = False
    """It continues the quotation that the paragraph before left open."""
    single: bool = False


def paragraphs(text: str) -> list[Range]:
    """Paragraphs of the text without the white space around them.

    A blank line always parts them. A single line break parts them too, except in text that was wrapped by hand (mail,
    old wires): there a full line without an end goes on in the next.
    """
    lines: list[Range] = []
    at = 0
    for match in _BREAK.finditer(text):
        lines.append((at, match.start()))
        at = match.end()
    lines.append((at, len(text)))
    out: list[Range] = []
    wrapped = _wrapped(lines) or _flows(text, lines)
    open_line = False
    for start, end in lines:
        piece = text[start:end]
        left, right = len(piece) - len(piece.lstrip()), len(piece.rstrip())
        if left >= right:
            open_line = False
            continue
        if open_line and out:
            out[-1] = (out[-1][0], start + right)
        else:
            out.append((start + left, start + right))
        full = wrapped and right >= _FULL_LINE and piece[right - 1] not in _ENDS
        open_line = full and not piece[left:right].isupper()
    return out


_BREAK = re.compile(r"\r\n|[\n\r\u2028\u2029\x0b\x0c]")
_ENDS = '.!?…:"”»'
_FULL_LINE = 40
_WIDEST = 160
"""Characters of a line beyond which nobody wraps by hand."""
_WIDTHS = (50, 90)
"""A text is wrapped by hand when nine of ten of its lines are no longer than the second, and a third at least as long
as the first."""


def _wrapped(lines: Sequence[Range]) -> bool:
    lengths = [e - s for s, e in lines if e > s]
    if len(lengths) < 4:
        return False
    short = sum(n <= _WIDTHS[1] for n in lengths)
    return short * 10 >= 9 * len(lengths) and sum(n >= _WIDTHS[0] for n in lengths) * 3 >= len(lengths)


def _flows(text: str, lines: Sequence[Range]) -> bool:
    """Whether most lines go on in small letters where the line before broke off: wrapped by hand, at whatever width."""
    heads = [text[s:e].lstrip()[:1] for s, e in lines]
    follow = [
        head.islower()
        for (s, e), head, (a, b) in zip(lines, heads[1:], lines[1:], strict=False)
        if e - s >= _FULL_LINE and head and b > a
    ]
    longest = max((e - s for s, e in lines), default=0)
    return len(follow) >= 3 and sum(follow) * 2 >= len(follow) and longest <= _WIDEST


def quotations(text: str, within: Sequence[Range] | None = None) -> list[Quotation]:
    """Every outermost quotation, in order, each inside one paragraph. Linear in the text's length; never raises."""
    out: list[Quotation] = []
    left_open = False
    for start, end in paragraphs(text) if within is None else within:
        found = _in_paragraph(text, start, end)
        if found and left_open and found[0].start == start:
            first = found[0]
            found[0] = Quotation(first.start, first.end, first.closed, True, first.single)
        # Only the paragraph right below can take a quotation up again.
        left_open = bool(found) and not found[-1].closed
        out += found
    return out


def _in_paragraph(text: str, start: int, end: int) -> list[Quotation]:
    marks = [m for m in _MARK.finditer(text, start, end) if not _apostrophe(text, m, start, end)]
    out: list[Quotation] = []
    opened: re.Match[str] | None = None
    depth = 0
    for k, mark in enumerate(marks):
        sign = mark.group()
        if opened is None:
            if _may_open(text, mark, start, end) and (
                sign not in _SINGLE or _single_pair(text, marks, k, start, end)
            ):
                opened, depth = mark, 0
            continue
        first = opened.group()
        single = first in _SINGLE
        if (sign in _SINGLE) != single:
            continue
        if (sign in _OPENS and sign != first and sign not in ("“", "‟")) or (
            sign == first and sign in _OPENS
        ):
            # The mark is written again inside: nested, or the writer forgot to close the last one.
            if _closes_before(marks[k + 1 :], first):
                depth += 1
            continue
        if not _may_close(text, mark, start, end, first):
            continue
        if depth:
            depth -= 1
            continue
        out.append(Quotation(opened.start(), mark.end(), True, single=single))
        opened = None
    if opened is not None and opened.group() not in _SINGLE:
        out.append(Quotation(opened.start(), end, False))
    return out


def _closes_before(rest: Sequence[re.Match[str]], first: str) -> bool:
    """Whether at least two closing marks follow, so that an inner opening mark can be nested."""
    return sum(m.group() in _CLOSES or m.group() == "''" for m in rest[:8]) >= 2 and first in _OPENS


def _apostrophe(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    """A sign between letters ("it's"), before a shortened year ("'90s"), behind a plural ("states'")."""
    if mark.group() not in _SINGLE:
        return False
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    if before.isalnum() and after.isalnum():
        return True
    return after.isdigit() and text[mark.start()] in "'’" and text[mark.end() : mark.end() + 3][-1:] in "s "


def _may_open(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    sign = mark.group()
    if sign in _OPENS:
        return True
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    if sign in _CLOSES:
        # Some houses set ” on both sides, Scandinavians » … «.
        return (before.isspace() or mark.start() == start) and after.isalnum()
    return not before.isalnum() and not after.isspace() and before not in ".,!?"


def _may_close(text: str, mark: re.Match[str], start: int, end: int, first: str) -> bool:
    sign = mark.group()
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    if first in _SINGLE:
        return not before.isspace() and not after.isalnum()
    if sign == '"' or sign in ("''", "＂"):
        # A straight mark with a space before and a letter behind opens again; the last one was never closed.
        return not (before.isspace() and after.isalnum() and first == sign) or first != sign
    if sign == "“":
        return first in ("„", "‚")
    return True


def _single_pair(text: str, marks: Sequence[re.Match[str]], k: int, start: int, end: int) -> bool:
    """Whether a single mark that may open is closed in its paragraph: else it is an apostrophe."""
    sign = marks[k].group()
    wanted = {"‘": ("’", "'"), "'": ("'",), "`": ("'", "’"), "‚": ("‘", "’"), "‛": ("’",)}.get(sign, ())
    return any(m.group() in wanted and _may_close(text, m, start, end, sign) for m in marks[k + 1 : k + 9])
