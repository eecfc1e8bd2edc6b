"""From reports and settled claims to a record of sources, and to how probable the open claims are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from rashomon.assess.record.coins import PRIOR, Coins, count, numbered, speak
from rashomon.assess.record.priors import Priors
from rashomon.assess.record.report import Report
from rashomon.assess.record.scripts import Pairs, scripts
from rashomon.assess.record.shares import NONE, Shares
from rashomon.assess.record.shares import fitted as fitted_shares
from rashomon.assess.record.spread import Spread, none, signs
from rashomon.assess.record.spread import fitted as spread_fitted
from rashomon.assess.record.table import Bools, Floats, Ints, Table, table
from rashomon.assess.record.temper import Temper, fitted
from rashomon.assess.record.turns import turned
from rashomon.assess.record.voices import Groups

ROUNDS = 12
"""Of counting and judging between two looks at scripts; more change no probability by a hundredth in the worlds of bench.judgement."""
LOOKS = 3
OPEN = 1.0
"""What a claim that was not settled counts, of one that was: its truth is our own guess. One on which everybody is silent teaches nothing."""
SILENT = 2
MOST = 9.0
"""Log odds (nats) beyond which no open claim goes while it is learnt from: nothing is certain that nobody settled."""
BASE = 6.0
"""Cases that an even chance is worth as the base rate of a topic."""
HALVES = (np.inf, 730.0, 365.0, 180.0, 90.0)
"""Days."""
MARGIN = 3.0
"""Nats by which a shorter memory must foretell better than a whole one to be taken."""
FEW = 40
"""Settled claims below which nothing is forgotten."""


@dataclass(frozen=True, slots=True)
class Learned:
    """What was learnt, and what it makes of every claim it was learnt from."""

    table: Table
    coins: Coins
    script: Ints
    """Of each report, shape (N,)."""
    part: Ints
    """0 before, 1 after a turn in its source's record; shape (N,)."""
    shares: Shares
    temper: Temper
    spread: Spread
    half: float
    """Days after which a case counts half; infinite where nothing speaks for forgetting."""
    base: Floats
    """Log odds of each claim before any report, shape (C,)."""
    evidence: Floats
    """Sum of log likelihood ratios of each claim, scripts counted once, shape (C,); of settled claims, without their own outcome."""
    odds: Floats
    """Log odds of each claim by its reports, shape (C,), as if it had not been settled."""
    settled: Bools
    true: Floats
    """Probability of each claim, shape (C,); of settled claims 0 or 1."""
    priors: Priors = field(default_factory=dict)

    @property
    def probability(self) -> dict[str, float]:
        """Of each claim, as if it had not been settled."""
        return dict(zip(self.table.claims, (1 / (1 + np.exp(-self.odds))).tolist(), strict=True))


def learn(reports: Sequence[Report], settled: Mapping[str, bool], priors: Priors | None = None) -> Learned:
    """Variational EM (Attias 1999) over coins and claims, with a fresh look at who shares a script before each part.

    ``priors``: what is thought of sources beforehand, see ``priors.py``.
    """
    here = table(reports)
    known = np.array([one in settled for one in here.claims], bool)
    outcome = np.array([settled.get(one, False) for one in here.claims], bool)
    made = _Learning(here, known, outcome, priors or {})
    for look in range(LOOKS):
        made.look(fresh=look == 0)
        made.rounds()
        made.fit()
    made.remember()
    return made.learned()


