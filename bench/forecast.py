"""Who comes next: our mix of rules and recurrence on ICEWS 2014, beside plain baselines and published figures.

    python -m bench.forecast --data ../shared/data [--most SECONDS] [--examples N]

For each fact of the valid part both of its ends are asked: subject and relation given, which object; object and relation given,
which subject. All that lies on earlier days may be used, days of valid among them ("single step"). ``raw``: the right entity's
rank among all; ``filtered``: without other right answers of that day ("time-filtered"). Equal scores share the middle rank, so
that a method which scores nothing gains nothing. Rules and weights come from train alone, the weights from its last 30 days.

Published figures (raw, single step) are those of the data's own README; they were made on the test part, which is not here, so
they stand beside ours and are not the same questions. ``--most`` stops after so many seconds of processor, at the end of a day,
and says how much was asked. ``--examples`` prints answers with the signs, rules and cases they rest on.
"""

from __future__ import annotations

import argparse
import re
import resource
import sys
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bench.attribution import table
from rashomon.foresee.precedents.facts import Facts, Whole
from rashomon.foresee.precedents.mix import Mix, train
from rashomon.foresee.precedents.signs import Signs
from rashomon.foresee.precedents.why import why

HEADER = ("method", "MRR", "H@1", "H@3", "H@10", "filtered MRR")
PUBLISHED = (
    ("published: CEN, online (test)", "42.2"),
    ("published: TLogic (test)", "41.6"),
    ("published: RE-GCN (test)", "41.3"),
)
HOURS = 24
_STATE = re.compile(r"\(([^()]+)\)$")
"""The state behind an entity's name, "Citizen_(Nigeria)", as RE-GCN's static graph has it too."""
DECAY, TRUST = 0.1, 0.99
"""Of the recurrency baseline (Gastinger et al. 2024): how fast a repetition fades a day, and its weight beside frequency."""


def load(folder: Path) -> tuple[Facts, Facts, list[str], list[str]]:
    """Train, valid, and the names of entities and relations."""
    names = []
    for file in ("entity2id.txt", "relation2id.txt"):
        rows = (line.rsplit("\t", 1) for line in (folder / file).read_text(encoding="utf-8").splitlines())
        names.append([name for name, _ in sorted(rows, key=lambda row: int(row[1]))])
    known = [_STATE.search(name) for name in names[0]]
    own = {
        name: number
        for number, name in enumerate(
            dict.fromkeys(k[1] if k else n for k, n in zip(known, names[0], strict=True))
        )
    }
    states = [own[k[1] if k else n] for k, n in zip(known, names[0], strict=True)]
    parts = []
    for file in ("train.txt", "valid.txt"):
        rows = np.loadtxt(folder / file, dtype=np.int64)[:, :4]
        rows[:, 3] //= HOURS
        parts.append(Facts.of(rows, len(names[0]), len(names[1]), states))
    return parts[0], parts[1], names[0], names[1]


def joined(one: Facts, other: Facts) -> Facts:
    """Both histories as one."""
    rows = [np.column_stack([f.subject, f.relation, f.object, f.day]) for f in (one, other)]
    return Facts.of(np.vstack(rows), one.entities, one.relations, one.states)


def methods(found: Signs, mix: Mix) -> Mapping[str, npt.NDArray[np.float32]]:
    """Scores of every method, larger is likelier."""
    sign = dict(zip(found.names, found.values, strict=True))
    age = 1 / np.maximum(sign["last same"], 1e-6)
    repeated = np.where(sign["last same"] > 0, 2.0 ** (-DECAY * age), 0)
    frequent = np.exp(sign["done ever"].astype(np.float64)) * 1e-4 - 1e-4
    return {
        "copy (how often before)": sign["same ever"],
        "recurrency, strict": repeated.astype(np.float32),
        "recurrency, combined": (TRUST * repeated + (1 - TRUST) * frequent).astype(np.float64),
        "rules of one step": sign["rule 30"],
        "rashomon": mix.scores(found),
    }  # fmt: skip


def ranks(scores: npt.NDArray[np.float32], at: Whole, right: Whole) -> tuple[list[float], list[float]]:
    """Raw and time-filtered rank of each right answer; ``at``: its question's row."""
    raw, filtered = list[float](), list[float]()
    for question, one in zip(at, right, strict=True):
        row = scores[question]
        others = row[right[at == question]]
        above, level = (row > row[one]).sum(), (row == row[one]).sum() - 1
        raw.append(1 + above + level / 2)
        filtered.append(1 + above - (others > row[one]).sum() + (level - (others == row[one]).sum() + 1) / 2)
    return raw, filtered


def row(name: str, raw: Iterable[float], filtered: Iterable[float]) -> dict[str, object]:
    """A line of the table, in percent."""
    r, f = np.array(list(raw)), np.array(list(filtered))
    figures = ((1 / r).mean(), (r <= 1).mean(), (r <= 3).mean(), (r <= 10).mean(), (1 / f).mean())
    return dict(zip(HEADER, (name, *(f"{100 * x:.1f}" for x in figures)), strict=True))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--data", type=Path, default=Path("../shared/data"), help="folder of development data"
    )
    parser.add_argument("--most", type=float, default=float("inf"), help="seconds of processor, at most")
    parser.add_argument("--examples", type=int, default=3, help="answers printed with what they rest on")
    arguments = parser.parse_args()
    folder = arguments.data / "history"
    if not folder.exists():
        print(f"skipped: {folder} is not there")
        return 0
    past, valid, entities, relations = load(folder)
    start = time.process_time()
    mix = train(past)
    trained = time.process_time() - start
    print(f"learnt from {len(past.day):,} facts in {trained:.0f} s of processor", flush=True)
    whole, asked = joined(past, valid), 0
    results: dict[str, tuple[list[float], list[float]]] = {}
    shown = list[str]()
    for day in np.unique(valid.day):
        if time.process_time() - start > arguments.most:
            print(f"stopped by --most: {asked:,} of {2 * len(valid.day):,} questions were asked")
            break
        now = valid.on(int(day)).both_ways
        questions, at = np.unique(now[:, :2], axis=0, return_inverse=True)
        found = mix.at(whole, int(day), questions)
        for name, scores in methods(found, mix).items():
            raw, filtered = ranks(scores, at.ravel(), now[:, 2])
            kept = results.setdefault(name, ([], []))
            kept[0].extend(raw)
            kept[1].extend(filtered)
        if len(shown) < arguments.examples:
            question = 7 * len(shown) % len(questions)
            shown.append("\n".join(why(whole, mix, found, question, int(day), entities, relations)))
        asked += len(now)
    rows = [row(name, *results[name]) for name in results]
    print(table([*rows, *({"method": name, "MRR": figure} for name, figure in PUBLISHED)]))
    print("\n".join(shown))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{asked:,} questions, {time.process_time() - start - trained:.0f} s of processor; peak memory {peak:,.0f} MB"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
