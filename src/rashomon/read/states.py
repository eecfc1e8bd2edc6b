"""Names of the world's states in English, and of the seats that stand for their governments, from the registry's file.

Readers ask for nothing else of the registry: who is meant by a name is for ``link`` to say.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).parents[1] / "link" / "registry" / "states.yaml"
PARTS = frozenset({"england", "scotland", "wales", "soviet union", "ussr", "yugoslavia"})
"""What news treats as a state and is none, or none any more."""


@cache
def _rows() -> tuple[dict[str, Any], ...]:
    with FILE.open(encoding="utf-8") as stream:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        return tuple(yaml.load(stream, Loader=loader).values())  # noqa: S506 - a safe loader either way


@cache
def _states() -> frozenset[str]:
    given = (n for row in _rows() for n in (row["name"], *row.get("also", ()), *row.get("former", ())))
    return PARTS | {_plain(name) for name in given}


def _plain(name: str) -> str:
    return name.replace(".", "").replace("’", "'").casefold().strip().removeprefix("the ")


def is_state(name: str) -> bool:
    """Whether a name is a state's ("U.S.", "the Netherlands")."""
    return _plain(name) in _states()


@cache
def seats() -> tuple[str, ...]:
    """Buildings and bodies that news names for a government, longest first."""
    return tuple(sorted({s for row in _rows() for s in row.get("seats", ())}, key=lambda s: (-len(s), s)))
