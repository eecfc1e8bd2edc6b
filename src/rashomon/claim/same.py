"""Is it the same claim? Decided on ideas, numbers, polarity and roles, never on likeness alone.

Measured caution behind it (DESIGN): to an embedding "Russia accused Ukraine" and "Ukraine accused Russia" are one
sentence (cosine 0.999), "was" and "was not" nearly so (0.97), "12 killed" and "20 killed" too (0.95).
"""

from __future__ import annotations

from rashomon.claim.sense import Sense

VERBATIM = 0.6
"""Share of common words (Jaccard) from which two contents are the same words."""
CLOSE = 0.34
"""… and from which they are the same claim if most of the shorter one is in the longer."""
WITHIN = 0.7
"""That "most"."""
CONTRARY = 0.45
"""Share of common words (Jaccard) from which opposite polarity makes a contradiction."""
FEWEST = 3
"""Common words, of which one names a deed, below which only the same words are the same claim."""


def overlap(a: Sense, b: Sense) -> tuple[float, float]:
    """Jaccard of the words, and the share of the smaller set that is in the larger."""
    common = len(a.words & b.words)
    if not common:
        return 0.0, 0.0
    return common / len(a.words | b.words), common / min(len(a.words), len(b.words))


def swapped(a: Sense, b: Sense) -> bool:
    """Who did it and whom it was done to have changed places.

    By the doers where both tell them, else by the order in which two actors that both name stand.
    """
    shared = set(a.actors) & set(b.actors)
    if len(shared) < 2:
        return False
    if a.doers & shared and b.doers & shared:
        return not a.doers & b.doers
    first = [actor for actor in a.actors if actor in shared]
    second = [actor for actor in b.actors if actor in shared]
    return first[:2] != second[:2]


def conflicting(a: Sense, b: Sense) -> bool:
    """Both give numbers and neither's are among the other's."""
    return bool(a.numbers and b.numbers) and not (a.numbers <= b.numbers or b.numbers <= a.numbers)


def agreeing(a: Sense, b: Sense) -> bool:
    """Whether two contents speak of one thing, be it said to be so or not to be so."""
    if conflicting(a, b) or swapped(a, b) or a.modality != b.modality:
        return False
    if a.actors and b.actors and not set(a.actors) & set(b.actors):
        return False
    jaccard, within = overlap(a, b)
    common = a.words & b.words
    enough = len(common) >= FEWEST and bool(common & a.deeds)
    return (jaccard >= VERBATIM and len(common) > 1) or (enough and jaccard >= CLOSE and within >= WITHIN)


def same(a: Sense, b: Sense) -> bool:
    """Whether two contents put forward one proposition."""
    return a.negated == b.negated and agreeing(a, b)


def opposed(a: Sense, b: Sense) -> bool:
    """Whether one content says that what the other says is not so: the same words with the other polarity."""
    return a.negated != b.negated and agreeing(a, b) and overlap(a, b)[0] >= CONTRARY
