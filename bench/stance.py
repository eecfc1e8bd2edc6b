"""A report's stance towards a claim: ours beside baselines and the published figure, per class.

    python -m bench.stance --data ../shared/data

``--data`` is a folder with ``stance/`` (or that folder itself): the files of FNC-1, ``*stances.csv`` with ``Headline``,
``Body ID``, ``Stance`` and ``*bodies.csv`` with ``Body ID``, ``articleBody``; whose bodies they are does not matter.
**Held** is every pair whose body the model never saw in training, and of the related ones those whose headline it never saw
either (``models/stance/seen.txt`` has a digest of each text it saw). On the project's file these are the pairs of the topics that
``bench/stance_split.py`` deals to the fifth fold: 198 bodies, 23 topics none of which training had. Also: pairs of our own about
invented contested events, in another style (``bench/gold/stance.jsonl``).

``F1``: per class, and their plain mean. ``FNC``: the weighted score of the challenge (a quarter for related or not, three for
the stance of a related pair) as a share of the best possible. ``sure``: only the pairs that the program answers, all others
left out of recall as well; the line below says how many it answers. The words baseline (a softmax regression on overlap,
likeness and words of refuting and hedging) is fitted on one half of the held bodies and tested on the other, so it
has seen each topic: that is in its favour. ``95 %`` is from 300 draws of whole bodies.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.stance_split import LABELS, read
from rashomon.claim.stance import Judged, folder, stances
from rashomon.claim.stance.model import model
from rashomon.claim.stance.related import features, weigh
from rashomon.claim.stance.words import Text

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Row = tuple[str, str, str, int]
"""Claim, report, id of the report, label."""
PUBLISHED = 60.0
"""Macro-F1 that papers give for FNC-1's test file after training on its own training file (COLING 2018 and since)."""
UNRELATED = LABELS.index("unrelated")
GOLD = Path(__file__).with_name("gold") / "stance.jsonl"


def digest(text: str) -> str:
    """What ``seen.txt`` holds of a text: white space and case do not count."""
    return hashlib.sha256(" ".join(text.lower().split()).encode()).hexdigest()[:12]


def held(place: Path) -> list[Row]:
    """The pairs of the files whose texts the shipped model never saw."""
    home = folder()
    seen = set((home / "seen.txt").read_text().split()) if home else set()
    rows, bodies = read(place)
    fresh = {key for key, body in bodies.items() if digest(body) not in seen}
    return [
        (headline, bodies[body], body, label)
        for headline, body, label in rows
        if body in fresh and (label == UNRELATED or digest(headline) not in seen)
    ]


def matrix(gold: Ints, found: Ints) -> Ints:
    """Counts, gold × found."""
    out = np.zeros((4, 4), dtype=np.int64)
    np.add.at(out, (gold, found), 1)
    return out


def f1(counts: Ints) -> Floats:
    """F1 of each class, in percent."""
    right = np.diag(counts)
    return np.asarray(200 * right / np.maximum(1, counts.sum(0) + counts.sum(1)), dtype=np.float64)


def weighted(counts: Ints) -> float:
    """The challenge's score, in percent of the best possible."""
    related = counts[:3, :3].sum()
    got = 0.25 * (related + counts[UNRELATED, UNRELATED]) + 0.75 * np.diag(counts)[:3].sum()
    best = counts[:3].sum() + 0.25 * counts[UNRELATED].sum()
    return float(100 * got / best)


def spread(gold: Ints, found: Ints, groups: Sequence[str], draws: int = 300) -> tuple[float, float]:
    """The middle 95 % of macro-F1 over draws of whole bodies."""
    keys = sorted(set(groups))
    place = {key: number for number, key in enumerate(keys)}
    each = np.zeros((len(keys), 4, 4), dtype=np.int64)
    np.add.at(each, (np.array([place[g] for g in groups]), gold, found), 1)
    chance = np.random.default_rng(1)
    means = [f1(each[chance.integers(0, len(keys), len(keys))].sum(0)).mean() for _ in range(draws)]
    low, high = np.percentile(means, [2.5, 97.5])
    return float(low), float(high)


