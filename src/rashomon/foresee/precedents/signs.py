"""Signs of who comes next: for each question "subject, relation, whom?" and each entity, numbers from what went before.

Each sign is one sentence about the past (``MEANING``), so that an answer can be explained by the signs that carried it.
Sources of the kinds: recurrence (Gastinger et al. 2024, IJCAI), rules of one step (TLogic, Liu et al. 2022), two-step paths
and likeness of actors by those they deal with (both are rules of length two and three, summed over the middle).
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from scipy import sparse

from rashomon.foresee.precedents.facts import Facts, Real, Whole
from rashomon.foresee.precedents.rules import Rules

Cells = npt.NDArray[np.float32]
SHORT, WEEK, MONTH, EVER = 2.0, 7.0, 30.0, 1e9
"""Days in which a case loses all but a third of its weight."""
PROFILE = 60.0
"""The same, for whom an actor deals with."""
MEANING = {
    "same 2": "did this to it in the last days", "same 7": "did this to it in the last weeks",
    "same 30": "did this to it in the last months", "same ever": "did this to it before",
    "pair 2": "dealt with it in the last days", "pair 7": "dealt with it in the last weeks",
    "pair 30": "dealt with it in the last months", "pair ever": "dealt with it before",
    "rule 7": "did to it, in the last weeks, what this tends to follow",
    "rule 30": "did to it, in the last months, what this tends to follow",
    "rule ever": "did to it, at some time, what this tends to follow",
    "last pair": "dealt with it lately", "last same": "did this to it lately",
    "done 5": "others did this to it in the last days", "done 30": "others did this to it in the last months",
    "done ever": "others did this to it before",
    "busy 2": "it was busy in the last days", "busy 10": "it was busy in the last weeks", "busy ever": "it is often in the news",
    "path": "deals with those who deal with it", "like subject": "actors like the subject did this to it",
    "path done": "those it deals with did this to it", "like object": "it is like those to whom the subject did this",
    "like pair": "it is like those with whom the subject deals",
    "path 5": "dealt in the last weeks with those who dealt with it", "state": "it is of the subject's state",
}  # fmt: skip
ABOUT = (
    "how often it had an answer",
    "how much its subject is met",
    "how often this follows itself",
    "how common this is",
    "asked of the doer",
)
"""What the weights of a question depend on; the first two and the fourth as logarithms."""


@dataclass(frozen=True, kw_only=True)
class Signs:
    """The signs of one day's questions."""

    questions: Whole
    """Rows of subject and relation."""
    values: Cells
    """Sign × question × entity."""
    about: Real
    """Question × what is known of it (``ABOUT``)."""

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(MEANING)


def signs(facts: Facts, rules: Rules, day: int, questions: Whole) -> Signs:
    """What the days before ``day`` tell on each question.

    ``facts`` may go on after that day: nothing of it is looked at.
    """
    confidence = rules.confidence
    rows, begin = facts.by_subject
    gathered = []
    for subject in questions[:, 0]:
        low, high = begin[subject], begin[subject + 1]
        gathered.append(np.arange(low, low + np.searchsorted(rows[low:high, 3], day)))
    asked = np.repeat(np.arange(len(questions)), [len(g) for g in gathered])
    past = rows[np.concatenate(gathered)] if gathered else rows[:0]
    made = _Made(shape=(len(questions), facts.entities), cell=asked * facts.entities + past[:, 2])
    age = (day - past[:, 3]).astype(np.float64)
    same = past[:, 1] == questions[asked, 1]
    for days in (SHORT, WEEK, MONTH, EVER):
        made.counted(4 * np.exp(-age[same] / days), same)
    for days in (SHORT, WEEK, MONTH, EVER):
        made.counted(4 * np.exp(-age / days))
    trust = confidence[past[:, 1], questions[asked, 1]]
    for days in (WEEK, MONTH, EVER):  # the chance that no case comes true, as TLogic's noisy-or
        made.counted(-50 * np.log1p(-np.minimum(0.95, trust * np.exp(-age / days))))
    made.latest(1 / age)
    made.latest(1 / age[same], same)
    before = facts.both_ways[: np.searchsorted(facts.both_ways[:, 3], day)]
    _frequencies(made, before, day, questions, facts)
    once = np.bincount(asked[same], minlength=len(questions))
    recent = sparse.csr_matrix((np.exp(-age[same] / MONTH), (asked[same], past[same, 2])), shape=made.shape)
    _likeness(made, before, day, questions, facts, recent)
    states = facts.states if facts.states is not None else np.arange(facts.entities)
    made.put((states[questions[:, 0]][:, None] == states[None, :]).astype(np.float64))
    relation = questions[:, 1]
    met = np.array([len(g) for g in gathered], dtype=np.float64)
    common = np.log1p(rules.bodies[relation])
    about = [
        np.log1p(once),
        np.log1p(met),
        confidence[relation, relation],
        common,
        relation >= facts.relations,
    ]
    return Signs(
        questions=questions, values=np.stack(made.out), about=np.column_stack(about).astype(np.float64)
    )