class _Learning:
    """The state between two rounds."""

    def __init__(self, here: Table, known: Bools, outcome: Bools, priors: Priors) -> None:
        self.here, self.known, self.outcome, self.priors = here, known, outcome, priors
        spoken = np.bincount(here.claim, here.said != SILENT, len(known)) > 0
        self.whole = np.where(known, 1.0, OPEN * spoken)[here.claim]
        self.counts = self.whole
        self.part = np.zeros(len(here.claim), np.int64)
        self.numbers, self.pairs, self.signs = numbered(here, self.part), Pairs(here), signs(here)
        self.temper, self.spread, self.half = Temper(), none(), np.inf
        self.base = np.zeros(len(here.claims))
        self.true = np.where(known, outcome, 0.5).astype(np.float64)

    def look(self, fresh: bool) -> None:
        here = self.here
        self.script = scripts(here, self.pairs) if fresh else scripts(here, self.pairs, self.coins, self.true)
        self.groups = Groups(here, self.script)
        self.shares = NONE
        if not fresh:
            self.part = turned(here, self.true[here.claim])
            self.numbers = numbered(here, self.part)
            self._count()
        if fresh:
            votes = self.groups.sum(_vote(here))
            self.true = np.where(self.known, self.outcome, 1 / (1 + np.exp(-votes)))
            self._count()

    def rounds(self, number: int = ROUNDS) -> None:
        for _ in range(number):
            self.evidence = self._sum(self.groups.values(speak(self.here, self.coins)))
            self.base = base_rates(self.here, self.true, self.known)
            odds = np.clip(self.odds(), -MOST, MOST)
            self.true = np.where(self.known, self.outcome, 1 / (1 + np.exp(-odds)))
            self._count()

    def odds(self) -> Floats:
        made: Floats = self.base + self.temper.of(self.evidence) + self.spread.of(self.signs)
        return made

    def fit(self) -> None:
        """The evidence of settled claims as it is without them, and what that says of all evidence."""
        here, known, groups = self.here, self.known, self.groups
        own = np.where(known[here.claim], self.counts, 0.0)
        without = groups.values(speak(here, self.coins, (self.true[here.claim], own)))
        values = np.where(known[groups.claim], without, groups.values(speak(here, self.coins)))
        if not known.any():
            self.evidence = self._sum(values)
            return
        offset = self.base + self.spread.of(self.signs)
        found = fitted_shares(here, self.part, groups, values, offset, self.temper.slope, known, self.outcome)
        self.shares, self.evidence = found.shares, found.evidence
        side = self.spread.of(self.signs)[known]
        self.temper = fitted(self.evidence[known], self.base[known] + side, self.outcome[known])
        plain = self.base[known] + self.temper.of(self.evidence[known])
        self.spread = spread_fitted(self.signs[known], plain, self.outcome[known])

    def remember(self) -> None:
        """How long a case counts: of HALVES the one that best foretells the later half of the reports and of the settled claims."""
        if self.known.sum() < FEW:
            return
        when = np.zeros(len(self.here.claims))
        np.maximum.at(when, self.here.claim, self.here.at)
        late = when >= np.median(when)
        best, kept, found = -np.inf, dict(self.__dict__), {}
        for half in HALVES:
            self.__dict__.update(kept)
            self.half = half
            self.counts = self.whole * 0.5 ** ((self.here.at.max() - self.here.at) / half)
            self._count()
            self.rounds()
            self.fit()
            fit = self._foretold()[late].sum() - MARGIN * (half < np.inf)
            if fit > best:
                best, found = fit, dict(self.__dict__)
        self.__dict__.update(found)

    def _foretold(self) -> Floats:
        """Log probability of the words on each claim, and of its outcome where it is settled, by what other claims taught; shape (C,)."""
        here = self.here
        words = speak(here, self.coins, (self.true[here.claim], self.counts))
        size = len(here.claims)
        false, true = (np.bincount(here.claim, words[:, k], size) for k in (0, 1))
        false, true = false - np.logaddexp(0, self.base), true - np.logaddexp(0, -self.base)
        made: Floats = np.where(self.known, np.where(self.outcome, true, false), np.logaddexp(false, true))
        return made

    def _sum(self, values: Floats) -> Floats:
        """Evidence of each claim from that of its groups."""
        whole = np.bincount(self.groups.claim, values * self.shares.factors(self.groups), len(self.known))
        made: Floats = whole + self.shares.terms(self.here, self.part)
        return made

    def _count(self) -> None:
        true = self.true[self.here.claim]
        self.coins = count(self.here, self.numbers, true, self.counts, self.priors)

    def learned(self) -> Learned:
        return Learned(
            self.here, self.coins, self.script, self.part, self.shares, self.temper, self.spread, self.half, self.base,
            self.evidence, self.odds(), self.known, self.true, self.priors,
        )  # fmt: skip


def judge(reports: Sequence[Report], settled: Mapping[str, bool]) -> dict[str, float]:
    """How probable each claim is that is not settled."""
    found = learn(reports, settled).probability
    return {claim: p for claim, p in found.items() if claim not in settled}


def _vote(here: Table) -> Floats:
    """A first guess, before any record: log likelihoods by PRIOR."""
    made: Floats = np.log(PRIOR)[here.kind, :, here.word]
    made[here.turned] = made[here.turned][:, ::-1]
    return made


def base_rates(here: Table, true: Floats, known: Bools) -> Floats:
    """Log odds by topic, drawn to the whole and that to even: of settled claims alone, since taken from guesses they run away with them."""
    if not known.any():
        return np.zeros(len(true))
    whole = (true[known].sum() + BASE / 2) / (known.sum() + BASE)
    topics = max(len(here.topics), 1)
    n = np.bincount(here.subject[known], minlength=topics)
    rate = (np.bincount(here.subject[known], true[known], topics) + BASE * whole) / (n + BASE)
    made: Floats = np.log(rate / (1 - rate))[here.subject]
    return made
