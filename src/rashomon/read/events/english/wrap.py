"""Acts of words that wrap another act: a threat, a promise, a demand and a refusal are one event with what they are about."""

from __future__ import annotations

from rashomon.read.events.english.line import BREAKS
from rashomon.read.events.found import Found
from rashomon.read.events.line import Line

REACH = 16
"""Words behind the wrapping act in which what it is about is looked for."""
_ENDS = frozenset(
    "but while after because before despite following amid although though as when where which who since during whom".split()
)


def inner_of(line: Line, found: list[Found], n: int) -> list[int]:
    """Places in ``found`` of the acts that the act ``n`` is about."""
    end = scope(line, found[n])
    return [k for k in range(n + 1, len(found)) if found[k].head < end]


def scope(line: Line, found: Found) -> int:
    """Where the words end that an act of words is about."""
    k = max(found.last, found.head) + 1
    stop = min(len(line), k + REACH)
    while k < stop:
        word = line.low[k]
        if word in _ENDS or (word in BREAKS and word not in '()“”"-–'):
            return k
        if word == "," and not (
            k + 1 < stop and line.raw[k + 1][:1].isupper() and line.raw[k - 1][:1].isupper()
        ):
            return k
        k += 1
    return k
