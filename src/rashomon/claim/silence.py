"""Who says nothing to a claim, where an answer was to be expected; and of whom nothing was collected at all.

Silence has a meaning only where someone was expected to speak and was heard on other things since. A party of which nothing
was collected is unheard, never silent; one that answered in general ("rejects all accusations") or said in advance what
it would say is not silent either; and in a story where nobody denies, only a charge calls for an answer. Each silence says what the expectation rests on, and up to when it holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import islice

from rashomon.claim import lexicon
from rashomon.claim.explain import explanation
from rashomon.claim.family import akin
from rashomon.claim.position import Group
from rashomon.claim.saying import Said
from rashomon.claim.sense import STEM
from rashomon.claim.stand import AGAINST, is_media
from rashomon.records import Entity, Ground, Position, Silence, Span

SPEAKERS = frozenset({"state", "organisation", "group", "person"})
"""Kinds of entity that can be expected to answer."""
CLEARING = frozenset({"staged", "others", "accident", "mistake", "natural"})
"""Explanations that would clear who is accused of the deed."""
SIDES = frozenset({"ally_of", "member_of", "part_of", "backs"})
"""Ties by which two parties are of one side."""
DENYING = frozenset({"denies", "partly_denies"})
"""Acts of the cue: a plain "we did not" is too easily about something else."""
REPEATED = 0.5
"""Share of common words (Jaccard) from which a saying repeats what the party said before, and is no new word of theirs."""
FEW = 8
"""Silences told of one claim."""
EARLIER, SINCE, STOOD = 300, 60, 500
"""Sayings before and since a claim, and claims stood on, that are looked at for one party: a state says thousands of things."""


@dataclass(frozen=True, kw_only=True)
class Story:
    """What was said in a story, looked up once."""

    claims: Sequence[tuple[Group, Sequence[Position]]]
    said: Sequence[Said]
    entities: Mapping[str, Entity]
    outlets: AbstractSet[str]
    """Names of those who publish."""
    elsewhere: AbstractSet[str]
    """Parties that speak in any story of the collection."""
    until: datetime | None

    @cached_property
    def by_party(self) -> Mapping[str, Sequence[Said]]:
        """Each party's sayings, in the order of time."""
        found: dict[str, list[Said]] = {}
        for one in self.said:
            found.setdefault(one.party, []).append(one)
        return found

    @cached_property
    def all_deny(self) -> frozenset[str]:
        """Documents in which "both sides" are said to deny it: an answer of each."""
        return frozenset(
            one.saying.document_id
            for one in self.said
            if one.stand.stance in AGAINST
            and lexicon.pattern("all_of_them").fullmatch(one.saying.speaker.strip())
        )

    @cached_property
    def stood_on(self) -> Mapping[str, Sequence[Group]]:
        """The claims on which each party has a stand."""
        found: dict[str, list[Group]] = {}
        for group, taken in self.claims:
            for party in dict.fromkeys(one.party for one in taken):
                found.setdefault(party, []).append(group)
        return found

    @cached_property
    def speakers(self) -> str:
        """The names of all speakers, in one text."""
        return "\n".join(dict.fromkeys(one.saying.speaker.casefold() for one in self.said))


def silences(story: Story) -> list[list[Silence]]:
    """For each claim, in the order given, who is silent on it and who unheard."""
    heard = story.by_party
    deniers = _deniers(story)
    told: list[list[Silence]] = []
    for group, taken in story.claims:
        found: dict[str, Silence] = {}
        answered = {one.party for one in taken}
        for party, why in _accused(group, story):
            if party not in answered and party not in found:
                own = heard.get(party, ())
                if not own and party not in story.elsewhere:
                    if not _speaks(party, story) and _is_body(story.entities[party]):
                        found[party] = _unheard(party, "accused", why, story)
                elif (deniers or _is_charge(group)) and (
                    one := _silent(party, own, group, why, story)
                ) is not None:
                    found[party] = one
        told.append(list(found.values())[:FEW])
    for number, one in (*_not_offered(story, heard, deniers), *_named(story, heard)):
        if all(one.party != other.party for other in told[number]):
            told[number].append(one)
    return told


# --- accused


def _accused(group: Group, story: Story) -> Iterator[tuple[str, Span]]:
    """Parties that a claim blames for something, with the earliest words that do."""
    if group.head.sense.negated or group.head.sense.modality in ("if", "should"):
        return
    for one in group.members:
        if one.stand.stance == "reports" or one.mutual or not _blames(one):
            continue  # who blame each other have answered one another
        for party in one.sense.actors:
            if party in one.sense.doers and party != one.party and _can_answer(party, story):
                yield party, one.saying.span


