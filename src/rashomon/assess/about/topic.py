"""What a claim is about, as a coarse key under which a source's record is kept."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

import yaml

from rashomon.records import Claim

OTHER = "other"
LONGEST = 1_500
"""Characters of a text that are looked into."""


@cache
def topics() -> dict[str, re.Pattern[str]]:
    """Topic → its pattern, in the order in which they are asked."""
    rows: dict[str, list[str]] = yaml.safe_load(
        Path(__file__).with_name("topics.yaml").read_text(encoding="utf-8")
    )
    return {
        key: re.compile(rf"(?<!\w)(?:{'|'.join(listed)})(?!\w)", re.IGNORECASE)
        for key, listed in rows.items()
    }


@lru_cache(maxsize=20_000)
def of_words(words: str) -> str:
    """The topic of a text; ``other`` where it has no topic's words."""
    cut = words[:LONGEST]
    return next((key for key, one in topics().items() if one.search(cut)), OTHER)


def topic(claim: Claim) -> str:
    """The topic of a claim: of its text, or where that tells none of what its sayings hold."""
    found = of_words(claim.text)
    if found != OTHER:
        return found
    return of_words("\n".join(span.quote for one in claim.members for span in one.content))
