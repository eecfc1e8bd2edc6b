"""Text, date and outlet from news pages: trafilatura as we use it, beside trafilatura as it comes, in the same run.

    python -m bench.pages --data ../shared/data

``--data`` is a folder with ``html/ground-truth.json`` and ``html/pages/`` (92 of the 181 pages of Zyte's article
extraction benchmark) and ``html/fundus/`` (79 pages of German, Russian, Ukrainian, British and American outlets, whose
names end in the day they were saved). Precision, recall and F1 are the benchmark's own: shingles of four words, counted
as often as they stand in gold and found text, each page weighing the same; the published F1 of trafilatura is 0.958 on
all 181. A page's time counts as ``zoned`` where it came with a time zone, ``day`` where without.
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import mean

from rashomon.collect import parse
from rashomon.collect.markup import look
from rashomon.config import Collect
from rashomon.records import Document, Issue, Raw

NOW = datetime(2030, 1, 1, tzinfo=UTC)
WORDS = 4
"""Length of a shingle, as in the benchmark."""


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[at : at + WORDS]) for at in range(max(1, len(words) - WORDS + 1)) if words)


def score(gold: str, found: str) -> tuple[float | None, float | None]:
    """Precision and recall of one page, 0…1; None where the benchmark leaves the page out of the mean."""
    true, pred = shingles(gold), shingles(found)
    common = sum((true & pred).values())
    return (
        common / sum(pred.values()) if pred else None,
        common / sum(true.values()) if true else None,
    )


def ours(content: bytes) -> Document | None:
    raw = Raw(location="page.html", content=content, format="html", fetched_at=NOW)
    return next((one for one in parse(raw, NOW, Collect()) if isinstance(one, Document)), None)


def body(document: Document | None) -> str:
    """Without the title that we lay first: the gold texts are bodies."""
    if document is None:
        return ""
    return document.text.removeprefix(document.title) if document.title else document.text


def theirs(content: bytes) -> str:
    import trafilatura

    found = trafilatura.bare_extraction(content, include_comments=False)
    return (found.text or "") if found else ""


def everything(content: bytes) -> str:
    return look(content.decode("utf-8", "replace")).text


def measure(home: Path) -> Iterator[str]:
    gold = json.loads((home / "ground-truth.json").read_text(encoding="utf-8"))
    pages = {name: gzip.decompress((home / "pages" / f"{name}.html.gz").read_bytes()) for name in gold}
    yield f"{'body text, ' + str(len(pages)) + ' pages':<34}{'P':>7}{'R':>7}{'F1':>7}{'ms/page':>9}"
    methods: tuple[tuple[str, Callable[[bytes], str]], ...] = (
        ("all text between the tags", everything),
        ("trafilatura as it comes", theirs),
        ("rashomon", lambda content: body(ours(content))),
    )
    for label, method in methods:
        begun = time.perf_counter()
        marks = [score(gold[name].get("articleBody", ""), method(page)) for name, page in pages.items()]
        took = (time.perf_counter() - begun) / len(pages) * 1000
        precision = mean(mark[0] for mark in marks if mark[0] is not None)
        recall = mean(mark[1] for mark in marks if mark[1] is not None)
        f1 = 2 * precision * recall / (precision + recall)
        yield f"{label:<34}{precision:>7.3f}{recall:>7.3f}{f1:>7.3f}{took:>9.0f}"


def facts(home: Path) -> Iterator[str]:
    """How many pages give which fact, and how many dates lie within 3 days before the page was saved."""
    files = sorted((home / "fundus").glob("*/*.html.gz"))
    counts: Counter[str] = Counter()
    for file in files:
        raw = Raw(
            location=file.stem, content=gzip.decompress(file.read_bytes()), format="html", fetched_at=NOW
        )
        made = list(parse(raw, NOW, Collect()))
        document = next((one for one in made if isinstance(one, Document)), None)
        if document is None:
            continue
        naive = any(isinstance(one, Issue) and one.code == "no_zone" for one in made)
        year, month, day = map(int, re.findall(r"_(\d{4})_(\d{2})_(\d{2})", file.name)[0])
        counts["text"] += 1
        counts["title"] += bool(document.title)
        counts["outlet"] += document.source != raw.location
        counts["author"] += bool(document.author)
        counts["zoned" if not naive else "day"] += document.published_at is not None
        if document.published_at:
            age = (datetime(year, month, day, tzinfo=UTC) - document.published_at).total_seconds() / 86400
            counts["near"] += -1.6 <= age <= 3
    yield f"facts, {len(files)} pages: " + ", ".join(
        f"{name} {counts[name]}" for name in ("text", "title", "outlet", "author", "zoned", "day", "near")
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="folder with html/, as in ../shared/data")
    home = parser.parse_args().data / "html"
    if not (home / "ground-truth.json").exists():
        print(f"skipped: {home} is not there")
        return
    logging.disable(logging.CRITICAL)
    for line in (*measure(home), *facts(home)):
        print(line)


if __name__ == "__main__":
    main()
