"""The explanations of ``codebook.yaml`` and the ten steps of ``responsibility.yaml``, checked as they are read."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

HOME = Path(__file__).parent
KINDS = frozenset({"happening", "agent", "number", "identity", "cause", "intent"})
NEEDS = frozenset({"accused", "deed", "gain", "open"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One kind of explanation."""

    key: str
    label: str
    sentence: str
    """With ``{claim}``, ``{accused}`` and ``{claimant}`` to be filled in."""
    holds: bool | None
    holds_if: tuple[tuple[str, bool | None], ...] = ()
    stands: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    weight: float = 1.0
    """Prior weight within its truth side."""

    def truth(self, kinds: Collection[str]) -> bool | None:
        """Whether a claim of these kinds is true under it."""
        return next((value for kind, value in self.holds_if if kind in kinds), self.holds)


@cache
def codebook() -> dict[str, Row]:
    """Key → row, in the order of the file."""
    return _read("codebook.yaml")


@cache
def responsibility() -> dict[str, Row]:
    """The ten steps, from what a state forbids to what it does itself."""
    return _read("responsibility.yaml")


def weight(kind: str) -> float:
    """Prior weight of a kind within its truth side; a person's own kind counts like ``other``."""
    row = codebook().get(kind) or responsibility().get(kind)
    return row.weight if row else codebook()["other"].weight


def label(kind: str) -> str:
    """What a kind is called; of a kind that a person named, that name."""
    row = codebook().get(kind) or responsibility().get(kind)
    return row.label if row else kind.replace("_", " ")


def _read(name: str) -> dict[str, Row]:
    rows: dict[str, dict[str, Any]] = yaml.safe_load((HOME / name).read_text(encoding="utf-8"))
    made = {}
    for key, row in rows.items():
        stands, needs = frozenset(row.get("stands", ())), frozenset(row.get("needs", ()))
        holds_if = tuple((row.get("holds_if") or {}).items())
        if stands - KINDS or needs - NEEDS or {kind for kind, _ in holds_if} - KINDS:
            raise ValueError(f"{name}: {key} names a kind of claim or a need that is not known")
        made[key] = Row(
            key=key,
            label=row["label"],
            sentence=row["sentence"],
            holds=row["holds"],
            holds_if=holds_if,
            stands=stands,
            needs=needs,
            weight=float(row.get("weight", 1.0)),
        )
    return made
