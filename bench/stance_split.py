"""The pairs of the FNC-1 file and how they are split: by topic, so that no body and no headline of the test part was
seen in training with anything it is related to.

A topic is what related pairs join: a body and every headline that it agrees with, disagrees with or discusses, the
bodies those are joined to, and so on. Topics are dealt to five folds from the largest, each to the fold that has the
fewest related pairs; the fifth is the test, and it gets the largest topic last. A pair belongs to its body's fold, so the
test has every pair of its bodies; training leaves out whatever has a headline of a test topic.
"""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

LABELS = ("agree", "disagree", "discuss", "unrelated")
FOLDS = 5
TEST = 4


@dataclass(frozen=True, slots=True)
class Pair:
    """One row of the file. ``label`` is an index into ``LABELS``."""

    headline: str
    body_id: str
    label: int
    topic: str
    """Of the body."""
    other: str
    """Of the headline."""


@dataclass(frozen=True, slots=True)
class Data:
    """All pairs, the bodies by id, and each topic's fold."""

    pairs: tuple[Pair, ...]
    bodies: dict[str, str]
    fold: dict[str, int]

    def held(self, fold: int = TEST) -> list[Pair]:
        """Every pair of the fold's bodies."""
        return [one for one in self.pairs if self.fold[one.topic] == fold]

    def rest(self, *folds: int) -> list[Pair]:
        """The pairs that have neither a body nor a headline of these folds."""
        return [
            one
            for one in self.pairs
            if self.fold[one.topic] not in folds and self.fold[one.other] not in folds
        ]


def read(folder: Path) -> tuple[list[tuple[str, str, int]], dict[str, str]]:
    """(headline, body id, label) of each row of ``*stances.csv``, and the bodies of ``*bodies.csv`` by id."""
    csv.field_size_limit(10**8)
    bodies: dict[str, str] = {}
    for file in sorted(folder.glob("*bodies.csv")):
        with file.open(encoding="utf-8", newline="") as stream:
            bodies.update((row["Body ID"], row["articleBody"]) for row in csv.DictReader(stream))
    rows = []
    for file in sorted(folder.glob("*stances.csv")):
        with file.open(encoding="utf-8", newline="") as stream:
            rows += [
                (row["Headline"], row["Body ID"], LABELS.index(row["Stance"].strip().lower()))
                for row in csv.DictReader(stream)
                if row["Body ID"] in bodies
            ]
    return rows, bodies


def load(folder: Path) -> Data:
    """Read the files and deal the topics."""
    rows, bodies = read(folder)
    parent: dict[str, str] = {}

    def find(node: str) -> str:
        while parent.setdefault(node, node) != node:
            node = parent[node]
        return node

    for headline, body, label in rows:
        if LABELS[label] != "unrelated":
            a, b = sorted((find("h" + headline), find("b" + body)))
            parent[b] = a
    related = Counter(find("b" + body) for _, body, label in rows if LABELS[label] != "unrelated")
    every = {find(("b" if k else "h") + row[k]) for row in rows for k in (0, 1)}
    fold: dict[str, int] = {}
    load_of = [0] * FOLDS
    for topic in sorted(every, key=lambda t: (-related[t], t)):
        at = min(range(FOLDS), key=lambda k: (load_of[k], k))
        fold[topic] = at
        load_of[at] += related[topic]
    pairs = tuple(
        Pair(headline, body, label, find("b" + body), find("h" + headline)) for headline, body, label in rows
    )
    return Data(pairs, bodies, fold)