def _blames(one: Said) -> bool:
    """Whether a saying holds that someone did harm or wrong; to condemn what nobody disputes claims nothing."""
    if one.saying.act in ("warns", "threatens", "demands") or lexicon.pattern("condemning").search(
        one.saying.cue
    ):
        return False
    words = " ".join(span.quote for span in one.saying.content)
    return one.saying.act == "accuses" or lexicon.pattern("blaming").search(words) is not None


def _is_charge(group: Group) -> bool:
    """Whether a claim is put as an accusation, or by more than one party."""
    return len(group.parties) > 1 or any(one.saying.act == "accuses" for one in group.members)


def _speaks(party: str, story: Story) -> bool:
    """Whether a speaker is called by the party's name, though the two were not linked: "a spokesman for Acme"."""
    known = story.entities[party]
    names = [name.casefold() for name in (known.name, *known.names) if len(name) > 3]
    return any(name in story.speakers for name in names)


def _can_answer(party: str, story: Story) -> bool:
    known = story.entities.get(party)
    return (
        known is not None
        and _is_someone(known)
        and not is_media(known.name)
        and not story.outlets & {name.casefold() for name in (known.name, *known.names)}
    )


def _is_someone(known: Entity) -> bool:
    """Whether an entity is surely a body or a person: a lone unknown word may be a thing ("MiG-21", "Victory Day")."""
    if known.kind not in SPEAKERS:
        return False
    if known.kind == "state" or known.related or len(known.names) > 1:
        return True
    words = known.name.split()
    return len(words) >= (2 if known.kind == "person" else 3) and not any(c.isdigit() for c in known.name)


def _is_body(known: Entity) -> bool:
    """Whether an entity is a state, or a person or body that the registry knows."""
    return known.kind == "state" or (known.kind in SPEAKERS and bool(known.related) and len(known.names) > 1)


def _silent(party: str, own: Sequence[Said], group: Group, why: Span, story: Story) -> Silence | None:
    """The party's silence on a claim that accuses it, if it spoke since and answered nowhere."""
    first = min((one.saying.at for one in group.members if one.saying.at), default=None)
    if first is None:
        return None  # nothing is known of before and after
    old = [lexicon.kin(one.sense.words) for one in own if one.saying.at and one.saying.at <= first][-EARLIER:]
    later = [one for one in own if one.saying.at and one.saying.at > first]
    since = list(islice((one for one in later if _is_new(one, old)), SINCE))
    if not since or _answers(party, own, group, first, story):
        return None
    return _made(party, "accused", why, since, story)


def _is_new(one: Said, old: Sequence[frozenset[str]]) -> bool:
    """Whether a saying is a word of the time, and no repeat of what the party said before the claim was made."""
    if lexicon.pattern("told_before").search(one.saying.cue) or one.root != one.saying.document_id:
        return False
    words = lexicon.kin(one.sense.words)
    return not words or all(len(words & said) < REPEATED * len(words | said) for said in old)


def _answers(party: str, own: Sequence[Said], group: Group, first: datetime, story: Story) -> bool:
    """Whether the party answered after all: in general, or on a claim of the same matter."""
    if any(one.saying.document_id in story.all_deny for one in own):
        return True
    for one in own:
        if one.stand.stance in ("asserts", "reports", "retracts"):
            continue
        words = " ".join(span.quote for span in one.saying.content)
        late = one.saying.at is not None and one.saying.at.date() >= first.date()
        general = (
            one.stand.about != "words"
            or (one.tells_self and one.saying.act in DENYING)
            or not words
            or lexicon.pattern("general").search(words) is not None
        )
        if general and (late or one.saying.document_id in group.by_document):
            return True
    return any(other is not group and akin(group, other) for other in story.stood_on.get(party, ())[:STOOD])


# --- explanations not offered


def _not_offered(
    story: Story, heard: Mapping[str, Sequence[Said]], deniers: Mapping[str, Sequence[Group]]
) -> Iterator[tuple[int, Silence]]:
    """Explanations that would clear an accused party, or that others of its side put forward, and that it does not offer."""
    kinds: dict[str, list[int]] = {}
    for number, (group, taken) in enumerate(story.claims):
        words = " ".join(span.quote for one in group.members for span in one.saying.content)
        kind = explanation(words)
        if kind in CLEARING and any(one.stance == "asserts" for one in taken):
            kinds.setdefault(kind, []).append(number)
    if not kinds:
        return
    for party, accusations in sorted(deniers.items()):
        own = heard.get(party, ())
        if any(_knows_not(one) for one in own):
            continue  # "does not know who was responsible" answers all of them
        for numbers in kinds.values():
            yield from _of_its_side(party, numbers, accusations, own, story)
            stands = {one.party for number in numbers for one in story.claims[number][1]}
            if party in stands:
                continue
            best = max(numbers, key=lambda n: (story.claims[n][0].roots, -n))
            group = story.claims[best][0]
            ground: Ground = "side" if stands & _side(party, story.entities) else "clears"
            if not any(_of_one_event(group, accusation) for accusation in accusations):
                continue
            fresh = [one for one in own if one.saying.at and one.root == one.saying.document_id]
            if fresh:
                yield best, _made(party, ground, group.head.saying.span, fresh, story)


