"""Accusations of lying: "accused Peru of fabricating the attack" accuses Peru, and denies what Peru claims of the attack.

What others claim it says nothing of: "accused Chad of inventing stories" is no denial of a claim that happens to stand near.
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.claim import lexicon
from rashomon.claim.position import NEAR, WEIGHTS, Group, told_later
from rashomon.claim.same import conflicting
from rashomon.claim.saying import Said
from rashomon.claim.sense import MAIN, STEM

SHARE = 0.4
"""Of the words in which it is said what was made up, the claim must hold this share, one that names nobody among them …"""
CLOSE = 700
"""… or it must be told as near as this before it in the same report, and accuse who calls it a lie."""
MADE_UP = frozenset("=stage =fraud =provocation =involved =responsible".split())


def liars(said: Said) -> frozenset[str]:
    """Parties that a saying makes out to lie or to have made something up; its own speaker is none of them."""
    if (
        said.stand.stance != "asserts"
        or said.stand.about != "words"
        or said.sense.negated
        or said.sense.modality
    ):
        return frozenset()
    words = " ".join(span.quote for span in said.saying.content)[:MAIN]
    # Who only says that it was staged explains it otherwise; who accuses of it calls the other's word a lie.
    kind = "lying" if said.saying.act == "accuses" else "made_up"
    if lexicon.pattern(kind).search(words) is None:
        return frozenset()
    return said.sense.doers - {said.party}


def belied(said: Said, groups: Sequence[Group]) -> int | None:
    """Index of the claim of those it calls liars that it is on; ``None`` where none of theirs is meant."""
    accused = liars(said)
    if not accused:
        return None
    best: tuple[float, int] | None = None
    for number, group in enumerate(groups):
        if not group.parties & accused or said.party in group.parties or told_later(said, group):
            continue
        score = _score(said, group, accused)
        if score is not None and (best is None or score > best[0]):
            best = (score, number)
    return best[1] if best else None


def _score(said: Said, group: Group, accused: frozenset[str]) -> float | None:
    if conflicting(said.sense, group.head.sense):
        return None
    told = " ".join(span.quote for span in said.saying.content)[:MAIN].lower()
    lie = {word[:STEM] for found in lexicon.pattern("lying").finditer(told) for word in found.group().split()}
    words = {
        word
        for word in lexicon.telling(frozenset(said.sense.words - lie - MADE_UP), STEM)
        if word not in lexicon.kin(MADE_UP) and word[0] != "@"
    }
    held = words & group.kin
    share = len(held) / max(1, len(words))
    gap = min(
        (
            said.saying.span.start - one.saying.span.start
            for one in group.by_document.get(said.saying.document_id, ())
            if one.party in accused and one.saying.span.start < said.saying.span.start
        ),
        default=NEAR,
    )
    charged = said.party in group.accused
    if not (share >= SHARE and any(word[0] != "^" for word in held)) and not (charged and gap < CLOSE):
        return None
    return (
        WEIGHTS["words"] * share
        + WEIGHTS["told_just_before"] * (1 - gap / NEAR)
        + WEIGHTS["speaker_is_accused"] * charged
        + WEIGHTS["roots"] * min(group.roots, 5)
    )
