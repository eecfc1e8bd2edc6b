"""Words of a sign as one pattern: whole words, phrases, and beginnings of words that end in a star."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache


@lru_cache(maxsize=4096)
def pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Matches text in which one of the words stands, in any case; the empty group matches nothing."""
    if not words:
        return re.compile(r"(?!)")
    parts = []
    for word in words:
        body = r"[\s\-–]+".join(
            re.escape(part.rstrip("*")) + (r"\w*" if part.endswith("*") else "") for part in word.split()
        )
        parts.append(body)
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(parts, key=len, reverse=True))})(?!\w)", re.IGNORECASE)


def holds(text: str, groups: Sequence[tuple[str, ...]], without: tuple[str, ...]) -> bool:
    """Whether of each group one word stands in the text, and none of ``without``."""
    if without and pattern(without).search(text):
        return False
    return all(pattern(group).search(text) for group in groups)