MOST = 2
"""People of one side that are told of for one explanation which others of that side put forward."""


def _of_its_side(
    party: str, numbers: Sequence[int], accusations: Sequence[Group], own: Sequence[Said], story: Story
) -> Iterator[tuple[int, Silence]]:
    """People and bodies of an accused side who deny what it is accused of, and do not say what others of that side say of it."""
    offered = [n for n in numbers if any(_puts(one, party) for one in story.claims[n][1])]
    if not offered:
        return
    best = max(offered, key=lambda n: (story.claims[n][0].roots, -n))
    group = story.claims[best][0]
    first = group.first
    if first is None or not any(_of_one_event(group, accusation) for accusation in accusations):
        return
    stands = {one.saying.entity for n in numbers for one in story.claims[n][1] if one.saying}
    deny = {
        one.saying.entity
        for accused, taken in story.claims
        if any(accused is accusation for accusation in accusations)
        for one in taken
        if one.saying and one.party == party and one.saying.act in DENYING
    }
    told = []
    for id in sorted(deny - stands - {"", party}):
        known = story.entities.get(id)
        words = [one for one in own if one.saying.entity == id]
        fresh = [
            one
            for one in words
            if one.saying.at and one.saying.at.date() >= first.date() and one.root == one.saying.document_id
        ]
        if known is None or known.kind not in SPEAKERS or not fresh or any(_knows_not(one) for one in words):
            continue
        told.append(_made(id, "side", group.head.saying.span, fresh, story))
    told.sort(key=lambda one: (-len(one.documents), one.name))
    for one in told[:MOST]:
        yield best, one


def _puts(one: Position, party: str) -> bool:
    return one.stance == "asserts" and one.party == party


def _deniers(story: Story) -> dict[str, list[Group]]:
    """Parties that deny in so many words a claim which blames them, with those claims."""
    found: dict[str, list[Group]] = {}
    for group, taken in story.claims:
        for party in {one.party for one in taken if one.saying and one.saying.act in DENYING} & group.accused:
            if _can_answer(party, story):
                found.setdefault(party, []).append(group)
    return found


def _of_one_event(a: Group, b: Group) -> bool:
    """Whether an explanation and an accusation are about one deed."""
    common = lexicon.telling(a.words, STEM) & lexicon.telling(b.words, STEM)
    return len({word for word in common if word[0] != "^"}) >= 2


def _knows_not(one: Said) -> bool:
    words = " ".join(span.quote for span in one.saying.content)
    return one.stand.stance == "declines" and lexicon.pattern("who_or_what").search(words) is not None


def _side(party: str, entities: Mapping[str, Entity]) -> set[str]:
    """Parties tied to one as allies, or as members of the same body."""
    own = {tie.entity for tie in entities[party].related if tie.kind in SIDES}
    return {
        other.id
        for other in entities.values()
        if other.id != party
        and (other.id in own or {tie.entity for tie in other.related if tie.kind in SIDES} & (own | {party}))
    }


# --- unheard


def _named(story: Story, heard: Mapping[str, Sequence[Said]]) -> Iterator[tuple[int, Silence]]:
    """Groups the registry knows that a claim of harm names (as struck, too), and of which nothing was collected."""
    first: dict[str, tuple[int, Span]] = {}
    for number, (group, _) in enumerate(story.claims):
        for one in group.members:
            if one.stand.stance == "reports" or not _blames(one):
                continue
            for party in one.sense.actors:
                known = story.entities.get(party)
                if known is not None and known.kind == "group" and _is_body(known):
                    first.setdefault(party, (number, one.saying.span))
    for party, (number, why) in sorted(first.items()):
        if (
            not _speaks(party, story)
            and party not in heard
            and party not in story.elsewhere
            and _can_answer(party, story)
        ):
            yield number, _unheard(party, "named", why, story)


def _unheard(party: str, ground: Ground, why: Span, story: Story) -> Silence:
    return Silence(
        party=party, name=story.entities[party].name, heard=False, ground=ground, why=why, as_of=story.until
    )


def _made(party: str, ground: Ground, why: Span, since: Sequence[Said], story: Story) -> Silence:
    documents = sorted({(one.saying.at, one.saying.document_id) for one in since if one.saying.at})
    return Silence(
        party=party,
        name=story.entities[party].name,
        heard=True,
        ground=ground,
        why=why,
        documents=tuple(document for _, document in documents),
        as_of=documents[-1][0],
    )
