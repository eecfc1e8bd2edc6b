"""Do indicators rise when something has changed, and only then? Against a plain z-score; on past crises; and how fast.

    python -m bench.watch [--streams N] [--crises] [--signs --data FOLDER] [--speed]

**Planted**: streams with season, trend, holidays, outages, copies and days of empty talk (``bench/watch_streams.py``), a shift planted in
each: in how many it is seen within its two weeks, after how many days (median of those seen), and false alarms a year outside of it. The
z-score is the peer: mean and deviation of the 28 days before, on all documents, and on roots, at 3; "matched" is the threshold, found on the
same streams, at which a peer's false alarms are as many as ours (the Poisson tail on roots is the stronger peer). ``x4``, ``x2``: by how much the
rate rises, but at least by 1.2 and 0.6 reports a day.

**Flood**: a quiet stream into which 300 new accounts pour the sign, one text or each its own: streams in which an alarm rose.

**Crises** (``--crises``): ``bench/crises``, our own write-up of public chronologies: read, linked, grouped and watched by the shipped packs.

**Speed** (``--speed``): processor seconds for 100 indicators over 10,000 records already read.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.special import gammainc

from bench.attribution import table
from bench.watch_streams import DAYS, FIRST, SHIFT, Planted, flood, streams
from rashomon.records import Baseline, Bearing, Indicator, Lapse, Pack, Sign
from rashomon.watch import Seen, judge
from rashomon.watch.series import stream

BEGIN = 60
"""Days in which nobody can know what is usual; alarms in them do not count for any method."""


@dataclass(frozen=True)
class Outcome:
    """Of one stream: days from the shift to its alarm, and alarms outside."""

    name: str
    rate: float
    delay: int | None
    false: int


def pack(guess: float) -> Pack:
    """One indicator with the thresholds that packs have if they name none."""
    one = Indicator(
        key="one",
        watched="what was planted",
        why="a test",
        bears_on=(Bearing(kind="scenario", name="planted", direction="toward"),),
        where=("here",),
        signs=(Sign(trace="event", action=("ASSAULT",)),),
        baseline=Baseline(usual=guess),
    )
    return Pack(
        name="planted", title="Planted", why="a test", written=FIRST, expires=date(2030, 1, 1), tell=("desk",), roles=(),
        resolution=Lapse(question="Was it planted?", within_days=SHIFT, settled_by="the seed"), indicators=(one,),
    )  # fmt: skip


def ours(one: Planted) -> list[int]:
    """Places of the days on which it rose. The writer's guess is off by a factor of two either way."""
    seen = Seen(documents=one.documents, readings=())
    whole = stream(one.documents, seen, FIRST + timedelta(days=DAYS - 1))
    guess = max(0.05, one.rate * (2.0 if len(one.sightings) % 2 else 0.5))
    (made,) = judge([pack(guess)], {}, one.sightings, whole)
    return [
        (s.day - FIRST).days
        for s in made.signals
        if s.state in ("raised", "high") and s.before not in ("raised", "high")
    ]


def z_score(limit: float, roots: bool) -> Callable[[Planted], list[int]]:
    """The peer: alarms of a z-score over 28 days, a run of alarms with less than a week between them counted once."""

    def alarms(one: Planted) -> list[int]:
        counts = daily(one, roots)
        places, last = [], -100
        for day in range(28, DAYS):
            past = counts[day - 28 : day]
            sd = float(past.std())
            z = (counts[day] - past.mean()) / sd if sd > 0 else (limit + 1) * (counts[day] > 0)
            if z > limit:
                if day - last > 7:
                    places.append(day)
                last = day
        return places

    return alarms


def poisson(limit: float) -> Callable[[Planted], list[int]]:
    """A stronger peer: roots against the Poisson tail of the mean of 56 days, a week's gap left out; it knows no season and no outage."""

    def alarms(one: Planted) -> list[int]:
        counts = daily(one, roots=True)
        places, last = [], -100
        for day in range(28, DAYS):
            mean = max(float(counts[max(0, day - 63) : day - 7].mean()), 1 / 56)
            if counts[day] and gammainc(counts[day], mean) < limit:
                if day - last > 7:
                    places.append(day)
                last = day
        return places

    return alarms


def daily(one: Planted, roots: bool) -> npt.NDArray[np.float64]:
    counts = np.zeros(DAYS)
    met: set[str] = set()
    for sighting in one.sightings:
        if roots and sighting.root_id in met:
            continue
        met.add(sighting.root_id)
        day = (sighting.at.date() - FIRST).days
        if 0 <= day < DAYS:
            counts[day] += 1
    return counts


def outcomes(made: Sequence[Planted], alarms: Callable[[Planted], list[int]]) -> list[Outcome]:
    rows = []
    for one in made:
        places = [day for day in alarms(one) if day >= BEGIN]
        assert one.shift is not None
        inside = [day - one.shift for day in places if one.shift <= day < one.shift + SHIFT]
        # the week after belongs to the shift: an alarm there is late and not false
        outside = [day for day in places if not one.shift <= day < one.shift + SHIFT + 7]
        rows.append(Outcome(one.name, one.rate, min(inside, default=None), len(outside)))
    return rows


