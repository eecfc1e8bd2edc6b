"""foresee: what the parties of a story may do next, as questions that events settle; and the ledger that scores who foresaw it."""

from __future__ import annotations

from rashomon.foresee.history import History
from rashomon.foresee.scenarios import foresee

__all__ = ["History", "foresee"]
