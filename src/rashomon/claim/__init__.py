"""claim: Readings → Claims and Positions. What is put forward, by whom, and who stands where on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from rashomon.claim.explain import explanation
from rashomon.claim.position import is_denial, own_denial, position, says_nothing, silences, stance, target
from rashomon.claim.same import Sense, same
from rashomon.claim.saying import Said, sayings
from rashomon.records import Claim, Document, Entity, Position, Reading, Saying, Span, Story, content_id

FEWEST = 2
"""Telling words that a content needs to be a claim of its own."""
RARE = 40
"""Sayings that share a word, beyond which the word brings no candidates for being the same claim."""


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
    made: list[Claim] = []
    for story in stories:
        said: list[Said] = []
        for member in sorted(story.members, key=lambda member: member.document_id):
            if member.document_id in reading and member.document_id in document:
                own = document[member.document_id]
                said += sayings(own, reading[own.id], known, story.id, member.root_id)
        made += _of_story(story, said, known, document)
    return tuple(made)


def _of_story(
    story: Story, said: Sequence[Said], entities: Mapping[str, Entity], documents: Mapping[str, Document]
) -> list[Claim]:
    said = sorted((one for one in said if not says_nothing(one)), key=_order)
    stands = [one for one in said if is_denial(one)]
    asserted = [one for one in said if not is_denial(one) and len(one.sense.stems) >= FEWEST]
    groups = _merged(asserted)
    heads = [(_widest(members), members) for members in groups]
    # A party that a rival's claim names and that says "we do not …" denies it, whatever its cue.
    for one in [one for one in asserted if own_denial(one, heads)]:
        for members in groups:
            if one in members:
                members.remove(one)
        stands.append(one)
    groups = [members for members in groups if members]
    heads = [(_widest(members), members) for members in groups]
    positions: list[list[Position]] = [[position(one, stance(one)) for one in members] for members in groups]
    for one in sorted(stands, key=_order):
        number = target(one, heads)
        kind = stance(one) if is_denial(one) else "denies"
        if number is not None:
            positions[number].append(
                position(one, kind, scope=" … ".join(s.quote for s in one.saying.content))
            )
        elif len(one.sense.stems) >= FEWEST and one.saying.act != "declines":
            groups.append([one])
            heads.append((one.sense, [one]))
            positions.append([position(one, kind)])
    speakers = Counter(one.party for one in said)
    made = []
    for members, taken in zip(groups, positions, strict=True):
        rival = len({one.party for one in taken}) > 1 or len({one.root for one in members}) > 1
        quiet = silences(members, taken, speakers, entities) if rival else []
        made.append(_claim(story, members, (*taken, *quiet)))
    return sorted(made, key=_rank)


def _order(said: Said) -> tuple[str, str, int, int]:
    saying = said.saying
    return (
        saying.at.isoformat() if saying.at else "9",
        saying.document_id,
        saying.span.start,
        saying.span.end,
    )


def _merged(said: Sequence[Said]) -> list[list[Said]]:
    """Sayings of one proposition together, candidates by a shared rare word."""
    parent = list(range(len(said)))

    def top(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    holders: dict[str, list[int]] = {}
    for number, one in enumerate(said):
        for stem in one.sense.stems:
            holders.setdefault(stem, []).append(number)
    tried: set[tuple[int, int]] = set()
    for stem in sorted(holders):
        numbers = holders[stem]
        # A word in very many sayings still ties each to its nearest neighbours: copies of one text stand together.
        reach = len(numbers) if len(numbers) <= RARE else 3
        for at, a in enumerate(numbers):
            for b in numbers[at + 1 : at + 1 + reach]:
                if (a, b) not in tried:
                    tried.add((a, b))
                    if same(said[a].sense, said[b].sense):
                        low, high = sorted((top(a), top(b)))
                        parent[high] = low
    groups: dict[int, list[Said]] = {}
    for number, one in enumerate(said):
        groups.setdefault(top(number), []).append(one)
    return list(groups.values())


def _widest(members: Sequence[Said]) -> Sense:
    return max((one.sense for one in members), key=lambda sense: (len(sense.stems), sorted(sense.stems)))


def _claim(story: Story, members: Sequence[Said], positions: Sequence[Position]) -> Claim:
    chosen = _canonical(members)
    kind = explanation(" ".join(span.quote for one in members for span in one.saying.content))
    return Claim(
        id=content_id("claim", story.id, " ".join(chosen.quote.lower().split())),
        story_id=story.id,
        text=chosen.quote,
        members=tuple(one.saying for one in members),
        positions=tuple(sorted(positions, key=_when)),
        explains=bool(kind),
        explanation=kind,
    )


def _canonical(members: Sequence[Said]) -> Span:
    """The words that stand for the claim: whole, of a readable length, direct where possible, from the earliest root."""

    def worth(pair: tuple[Saying, Span]) -> tuple[bool, bool, bool, bool, float, str, int]:
        saying, span = pair
        words = len(span.quote.split())
        whole = span.quote[:1].isupper() or span.quote[:1].isdigit() or span.quote.split(" ")[0] in _STARTS
        return (
            not 5 <= words <= 45, len(saying.content) > 1, not whole, saying.form != "direct",
            saying.at.timestamp() if saying.at else 9e18, saying.document_id, span.start,
        )  # fmt: skip

    return min(((one.saying, span) for one in members for span in one.saying.content), key=worth)[1]


_STARTS = frozenset("the a an it he she they we there two three this these his her its their our".split())


def _when(position: Position) -> tuple[bool, str, str, str, int]:
    span = position.span
    return (
        position.stance == "silent", position.at.isoformat() if position.at else "9", position.party,
        span.document_id if span else "", span.start if span else 0,
    )  # fmt: skip


def _rank(claim: Claim) -> tuple[bool, int, int, bool, str, str]:
    asserting = {p.party for p in claim.positions if p.stance == "asserts"}
    against = {p.party for p in claim.positions if p.stance in {"denies", "partly_denies", "doubts"}}
    roots = {p.root_id for p in claim.positions if p.stance != "silent"}
    parties = {p.party for p in claim.positions if p.stance != "silent"}
    first = min((s.at.isoformat() for s in claim.members if s.at), default="9")
    contested = bool(asserting and against - asserting)
    return (not contested, -len(roots), -len(parties), not claim.explains, first, claim.id)
