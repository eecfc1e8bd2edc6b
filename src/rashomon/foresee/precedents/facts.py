"""A history as numbers: who (subject) did what (relation) to whom (object) on which day."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

Whole = npt.NDArray[np.int64]
Real = npt.NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Facts:
    """Facts in any order, as columns of one length. A fact is met from both ends: relation ``r`` seen from its object is
    ``r + relations``, so that "who did this to B" is asked like "whom did A do this to"."""

    subject: Whole
    relation: Whole
    object: Whole
    day: Whole
    entities: int
    relations: int
    states: Whole | None = None
    """The number of each entity's state, where states are known; entities of no state have numbers of their own."""

    @classmethod
    def of(
        cls, rows: npt.ArrayLike, entities: int, relations: int, states: npt.ArrayLike | None = None
    ) -> Facts:
        """From rows of subject, relation, object, day."""
        table = np.asarray(rows, dtype=np.int64).reshape(-1, 4)
        return cls(
            subject=table[:, 0], relation=table[:, 1], object=table[:, 2], day=table[:, 3],
            entities=entities, relations=relations, states=None if states is None else np.asarray(states, dtype=np.int64),
        )  # fmt: skip

    def before(self, day: int) -> Facts:
        """Those of earlier days."""
        return self._those(self.day < day)

    def on(self, day: int) -> Facts:
        """Those of one day."""
        return self._those(self.day == day)

    def _those(self, keep: npt.NDArray[np.bool_]) -> Facts:
        table = np.column_stack([self.subject, self.relation, self.object, self.day])[keep]
        return Facts.of(table, self.entities, self.relations, self.states)

    @cached_property
    def both_ways(self) -> Whole:
        """Rows of every fact from both ends, sorted by day, then by content: the order of lines does not matter."""
        there = np.column_stack([self.subject, self.relation, self.object, self.day])
        back = np.column_stack([self.object, self.relation + self.relations, self.subject, self.day])
        rows: Whole = np.vstack([there, back])
        return rows[np.lexsort((rows[:, 2], rows[:, 1], rows[:, 0], rows[:, 3]))]

    @cached_property
    def by_subject(self) -> tuple[Whole, Whole]:
        """``both_ways`` sorted by subject, then day; and where each subject's rows begin, one more than there are entities."""
        rows = self.both_ways[np.argsort(self.both_ways[:, 0], kind="stable")]
        return rows, np.searchsorted(rows[:, 0], np.arange(self.entities + 1)).astype(np.int64)
