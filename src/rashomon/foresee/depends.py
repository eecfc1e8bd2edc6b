"""How an option hangs on what really happened: its likelihood if a rival explanation holds, and if it does not.

Where the explanation makes the contested act true, the past behind such acts speaks; where it makes it false (staged, denied, an accident),
the past at any other time. Where the history cannot tell the two apart, that is said and no figure stands.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rashomon.foresee.likelihood import likelihood
from rashomon.records import Assessment, Basis, Dependence

MOST = 6
APART = ("staged", "third_party")
"""Explanations that only a claim of somebody's deed has: what comes next hangs on such a claim, and not on one of where somebody was."""


def depends(
    assessments: Sequence[Assessment],
    base: Basis | None,
    behind: Basis | None,
    record: Basis | None,
    *,
    refused: bool,
    word: Callable[[float], str],
) -> tuple[Dependence, ...]:
    """One for each explanation of the weightiest assessed claim. ``behind``: the past after acts like the contested one."""
    judged = [one for one in assessments if one.shares and len(one.hypotheses) > 1]
    if not judged:
        return ()
    main = max(
        judged, key=lambda one: (any(h.kind in APART for h in one.hypotheses), one.roots, one.documents)
    )
    shares = dict(main.shares)
    apart = behind is not None and behind.rate is not None and base is not None and base.rate is not None
    found: list[Dependence] = []
    for one in sorted(main.hypotheses, key=lambda h: -shares.get(h.id, 0.0))[:MOST]:
        p: float | None = None
        why = "What is known of the past does not tell this explanation from the others."
        if apart and one.holds is not None:
            basis = behind if one.holds else base
            p, _ = likelihood(basis, record, refused=refused)
            why = basis.text if basis is not None else ""
        found.append(
            Dependence(
                hypothesis_id=one.id,
                text=one.text,
                share=shares.get(one.id),
                likelihood=p,
                word=word(p) if p is not None else "",
                why=why,
            )
        )
    return tuple(found)


def overall(found: Sequence[Dependence]) -> float | None:
    """The mean over the explanations, each by its share; ``None`` unless those with a figure have half of the shares."""
    told = [
        (one.share, one.likelihood) for one in found if one.share is not None and one.likelihood is not None
    ]
    total = sum(share for share, _ in told)
    return sum(share * p for share, p in told) / total if total >= 0.5 else None
