"""claim: Readings → Claims and Positions. What is put forward, by whom, and who stands where on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from rashomon.claim.belied import belied
from rashomon.claim.changes import changes
from rashomon.claim.explain import explanation
from rashomon.claim.gather import gather
from rashomon.claim.mixed import united
from rashomon.claim.position import Group, position, silent, takes_a_stand, target
from rashomon.claim.proposition import language_of
from rashomon.claim.relate import related
from rashomon.claim.saying import Said, sayings
from rashomon.claim.side import agreed, sided
from rashomon.claim.silence import Story as Told
from rashomon.claim.silence import silences
from rashomon.records import (
    Change,
    Claim,
    Document,
    Entity,
    Position,
    Reading,
    Silence,
    Span,
    Story,
    content_id,
)

FEWEST = 2
"""Telling words that a content needs to be a claim of its own."""
SHORTEST = 4
"""Words below which a content is a fragment ("Go home") and makes no claim of its own."""


def claim(
    stories: Sequence[Story],
    documents: Sequence[Document],
    readings: Sequence[Reading],
    entities: Sequence[Entity],
) -> tuple[Claim, ...]:
    """Claims of each story, the most contested and most widely carried first. Input order changes nothing."""
    document = {one.id: one for one in documents}
    reading = {one.document_id: one for one in readings}
    known = {one.id: one for one in entities}
    by_story: list[tuple[Story, list[Said]]] = []
    for story in stories:
        said: list[Said] = []
        for member in sorted(story.members, key=lambda member: member.document_id):
            if member.document_id in reading and member.document_id in document:
                own = document[member.document_id]
                told = list(sayings(own, reading[own.id], known, story.id, member))
                said += sided(told, own, reading[own.id], known)
        said = united(agreed(said, known), {one.id: one.text for one in documents})
        by_story.append((story, sorted(said, key=_order)))
    heard = frozenset(one.party for _, said in by_story for one in said)
    made: list[Claim] = []
    for story, said in by_story:
        own_documents = [document[one.document_id] for one in story.members if one.document_id in document]
        made += _of_story(story, said, known, own_documents, heard)
    return tuple(made)


def _of_story(
    story: Story,
    said: Sequence[Said],
    entities: Mapping[str, Entity],
    documents: Sequence[Document],
    heard: frozenset[str],
) -> list[Claim]:
    groups, positions = _positions(said)
    pairs = list(zip(groups, positions, strict=True))
    dates = [one.published_at for one in documents if one.published_at]
    quiet = silences(
        Told(
            claims=pairs,
            said=said,
            entities=entities,
            outlets=frozenset(one.source.casefold() for one in documents if one.source),
            elsewhere=heard,
            until=max(dates, default=None),
        )
    )
    turned = changes(pairs, said, entities, {one.id: one.source for one in documents})
    made = [
        _claim(story, group.members, taken, silent, change)
        for (group, taken), silent, change in zip(pairs, quiet, turned, strict=True)
    ]
    return sorted(related(made, groups), key=_rank)


def _positions(said: Sequence[Said]) -> tuple[list[Group], list[list[Position]]]:
    """The claims among sayings in the order of time, and who takes which stand on each."""
    stands = [one for one in said if takes_a_stand(one)]
    groups = gather([one for one in said if not takes_a_stand(one) and _tells(one)])
    positions = [[position(one, one.stand.stance) for one in group.members] for group in groups]
    alone: list[Said] = []
    for one in stands:
        meant = target(one, groups)
        if meant is not None:
            positions[meant].append(position(one, one.stand.stance, one.scope))
        elif one.stand.about == "words" and one.stand.stance != "declines" and _tells(one):
            alone.append(one)
    for group in groups:
        for one in group.members:
            lie = belied(one, groups)
            if lie is not None and groups[lie] is not group:
                positions[lie].append(position(one, "denies"))
    for group in gather(alone):
        groups.append(group)
        # With nothing to deny, "no proof that …" is a statement like any other.
        positions.append(
            [
                position(one, "asserts") if one.stand.worded else position(one, one.stand.stance, one.scope)
                for one in group.members
            ]
        )
    return groups, positions


def _order(said: Said) -> tuple[str, str, int, int]:
    saying = said.saying
    return (
        saying.at.isoformat() if saying.at else "9",
        saying.document_id,
        saying.span.start,
        saying.span.end,
    )


def _tells(said: Said) -> bool:
    """Whether a content says enough to be a claim."""
    words = sum(len(span.quote.split()) for span in said.saying.content)
    # A bare quotation of two words stands for a claim only where an accusation says the rest; «Перу взорвало мост» says who did what.
    told = bool(said.sense.doers) or not said.sense.text.isascii()
    whole = words == SHORTEST - 1 and told and len(said.sense.words) == words
    return len(said.sense.words) + len(said.accused) >= FEWEST and (
        words >= SHORTEST or whole or said.saying.act == "accuses"
    )


def _claim(
    story: Story,
    members: Sequence[Said],
    positions: Sequence[Position],
    quiet: Sequence[Silence],
    turned: Sequence[Change],
) -> Claim:
    one, chosen = _canonical(members)
    kind = explanation(" ".join(span.quote for one in members for span in one.saying.content))
    # Of "blame each other" each accuses another in the same words: an editor's brackets hold what those do not say.
    text = f"[{', '.join(one.accused)}] {chosen.quote}" if one.accused else chosen.quote
    return Claim(
        id=content_id("claim", story.id, " ".join(text.lower().split())),
        story_id=story.id,
        text=text,
        members=tuple(one.saying for one in members),
        positions=tuple(sorted((*positions, *(silent(one) for one in quiet if one.heard)), key=_when)),
        explains=bool(kind),
        explanation=kind,
        silences=tuple(quiet),
        changes=tuple(turned),
    )


def _canonical(members: Sequence[Said]) -> tuple[Said, Span]:
    """The saying and its words that stand for the claim, as they were really said: in the language that most tell it in, whole, with the names that
    others have for its "it" and "he", of a readable length, direct where possible, from the earliest root."""

    languages = Counter(language_of(one.sense.text) for one in members)
    named = Counter(party for one in members for party in set(one.sense.actors))

    def worth(
        pair: tuple[Said, Span],
    ) -> tuple[bool, bool, bool, bool, bool, bool, int, bool, bool, float, str, int]:
        one, span = pair
        saying, words = one.saying, len(span.quote.split())
        first = span.quote.split(" ")[0]
        whole = first[:1].isupper() or first[:1].isdigit() or first in _STARTS
        missing = sum(
            party not in one.sense.actors for party, count in named.items() if 2 * count >= len(members)
        )
        return (
            languages[language_of(one.sense.text)] < max(languages.values()), bool(one.accused), not 5 <= words <= 45, len(saying.content) > 1, not whole,
            first.lower() in _POINTING and len(members) > 1, missing, saying.act == "accuses", saying.form != "direct",
            saying.at.timestamp() if saying.at else 9e18, saying.document_id, span.start,
        )  # fmt: skip

    return min(((one, span) for one in members for span in one.saying.content), key=worth)


_STARTS = frozenset("the a an it he she they we there two three this these his her its their our".split())
_POINTING = frozenset(
    "it he she they this these his her its their он она оно они это эти его её их він вона воно вони це ці його її їх".split()
)
"""Words that a claim cannot begin with and stand alone, where another member says whom they mean."""


def _when(position: Position) -> tuple[bool, str, str, str, int]:
    span = position.span
    return (
        position.stance == "silent", position.at.isoformat() if position.at else "9", position.party,
        span.document_id if span else "", span.start if span else 0,
    )  # fmt: skip


def _rank(claim: Claim) -> tuple[bool, int, int, bool, str, str]:
    asserting = {p.party for p in claim.positions if p.stance in {"asserts", "reports"}}
    against = {p.party for p in claim.positions if p.stance in {"denies", "partly_denies", "doubts"}}
    roots = {p.root_id for p in claim.positions if p.stance != "silent"}
    parties = {p.party for p in claim.positions if p.stance != "silent"}
    first = min((s.at.isoformat() for s in claim.members if s.at), default="9")
    contested = bool(asserting and against - asserting)
    return (not contested, -len(roots), -len(parties), not claim.explains, first, claim.id)
