"""Scoring, against published scores: ForecastBench of July 2024, its 200 human questions, and who forecast them.

    python -m bench.ledger --data FOLDER [--human FILE …]

``FOLDER/forecasts`` holds the question set and the resolution set; both go through the ledger itself (registration, acceptance,
scores). Forecasts of people are in files of their own, which ForecastBench publishes beside the set
(``2024-07-21.ForecastBench.human_super_individual.json``, 4 MB): name them with ``--human``, or lay them into ``FOLDER/forecasts``. Without
them there is no human figure, and the table says so.

``published`` is ForecastBench's baseline board (autumn 2026), ``board`` 2024 its board of that time over fewer outcomes. ``overall`` is the mean
of the Brier of data series and of that of markets, as there. ``N``: outcomes; theirs are 521 and 57. ``refused``: questions that
registration did not take. ``market value`` says for a market what it stood at when the question was frozen, nine
days before forecasts were due, and nothing of data series; theirs is over 52 of the outcomes, so that the two need not agree.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import fmean

from rashomon.errors import RashomonError
from rashomon.foresee.crowd import as_crowd
from rashomon.foresee.imports import forecastbench
from rashomon.foresee.ledger import Ledger, Standing
from rashomon.foresee.questions import register
from rashomon.foresee.scoring import Pair, bins, brier, calibration, log_score
from rashomon.records import Forecast, Question, Resolution

NOW = datetime(2026, 11, 1, tzinfo=UTC)
PUBLISHED = {
    "superforecasters": (0.131, 0.073, 0.102),
    "public": (0.165, 0.110, 0.137),
    "always 0.5": (0.25, 0.25, 0.25),
    "market value": (None, 0.105, None),
}
"""Dataset, market, overall. The market value is that of the board of 2024 ("imputed forecaster", 52 of today's 57 outcomes)."""
NUMBERS = (521, 57)


def load(folder: Path) -> tuple[list[Question], list[Resolution], int, int]:
    """Questions that registration took, outcomes, how many were refused, how many rows could not be read."""
    data = json.loads((folder / "2024-07-21-human.json").read_text(encoding="utf-8"))
    asked: dict[str, Question] = {}
    refused = unread = 0
    for one in forecastbench.questions(data):
        if not isinstance(one, Question):
            unread += 1
            continue
        try:
            asked[one.external] = register(one, now=one.opened_at)
        except RashomonError as error:
            refused += 1
            print(f"refused: {error}")
    data = json.loads((folder / "2024-07-21_resolution_set.json").read_text(encoding="utf-8"))
    words: list[Resolution] = []
    ledger = Ledger(asked.values())
    for word in forecastbench.resolutions(data, asked):
        if isinstance(word, Resolution):
            words.append(ledger.accept_resolution(word, now=NOW))
        else:
            unread += 1
    return list(asked.values()), words, refused, unread


def human(path: Path, questions: Sequence[Question]) -> tuple[list[Forecast], int, int]:
    """Forecasts that the ledger took of a file, how many came too late or are no probability, how many were left out before."""
    data = json.loads(path.read_text(encoding="utf-8"))
    ledger = Ledger(questions)
    taken, late, out = [], 0, 0
    for one in forecastbench.forecasts(data, {q.external: q for q in questions}):
        if not isinstance(one, Forecast):
            out += 1
            continue
        try:
            taken.append(ledger.accept(one, now=NOW))
        except RashomonError:
            late += 1
    return taken, late, out


def row(name: str, standings: Iterable[Standing], says: Callable[[Standing], float | None]) -> str:
    """One line of the table."""
    parts: dict[bool, list[Pair]] = {True: [], False: []}
    for one in standings:
        p = says(one)
        if p is None or one.counts is None or one.counts.number is None:
            continue
        parts[one.question.external.split("/")[0] in forecastbench.MARKETS].append(Pair(p, one.counts.number))
    every = [*parts[False], *parts[True]]
    figures = [brier(parts[False]), brier(parts[True])]
    overall = fmean(f for f in figures if f is not None) if None not in figures else None
    published = PUBLISHED.get(name, (None, None, None))
    log, _ = log_score(every)
    cells = [
        name,
        str(len(parts[False])),
        str(len(parts[True])),
        *map(_figure, (*figures, overall, *published)),
    ]
    return "  ".join(
        f"{c:<18}" if w < 0 else f"{c:>{w}}"
        for c, w in zip([*cells, _figure(log), _figure(calibration(bins(every)))], WIDTHS, strict=True)
    )


WIDTHS = (-18, 6, 6, 8, 8, 8, 9, 9, 9, 7, 7)


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def only(standing: Standing) -> float | None:
    return standing.forecasts[0].p if standing.forecasts else None


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--human", type=Path, nargs="*", default=[])
    given = parser.parse_args()
    folder = given.data / "forecasts"
    if not folder.exists():
        print(f"skipped: {folder} is not there")
        return 0
    questions, words, refused, unread = load(folder)
    ledger = Ledger(questions, (), words)
    standings = ledger.all()
    data = sum(
        1
        for w in words
        if ledger.standing(w.question_id).question.external.split("/")[0] not in forecastbench.MARKETS
    )
    print(f"questions {len(questions)}, refused {refused}, rows left out {unread}")
    print(
        f"outcomes of data series {data} (published {NUMBERS[0]}), of markets {len(words) - data} (published {NUMBERS[1]})\n"
    )
    heads = (
        "method",
        "N data",
        "N mkt",
        "data",
        "market",
        "overall",
        "pub.data",
        "pub.mkt",
        "pub.all",
        "log",
        "calib",
    )
    print("  ".join(f"{h:<18}" if w < 0 else f"{h:>{w}}" for h, w in zip(heads, WIDTHS, strict=True)))
    print(row("always 0.5", standings, lambda _: 0.5))
    print(row("always 0", standings, lambda _: 0.0))
    print(row("market value", standings, lambda one: one.question.status_quo))
    paths = [*given.human, *sorted(folder.glob("*human_*.json"))]
    for path in paths:
        taken, late, out = human(path, questions)
        name = "superforecasters" if "super" in path.name else "public"
        crowd = as_crowd(Ledger(questions, taken, words).all(), name)
        print(row(name, crowd, only))
        print(f"  {path.name}: {len(taken)} forecasts taken, {late} refused, {out} left out")
    if not paths:
        print(
            "\nsuperforecasters, public: not scored, their forecasts are not in the data (--human FILE names them)"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
