"""How probable a claim and its rival explanations are, with the working: what did it, what it hangs on, what would change it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from rashomon.assess.judge.confidence import basis, confidence, unjudged
from rashomon.assess.judge.gaps import Wanted, gaps
from rashomon.assess.judge.matrix import Choose, Matrix, Words, matrix
from rashomon.assess.judge.posterior import Posterior, posterior
from rashomon.assess.judge.prior import prior
from rashomon.assess.judge.working import history, weighed
from rashomon.assess.record.table import Floats
from rashomon.assess.record.temper import Temper
from rashomon.records import (
    AnalystView,
    Confidence,
    Evidence,
    Gap,
    Grade,
    Hypothesis,
    Moment,
    Weighed,
    as_utc,
)

__all__ = ["Judgement", "Wanted", "judge"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What is held of a claim, and the working. See ``records.Assessment``, which takes these over by name."""

    likelihood: float | None = None
    confidence: Confidence | None = None
    confidence_why: tuple[str, ...] = ()
    unjudged: str = ""
    prior: float | None = None
    shares: tuple[tuple[str, float], ...] = ()
    evidence: tuple[Evidence, ...] = ()
    """Those that were looked at: nothing later than the moment asked for."""
    weighed: tuple[Weighed, ...] = ()
    gaps: tuple[Gap, ...] = ()
    history: tuple[Moment, ...] = ()
    views: tuple[AnalystView, ...] = ()


def judge(
    hypotheses: Sequence[Hypothesis],
    evidence: Sequence[Evidence],
    words: Words,
    *,
    base: float = 0.5,
    weights: Mapping[str, float] | None = None,
    temper: Temper | None = None,
    unheard: Sequence[Wanted] = (),
    as_of: datetime | None = None,
) -> Judgement:
    """Weigh the explanations of one claim.

    ``words``: what a source's record makes of its word. ``base``: share of such claims that turned out true. ``weights``: of explanations by kind, within true and
    within false ones. ``temper``: how far the sum may be believed. With ``as_of``, what came later is left out. Persons' grades
    (``Evidence.grades`` after the first) replace the program's: with several persons the judgement is the mean of their views in log odds,
    and each view is given beside it. The order of the evidence does not matter.

    Raises:
        NaiveTime: ``as_of`` has no zone.
    """
    moment = as_utc(as_of, "as_of") if as_of is not None else None
    held = sorted(
        (one for one in evidence if moment is None or one.at is None or one.at <= moment),
        key=lambda one: one.id,
    )
    court = _Court(tuple(hypotheses), words, base, weights or {}, temper or Temper())
    if not held or not hypotheses:
        return Judgement(unjudged="There is no evidence on it in what was collected.", prior=court.before)
    holds = {one.holds for one in hypotheses}
    if holds in ({True}, {False}):
        # As where a person left out all others: no evidence can speak against what is taken for granted.
        told = "holds" if True in holds else "does not hold"
        return Judgement(
            unjudged=f"Under every explanation that is left the claim {told}, so there is nothing to weigh.",
            prior=court.before,
            evidence=tuple(held),
        )
    people = sorted({grade.by for one in held for grade in one.grades if grade.by})
    views = {by: court.view(held, by) for by in people} if people else {}
    own = court.view(held, "")
    chosen = people[-1] if len(people) == 1 else ""
    numbers, found = court.numbers(held, chosen), views.get(chosen, own)
    if len(views) > 1:
        found = court.mean([views[by] for by in people])
    items = weighed(numbers, views.get(chosen, own), court.judged)
    low, high = (court.at(numbers, base).likelihood for base in (0.3, 0.7))
    rests = basis(numbers, found.likelihood, items, high - low, found.moved)
    missing = unjudged(rests, len(held))
    sure, why = confidence(rests)

    def then(part: Sequence[Evidence]) -> float | None:
        if not part:
            return None
        seen = court.numbers(part, chosen)
        told = court.judged(seen.sums())
        return (
            None
            if unjudged(basis(seen, told.likelihood, (), 0.0, told.moved), len(part))
            else told.likelihood
        )

    return Judgement(
        likelihood=None if missing else found.likelihood,
        confidence=None if missing else sure,
        confidence_why=() if missing else why,
        unjudged=missing,
        prior=court.before,
        shares=() if missing else court.shares(found),
        evidence=tuple(held),
        weighed=items,
        gaps=gaps(numbers, hypotheses, found.shares, court.judged, words, unheard),
        history=history(held, then),
        views=tuple(
            AnalystView(by=by, likelihood=one.likelihood, shares=court.shares(one))
            for by, one in (("", own), *sorted(views.items()))
        )
        if views
        else (),
    )


class _Court:
    """What stays the same while evidence is left out, regraded or taken as of another day."""

    def __init__(
        self,
        hypotheses: tuple[Hypothesis, ...],
        words: Words,
        base: float,
        weights: Mapping[str, float],
        temper: Temper,
    ) -> None:
        self._hypotheses, self._words, self._temper, self._weights = hypotheses, words, temper, weights
        self._prior = prior(hypotheses, base, weights) if hypotheses else np.zeros(0)
        self._rows: dict[str, dict[str, tuple[Floats, Floats]]] = {}
        """Of each person's grades: what was once worked out of an item."""

    @property
    def before(self) -> float | None:
        """What was held of the claim before any evidence."""
        holds = [0.5 if one.holds is None else float(one.holds) for one in self._hypotheses]
        return float(self._prior @ np.array(holds)) if holds else None

    def numbers(self, items: Sequence[Evidence], by: str) -> Matrix:
        by_id = dict(zip((one.id for one in self._hypotheses), self._prior.tolist(), strict=True))
        kept = self._rows.setdefault(by, {})
        return matrix(items, self._hypotheses, by_id, self._words, _grades_of(by), kept)

    def judged(self, sums: Floats) -> Posterior:
        return posterior(sums, self._hypotheses, self._prior, self._temper)

    def view(self, items: Sequence[Evidence], by: str) -> Posterior:
        """As it comes out with one person's grades; with the program's for "", and where the person gave none."""
        return self.judged(self.numbers(items, by).sums())

    def at(self, numbers: Matrix, base: float) -> Posterior:
        """The same evidence after another prior."""
        return posterior(
            numbers.sums(), self._hypotheses, prior(self._hypotheses, base, self._weights), self._temper
        )

    def shares(self, found: Posterior) -> tuple[tuple[str, float], ...]:
        return tuple((one.id, float(p)) for one, p in zip(self._hypotheses, found.shares, strict=True))

    def mean(self, views: Sequence[Posterior]) -> Posterior:
        odds = float(np.mean([one.odds for one in views]))
        shares = np.mean([one.shares for one in views], axis=0)
        return Posterior(1 / (1 + float(np.exp(-odds))), shares, float(np.mean([one.moved for one in views])))


def _grades_of(by: str) -> Choose:
    def choose(item: Evidence) -> Grade:
        """The last grade of this person, else the program's."""
        own = [grade for grade in item.grades if grade.by == by]
        return own[-1] if own else next((grade for grade in item.grades if not grade.by), Grade())

    return choose
