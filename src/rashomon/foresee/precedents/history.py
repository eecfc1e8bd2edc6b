"""Past events as columns, in an order of their own: what is counted does not depend on the order of lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from rashomon.errors import UnknownAct
from rashomon.foresee.acts import CATEGORIES
from rashomon.foresee.precedents.facts import Whole
from rashomon.records import PastEvent, Remembered

Those = npt.NDArray[np.bool_]


def name(text: str) -> str:
    """An actor's name as it is compared."""
    return " ".join(text.casefold().split())


@dataclass(frozen=True)
class History:
    """Events that can be counted, sorted by day and id: those asserted, with a day that can be trusted and both parties told."""

    events: tuple[PastEvent, ...]

    @classmethod
    def of(cls, events: Iterable[PastEvent | Remembered]) -> History:
        """Of what is given, each event once; what was only planned, claimed, denied or has a doubtful day is left aside."""
        kept: dict[str, PastEvent] = {}
        for one in events:
            event = one.event if isinstance(one, Remembered) else one
            doubtful = (
                one.trust == "doubtful" if isinstance(one, Remembered) else event.day_trust == "doubtful"
            )
            if event.status in ("asserted", "historical") and not doubtful and event.actor and event.target:
                kept.setdefault(event.id, event)
        return cls(tuple(sorted(kept.values(), key=lambda e: (e.day, e.id))))

    @cached_property
    def actors(self) -> dict[str, int]:
        """Actor → its number."""
        names = {name(n) for e in self.events for n in (e.actor, e.target)}
        return {n: number for number, n in enumerate(sorted(names))}

    @cached_property
    def day(self) -> Whole:
        return np.array([e.day.toordinal() for e in self.events], dtype=np.int64)

    @cached_property
    def pair(self) -> Whole:
        """Actor and target as one number; ``pair_of`` makes it."""
        ends = ((self.actors[name(e.actor)], self.actors[name(e.target)]) for e in self.events)
        return np.array([a * len(self.actors) + t for a, t in ends], dtype=np.int64)

    @cached_property
    def turned(self) -> Whole:
        """``pair`` as seen from the target."""
        size = max(len(self.actors), 1)
        return (self.pair % size) * size + self.pair // size

    @cached_property
    def _by_pair(self) -> tuple[Whole, Whole]:
        order = np.argsort(self.pair, kind="stable")
        return order, self.pair[order]

    def places(self, pair: int, *, turned: bool = False) -> Whole:
        """Where in the history a pair's events stand, by day; ``turned``: those of the other on the actor."""
        order, pairs = self._by_pair
        size = max(len(self.actors), 1)
        wanted = (pair % size) * size + pair // size if turned else pair
        low, high = np.searchsorted(pairs, [wanted, wanted + 1])
        return np.sort(order[low:high])

    def pair_of(self, actor: str, other: str) -> int:
        """The number of a pair; -1 where either is not in the history."""
        a, b = self.actors.get(name(actor)), self.actors.get(name(other))
        return -1 if a is None or b is None else a * len(self.actors) + b

    @cached_property
    def kinds(self) -> dict[int, tuple[str, str]]:
        """Pair → what the two are; the commonest where events differ, both empty where it is not told."""
        counts: dict[int, dict[tuple[str, str], int]] = {}
        for number, event in zip(self.pair.tolist(), self.events, strict=True):
            own = counts.setdefault(number, {})
            key = (event.actor_kind, event.target_kind)
            own[key] = own.get(key, 0) + all(key)
        return {p: max(sorted(own), key=lambda k: own[k]) for p, own in counts.items()}

    @cached_property
    def _acts(self) -> dict[str, Those]:
        return {}

    def does(self, act: str) -> Those:
        """Which events are of an act: a category, or one with its mode behind a slash.

        Raises:
            UnknownAct: there is no such category.
        """
        if act not in self._acts:
            category, _, mode = act.partition("/")
            if category not in CATEGORIES:
                raise UnknownAct(act)
            fits = (e.category == category and (not mode or e.mode == mode) for e in self.events)
            self._acts[act] = np.fromiter(fits, dtype=bool, count=len(self.events))
        return self._acts[act]
