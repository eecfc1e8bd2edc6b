"""Who stands where on a claim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rashomon.claim.same import conflicting, opposed
from rashomon.claim.saying import Said
from rashomon.claim.sense import Sense
from rashomon.claim.stand import AGAINST
from rashomon.records import Entity, Position, Stance


@dataclass(frozen=True, kw_only=True)
class Group:
    """Sayings of one proposition, and the one that stands for them."""

    head: Said
    members: tuple[Said, ...]

    @cached_property
    def parties(self) -> frozenset[str]:
        """Parties that say it."""
        return frozenset(one.party for one in self.members)

    @cached_property
    def accused(self) -> frozenset[str]:
        """Parties that it makes out to have done something."""
        return frozenset(doer for one in self.members for doer in one.sense.doers if doer != one.party)

    @cached_property
    def words(self) -> frozenset[str]:
        """The head's words, and what at least two of the others say as well."""
        counts = Counter(word for one in self.members for word in one.sense.words)
        return self.head.sense.words | {word for word, count in counts.items() if count > 1}

    @cached_property
    def roots(self) -> int:
        """Independent roots that carry it."""
        return len({one.root for one in self.members})


WEIGHTS = {
    "words": 1.0,
    "speaker_is_accused": 0.7,
    "accusation": 0.3,
    "told_just_before": 0.5,
    "roots": 0.08,
}
"""What ties a stand to the claim it is taken on: the share of its words that the claim holds, that the claim accuses the
speaker, that it words an accusation, that it stands before it in the same report, and (a little) how many roots carry
it."""
LEAST = 0.6
"""A stand scoring less is on something that was not collected."""
SHARE = 0.4
"""Of the words in which a stand says for itself what it is on, the claim must hold this share, a deed among them."""
NEAR = 1_500
"""Characters before a stand in which a report tells what it is a stand on."""


def position(said: Said, stance: Stance, scope: str = "") -> Position:
    return Position(
        party=said.party,
        name=said.party_name,
        stance=stance,
        scope=scope,
        at=said.saying.at,
        span=said.saying.span,
        root_id=said.root,
        saying=said.saying,
    )


def takes_a_stand(said: Said) -> bool:
    """Whether it is a stand on some claim rather than a claim of its own."""
    return said.stand.stance in AGAINST or said.stand.stance == "declines"


def target(said: Said, groups: Sequence[Group]) -> int | None:
    """Index of the claim that a stand is on; ``None`` where it is on nothing that was collected."""
    best: tuple[float, int] | None = None
    for number, group in enumerate(groups):
        score = _score(said, group)
        if score is not None and score >= LEAST and (best is None or score > best[0] + 1e-9):
            best = (score, number)
    return best[1] if best else None


def _score(said: Said, group: Group) -> float | None:
    """How strongly a stand is tied to a claim, or ``None`` where it cannot be on it."""
    own, head = said.sense, group.head.sense
    if all(_inside_one_another(said, one) for one in group.members):
        return None  # "denied any allegations of …": the allegations are part of its own words
    if said.party in group.parties and said.stand.stance != "retracts":
        return None  # nobody denies what they say themselves; that they took it back is told by the act
    accused = said.party in group.accused
    score = WEIGHTS["roots"] * min(group.roots, 5)
    if any(one.saying.act == "accuses" for one in group.members):
        score += WEIGHTS["accusation"]
    if accused:
        score += WEIGHTS["speaker_is_accused"]
    if _just_before(said, group):
        score += WEIGHTS["told_just_before"]
    if said.stand.about == "pointer":
        # "Denied it", "called the reports absurd": on what it was accused of, or on what was told just before.
        return score if accused or _just_before(said, group) else None
    held = own.words & group.words
    deeds = held & own.deeds
    share = len(held) / max(1, len(own.words))
    if said.stand.about == "own_part":
        telling = own.deeds - PART
        if not accused or (telling and not deeds):
            return None
        return score + WEIGHTS["words"] * share
    if conflicting(own, head) or not deeds or len(held) < 2 or share < SHARE:
        return None
    if own.modality != head.modality and own.modality and head.modality:
        return None
    if said.stand.stance == "denies" and (own.negated != head.negated) is not said.stand.flipped:
        return None  # what is denied must be what is claimed, not its contrary
    return score + WEIGHTS["words"] * share


PART = frozenset({"=involved", "=responsible"})


def _inside_one_another(a: Said, b: Said) -> bool:
    """Whether two sayings share words of one document: one is told within the other."""
    return a.saying.document_id == b.saying.document_id and any(
        s.start < t.end and t.start < s.end for s in a.saying.content for t in b.saying.content
    )


def _just_before(said: Said, group: Group) -> bool:
    return any(
        one.saying.document_id == said.saying.document_id
        and 0 < said.saying.span.start - one.saying.span.start < NEAR
        and one.party != said.party
        and said.party in one.sense.actors
        for one in group.members
    )


def contradicts(said: Said, group: Group) -> bool:
    """Whether a plain statement "we did not …" says that a rival's claim is not so.

    The claim must make its speaker out as the doer, or say the very opposite.
    """
    if said.stand.stance != "asserts" or not said.sense.negated or said.party in group.parties:
        return False
    head: Sense = group.head.sense
    if head.negated or any(_inside_one_another(said, one) for one in group.members):
        return False
    if opposed(said.sense, head):
        return True
    own_doing = said.sense.first_person or said.party in said.sense.doers or not said.sense.doers
    deeds = (said.sense.deeds & group.words) - PART
    accused = said.party in group.accused
    near = len(said.sense.words & group.words) > 1 and said.sense.modality == head.modality
    return (
        said.sense.not_done
        and accused
        and own_doing
        and near
        and bool(deeds)
        and not conflicting(said.sense, head)
    )


def silences(
    group: Group,
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
    for one in sorted(group.members, key=lambda one: (one.saying.document_id, one.saying.span.start)):
        for party in one.sense.actors:
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
