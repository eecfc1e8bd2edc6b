"""How far a claim holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Status = Literal["uncontested", "disputed", "denied", "retracted"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What is known of a claim's standing. Likelihood stays ``None`` until there is a method (issue 6)."""

    claim_id: str
    status: Status
    roots: int
    """Independent roots among the documents that carry it."""
    root_ids: tuple[str, ...] = ()
    documents: int = 0
    likelihood: float | None = None
    confidence: str | None = None
    beneficiary: str | None = None
