"""The closed list of acts that a question may ask for: ``plover.yaml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml


@cache
def _table() -> dict[str, dict[str, Any]]:
    rows: dict[str, dict[str, Any]] = yaml.safe_load(
        Path(__file__).with_name("plover.yaml").read_text(encoding="utf-8")
    )
    return rows


def categories() -> tuple[str, ...]:
    """The sixteen categories."""
    return tuple(_table())


def modes(category: str) -> tuple[str, ...]:
    """Modes of a category; none for one that is not known."""
    return tuple(_table().get(category, {}).get("modes", ()))


def doing(category: str, target: str = "") -> str:
    """What stands after "Will X": "impose a penalty on Tarsk", or without a target "impose a penalty"."""
    row = _table()[category]
    return f"{row['verb']} {target}" if target else str(row["alone"])
