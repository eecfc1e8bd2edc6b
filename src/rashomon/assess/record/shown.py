"""The record of sources for a person to read: cases, share right with its interval, what it is drawn towards, a letter.

Shares are posteriors of a Beta over settled cases alone, each word right or wrong and as old as it is. A source is drawn towards what sources do
where they have as much to gain, or to its declared grade; its record on one topic, or with one interest, towards the rest of its record (the
shrinkage of empirical Bayes, Efron and Morris, JASA 70, 1975). How many cases that weighs is chosen by the likelihood of all sources' cases. The
interval holds 90 %. Open claims are counted beside, and silences apart: they are neither right nor wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from rashomon.assess.record.case import moment
from rashomon.assess.record.coins import USUAL, levels, strength
from rashomon.assess.record.learn import Learned
from rashomon.assess.record.table import KINDS, Bools, Floats, Ints
from rashomon.records import Reliability

FEWEST = 5
"""Settled cases below which no letter is given."""
WIDEST = 0.5
"""Width of the interval from which no letter is given."""
INSIDE = 0.9

LETTERS: tuple[tuple[float, Reliability], ...] = (
    (0.90, "A"),
    (0.75, "B"),
    (0.60, "C"),
    (0.40, "D"),
    (0.00, "E"),
)
"""Least lower bound of the share right → letter. The words are NATO's (completely, usually, fairly, not usually reliable, unreliable); the
bounds are ours. By the lower bound, so that a letter is what the cases bear out and not what they allow: 20 of 20 right is no A
where sources are usually right in 7 of 10."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One source on one topic with one kind of interest."""

    source: str
    topic: str
    """Empty: all topics together."""
    interest: str
    """A word of KINDS; empty: all kinds together."""
    settled: int
    """Cases: claims it spoke on that were settled."""
    right: int
    open: int
    """Claims it spoke on that are not settled."""
    silent: int
    """Settled claims on which it was expected to speak and did not."""
    share: float
    """Of its words that are right, expected."""
    low: float
    high: float
    drawn_to: float
    """The share right that the levels above expect of it …"""
    drawn_by: float
    """… and how many cases that weighs."""
    half: float | None
    """Days after which a case counts half; ``None``: nothing is forgotten."""
    turned: datetime | None
    """Since when it is another source than it was; only what came after is counted here."""
    letter: Reliability
    why: str
    """Why it has no letter; empty where it has one."""


def shown(learned: Learned) -> tuple[Shown, ...]:
    """A row for each (source, topic, interest), after one for each source as a whole; by source, the whole first."""
    return _Rows(learned).rows()


def reliability(
    learned: Learned, prior: Mapping[tuple[str, str], Reliability] | None = None
) -> Callable[[str, str], Reliability]:
    """The letter of a (source, topic) for the grade of an item of evidence.

    What the cases bear out on the topic; where they do not reach, the letter in ``prior``, what was declared or looked up: by (source, topic),
    with an empty topic for all. Else F, which is no middle. With an empty topic: of the source as a whole.
    """
    rows = _Rows(learned)
    earned = {(one.source, one.topic): one.letter for one in rows.wholes()}
    told = prior or {}

    def letter(source: str, topic: str) -> Reliability:
        found = earned.get((source, topic), "F")
        return found if found != "F" else told.get((source, topic), told.get((source, ""), "F"))

    return letter


