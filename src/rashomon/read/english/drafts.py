"""An attribution while it is being put together, in characters of the text."""

from __future__ import annotations

from dataclasses import dataclass, field

from rashomon.records import Range


@dataclass(slots=True)
class Draft:
    """``lemma`` is the head of the cue (a verb or a noun), ``frame`` how its content hangs on it."""

    lemma: str
    frame: str
    cue: list[Range]
    source: list[Range] = field(default_factory=list)
    content: list[Range] = field(default_factory=list)
    at: int = -1
    """Offset of the cue's head word."""
    negated: bool = False
    unnamed: bool = False
    """The text leaves out who spoke ("was accused of"), so nobody nearby may be taken for the speaker."""
    rank: int = 1
    """Of two drafts with one cue the lower rank stays."""


def joined(ranges: list[Range], text: str) -> list[Range]:
    """Sorted pieces; those that overlap or have only spaces between them made one. A line break keeps them apart:
    a quotation that runs over paragraphs has a piece in each."""
    out: list[Range] = []
    for s, e in sorted(r for r in ranges if r[0] < r[1]):
        if out and (s <= out[-1][1] or not text[out[-1][1] : s].strip(" \t\xa0")):
            out[-1] = (out[-1][0], max(e, out[-1][1]))
        else:
            out.append((s, e))
    return out


def without(ranges: list[Range], holes: list[Range], text: str) -> list[Range]:
    """The pieces with other ranges taken out, and no white space or stray comma left at their ends."""
    out = list(ranges)
    for hs, he in holes:
        cut: list[Range] = []
        for s, e in out:
            if he <= s or e <= hs:
                cut.append((s, e))
            else:
                cut += [(s, hs), (he, e)]
        out = cut
    return [r for r in (stripped(text, s, e) for s, e in out) if r[0] < r[1]]


def stripped(text: str, start: int, end: int, signs: str = " \t\r\n\xa0,;:–—-") -> Range:
    """The range without these signs at its ends."""
    while start < end and text[end - 1] in signs:
        end -= 1
    while start < end and text[start] in signs:
        start += 1
    return start, end
