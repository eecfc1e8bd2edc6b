"""Worlds whose truth is known: claims, the sources that speak on them, and one or more ways in which sources fail.

``make(name, seed)`` gives the same world for the same name and seed. Each world is the plain one with the troubles of
``WORLDS`` switched on; every number of it is drawn evenly from its range in ``RANGES``, so no two seeds are alike and no
judge can be fitted to one setting. The plain world: every source has a chance to be right on a true claim and another
on a false one; a claim lies at a day of a thousand; several sources, some of them far busier than others, assert it or
deny it within days. The claims of the first part of the time are settled (a tenth of them are not), the others are what
is judged. A report gives only what a desk could know: who says what, when, on which topic, and where it is known whose
words they are, who gains and which side the source is on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from zlib import crc32

import numpy as np

from rashomon.assess.record.report import Report, Word

DAYS = 1000.0

RANGES: dict[str, tuple[float, float]] = {
    # every world
    "claims": (400, 1000),
    "sources": (20, 60),
    "base": (0.3, 0.7),  # share of the claims that are true
    "settled part": (0.4, 0.6),  # of the time; nine tenths of the claims in it are settled
    "voices": (4, 8),  # mean number of sources that speak on a claim
    "skill": (0.65, 0.8),  # mean over sources of the chance to be right, for true and for false claims apart
    "spread": (0.1, 0.18),  # standard deviation of that chance
    "busy": (0.4, 1.0),  # standard deviation of the log of how much a source publishes
    # topics
    "topic count": (3, 6),
    "at home": (0.86, 0.95),  # chance to be right on a topic the source knows (half of the topics)
    "abroad": (0.35, 0.6),  # on the others
    # interest
    "parties": (0.4, 0.7),  # share of the sources that belong to one of two camps
    "at stake": (0.4, 0.7),  # share of the claims by which one camp gains and the other loses
    "lies": (0.6, 0.95),  # chance that a party says what serves it, true or not
    "interest known": (0.8, 1.0),
    # copying
    "copies": (3, 9),  # mean number of copies of a claim
    "copiers": (0.3, 0.6),  # share of the sources that copy
    "false spreads": (1.0, 2.0),  # how much likelier a wrong report is copied than a right one
    "root known": (0.8, 0.9),
    # bloc
    "bloc": (0.2, 0.4),  # share of the sources
    "cares": (0.3, 0.6),  # share of the claims on which the bloc has a line
    "line false": (0.6, 0.9),  # chance that the line is the untruth
    "discipline": (0.5, 0.9),  # chance that a member speaks where there is a line; it then says the line
    # mistakes
    "mistaken": (0.15, 0.35),  # share of the claims whose first report is an honest error
    "repeat": (0.3, 0.6),  # chance that another source makes the same error on its own
    # corrections
    "corrected": (0.4, 0.8),  # chance that a wrong report is corrected by its source
    "spoilt": (0.01, 0.05),  # chance that a right one is
    # silence
    "witnesses": (3, 6),  # mean number of sources expected to speak on a claim
    "tells": (0.7, 0.9),  # chance that a witness speaks if the claim is true
    "keeps silent": (
        0.6,
        0.85,
    ),  # chance that it does not if the claim is false; else it is wrong half the time
    # deception
    "mouths": (0.3, 0.5),  # share of the sources that put out what others want told
    "planted": (0.35, 0.6),  # share of the false claims that are planted
    "planted truth": (0.05, 0.2),  # share of the true claims that are spread the same way
    "burst": (6, 14),  # mean number of reports in a plant, all within a day, no two with the same root
    "gain known": (0.5, 0.8),
    # drift
    "turning": (0.3, 0.5),  # share of the sources that turn bad
    "turned": (0.25, 0.5),  # chance to be right afterwards
}

WORLDS: dict[str, tuple[str, ...]] = {
    "simple": (),
    "topics": ("topics",),
    "interest": ("interest",),
    "copying": ("copying",),
    "bloc": ("bloc", "side known"),
    "hidden bloc": ("bloc",),
    "mistakes": ("mistakes",),
    "corrections": ("mistakes", "corrections"),
    "silence": ("silence",),
    "deception": ("deception",),
    "drift": ("drift",),
    "few": ("few",),
    "all at once": (
        *("topics", "interest", "copying", "bloc", "mistakes"),
        *("corrections", "silence", "deception", "drift", "few"),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What a judge may see (``reports``, ``settled``) and what only the bench knows (``truth`` of every claim)."""

    name: str
    reports: tuple[Report, ...]
    """By day."""
    truth: dict[str, bool]
    settled: dict[str, bool]

    @property
    def judged(self) -> list[str]:
        """The claims whose truth is to be found."""
        return [one for one in self.truth if one not in self.settled]


