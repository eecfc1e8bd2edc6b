"""Does a claim offer a rival explanation of the happening, and of which kind?"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

CODEBOOK = Path(__file__).with_name("explanations.yaml")


@cache
def codebook() -> dict[str, tuple[str, re.Pattern[str]]]:
    """Kind → its label and its pattern, in the order of the file."""
    with CODEBOOK.open(encoding="utf-8") as stream:
        rows: dict[str, Any] = yaml.safe_load(stream)
    return {
        kind: (row["label"], re.compile("|".join(f"(?:{p})" for p in row["patterns"]), re.IGNORECASE))
        for kind, row in rows.items()
    }


def explanation(words: str) -> str:
    """The first kind of explanation whose words stand here; empty if none does."""
    return next((kind for kind, (_, pattern) in codebook().items() if pattern.search(words)), "")
