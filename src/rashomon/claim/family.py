"""Are two claims of one matter? Looser than being the same claim: hedged or denied, it is still that matter."""

from __future__ import annotations

from rashomon.claim import lexicon
from rashomon.claim.position import Group
from rashomon.claim.sense import STEM, Sense

ALIKE = 0.34
"""Share of common words (Jaccard) from which two claims are of one matter …"""
MOST = 0.6
"""… or the share of the shorter one that is in the longer, with at least ``COMMON`` words."""
COMMON = 3


def akin(a: Group, b: Group) -> bool:
    """Whether two claims are of one matter, whatever they say of it."""
    return one_matter(a.head.sense, b.head.sense)


def one_matter(a: Sense, b: Sense, alike: float = ALIKE) -> bool:
    """The same of two contents: common ideas and names, of which one is a deed or a thing."""
    if a.doers and b.doers and not a.doers & b.doers:
        return False
    first, second = _plain(a), _plain(b)
    common = first & second
    if len(common) < 2 or all(word[0] in "@^" for word in common):
        return False
    within = len(common) / min(len(first), len(second))
    return len(common) / len(first | second) >= alike or (
        len(common) >= COMMON and within >= MOST and alike <= ALIKE
    )


def _plain(sense: Sense) -> frozenset[str]:
    """Words with ideas that come to the same as one, without plural endings and words that only frame."""
    words = lexicon.telling(sense.words, STEM)
    return frozenset(
        word[:-1] if word[-1] == "s" and len(word) > 3 and word[0].isalpha() else word for word in words
    )