_REFUTING = "hoax fake false untrue debunked denied denies deny not no never satire bogus refuted disputed doubt".split()
_HEDGING = "reportedly alleged allegedly claims claim claimed report reports according rumor rumors may could unconfirmed sources".split()


def words(rows: Sequence[Row]) -> Floats:
    """The baseline's features: overlap as in our cheap step, likeness by tf-idf, and words of refuting and hedging."""
    idf, most = model().idf, model().most
    texts: dict[str, Text] = {}
    out = []
    for claim, report, _, _ in rows:
        a, b = (texts.setdefault(t, Text(t)) for t in (claim, report))
        weights = weigh(a, idf, most)
        both = sum(idf.get(s, most) ** 2 for s in a.stems & b.stems)
        size = sum(idf.get(s, most) ** 2 for s in a.stems) * sum(idf.get(s, most) ** 2 for s in b.stems)
        signs = []
        for text in (claim, report):
            own = re.findall(r"[a-z]+", text.lower())
            for listed in (_REFUTING, _HEDGING):
                count = sum(w in listed for w in own)
                signs += [float(count > 0), count / (1 + len(own)) * 20]
        out.append([*features(a, b, weights), both / max(1.0, size) ** 0.5, *signs])
    return np.asarray(out)


def regression(values: Floats, labels: Ints, steps: int = 1500) -> tuple[Floats, Floats, Floats]:
    """Softmax regression by gradient descent, classes weighted by the root of their rarity."""
    mean, width = values.mean(0), values.std(0) + 1e-9
    x = np.concatenate([(values - mean) / width, np.ones((len(values), 1))], axis=1)
    truth = np.eye(4)[labels]
    cost = np.sqrt(len(labels) / (4 * np.maximum(1, truth.sum(0))))[labels][:, None]
    w = np.zeros((x.shape[1], 4))
    for _ in range(steps):
        score = x @ w
        p = np.exp(score - score.max(1, keepdims=True))
        p /= p.sum(1, keepdims=True)
        w -= 0.5 * (x.T @ (cost * (p - truth)) / len(x) + 1e-4 * w)
    return w, mean, width


def baseline(rows: Sequence[Row], labels: Ints) -> Ints:
    """Each half of the bodies by what the other half taught."""
    values = words(rows)
    half = np.array([int(digest(report), 16) % 2 for _, report, _, _ in rows])
    found = np.zeros(len(rows), dtype=np.int64)
    for side in (0, 1):
        w, mean, width = regression(values[half != side], labels[half != side])
        x = (values[half == side] - mean) / width
        found[half == side] = (np.concatenate([x, np.ones((len(x), 1))], axis=1) @ w).argmax(1)
    return found


def forced(answers: Sequence[Judged]) -> Ints:
    """The label with the highest probability, sure or not."""
    table = [[one.probabilities.get(label, 0.0) for label in LABELS] for one in answers]
    return np.asarray(table).argmax(1)


def alone(rows: Sequence[Row]) -> tuple[Ints, Ints]:
    """What the cheap step with the cues, and the cheap step with the network, would answer each without the other."""
    made = model()
    texts: dict[str, Text] = {}
    counted, read = [], []
    for claim, report, _, _ in rows:
        one = made.look(*(texts.setdefault(t, Text(t)) for t in (claim, report)))
        counted.append(UNRELATED if one.related < 0.5 else int(made.count(one)[:UNRELATED].argmax()))
        asked = one.related >= made.card["cheap"]["cut"]
        read.append(int(made.read(one).argmax()) if asked else UNRELATED)
    return np.asarray(counted), np.asarray(read)


def line(name: str, method: str, counts: Ints) -> str:
    each = f1(counts)
    cells = "".join(f"{value:12.1f}" for value in (*each, each.mean(), weighted(counts)))
    return f"{name:14}{method:34}{cells}"


