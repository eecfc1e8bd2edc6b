"""Who takes another stand than before: with both dates and both words.

A change is a party's own: it asserted and now denies, denied and now admits, would not say and now does, or gives a lower
number than it gave. Two people of one party who differ on one day, or in turns, are a difference within the party. What is
only told again of earlier days ("had denied for days") and copies of a report are no new words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from rashomon.claim import lexicon
from rashomon.claim.family import akin, one_matter
from rashomon.claim.position import Group
from rashomon.claim.saying import Said
from rashomon.claim.sense import WORD, Sense
from rashomon.records import Change, Entity, Position, Saying

SIGNS = {"asserts": 1, "denies": -1, "partly_denies": -1, "doubts": -1, "retracts": -1, "declines": 0}
MOST = 60
"""Claims on which one party's stands are compared with each other."""
LOWERED = 0.5
"""Share of common words from which two numbers are of the same things, and a claim and a "no" of the same matter."""
REPEATED = 0.8
"""Share of the shorter one's words from which two assertions are one, whatever the negation read in one of them."""
KEPT = 40
"""Stands of one party on one matter that are gone through, in the order of time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stand:
    """One position with its place, and whether it holds the matter to be so (1), not so (-1), or says neither (0)."""

    at: str
    sign: int
    number: int
    position: Position
    saying: Saying
    sense: Sense


def changes(
    claims: Sequence[tuple[Group, Sequence[Position]]],
    said: Sequence[Said],
    entities: Mapping[str, Entity],
    outlets: Mapping[str, str],
) -> list[list[Change]]:
    """For each claim, in the order given, the changes that begin on it. ``outlets``: document id → who published it."""
    found: list[list[Change]] = [[] for _ in claims]
    senses = {one.saying: one.sense for one in said}
    for party, stands in _by_party(claims, senses).items():
        for family in _families(stands, claims):
            for number, change in _turns(party, family, entities):
                found[number].append(change)
        for number, change in _lowered(party, stands):
            found[number].append(change)
    for number, change in _taken_back(claims, outlets):
        if not any(change.party == other.party for other in found[number]):
            found[number].append(change)
    return found


def _by_party(
    claims: Sequence[tuple[Group, Sequence[Position]]], senses: Mapping[Saying, Sense]
) -> dict[str, list[_Stand]]:
    """Each party's datable stands by time; of the copies of one root the first counts."""
    found: dict[str, list[_Stand]] = {}
    for number, (_, taken) in enumerate(claims):
        for one in taken:
            if (
                one.stance in SIGNS
                and one.saying is not None
                and one.at is not None
                and not _told_again(one.saying)
            ):
                sign = SIGNS[one.stance]
                stand = _Stand(
                    at=one.at.isoformat(), sign=sign, number=number, position=one, saying=one.saying, sense=senses[one.saying]
                )  # fmt: skip
                found.setdefault(one.party, []).append(stand)
    out = {}
    for party, stands in found.items():
        seen: set[tuple[str, int, int]] = set()
        kept: list[_Stand] = []
        for each in sorted(stands, key=lambda s: (s.at, s.saying.document_id, s.saying.span.start)):
            key = (each.position.root_id, each.number, each.sign)
            if key not in seen or each.position.root_id == each.saying.document_id:
                seen.add(key)
                kept.append(each)
        out[party] = kept
    return out


def _told_again(saying: Saying) -> bool:
    return lexicon.pattern("told_before").search(saying.cue) is not None


def _families(
    stands: Sequence[_Stand], claims: Sequence[tuple[Group, Sequence[Position]]]
) -> Iterator[list[_Stand]]:
    """Stands on one matter together. A claim that denies it is turned round."""
    numbers = list(dict.fromkeys(one.number for one in stands))[:MOST]
    free = list(numbers)
    while free:
        head = free.pop(0)
        own = claims[head][0]
        kin = [head, *(n for n in free if _kindred(own, claims[n][0]))]
        free = [n for n in free if n not in kin]
        family = []
        for one in stands:
            if one.number in kin:
                turned = claims[one.number][0].head.sense.negated != own.head.sense.negated
                family.append(replace(one, sign=-one.sign) if turned else one)
        yield family[:KEPT]


def _kindred(a: Group, b: Group) -> bool:
    """Whether two claims are of one matter; where one says no, by more of their words."""
    if a.head.sense.negated == b.head.sense.negated:
        return akin(a, b)
    return one_matter(a.head.sense, b.head.sense, LOWERED)


def _turns(
    party: str, family: Sequence[_Stand], entities: Mapping[str, Entity]
) -> Iterator[tuple[int, Change]]:
    """Where a party's stand turns; where its people differ on one day or go on differing, that instead."""
    plain = [one for one in family if one.sign]
    runs = [list(run) for _, run in groupby(plain, key=lambda one: one.sign)]
    switches = [pair for old, new in pairwise(runs) if (pair := _switch(old, new)) is not None]
    if len(switches) == 1 and not _of_one_day(*switches[0], entities):
        before, after = switches[0]
        # One of a side who doubts what it says has not made it change its mind.
        other = _is_person(after, entities) and before.saying.entity != after.saying.entity
        kind = "within" if other and after.position.stance == "doubts" else "changed"
        yield before.number, _change(party, kind, before, after)
    elif switches:
        before, after = switches[0]
        if before.saying.speaker != after.saying.speaker:
            yield before.number, _change(party, "within", before, after)
            yield from _unsaid(party, family, entities)
        elif before.at != after.at:
            for a, b in switches[:3]:
                yield a.number, _change(party, "changed", a, b)
    else:
        yield from _unsaid(party, family, entities)


