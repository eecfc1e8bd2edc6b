"""Earlier claims for a text: quality on CLEF 2020 CheckThat! task 2 (dev) and across languages, speed, memory.

    python -m bench.match --data ../shared/data [--untuned FOLDER] [--keep FILE] [--sizes 10000 100000] [--threads 1]

``--data`` is the folder of development data; without it only the part across languages runs. ``--untuned``: a model folder made
by ``python -m training.likeness --untuned FOLDER``, for the row of the encoder as it was before training. ``--keep``: where the
index of CLEF's claims is kept between runs (encoding them takes a minute). Claims for the speed table are CLEF's with words
dropped and others put in, and vectors moved at random instead of encoded anew.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
import resource
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from training.likeness.corpus import ARCHIVE, Corpus, clef

from bench.attribution import table
from rashomon.claim import match as matching
from rashomon.claim.match import Index, part, postings, vectors
from rashomon.claim.match.terms import Terms, terms
from rashomon.encoder import SIZE, Encoder, encoder, load
from rashomon.records import Earlier

GOLD = Path(__file__).parent / "gold" / "match.jsonl"
Ranking = Sequence[int]


def average_precision(ranking: Ranking, right: frozenset[int], depth: int) -> float:
    """AP@depth, as the task scores it."""
    hits, total = 0, 0.0
    for place, number in enumerate(ranking[:depth], 1):
        if number in right:
            hits += 1
            total += hits / place
    return total / min(len(right), depth)


def show(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    print(table([dict(zip(columns, row, strict=True)) for row in rows]), flush=True)


def quality(name: str, rankings: Sequence[Ranking], corpus: Corpus) -> list[str]:
    """One row of the table."""
    cells = [
        100
        * float(np.mean([average_precision(r, w, k) for r, w in zip(rankings, corpus.right, strict=True)]))
        for k in (1, 3, 5)
    ]
    return [name, f"{cells[0]:.1f}", f"{cells[0]:.1f}", f"{cells[1]:.1f}", f"{cells[2]:.1f}"]


def plain_bm25(corpus: Corpus) -> list[Ranking]:
    """The textbook: lower-case words, k1 1.2, b 0.75, over claim and title."""
    docs = [re.findall(r"\w+", f"{c} {t}".lower()) for c, t in zip(corpus.claims, corpus.titles, strict=True)]
    mean = sum(map(len, docs)) / len(docs)
    held: dict[str, list[tuple[int, int]]] = {}
    for number, words in enumerate(docs):
        for word, count in Counter(words).items():
            held.setdefault(word, []).append((number, count))
    out = []
    for query in corpus.queries:
        scores: dict[int, float] = {}
        for word in set(re.findall(r"\w+", query.lower())):
            docs_with = held.get(word, [])
            worth = math.log(1 + (len(docs) - len(docs_with) + 0.5) / (len(docs_with) + 0.5))
            for number, count in docs_with:
                damped = count + 1.2 * (1 - 0.75 + 0.75 * len(docs[number]) / mean)
                scores[number] = scores.get(number, 0.0) + worth * count * 2.2 / damped
        out.append([n for n, _ in sorted(scores.items(), key=lambda one: (-one[1], one[0]))[:24]])
    return out


def cosine(own: Encoder, corpus: Corpus, threads: int) -> list[Ranking]:
    """By the cosine of query and claim alone, both as they are."""
    said = own.encode(corpus.claims, threads)
    return [
        np.argsort(-(said @ row), kind="stable")[:24].tolist() for row in own.encode(corpus.queries, threads)
    ]


def by_meaning(index: Index, corpus: Corpus) -> list[Ranking]:
    """By the cosine with the claim alone, as it lies in the index."""
    (held,) = index.parts
    said = held.claims.rows(np.arange(len(held)))
    asked = [matching.asked(text, encoder()).vectors for text in corpus.queries]
    return [np.argsort(-(said @ rows[0]), kind="stable")[:24].tolist() for rows in asked if rows is not None]


def ours(index: Index, corpus: Corpus) -> list[Ranking]:
    return [[int(m.claim.id) for m in index.match(q, 24, least=0.0).matches] for q in corpus.queries]


def index_of(corpus: Corpus, keep: Path | None, threads: int) -> tuple[Index, float]:
    """The index of CLEF's claims, and the milliseconds a claim it took to build (0: it was kept)."""
    known = {
        n: Earlier(text=c, title=t, id=str(n), list="clef")
        for n, (c, t) in enumerate(zip(corpus.claims, corpus.titles, strict=True))
    }
    made, spent = None, 0.0
    if keep and keep.exists():
        made = part.from_bytes(keep.read_bytes())
    if made is None or made.version != matching.version():
        begun = time.perf_counter()
        rows = [(n, one.text, one.title) for n, one in known.items()]
        made = part.build(rows, matching.encoding(), matching.version(), threads)
        spent = (time.perf_counter() - begun) / len(known) * 1000
        if keep:
            keep.write_bytes(part.to_bytes(made))
    return Index((made,), lambda numbers: {n: known[n] for n in numbers}), spent