def show(name: str, rows: Sequence[Row], *, parts: bool) -> None:
    """Print the tables of one set."""
    labels = np.array([label for *_, label in rows], dtype=np.int64)
    begun = time.process_time()
    answers = stances([(claim, report) for claim, report, _, _ in rows], threads=1)
    seconds = time.process_time() - begun
    found = forced(answers)
    counts = matrix(labels, found)
    groups = [body for _, _, body, _ in rows]
    low, high = spread(labels, found, groups)
    sure = np.array([one.label is not None for one in answers])
    print(
        f"{name}: {len(rows)} pairs of {len(set(groups))} reports; {len(rows) / seconds:.0f} pairs/s on one core\n"
    )
    print(f"{'set':14}{'method':34}" + "".join(f"{label:>12}" for label in (*LABELS, "macro F1", "FNC")))
    print(line(name, "rashomon stance", counts))
    print(line(name, "rashomon stance, sure", matrix(labels[sure], found[sure])))
    if parts:
        for part, each in zip(("cues alone", "network alone"), alone(rows), strict=True):
            print(line(name, part, matrix(labels, each)))
    if name == "FNC-1 held":
        print(
            f"{name:14}{'published, on the whole file':34}"
            + f"{'–':>12}" * 4
            + f"{PUBLISHED:12.1f}"
            + f"{'–':>12}"
        )
        print(line(name, "words: overlap, tf-idf, refuting", matrix(labels, baseline(rows, labels))))
    print(line(name, "all unrelated", matrix(labels, np.full_like(labels, UNRELATED))))
    print(f"\nmacro F1 95 %: {low:.1f} to {high:.1f}; sure of {100 * sure.mean():.1f} % of the pairs", end="")
    related = labels != UNRELATED
    print(f", of {100 * sure[related].mean():.1f} % of the related; ", end="")
    print(
        f"right where sure {100 * (found == labels)[sure].mean():.1f} %, else {100 * (found == labels)[~sure].mean() if (~sure).any() else 0:.1f} %"
    )
    chances = np.array([max(one.probabilities.values()) for one in answers])
    print(
        f"expected calibration error, ten bins: {ece(chances, found == labels):.3f}; of the related {ece(chances[related], (found == labels)[related]):.3f}\n"
    )
    print(
        f"{'class':12}{'P':>8}{'R':>8}{'F1':>8}{'pairs':>8}   found as: "
        + " ".join(f"{x:>10}" for x in LABELS)
    )
    for k, label in enumerate(LABELS):
        right = counts[k, k]
        p, r = 100 * right / max(1, counts[:, k].sum()), 100 * right / max(1, counts[k].sum())
        cells = " ".join(f"{x:10}" for x in counts[k])
        print(f"{label:12}{p:8.1f}{r:8.1f}{f1(counts)[k]:8.1f}{counts[k].sum():8}             {cells}")
    print()


def ece(chances: Floats, right: NDArray[np.bool_]) -> float:
    """Expected calibration error over ten bins of equal width."""
    edges = [*np.linspace(0, 1, 11)[:-1], 1.01]
    inside = [(chances >= a) & (chances < b) for a, b in pairwise(edges)]
    return float(sum(abs(chances[x].mean() - right[x].mean()) * x.mean() for x in inside if x.any()))


def ours() -> list[Row]:
    """The pairs of our own."""
    lines = [json.loads(row) for row in GOLD.read_text(encoding="utf-8").splitlines()]
    return [
        (row["claim"], row["report"], row["id"].rsplit("-", 1)[0], LABELS.index(row["label"]))
        for row in lines
    ]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--data", type=Path, default=Path("../shared/data"), help="folder of development data"
    )
    parser.add_argument("--parts", action="store_true", help="also print what each part would answer alone")
    arguments = parser.parse_args()
    if folder() is None:
        print("skipped: models/stance is not there")
        return
    show("Own gold", ours(), parts=arguments.parts)
    place = arguments.data / "stance" if (arguments.data / "stance").is_dir() else arguments.data
    if not any(place.glob("*stances.csv")):
        print(f"skipped: {place} has no *stances.csv")
        return
    show("FNC-1 held", held(place), parts=arguments.parts)


if __name__ == "__main__":
    main()
