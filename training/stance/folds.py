"""The cheap parts over five folds of topics: each pair answered by words in common and by cues alone, learnt without its topic.

python -m training.stance.folds --data ../shared/data
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from bench.stance import f1, matrix, weighted
from bench.stance_split import FOLDS, LABELS, load

from training.stance.__main__ import Part
from training.stance.corpus import UNRELATED


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    data = load(parser.parse_args().data / "stance")
    total = np.zeros((4, 4), dtype=np.int64)
    print(f"{'fold':8}" + "".join(f"{x:>12}" for x in (*LABELS, "macro F1", "FNC")))
    for fold in range(FOLDS):
        part = Part(data, None, data.rest(fold))
        pairs = data.held(fold)
        found = np.full(len(pairs), UNRELATED)
        near = np.flatnonzero(part.chance(pairs) >= 0.5)
        found[near] = part.counted([pairs[n] for n in near])[:, :UNRELATED].argmax(1)
        counts = matrix(np.array([one.label for one in pairs]), found)
        total += counts
        _line(str(fold), counts)
    _line("all", total)


def _line(name: str, counts: np.ndarray) -> None:
    each = f1(counts)
    print(f"{name:8}" + "".join(f"{x:12.1f}" for x in (*each, each.mean(), weighted(counts))), flush=True)


if __name__ == "__main__":
    main()