def _switch(old: Sequence[_Stand], new: Sequence[_Stand]) -> tuple[_Stand, _Stand] | None:
    """The last stand of one kind and the first of the other that are surely of one matter."""
    return next(((a, b) for b in new for a in reversed(old) if _meet(a, b)), None)


def _meet(before: _Stand, after: _Stand) -> bool:
    """Whether two stands are on one claim, or their own words on one matter; the same words twice are one stand."""
    first, second = before.sense.words, after.sense.words
    alike = len(first & second) >= REPEATED * min(len(first), len(second))
    if alike and before.position.stance == after.position.stance:
        return False
    return before.number == after.number or one_matter(before.sense, after.sense)


def _of_one_day(before: _Stand, after: _Stand, entities: Mapping[str, Entity]) -> bool:
    """Whether two people, or one document, say both on one day."""
    if after.position.stance == "retracts" and before.at < after.at:
        return False
    people = _is_person(before, entities) and _is_person(after, entities)
    apart = people and before.saying.entity != after.saying.entity
    return before.at[:10] == after.at[:10] and (apart or before.at == after.at)


def _unsaid(
    party: str, family: Sequence[_Stand], entities: Mapping[str, Entity]
) -> Iterator[tuple[int, Change]]:
    """From "will not say" to saying it, on a later day; and one of them asserting what another will not say."""
    declined = [one for one in family if not one.sign]
    told = [one for one in family if one.sign]
    if not declined or not told:
        return
    first, last = declined[0], declined[-1]
    if last.at[:10] < told[0].at[:10]:
        yield last.number, _change(party, "changed", last, told[0])
        return
    for one in told:
        if (
            one.sign > 0
            and _is_person(one, entities)
            and _is_person(last, entities)
            and one.saying.entity != last.saying.entity
        ):
            pair = sorted((one, last), key=lambda s: s.at)
            yield first.number, _change(party, "within", *pair)
            return


def _is_person(one: _Stand, entities: Mapping[str, Entity]) -> bool:
    known = entities.get(one.saying.entity)
    return known is not None and known.kind == "person"


def _lowered(party: str, stands: Sequence[_Stand]) -> Iterator[tuple[int, Change]]:
    """A number that the party gave and later gives lower. A higher one is the news going on."""
    asserted = [one for one in stands if one.position.stance == "asserts"][:MOST]
    given = [(one, _numbers(one.saying)) for one in asserted]
    told: set[tuple[int, int]] = set()
    for at, (before, old) in enumerate(given):
        for after, new in given[at + 1 :]:
            if not old or not new or before.at >= after.at:
                continue
            if (
                max(new) < max(old)
                and not old & new
                and not told
                and one_matter(before.sense, after.sense, LOWERED)
            ):
                told.add((before.number, after.number))
                yield before.number, _change(party, "changed", before, after)


def _numbers(saying: Saying) -> frozenset[float]:
    words = (
        match.group().lower()
        for span in saying.content
        for match in WORD.finditer(span.quote)
        if not _MARK.search(span.quote, max(0, match.start() - 8), match.start())  # "S-300" counts nothing
    )
    return frozenset(
        float(number)
        for word in words
        if (
            number := word
            if word.isdigit() and len(word) < 7
            else "1"
            if word in ONE
            else lexicon.number(word)
        )
    )


_MARK = re.compile(r"[A-ZА-ЯІЇЄ][A-Za-zА-Яа-яІіЇїЄє]{0,4}[-‐–]\Z")
"""Letters and a hyphen straight before a number: it names a make."""
ONE = frozenset("one single один одного одна одну одно одне".split())


def _taken_back(
    claims: Sequence[tuple[Group, Sequence[Position]]], outlets: Mapping[str, str]
) -> Iterator[tuple[int, Change]]:
    """An outlet that takes back what it reported: before it stand the words as it printed them first."""
    for number, (group, taken) in enumerate(claims):
        for one in taken:
            if one.stance != "retracts" or one.saying is None or one.at is None:
                continue
            first = _printed(group, outlets, one)
            if first is not None:
                told = Position(
                    party=one.party, name=one.name, stance="reports", at=first.at, span=first.span,
                    root_id=one.root_id, saying=first,
                )  # fmt: skip
                yield number, Change(party=one.party, name=one.name, kind="changed", before=told, after=one)


def _printed(group: Group, outlets: Mapping[str, str], one: Position) -> Saying | None:
    assert one.saying is not None
    outlet = outlets.get(one.saying.document_id, "")
    if not outlet or outlet.casefold() != one.name.casefold():
        return None
    earlier: Iterable[Saying] = (
        said.saying
        for said in group.members
        if outlets.get(said.saying.document_id) == outlet
        and said.saying.document_id != one.saying.document_id
    )
    return min(earlier, key=lambda s: (s.at.isoformat() if s.at else "9", s.span.start), default=None)


def _change(party: str, kind: str, before: _Stand, after: _Stand) -> Change:
    return Change(
        party=party,
        name=after.position.name,
        kind="changed" if kind == "changed" else "within",
        before=before.position,
        after=after.position,
    )
