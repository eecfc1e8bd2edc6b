"""Russian and Ukrainian contents: who does what to whom, by case, voice and agreement; no parser is needed.

pymorphy3 gives every word's possible cases; the clause and the order of the words choose among them.
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.claim.proposition.cyrillic.clauses import clauses
from rashomon.claim.proposition.cyrillic.denial import deny
from rashomon.claim.proposition.cyrillic.forms import PREPOSITIONS, read, readings
from rashomon.claim.proposition.cyrillic.phrases import roles
from rashomon.claim.proposition.words import Parsed

__all__ = ["parse", "readings"]


def parse(text: str, language: str, dates: Sequence[tuple[int, int]] = ()) -> Parsed:
    """Words with their roles. ``dates``: stretches of the text that tell when, and take none."""
    sentence = read(text, language)
    for n, word in enumerate(sentence.words):
        if any(s < word.end and word.start < e for s, e in dates):
            word.kind = "small"
            for m in (n - 1, n):
                # "В воскресенье танкер ...": the preposition is the day's and not that of the noun behind it.
                if m >= 0 and sentence.words[m].low in PREPOSITIONS:
                    sentence.words[m].kind, sentence.words[m].low, sentence.forms[m] = "small", "", ()
    clauses(sentence)
    for clause in sentence.clauses:
        roles(sentence, clause)
    deny(sentence)
    return Parsed(words=sentence.words, language=language)
