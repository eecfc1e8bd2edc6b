"""From base rate and record to a likelihood. Where there is neither there is none, and no word of likelihood stands."""

from __future__ import annotations

from rashomon.records import Basis

PULL = 4
"""How many occasions the base rate counts for against a speaker's own record: a record of four weighs as much as the base rate."""
LEAST = 0.01


def likelihood(
    base: Basis | None, record: Basis | None, *, refused: bool
) -> tuple[float | None, tuple[str, ...]]:
    """Probability of the act, never 0 or 1, and a sentence for each step.

    A record of ``h`` of ``n`` with a base rate ``r`` gives (h + 4 r) / (n + 4); alone (h + 1) / (n + 2), Laplace's rule; a base rate
    alone stands as it is. ``refused``: the speaker said that it would *not* act, so a record of keeping its word speaks against the act.
    """
    rate = base.rate if base is not None else None
    known = record if record is not None and record.tried else None
    why: list[str] = []
    if rate is None and known is None:
        return None, ("Neither a base rate nor a record of the speaker is known, so no likelihood is given.",)
    if rate is not None and base is not None:
        why.append(base.text)
    if known is None:
        return _within(rate or 0.0), tuple(why)
    why.append(known.text)
    hits = known.tried - known.hits if refused else known.hits
    if refused:
        why.append("It said that it would not; the share of times that it did not keep its word is taken.")
    if rate is None:
        return _within((hits + 1) / (known.tried + 2)), tuple(why)
    return _within((hits + PULL * rate) / (known.tried + PULL)), tuple(why)


def _within(p: float) -> float:
    return min(max(p, LEAST), 1 - LEAST)
