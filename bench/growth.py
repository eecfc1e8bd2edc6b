"""How grouping grows: processor time for each document and peak memory, from a thousand documents to a million.

    python -m bench.growth --data ../shared/data --most 100000 --svg docs/growth.svg

Times are processor seconds of one process on one core for everything ``rashomon group`` does between documents and stories
(words, signatures, whose copy each is, neighbours, stories); making the documents is not counted. Each row is a process of its own.
``ours``: reports from texts of ours (``bench/mill.py``); ``real``: reports made from the real articles of ``--data`` by
paraphrase and noise; ``flood``: copies of one post; ``empty``: documents without text. "one more" is the mean time to take in one
further document, of ten. "of it texts" is what the process held before it grouped anything: Python, numpy and the documents
themselves, which the grouping keeps. "load": how many processes wanted the machine's cores, over the last five minutes; where there
are more of them than cores, processor seconds are longer. "tf-idf, all pairs" is the baseline of bench.stories, up to 1,000 documents.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from bench.mill import mill, remill
from bench.stories import b_cubed, load, single_link
from rashomon.group import Grouping
from rashomon.records import Document

SIZES = (1_000, 10_000, 100_000, 300_000, 1_000_000)
FLOOD = 50_000
MORE = 10
HEADER = f"{'method':22} {'documents':>10} {'seconds':>9} {'ms each':>8} {'docs/s':>7} {'MB':>7} {'of it texts':>11} {'one more ms':>12} {'stories':>8} {'B3 F1':>6} {'load':>5}"


def documents(kind: str, count: int, data: Path) -> Iterator[tuple[Document, int]]:
    """Documents and the happening each tells of."""
    if kind == "real":
        texts = [one.text for one in load(data / "stories" / "articles.jsonl")[0]]
        yield from ((one.document, one.happening) for one in remill(texts, count))
    elif kind == "ours":
        yield from ((one.document, one.happening) for one in mill(count))
    else:
        first = next(iter(mill(1))).document
        for n in range(count):
            text = first.text if kind == "flood" else ""
            yield Document(id=f"{kind}{n:07}", text=text, source=f"Outlet {n % 900}", language="en", published_at=first.published_at), 0  # fmt: skip


def one(kind: str, count: int, data: Path) -> dict[str, float]:
    """One row, in this process."""
    made = list(documents(kind, count + MORE, data))
    before = _peak()
    grouping = Grouping()
    start = time.process_time()
    grouping.add([document for document, _ in made[:count]])
    stories = grouping.stories()
    seconds = time.process_time() - start
    peak = _peak()
    start = time.process_time()
    for document, _ in made[count:]:
        grouping.add([document])
    more = (time.process_time() - start) / MORE
    score = 0.0
    if count <= 10_000:
        gold: dict[str, object] = {document.id: happening for document, happening in made[:count]}
        score = b_cubed({m.document_id: s.id for s in stories for m in s.members}, gold)[2]
    return {
        "documents": count, "seconds": seconds, "more": more, "peak": peak, "held": before, "stories": len(stories), "f1": score,
        "load": os.getloadavg()[1],
    }  # fmt: skip


def baseline(count: int) -> float:
    made = [document for document, _ in documents("ours", count, Path())]
    start = time.process_time()
    single_link(made, 0.25)
    return time.process_time() - start


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def row(label: str, found: dict[str, float]) -> str:
    count, seconds = found["documents"], found["seconds"]
    score = f"{100 * found['f1']:6.1f}" if found["f1"] else "     -"
    return (
        f"{label:22} {count:10,.0f} {seconds:9.1f} {1000 * seconds / count:8.2f} {count / seconds:7.0f} {found['peak']:7.0f} "
        f"{found['held']:11.0f} {1000 * found['more']:12.1f} {found['stories']:8,.0f} {score} {found['load']:5.1f}"
    )


def drawing(rows: dict[str, list[dict[str, float]]]) -> str:
    """Two panels over the number of documents, all scales in powers of ten: milliseconds each, and megabytes."""
    width, height, left, top = 360, 250, 60, 40
    colours = {"ours": "#1f6f8b", "real": "#c1440e"}
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {2 * (width + 90)} {height + 100}" font-family="sans-serif" font-size="12">',
        f'<rect width="{2 * (width + 90)}" height="{height + 100}" fill="white"/>',
    ]
    panels = (
        ("ms", "processor time, milliseconds a document", (0, 2), lambda r: 1000 * r["seconds"] / r["documents"]),
        ("MB", "peak memory, megabytes", (2, 5), lambda r: r["peak"]),
    )  # fmt: skip
    for number, (_, title, (low, high), value) in enumerate(panels):
        x0 = left + number * (width + 90)

        def place(count: float, amount: float, x0: int = x0, low: int = low, high: int = high) -> str:
            import math

            x = x0 + width * (math.log10(count) - 3) / 3
            y = top + height * (1 - (math.log10(max(amount, 10.0**low)) - low) / (high - low))
            return f"{x:.1f},{y:.1f}"

        out.append(f'<text x="{x0}" y="{top - 14}" font-weight="bold">{title}</text>')
        for power in range(low, high + 1):
            y = top + height * (1 - (power - low) / (high - low))
            out.append(f'<line x1="{x0}" x2="{x0 + width}" y1="{y}" y2="{y}" stroke="#ddd"/>')
            out.append(f'<text x="{x0 - 6}" y="{y + 4}" text-anchor="end">{10**power:,}</text>')
        for power in range(3, 7):
            x = x0 + width * (power - 3) / 3
            out.append(f'<line x1="{x}" x2="{x}" y1="{top}" y2="{top + height}" stroke="#eee"/>')
            out.append(f'<text x="{x}" y="{top + height + 18}" text-anchor="middle">{10**power:,}</text>')
        for kind, found in rows.items():
            points = [place(r["documents"], value(r)) for r in found]
            out.append(
                f'<polyline points="{" ".join(points)}" fill="none" stroke="{colours[kind]}" stroke-width="2"/>'
            )
            out += [
                f'<circle cx="{p.split(",")[0]}" cy="{p.split(",")[1]}" r="3.5" fill="{colours[kind]}"/>'
                for p in points
            ]
    for number, (kind, colour) in enumerate(colours.items()):
        x = left + 170 * number
        words = "reports from our own texts" if kind == "ours" else "reports from real articles"
        out.append(
            f'<circle cx="{x}" cy="{height + 82}" r="4" fill="{colour}"/><text x="{x + 9}" y="{height + 86}">{words}</text>'
        )
    out.append(
        f'<text x="{left + 2 * width}" y="{height + 86}" text-anchor="end">documents; one core</text></svg>'
    )
    return "\n".join(out) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--data", type=Path, default=Path("../shared/data"), help="folder of development data"
    )
    parser.add_argument("--most", type=int, default=10_000, help="largest number of documents, up to 1000000")
    parser.add_argument("--svg", type=Path, help="where the graph goes")
    parser.add_argument("--kept", type=Path, help="rows kept as JSON lines: read first, and added to")
    parser.add_argument("--one", nargs=2, metavar=("KIND", "COUNT"), help="one row, as JSON, in this process")
    arguments = parser.parse_args()
    if arguments.one:
        print(json.dumps(one(arguments.one[0], int(arguments.one[1]), arguments.data)))
        return
    kinds = ["ours"]
    if (arguments.data / "stories" / "articles.jsonl").exists():
        kinds.append("real")
    else:
        print(f"skipped real articles: {arguments.data} is not there")
    kept: dict[tuple[str, int], dict[str, float]] = {}
    if arguments.kept and arguments.kept.exists():
        for line in arguments.kept.read_text().splitlines():
            found = json.loads(line)
            kept[found.pop("kind"), int(found["documents"])] = found
    print(HEADER)
    rows: dict[str, list[dict[str, float]]] = {}
    wanted = [(kind, size) for kind in kinds for size in SIZES if size <= arguments.most]
    wanted += [(kind, min(FLOOD, arguments.most)) for kind in ("flood", "empty")]
    for kind, size in wanted:
        if (kind, size) not in kept:
            command = [
                sys.executable,
                "-m",
                "bench.growth",
                "--data",
                str(arguments.data),
                "--one",
                kind,
                str(size),
            ]
            done = subprocess.run(command, check=False, capture_output=True, text=True)
            if done.returncode:
                print(f"{'rashomon ' + kind:22} {size:10,} did not finish: {(done.stderr.strip().splitlines() or ['killed'])[-1]}", flush=True)  # fmt: skip
                continue
            kept[kind, size] = json.loads(done.stdout)
            if arguments.kept:
                with arguments.kept.open("a") as stream:
                    stream.write(json.dumps({"kind": kind, **kept[kind, size]}) + "\n")
        if kind in ("ours", "real"):
            rows.setdefault(kind, []).append(kept[kind, size])
        print(row(f"rashomon {kind}", kept[kind, size]), flush=True)
    seconds = baseline(1_000)
    print(f"{'tf-idf, all pairs':22} {1_000:10,} {seconds:9.1f} {seconds:8.2f} {1000 / seconds:7.0f}")
    if arguments.svg:
        arguments.svg.write_text(drawing(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
