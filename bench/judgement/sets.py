"""Our judge and the rivals on public sets whose truth is known, beside what has been published on them.

``right``: percent of items whose likeliest value is the true one (an item that is one claim: on the right side of 0.5);
ties share the point, an abstention is half right. ``F1``: mean of the F1 of true and of false, where items are single
claims. ``Brier``: over claims, low is good. The rows that begin "published" are as printed in the place named, and none
of them was made with settled items.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

from bench.attribution import table
from bench.judgement.loaders import Problem, books, crowd, population, rumours
from bench.judgement.rivals import Judge
from bench.judgement.scores import brier

REMEDY = "clones of the repositories named in bench/judgement/sets.py, each under its own name"


@dataclass(frozen=True, slots=True)
class Set:
    """Where a set lies under the folder, how it is read, and what is published on it: (method, percent right, where)."""

    repository: str
    path: str
    load: Callable[[Path], list[Problem]]
    published: tuple[tuple[str, str, str], ...] = ()

    def here(self, folder: Path) -> Path:
        """The folder of its files."""
        return folder / self.repository.split("/")[1] / self.path


ALONE = ("fitted vote over roots", "regression over roots", "regression over roots, all fields")
CROWD_KIT = "Ustalov, Pavlichenko, Tseitlin, JOSS 9(96) 2024, table of categorical methods"
SPECTRUM = "notebooks of totucuong/spectrum, on these same files"
SETS = {
    "products": Set(
        "zhydhkcws/crowd_truth_infer",
        "datasets/d_jn-product",
        partial(crowd, name="products", binary=True),
        (("majority", "89.7", CROWD_KIT), ("Dawid-Skene", "94.0", CROWD_KIT)),
    ),
    "birds": Set(
        "zhydhkcws/crowd_truth_infer",
        "datasets/d_Duck Identification",
        partial(crowd, name="birds", binary=True),
    ),
    "dogs": Set(
        "zhydhkcws/crowd_truth_infer", "datasets/s4_Dog data", partial(crowd, name="dogs", binary=False)
    ),
    "population": Set(
        "totucuong/spectrum",
        "data/population",
        population,
        (("majority", "70.3", SPECTRUM), ("TruthFinder", "83.3", SPECTRUM)),
    ),
    "books": Set("totucuong/spectrum", "data/book", books),
    "rumours": Set(
        "happythenewsad/530project",
        "data/semeval2017-task8-dataset",
        rumours,
        (
            (
                "HMM over stances and times (F1, not right)",
                "80",
                "Dungs, Aker, Fuhr, Bontcheva, COLING 2018, abstract: true and false rumours of the same collection, "
                "another split",
            ),
        ),
    ),
}


def right(problem: Problem, item: str, given: Mapping[str, float | None]) -> float:
    """1 if the answer on an item is the true one, 0 if not, a share of it if several are equally likely."""
    claims = problem.items[item]
    p = {claim: given.get(claim) for claim in claims}
    if len(claims) == 1:
        ((claim, value),) = p.items()
        return 0.5 if value is None or value == 0.5 else float((value > 0.5) == claims[claim])
    known = {claim: value for claim, value in p.items() if value is not None}
    best = [claim for claim in claims if claim in known and known[claim] == max(known.values())] or list(
        claims
    )
    return sum(claims[claim] for claim in best) / len(best)


def macro_f1(truth: list[bool], said: list[bool]) -> float:
    """Mean of the F1 of both classes."""
    out = []
    for of in (True, False):
        both = sum(a == b == of for a, b in zip(truth, said, strict=True))
        total = truth.count(of) + said.count(of)
        out.append(2 * both / total if total else 0.0)
    return sum(out) / 2


def row(problem: Problem, name: str, judge: Judge) -> dict[str, object]:
    """One judge on one problem, over its folds."""
    points: list[float] = []
    p: list[float] = []
    y: list[bool] = []
    spoken = 0
    for settled, judged in problem.folds:
        given = judge(problem.reports, problem.settled(settled))
        points += [right(problem, item, given) for item in judged]
        for claim, true in problem.settled(judged).items():
            value = given.get(claim)
            spoken += value is not None
            p.append(0.5 if value is None else value)
            y.append(true)
    f1 = f"{100 * macro_f1(y, [one > 0.5 for one in p]):.1f}" if problem.single else "-"
    return {
        "set": problem.name,
        "judge": name,
        "right": f"{100 * sum(points) / len(points):.1f}",
        "F1": f1,
        "Brier": f"{brier(np.array(p), np.array(y, dtype=float)):.4f}",
        "abstains": f"{100 * (1 - spoken / len(p)):.1f}",
        "items": len(points),
    }


def report(folder: Path | None, judges: Mapping[str, Judge]) -> None:
    """Print one table for each set that is there, and for each that is not what to do."""
    if folder is None:
        print(f"public sets skipped: --sets takes a folder with {REMEDY}")
        return
    for name, one in SETS.items():
        if not one.here(folder).is_dir():
            where = folder / one.repository.split("/")[1]
            print(
                f"{name}: skipped, {one.here(folder)} is not there: git clone https://github.com/{one.repository} {where}\n"
            )
            continue
        found: list[dict[str, object]] = []
        for problem in one.load(one.here(folder)):
            # No root is known in any of these sets, so what counts roots says the same as what does not.
            found += [
                row(problem, judge, of)
                for judge, of in judges.items()
                if "over roots" not in judge or judge in ALONE
            ]
        found += [
            {
                "set": f"{name}, published",
                "judge": method,
                "right": figure,
                **dict.fromkeys(("F1", "Brier", "abstains"), "-"),
                "items": where,
            }
            for method, figure, where in one.published
        ]
        print(table(found) + "\n", flush=True)
