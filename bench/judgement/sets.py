"""Public sets with claims by source and ground truth."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bench.judgement.rivals import Judge

REMEDY = "none yet"


def report(folder: Path | None, judges: Mapping[str, Judge]) -> None:
    """Print a table."""
