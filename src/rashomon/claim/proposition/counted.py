"""What the numbers of a content count."""

from __future__ import annotations

from rashomon.claim.ideas import VAGUE, deeds
from rashomon.claim.proposition.quantities import Number
from rashomon.claim.proposition.words import Quantity, Word

COUNTED = 4
"""Words behind a number in which what it counts stands."""


def quantity(number: Number, words: list[Word], keys: dict[int, frozenset[str]]) -> Quantity:
    """What a number counts: its unit, else the noun behind it; and the deed nearest to it."""
    at = next((n for n, w in enumerate(words) if w.end > number.start), len(words))
    last = next((n for n in range(at, len(words)) if words[n].start >= number.end), len(words))
    unit_keys = frozenset({number.unit}) if number.unit else frozenset()
    counted: set[str] = set()
    beside = next(
        (
            n
            for n in range(last, min(last + 2, len(words)))
            if words[n].kind in {"verb", "adjective"} and keys.get(n, frozenset()) & deeds()
        ),
        -1,
    )
    if (
        beside >= 0
        and not unit_keys
        and not any(words[n].kind in {"noun", "name"} for n in range(last, beside))
    ):
        # "twenty injured"
        after = words[beside + 1] if beside + 1 < len(words) else None
        if after is None or after.kind not in {"noun", "name"}:
            return Quantity(number.low, number.high, keys[beside] & deeds(), "", unit_keys)
    for n in range(last, min(last + COUNTED, len(words))):
        if (
            words[n].kind in {"noun", "name"}
            and keys.get(n, frozenset())
            and words[n].start - number.end < 40
        ):
            counted |= keys[n]
            if words[n].kind == "name" and n + 1 < len(words) and words[n + 1].kind in {"noun", "name"}:
                continue
            governor = words[n].governor
            if governor >= 0:
                counted |= keys.get(governor, frozenset()) & deeds()
            break
        if words[n].kind == "verb" or words[n].low in ",;.":
            break
    deed = next((m for m in _outward(at, len(words)) if keys.get(m, frozenset()) & deeds()), -1)
    head = next((words[n].head for n in range(at, last) if n < len(words) and words[n].head >= 0), -1)
    if head >= 0:
        counted |= keys.get(head, frozenset())
        governor = words[head].governor
        if governor >= 0:
            counted |= keys.get(governor, frozenset()) & deeds()
    if not (counted - {VAGUE}) & deeds() and deed >= 0 and abs(deed - at) <= 6:
        counted |= keys[deed] & deeds()
    return Quantity(number.low, number.high, frozenset(counted - {VAGUE}), "", unit_keys)


def _outward(at: int, size: int) -> list[int]:
    """Places from one outwards, those before it first: "wounded 20"."""
    return [m for d in range(1, 9) for m in (at - d, at + d) if 0 <= m < size]
