"""How well an item fits each explanation, by the table in ``consistency.yaml``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import yaml

from rashomon.assess.evidence.draft import Draft
from rashomon.records import Hypothesis, Step

STEPS: dict[str, Step] = {
    "++": "very_consistent", "+": "consistent", "0": "neutral", "-": "inconsistent", "--": "very_inconsistent",
}  # fmt: skip
WEAK: dict[Step, Step] = {"very_consistent": "consistent", "very_inconsistent": "inconsistent"}


UNSURE = frozenset({"doubts", "both"})
"""Sorts of weak statements that are no word against one's own interest: caution, and a denial beside one's own claim that may be misread."""


@cache
def table() -> dict[str, dict[str, dict[str, Step]]]:
    """Row → direction → kind of explanation, or its truth → step."""
    text = Path(__file__).with_name("consistency.yaml").read_text(encoding="utf-8")
    rows = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - plain strings only
    return {
        row: {way: {key: STEPS[step] for key, step in cells.items()} for way, cells in ways.items()}
        for row, ways in rows.items()
    }


def row_of(draft: Draft, interest: int) -> str:
    """The row of the table that an item belongs to."""
    if draft.kind == "statement":
        if draft.advances:
            return "rival"
        if not interest or draft.direction == "open":
            return "statement no gain"
        if draft.sort in UNSURE and draft.weak:
            return "statement no gain"  # caution of a party at issue is no word against its own interest
        along = (interest > 0) == (draft.direction == "for")
        return "statement gain" if along else "statement own loss"
    if draft.kind == "media":
        looked_into = " independent" if draft.seen == "independent" else ""
        return f"media{looked_into}{' of the deed' if draft.tells == 'deed' else ''}"
    return draft.kind


def consistency(
    draft: Draft, interest: int, hypotheses: Sequence[Hypothesis]
) -> tuple[tuple[str, Step], ...]:
    """(hypothesis id, step) for each explanation the table has a step for, in their order."""
    cells = table().get(row_of(draft, interest), {}).get(draft.direction, {})
    made: list[tuple[str, Step]] = []
    for one in hypotheses:
        truth = {True: "true", False: "false", None: "open"}[one.holds]
        step = cells.get(one.kind) or cells.get(truth)
        if draft.advances == one.id:
            step = "consistent"
        if step is not None:
            made.append((one.id, WEAK.get(step, step) if draft.weak else step))
    return tuple(made)
