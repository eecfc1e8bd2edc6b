"""Train the stance model and write what ships.

    python -m training.stance --data ../shared/data --work FOLDER

``--data`` is the folder of development data with ``stance/`` (FNC-1's test file). In ``--work`` lie the encoder, which is fetched once,
and the checkpoints: a run that was ended goes on from the last whole epoch. Two trainings: one without the dev topics
(fold 1 of ``bench/stance_split.py``), on which weights, offsets and thresholds are then fitted; and one epoch more from its
weights with the dev topics, which is what ships. The test topics (fold 4) are in neither.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from bench.stance import digest, f1, matrix
from bench.stance_split import TEST, Data, Pair, load
from numpy.typing import NDArray
from tokenizers import Tokenizer

from rashomon.claim.stance.cues import Regression
from training.attribution.encoders import small
from training.stance.calibrate import calibrate
from training.stance.card import card
from training.stance.cheap import logistic, softmax
from training.stance.corpus import UNRELATED, Corpus, epoch, idf
from training.stance.export import export
from training.stance.fit import Floats, Plan, fit, scores
from training.stance.network import Network
from training.stance.network import load as network_of

DEV = 1
CUT = 0.05
"""Chance by the cheap step below which a pair is unrelated: on the test topics three related pairs of 1,412 lie there."""
LARGE = 60
"""Related pairs from which a topic's count for less each: they are much alike."""
FIRST = Plan(epochs=4, until=3)
SECOND = Plan(epochs=1, rate=6e-5, unrelated=0.25, topic=80, seed=11)


class Part:
    """What is learnt from some pairs: rarity of words, the cheap step, and which pairs the network is for."""

    def __init__(self, data: Data, tokenizer: Tokenizer | None, pairs: Sequence[Pair]) -> None:
        weights, most = idf([data.bodies[b] for b in sorted({p.body_id for p in pairs})])
        self.corpus = Corpus(data, tokenizer, weights, most)
        self.pairs = pairs
        values = np.array([self.corpus.numbers(p) for p in pairs])
        self.weights, self.offset = logistic(values, np.array([float(p.label != UNRELATED) for p in pairs]))
        related = [p for p in pairs if p.label != UNRELATED]
        size = Counter(p.topic for p in related)
        self.cues = softmax(
            np.array([self.corpus.cues(p) for p in related]),
            np.array([p.label for p in related]),
            np.array([1 / max(1.0, size[p.topic] / LARGE) ** 0.5 for p in related]),
        )

    def chance(self, pairs: Sequence[Pair]) -> Floats:
        values = np.array([self.corpus.numbers(p) for p in pairs])
        return np.asarray(
            1 / (1 + np.exp(-(values @ np.array(self.weights) + self.offset))), dtype=np.float32
        )

    def counted(self, pairs: Sequence[Pair]) -> NDArray[np.float64]:
        """The cues' label scores."""
        made = Regression.of(self.cues)
        return np.array([made.scores(self.corpus.cues(p)) for p in pairs])

    def hard(self) -> list[Pair]:
        """Unrelated pairs that the cheap step lets pass."""
        chances = self.chance(self.pairs)
        return [p for p, c in zip(self.pairs, chances, strict=True) if p.label == UNRELATED and c >= CUT]

    def scored(self, network: Network, pairs: Sequence[Pair]) -> tuple[list[Pair], Floats]:
        """The pairs that the network is asked about, and its scores."""
        chances = self.chance(pairs)
        asked = [p for p, c in zip(pairs, chances, strict=True) if c >= CUT]
        return asked, scores(network, self.corpus, asked)

    def figures(self, network: Network, pairs: Sequence[Pair]) -> dict[str, float]:
        """F1 of each class and their mean; what the cheap step finds unrelated counts as answered so."""
        asked, found = self.scored(network, pairs)
        answer = {id(p): int(row.argmax()) for p, row in zip(asked, found, strict=True)}
        gold = np.array([p.label for p in pairs])
        made = f1(matrix(gold, np.array([answer.get(id(p), UNRELATED) for p in pairs])))
        names = ("agree", "disagree", "discuss", "unrelated")
        return {
            **{n: round(float(x), 1) for n, x in zip(names, made, strict=True)},
            "macro": round(float(made.mean()), 1),
        }


def train(part: Part, network: Network, plan: Plan, folder: Path, dev: Sequence[Pair]) -> Network:
    related = [p for p in part.pairs if p.label != UNRELATED]
    hard = part.hard()
    print(
        f"{len(related)} related pairs, {len(hard)} others; {len(epoch(related, hard, plan.unrelated, 1))} in an epoch",
        flush=True,
    )
    return fit(network, part.corpus, related, hard, plan, folder, lambda made: part.figures(made, dev))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--to", type=Path, default=Path("models/stance"))
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    base = small(arguments.work)
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    data = load(arguments.data / "stance")
    dev = data.held(DEV)
    first = Part(data, tokenizer, data.rest(DEV, TEST))
    network = train(first, network_of(base), FIRST, arguments.work / "first", dev)
    asked, found = first.scored(network, dev)
    usual = np.bincount(
        [p.label for p in (*first.hard(), *(q for q in first.pairs if q.label != UNRELATED))], minlength=4
    )
    fitted = calibrate(found, first.counted(asked), np.array([p.label for p in asked]), usual / usual.sum())
    whole = Part(data, tokenizer, data.rest(TEST))
    network = train(whole, network, SECOND, arguments.work / "second", dev)
    write(whole, network, base / "tokenizer.json", arguments.to, fitted)
    (arguments.to / "README.md").write_text(card(arguments.to, arguments.data / "stance"), encoding="utf-8")


def write(part: Part, network: Network, tokenizer: Path, to: Path, fitted: dict[str, object]) -> None:
    """All files of the model but its ``README.md``."""
    weights = export(network, tokenizer, to)
    made = {
        "sha256": weights,
        "cheap": {"weights": part.weights, "offset": part.offset, "cut": CUT},
        **fitted,
    }
    (to / "card.json").write_text(json.dumps(made, indent=2) + "\n", encoding="utf-8")
    words = {"most": part.corpus.most, "idf": part.corpus.weights, "cues": part.cues}
    (to / "words.json").write_text(json.dumps(words, ensure_ascii=False), encoding="utf-8")
    seen = {digest(part.corpus.data.bodies[p.body_id]) for p in part.pairs} | {
        digest(p.headline) for p in part.pairs
    }
    (to / "seen.txt").write_text("\n".join(sorted(seen)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
