"""Which of its places a name means: what speaks for each and against it, in one table; *unsure* is an answer."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rashomon.link.places.around import Named
from rashomon.link.places.candidates import ABBREVIATION, MAIN, OTHER, PEOPLE, SHORT, Candidate
from rashomon.link.places.gazetteer import Row

EARTH = 6371.0
"""Mean radius in km."""
NEAR = 80.0
"""Kilometres over which nearness falls to a third: about a county's neighbours."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that a name may be, with the probability of that as it is held now."""

    row: Row
    sure: float


@dataclass(frozen=True, slots=True)
class Heard:
    """A name of a document with the likeliest places it may be."""

    key: str
    spots: tuple[Spot, ...]
    told: bool = False
    """Whether the text says what it is inside of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What one name in one document is weighed with."""

    named: Named
    others: tuple[Heard, ...] = ()
    """The other names of the document."""
    tld: str = ""
    home: Callable[[Row, str], tuple[float, float, float]] = lambda row, key: (0.0, 0.0, 0.0)
    """Share of the outlet's other documents that name a place near, in the same division, in the same state; each 0 to 1."""


@dataclass(frozen=True, slots=True)
class Feature:
    """One ground: how far it holds (mostly 0 to 1) times its weight, in nats."""

    name: str
    weight: float
    value: Callable[[Candidate, Context], float]


def km(a: Row, b: Row) -> float:
    """Kilometres between two places on the sphere."""
    p, q = math.radians(a.latitude), math.radians(b.latitude)
    half = math.radians(b.longitude - a.longitude) / 2
    return distance(p, q, half)


def distance(p: float, q: float, half: float) -> float:
    """Kilometres, by two latitudes and half the difference of longitudes, in radians."""
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(half) ** 2
    return 2 * EARTH * math.asin(math.sqrt(min(1.0, h)))


SMALL = frozenset({"place", "county"})
"""Kinds that are small enough for nearness to mean something."""


def _inside(c: Candidate, codes: set[str]) -> bool:
    return c.row.kind in SMALL and bool({c.row.state, c.row.division} & codes)


def _named_inside(c: Candidate, x: Context) -> float:
    return float(_inside(c, x.named.inside))


def _named_elsewhere(c: Candidate, x: Context) -> float:
    """Only where another of its namesakes is inside: "Kherson, Crimea" without one is a list."""
    codes = x.named.inside
    out = c.row.kind in SMALL and not _inside(c, codes)
    return float(out and any(_inside(o, codes) for o in x.named.candidates))


def _holds_the_one_before(c: Candidate, x: Context) -> float:
    code = {"state": c.row.state, "division": c.row.division}.get(c.row.kind, "-")
    return float(code in x.named.holds)


def _shares_its_name(c: Candidate, x: Context) -> float:
    """For a division, how large a town of its name it has: bare "Kherson" is the town, not the region around it."""
    if c.row.kind != "division" or c.form not in {MAIN, OTHER}:
        return 0.0
    towns = [o for o in x.named.candidates if o.row.kind == "place" and o.row.division == c.row.division]
    return max((1 + _people(o, x) for o in towns if o.row.population >= 20_000), default=0.0)


def _people(c: Candidate, x: Context) -> float:
    return math.log10(c.row.population + 100) - 4 if c.row.kind == "place" else 0.0


def _near(c: Candidate, x: Context) -> float:
    if c.row.kind not in SMALL:
        return 0.0
    away = 1.0
    for one in x.others:
        away *= 1 - max(
            (s.sure * math.exp(-km(c.row, s.row) / NEAR) for s in one.spots if s.row.kind in SMALL),
            default=0.0,
        )
    return 1 - away


def _division_is_named(c: Candidate, x: Context) -> float:
    return _told(x, lambda s: s.row.kind == "division" and s.row.division == c.row.division)


def _division_is_shared(c: Candidate, x: Context) -> float:
    return _told(x, lambda s: s.row.kind in SMALL and s.row.division == c.row.division)


def _told(x: Context, holds: Callable[[Spot], bool]) -> float:
    """The most that one of the other names tells."""
    return max((sum(s.sure for s in one.spots if holds(s)) for one in x.others), default=0.0)


def _state_is_shared(c: Candidate, x: Context) -> float:
    """The share of the document's other places, half a place added: one alone is little."""
    total = sum(s.sure for one in x.others for s in one.spots if s.row.state) + 0.5
    return (
        sum(s.sure for one in x.others for s in one.spots if s.row.state == c.row.state and s.row.state)
        / total
    )


