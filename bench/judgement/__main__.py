"""Judging claims by who says what, measured: simulated worlds whose truth is known, and public sets, beside rivals.

    python -m bench.judgement [--seeds 3] [--first 0] [--part worlds|press|copies|sets|cases|speed|all] [--sets FOLDER] [--world NAME]

``worlds``: one table for each world of ``worlds.py``, the mean over the seeds of its unsettled claims. Brier, its
standard deviation over the seeds (``+-``) and ``log`` (natural, clipped at 0.001) are better when low; an abstention
counts as 0.5. ``skill`` is 100 times (1 - Brier/0.25): 0 for who always says 0.5. ``ECE``: expected calibration error
over ten bins, percent. ``right``: percent on the right side of 0.5. ``B 90`` and so on: Brier of that percent of the
claims, the surest ones. ``abstains``: percent; ``spoken``: Brier where it spoke. Then our calibration curve over all
worlds, and how often ours has a better Brier than the best rival, where the best is chosen afterwards, for each world
anew. Seeds under 1000 are for development, those from 1000 on (``--first 1000``) for figures.
``press``: the same for worlds of another author and generator (``press.py``), which nothing was tuned on.
``copies``: what forty copies of one report do to the odds. ``sets``: see ``sets.py``.
``cases``: see ``cases.py``; ``speed``: how long a claim with 500 items takes.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from bench.attribution import table
from bench.judgement import cases, copies, press, sets, speed
from bench.judgement.rivals import REMEDY, RIVALS, Judge
from bench.judgement.scores import SHARES, Score, curve, score
from bench.judgement.worlds import WORLDS, World, make
from rashomon.assess.record import judge

OURS = "ours"
NAMED = ("majority", "vote over roots", "TruthFinder", "Dawid")
"""The methods that the issue names; the others (regressions, a fitted vote) learn from settled claims too and are harder to beat."""


def judges() -> dict[str, Judge]:
    """Ours first, then the rivals that are installed."""
    found: dict[str, Judge] = {OURS: judge}
    have = find_spec("crowdkit") is not None
    return found | {name: one for name, one in RIVALS.items() if have or not name.startswith("Dawid")}


def row(world: str, judge: str, scores: Sequence[Score]) -> dict[str, object]:
    """Means over the seeds."""
    briers = [one.brier for one in scores]

    def mean(of: Sequence[float], digits: int, times: float = 1.0) -> str:
        return f"{times * float(np.mean(of)):.{digits}f}"

    return {
        "set": world,
        "judge": judge,
        "skill": mean([1 - 4 * b for b in briers], 1, 100),
        "Brier": mean(briers, 4),
        "+-": f"{float(np.std(briers)):.4f}",
        "log": mean([one.log for one in scores], 3),
        "ECE": mean([one.error for one in scores], 1, 100),
        "right": mean([one.right for one in scores], 1, 100),
        **{
            f"B {round(100 * share)}": mean([one.surest[k] for one in scores], 4)
            for k, share in enumerate(SHARES)
            if share < 1
        },
        "abstains": mean([one.abstains for one in scores], 1, 100),
        "spoken": mean([one.spoken for one in scores], 4),
    }


def measure(made: Sequence[World], every: Mapping[str, Judge]) -> dict[str, list[Score]]:
    """Each judge's score on each of these worlds."""
    return {
        name: [score(judge(one.reports, one.settled), one.truth, one.judged) for one in made]
        for name, judge in every.items()
    }


