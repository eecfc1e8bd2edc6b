"""What the numbers of one content are to those that another gives of the same."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import Literal

from rashomon.claim.proposition import Quantity

Count = Literal["equal", "narrower", "broader", "conflict"]


def counts(a: Sequence[Quantity], b: Sequence[Quantity]) -> Count:
    """What the numbers of one side are to those that the other gives of the same."""
    out: Literal["equal", "narrower", "broader"] = "equal"
    free = list(b)
    alone: list[Quantity] = []
    for one in a:
        fits = [q for q in free if _comparable(one, q)]
        if not fits:
            alone.append(one)
            continue
        best = min(
            fits,
            key=lambda q: (
                abs(q.low - one.low) + (abs(q.high - one.high) if q.high < 1e18 and one.high < 1e18 else 0),
                -len(q.counted & one.counted),
            ),
        )
        exact = [q for q in fits if q.counted & one.counted]
        best = (
            best
            if (best.low, best.high) == (one.low, one.high) or not exact
            else min(exact, key=lambda q: abs(q.low - one.low))
        )
        free.remove(best)
        if one.unit and best.unit and one.unit != best.unit:
            return "conflict"
        if (one.low, one.high) == (best.low, best.high) or _roughly(one, best):
            continue
        if one.low >= best.low and one.high <= best.high:
            out = "narrower"
        elif best.low >= one.low and best.high <= one.high:
            out = "broader"
        elif one.low > best.high or best.low > one.high:
            return "conflict"
    for one in list(alone):
        # "70,000 people" and "70,000 refugees": one number may count one thing under two names.
        twin = next((q for q in free if (q.low, q.high) == (one.low, one.high)), None)
        if twin is not None:
            alone.remove(one)
            free.remove(twin)
    if alone and free:
        return "conflict"
    return "narrower" if alone and out == "equal" else "broader" if free and out == "equal" else out


def _roughly(one: Quantity, other: Quantity) -> bool:
    """Whether "about two" is told of what the other says is two."""
    middles = [(q.low + q.high) / 2 for q in (one, other)]
    wide = max(q.high - q.low for q in (one, other))
    return (
        wide < inf
        and wide > 0
        and abs(middles[0] - middles[1]) <= 0.01 * max(middles)
        and wide <= ROUGH * max(1.0, *middles)
    )


ROUGH = 0.25
"""Width of "about", as a share of its number, up to which it is told for the number itself."""


def _comparable(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers count the same: "12 killed" and "20 wounded" do not."""
    if one.unit and other.unit:
        return one.unit == other.unit or not (
            one.counted and other.counted and not one.counted & other.counted
        )
    if one.counted and other.counted:
        return bool(one.counted & other.counted)
    return True
