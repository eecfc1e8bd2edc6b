"""Reports by the million: invented happenings, each told by several reports, many of them copies. The same seed gives the same.

Happenings of one kind use the same sentences with other places, days, names and numbers, so each is a trap for all others of
its kind. ``mill`` makes reports from texts of ours; ``remill`` from real ones: sentences dropped and moved, words lost, and
the names and most rare words of each happening exchanged for others.
"""

from __future__ import annotations

import heapq
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from rashomon.records import Document

T = TypeVar("T")

START = datetime(2021, 1, 4, 6, tzinfo=UTC)
COPIES = 0.4
"""Share of documents that are copies, edited a little."""
SIZES = (1, 1, 1, 2, 2, 3, 4, 6, 9, 14, 40)
"""Own reports of a happening, drawn evenly: most happenings are told once or twice, a few by dozens."""
DENSITY = 150
"""Happenings a day."""

KINDS = (
    (
        "Drones struck {place} {when}, {person}, the governor, said.|Several explosions were heard in {place} {when} as drones came in low over the river.",
        "Air defences brought down {n} of the drones, the {org} reported.|The {org} counted {n} drones, most of which it said were shot down.",
        "{m} people were taken to hospital with cuts from broken glass.|Doctors in {place} treated {m} wounded, among them a child.",
        "A fuel store on {street} burned until noon.|Firefighters spent hours at a burning depot on {street}.",
        "{person} said that power had been cut in part of the town.|Trams stopped for want of power, {person} told reporters.",
        "The other side said that it had aimed at a repair yard near {place}.|A military spokesman, {other}, called the repair yard a lawful target.",
    ),
    (
        "A fire broke out {when} in a warehouse on {street} in {place}.|Smoke rose over {place} {when} as a warehouse on {street} burned.",
        "{m} workers were led out through the roof, fire chief {person} said.|Fire chief {person} praised the {m} workers who stayed calm.",
        "The {org} had been warned twice about its exits.|Inspectors had twice faulted the exits of the {org}.",
        "{n} firefighters from three towns took part.|Three towns sent {n} firefighters.",
        "The cause is not known; {other}, who keeps a shop nearby, spoke of a bang.|{other}, a neighbour, said she heard a bang before she saw flames.",
    ),
    (
        "Voters in {place} chose {person} as mayor {when}.|{person} will be the next mayor of {place} after the vote held {when}.",
        "{person} led by {n} ballots, the {org} announced.|The {org} put the margin at {n} ballots.",
        "{other}, who lost, asked for a recount.|A recount was demanded by {other}.",
        "Turnout was {m} per cent, the lowest in years.|Only {m} per cent of those entitled went to vote.",
        "The campaign was about rents and the tram on {street}.|Rents had been the issue, with the tram line on {street}.",
    ),
    (
        "A coach overturned {when} on the road from {place} to the coast.|{when}, a coach on its way from {place} left the road and overturned.",
        "{m} passengers were hurt, {n} of them badly, police officer {person} said.|Police officer {person} gave the number of hurt as {m}.",
        "The coach belonged to the {org}.|It was run by the {org}, which declined to comment.",
        "{other}, a passenger, said that the driver had braked hard.|The driver braked and then we were on our side, {other} said.",
        "The road near {street} was closed until evening.|Traffic was led around by {street}.",
    ),
    (
        "Workers of the {org} in {place} walked out {when}.|A strike began {when} at the {org} in {place}.",
        "They ask for {n} more a month, union leader {person} said.|Union leader {person} put the demand at {n} a month.",
        "{other}, for the company, called the walkout unlawful.|The walkout broke the contract, said {other}, a manager.",
        "About {m} pickets stood at the gate on {street}.|At the gate on {street} there were some {m} pickets.",
        "Talks are to go on next week.|Both sides will meet again in a few days.",
    ),
    (
        "The river rose over its banks in {place} {when}.|{place} was flooded {when} after two days of rain.",
        "{n} houses stood in water, the {org} said.|By the count of the {org}, {n} houses were under water.",
        "Mayor {person} asked people to leave {street}.|{street} was cleared on the word of mayor {person}.",
        "{m} people spent the night in a school.|A school took in {m} for the night.",
        "{other}, a farmer, lost his herd.|The herd drowned, said the farmer {other}.",
    ),
    (
        "A court in {place} sentenced {person} to {m} years {when}.|{person} was found guilty {when} by a court in {place}.",
        "The judge, {other}, spoke of a betrayal of trust.|Judge {other} said that trust had been betrayed.",
        "He had taken {n} from the {org}.|The money, {n} in all, was missing at the {org}.",
        "His lawyer said that he would appeal.|An appeal will be lodged.",
        "Protesters waited on {street} with banners.|Banners were held up on {street} outside the court.",
    ),
    (
        "The {org} tested a rocket {when} from its range near {place}.|{when} a rocket rose from the range near {place}.",
        "It flew {n} kilometres, according to engineer {person}.|Engineer {person} gave its range as {n} kilometres.",
        "Neighbours protested; {other}, a minister, called it reckless.|Minister {other} spoke of recklessness.",
        "Parts fell near {street} without hurting anybody.|Debris was found by {street}.",
        "It was the test number {m} of the year.|The range has seen {m} tests since January.",
    ),
)
FILLERS = (
    "No further details were given.", "The matter is still being looked into.", "More is to be told in the evening.",
    "Officials could not be reached for comment.", "Our correspondent contributed to this report.", "Share this with your friends.",
    "It was not possible to check these words independently.", "Residents spoke of a long night.",
)  # fmt: skip
_SYLLABLES = "ba be bo da de do fa fe ga go ha ho ka ke ko la le lo ma me mo na ne no pa pe po ra re ro sa se so ta te to va ve vo za zo".split()
_ENDS = "n l r s m k t d nd rt st lm rg vik grad ton".split()


