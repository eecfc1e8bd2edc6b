"""English contents where no parser is installed: roles by the order of the words around the first deed."""

from __future__ import annotations

import re

from rashomon.claim.ideas import deeds, ideas
from rashomon.claim.proposition.words import AGENT, TARGET, WILD, Parsed, Word

TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*|[^\w\s]")
_SMALL = frozenset(
    "the a an of to in on at by for from with and or but that this these those it its he she they we i his her their our is are was were be been being am has have had do does did will would can could may might must should shall as than then who whom whose which what not no nor never there".split()
)
_PASSIVE = frozenset("was were is are been being be got get".split())


def parse(text: str) -> Parsed:
    """Words with roles by their order; negation by the nearest deed after it."""
    words: list[Word] = []
    for m in TOKEN.finditer(text):
        low = m.group().lower().replace("’", "'").removesuffix("'s")
        kind = "small" if low in _SMALL or not low[0].isalnum() else "number" if low[0].isdigit() else "noun"
        if kind == "noun" and m.group()[0].isupper() and m.start() and not ideas(low):
            kind = "name"
        if kind == "noun" and ideas(low) & deeds() and low.endswith(("ed", "ing")):
            kind = "verb"
        words.append(Word(low, low, kind, m.start(), m.end()))
    found = next((n for n, w in enumerate(words) if w.kind == "verb"), -1)
    if found < 0:
        found = next((n for n, w in enumerate(words) if ideas(w.low) & deeds()), -1)
    if found < 0:
        return Parsed(words=words, language="en")
    before = [w.low for w in words[max(0, found - 3) : found]]
    passive = any(low in _PASSIVE for low in before) and words[found].low.endswith(
        ("ed", "en", "n", "t", "k")
    )
    by = next((n for n, w in enumerate(words) if n > found and w.low == "by"), len(words))
    for n, word in enumerate(words):
        if word.kind not in {"noun", "name"} or n == found:
            continue
        if n < found:
            word.role = TARGET if passive else AGENT
        else:
            word.role = AGENT if n > by else WILD if passive else TARGET
        word.governor = found
    if any(w.low in {"not", "never", "no"} or w.low.endswith("n't") for w in words[: found + 1]):
        words[found].negated = True
    return Parsed(words=words, language="en")
