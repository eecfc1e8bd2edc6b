"""An item as a kind finds it, before it is graded."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from rashomon.records import EvidenceKind, Span

Direction = Literal["for", "against", "open"]
"""Whether an item, if it is so, makes the claim likelier, less likely, or neither."""

Seen = Literal["independent", "party", "anonymous", ""]
"""Who vouches for a thing: somebody without a gain looked into it; only a party shows it; nobody knows whence it is; not told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a kind of evidence found."""

    kind: EvidenceKind
    text: str
    spans: tuple[Span, ...]
    source: str = ""
    """Whose word it is: entity id, or the outlet's name; empty where it is nobody's (an absence)."""
    name: str = ""
    word: Literal["asserts", "denies", "silent", ""] = ""
    direction: Direction = "open"
    weak: bool = False
    """It only doubts, or only in part: no step of consistency goes to an end."""
    seen: Seen = ""
    tells: Literal["deed", "doer"] = "doer"
    """Of a claim that blames somebody: whether it bears on whose deed it was, or only on what happened."""
    obscure: bool = False
    """Whose word it is is not told, or it is a state that may take sides: no known gain, and yet no witness."""
    sort: str = ""
    """What of its kind it is: ``footage``, ``has``, ``deceit`` …"""
    subject: str = ""
    """Party it tells something of, where that decides its direction."""
    advances: str = ""
    """Id of the hypothesis that it puts forward."""
    root_id: str = ""
    at: datetime | None = None
    why: tuple[str, ...] = ()
    """Sentences that the kind adds to the reasons of the grades."""

    def of(self, **changes: object) -> Draft:
        """The same with other fields."""
        return replace(self, **changes)  # type: ignore[arg-type]