@dataclass(kw_only=True)
class _Made:
    shape: tuple[int, int]
    cell: Whole
    out: list[Cells] = field(default_factory=list)

    def counted(self, weight: Real, those: npt.NDArray[np.bool_] | slice = slice(None)) -> None:
        cells = np.bincount(self.cell[those], weight, minlength=self.shape[0] * self.shape[1])
        self.put(np.log1p(cells.reshape(self.shape)))

    def latest(self, weight: Real, those: npt.NDArray[np.bool_] | slice = slice(None)) -> None:
        cells = np.zeros(self.shape[0] * self.shape[1])
        np.maximum.at(cells, self.cell[those], weight)
        self.put(cells.reshape(self.shape))

    def share(self, part: Real, least: float) -> None:
        """A share as a logarithm, 0 where there is none."""
        self.put(np.log(part + least) - np.log(least))

    def put(self, value: Real) -> None:
        self.out.append(np.broadcast_to(value, self.shape).astype(np.float32))


def _frequencies(made: _Made, before: Whole, day: int, questions: Whole, facts: Facts) -> None:
    """To whom this is done by anyone, and who is in the news at all."""
    age = (day - before[:, 3]).astype(np.float64)
    for days in (5.0, MONTH, EVER):
        done = sparse.csr_matrix(
            (np.exp(-age / days), (before[:, 1], before[:, 2])), shape=(2 * facts.relations, facts.entities)
        )
        rows = done[questions[:, 1]].toarray()
        made.share(rows / (rows.sum(1, keepdims=True) + 1e-9), 1e-4)
    for days in (SHORT, 10.0, EVER):
        busy = np.bincount(before[:, 2], np.exp(-age / days), minlength=facts.entities)
        made.share(busy / (busy.sum() + 1e-9), 1e-5)


def _likeness(
    made: _Made, before: Whole, day: int, questions: Whole, facts: Facts, recent: sparse.csr_matrix
) -> None:
    """Through others: two-step paths, and actors alike by whom they deal with (cosine, rare partners count more)."""
    size = facts.entities
    weight = np.exp(-(day - before[:, 3]) / PROFILE)
    deals = sparse.csr_matrix((weight, (before[:, 0], before[:, 2])), shape=(size, size))
    deals.data = np.log1p(4 * deals.data)
    total = np.asarray(deals.sum(1)).ravel()
    share = (sparse.diags(1 / (total + 1e-9)) @ deals).tocsr()
    rare = deals @ sparse.diags(1 / np.sqrt(np.asarray(deals.sum(0)).ravel() + 1))
    length = np.sqrt(np.asarray(rare.multiply(rare).sum(1)).ravel())
    profile = (sparse.diags(1 / (length + 1e-9)) @ rare).tocsr()
    subjects, at = np.unique(questions[:, 0], return_inverse=True)
    steps = share[subjects]
    made.share((steps @ share).toarray()[at], 1e-4)
    alike = (profile[subjects] @ profile.T).tolil()
    alike[np.arange(len(subjects)), subjects] = 0
    alike = alike.tocsr()
    alike.data **= 2
    by_like, by_path = np.zeros(made.shape), np.zeros(made.shape)
    order = np.argsort(before[:, 1], kind="stable")
    kept, kept_weight = before[order], weight[order]
    ends = np.searchsorted(kept[:, 1], np.arange(2 * facts.relations + 1))
    for relation in np.unique(questions[:, 1]):
        low, high = ends[relation], ends[relation + 1]
        those = np.flatnonzero(questions[:, 1] == relation)
        did = sparse.csr_matrix(
            (kept_weight[low:high], (kept[low:high, 0], kept[low:high, 2])), shape=(size, size)
        )
        did.data = np.log1p(did.data)
        by_like[those] = (alike[at[those]] @ did).toarray()
        by_path[those] = (steps[at[those]] @ did).toarray()
    made.put(np.log1p(50 * by_like))
    made.put(np.log1p(50 * by_path))
    recent.data = np.log1p(recent.data)
    made.put(np.log1p(5 * (recent @ profile @ profile.T).toarray()))
    made.put(np.log1p((deals[subjects] @ profile @ profile.T).toarray()[at]))
    weight = np.exp(-(day - before[:, 3]) / 5.0)
    lately = sparse.csr_matrix((weight, (before[:, 0], before[:, 2])), shape=(size, size))
    lately.data = np.log1p(4 * lately.data)
    share = (sparse.diags(1 / (np.asarray(lately.sum(1)).ravel() + 1e-9)) @ lately).tocsr()
    made.share((share[subjects] @ share).toarray()[at], 1e-4)
