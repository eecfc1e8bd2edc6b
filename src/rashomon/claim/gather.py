"""Sayings of one proposition brought together around the one that most others agree with.

A chain of likenesses would join what has nothing in common, so each group is a star: a head, and those who say the same
as the head itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.claim.position import Group
from rashomon.claim.same import same
from rashomon.claim.saying import Said

RARE = 40
"""Sayings that share a word, beyond which the word brings only near neighbours as candidates."""
NEIGHBOURS = 3


def gather(said: Sequence[Said]) -> list[Group]:
    """Groups of sayings that put forward one proposition. The order given decides only between equals."""
    alike: list[set[int]] = [set() for _ in said]
    for a, b in _candidates(said):
        if same(said[a].sense, said[b].sense):
            alike[a].add(b)
            alike[b].add(a)
    free = set(range(len(said)))
    groups: list[Group] = []
    for head in sorted(free, key=lambda n: (-len({said[k].root for k in alike[n]}), -len(alike[n]), n)):
        if head in free:
            members = sorted({head} | (alike[head] & free))
            free.difference_update(members)
            groups.append(Group(head=said[head], members=tuple(said[n] for n in members)))
    return groups


def _candidates(said: Sequence[Said]) -> list[tuple[int, int]]:
    """Pairs that share a word, rare words first."""
    holders: dict[str, list[int]] = {}
    for number, one in enumerate(said):
        for word in one.sense.words:
            holders.setdefault(word, []).append(number)
    pairs: set[tuple[int, int]] = set()
    for numbers in holders.values():
        reach = len(numbers) if len(numbers) <= RARE else NEIGHBOURS
        for at, a in enumerate(numbers):
            pairs.update((a, b) for b in numbers[at + 1 : at + 1 + reach])
    return sorted(pairs)
