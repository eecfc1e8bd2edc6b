"""Contents cut back where the parser ran on: into the next report, over a semicolon, into a dateline."""

from __future__ import annotations

import re
from bisect import bisect_left

from rashomon.read.english.drafts import Draft, joined, stripped
from rashomon.read.english.quoting import Quoted
from rashomon.read.english.tree import Tree
from rashomon.records import Range

_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’-]+(?:[ ,/]+(?:[A-Z][A-Z.'’-]+|[A-Z][a-z]+\.?)){0,5})(?:\s*\([A-Z][\w ./-]{1,25}\))?\s*(?:—|–|--|-)\s+"
)
""" "KYIV, Ukraine (Wire) — ": where and by whom a report was written, before its first words."""


def dateline(text: str, place: Range, paragraph: Range) -> Range:
    """The range without the dateline of its paragraph."""
    start, end = place
    if start > paragraph[0]:
        return place
    match = _DATELINE.match(text, start, end)
    return (match.end(), end) if match else place


def cut(tree: Tree, quoted: Quoted, drafts: list[Draft]) -> None:
    """Contents of reported clauses ended where another cue of the same speaker begins or a semicolon parts them."""
    text = tree.text
    heads = sorted((d for d in drafts if d.cue and d.frame != "lone"), key=lambda d: d.at)
    for d in heads:
        if d.frame != "c" or quoted.at(d.at) >= 0 or not d.content or d.content[0][0] < d.at:
            continue
        pieces: list[Range] = []
        stop = len(text)
        for s, e in d.content:
            end = min(_end(tree, quoted, d, heads, s, e), stop)
            if end < e:
                stop = min(stop, end)
            if s < end:
                pieces.append(stripped(text, s, end) if end < e else (s, e))
        d.content = joined([p for p in pieces if p[0] < p[1]], text)


def _end(tree: Tree, quoted: Quoted, d: Draft, heads: list[Draft], start: int, end: int) -> int:
    text = tree.text
    for other in heads:
        if other is d or not start < other.at < end or quoted.at(other.at) >= 0:
            continue
        i = bisect_left(tree.starts, other.at)
        begin = other.cue[0][0]
        before = text[start:begin].rstrip()
        if tree.tag[i] == "VBG" and before.endswith(",") and tree.dep[i] == "advcl":
            # "…, adding that nobody was hurt" is its own report.
            end = min(end, begin)
            other.source = list(d.source)
        elif (
            tree.dep[i] == "conj"
            and tree.tag[i] == "VBD"
            and before.endswith((" and", " but"))
            and not any(tree.dep[k] in ("nsubj", "nsubjpass") for k in tree.kids[i])
            and tree.tag[tree.head[i]] not in ("VBD", "VBN")
        ):
            # "demanded that they leave and called for talks": the past goes back to the first cue.
            end = min(end, start + len(before) - 4)
            other.source = list(d.source)
    at = text.find(";", start, end)
    while at >= 0 and quoted.at(at) >= 0:
        at = text.find(";", at + 1, end)
    return min(end, at) if at > start else end
