"""Linked triples on PolNeAR: source, cue and content of one attribution right together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from bench.token_form import Range

OVERLAP = 0.8
"""Share of the longer content that both must have in common."""


class Triple(Protocol):
    """What is compared: three parts, each in pieces."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]


class Gold:
    """An attribution as an annotator marked it."""

    def __init__(self) -> None:
        self.source: tuple[Range, ...] = ()
        self.cue: tuple[Range, ...] = ()
        self.content: tuple[Range, ...] = ()


def gold(folder: Path) -> Iterator[tuple[str, str, list[Gold]]]:
    """Article, its text, and the attributions of its first annotator; ``folder`` holds ``attributions`` and ``text``."""
    seen: set[str] = set()
    for file in sorted((folder / "attributions").glob("*.ann")):
        name = file.stem.rsplit("_", 1)[0]
        if name in seen:
            continue
        seen.add(name)
        with (folder / "text" / f"{name}.txt").open(encoding="utf-8", newline="") as stream:
            text = stream.read()
        yield name, text, _attributions(file.read_text(encoding="utf-8"))


def _attributions(annotation: str) -> list[Gold]:
    spans: dict[str, tuple[Range, ...]] = {}
    made = []
    for line in annotation.splitlines():
        if match := re.match(r"(T\d+)\t\w+ ([\d ;]+)\t", line):
            pieces = (piece.split() for piece in match.group(2).split(";"))
            spans[match.group(1)] = tuple((int(s), int(e)) for s, e in pieces)
        elif match := re.match(r"E\d+\t(.*)", line):
            one = Gold()
            for part in match.group(1).split():
                role, _, key = part.partition(":")
                role = role.rstrip("0123456789").lower()
                if role in ("source", "cue", "content") and key in spans:
                    setattr(one, role, tuple(sorted((*getattr(one, role), *spans[key]))))
            made.append(one)
    return made


def matches(a: Triple, b: Triple) -> bool:
    """Source and cue the same words, contents overlapping by ``OVERLAP`` of the longer."""
    if not _same(a.source, b.source) or not _same(a.cue, b.cue):
        return False
    mine, theirs = _signs(a.content), _signs(b.content)
    longer = max(len(mine), len(theirs))
    return longer == 0 or len(mine & theirs) >= OVERLAP * longer


def _same(a: Sequence[Range], b: Sequence[Range]) -> bool:
    return bool(a) == bool(b) and (not a or (a[0][0], a[-1][1]) == (b[0][0], b[-1][1]))


def _signs(ranges: Sequence[Range]) -> set[int]:
    return {at for start, end in ranges for at in range(start, end)}


def f1(gold_said: Sequence[Triple], found: Sequence[Triple]) -> tuple[int, int, int]:
    """How many of the gold triples were found, how many there are, how many were given."""
    free = list(found)
    hit = 0
    for one in gold_said:
        match = next((other for other in free if matches(one, other)), None)
        if match is not None:
            free.remove(match)
            hit += 1
    return hit, len(gold_said), len(found)