@dataclass(frozen=True)
class Milled:
    document: Document
    happening: int


def _name(rng: random.Random) -> str:
    return ("".join(rng.choices(_SYLLABLES, k=rng.choice((1, 2, 2, 3)))) + rng.choice(_ENDS)).capitalize()


def _facts(rng: random.Random, places: Sequence[str], day: datetime) -> dict[str, str]:
    return {
        "place": rng.choice(places),
        "person": f"{_name(rng)} {_name(rng)}",
        "other": f"{_name(rng)} {_name(rng)}",
        "org": f"{_name(rng)} {rng.choice(('Group', 'Agency', 'Works', 'Board', 'Union'))}",
        "street": f"{_name(rng)} Street",
        "n": str(rng.randrange(20, 900)),
        "m": str(rng.randrange(3, 60)),
        "when": rng.choice(
            (f"on {day:%A}", f"on {day:%B} {day.day}", f"on {day:%A}", f"late on {day:%A}", "overnight")
        ),
    }


def _edited(rng: random.Random, text: str) -> str:
    """A copy as outlets make it: a word lost here and there, a last sentence cut, a credit added."""
    words = text.split(" ")
    for _ in range(max(1, len(words) // 60)):
        del words[rng.randrange(len(words))]
        if not words:
            return text
    text = " ".join(words)
    if rng.random() < 0.3 and text.count(". ") > 2:
        text = text[: text.rindex(". ") + 1]
    return text if rng.random() < 0.6 else f"{text}\n{_name(rng)} News Agency"


def _statement(rng: random.Random, own: Sequence[str]) -> tuple[str, str]:
    """One thing that happened, in two wordings that share half of their words."""
    core = rng.sample(own, 3)
    first, second = [*core, *rng.sample(own, 2)], [*core, *rng.sample(own, 2)]
    rng.shuffle(first)
    rng.shuffle(second)
    frames = rng.sample(_FRAMES, 2)
    return frames[0].format(*first), frames[1].format(*second)


_FRAMES = (
    "The {} of the {} had been {} since the {} of {}.",
    "There was a {} in the {}, which a {} called {} and {}.",
    "When the {} came, nobody at the {} knew of the {} or its {} {}.",
    "A {} and a {} were seen beside the {} with {} on the {}.",
    "What the {} did to the {} is, for {}, a {} without {}.",
    "It took the {} two days to {} the {}, and the {} longer to {} it.",
)


def _words(rng: random.Random, count: int) -> list[str]:
    """Invented words, the rarer the further back."""
    found: dict[str, None] = {}
    while len(found) < count:
        found["".join(rng.choices(_SYLLABLES, k=rng.choice((2, 3, 3, 4)))) + rng.choice(_ENDS)] = None
    return list(found)


def mill(count: int, seed: int = 1) -> Iterator[Milled]:
    """``count`` documents in the order of publication."""
    rng = random.Random(seed)
    places = [_name(rng) for _ in range(400)]
    known = _words(rng, 20_000)

    def plan(day: datetime) -> tuple[dict[str, str], Sequence[str], list[tuple[str, str]]]:
        # Squared, so that some words are in every tenth happening and most in one of thousands.
        own = list({known[int(len(known) * rng.random() ** 2)] for _ in range(60)})
        statements = [_statement(rng, own) for _ in range(24)]
        return _facts(rng, places, day), rng.choice(KINDS), statements

    def tell(facts: tuple[dict[str, str], Sequence[str], list[tuple[str, str]]]) -> tuple[str, str]:
        names, kind, statements = facts
        head = rng.choice(kind[0].split("|")).format(**names)
        told = [
            rng.choice(one.split("|")).format(**names)
            for one in rng.sample(kind[1:], rng.choice((0, 1, 1, 2)))
        ]
        told += [rng.choice(pair) for pair in rng.sample(statements, rng.choice((2, 3, 4, 6, 8)))]
        told += rng.sample(FILLERS, rng.choice((0, 0, 1, 2)))
        rng.shuffle(told)
        text = " ".join(one[0].upper() + one[1:] for one in (head, *told))
        return " ".join(text.split()[:9]), text

    yield from _told(rng, count, plan, tell)


def remill(texts: Sequence[str], count: int, seed: int = 1) -> Iterator[Milled]:
    """The same from real texts: each happening is one text with names and rare words of its own; its reports leave out and move
    sentences and lose words."""
    rng = random.Random(seed)
    known = _words(rng, 20_000)
    bases = [re.split(r"(?<=[.!?])\s+", text)[:24] for text in texts if len(text) > 400]

    def plan(day: datetime) -> tuple[dict[str, str], Sequence[str]]:
        base = rng.choice(bases)
        swap = {
            name: _name(rng)
            for name in sorted(set(re.findall(r"(?<=[a-z,] )[A-Z][a-z]{2,}", " ".join(base))))
        }
        swap |= {
            word: rng.choice(known)
            for word in sorted(set(re.findall(r"\b[a-z]{6,}\b", " ".join(base))))
            if rng.random() < 0.6
        }
        return swap, base

    def tell(facts: tuple[dict[str, str], Sequence[str]]) -> tuple[str, str]:
        swap, base = facts
        kept = [one for one in base[1:] if rng.random() < 0.55]
        rng.shuffle(kept)
        text = " ".join([base[0], *kept[:14]])
        words = [swap.get(word, word) for word in re.findall(r"\w+|\W+", text)]
        text = "".join(word for word in words if rng.random() > 0.06)
        return " ".join(text.split()[:9]), text

    yield from _told(rng, count, plan, tell)


def _told(
    rng: random.Random, count: int, plan: Callable[[datetime], T], tell: Callable[[T], tuple[str, str]]
) -> Iterator[Milled]:
    """Happenings one after another, their reports mixed as time has them."""
    coming: list[tuple[datetime, int, int, bool]] = []
    facts: dict[int, T] = {}
    told: dict[int, list[Document]] = {}
    left: dict[int, int] = {}
    made = happening = 0
    while made < count:
        day = START + timedelta(days=happening / DENSITY)
        while coming and coming[0][0] <= day and made < count:
            at, _, number, is_copy = heapq.heappop(coming)
            outlet = f"Outlet {rng.randrange(900)}"
            if is_copy and told[number]:
                old = rng.choice(told[number])
                document = replace(
                    old, id=f"d{made:07}", text=f"{old.title}\n\n{_edited(rng, old.text[len(old.title) + 2 :])}", source=outlet,
                    published_at=None if old.published_at is None else at,
                )  # fmt: skip
            else:
                title, text = tell(facts[number])
                document = Document(
                    id=f"d{made:07}", title=title, text=f"{title}\n\n{text}", source=outlet, language="en",
                    published_at=None if rng.random() < 0.02 else at,
                )  # fmt: skip
                told[number].append(document)
            left[number] -= 1
            if not left[number]:
                del told[number], facts[number], left[number]
            made += 1
            yield Milled(document, number)
        facts[happening], told[happening] = plan(day), []
        size = rng.choice(SIZES)
        copies = sum(rng.random() < COPIES / (1 - COPIES) for _ in range(size))
        left[happening] = size + copies
        for turn in range(size + copies):
            at = day + timedelta(hours=0 if turn == 0 else rng.expovariate(1 / 16))
            heapq.heappush(coming, (at, rng.randrange(1 << 30), happening, turn >= size))
        happening += 1
