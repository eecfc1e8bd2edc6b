"""Pairs → what the network is shown, with the words of the training part weighed by how rare they are."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from bench.stance_split import LABELS, Data, Pair
from numpy.typing import NDArray
from tokenizers import Tokenizer

from rashomon.claim.stance.cues import Counted, counted, cues
from rashomon.claim.stance.passages import Shown, shown
from rashomon.claim.stance.related import features, weigh
from rashomon.claim.stance.words import Text

UNRELATED = LABELS.index("unrelated")
MOST_OF_TOPIC = 160
"""Related pairs of one topic in an epoch: a topic of n reports has about n²/2 of them, much alike."""
TURNED = 0.25
"""Share of related pairs whose claim is turned round in an epoch, so that "hoax" in the claim is learnt to be the claim."""
TURNS = (
    "Reports that {} are false",
    "No, {}",
    "It is not true that {}",
    "{}: a hoax, it turns out",
    "Hoax: {}",
    "Officials deny that {}",
    "Debunked: {}",
    "Claim that {} is fake",
    "There is no evidence that {}",
)
AGREE, DISAGREE = LABELS.index("agree"), LABELS.index("disagree")


def idf(bodies: Sequence[str], fewest: int = 4) -> tuple[dict[str, float], float]:
    """How rare each stem is that at least ``fewest`` bodies have, and the weight of any other."""
    counts = Counter(one for body in bodies for one in Text(body).stems)
    total = len(bodies)
    weights = {one: round(math.log(total / n), 3) for one, n in sorted(counts.items()) if n >= fewest}
    return weights, round(math.log(total / (fewest / 2)), 3)


@dataclass
class Corpus:
    """The texts of the pairs, cut once."""

    data: Data
    tokenizer: Tokenizer | None
    weights: dict[str, float]
    most: float

    def __post_init__(self) -> None:
        self.reports = {key: Text(body) for key, body in self.data.bodies.items()}
        self.claims: dict[str, Text] = {}
        self.found: dict[str, Counted] = {}

    def claim(self, text: str) -> Text:
        if text not in self.claims:
            self.claims[text] = Text(text)
        return self.claims[text]

    def numbers(self, pair: Pair) -> list[float]:
        claim = self.claim(pair.headline)
        return features(claim, self.reports[pair.body_id], weigh(claim, self.weights, self.most))

    def cues(self, pair: Pair) -> list[float]:
        claim, report = self.claim(pair.headline), self.reports[pair.body_id]
        if pair.body_id not in self.found:
            self.found[pair.body_id] = counted(report)
        weights = weigh(claim, self.weights, self.most)
        return cues(claim, report, weights, self.found[pair.body_id], features(claim, report, weights))

    def shown(self, headline: str, body_id: str) -> Shown:
        claim = self.claim(headline)
        return shown(claim, self.reports[body_id], weigh(claim, self.weights, self.most), self.tokenizer)


def epoch(
    related: Sequence[Pair], unrelated: Sequence[Pair], share: float, seed: int, most: int = MOST_OF_TOPIC
) -> list[tuple[str, str, int]]:
    """(headline, body id, label) of one epoch: related pairs, no topic with more than its share, some claims turned
    round, and ``share`` times as many unrelated ones."""
    chance = random.Random(seed)
    by_topic: dict[str, list[Pair]] = {}
    for one in related:
        by_topic.setdefault(one.topic, []).append(one)
    chosen: list[Pair] = []
    for topic in sorted(by_topic):
        own = by_topic[topic]
        chance.shuffle(own := list(own))
        rare = [p for p in own if p.label == DISAGREE][: most // 2]
        rest = [p for p in own if p.label != DISAGREE][: most - len(rare)]
        chosen += rare + rest
    rows = []
    for one in chosen:
        text, label = one.headline, one.label
        if chance.random() < TURNED:
            first = text[0].lower() + text[1:] if text[:2].istitle() else text
            text = chance.choice(TURNS).format(first)
            label = {AGREE: DISAGREE, DISAGREE: AGREE}.get(label, label)
        rows.append((text, one.body_id, label))
    others = list(unrelated)
    chance.shuffle(others)
    rows += [(p.headline, p.body_id, p.label) for p in others[: int(share * len(chosen))]]
    chance.shuffle(rows)
    return rows


def stacked(
    rows: Sequence[Shown],
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Ids, kinds, features and mask of a batch, padded."""
    longest = max(len(one.ids) for one in rows)
    out = np.zeros((4, len(rows), longest), dtype=np.int64)
    for number, one in enumerate(rows):
        n = len(one.ids)
        out[0, number, :n], out[1, number, :n], out[2, number, :n], out[3, number, :n] = (
            one.ids,
            one.kinds,
            one.features,
            1,
        )
    return out[0], out[1], out[2], out[3]
