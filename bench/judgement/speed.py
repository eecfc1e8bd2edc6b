"""How long the record of sources takes to learn, and to take a source back: ``python -m bench.judgement.speed``; and how long one claim takes to judge.

A desk of invented reports with long tails, as desks have them: few sources write much, many write once; most claims have two or three
reports, some have hundreds. The source taken back is the busiest, which spoke on most claims. Seconds are of the processor, on one core: the clock of
a machine that others use tells little.
"""

from __future__ import annotations

import argparse
import time
from datetime import UTC, datetime, timedelta

import numpy as np

from bench.attribution import table
from rashomon.assess.judge import judge
from rashomon.assess.record import Report, learn
from rashomon.assess.record.retract import without
from rashomon.assess.record.says import Says
from rashomon.records import Evidence, Grade, Hypothesis

SIZES = (1_000, 10_000, 100_000)
PER_CLAIM = 5.0
"""Reports on a claim, on average."""
BUSIEST = 0.86
"""Share of the claims on which the busiest source speaks."""


def desk(claims: int, seed: int = 7) -> tuple[list[Report], dict[str, bool]]:
    """Reports on so many claims by a tenth as many sources (at most 2,000), and how a tenth of the claims came out."""
    draw = np.random.default_rng(seed)
    sources = min(max(claims // 10, 40), 2_000)
    busy = 1 / (1 + np.arange(sources)) ** 0.8
    right = draw.beta(7, 3, sources)
    true = draw.random(claims) < 0.55
    number = draw.geometric(1 / PER_CLAIM, claims)
    claim = np.repeat(np.arange(claims), number)
    source = 1 + draw.choice(sources - 1, len(claim), p=busy[1:] / busy[1:].sum())
    every = np.flatnonzero(draw.random(claims) < BUSIEST)
    claim, source = np.append(claim, every), np.append(source, np.zeros(len(every), np.int64))
    good = draw.random(len(claim)) < right[source]
    word = np.where(true[claim] == good, "asserts", "denies")
    word[draw.random(len(claim)) < 0.05] = "silent"
    interest = draw.choice((-1, 0, 0, 0, 1), len(claim))
    copied = draw.random(len(claim)) < 0.2
    days = claim * 1000 / claims + draw.exponential(2, len(claim))
    reports = [
        Report(
            claim=f"c{c}", source=f"s{s}", word=w, root=f"r{c}" if k else "", topic=f"t{c % 9}", interest=int(i), at=float(d)
        )
        for c, s, w, k, i, d in zip(claim, source, word.tolist(), copied, interest, days, strict=True)
    ]  # fmt: skip
    settled = {f"c{n}": bool(true[n]) for n in np.flatnonzero(draw.random(claims) < 0.1)}
    return reports, settled


def row(claims: int) -> str:
    reports, settled = desk(claims)
    begin = time.process_time()
    learned = learn(reports, settled)
    learning = time.process_time() - begin
    begin = time.process_time()
    back = without(learned, {"s0"})
    return (
        f"{claims:>9,} {len(reports):>10,} {len(settled):>9,} {learning:>10.2f}"
        f" {len(back.touched):>10,} {time.process_time() - begin:>14.2f}"
    )


ITEMS = 500
"""Of one claim, far more than a story of a hundred reports has."""


def exhibits(number: int = ITEMS, seed: int = 7) -> tuple[tuple[Hypothesis, ...], list[Evidence]]:
    """Eight explanations of a claim, and so many items of all kinds from a fifth as many roots, graded."""
    draw = np.random.default_rng(seed)
    kinds = ("as_claimed", "denied", "mistake", "staged", "third_party", "exaggeration", "accident", "other")
    holds = (True, False, False, False, False, False, None, None)
    explanations = tuple(
        Hypothesis(id=f"h{n}", claim_id="c", kind=kind, text=kind, holds=truth)
        for n, (kind, truth) in enumerate(zip(kinds, holds, strict=True))
    )
    steps = ("very_consistent", "consistent", "neutral", "inconsistent", "very_inconsistent")
    begin = datetime(2030, 1, 1, tzinfo=UTC)
    items = [
        Evidence(
            id=f"e{n:04}",
            claim_id="c",
            kind=("statement", "statement", "media", "absence", "record", "motive")[n % 6],
            text=f"Words {n}.",
            source=f"s{n % (number // 5)}",
            name=f"Source {n % (number // 5)}",
            word=("asserts", "denies", "", "silent", "", "")[n % 6],
            interest=int(draw.integers(-1, 2)),
            root_id=f"r{n % (number // 5)}",
            at=begin + timedelta(minutes=37 * n),
            grades=(Grade(consistency=tuple((one.id, steps[int(draw.integers(0, 5))]) for one in explanations)),),  # type: ignore[misc]
        )
        for n in range(number)
    ]  # fmt: skip
    return explanations, items


def of_judging(times: int = 5) -> str:
    """A table of one row: milliseconds of the processor that a claim with ``ITEMS`` items takes, the middle and the worst of so many runs."""
    explanations, items = exhibits()
    words = Says(learn((), {})).words("")
    took = []
    for _ in range(times):
        begin = time.process_time()
        judge(explanations, items, words)
        took.append(1000 * (time.process_time() - begin))
    return table(
        [{"set": "speed, judge", "items": ITEMS, "ms": f"{np.median(took):.0f}", "most": f"{max(took):.0f}", "a second": f"{1000 / np.median(took):.0f}"}]
    )  # fmt: skip


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--claims", type=int, nargs="*", default=list(SIZES))
    print(
        f"{'claims':>9} {'reports':>10} {'settled':>9} {'learnt, s':>10} {'touched':>10} {'taken back, s':>14}"
    )
    for claims in given.parse_args().claims:
        print(row(claims), flush=True)


if __name__ == "__main__":
    main()
