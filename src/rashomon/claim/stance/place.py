"""Where the trained stance model lies."""

from __future__ import annotations

import os
import sys
from pathlib import Path

FILES = ("model.onnx", "tokenizer.json", "card.json", "words.json")


def folder() -> Path | None:
    """The first that holds it of: ``RASHOMON_MODELS``, the project's own ``models/``, what an installed wheel brought."""
    given = os.environ.get("RASHOMON_MODELS")
    places = [Path(given)] if given else []
    places += [Path(__file__).parents[4] / "models", Path(sys.prefix) / "share" / "rashomon" / "models"]
    return next((p / "stance" for p in places if all((p / "stance" / f).exists() for f in FILES)), None)
