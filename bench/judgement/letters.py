"""Are the letters and intervals of sources right? ``python -m bench.judgement.letters [--desks 40] [--first 0]``.

Invented desks whose sources have a true share right that the bench knows: 30 sources drawn from a Beta, on two topics on which they differ, with between a few
and a hundred settled claims each. Printed: how often the 90 % interval of the record (by source, and by source and topic) holds the true
share, and how wide it is, by number of cases; and for each letter how reliable its sources really are. Seeds under 1000 are for
development, those from 1000 on for figures.
"""

from __future__ import annotations

import argparse
from collections import defaultdict

import numpy as np

from rashomon.assess.record import Report, learn
from rashomon.assess.record.shown import shown

BINS = (1, 5, 10, 20, 50, 1_000)


def desk(seed: int) -> tuple[list[Report], dict[str, bool], dict[tuple[str, str], float]]:
    """Reports, outcomes and the true share right by (source, topic)."""
    draw = np.random.default_rng(seed)
    names = [f"s{n:02}" for n in range(30)]
    mean, spread = draw.uniform(0.55, 0.8), draw.uniform(4, 12)
    whole = draw.beta(mean * spread, (1 - mean) * spread, len(names))
    share = {
        (name, topic): float(np.clip(p + draw.normal(0, 0.12), 0.03, 0.98))
        for name, p in zip(names, whole, strict=True)
        for topic in ("one", "two")
    }
    busy = draw.lognormal(0, 1, len(names))
    busy /= busy.sum()
    reports, truth = [], {}
    for n in range(200):
        claim, topic = f"c{n:03}", "one" if draw.random() < 0.6 else "two"
        truth[claim] = bool(draw.random() < 0.5)
        for k in draw.choice(len(names), min(int(draw.integers(2, 8)), len(names)), replace=False, p=busy):
            right = draw.random() < share[names[k], topic]
            word = "asserts" if right == truth[claim] else "denies"
            reports.append(Report(claim=claim, source=names[k], word=word, topic=topic, at=float(n)))  # type: ignore[arg-type]
    return reports, truth, share


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--desks", type=int, default=40)
    given.add_argument("--first", type=int, default=0)
    chosen = given.parse_args()
    held: dict[int, list[tuple[bool, float]]] = defaultdict(list)
    letters: dict[str, list[float]] = defaultdict(list)
    for seed in range(chosen.first, chosen.first + chosen.desks):
        reports, truth, share = desk(seed)
        settled = dict(list(truth.items())[:150])
        for row in shown(learn(reports, settled)):
            if row.interest or not row.topic or not row.settled:
                continue
            real = share[row.source, row.topic]
            place = max(one for one in BINS if one <= row.settled)
            held[place].append((row.low <= real <= row.high, row.high - row.low))
            letters[row.letter].append(real)
    print(f"{'cases':>8} {'rows':>6} {'held, %':>8} {'width':>6}")
    for place in sorted(held):
        rows = held[place]
        print(
            f"{place:>7}+ {len(rows):>6} {100 * np.mean([r[0] for r in rows]):>8.1f} {np.mean([r[1] for r in rows]):>6.2f}"
        )
    print(f"\n{'letter':>8} {'rows':>6} {'really right':>13} {'5 % are below':>14}")
    for letter in sorted(letters):
        real = np.array(letters[letter])
        print(f"{letter:>8} {len(real):>6} {real.mean():>13.2f} {np.quantile(real, 0.05):>14.2f}")


if __name__ == "__main__":
    main()
