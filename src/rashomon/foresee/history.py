"""What scenarios ask of the past. Another part answers; without one, nothing is known and nothing is made up."""

from __future__ import annotations

from typing import Protocol

from rashomon.records import Basis


class History(Protocol):
    """The past as far as a desk has it. ``None`` is an answer: none known."""

    def done(
        self, actor: str, category: str, mode: str, target: str, *, days: int, after: str = ""
    ) -> Basis | None:
        """How often the actor did such a thing to the target within so many days; with ``after`` (a category) only of the times
        behind such an act of the target's."""

    def kept(self, speaker: str, kind: str, category: str) -> Basis | None:
        """How often this speaker did what it had threatened, promised or announced."""


class Unknown:
    """No history at all."""

    def done(
        self, actor: str, category: str, mode: str, target: str, *, days: int, after: str = ""
    ) -> Basis | None:
        return None

    def kept(self, speaker: str, kind: str, category: str) -> Basis | None:
        return None
