"""Would somebody who wants to deceive produce the item all the same? A table to be argued with: the first row that fits answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rashomon.assess.evidence.consistency import UNSURE
from rashomon.assess.evidence.draft import Draft
from rashomon.records import Deceiver


@dataclass(frozen=True, slots=True)
class Row:
    """A kind of item, and the answer with its reason."""

    fits: Callable[[Draft, int], bool]
    answer: Deceiver
    why: str


def _along(draft: Draft, interest: int) -> bool:
    return (interest > 0 and draft.direction == "for") or (interest < 0 and draft.direction == "against")


def _against(draft: Draft, interest: int) -> bool:
    if draft.sort in UNSURE and draft.weak:
        return False
    return (interest > 0 and draft.direction == "against") or (interest < 0 and draft.direction == "for")


ABOUT_OTHERS = ("motive", "pattern")
FACTS = ("capability", "means", "record")

ROWS: tuple[Row, ...] = (
    Row(
        lambda d, i: d.kind == "absence" and not _along(d, i),
        "no",
        "Nobody makes what is missing.",
    ),
    Row(
        lambda d, i: d.kind == "media" and d.seen == "independent",
        "no",
        "Others who have no part in it looked into it or measured it, which is hard to arrange.",
    ),
    Row(lambda d, _: d.sort == "admission", "no", "It owns up to what others blame it for."),
    Row(
        lambda d, i: bool(d.advances and i),
        "yes",
        "It is an account of a party's own, which it would give in any case.",
    ),
    Row(_against, "no", "It runs against the interest of who says it."),
    Row(_along, "yes", "Who says it gains by being believed and would say so in any case."),
    Row(
        lambda d, _: d.kind == "media" and d.seen == "party",
        "yes",
        "A party with an interest shows it, and nobody else has looked into it.",
    ),
    Row(
        lambda d, _: d.kind == "media" and d.sort in ("instrument", "traces"),
        "perhaps",
        "Traces and data can be made up, at a price, and nobody without a gain is told to have looked into them.",
    ),
    Row(lambda d, _: d.kind == "media", "perhaps", "Where it comes from is not told, and such things can be made."),
    Row(
        lambda d, _: d.kind in ABOUT_OTHERS,
        "perhaps",
        "Who wants to deceive picks a culprit with a motive, and a day that fits.",
    ),
    Row(
        lambda d, _: d.kind == "opportunity" and d.seen == "independent",
        "no",
        "Records or observers of others say so, which are hard to arrange.",
    ),
    Row(
        lambda d, _: d.kind == "opportunity",
        "perhaps",
        "Who wants to deceive picks a culprit who could have been there.",
    ),
    Row(lambda d, _: d.kind in FACTS, "no", "It was so before the claim and is told by one without a known gain."),
    Row(
        lambda d, i: d.kind == "statement" and d.obscure and (not i or d.sort == "both"),
        "unknown",
        "Who says it, or what part it has in the matter, is not known.",
    ),
    Row(
        lambda d, _: d.kind == "statement",
        "perhaps",
        "Its source has no known gain, but may have been deceived or be under another's sway.",
    ),
)  # fmt: skip


def deceiver(draft: Draft, interest: int) -> tuple[Deceiver, str]:
    """The answer and the reason for it."""
    for row in ROWS:
        if row.fits(draft, interest):
            return row.answer, row.why
    return "unknown", "No row of the table fits it."
