"""Where: the place named nearest to an act, and the part of a sentence in which an act is told."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rashomon.read.events.english.parties import Phrase
from rashomon.read.events.found import Found
from rashomon.read.events.line import Line
from rashomon.read.events.parties import Named
from rashomon.records import Mention, Range

_AT_PLACE = frozenset(
    "in at near on outside inside around over across into through throughout above off".split()
)
_SENT_TO = frozenset("AID MOBILIZE CONSULT AGREE".split())
"""Acts that end where they are directed: "sent food [to] Chad"."""
_STATE, _OTHER_CLAUSE, _TO = 25, 60, 20
"""Characters that a state is farther than a town, a name in another clause than one in the act's own, "to" than "in"."""


def place_of(line: Line, found: Found, named: Named, bounds: Phrase) -> Mention | None:
    """The place named nearest to an act behind "in", "at", "near" or "on"; ``None`` where there is none."""
    best: tuple[int, Mention] | None = None
    head = line.at[found.head][0]
    for mention in named.between(line.at[0][0], line.at[-1][1]):
        if mention.kind not in {"place", "state"}:
            continue
        at = next((k for k, (s, _) in enumerate(line.at) if s >= mention.start), None)
        behind = line.text[mention.end : mention.end + 2]
        if not at or behind in {"'s", "’s"}:
            continue
        before = list(line.low[max(0, at - 5) : at])
        k = len(before) - 1
        while (
            k >= 0
            and before[k] not in _AT_PLACE
            and k > len(before) - 5
            and before[k] not in {",", "by", "with", "from", "to", "'s", "against"}
        ):
            k -= 1
        to = before[-1] == "to" and found.entry.category in _SENT_TO
        if (k < 0 or before[k] not in _AT_PLACE) and not to:
            continue
        distance = (
            abs(mention.start - head)
            + (0 if mention.start > head else 30)
            + (200 if not bounds[0] <= at < bounds[1] else 0)
            + _STATE * (mention.kind == "state")
            + _TO * to
            + _OTHER_CLAUSE * _parted(line, *sorted((found.head, at)))
        )
        if best is None or distance < best[0]:
            best = (distance, mention)
    return best[1] if best else None


def _parted(line: Line, first: int, last: int) -> bool:
    """Whether another clause begins between two words: "while", ", and"."""
    between = line.low[first:last]
    return any(w in {"while", "but", ";", "whereas"} for w in between) or any(
        a == "," and b == "and" for a, b in pairwise(between)
    )


def floor_and_ceiling(line: Line, content: Sequence[Range], head: int) -> Phrase:
    """The words of a line that lie in the same piece of a content as the word ``head``; all where there is none."""
    place = line.at[head][0]
    for start, end in content:
        if start <= place < end:
            inside = [k for k, (s, e) in enumerate(line.at) if start <= s and e <= end]
            if inside:
                return inside[0], inside[-1] + 1
    return 0, len(line)
