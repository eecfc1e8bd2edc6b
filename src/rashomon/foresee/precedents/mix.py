"""How much each sign counts: a small table of weights, learnt on the end of the history and on nothing later.

An answer's score is the sum of its signs, each times its weight; a sign's weight depends, in a straight line, on five things that are
known of the question (``signs.ABOUT``: how often it had an answer before, how common the act is …). The weights are those under which
the answers that came had the greatest chance (a softmax over candidates, as in any conditional logit), held towards weights that
depend on nothing. Scores add up, so an answer is explained by its largest parts.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize

from rashomon.foresee.precedents.facts import Facts, Real, Whole
from rashomon.foresee.precedents.rules import Rules, learn
from rashomon.foresee.precedents.signs import ABOUT, MEANING, Cells, Signs, signs

HORIZON = 60
"""Days within which a rule's head must follow."""
LEARNT_ON = 30
"""Days at the end of the history on which the weights are learnt."""
CANDIDATES, RANDOM = 150, 50
"""Entities that stand beside the right one when weights are learnt: the likeliest by plain counts, and some at random."""
ROUNDS = 150
"""Steps of the search for weights; later ones change no rank that was seen."""
HELD = np.array([1e-5, *[1e-3] * len(ABOUT)])[:, None]
"""How strongly weights are held towards nought: hardly those that depend on nothing, more what is added for a question."""


@dataclass(frozen=True, kw_only=True)
class Mix:
    """Weights, and the rules that some of the signs rest on."""

    table: Real
    """1 and each of ``ABOUT`` × sign."""
    middle: Real
    """Mean and spread of each of ``ABOUT`` where the weights were learnt."""
    rules: Rules

    def weights(self, found: Signs) -> Real:
        """Question × sign."""
        out: Real = _beside(found.about, self.middle) @ self.table
        return out

    def scores(self, found: Signs) -> Cells:
        """Question × entity; larger is likelier."""
        own = self.weights(found).astype(np.float32)
        out: Cells = np.einsum("qf,fqn->qn", own, found.values, optimize=True)
        return out

    def at(self, facts: Facts, day: int, questions: Whole) -> Signs:
        """The signs of the questions, from all that was before ``day``."""
        return signs(facts, self.rules, day, questions)


def _beside(about: Real, middle: Real) -> Real:
    """What is known of each question, from the mean in units of its spread, behind a 1."""
    return np.column_stack([np.ones(len(about)), (about - middle[0]) / middle[1]])


def train(facts: Facts, *, days: int = LEARNT_ON, seed: int = 0) -> Mix:
    """Weights from the last ``days`` of the history, with rules from what lies before them; then rules from all of it."""
    first = int(facts.day.max()) - days + 1
    early = learn(facts.before(first), HORIZON)
    chance = np.random.default_rng(seed)
    examples, about = list[Cells](), list[Real]()
    for day in range(first, first + days):
        now = facts.on(day).both_ways
        if not len(now):
            continue
        questions, at = np.unique(now[:, :2], axis=0, return_inverse=True)
        found = signs(facts, early, day, questions)
        examples += _examples(found, at.ravel(), now[:, 2], chance)
        about.append(found.about[at.ravel()])
    known = np.concatenate(about)
    middle = np.stack([known.mean(0), known.std(0) + 1e-6])
    table = _fit(np.stack(examples), _beside(known, middle), facts.entities)
    return Mix(table=table, middle=middle, rules=learn(facts, HORIZON))


def _examples(found: Signs, at: Whole, right: Whole, chance: np.random.Generator) -> list[Cells]:
    """For each answer that came: sign × candidate, the right one first."""
    size = found.values.shape[2]
    counts = ("same 2", "pair 2", "rule 7", "like subject")
    plain = (
        sum(found.values[found.names.index(n)] for n in counts)
        + 0.3 * found.values[found.names.index("done ever")]
    )
    total = min(CANDIDATES + RANDOM, size)
    few = min(CANDIDATES, total)
    best = np.argpartition(-plain, few - 1, axis=1)[:, :few]
    out = []
    for question, one in zip(at, right, strict=True):
        others = best[question][best[question] != one][: few - 1]
        rest = chance.integers(0, size - 1, total - 1 - len(others))
        filled = np.concatenate([[one], others, rest + (rest >= one)])  # never the right one again
        out.append(found.values[:, question, filled])
    return out


def _fit(examples: Cells, known: Real, entities: int) -> Real:
    """The table of weights; ``examples``: example × sign × candidate, the right one first; ``known``: example × 1 and ABOUT.

    Each random candidate stands for all the entities that are not among the likeliest: else those of whom nothing is known would
    cost nothing, and could come out on top.
    """
    count, width, candidates = examples.shape
    stands_for = np.zeros(candidates, dtype=np.float32)
    few = min(CANDIDATES, candidates)
    if candidates > few:
        stands_for[few:] = np.log((entities - few) / (candidates - few))
    scale = examples.std((0, 2)).astype(np.float64) + 1e-6

    def loss(flat: Real) -> tuple[float, Real]:
        made = flat.reshape(-1, width)
        each = ((known @ made) / scale).astype(np.float32)
        score = np.matmul(each[:, None, :], examples)[:, 0] + stands_for
        score -= score.max(1, keepdims=True)
        odds = np.exp(score)
        odds /= odds.sum(1, keepdims=True)
        value = -np.log(odds[:, 0] + 1e-12).mean() + (HELD * made**2).sum()
        odds[:, 0] -= 1
        slope = np.matmul(examples, odds[:, :, None])[:, :, 0].astype(np.float64) / scale / count
        return float(value), (known.T @ slope + 2 * HELD * made).ravel()

    begin = np.zeros(known.shape[1] * width)
    found = minimize(loss, begin, jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS})
    out: Real = found.x.reshape(-1, width) / scale
    assert len(MEANING) == width
    return out
