"""Russian and Ukrainian contents: who does what to whom, by case, voice and agreement; no parser is needed.

pymorphy3 gives every word's possible cases; the clause and the order of the words choose among them.
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.claim.proposition.cyrillic.clauses import clauses
from rashomon.claim.proposition.cyrillic.denial import deny
from rashomon.claim.proposition.cyrillic.forms import read, readings
from rashomon.claim.proposition.cyrillic.phrases import roles
from rashomon.claim.proposition.words import Parsed

__all__ = ["parse", "readings"]


def parse(text: str, language: str, dates: Sequence[tuple[int, int]] = ()) -> Parsed:
    """Words with their roles. ``dates``: stretches of the text that tell when, and take none."""
    sentence = read(text, language)
    for word in sentence.words:
        if any(s < word.end and word.start < e for s, e in dates):
            word.kind = "small"
    clauses(sentence)
    for clause in sentence.clauses:
        roles(sentence, clause)
    deny(sentence)
    return Parsed(words=sentence.words, language=language)
