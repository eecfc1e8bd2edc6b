"""Worlds of news for the weighing of claims, made from how news spreads rather than from tables of reliabilities.

    python -m bench.judgement.press [--seed N]        prints what is in each world

Nobody here has a number that says how often it is right. Things happen at places, or do not; a few people see them; agencies have
correspondents at some places; outlets take from agencies, from each other and from channels, with or without credit, and now and then get it
wrong; officials speak by interest and deny by doctrine; some of them lie together; fact-finders come late, look at some of it
and sometimes err; outlets retract or do not; and who was expected to speak may stay silent. How reliable a source turns out to be follows
from where it stands in all that (``press_people.py`` holds who there is).

Made as worlds that the engine was not tuned on. Everything is invented; the shapes follow what studies of news report in general terms (most outlets' text is an agency's,
first reports of an event are often wrong, corrections come late and reach fewer), the numbers are ours.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from bench.judgement.press_people import PLACES, TOPICS, Camp, Cast, Person, cast
from bench.judgement.worlds import World
from rashomon.assess.record.report import Report

SETTLED = 1 / 3
"""Share of claims, the earliest, whose truth has come out."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a world is like. Shares and probabilities from 0 to 1."""

    name: str
    happenings: int
    unreal: float
    """Share of claims about what did not happen."""
    agencies: int = 4
    outlets: int = 24
    channels: int = 8
    finders: int = 2
    camps: tuple[Camp, ...] = ()
    days: int = 360
    presence: float = 0.5
    """How likely an agency has somebody at a place."""
    stringers: float = 0.08
    """The same for an outlet."""
    witnesses: float = 0.8
    """Eyewitnesses of one happening whose words are published, on average."""
    credited: float = 0.6
    """How likely a copy shows whose it is."""
    slips: float = 0.004
    """How likely a copier gets it wrong in the telling: what it tells is another claim, and false."""
    hurry: float = 0.3
    """How readily outlets take from channels, officials and single outlets."""
    checks: float = 0.4
    """How likely an agency that is there and saw nothing says so."""
    looked: float = 0.3
    """How likely a fact-finder looks at a claim."""
    errs: float = 0.06
    """How often it errs; half as often again where nobody saw it."""
    retracts: float = 0.4
    late: tuple[float, float] = (8, 45)
    """Days until a fact-finder speaks."""


WEST = Camp(
    name="west", owned=0.3, denies=0.85, invents=0.45, echoes=0.6, admits=0.05, together=("war",), fears=0.5
)
EAST = Camp(
    name="east",
    owned=0.35,
    denies=0.9,
    invents=0.55,
    echoes=0.7,
    admits=0.02,
    together=("war", "politics"),
    fears=0.7,
)
CROWN = Camp(
    name="crown",
    owned=0.65,
    denies=0.95,
    invents=0.7,
    echoes=0.8,
    admits=0.0,
    together=("politics", "economy"),
    fears=0.9,
)
MILD = Camp(name="state", owned=0.05, denies=0.5, invents=0.1, echoes=0.3, admits=0.3, together=(), fears=0.1)

