"""Where events were: the place of each event and its coordinates, on sentences of ours in three languages.

    python -m bench.event_places

The golds ``bench/gold/events-{where-en,ru,uk}.jsonl`` tell of 124 events where they were (words and coordinates, taken
from what is generally known). ``named`` is the percentage of those whose place is the name of the gold, ``@161`` whose
coordinates lie within 161 km (100 miles) of the gold's; an event that was not found, or has no place, is wrong.
``none right``: of events found that the gold gives no place, those without one. Weights were set on ``dev``.
Beside it ``first place``: the first name of a place or state in the sentence, and of that name the largest namesake.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path

from bench.attribution import same_name, table
from bench.events import Sentence, ours, pairs
from bench.places import NEAR, km, largest
from rashomon.link.places import Key, places
from rashomon.link.places.gazetteer import gazetteer
from rashomon.read import read
from rashomon.records import Document, Event, Place, Reading

GOLDS = (("en", "events-where-en"), ("ru", "events-ru"), ("uk", "events-uk"))


def gold_places(path: Path) -> dict[tuple[str, int], tuple[str, tuple[float, float]]]:
    """(sentence id, number of the event) → words and coordinates."""
    out = {}
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        for n, event in enumerate(row["events"]):
            if "where" in event:
                out[row["id"], n] = event["place"], (event["where"][0], event["where"][1])
    return out


def answered(event: Event, reading: Reading, found: Mapping[Key, Place]) -> Place | None:
    """Where an event's place is."""
    span = event.place_span
    return found.get((reading.document_id, *span)) if span else None


def first(reading: Reading, found: Mapping[Key, Place]) -> tuple[str, Place | None]:
    """The first name of a place."""
    one = next((m for m in reading.mentions if m.kind in {"place", "state"}), None)
    return (one.text, found.get((reading.document_id, one.start, one.end))) if one else ("", None)


def rows(language: str, name: str) -> list[dict[str, object]]:
    """The lines of the table for one language."""
    path = Path(__file__).parent / "gold" / f"{name}.jsonl"
    gold = gold_places(path)
    sentences = ours(path)
    documents = [
        Document(id=s.id, text=s.text, language=language, published_at=s.published) for s in sentences
    ]
    readings = {r.document_id: r for r in read(documents) if isinstance(r, Reading)}
    ours_ = places(documents, list(readings.values()))
    plain = largest(list(readings.values()), gazetteer())
    out = []
    for part in ("dev", "held"):
        some = [s for s in sentences if s.part == part]
        out += [
            _row(f"{language} {part}", "rashomon", some, readings, ours_, gold, plainly=False),
            _row(f"{language} {part}", "first place", some, readings, plain, gold, plainly=True),
        ]
    return out


def _row(
    part: str,
    system: str,
    sentences: list[Sentence],
    readings: Mapping[str, Reading],
    found: Mapping[Key, Place],
    gold: Mapping[tuple[str, int], tuple[str, tuple[float, float]]],
    *,
    plainly: bool,
) -> dict[str, object]:
    placed = named = near = empty = right_empty = 0
    for s in sentences:
        reading = readings[s.id]
        met = {id(t): e for t, e in pairs(s.told, reading.events)}
        for n, told in enumerate(s.told):
            event = met.get(id(told))
            words, where = first(reading, found) if plainly else ("", None)
            if event is not None and not plainly:
                words, where = event.place, answered(event, reading, found)
            if (s.id, n) not in gold:
                empty += event is not None
                right_empty += event is not None and not words
                continue
            name, spot = gold[s.id, n]
            placed += 1
            named += bool(words) and same_name(name, words)
            near += where is not None and km(where, spot) <= NEAR
    return {
        "set": part,
        "system": system,
        "placed events": placed,
        "named": 100 * named / max(placed, 1),
        "@161": 100 * near / max(placed, 1),
        "none right": 100 * right_empty / max(empty, 1),
    }


def main() -> int:
    """Print one table."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.event_places", description=(__doc__ or "").split("\n\n", 1)[0]
    )
    parser.add_argument("--data", type=Path, help="not needed: the golds are ours")
    parser.parse_args()
    print(table([row for language, name in GOLDS for row in rows(language, name)]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
