"""How well the chance of a precedent foretells: pairs of actors of ICEWS 2014 before and after a day.

    python -m bench.precedents --data ../shared/data

The history ends on day 213 of 303 (train alone). For each pair with at least three whole cases of a trigger by then, the chance that each deed follows within the
horizon is told; the first case of the trigger in the ninety days after tells whether it did. Brier score (0 best) of our chance, beside the plain share of
cases, the pair's base rate, and what any pair does. ``off``: mean distance between chance told and share that came, in ten bins (in percent points).
Pairs are split by the
hash of one name into ``dev``, on which the smoothing was set, and ``held``. Names of relations become PLOVER's categories by their first words, since the data has no codes.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import time
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np

from bench.attribution import table
from bench.forecast import load
from rashomon.foresee.acts import act
from rashomon.foresee.precedents import History, precedents
from rashomon.records import PastEvent, Precedent

TRIGGERS = ("<ACCUSE", "<ASSAULT", "<THREATEN", "<REQUEST", "CONSULT", "ACCUSE", "<COERCE", "REQUEST")
HORIZONS = (7, 30)
THEN = ("CONSULT", "COERCE", "ASSAULT", "AID", "COOPERATE", "SANCTION", "RETREAT")
CUT, AFTER = 213, 90
START = date(2014, 1, 1)
_FIRST = (
    "Make_state STATEMENT|Make_ STATEMENT|Consider STATEMENT|Acknowledge STATEMENT|Deny STATEMENT|Decline STATEMENT|Engage_in_symbolic STATEMENT|"
    "Express_accord STATEMENT|Make_an_appeal REQUEST|Appeal REQUEST|Demand_ REQUEST|Demand REQUEST|Demonstrate_military MOBILIZE|Demonstrate PROMOTE|"
    "Express_intent AGREE|Consult CONSULT|Discuss CONSULT|Make_a_visit CONSULT|Host CONSULT|Meet CONSULT|Engage_in_negotiation CONSULT|Mediate CONSULT|"
    "Engage_in_diplo SUPPORT|Praise SUPPORT|Defend SUPPORT|Rally_support SUPPORT|Grant_dipl SUPPORT|Apologize CONCEDE|Forgive CONCEDE|Sign AGREE|"
    "Cooperate COOPERATE|Engage_in_material COOPERATE|Engage_in_judicial COOPERATE|Share COOPERATE|Provide AID|Grant_asylum AID|Yield CONCEDE|Ease RETREAT|"
    "Return RETREAT|Accede CONCEDE|Declare RETREAT|Demobilize RETREAT|Retreat RETREAT|Receive RETREAT|Investigate ACCUSE|Criticize ACCUSE|Accuse ACCUSE|"
    "Complain ACCUSE|Bring ACCUSE|Rally_opp ACCUSE|Reject REJECT|Refuse REJECT|Defy REJECT|Veto REJECT|Threaten THREATEN|Give_ult THREATEN|Protest PROTEST|"
    "Conduct_strike PROTEST|Conduct_hunger PROTEST|Obstruct PROTEST|Engage_in_political PROTEST|Engage_in_violent PROTEST|Mobilize MOBILIZE|Increase MOBILIZE|"
    "Reduce SANCTION|Impose_emb SANCTION|Halt SANCTION|Expel_or_withdraw SANCTION|Expel COERCE|Arrest COERCE|Coerce COERCE|Confiscate COERCE|Seize COERCE|"
    "Impose COERCE|Ban COERCE|Occupy COERCE|Engage_in_mass_exp COERCE|"
)


def category(relation: str) -> str:
    """The category of a relation; what no row begins is a kind of violence."""
    rows = [row.split(" ") for row in _FIRST.split("|") if row]
    fits = [(len(first), found) for first, found in rows if relation.startswith(first)]
    return max(fits)[1].replace("PROMOTE", "PROTEST") if fits else "ASSAULT"


def off(chance: np.ndarray, came: np.ndarray) -> float:
    """Mean distance between what was told and what came, over bins of a tenth, by their size."""
    bins = np.minimum((chance * 10).astype(int), 9)
    parts = [(bins == b) for b in range(10)]
    return float(sum(p.sum() * abs(chance[p].mean() - came[p].mean()) for p in parts if p.any()) / len(came))


def cases(
    before: History,
    whole: History,
    often: Counter[tuple[str, str]],
    horizon: int,
    now: datetime,
    later: datetime,
    cut: date,
) -> list[tuple[str, Precedent, float, bool]]:
    """For each forecast: the half its pair is in, what was told, the base rate, and whether it came."""
    out = []
    asked = {"then": THEN, "scopes": ("pair",), "least": 0}
    for (actor, other), count in sorted(often.items()):
        if count < 10:
            continue
        half = "held" if int(hashlib.sha256(min(actor, other).encode()).hexdigest(), 16) % 2 else "dev"
        for trigger in TRIGGERS:
            early = {p.then: p for p in precedents(before, actor, other, trigger, horizon, now=now, **asked)}  # type: ignore[arg-type]
            if not early or next(iter(early.values())).tried < 3:
                continue
            for late in precedents(whole, actor, other, trigger, horizon, now=later, **asked):  # type: ignore[arg-type]
                new = [c for c in late.cases if c.on > cut]
                if new and (one := early[late.then]).base.rate is not None:
                    out.append((half, one, one.base.rate or 0.0, bool(new[-1].followed_by)))
    return out


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--data", type=Path, default=Path("../shared/data"), help="folder of development data"
    )
    arguments = parser.parse_args()
    if not (arguments.data / "history").exists():
        print(f"skipped: {arguments.data / 'history'} is not there")
        return 0
    start = time.process_time()
    past, _, entities, relations = load(arguments.data / "history")
    categories = [category(name) for name in relations]
    events = [
        PastEvent(origin="icews", day=START + timedelta(days=int(d)), actor=entities[s], target=entities[o], category=categories[r], act=act(categories[r]))
        for s, r, o, d in zip(past.subject, past.relation, past.object, past.day, strict=True)
    ]  # fmt: skip
    cut = START + timedelta(days=CUT)
    before = History.of(e for e in events if e.day <= cut)
    whole = History.of(e for e in events if e.day <= cut + timedelta(days=AFTER))
    now, later = (datetime(d.year, d.month, d.day, tzinfo=UTC) for d in (cut, cut + timedelta(days=AFTER)))
    often = Counter((e.actor, e.target) for e in before.events)
    rows: list[dict[str, object]] = []
    for horizon in HORIZONS:
        found = cases(before, whole, often, horizon, now, later, cut)
        for half in ("dev", "held"):
            those = [f for f in found if f[0] == half]
            came = np.array([f[3] for f in those], dtype=float)
            base = np.array([f[2] for f in those])
            hits, tried = (np.array([getattr(f[1], n) for f in those]) for n in ("hits", "tried"))
            shown = [
                ("our chance", np.array([f[1].chance for f in those])),
                ("share of cases", hits / tried),
                ("pair's base rate", base),
                ("mean of all (seen)", np.full(len(came), came.mean())),
            ]
            if half == "dev":
                shown += [(f"smoothing {k}", (hits + k * base) / (tried + k)) for k in (1, 2, 5, 10, 20, 40)]
            for name, figures in shown:
                rows.append(
                    {"method": f"{half}, {horizon} days, {name}", "forecasts": len(came), "Brier": f"{((figures - came) ** 2).mean():.4f}",
                     "off": f"{100 * off(figures, came):.1f}"}
                )  # fmt: skip
    print(table(rows))
    print(f"{time.process_time() - start:.0f} s of processor")
    return 0


if __name__ == "__main__":
    sys.exit(main())
