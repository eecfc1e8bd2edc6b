"""How rare a term is in the world's writing, from a table that ships: so a document's weights depend on no other document.

Weights taken from the set itself would change with every document that comes, and with them every likeness and story.
Measured (decisions/0011): they group no better.
"""

from __future__ import annotations

import csv
import math
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("rarity.csv")
"""Made by ``training/rarity.py`` from wordfreq; one line a level: ten times ``-ln`` of the share of documents, and its terms."""
RAREST = 1_000
"""Documents in one of which a term counts as rare as any: past 1 in 1,000 the development figures stay as they are."""
_YEAR = 30
_SHORT_NUMBER = 35
_TOP = round(10 * math.log(RAREST))


@cache
def _levels() -> dict[str, int]:
    with TABLE.open(encoding="utf-8", newline="") as stream:
        return {term: int(level) for level, terms in csv.reader(stream) for term in terms.split()}


def rarity(term: str) -> float:
    """``-ln`` of the share of documents that hold the term: near 0 for what stands everywhere, at most ln of ``RAREST``.

    ``@`` marks a name, ``~`` the bones of one. Numbers of two digits and years are common; other numbers are rare.
    """
    if term[-1].isdigit() and (number := term.lstrip("@~")).isdigit():
        if len(number) < 3:
            return _SHORT_NUMBER / 10
        return (_YEAR if len(number) == 4 and number[:2] in {"19", "20"} else _TOP) / 10
    return min(_levels().get(term, _TOP), _TOP) / 10
