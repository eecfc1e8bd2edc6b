"""Forty copies of one report are one report: the odds of a claim with one report of a root, and with forty of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bench.judgement.rivals import Judge
from bench.judgement.worlds import World
from rashomon.assess.record.report import Report

ROOT = "wire/1"


def flooded(world: World, copies: int) -> tuple[str, list[Report]]:
    """A claim that is to be judged, and the world's reports with so many more that assert it, all of one root.

    The claim is the first to be judged on which two sources at least disagree. Its copies are published by sources of
    the world that had not spoken on it, as far as there are such, and by new ones; the first is always the same.
    """
    words: dict[str, set[str]] = {}
    for one in world.reports:
        words.setdefault(one.claim, set()).add(one.word)
    claim = next(c for c in world.judged if {"asserts", "denies"} <= words.get(c, set()))
    of_it = [one for one in world.reports if one.claim == claim]
    free = sorted({one.source for one in world.reports} - {one.source for one in of_it})
    names = [*free, *(f"new{k:02}" for k in range(copies))][:copies]
    first = replace(of_it[-1], word="asserts", root=ROOT, interest=0, side="")
    added = [replace(first, source=name, at=of_it[-1].at + 0.1 * k) for k, name in enumerate(names)]
    return claim, [*world.reports, *added]


def odds(judge: Judge, world: World, copies: int) -> float:
    """Of the claim with so many copies; NaN where the judge abstains."""
    claim, reports = flooded(world, copies)
    p = judge(reports, world.settled).get(claim)
    if p is None:
        return float("nan")
    p = min(max(p, 1e-6), 1 - 1e-6)
    return p / (1 - p)


def rows(judges: Mapping[str, Judge], worlds: Sequence[World], copies: int = 40) -> list[dict[str, object]]:
    """One row for each judge, the mean odds over the worlds' claims with one report of the root and with all."""
    out: list[dict[str, object]] = []
    for name, judge in judges.items():
        pairs = [(odds(judge, one, 1), odds(judge, one, copies)) for one in worlds]
        grown = [many / few for few, many in pairs]
        out.append(
            {
                "set": "copies",
                "judge": name,
                "odds, one": f"{pairs[0][0]:.3f}",
                f"odds, {copies}": f"{pairs[0][1]:.3f}",
                "times, mean": f"{sum(grown) / len(grown):.3f}",
                "times, most": f"{max(grown):.3f}",
            }
        )
    return out
