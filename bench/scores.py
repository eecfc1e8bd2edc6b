"""Is the reader's score a probability? Calibration of ``neural`` on PolNeAR dev, fitted on one half and measured on the other.

    python -m bench.scores --data ../shared/data

A score is right where source and cue are exactly an annotator's and the content shares four fifths with his. ``ECE``:
expected calibration error over ten bins of equal width (Guo et al. 2017): of the scores as shipped (whose two
numbers were fitted on all of dev) and of scores fitted on the other half of the articles. ``unsure``: attributions below
``brief.said.UNSURE``, whose lines bear a warning: their share of all, and how many of them are right.
"""

from __future__ import annotations

import argparse
import itertools
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.attribution import Said, outermost, table
from bench.triples import gold, matches
from rashomon.brief.said import UNSURE
from rashomon.read.neural.model import model
from rashomon.read.readers.neural import Plugin
from rashomon.records import Document

Floats = NDArray[np.float64]


@cache
def judged(polnear: Path) -> tuple[Floats, Floats, list[str]]:
    """The score of each attribution read on dev as shipped, whether an annotator has it, and its article."""
    scores, right, articles = [], [], []
    for name, text, said in gold(polnear / "dev"):
        ((reading, _),) = Plugin().read([Document(id=name, text=text, language="en")])
        score = {(a.source, a.cue, a.content): a.score or 0.0 for a in reading.attributions}
        # PolNeAR marks no attribution inside another, so nothing can be said of those.
        for one in outermost([Said(a.source, a.cue, a.content) for a in reading.attributions]):
            scores.append(score[one.source, one.cue, one.content])
            right.append(any(matches(one, other) for other in said))
            articles.append(name)
    return np.asarray(scores), np.asarray(right, dtype=float), articles


def logit(score: Floats) -> Floats:
    """Log odds, kept finite."""
    clipped = np.clip(score, 1e-4, 1 - 1e-4)
    return np.asarray(np.log(clipped / (1 - clipped)))


def platt(scores: Floats, right: Floats) -> tuple[float, float]:
    """Slope and offset of a logistic curve over the scores' log odds, by Newton's method (Platt 1999)."""
    x = np.stack([logit(scores), np.ones_like(scores)], axis=1)
    w = np.array([1.0, 0.0])
    for _ in range(200):
        p = 1 / (1 + np.exp(-x @ w))
        step = np.linalg.solve(x.T @ (x * (p * (1 - p))[:, None]) + 1e-6 * np.eye(2), x.T @ (right - p))
        # Damped: from scores near 0 and 1 a whole step overshoots.
        w += step / max(1.0, float(np.abs(step).max()) / 0.2)
        if np.abs(step).max() < 1e-8:
            break
    return float(w[0]), float(w[1])


def ece(chance: Floats, right: Floats, bins: int = 10) -> float:
    """Expected calibration error over equal-width bins."""
    place = np.minimum((chance * bins).astype(int), bins - 1)
    return float(
        sum(
            abs(chance[place == b].mean() - right[place == b].mean()) * (place == b).mean()
            for b in range(bins)
            if (place == b).any()
        )
    )


def crossed(scores: Floats, right: Floats, articles: list[str]) -> Floats:
    """The scores, those of each half of the articles by a curve fitted on the other."""
    number = {name: k for k, name in enumerate(sorted(set(articles)))}
    half = np.asarray([number[name] % 2 for name in articles])
    out = np.zeros_like(scores)
    for this in (0, 1):
        slope, offset = platt(scores[half != this], right[half != this])
        out[half == this] = 1 / (1 + np.exp(-(slope * logit(scores[half == this]) + offset)))
    return out


def rows(polnear: Path) -> list[dict[str, object]]:
    """One row."""
    scores, right, articles = judged(polnear)
    low = scores < UNSURE
    return [
        {
            "set": "PolNeAR dev, score",
            "attributions": len(scores),
            "right": 100 * right.mean(),
            "ECE": 100 * ece(scores, right),
            "ECE, other half": 100 * ece(crossed(scores, right, articles), right),
            "unsure": 100 * low.mean(),
            "unsure, right": 100 * right[low].mean() if low.any() else 0.0,
            "sure, right": 100 * right[~low].mean(),
        }
    ]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="folder of development data")
    polnear = parser.parse_args().data / "attribution" / "polnear"
    if not polnear.is_dir():
        raise SystemExit(f"skipped: {polnear} is not there; --data takes the folder of development data")
    print(table(rows(polnear)))
    scores, right, _ = judged(polnear)
    edges = np.linspace(0, 1, 11)
    print("\nscore      share  right")
    for a, b in itertools.pairwise(edges):
        inside = (scores >= a) & (scores < b) if b < 1 else scores >= a
        if inside.any():
            print(f"{a:.1f} to {b:.1f} {100 * inside.mean():6.1f} {100 * right[inside].mean():6.1f}")
    print(f"\nmodel: {model(0).card.get('sha256', '')[:12]}")


if __name__ == "__main__":
    main()
