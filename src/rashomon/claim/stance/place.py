"""Where the trained stance model lies. A file of its own, since it brings no numpy along."""

from __future__ import annotations

from pathlib import Path

from rashomon import models

FILES = (*models.FILES, "words.json")


def folder() -> Path | None:
    """The folder with the whole model, or ``None``."""
    return models.folder("stance", FILES)
