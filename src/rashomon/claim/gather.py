"""Sayings of one proposition brought together around the one that most others agree with.

A chain of likenesses would join what has nothing in common, so each group is a star: a head, and those who say the same
as the head itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from rashomon.claim import lexicon
from rashomon.claim.ideas import VAGUE, ideas
from rashomon.claim.position import Group
from rashomon.claim.same import judged, of_another, prepare, verdict
from rashomon.claim.saying import Said
from rashomon.claim.sense import WORD, Sense
from rashomon.claim.spelling import sounds, stem

RARE = 40
"""Sayings that share a key, beyond which the key brings only near neighbours as candidates."""
NEIGHBOURS = 3
MOST = 25
"""Candidates of one saying that are compared part by part, those that share most first."""
KEYS = 2
"""Keys that two sayings must share to be compared."""
LONGEST = 700
"""Characters of a content in which its keys are looked for."""


def gather(said: Sequence[Said]) -> list[Group]:
    """Groups of sayings that put forward one proposition. The order given decides only between equals."""
    alike: list[set[int]] = [set() for _ in said]
    apart: dict[int, set[int]] = {}
    together, contrary = compared(said)
    for a, b in together:
        alike[a].add(b)
        alike[b].add(a)
    for a, b in contrary:
        apart.setdefault(a, set()).add(b)
        apart.setdefault(b, set()).add(a)
    free = set(range(len(said)))
    groups: list[Group] = []
    for head in sorted(free, key=lambda n: (-len({said[k].root for k in alike[n]}), -len(alike[n]), n)):
        if head in free:
            members = [head]
            shut = set(apart.get(head, ()))
            for other in sorted(alike[head] & free - {head}):
                # "At noon" and "at night" may both be what "on Monday" says, and not one claim.
                if other not in shut:
                    members.append(other)
                    shut |= apart.get(other, set())
            free.difference_update(members)
            groups.append(Group(head=said[head], members=tuple(said[n] for n in sorted(members))))
    return groups


Pairs = list[tuple[int, int]]


def compared(said: Sequence[Said]) -> tuple[Pairs, Pairs]:
    """Pairs that say the same, and pairs that something tells apart though they share words.

    What is said in exactly the same words is compared once, however often it is told.
    """
    first: dict[tuple[object, ...], list[int]] = {}
    for number, one in enumerate(said):
        first.setdefault(_words(one), []).append(number)
    heads = [numbers[0] for numbers in first.values()]
    pairs = [(heads[a], heads[b]) for a, b in candidates([said[n].sense for n in heads])]
    copies = {numbers[0]: numbers for numbers in first.values()}
    prepare(said[n].sense for n in sorted({n for pair in pairs for n in pair}))
    contrary: Pairs = []
    found = [(numbers[0], other) for numbers in first.values() for other in numbers[1:]]
    # Of a flood of copies each is tied to the first and the first to all: the star of the first holds them.
    for a, b in pairs:
        if _tells_of_both(said[a], said[b]) or _mere_accident(said[a]) != _mere_accident(said[b]):
            continue
        left, right = said[a].sense, said[b].sense
        what = verdict(left, right, (day(said[a]), day(said[b])))
        if judged(left, right, what) == "confirmed":
            found += [(x, b) for x in copies[a]] + [(a, y) for y in copies[b][1:]]
        elif what.why in CONTRARY or of_another(left, right):
            contrary += [(x, b) for x in copies[a]] + [(a, y) for y in copies[b][1:]]
    return found, contrary


def _mere_accident(one: Said) -> bool:
    """Whether it says that the happening was an accident: no one claim with "Chad damaged it", as "Chad hit it by mistake" is."""
    return lexicon.pattern("mere_accident").search(one.sense.text) is not None


def _tells_of_both(a: Said, b: Said) -> bool:
    """Whether one is a side's charge against the other and one tells that "they accuse each other": neither side says that."""
    mutual, other = (a, b) if a.accused else (b, a)
    return (
        bool(mutual.accused)
        and not other.accused
        and lexicon.pattern("each_other").search(other.sense.text) is not None
    )


CONTRARY = frozenset({"roles", "negation", "number", "date"})
"""What keeps two sayings out of one claim even where a third says what both say."""


def _words(one: Said) -> tuple[object, ...]:
    """What makes two sayings one and the same in words."""
    when = day(one) if _dated(one.sense.text) else None
    return " ".join(one.sense.text.lower().split()), one.sense.spans, one.sense.doers, when


def _dated(text: str) -> bool:
    from rashomon.claim.proposition.times import times

    return bool(times(text[:LONGEST])[0])


def day(one: Said) -> date | None:
    """The day of publication, which "on Tuesday" is counted from."""
    return one.saying.at.date() if one.saying.at else None


def candidates(senses: Sequence[Sense]) -> list[tuple[int, int]]:
    """Pairs that share at least ``KEYS`` keys; of each content at most ``MOST``, and time in proportion to their number."""
    keys = [keys_of(one) for one in senses]
    holders: dict[str, list[int]] = {}
    for number, own in enumerate(keys):
        for key in sorted(own):
            holders.setdefault(key, []).append(number)
    place = {
        key: {n: at for at, n in enumerate(numbers)}
        for key, numbers in holders.items()
        if len(numbers) > RARE
    }
    pairs: set[tuple[int, int]] = set()
    for number, own in enumerate(keys):
        shared: Counter[int] = Counter()
        for key in own:
            numbers = holders[key]
            if len(numbers) > RARE:
                at = place[key][number]
                numbers = numbers[max(0, at - NEIGHBOURS) : at + NEIGHBOURS + 1]
            for other in numbers:
                shared[other] += 1
        del shared[number]
        found = sorted(
            (-count, abs(other - number), other) for other, count in shared.items() if count >= KEYS
        )
        pairs.update((min(number, other), max(number, other)) for *_, other in found[:MOST])
    return sorted(pairs)


def keys_of(one: Sense) -> frozenset[str]:
    """What a content is looked up by, in any of the three languages: its ideas, whom it names, how names and words begin."""
    found = {word for word in one.words if word[0] == "@"}
    for match in WORD.finditer(one.text[:LONGEST]):
        low = match.group().lower().replace("’", "'").removesuffix("'s").replace("ё", "е")
        own = ideas(low)
        if own:
            found |= own - {VAGUE}
        elif match.group()[0].isupper() and match.start() > 0:
            found.add("^" + sounds(low)[:3])
        elif len(low) > 3 and not low.isdigit():
            found.add(stem(low)[:5])
    return frozenset(found)
