"""The texts trained on: PolNeAR's articles with their spans, and news without any."""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Example:
    """A text and what an annotator marked in it; ``spans`` is ``None`` for a text that nobody annotated."""

    name: str
    text: str
    spans: tuple[tuple[str, Range], ...] | None


def polnear(folder: Path) -> Iterator[Example]:
    """One example per annotator of each article. Discontinuous spans come in their pieces."""
    for file in sorted((folder / "attributions").glob("*.ann")):
        article = file.stem.rsplit("_", 1)[0]
        with (folder / "text" / f"{article}.txt").open(encoding="utf-8", newline="") as stream:
            text = stream.read()
        spans: list[tuple[str, Range]] = []
        for line in file.read_text(encoding="utf-8").splitlines():
            match = re.match(r"T\d+\t(Source|Cue|Content) ([\d ;]+)\t", line)
            if match:
                for piece in match.group(2).split(";"):
                    start, end = map(int, piece.split())
                    spans.append((match.group(1).lower(), (start, end)))
        yield Example(file.stem, text, tuple(spans))


def unmarked(data: Path) -> Iterator[Example]:
    """News of other times, places and houses, of the sets that are not about attribution."""
    csv.field_size_limit(sys.maxsize)
    with (data / "stance" / "competition_test_bodies.csv").open(encoding="utf-8", newline="") as stream:
        for number, row in enumerate(csv.DictReader(stream)):
            yield Example(f"fnc-{number}", row["articleBody"], None)
    with (data / "stories" / "articles.jsonl").open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            yield Example(f"story-{number}", json.loads(line)["text"], None)
    places = (data / "places" / "lgl.xml").read_text(encoding="utf-8", errors="replace")
    for number, match in enumerate(re.finditer(r"<text>(.*?)</text>", places, re.DOTALL)):
        from html import unescape

        yield Example(f"local-{number}", unescape(match.group(1)), None)
