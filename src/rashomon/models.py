"""Where the models lie that we trained, and how one is opened. Importable by every stage; which files make a model is its own affair."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rashomon.errors import MissingModel

if TYPE_CHECKING:
    from tokenizers import Tokenizer

FILES = ("model.onnx", "tokenizer.json", "card.json")
"""What every model has; a model may ask for more."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A network on one thread of the processor, its tokenizer (neither cutting nor padding) and its card."""

    session: Any
    tokenizer: Tokenizer
    card: dict[str, Any]


def folder(name: str, files: Sequence[str] = FILES) -> Path | None:
    """The first that holds the model whole of: ``RASHOMON_MODELS``, the project's own ``models/``, what an installed wheel brought."""
    given = os.environ.get("RASHOMON_MODELS")
    places = [Path(given)] if given else []
    places += [Path(__file__).parents[2] / "models", Path(sys.prefix) / "share" / "rashomon" / "models"]
    return next((p / name for p in places if all((p / name / f).exists() for f in files)), None)


def unreadable(reader: str, place: Path, error: Exception) -> MissingModel:
    """The error that a file of a model is broken."""
    return MissingModel(reader, f"{place} cannot be loaded ({type(error).__name__}: {error})")


def opened(reader: str, place: Path) -> Opened:
    """The model in a folder; ``reader`` is who asks, for the error.

    Raises:
        MissingModel: a file of it is broken.
    """
    import onnxruntime
    from tokenizers import Tokenizer

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        session = onnxruntime.InferenceSession(
            str(place / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )
        tokenizer = Tokenizer.from_file(str(place / "tokenizer.json"))
        card = json.loads((place / "card.json").read_text(encoding="utf-8"))
    except Exception as error:
        raise unreadable(reader, place, error) from error
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return Opened(session, tokenizer, card)
