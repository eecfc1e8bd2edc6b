"""The words of ``words.yaml``, compiled once."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

WORDS = Path(__file__).with_name("words.yaml")


@cache
def _rows() -> dict[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    rows: dict[str, Any] = yaml.load(WORDS.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 - safe
    return rows


@cache
def pattern(name: str, where: str = "") -> re.Pattern[str]:
    """Any pattern of a list, at word edges. ``where``: ``start`` or ``end`` of the text it is looked for in, or anywhere."""
    head = r"^\s*(?:the )?" if where == "start" else r"(?<!\w)"
    tail = r"\s*$" if where == "end" else r"(?!\w)"
    return re.compile(f"{head}(?:{'|'.join(_rows()[name])}){tail}", re.IGNORECASE)