@dataclass(slots=True)
class _Said:
    """One source's word while the world is made. ``free``: neither a line, a plant, a lie nor a copy.

    ``copies``: how many it has; ``copied``: whether it is one.
    """

    source: int
    word: Word
    at: float
    interest: int = 0
    root: str = ""
    free: bool = True
    copies: int = 0
    copied: bool = False


def make(name: str, seed: int, claims: int | None = None) -> World:
    """The world of this name and seed; ``claims`` makes it smaller or larger than its range says."""
    return _Making(name, seed, claims).world()


class _Making:
    """A world being made: the settings drawn, the sources' lasting traits, and one step for each trouble."""

    def __init__(self, name: str, seed: int, claims: int | None) -> None:
        self.name = name
        self.on = frozenset(WORLDS[name])
        self.rng = rng = np.random.default_rng([seed, crc32(name.encode())])
        self.set = {key: float(rng.uniform(low, high)) for key, (low, high) in RANGES.items()}
        self.n = claims or round(self.set["claims"])
        self.m = m = round(self.set["sources"])
        self.at = np.sort(rng.uniform(0, DAYS, self.n))
        self.truth = rng.random(self.n) < self.set["base"]
        self.topics = round(self.set["topic count"])
        self.topic = rng.integers(0, self.topics, self.n)
        self.right = self._skill()
        self.turn = np.where(rng.random(m) < self.set["turning"], rng.uniform(0.3, 0.8, m) * DAYS, np.inf)
        weight = np.exp(rng.normal(0, self.set["busy"], m))
        self.weight = weight / weight.sum()
        # Traits are dealt one after another from one shuffled order where a source cannot have two of them.
        order = rng.permutation(m)
        bloc, mouths = round(self.set["bloc"] * m), round(self.set["mouths"] * m)
        self.bloc = order[:bloc] if "bloc" in self.on else order[:0]
        self.mouths = order[-mouths:] if "deception" in self.on else order[:0]
        camp = rng.random(m)
        self.camp = np.where(camp < self.set["parties"], np.where(camp < self.set["parties"] / 2, 1, -1), 0)
        self.camp[self.bloc] = 0
        self.copier = rng.random(m) < self.set["copiers"]
        self.sided = rng.random(m) < 0.6

    def _skill(self) -> np.ndarray:
        """Chance to be right, by source, topic and whether the claim is true: m × topics × 2."""
        rng, m = self.rng, self.m
        if "topics" not in self.on:
            each = np.clip(rng.normal(self.set["skill"], self.set["spread"], (m, 1, 2)), 0.2, 0.97)
            return np.repeat(each, self.topics, axis=1)
        home = rng.random((m, self.topics, 1)) < 0.5
        middle = np.where(home, self.set["at home"], self.set["abroad"])
        return np.asarray(np.clip(middle + rng.normal(0, 0.05, (m, self.topics, 2)), 0.1, 0.98))

    def chance(self, probability: float) -> bool:
        """One draw."""
        return bool(self.rng.random() < probability)

    def later(self, at: float, mean: float) -> float:
        """A day after this one."""
        return at + 0.01 + float(self.rng.exponential(mean))

    def say(self, claim: int, source: int, true: bool) -> _Said:
        """A report that says the claim is true, or is not, within days of the event."""
        return _Said(source, "asserts" if true else "denies", self.later(self.at[claim], 2.0))

    def honest(self, claim: int, source: int) -> bool:
        """Whether an honest source of this skill takes the claim to be true."""
        true = bool(self.truth[claim])
        right = float(self.right[source, self.topic[claim], int(true)])
        if "drift" in self.on and self.at[claim] > self.turn[source]:
            right = self.set["turned"]
        return true if self.chance(right) else not true

    # The troubles, in the order in which they befall a claim.

    def voices(self, claim: int) -> list[_Said]:
        """Who speaks of it unasked. In the world of few reports four fifths of the claims have two or three."""
        few = "few" in self.on and self.chance(0.8)
        many = 2 + (self.chance(0.4) if few else int(self.rng.poisson(self.set["voices"] - 2)))
        if "silence" in self.on:
            many = max(2, many // 2)
        free = self.weight.copy()
        free[self.mouths] *= 0.3
        who = self.rng.choice(self.m, min(many, self.m), replace=False, p=free / free.sum())
        return [self.say(claim, int(one), self.honest(claim, int(one))) for one in who]

    def interest(self, claim: int, said: list[_Said]) -> None:
        """Parties say what serves them, whether it is true or not; elsewhere they are like others."""
        if not self.chance(self.set["at stake"]):
            return
        gainer = 1 if self.chance(0.5) else -1
        for one in said:
            gain = int(self.camp[one.source]) * gainer
            if gain and self.chance(self.set["lies"]):
                one.word, one.free = ("asserts" if gain > 0 else "denies"), False
            if self.chance(self.set["interest known"]):
                one.interest = gain

    def silence(self, claim: int, said: list[_Said]) -> None:
        """Witnesses speak if it is true and mostly keep silent if it is not."""
        spoke = {one.source for one in said}
        for source in self.rng.choice(self.m, 1 + int(self.rng.poisson(self.set["witnesses"] - 1))):
            if source in spoke:
                continue
            spoke.add(source)
            one = self.say(claim, int(source), self.honest(claim, int(source)))
            if self.truth[claim]:
                one.word = "asserts" if self.chance(self.set["tells"]) else "silent"
            elif self.chance(self.set["keeps silent"]):
                one.word = "silent"
            said.append(one)

    def line(self, claim: int, said: list[_Said]) -> None:
        """A bloc's members say what was agreed; where nothing was, they are like others."""
        if not self.chance(self.set["cares"]):
            return
        told = bool(self.truth[claim]) != self.chance(self.set["line false"])
        said[:] = [one for one in said if one.source not in set(self.bloc.tolist())]
        for source in self.bloc:
            if self.chance(self.set["discipline"]):
                said.append(self.say(claim, int(source), told))
                said[-1].free = False

    def plant(self, claim: int, said: list[_Said]) -> None:
        """Many reports on one day by those who gain, each in words of its own. They do it for some truths too."""
        if not self.chance(self.set["planted truth" if self.truth[claim] else "planted"]):
            return
        many = min(len(self.mouths), 2 + int(self.rng.poisson(self.set["burst"] - 2)))
        who = self.rng.choice(self.mouths, many, replace=False)
        said[:] = [one for one in said if one.source not in set(who.tolist())]
        for source in who:
            gain = int(self.chance(self.set["gain known"]))
            day = self.at[claim] + 0.01 + float(self.rng.random())
            said.append(_Said(int(source), "asserts", day, gain, free=False))

    def mistake(self, claim: int, said: list[_Said]) -> None:
        """The first honest report is wrong and others make the same error on their own."""
        free = sorted((one for one in said if one.free and one.word != "silent"), key=lambda one: one.at)
        if not free or not self.chance(self.set["mistaken"]):
            return
        wrong: Word = "denies" if self.truth[claim] else "asserts"
        for k, one in enumerate(free):
            if k == 0 or self.chance(self.set["repeat"]):
                one.word = wrong

    def copy(self, claim: int, said: list[_Said]) -> None:
        """Copiers repeat what is there, the more often repeated the likelier; a copy's root is sometimes lost."""
        spoke = {one.source for one in said}
        able = [s for s in np.flatnonzero(self.copier).tolist() if s not in spoke]
        many = min(int(self.rng.poisson(self.set["copies"])), len(able))
        wrong = "denies" if self.truth[claim] else "asserts"
        for source in self.rng.choice(able, many, replace=False) if many else ():
            told = [one for one in said if one.word != "silent"]
            if not told:
                return
            pull = [
                (1 + one.copies) * (self.set["false spreads"] if one.word == wrong else 1) for one in told
            ]
            first = told[int(self.rng.choice(len(told), p=np.array(pull) / sum(pull)))]
            first.copies += 1
            root = ""
            if self.chance(self.set["root known"]):
                # The copy of a copy whose root is lost leads back to that copy only.
                root = first.root = first.root or self.own(claim, first.source)
            at = self.later(first.at, 1.0)
            said.append(_Said(int(source), first.word, at, root=root, free=False, copied=True))

    def correct(self, claim: int, said: list[_Said]) -> None:
        """A source changes its word; what was copied from it stays as it was."""
        right: Word = "asserts" if self.truth[claim] else "denies"
        for one in [one for one in said if one.free and one.word != "silent"]:
            if one.word != right and self.chance(self.set["corrected"]):
                said.append(_Said(one.source, right, self.later(one.at + 2, 6.0), one.interest))
            elif one.word == right and self.chance(self.set["spoilt"]):
                wrong: Word = "denies" if self.truth[claim] else "asserts"
                said.append(_Said(one.source, wrong, self.later(one.at + 2, 6.0), one.interest))

    # What comes out.

    @staticmethod
    def own(claim: int, source: int) -> str:
        """The root that is this source's own report."""
        return f"c{claim:04}/s{source:02}"

    def side(self, source: int) -> str:
        """The camp, as far as it is known."""
        if "side known" in self.on and source in self.bloc:
            return "bloc"
        if "interest" in self.on and self.camp[source]:
            return "red" if self.camp[source] > 0 else "blue"
        if source in self.mouths and self.sided[source]:
            return "gainers"
        return ""

    def reports(self, claim: int) -> list[Report]:
        """Every word on one claim."""
        said = self.voices(claim)
        steps: dict[str, Callable[[int, list[_Said]], None]] = {
            "interest": self.interest,
            "silence": self.silence,
            "bloc": self.line,
            "deception": self.plant,
            "mistakes": self.mistake,
            "copying": self.copy,
            "corrections": self.correct,
        }
        for trouble, step in steps.items():
            if trouble in self.on:
                step(claim, said)
        return [
            Report(
                claim=f"c{claim:04}",
                source=f"s{one.source:02}",
                word=one.word,
                # Half of those that nobody is known to have copied name themselves, liars or not: an empty root says
                # neither that a report is first-hand nor that it is not.
                root=one.root or (self.own(claim, one.source) if not one.copied and self.chance(0.5) else ""),
                topic=f"t{self.topic[claim]}",
                interest=one.interest,
                side=self.side(one.source),
                at=round(one.at, 3),
            )
            for one in said
        ]

    def world(self) -> World:
        """Everything, by day."""
        every = [report for claim in range(self.n) for report in self.reports(claim)]
        every.sort(key=lambda one: (one.at, one.claim, one.source))
        truth = {f"c{k:04}": bool(self.truth[k]) for k in range(self.n)}
        early = self.at < self.set["settled part"] * DAYS
        known = early & (self.rng.random(self.n) < 0.9)
        settled = {f"c{k:04}": bool(self.truth[k]) for k in range(self.n) if known[k]}
        return World(name=self.name, reports=tuple(every), truth=truth, settled=settled)