def compare(found: Mapping[str, Mapping[str, Sequence[Score]]]) -> list[dict[str, object]]:
    """For each world ours and the best rival, and on how many of the seeds ours beats that rival. Empty without ours."""
    out: list[dict[str, object]] = []
    for world, of in found.items():
        if OURS not in of:
            return []
        briers = {name: float(np.mean([one.brier for one in scores])) for name, scores in of.items()}
        logs = {name: float(np.mean([one.log for one in scores])) for name, scores in of.items()}
        best = min((name for name in briers if name != OURS), key=briers.__getitem__)
        least = min(value for name, value in logs.items() if name != OURS)
        named = min((name for name in briers if name.startswith(NAMED)), key=briers.__getitem__)
        seeds = sum(a.brier < b.brier for a, b in zip(of[OURS], of[best], strict=True))
        out.append(
            {
                "set": f"{world}, ours and the best",
                "Brier": f"{briers[OURS]:.4f}",
                "best Brier": f"{briers[best]:.4f}",
                "ahead": int(briers[OURS] < briers[best]),
                "ahead of named": int(briers[OURS] < briers[named]),
                "best named": f"{briers[named]:.4f} {named}",
                "seeds ahead": seeds,
                "log": f"{logs[OURS]:.3f}",
                "best log": f"{least:.3f}",
                "log ahead": int(logs[OURS] < least),
                "best rival": best,
            }
        )
    return out


def total(part: str, compared: Sequence[Mapping[str, object]]) -> list[dict[str, object]]:
    """One row: in how many worlds ours is ahead."""
    return [
        {
            "set": f"summary {part}, ours",
            "worlds": len(compared),
            "ahead": sum(one["ahead"] == 1 for one in compared),
            "ahead of named": sum(one["ahead of named"] == 1 for one in compared),
            "log ahead": sum(one["log ahead"] == 1 for one in compared),
        }
    ]


def calibration(found: Mapping[str, Mapping[str, Sequence[Score]]], judge: str) -> list[dict[str, object]]:
    """The curve of one judge over all worlds and seeds."""
    all_scores = [one for of in found.values() for one in of.get(judge, ())]
    if not all_scores:
        return []
    p, y = (np.concatenate([getattr(one, name) for one in all_scores]) for name in ("p", "y"))
    return [
        {"set": f"calibration, {judge}", "says": f"{said:.3f}", "true": f"{was:.3f}", "claims": n}
        for said, was, n in curve(p, y)
    ]


def report(part: str, worlds: Mapping[str, Sequence[World]], every: Mapping[str, Judge]) -> None:
    """Print a table for each world, and what ours comes to over all of them."""
    found = {}
    for world, made in worlds.items():
        found[world] = measure(made, every)
        print(table([row(world, name, scores) for name, scores in found[world].items()]) + "\n", flush=True)
    compared = compare(found)
    for rows in (calibration(found, OURS), compared, total(part, compared)):
        print(table(rows) + "\n", flush=True)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.judgement",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--data", type=Path, help="folder of development data; not needed here, taken for floors.py"
    )
    parser.add_argument("--seeds", type=int, default=3, help="how many worlds of each name")
    parser.add_argument("--first", type=int, default=0, help="the first seed; 1000 for figures")
    parser.add_argument(
        "--part", choices=("worlds", "press", "copies", "sets", "cases", "speed", "all"), default="all"
    )
    parser.add_argument(
        "--world", action="append", choices=list(WORLDS), help="only this one; may be repeated"
    )
    parser.add_argument(
        "--case",
        action="append",
        choices=sorted(cases.DEV),
        help="only this one of the cases; may be repeated",
    )
    parser.add_argument("--sets", type=Path, help=f"folder of public sets: {sets.REMEDY}")
    asked = parser.parse_args()
    every = judges()
    seeds = range(asked.first, asked.first + asked.seeds)
    if not any(name.startswith("Dawid") for name in every):
        print(REMEDY + "\n")
    if asked.part in {"worlds", "all"}:
        report(
            "worlds", {name: [make(name, seed) for seed in seeds] for name in asked.world or WORLDS}, every
        )
    if asked.part in {"press", "all"}:
        told = [list(press.worlds(seed)) for seed in seeds]
        report("press", {of[0].name: of for of in zip(*told, strict=True)}, every)
    if asked.part in {"copies", "all"}:
        made = [make("simple", seed) for seed in seeds]
        print(table(copies.rows(every, made)) + "\n")
    if asked.part in {"sets", "all"}:
        sets.report(asked.sets, every)
    if asked.part in {"cases", "all"}:
        cases.report(asked.case or ())
    if asked.part in {"speed", "all"}:
        print(speed.of_judging())


if __name__ == "__main__":
    main()