FEATURES: tuple[Feature, ...] = (
    Feature("how many live there, in powers of ten over 10,000", 1.2, _people),
    Feature("its main name", 0.5, lambda c, x: float(c.form == MAIN)),
    Feature("its other name, spelt otherwise", -2.0, lambda c, x: float(c.form == OTHER and not c.spelt)),
    Feature("only part of the name", -1.0, lambda c, x: float(not c.whole)),
    Feature("it is a state", 4.3, lambda c, x: float(c.row.kind == "state")),
    Feature("it is a division", 3.0, lambda c, x: float(c.row.kind == "division" and c.form != SHORT)),
    Feature("a division, by how large a town of its name it has", -1.3, _shares_its_name),
    Feature("a division without Oblast or Region", 0.5, lambda c, x: float(c.row.kind == "division" and c.form == SHORT)),
    Feature("it is a county", 2.0, lambda c, x: float(c.row.kind == "county" and c.form == MAIN)),
    Feature("a county without County", -1.7, lambda c, x: float(c.row.kind == "county" and c.form != MAIN)),
    Feature("it is an area", 3.0, lambda c, x: float(c.row.kind == "area")),
    Feature("its people", 1.0, lambda c, x: float(c.form == PEOPLE)),
    Feature("its abbreviation", 2.0, lambda c, x: float(c.form == ABBREVIATION)),
    Feature("how many live there, where the outlet is named after it", -0.5, lambda c, x: _people(c, x) * x.named.outlet),
    Feature("a town, where the outlet is named after it", 0.5, lambda c, x: float(x.named.outlet and c.row.kind == "place")),
    Feature("a capital", 1.2, lambda c, x: float(c.row.capital)),
    Feature("named as inside of its state or division", 5.0, _named_inside),
    Feature("a namesake is inside of what is named there", -3.0, _named_elsewhere),
    Feature("holds the place named right before", 2.0, _holds_the_one_before),
    Feature("near other places of the text", 2.0, _near),
    Feature("its division is named in the text", 1.5, _division_is_named),
    Feature("its division has other places of the text", 1.8, _division_is_shared),
    Feature("its state has other places of the text", 2.2, _state_is_shared),
    Feature("near what the outlet's other texts name", 3.5, lambda c, x: x.home(c.row, x.named.key)[0] if c.row.kind in SMALL else 0.0),
    Feature("in the division the outlet writes of", 2.25, lambda c, x: x.home(c.row, x.named.key)[1]),
    Feature("in the state the outlet writes of", 0.75, lambda c, x: x.home(c.row, x.named.key)[2]),
    Feature("in the state of the outlet's domain", 1.0, lambda c, x: float(c.row.state == x.tld)),
    Feature("large, at the head of the text with a dash", 0.5, lambda c, x: float(x.named.dateline and c.row.population > 500_000)),
)  # fmt: skip
"""In nats: e to the sum of a candidate's points, over the sum of all, is its probability. Set by hand on the dev half of
``bench.places``, after a fit there that did no better on outlets it had not seen."""
NOTHING = 0.0
"""Points of what the gazetteer does not have: another place of that name, or none."""
SURE = 0.25
"""Probability from which a place is given, those within ``SAME`` km of it counted in; below it, unsure.
On the dev half, of names held between a quarter and a half sure six in ten are right: more than they claim."""
SAME = 30.0
"""Kilometres within which two rows of the gazetteer are one answer: a town and its county."""
AHEAD = 1.1
"""How many times likelier it must be than the next elsewhere: Springfields of one size are all alike."""
SURNAME = -1.0
"""Points a name loses against ``NOTHING`` where it is a person's name in this text."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate with its probability."""

    candidate: Candidate
    probability: float


def points(c: Candidate, x: Context) -> float:
    return sum(f.weight * f.value(c, x) for f in FEATURES)


def weigh(x: Context) -> list[Weighed]:
    """All candidates of a name, the likeliest first."""
    if not x.named.candidates:
        return []
    lost = SURNAME * min(x.named.people, 2)
    made = [points(c, x) + lost for c in x.named.candidates]
    most = max(*made, NOTHING) if len(made) > 1 else max(made[0], NOTHING)
    parts = [math.exp(p - most) for p in made]
    total = sum(parts) + math.exp(NOTHING - most)
    out = [Weighed(c, p / total) for c, p in zip(x.named.candidates, parts, strict=True)]
    return sorted(out, key=lambda w: (-w.probability, w.candidate.row.id))


def decide(weighed: Sequence[Weighed]) -> tuple[Row | None, float]:
    """The place that is meant and the probability of it; ``None`` where nothing tells enough."""
    if not weighed:
        return None, 0.0
    best = weighed[0].candidate.row
    held = sum(w.probability for w in weighed if km(best, w.candidate.row) <= SAME)
    rival = max((w.probability for w in weighed if km(best, w.candidate.row) > SAME), default=0.0)
    return (best if held >= SURE and held >= AHEAD * rival else None), min(1.0, held)