def without_encoder(run: Callable[[], list[Ranking]]) -> list[Ranking]:
    """As where the model is missing."""
    kept = matching.encoding
    matching.encoding = lambda: None  # type: ignore[assignment]
    try:
        return run()
    finally:
        matching.encoding = kept


def grown(corpus: Corpus, index: Index, size: int) -> Index:
    """``size`` claims made from CLEF's: one word in five falls away and another claim's comes in."""
    draw, noise = random.Random(4), np.random.default_rng(4)
    (base,) = index.parts
    own = [terms(f"{c} {t}") for c, t in zip(corpus.claims, corpus.titles, strict=True)]
    every = sorted({term for one in own for term in one.words})
    origin = np.arange(size) % len(own)
    made = []
    for n in origin.tolist():
        words = Counter({t: c for t, c in own[n].words.items() if draw.random() > 0.2})
        words[draw.choice(every)] += 1
        made.append(Terms(words, own[n].bones))
    moved = base.claims.rows(origin) + noise.normal(0, 0.02, (size, SIZE)).astype(np.float32)
    moved /= np.linalg.norm(moved, axis=1, keepdims=True)
    packed = vectors.pack(moved)
    whole = part._made(
        base.version, np.arange(size), np.ones(size, bool), postings.build(made), packed, packed
    )  # fmt: skip
    return Index((whole,), lambda numbers: _renamed(index, origin, numbers))


def _renamed(index: Index, origin: NDArray[np.int64], numbers: Sequence[int]) -> dict[int, Earlier]:
    found = index.fetch([int(origin[n]) for n in numbers])
    return {n: found[int(origin[n])] for n in numbers}


ASKED = 100
"""Queries timed at each size."""


def speed(corpus: Corpus, index: Index, sizes: Sequence[int]) -> list[list[str]]:
    out = []
    for size in sizes:
        large = grown(corpus, index, size)
        data = part.to_bytes(large.parts[0])
        begun = time.perf_counter()
        part.from_bytes(data)
        opened = time.perf_counter() - begun
        for query in corpus.queries[ASKED : ASKED + 20]:
            large.match(query)
        wall, own = [], []
        for query in corpus.queries[:ASKED]:
            begun, spent = time.perf_counter(), time.process_time()
            large.match(query)
            wall.append(1000 * (time.perf_counter() - begun))
            own.append(1000 * (time.process_time() - spent))
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        cells = [np.percentile(times, share) for times in (wall, own) for share in (50, 95)]
        out.append(
            [
                f"{size:,}",
                *(f"{c:.1f}" for c in cells),
                f"{min(wall):.1f}",
                f"{len(data) / 1e6:.0f}",
                f"{opened:.2f}",
                f"{memory:.0f}",
            ]
        )
    return out


