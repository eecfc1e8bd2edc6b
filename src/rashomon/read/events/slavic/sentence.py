"""A sentence with its words folded and the tables of its language."""

from __future__ import annotations

from dataclasses import replace

from rashomon.read.events.line import Line
from rashomon.read.events.slavic.grammar import folded, grammar
from rashomon.read.events.slavic.lexicon import lexicon
from rashomon.read.events.slavic.text import Text


def text_of(words: Line, language: str) -> Text:
    """A sentence with its words folded and the tables of its language."""
    letters = [w for w in words.raw if w[0].isalpha() and len(w) > 2]
    shouted = len(letters) > 2 and sum(w.isupper() for w in letters) > len(letters) * 0.7
    return Text(
        replace(words, low=[folded(w) for w in words.raw]), grammar(language), lexicon(language), shouted
    )
