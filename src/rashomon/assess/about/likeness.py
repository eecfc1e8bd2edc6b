"""Whether two texts speak of one matter: by the words of weight they share. Coarse; who did what to whom is told elsewhere."""

from __future__ import annotations

import re
from functools import lru_cache

STEM = 5
"""Letters kept of a word, so that its endings do not count."""
SHORTEST = 4
"""Letters of a word of weight."""
LONGEST = 1_500
"""Characters of a text that are looked into."""
_WORD = re.compile(r"[^\W\d_]+")
_LIGHT = frozenset(
    "that this these those with from have been were would could should their there which about after before into over more than when what "
    "said says told they them also only some such other very will shall might must because while where whose "
    "что этот эта это эти был была было были будет который которая которые после перед между также только более может было если когда "
    "цей ця це ці був була було були буде який яка які після перед між також тільки лише більше може якщо коли "
    "monday tuesday wednesday thursday friday saturday sunday today yesterday night morning evening week month year".split()
)


@lru_cache(maxsize=20_000)
def stems(text: str) -> frozenset[str]:
    """The beginnings of a text's words of weight."""
    found = (match.group().casefold() for match in _WORD.finditer(text[:LONGEST]))
    return frozenset(word[:STEM] for word in found if len(word) >= SHORTEST and word not in _LIGHT)


def shared(one: str, other: str) -> int:
    """How many words of weight two texts share."""
    return len(stems(one) & stems(other))
