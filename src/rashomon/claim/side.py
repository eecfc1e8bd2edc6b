"""For whom a speaker speaks, where the linked entity alone does not tell: one party must count once.

"The military", "its spokesman", "Pakistan's National Security Committee", "Генеральный штаб вооружённых сил Ирана" all speak for
a state; which one the words beside them tell, or for "the army" whoever of a state speaks before or after in the report. A
person whom one report places so is of that side in all reports of the story, unless two reports differ.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rashomon.claim import lexicon
from rashomon.claim.called import holder, introduced, named
from rashomon.claim.saying import Said
from rashomon.claim.stand import is_media
from rashomon.records import Document, Entity, Range, Reading

BEFORE = 700
"""Characters before "the army" in which a state's speaker is still the one meant."""
AFTER = 400
"""The same behind it, for headlines."""
SURE = 3
"""Times that one side must be told more often than any other, if two are told."""


def sided(
    said: Sequence[Said], document: Document, reading: Reading, entities: Mapping[str, Entity]
) -> list[Said]:
    """The sayings of one document, those of a state's offices with that state as their party."""
    made = list(said)
    owned = {
        name.casefold().replace(".", ""): one.id
        for one in entities.values()
        if one.kind == "state"
        for name in (one.name, *one.names)
    }
    for number, one in enumerate(made):
        if (known := introduced(one, document, reading, entities)) is not None:
            made[number] = named(one, known, entities)
    for number, one in enumerate(made):
        if not one.source:
            continue
        start, end = min(s for s, _ in one.source), max(e for _, e in one.source)
        words = document.text[start:end]
        if _is_state(one.party, entities):
            if other := _own_state(words, (start, end), one.party, reading, entities):
                made[number] = _told_by(one, other, words, entities)
            continue
        if is_media(words):
            continue
        side = owned.get(words.casefold().replace(".", "").strip().removeprefix("the "), "")  # "U.K."
        if not side and lexicon.pattern("office").search(words):
            inside = [
                m for m in reading.mentions if start <= m.start and m.end <= end and m.entity in entities
            ]
            owners = [
                entities[m.entity].party for m in inside if _is_state(entities[m.entity].party, entities)
            ]
            side = owners[0] if owners else _owner(words, owned) or _office(one, entities)
        if not side:
            side = holder(words, (start, end), document, reading, entities)
        if not side and lexicon.pattern("the_office").match(words):
            side = _whose(words, start, one, reading, entities) or _beside(number, made, entities)
        if side:
            made[number] = placed(one, side, entities)
    return made


def agreed(said: Sequence[Said], entities: Mapping[str, Entity]) -> list[Said]:
    """The sayings of a story: who is placed in one report is placed in all."""
    votes: dict[str, Counter[str]] = {}
    for one in said:
        if one.saying.entity and _is_state(one.party, entities):
            votes.setdefault(one.saying.entity, Counter())[one.party] += 1
    sure = {}
    for entity, counted in votes.items():
        first, *rest = counted.most_common(2)
        if not rest or first[1] >= SURE * rest[0][1]:
            sure[entity] = first[0]
    return [
        placed(one, sure[one.saying.entity], entities)
        if one.saying.entity in sure and not _is_state(one.party, entities)
        else one
        for one in said
    ]


def placed(one: Said, side: str, entities: Mapping[str, Entity]) -> Said:
    """The saying as one of a side: what it says of "we" is said of that side."""
    sense = one.sense
    if one.party in sense.doers:
        sense = replace(sense, doers=(sense.doers - {one.party}) | {side})
    return replace(one, party=side, party_name=entities[side].name, sense=sense)


def _office(one: Said, entities: Mapping[str, Entity]) -> str:
    """The state whose office the speaker is known to have held, where the report calls them by an office."""
    known = entities.get(one.saying.entity)
    ties = [tie.entity for tie in known.related if tie.kind == "office_of"] if known else []
    return ties[0] if len(set(ties)) == 1 and _is_state(ties[0], entities) else ""


def _owner(words: str, owned: Mapping[str, str]) -> str:
    """The state of "Pakistan's National Security Committee", where the whole is one name."""
    match = _POSSESSIVE.match(words)
    return owned.get(match[1].casefold(), "") if match else ""


def _whose(words: str, start: int, one: Said, reading: Reading, entities: Mapping[str, Entity]) -> str:
    """The state that "its foreign ministry" means where its words come first: their subject, "Chad had no word of it, its ministry said"."""
    own = one.saying.content[0] if one.saying.content else None
    if own is None or own.start > start or not _ITS.match(words):
        return ""
    first = next((m for m in reading.mentions if own.start <= m.start and m.end <= own.end), None)
    if first is None or first.start - own.start > len("the ") or first.entity not in entities:
        return ""
    party = entities[first.entity].party
    return party if _is_state(party, entities) else ""


_ITS = re.compile(r"(?:its|their)\s", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:the )?([^\W\d_][\w .]{2,40}?)['’]s?\s", re.IGNORECASE)


def _beside(number: int, said: Sequence[Said], entities: Mapping[str, Entity]) -> str:
    """The state that speaks last before a saying, else next behind it."""
    own = said[number].saying.span
    for other in reversed(said[:number]):
        if own.start - other.saying.span.end > BEFORE:
            break
        if _is_state(other.party, entities):
            return other.party
    for other in said[number + 1 :]:
        if other.saying.span.start - own.end > AFTER:
            break
        if _is_state(other.party, entities):
            return other.party
    return ""


def _own_state(
    words: str, source: Range, party: str, reading: Reading, entities: Mapping[str, Entity]
) -> str:
    """The one state that a source names itself, where its speaker was taken for another's: "the Russian ministry" is no one else's."""
    if not lexicon.pattern("office").search(words):
        return ""
    inside = [
        m for m in reading.mentions if source[0] <= m.start and m.end <= source[1] and m.entity in entities
    ]
    named = {entities[m.entity].party for m in inside}
    states = {one for one in named if _is_state(one, entities)}
    return states.pop() if len(states) == 1 and party not in named else ""


def _told_by(one: Said, side: str, words: str, entities: Mapping[str, Entity]) -> Said:
    saying = replace(one.saying, speaker=words, entity=side)
    return replace(one, party=side, party_name=entities[side].name, saying=saying)


def _is_state(party: str, entities: Mapping[str, Entity]) -> bool:
    known = entities.get(party)
    return known is not None and known.kind == "state"
