"""Where the trained reader lies. A file of its own, since it brings no numpy along."""

from __future__ import annotations

from pathlib import Path

from rashomon import models


def folder() -> Path | None:
    """The folder with the whole model, or ``None``."""
    return models.folder("attribution")
