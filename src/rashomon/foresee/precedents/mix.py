"""How much each sign counts: a small table of weights, learnt on the end of the history and on nothing later.

An answer's score is the sum of its signs, each times its weight; the weights differ by how often the question had an answer
before. They are those under which the answers that came had the greatest chance (a softmax over candidates, as in any
conditional logit), held towards common weights. Scores add up, so an answer is explained by its largest parts.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from rashomon.foresee.precedents.facts import Facts, Real, Whole
from rashomon.foresee.precedents.rules import Rules, learn
from rashomon.foresee.precedents.signs import MEANING, Cells, Signs, signs

HORIZON = 60
"""Days within which a rule's head must follow."""
LEARNT_ON = 30
"""Days at the end of the history on which the weights are learnt."""
CANDIDATES, RANDOM = 150, 30
"""Entities that stand beside the right one when weights are learnt: the likeliest by plain counts, and some at random."""
STEPS = (0, 4, 30)
"""A question with more answers before than this has the next set of weights."""
HELD = 1e-3
"""How strongly the sets are held towards the common weights."""


@dataclass(frozen=True, kw_only=True)
class Mix:
    """Weights by set and sign, and the rules that two of the signs rest on."""

    weights: Real
    rules: Rules

    def scores(self, found: Signs) -> Cells:
        """Question × entity; larger is likelier."""
        own = self.weights[kind(found.seen)].astype(np.float32)
        out: Cells = np.einsum("qf,fqn->qn", own, found.values, optimize=True)
        return out

    def at(self, facts: Facts, day: int, questions: Whole) -> Signs:
        """The signs of the questions, from all that was before ``day``."""
        return signs(facts, self.rules.confidence, day, questions)


def kind(seen: Whole) -> Whole:
    """The set of weights of a question."""
    return np.searchsorted(STEPS, seen, side="left").astype(np.int64)


def train(facts: Facts, *, days: int = LEARNT_ON, seed: int = 0) -> Mix:
    """Weights from the last ``days`` of the history, with rules from what lies before them; then rules from all of it."""
    first = int(facts.day.max()) - days + 1
    early = learn(facts.before(first), HORIZON).confidence
    chance = np.random.default_rng(seed)
    examples, kinds = list[Cells](), list[Whole]()
    for day in range(first, first + days):
        now = facts.on(day).both_ways
        if not len(now):
            continue
        questions, at = np.unique(now[:, :2], axis=0, return_inverse=True)
        found = signs(facts, early, day, questions)
        examples += _examples(found, at.ravel(), now[:, 2], chance)
        kinds.append(kind(found.seen)[at.ravel()])
    return Mix(weights=_fit(np.stack(examples), np.concatenate(kinds)), rules=learn(facts, HORIZON))


def _examples(found: Signs, at: Whole, right: Whole, chance: np.random.Generator) -> list[Cells]:
    """For each answer that came: sign × candidate, the right one first."""
    size = found.values.shape[2]
    counts = ("same 2", "pair 2", "rule 7", "like subject")
    plain = (
        sum(found.values[found.names.index(n)] for n in counts)
        + 0.3 * found.values[found.names.index("done ever")]
    )
    few = min(CANDIDATES, size - 1)
    best = np.argpartition(-plain, few, axis=1)[:, :few]
    out = []
    for question, one in zip(at, right, strict=True):
        others = best[question][best[question] != one][: CANDIDATES - 1]
        filled = np.concatenate(
            [[one], others, chance.integers(0, size, CANDIDATES + RANDOM - 1 - len(others))]
        )
        out.append(found.values[:, question, filled])
    return out


def _fit(examples: Cells, kinds: Whole) -> Real:
    """Weights by set and sign; ``examples``: example × sign × candidate, the right candidate first."""
    count, width, _ = examples.shape
    sets = len(STEPS) + 1
    scale = examples.std((0, 2)).astype(np.float64) + 1e-6
    member = np.eye(sets)[kinds]

    def loss(flat: Real) -> tuple[float, Real]:
        common, own = flat[:width], flat[width:].reshape(sets, width)
        each = ((common + own[kinds]) / scale).astype(np.float32)
        score = np.einsum("nf,nfc->nc", each, examples, optimize=True)
        score -= score.max(1, keepdims=True)
        odds = np.exp(score)
        odds /= odds.sum(1, keepdims=True)
        value = -np.log(odds[:, 0] + 1e-12).mean() + HELD * (own**2).sum() + HELD / 100 * (common**2).sum()
        odds[:, 0] -= 1
        slope = np.einsum("nc,nfc->nf", odds, examples, optimize=True).astype(np.float64) / scale / count
        parts = [slope.sum(0) + HELD / 50 * common, (member.T @ slope + 2 * HELD * own).ravel()]
        return float(value), np.concatenate(parts)

    found = minimize(
        loss, np.zeros(width * (sets + 1)), jac=True, method="L-BFGS-B", options={"maxiter": 150}
    )
    common, own = found.x[:width], found.x[width:].reshape(sets, width)
    out: npt.NDArray[np.float64] = (common + own) / scale
    assert len(MEANING) == width
    return out
