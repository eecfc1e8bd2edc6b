"""How a content is meant, if not as a fact."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

TABLE = Path(__file__).with_name("modality.yaml")
MAIN = 160
"""Characters in which the main part of a content stands."""
LEAST = 12
"""Characters of a main part, however soon something stands aside."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    with TABLE.open(encoding="utf-8") as stream:
        rows: dict[str, list[str]] = yaml.safe_load(stream)
    return {
        kind: re.compile("|".join(f"(?:{one})" for one in listed), re.IGNORECASE)
        for kind, listed in rows.items()
    }


def modality(text: str) -> str:
    """``if``, ``future``, ``try``, ``should``, ``may``, or empty: said to be so."""
    main = text[:MAIN]
    aside = _patterns()["aside"].search(main, LEAST)
    if aside:
        main = main[: aside.start()]
    return next(
        (kind for kind, pattern in _patterns().items() if kind != "aside" and pattern.search(main)), ""
    )
