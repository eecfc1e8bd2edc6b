"""Speed of telling roots: ordinary articles in growing numbers, and floods of copies of one post, on one core.

    python -m bench.flood --data ../shared/data [--documents 1000 5000 20000] [--copies 50000]

Articles of about 490 words are made from sentences of ``stories/articles.jsonl`` with half of the longer words exchanged; four
in ten are edited copies of an earlier one, one word in twelve exchanged. Floods: the same post again and again, and with two words of each
sentence exchanged, each time others. Seconds are of processor time, so a busy machine shows less than an idle one, not twice the time.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.edits import sentences, synonyms
from rashomon.group.copies import descents
from rashomon.group.trace import trace
from rashomon.group.words import Look
from rashomon.records import Document

DAY = datetime(2024, 1, 1, tzinfo=UTC)
LONG = re.compile(r"\w{4,}")


def articles(number: int, texts: Sequence[str]) -> Iterator[Document]:
    chance = random.Random(1)
    lines = [one for text in texts for one in sentences(text) if 5 < len(one.split()) < 60]
    words = [word for text in texts for word in LONG.findall(text)]
    made: list[str] = []

    def noise(text: str, share: float) -> str:
        return LONG.sub(lambda m: m.group() if chance.random() > share else chance.choice(words), text)

    for n in range(number):
        if made and chance.random() < 0.4:
            text = noise(chance.choice(made[-2000:]), 0.08)
        else:
            text = ""
            while text.count(" ") < 480:
                text += noise(chance.choice(lines), 0.5) + " "
        made.append(text)
        yield _document(n, text)


def flood(number: int, copy: Callable[[int], str]) -> Iterator[Document]:
    return (_document(n, copy(n)) for n in range(number))


def _document(n: int, text: str) -> Document:
    return Document(
        id=f"d{n:07}", text=text, language="en", source=f"s{n}", published_at=DAY + timedelta(minutes=n)
    )


def measure(label: str, documents: Sequence[Document]) -> None:
    """One row. ``Look`` is not timed: it is the stories' part, and roots need only its document."""
    looks = [Look(document=one) for one in documents]
    start = time.process_time()
    traces = {one.id: trace(one) for one in documents}
    middle = time.process_time()
    found = descents(looks, traces=traces)
    end = time.process_time()
    roots = len({one.root for one in found.values()})
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    number = len(documents)
    print(
        f"{label:26}  {number:>9}  {roots:>7}  {number / (middle - start):8.0f}  {number / (end - middle):8.0f}  "
        f"{number / (end - start):8.0f}  {memory:>7}",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--data", type=Path, default=Path("../shared/data"), help="folder of development data"
    )
    parser.add_argument(
        "--documents", type=int, nargs="*", default=[1000, 5000, 20000], help="numbers of articles"
    )
    parser.add_argument("--copies", type=int, default=50000, help="size of the floods")
    arguments = parser.parse_args()
    path = arguments.data / "stories" / "articles.jsonl"
    if not path.exists():
        print(f"skipped: {path} is not there")
        return
    texts = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    print(
        f"{'set':26}  {'documents':>9}  {'roots':>7}  {'traces/s':>8}  {'joined/s':>8}  {'all/s':>8}  {'peak MB':>7}"
    )
    for number in arguments.documents:
        measure("articles", list(articles(number, texts)))
    if arguments.copies:
        post = " ".join(texts[0].split()[:70])
        words = sorted({word for text in texts for word in LONG.findall(text)})
        measure("flood, the same", list(flood(arguments.copies, lambda n: post)))
        noisy = flood(arguments.copies, lambda n: synonyms(post, "en", random.Random(n), words))
        measure("flood, words exchanged", list(noisy))


if __name__ == "__main__":
    main()
