"""How others judge claims by their sources: votes, TruthFinder, Dawid–Skene, and a regression on what is settled.

Each takes what ours takes, ``(reports, settled)``, and gives the probability of each claim that somebody spoke on. All
see the last word of each source; a denial is a vote against; those "over roots" see one report for each root. The settled
claims are used wherever the method has a place for them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from bench.judgement.votes import Votes, last, roots, votes
from rashomon.assess.record.report import Report

Floats = NDArray[np.float64]
Judge = Callable[[Sequence[Report], Mapping[str, bool]], Mapping[str, float | None]]
Seen = Callable[[Sequence[Report]], list[Report]]

REMEDY = "crowd-kit is not installed, so Dawid–Skene is not in the table: pip install 'rashomon[bench]'"


def counts(given: Votes) -> tuple[Floats, Floats]:
    """How many assert and how many deny each claim."""
    size = len(given.claims)
    return (
        np.bincount(given.claim[given.says > 0], minlength=size).astype(float),
        np.bincount(given.claim[given.says < 0], minlength=size).astype(float),
    )


def vote(
    reports: Sequence[Report], settled: Mapping[str, bool], seen: Seen = last
) -> dict[str, float | None]:
    """Share of the voices that assert, with one voice added on either side (Laplace)."""
    given = votes(seen(reports)).spoken()
    yes, no = counts(given)
    return _named(given, (yes + 1) / (yes + no + 2), yes + no > 0)


def fitted_vote(reports: Sequence[Report], settled: Mapping[str, bool]) -> dict[str, float | None]:
    """The vote over roots with a logistic curve over its log odds, fitted on the settled claims."""
    given = votes(roots(reports)).spoken()
    yes, no = counts(given)
    x = np.stack([np.log((yes + 1) / (no + 1)), np.log1p(yes + no)], axis=1)
    return _named(given, *_regress(x, given.settled(dict(settled)), 0.1, yes + no > 0))


def regression(
    reports: Sequence[Report], settled: Mapping[str, bool], fields: bool = False
) -> dict[str, float | None]:
    """Logistic regression on the settled claims: for each source whether it asserts, denies or keeps silent.

    ``fields``: also for each source and topic, each source and interest, each interest, and each side, so that everything
    a report says is before it except the day.
    """
    seen = roots(reports)
    given = votes(seen)
    columns: dict[tuple[object, ...], int] = {}
    places: list[tuple[int, int]] = []
    for one, claim in zip(seen, given.claim.tolist(), strict=True):
        # Voices in all, since many sources are too seldom heard before to have weights of their own.
        keys: list[tuple[object, ...]] = [("all", one.word), ("source", one.source, one.word)]
        if fields:
            keys += [
                ("topic", one.source, one.topic, one.word),
                ("gain", one.source, one.interest, one.word),
                ("interest", one.interest, one.word),
                ("side", one.side, one.word),
            ]
        places += [(claim, columns.setdefault(key, len(columns))) for key in keys]
    x = np.zeros((len(given.claims), len(columns)))
    np.add.at(x, tuple(np.array(places).T), 1.0)
    return _named(given, *_regress(x, given.settled(dict(settled)), 1.0, np.ones(len(x), dtype=bool)))


def truth_finder(
    reports: Sequence[Report],
    settled: Mapping[str, bool],
    seen: Seen = last,
    damping: float = 0.3,
    influence: float = 0.5,
) -> dict[str, float | None]:
    """TruthFinder (Yin, Han and Yu, TKDE 2008), each claim an object with the two facts "it is so" and "it is not".

    The numbers are the paper's: sources start at 0.9, dampening 0.3, weight of related facts 0.5; two facts that exclude
    each other imply -1. Settled claims are held at what they are (as in Yin and Tan 2011). The confidences of the two facts
    are made to add up to one.
    """
    given = votes(seen(reports)).spoken()
    truth = given.settled(dict(settled))
    trust = np.full(len(given.sources), 0.9)
    words = np.maximum(np.bincount(given.source, minlength=len(trust)), 1)
    size = len(given.claims)
    for _ in range(200):
        weight = -np.log(1 - np.minimum(trust, 1 - 1e-9))[given.source]
        so = np.bincount(given.claim, weight * (given.says > 0), size)
        not_so = np.bincount(given.claim, weight * (given.says < 0), size)
        true = 1 / (1 + np.exp(-damping * (so - influence * not_so)))
        false = 1 / (1 + np.exp(-damping * (not_so - influence * so)))
        true = np.where(np.isnan(truth), true, truth)
        false = np.where(np.isnan(truth), false, 1 - truth)
        believed = np.where(given.says > 0, true[given.claim], false[given.claim])
        before, trust = trust, np.bincount(given.source, believed, len(trust)) / words
        near = before @ trust / max(float(np.linalg.norm(before) * np.linalg.norm(trust)), 1e-12)
        if 1 - near < 1e-10:
            break
    return _named(given, true / np.maximum(true + false, 1e-12), np.ones(size, dtype=bool))


def dawid_skene(
    reports: Sequence[Report],
    settled: Mapping[str, bool],
    seen: Seen = last,
    hold: bool = True,
    silence: bool = False,
) -> dict[str, float | None]:
    """Dawid and Skene (1979) as crowd-kit has it: a confusion matrix for each source, by expectation–maximization.

    ``hold``: the settled claims are given to it as true labels. ``silence``: who was expected to speak and did not counts
    as denying. Raises ``ImportError`` where crowd-kit is not installed.
    """
    import pandas  # type: ignore[import-untyped,unused-ignore]
    from crowdkit.aggregation import DawidSkene  # type: ignore[import-not-found,unused-ignore]

    given = votes(seen(reports))
    given = given if silence else given.spoken()
    table = pandas.DataFrame(
        {"task": given.claim, "worker": given.source, "label": (given.says > 0).astype(int)}
    )
    truth = given.settled(dict(settled))
    known = pandas.Series({k: int(v) for k, v in enumerate(truth) if not np.isnan(v)}, dtype=int)
    found = DawidSkene(n_iter=100).fit_predict_proba(table, known if hold and len(known) else None)
    p = np.zeros(len(given.claims))
    if 1 in found.columns:
        p[found.index.to_numpy()] = found[1].to_numpy()
    spoke = np.bincount(given.claim, minlength=len(p)) > 0
    return _named(given, np.clip(p, 0, 1), spoke)


RIVALS: dict[str, Judge] = {
    "majority": vote,
    "vote over roots": partial(vote, seen=roots),
    "fitted vote over roots": fitted_vote,
    "TruthFinder": truth_finder,
    "TruthFinder over roots": partial(truth_finder, seen=roots),
    "Dawid-Skene": partial(dawid_skene, hold=False),
    "Dawid-Skene settled": dawid_skene,
    "Dawid-Skene settled over roots": partial(dawid_skene, seen=roots),
    "Dawid-Skene settled over roots, silence denies": partial(dawid_skene, seen=roots, silence=True),
    "regression over roots": regression,
    "regression over roots, all fields": partial(regression, fields=True),
}


def _named(given: Votes, p: Floats, spoke: NDArray[np.bool_]) -> dict[str, float | None]:
    """By claim; None where nobody spoke."""
    return {name: float(p[k]) if spoke[k] else None for k, name in enumerate(given.claims)}


def _regress(
    x: Floats, truth: Floats, ridge: float, spoke: NDArray[np.bool_]
) -> tuple[Floats, NDArray[np.bool_]]:
    """Probabilities of a logistic regression fitted where ``truth`` is known, by Newton's method with a ridge.

    With nothing known, or only one kind, there is nothing to fit: it abstains on all.
    """
    known = ~np.isnan(truth)
    if len(set(truth[known].tolist())) < 2:
        return np.full(len(x), 0.5), np.zeros(len(x), dtype=bool)
    x = np.concatenate([x, np.ones((len(x), 1))], axis=1)
    weights = np.zeros(x.shape[1])
    hold = np.full(len(weights), ridge)
    hold[-1] = 1e-6
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x[known] @ weights, -30, 30)))
        slope = x[known].T @ (p - truth[known]) + hold * weights
        bend = (x[known].T * (p * (1 - p))) @ x[known] + np.diag(hold)
        step = np.linalg.solve(bend, slope)
        weights -= step / max(1.0, float(np.abs(step).max()))
        if np.abs(step).max() < 1e-4:
            break
    return np.asarray(1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))), spoke