class _Rows:
    def __init__(self, learned: Learned) -> None:
        self._it = learned
        here = learned.table
        self._settled: Bools = learned.settled[here.claim]
        outcome = learned.true[here.claim] > 0.5
        self._right: Bools = (here.said == 0) == outcome
        self._spoken: Bools = here.said != 2
        age = here.at.max() - here.at if len(here.at) else here.at
        self._worth: Floats = 0.5 ** (age / learned.half)
        after = np.zeros(len(here.sources), bool)
        after[here.source[learned.part == 1]] = True
        self._now: Bools = (learned.part == 1) | ~after[here.source]
        """Reports of what each source is now."""
        self._since = np.full(len(here.sources), np.inf)
        turned = learned.part == 1
        np.minimum.at(self._since, here.source[turned], here.at[turned])
        world = levels(learned.coins.voice, learned.coins.kind, learned.coins.counts).world
        self._world: Floats = _right(world) / world[:, :, :2].sum((1, 2))
        """Share right of all sources, by kind."""

    def rows(self) -> tuple[Shown, ...]:
        here = self._it.table
        every = [*self.wholes(), *self._of(here.topic, here.kind)]
        order = {name: n for n, name in enumerate(("", *KINDS))}
        return tuple(sorted(every, key=lambda one: (one.source, one.topic, order[one.interest])))

    def wholes(self) -> list[Shown]:
        """Of each source as a whole, and on each topic, all kinds of interest together."""
        none = np.full(len(self._it.table.source), -1)
        named = [one for one in self._of(self._it.table.topic, none) if one.topic]
        return self._of(none, none) + named

    def _of(self, topic: Ints, kind: Ints) -> list[Shown]:
        """One row for each (source, topic, kind) that occurs among the reports that count now; -1: all of them."""
        now = np.flatnonzero(self._now)
        if not len(now):
            return []
        source = self._it.table.source[now]
        triples, of = np.unique(np.stack([source, topic[now], kind[now]], 1), axis=0, return_inverse=True)
        of = of.reshape(-1)
        size, own = len(triples), triples[:, 0]
        case = self._settled[now] & self._spoken[now]
        hit, miss = case & self._right[now], case & ~self._right[now]

        def total(what: Bools | Floats, by: Ints = of, size: int = size) -> Floats:
            return np.bincount(by, what, size).astype(np.float64)

        worth = self._worth[now]
        good, bad = total(hit * worth), total(miss * worth)
        everybody = self._world[self._it.table.kind[now]]
        drawn = total(everybody) / total(np.ones(len(of)))
        if (topic >= 0).any() or (kind >= 0).any():  # towards the rest of its record, which is itself drawn
            sources = len(self._it.table.sources)
            rest = (
                total(hit * worth, source, sources)[own] - good,
                total(miss * worth, source, sources)[own] - bad,
            )
            drawn = (rest[0] + USUAL * drawn) / (rest[0] + rest[1] + USUAL)
        weight = np.full(
            size, strength(np.stack([good, bad], 1)[:, None], np.stack([drawn, 1 - drawn], 1)[:, None])
        )
        for k, (who, what, _) in enumerate(triples.tolist()):
            told = self._told(who, what)
            if told is not None:
                drawn[k], weight[k] = told
        a, b = good + weight * drawn, bad + weight * (1 - drawn)
        columns = (
            total(case), total(hit), total(~self._settled[now] & self._spoken[now]), total(self._settled[now] & ~self._spoken[now]),
            a / (a + b), *_interval(a, b), drawn, weight,
        )  # fmt: skip
        return [
            self._row(triple.tolist(), [float(one[k]) for one in columns]) for k, triple in enumerate(triples)
        ]

    def _told(self, source: int, topic: int) -> tuple[float, float] | None:
        """Share right that was declared of a source as a whole, or of it on this topic, and how many cases that is worth."""
        here = self._it.table
        made = self._it.priors.get((here.sources[source], here.topics[topic] if topic >= 0 else ""))
        if made is None or not made.any():
            return None
        spoken = float(made[:, :2].sum())
        return float(_right(made[None])[0]) / spoken, spoken

    def _row(self, triple: list[int], numbers: list[float]) -> Shown:
        here = self._it.table
        source, topic, kind = triple
        settled, right, open_, silent, share, low, high, drawn_to, drawn_by = numbers
        why = ""
        if settled < FEWEST:
            why = f"{int(settled)} settled cases, and {FEWEST} are needed"
        elif high - low > WIDEST:
            why = f"the share right may be anything from {low:.2f} to {high:.2f}"
        return Shown(
            source=here.sources[source],
            topic=here.topics[topic] if topic >= 0 else "",
            interest=KINDS[kind] if kind >= 0 else "",
            settled=int(settled),
            right=int(right),
            open=int(open_),
            silent=int(silent),
            share=share,
            low=low,
            high=high,
            drawn_to=drawn_to,
            drawn_by=drawn_by,
            half=self._it.half if np.isfinite(self._it.half) else None,
            turned=moment(self._since[source]) if np.isfinite(self._since[source]) else None,
            letter="F" if why else next(letter for least, letter in LETTERS if low >= least),
            why=why,
        )


def _right(cases: Floats) -> Floats:
    """Of cases by (truth, word), shape (K, 2, 3), those in which the word is right, shape (K,)."""
    made: Floats = cases[:, 1, 0] + cases[:, 0, 1]
    return made


def _interval(a: Floats, b: Floats) -> tuple[Floats, Floats]:
    from scipy.special import betaincinv

    low: Floats = betaincinv(a, b, (1 - INSIDE) / 2)
    high: Floats = betaincinv(a, b, (1 + INSIDE) / 2)
    return low, high
