"""CLEF 2020 CheckThat! task 2: tweets and the already checked claims they speak of."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

ARCHIVE = Path("claims") / "clef2020_task2_train_dev.zip"


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Claims with the headlines of their checks, and queries with the numbers of the claims that answer them."""

    claims: tuple[str, ...]
    titles: tuple[str, ...]
    queries: tuple[str, ...]
    right: tuple[frozenset[int], ...]


def clef(data: Path, part: str) -> Corpus:
    """The part ``train`` or ``dev``. Raises FileNotFoundError where the archive is absent."""
    with zipfile.ZipFile(data / ARCHIVE) as archive:

        def rows(name: str, delimiter: str = "\t") -> list[list[str]]:
            text = io.TextIOWrapper(archive.open(f"v3.0/{name}"), encoding="utf-8", newline="")
            return list(csv.reader(text, delimiter=delimiter))

        known = rows("verified_claims.docs.tsv")[1:]
        tweets = {row[0]: row[1] for row in rows(f"{part}/tweets.queries.tsv")[1:]}
        right: dict[str, set[int]] = {}
        for row in rows(f"{part}/tweet-vclaim-pairs.qrels"):
            right.setdefault(row[0], set()).add(int(row[2]))
    order = [key for key in tweets if key in right]
    if any(int(row[0]) != n for n, row in enumerate(known)):
        raise ValueError("the claims are not numbered in order")
    return Corpus(
        claims=tuple(row[1] for row in known),
        titles=tuple(row[2] for row in known),
        queries=tuple(tweets[key] for key in order),
        right=tuple(frozenset(right[key]) for key in order),
    )
