"""Who there is in a made-up world of news: agencies with correspondents, outlets with habits, channels, camps, fact-finders."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from random import Random

PLACES = 12
TOPICS = ("war", "politics", "economy", "accidents", "health")
UNKNOWN_OWNER = 0.25
"""Share of a camp's outlets whose owner is not known: they follow its line, and their side stands nowhere."""


@dataclass(frozen=True, slots=True)
class Camp:
    """A side with officials and press of its own. Probabilities from 0 to 1."""

    name: str
    owned: float
    """Share of outlets and channels that follow its line."""
    denies: float
    """How likely it denies what harms it, whether or not it is so."""
    invents: float
    """How likely something that did not happen and would serve it is its own invention."""
    echoes: float
    """How likely its official repeats what serves it."""
    admits: float
    """How likely it admits what a fact-finder has found."""
    together: tuple[str, ...]
    """Topics on which its press tells inventions together."""
    fears: float
    """How likely its outlets leave out what harms it."""


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who speaks: a source."""

    name: str
    kind: str
    """agency, outlet, channel, official, finder or witness."""
    places: set[int] = field(default_factory=set)
    """Where it has somebody."""
    side: str = ""
    """Its camp, as far as known."""
    owner: str = ""
    """Its camp, known or not."""
    slow: float = 1.0
    """Days it takes to pick something up, on average."""
    appetite: float = 0.5
    """How much of what it sees it prints."""
    care: float = 0.5
    """How likely it takes back, beside what is usual."""


@dataclass(frozen=True, slots=True)
class Cast:
    """All of them."""

    agencies: list[Person]
    outlets: list[Person]
    channels: list[Person]
    finders: list[Person]
    officials: dict[str, Person]

    def owned(self, camp: str) -> Iterable[Person]:
        """Outlets and channels that follow a camp's line."""
        return [one for one in (*self.outlets, *self.channels) if one.owner == camp]


def cast(
    random: Random,
    *,
    agencies: int,
    outlets: int,
    channels: int,
    finders: int,
    camps: tuple[Camp, ...],
    presence: float,
    stringers: float,
) -> Cast:
    """Draw them. Names tell the kind, as they do in life, and nothing else."""
    return Cast(
        agencies=[
            Person(f"agency-{n}", "agency", _places(random, presence * random.uniform(0.6, 1.4)), slow=0.3)
            for n in range(agencies)
        ],
        outlets=[_outlet(random, f"outlet-{n}", "outlet", camps, stringers) for n in range(outlets)],
        channels=[_outlet(random, f"channel-{n}", "channel", camps, 0.0) for n in range(channels)],
        finders=[Person(f"finder-{n}", "finder") for n in range(finders)],
        officials={
            one.name: Person(f"official-{one.name}", "official", side=one.name, owner=one.name)
            for one in camps
        },
    )


def _outlet(random: Random, name: str, kind: str, camps: tuple[Camp, ...], stringers: float) -> Person:
    draw, owner = random.random(), ""
    for camp in camps:
        if draw < camp.owned:
            owner = camp.name
            break
        draw -= camp.owned
    return Person(
        name,
        kind,
        _places(random, stringers),
        side="" if random.random() < UNKNOWN_OWNER else owner,
        owner=owner,
        slow=random.uniform(0.1, 0.6) if kind == "channel" else random.uniform(0.3, 2.0),
        appetite=random.uniform(0.15, 0.8),
        care=random.random(),
    )


def _places(random: Random, share: float) -> set[int]:
    return {place for place in range(PLACES) if random.random() < share}
