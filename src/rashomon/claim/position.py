"""Who stands where on a claim."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rashomon.claim.same import Sense, overlap
from rashomon.claim.saying import DENYING, Said
from rashomon.records import Entity, Position, Stance

STANCES: dict[str, Stance] = {
    "asserts": "asserts", "confirms": "asserts", "accuses": "asserts", "warns": "asserts", "believes": "asserts",
    "hearsay": "reports", "denies": "denies", "partly_denies": "partly_denies", "doubts": "doubts",
    "declines": "declines", "retracts": "retracts",
}  # fmt: skip

WEIGHTS = {"words": 1.0, "denier_is_named": 0.5, "accusation": 0.2, "roots": 0.05}
"""What ties a denial to the claim it denies: common words, that the claim names the denier, that it accuses, and (a
little) how widely it is carried. A denial scoring under ``LEAST`` denies something that was not collected."""
LEAST = 0.45

FEW = 4
"""Telling words from which a denial says for itself what it denies ("involvement" does not)."""


def stance(said: Said) -> Stance:
    """The stand that a saying takes on its own content."""
    return "doubts" if said.saying.negated else STANCES.get(said.saying.act, "asserts")


def position(said: Said, kind: Stance, scope: str = "") -> Position:
    return Position(
        party=said.party,
        name=said.party_name,
        stance=kind,
        scope=scope,
        at=said.saying.at,
        span=said.saying.span,
        root_id=said.root,
        saying=said.saying,
    )


def is_denial(said: Said) -> bool:
    """A denial by its cue; its content, if any, says what is denied."""
    return said.saying.act in DENYING or said.saying.act == "declines" or said.saying.negated


def says_nothing(said: Said) -> bool:
    """A negated cue that takes no stand: "did not say that …", "does not deny …". "Cannot confirm" is a doubt."""
    return said.saying.negated and said.saying.act != "confirms"


NOT_DONE = re.compile(
    r"\b(?:(?:did|does|do|has|have|had|was|were|is|are)\s*(?:not\b|n['’]t\b)|never\b|nothing to do with\b|"
    r"no (?:role|part|hand|involvement|information|knowledge|link|connection)\b|не\s)",
    re.IGNORECASE,
)
"""Words that deny a deed. "No country should …" and "cannot assume" deny none."""
SOON = 60
"""Characters from the start of a statement in which they must stand to be its point."""


def own_denial(said: Said, claims: Sequence[tuple[Sense, Sequence[Said]]]) -> bool:
    """A statement "we do not attack …" by the party that a rival's claim names as the doer.

    It must be about that deed: a telling word in common, or the accuser named.
    """
    if said.saying.act not in {"asserts", "confirms"} or not said.saying.content:
        return False
    if not NOT_DONE.search(said.saying.content[0].quote[:SOON]):
        return False
    return any(_answers(said, sense, members) for sense, members in claims)


def _answers(said: Said, sense: Sense, members: Sequence[Said]) -> bool:
    if sense.negated or any(one.party == said.party for one in members):
        return False
    if all(not one.named or one.named[0] != said.party for one in members):
        return False
    accusers = {one.party for one in members if one.saying.act == "accuses"}
    return bool(
        (said.sense.stems - said.sense.names) & (sense.stems - sense.names) or accusers & set(said.named)
    )


def target(said: Said, claims: Sequence[tuple[Sense, Sequence[Said]]]) -> int | None:
    """Index of the claim that a denial denies; None where it denies nothing that was collected."""
    best: tuple[float, int] | None = None
    for number, (sense, members) in enumerate(claims):
        if any(one.party == said.party for one in members) and said.saying.act != "retracts":
            continue  # nobody denies what they say themselves; that they took it back is told by the act
        jaccard, within = overlap(said.sense, sense)
        score = WEIGHTS["words"] * (jaccard + within) / 2
        if said.party in {party for one in members for party in one.named}:
            score += WEIGHTS["denier_is_named"]
        if any(one.saying.act == "accuses" for one in members):
            score += WEIGHTS["accusation"]
        elsewhere = len(said.sense.stems) > FEW and not (said.sense.stems - said.sense.names) & (
            sense.stems - sense.names
        )
        if elsewhere and said.saying.act in DENYING:
            continue  # it says at length what it denies, and that is something else
        score += WEIGHTS["roots"] * min(len({one.root for one in members}), 5)
        if (
            not jaccard
            and said.saying.content
            and not said.sense.first_person
            and said.party not in {party for one in members for party in one.named}
        ):
            continue
        if score >= LEAST and (best is None or score > best[0] + 1e-9):
            best = (score, number)
    return best[1] if best else None


def silences(
    members: Sequence[Said],
    taken: Sequence[Position],
    speakers: Mapping[str, int],
    entities: Mapping[str, Entity],
) -> list[Position]:
    """Parties that the claim names, that speak in the story, and that say nothing to it.

    Silence has a meaning only where someone was expected to speak; a party of which nothing was collected is not
    silent but unheard, and gets no position.
    """
    heard = {one.party for one in taken}
    found: dict[str, Position] = {}
    for one in sorted(members, key=lambda one: (one.saying.document_id, one.saying.span.start)):
        for party in one.named:
            if party in heard or party in found or not speakers.get(party) or party not in entities:
                continue
            found[party] = Position(
                party=party,
                name=entities[party].name,
                stance="silent",
                span=one.saying.span,
                root_id=one.root,
            )
    return [found[party] for party in sorted(found)]