def across(others: Corpus | None, index: Index | None) -> list[list[str]]:
    """MRR of the gold across languages, by halves. The claims of the language asked for are the haystack; where the data
    folder is there, CLEF's claims are among the English."""
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    out = []
    for name, bare in (("rashomon match", False), ("rashomon match, no encoder", True)):
        ranks: dict[str, list[float]] = {}

        def run(ranks: dict[str, list[float]] = ranks, rows: list[dict[str, str]] = rows) -> list[Ranking]:
            for language in ("en", "ru", "uk"):
                own = [
                    Earlier(text=row["claim"], id=row["id"])
                    for row in rows
                    if row["claim_language"] == language
                ]
                hay = Index.of(own)
                if language == "en" and index is not None and others is not None:
                    hay = _with(hay, own, index)
                for row in rows:
                    if row.get("query") and row["claim_language"] == language:
                        right = {row["id"], *row.get("also", [])}
                        found = [m.claim.id for m in hay.match(row["query"], 24, least=0.0).matches]
                        place = next((n for n, id in enumerate(found, 1) if id in right), 0)
                        half = "dev" if int(row["id"][1:]) % 2 == 0 else "held"
                        for key in (half, f"{row['query_language']}>{language}"):
                            ranks.setdefault(key, []).append(1 / place if place else 0.0)
            return []

        without_encoder(run) if bare else run()
        keys = ("dev", "held", "ru>en", "uk>en", "en>ru", "en>uk")
        out.append([name, *(f"{100 * float(np.mean(ranks[key])):.1f}" for key in keys)])
    return out


def _with(hay: Index, own: Sequence[Earlier], index: Index) -> Index:
    """The gold's claims and CLEF's in one index; the gold's numbers come first."""
    (base,) = index.parts
    first, last = hay.parts[0], part._made(
        hay.parts[0].version, base.numbers + 1_000_000, base.latin, base.words, base.claims, base.titles
    )  # fmt: skip
    if not len(first.claims.packed):
        empty = vectors.pack(np.zeros((0, SIZE), dtype=np.float32))
        last = part._made(first.version, last.numbers, last.latin, last.words, empty, empty)

    def fetch(numbers: Sequence[int]) -> dict[int, Earlier]:
        clefs = index.fetch([n - 1_000_000 for n in numbers if n >= 1_000_000])
        return {n: own[n] if n < 1_000_000 else clefs[n - 1_000_000] for n in numbers}

    return Index((first, last), fetch)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--data", type=Path, default=Path("../shared/data"), help="folder of development data"
    )
    parser.add_argument("--untuned", type=Path, help="folder of the encoder before training")
    parser.add_argument("--keep", type=Path, help="file to keep the index in")
    parser.add_argument("--sizes", type=int, nargs="*", default=[10_000, 100_000])
    parser.add_argument("--threads", type=int, default=1)
    arguments = parser.parse_args()
    corpus, index = None, None
    if (arguments.data / ARCHIVE).exists():
        corpus = clef(arguments.data, "dev")
        index, spent = index_of(corpus, arguments.keep, arguments.threads)
        bare = part._made(
            "", index.parts[0].numbers, index.parts[0].latin, index.parts[0].words,
            *[vectors.pack(np.zeros((0, SIZE), dtype=np.float32))] * 2,
        )  # fmt: skip
        whole, only_words = index, Index((bare,), index.fetch)
        rows = [quality("plain BM25", plain_bm25(corpus), corpus)]
        if arguments.untuned:
            untuned = cosine(load(arguments.untuned), corpus, arguments.threads)
            rows.append(quality("MiniLM un-tuned, cosine", untuned, corpus))
        rows.append(quality("our encoder, cosine", by_meaning(index, corpus), corpus))
        rows.append(
            quality("rashomon match, no encoder", without_encoder(lambda: ours(only_words, corpus)), corpus)
        )
        rows.append(quality("rashomon match", ours(whole, corpus), corpus))
        print(f"CLEF 2020 task 2 dev: {len(corpus.queries)} tweets, {len(corpus.claims):,} claims")
        show(["method", "P@1", "MAP@1", "MAP@3", "MAP@5"], rows)
        print("published best on the test part: MAP@5 92.9\n")
        if spent:
            print(f"index built at {spent:.1f} ms a claim with its title, {arguments.threads} thread(s)\n")
        if arguments.sizes:
            print(
                "Speed with one thread, a query at a time: milliseconds on the clock and of the processor",
                flush=True,
            )
            show(
                ["claims", "p50", "p95", "cpu p50", "cpu p95", "least", "MB", "open s", "peak MB"],
                speed(corpus, index, arguments.sizes),
            )
        print()
    else:
        print(f"skipped: {arguments.data / ARCHIVE} is not there")
    print("Across languages (bench/gold/match.jsonl), mean reciprocal rank")
    show(["method", "dev", "held", "ru>en", "uk>en", "en>ru", "en>uk"], across(corpus, index))


if __name__ == "__main__":
    main()