SETTINGS: tuple[Setting, ...] = (
    Setting("calm press", 420, 0.22, camps=(MILD,), credited=0.8, looked=0.4, hurry=0.2, presence=0.6),
    Setting("agencies dominate", 480, 0.3, agencies=2, outlets=36, channels=4, stringers=0.01, credited=0.35, presence=0.55, slips=0.006, camps=(MILD,), checks=0.2),
    Setting("two camps at war", 520, 0.45, camps=(WEST, EAST), outlets=30, channels=14, presence=0.3, hurry=0.45),
    Setting("captured press", 460, 0.42, camps=(CROWN,), outlets=28, presence=0.25, agencies=3, finders=1, looked=0.2),
    Setting("rumour wave", 560, 0.62, channels=26, outlets=18, hurry=0.65, credited=0.5, witnesses=0.5, slips=0.008, days=60, retracts=0.25),
    Setting("late correction", 440, 0.5, camps=(MILD, WEST), hurry=0.6, checks=0.1, looked=0.6, retracts=0.6, late=(25, 90), finders=3),
    Setting("copies with known roots", 450, 0.38, outlets=44, credited=0.97, stringers=0.01, channels=14, presence=0.3, hurry=0.5, camps=(MILD,)),
    Setting("few eyewitnesses", 400, 0.4, agencies=3, outlets=16, presence=0.12, witnesses=0.25, stringers=0.02, camps=(WEST, EAST), looked=0.15, hurry=0.5),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Happening:
    """Something that is claimed to have happened."""

    real: bool
    place: int
    topic: str
    day: float
    gains: str = ""
    """Camp that gains if it is believed."""
    harms: str = ""
    liar: str = ""
    """Camp that made it up."""
    size: float = 0.5
    """How much of a stir it makes, 0 to 1."""


@dataclass(frozen=True, slots=True)
class _Voice:
    """A word that others may take up. ``origin`` says whose text it is, as far as that can be seen."""

    who: Person
    word: str
    at: float
    origin: str


def worlds(seed: int = 0) -> Iterator[World]:
    """All worlds; the same for the same seed, whichever of them is asked for."""
    for one in SETTINGS:
        yield world(one, seed)


def world(setting: Setting, seed: int = 0) -> World:
    """One world of this setting."""
    random = Random(f"press {setting.name} {seed}")
    people = cast(
        random,
        agencies=setting.agencies,
        outlets=setting.outlets,
        channels=setting.channels,
        finders=setting.finders,
        camps=setting.camps,
        presence=setting.presence,
        stringers=setting.stringers,
    )
    told: list[tuple[_Happening, list[_Voice]]] = []
    for _ in range(setting.happenings):
        happening = _happening(random, setting)
        voices, slips = _News(random, setting, people, happening).told()
        told.append((happening, voices))
        told += [(replace(happening, real=False, liar=""), [one]) for one in slips]
    told = [(what, words) for what, words in told if any(one.word != "silent" for one in words)]
    random.shuffle(told)  # so that no id tells what was made after what
    told = [
        (what, _News(random, setting, people, what).after(words) if len(words) == 1 else words)
        for what, words in told
    ]
    order = sorted(range(len(told)), key=lambda k: told[k][0].day)
    ids = {k: f"claim-{number:04}" for number, k in enumerate(order)}
    truth = {ids[k]: told[k][0].real for k in order}
    reports = [one for k in order for one in _reports(ids[k], *told[k])]
    reports.sort(key=lambda one: (one.at, one.claim, one.source))
    known = list(truth)[: round(len(truth) * SETTLED)]
    return World(
        name=setting.name,
        reports=tuple(reports),
        truth=truth,
        settled={one: truth[one] for one in known},
    )


def _happening(random: Random, setting: Setting) -> _Happening:
    """What is claimed: with camps, half of it is about who did something to whom."""
    real = random.random() >= setting.unreal
    topic = random.choice(TOPICS)
    names = [camp.name for camp in setting.camps]
    gains = harms = liar = ""
    if names and random.random() < 0.6:
        harms = random.choice(names)
        others = [name for name in names if name != harms]
        gains = others[0] if others else ""
        if random.random() < 0.25:  # good news for a camp: nobody is harmed by name
            gains, harms = harms, gains
    if not real and gains:
        camp = next(one for one in setting.camps if one.name == gains)
        if random.random() < camp.invents:
            liar = gains
            topic = random.choice(camp.together) if camp.together and random.random() < 0.7 else topic
    return _Happening(
        real,
        random.randrange(PLACES),
        topic,
        random.uniform(0, setting.days),
        gains,
        harms,
        liar,
        random.random(),
    )


class _News:
    """How one happening becomes words. ``told`` runs through the whole of it."""

    def __init__(self, random: Random, setting: Setting, people: Cast, what: _Happening) -> None:
        self.random, self.setting, self.people, self.what = random, setting, people, what
        self.voices: list[_Voice] = []
        self.slips: list[_Voice] = []

    def told(self) -> tuple[list[_Voice], list[_Voice]]:
        """(words on it, words that got it wrong on the way and so are words on another claim)."""
        self._seen() if self.what.real else self._made_up()
        if self.voices:
            self._spread(self.people.channels + self.people.outlets)
            self._answers()
            self._found_out()
            self._retractions()
        return self.voices, self.slips

    def after(self, first: list[_Voice]) -> list[_Voice]:
        """What becomes of a claim that one slip began: fewer take it up, and those who were there say otherwise."""
        if first[0].word != "asserts":
            return first
        self.voices = list(first)
        some = [one for one in self.people.outlets if self.random.random() < 0.35]
        self._spread(some)
        self._denials_on_the_spot()
        self._found_out()
        self._retractions()
        return self.voices

    # --- how it begins

    def _seen(self) -> None:
        chance, what = self.random.random, self.what
        for number in range(_poisson(self.random, self.setting.witnesses * (0.4 + what.size))):
            witness = Person(f"witness-{self.random.getrandbits(32):08x}-{number}", "witness", {what.place})
            self._say(witness, what.day + chance() * 0.4)
        for one in self.people.agencies + self.people.outlets:
            keen = 0.55 + 0.4 * what.size
            if what.place in one.places and chance() < keen and not self._afraid(one):
                self._say(one, what.day + 0.05 + chance() * 0.5)
        for camp in self.setting.camps:
            if what.gains == camp.name and chance() < camp.echoes:
                self._say(self.people.officials[camp.name], what.day + 0.1 + chance())

    def _made_up(self) -> None:
        chance, what = self.random.random, self.what
        if what.liar:
            camp = next(one for one in self.setting.camps if one.name == what.liar)
            self._say(self.people.officials[camp.name], what.day + chance() * 0.3)
            if what.topic in camp.together:
                # Told together: each in words of its own, so that nothing shows one hand.
                for one in self.people.owned(camp.name):
                    if chance() < 0.7:
                        self._say(one, what.day + 0.1 + chance() * 0.6)
            return
        first = chance()
        if first < 0.45 and self.people.channels:
            self._say(self.random.choice(self.people.channels), what.day + chance() * 0.2)
        elif first < 0.75:
            mistaken = Person(f"witness-{self.random.getrandbits(32):08x}-0", "witness", {what.place})
            self._say(mistaken, what.day + chance() * 0.3)
        elif first < 0.88:
            # The first account of something real that went otherwise: who is there may tell it too.
            there = [one for one in self.people.agencies if what.place in one.places]
            self._say(self.random.choice(there or self.people.outlets), what.day + chance() * 0.2)
        else:
            self._say(self.random.choice(self.people.outlets), what.day + chance() * 0.5)

    # --- how it spreads

    def _spread(self, takers: list[Person]) -> None:
        """Each taker in the order of its speed picks one word it has seen, or none."""
        chance = self.random.random
        begun = min(one.at for one in self.voices)
        waiting = sorted(
            ((begun + self.random.expovariate(1.0) * one.slow, one.name, one) for one in takers),
            key=lambda w: w[:2],
        )
        for at, _, one in waiting:
            if any(voice.who.name == one.name for voice in self.voices):
                continue
            if self._afraid(one):
                if chance() < 0.5:
                    self._say(one, at, "denies" if chance() < 0.4 else "silent")
                continue
            seen = [voice for voice in self.voices if voice.at < at and voice.word == "asserts"]
            if not seen:
                continue
            weights = [self._trust(one, voice.who) for voice in seen]
            taken = self.random.choices(seen, weights)[0]
            best = max(weights)
            crowd = 1 - 0.75 ** len({voice.origin for voice in seen})
            if chance() > one.appetite * min(1.0, best) * (0.5 + 0.5 * crowd + 0.3 * self.what.size):
                continue
            credited = chance() < (0.9 if one.kind == "channel" else self.setting.credited)
            origin = taken.origin if credited else one.name
            if chance() < self.setting.slips:
                self.slips.append(_Voice(one, "asserts", at, one.name))
            else:
                self.voices.append(_Voice(one, "asserts", at, origin))

    def _trust(self, taker: Person, voice: Person) -> float:
        """How readily a word is taken from this voice: by what it is and whose it is, never by whether it is right."""
        if taker.side and voice.side == taker.side:
            return 1.0
        if taker.side and voice.side:
            return 0.05
        hurry = self.setting.hurry
        if taker.kind == "channel":
            return {"agency": 0.6, "outlet": 0.6, "channel": 1.0, "witness": 0.8, "official": 0.5}.get(
                voice.kind, 0.3
            )
        return {
            "agency": 0.95,
            "outlet": 0.25 + hurry / 2,
            "channel": hurry / 2,
            "witness": hurry / 2,
            "official": hurry,
        }.get(voice.kind, 0.5)

    def _afraid(self, one: Person) -> bool:
        """An outlet that a camp owns does not print what harms it, or not often."""
        camp = next((camp for camp in self.setting.camps if camp.name in (one.side, one.owner)), None)
        return camp is not None and self.what.harms == camp.name and self.random.random() < camp.fears

    # --- what is said against it

    def _answers(self) -> None:
        chance, what = self.random.random, self.what
        self._denials_on_the_spot()
        for camp in self.setting.camps:
            official = self.people.officials[camp.name]
            if any(voice.who.name == official.name for voice in self.voices):
                continue
            heard = min(voice.at for voice in self.voices)
            if what.harms == camp.name:
                denies = camp.denies if what.real else min(1.0, camp.denies + 0.1)
                self._say(official, heard + 0.3 + chance() * 2.5, "denies" if chance() < denies else "silent")
                for one in self.people.owned(camp.name):
                    if chance() < 0.15 * (1 + camp.fears):
                        self._say(one, heard + 0.8 + chance() * 3, "denies", origin=official.name)
            elif what.gains == camp.name and chance() < camp.echoes:
                self._say(official, heard + 0.2 + chance() * 1.5)

    def _denials_on_the_spot(self) -> None:
        """An agency that is there and has nothing to see may say so, or be missed."""
        heard = min(voice.at for voice in self.voices)
        for one in self.people.agencies:
            if self.what.place not in one.places or any(voice.who.name == one.name for voice in self.voices):
                continue
            if not self.what.real and self.random.random() < self.setting.checks:
                self._say(one, heard + 0.3 + self.random.random() * 2, "denies")
            elif self.random.random() < 0.35:
                self._say(one, heard + 1, "silent")

    def _found_out(self) -> None:
        """Fact-finders: late, on some claims, from the traces; with fewer who saw it they err more."""
        saw = any(voice.who.kind in ("witness", "agency") for voice in self.voices if voice.word == "asserts")
        errs = self.setting.errs * (1 if saw else 1.5)
        for one in self.people.finders:
            if self.random.random() < self.setting.looked * (0.5 + self.what.size):
                right = self.random.random() >= errs
                at = self.what.day + self.random.uniform(*self.setting.late)
                self._say(one, at, "asserts" if right == self.what.real else "denies")

    def _retractions(self) -> None:
        """Who told what a fact-finder or an agency then denies may take it back; a camp may admit what was found."""
        against = [
            voice.at
            for voice in self.voices
            if voice.word == "denies" and voice.who.kind in ("finder", "agency")
        ]
        if against:
            since = min(against)
            for voice in list(self.voices):
                if voice.word == "asserts" and voice.who.kind in ("outlet", "agency") and voice.at < since:
                    wants = self.setting.retracts * (0.15 if voice.who.owner else voice.who.care)
                    if self.random.random() < wants:
                        self._say(voice.who, since + self.random.expovariate(0.3), "denies")
        found = [voice.at for voice in self.voices if voice.word == "asserts" and voice.who.kind == "finder"]
        for camp in self.setting.camps:
            if found and self.what.harms == camp.name and self.random.random() < camp.admits:
                self._say(self.people.officials[camp.name], min(found) + self.random.expovariate(0.2))

    def _say(self, who: Person, at: float, word: str = "asserts", origin: str = "") -> None:
        self.voices.append(_Voice(who, word, at, origin or who.name))


def _reports(claim: str, what: _Happening, voices: list[_Voice]) -> Iterator[Report]:
    """As the engine sees them: an origin that nobody else shares shows no copy, and gets no root."""
    shared = Counter((voice.word, voice.origin) for voice in voices)
    for voice in voices:
        side = voice.who.side
        interest = 0
        if side and what.gains != what.harms:
            interest = 1 if side == what.gains else -1 if side == what.harms else 0
        copied = shared[voice.word, voice.origin] > 1 and voice.word != "silent"
        yield Report(
            claim=claim,
            source=voice.who.name,
            word=voice.word,  # type: ignore[arg-type]
            root=f"{claim}/{voice.word}/{voice.origin}" if copied else "",
            topic=what.topic,
            interest=interest,
            side=side,
            at=round(voice.at, 3),
        )


def _poisson(random: Random, mean: float) -> int:
    """Knuth's way: multiply until under e to the minus mean."""
    limit, product, count = math.exp(-mean), random.random(), 0
    while product > limit:
        product *= random.random()
        count += 1
    return count


def main() -> None:
    """Print what is in each world, and how far a plain count of heads gets in it."""
    from bench.attribution import table

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=0)
    print(table([_summary(one) for one in worlds(parser.parse_args().seed)]))


def _summary(one: World) -> dict[str, object]:
    balance: Counter[str] = Counter()
    for (claim, _source), word in {(r.claim, r.source): r.word for r in one.reports}.items():
        balance[claim] += {"asserts": 1, "denies": -1, "silent": 0}[word]
    right = sum((balance[claim] > 0) == so for claim, so in one.truth.items())
    copies = sum(bool(r.root) for r in one.reports)
    return {
        "set": one.name,
        "claims": len(one.truth),
        "true": 100 * sum(one.truth.values()) / len(one.truth),
        "settled": len(one.settled),
        "reports": len(one.reports),
        "sources": len({r.source for r in one.reports}),
        "denials": 100 * sum(r.word == "denies" for r in one.reports) / len(one.reports),
        "with a root": 100 * copies / len(one.reports),
        "heads right": 100 * right / len(one.truth),
    }


if __name__ == "__main__":
    main()
