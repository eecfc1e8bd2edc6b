"""Headlines and labels: "Kyiv: we did not do it", "We did not do it: Kyiv", "REPORTER: What happened?".

Before the colon stands a short name and nothing else; a word that only files the report ("Live:", "Analysis:") is not
a speaker.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from rashomon.read.english.drafts import Draft, stripped
from rashomon.read.english.tree import VERB_TAGS, Tree
from rashomon.read.languages import en
from rashomon.records import Range

_COLON = re.compile(r":\s")
_LONGEST = 6
"""Words that a speaker before a colon may have ("Ukrainian foreign ministry spokesman")."""
_SHORTEST = 3
"""Words that must stand on the other side."""


def headline(tree: Tree, title_end: int) -> list[Draft]:
    """A draft for a headline that names its speaker beside a colon."""
    text = tree.text
    match = _COLON.search(text, 0, title_end)
    if match is None or _COLON.search(text, match.end(), title_end):
        return []
    left, right = stripped(text, 0, match.start()), stripped(text, match.end(), title_end)
    cue = (match.start(), match.start() + 1)
    if _speaker(tree, left) and _clause(text, right):
        return [Draft(":", "c", [cue], [left], [right], cue[0], rank=0)]
    if _speaker(tree, right) and _clause(text, left) and _verb(tree, left):
        return [Draft(":", "c", [cue], [right], [left], cue[0], rank=0)]
    return []


def labelled(tree: Tree, paragraphs: list[Range], title_end: int) -> list[Draft]:
    """Drafts for paragraphs of a transcript: a speaker in capitals, or a name before a quotation."""
    out: list[Draft] = []
    text = tree.text
    for start, end in paragraphs:
        if start < title_end:
            continue
        match = _COLON.search(text, start, min(end, start + 60))
        if match is None:
            continue
        left, right = (start, match.start()), stripped(text, match.end(), end, " \t\r\n\xa0")
        name = text[start : match.start()]
        quoted = text[right[0] : right[0] + 1] in ("“", '"', "«", "„")
        if (name.isupper() or quoted) and _speaker(tree, left) and right[0] < right[1]:
            cue = (match.start(), match.start() + 1)
            out.append(Draft(":", "c", [cue], [left], [right], cue[0], rank=0))
    return out


def _clause(text: str, place: Range) -> bool:
    return len(text[slice(*place)].split()) >= _SHORTEST


def _verb(tree: Tree, place: Range) -> bool:
    a, b = bisect_left(tree.starts, place[0]), bisect_left(tree.starts, place[1])
    return any(tree.tag[i] in VERB_TAGS or tree.tag[i] == "MD" for i in range(a, b))


def _speaker(tree: Tree, place: Range) -> bool:
    words = tree.text[slice(*place)].split()
    if not 0 < len(words) <= _LONGEST or not any(w[:1].isupper() for w in words):
        return False
    if (
        words[0].casefold().strip("'’s") in en.LABELS
        or words[-1].casefold() in en.LABELS
        or any(c.isdigit() for c in words[0])
    ):
        return False
    a, b = bisect_left(tree.starts, place[0]), bisect_right(tree.starts, place[1] - 1)
    tags = tree.tag[a:b]
    return not any(t in ("VBD", "VBZ", "VBP", "VB", "MD", "IN", "WP", "WRB", "TO") for t in tags) or (
        len(words) <= 2
        and all(w[:1].isupper() for w in words)
        and not any(t in ("MD", "TO", "WRB") for t in tags)
    )