def row(name: str, rows: Sequence[Outcome], rate: str) -> dict[str, object]:
    years = len(rows) * (DAYS - BEGIN - SHIFT - 7) / 365
    seen = [one.delay for one in rows if one.delay is not None]
    return {
        "set": f"{rate}, {name}",
        "streams": len(rows),
        "seen %": 100 * len(seen) / len(rows),
        "delay days": float(statistics.median(seen)) if seen else None,
        "false a year": sum(one.false for one in rows) / years,
    }


def matched_tail(made: Sequence[Planted], target: int) -> float:
    """The tail at which the Poisson peer has no more false alarms than ``target``; steps of a half."""
    limit = 0.02
    while sum(one.false for one in outcomes(made, poisson(limit))) > target and limit > 1e-12:
        limit /= 2
    return limit


def matched(made: Sequence[Planted], target: int, roots: bool) -> float:
    """The z at which it has no more false alarms than ``target``; steps of a quarter."""
    limit = 2.0
    while sum(one.false for one in outcomes(made, z_score(limit, roots))) > target and limit < 40:
        limit += 0.25
    return limit


def planted(seed: int, repeats: int, factor: float) -> Iterator[dict[str, object]]:
    made = list(streams(seed, repeats, factor))
    own = outcomes(made, ours)
    target = sum(one.false for one in own)
    tail = matched_tail(made, target)
    methods = {
        "rashomon": own,
        "z 3 on documents": outcomes(made, z_score(3.0, False)),
        "z 3 on roots": outcomes(made, z_score(3.0, True)),
        "z matched": outcomes(made, z_score(matched(made, target, True), True)),
        "Poisson matched": outcomes(made, poisson(tail)),
    }
    for name, rows in methods.items():
        yield row(name, rows, f"x{factor:g}, all")
    for rate in sorted({one.rate for one in made}):
        for name in ("rashomon", "Poisson matched"):
            yield row(
                name, [one for one in methods[name] if one.rate == rate], f"x{factor:g}, {rate:g} a day"
            )


def floods(number: int) -> Iterator[dict[str, object]]:
    for own_words in (False, True):
        made = [flood(900 + at, own_words) for at in range(number)]
        rose = {
            name: sum(any(500 <= day < 510 for day in alarms(one)) for one in made)
            for name, alarms in {
                "ours": ours,
                "z": z_score(3.0, False),
                "z roots": z_score(3.0, True),
            }.items()
        }
        yield {
            "set": "flood, each its own text" if own_words else "flood, one text",
            "streams": number,
            "ours rose": rose["ours"],
            "z 3 documents": rose["z"],
            "z 3 roots": rose["z roots"],
        }


def speed() -> Iterator[dict[str, object]]:
    """100 indicators (the shipped packs under other names) over 10,000 documents: those of the examples, read once, with their ids changed."""
    from bench.watch_crises import records
    from rashomon.watch import look
    from rashomon.watch.pack_file import load, shipped

    base = [load(path) for path in shipped().values()]
    packs, number = [], 0
    while sum(len(p.indicators) for p in packs) < 100:
        one = base[number % len(base)]
        room = 100 - sum(len(p.indicators) for p in packs)
        kept = replace(one, name=f"{one.name}-{number}", indicators=one.indicators)
        if len(kept.indicators) > room:
            kept = replace(
                kept, indicators=tuple(i for i in kept.indicators if i.signs and i.absent is None)[:room]
            )
        packs.append(kept)
        number += 1
    roles = {"state": ["Russia"], "rival": ["Ukraine"], "one": ["Russia"], "other": ["Ukraine"]}
    base_seen, now = records(10_000)
    for name, days in (("one hour", 0), ("200 days, all walked through", 200)):
        seen = base_seen if not days else spread(base_seen, now, days)
        began = time.process_time()
        found, _, whole = look(packs, roles, seen, now)
        looked = time.process_time() - began
        judge(packs, roles, found, whole)
        total = time.process_time() - began
        yield {
            "set": f"{sum(len(p.indicators) for p in packs)} indicators, {name}",
            "documents": len(seen.documents),
            "sightings": len(found),
            "looking s": looked,
            "judging s": total - looked,
            "CPU s": total,
            "% of a core, once an hour": 100 * total / 3600,
        }


def spread(seen: Seen, now: datetime, days: int) -> Seen:
    """The same documents over so many days."""
    moved = (
        replace(one, published_at=now - timedelta(days=days * n / len(seen.documents)))
        for n, one in enumerate(seen.documents)
    )
    return replace(seen, documents=tuple(moved))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--streams", type=int, default=12, help="streams of each rate")
    parser.add_argument("--part", choices=["dev", "held"], default="held", help="thresholds were set on dev")
    parser.add_argument(
        "--data", type=Path, default=Path("../shared/data"), help="folder of development data, for --signs"
    )
    parser.add_argument("--signs", action="store_true", help="only the signs, on real articles")
    parser.add_argument("--crises", action="store_true", help="only the past crises")
    parser.add_argument("--speed", action="store_true", help="only the speed")
    arguments = parser.parse_args()
    if arguments.crises:
        from bench.watch_crises import crises

        print(table(list(crises())))
        return
    if arguments.signs:
        from bench.watch_signs import signs

        print(table(list(signs(arguments.data))))
        return
    if arguments.speed:
        print(table(list(speed())))
        return
    seed = 1 if arguments.part == "dev" else 77
    print(table([one for factor in (4.0, 2.0) for one in planted(seed, arguments.streams, factor)]))
    print(table(list(floods(10))))


if __name__ == "__main__":
    main()
