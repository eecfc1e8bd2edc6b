"""Places: our choice beside a plain look-up of the largest namesake, on the Local-Global Lexicon (LGL) of local news.

    python -m bench.places --data ../shared/data

LGL (Lieberman, Samet, Sankaranarayanan 2010): 588 articles of 85 outlets, place names with the coordinates of GeoNames.
Articles are split by the hash of their id into ``dev``, on which the weights were set, and ``held``. Each half is run alone.

With the gold mentions given: ``@161`` is the percentage of names placed within 161 km (100 miles), of all that have gold
coordinates, so that a missing answer is a wrong one; ``@161 given`` of those answered; errors in km over those answered, and
``mean all`` with a missing one at 20,037 km, half the way around the Earth; ``AUC`` is the area under the logarithm of the
errors, all names, 0 best. With our own mentions (kinds place and state, and others that were placed, by the default reader; a sample, since reading takes
far longer): the share of gold names that a mention of ours overlaps, and @161 of those.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from bench.attribution import table
from rashomon.link.places import Key, place, places
from rashomon.link.places.candidates import candidates
from rashomon.link.places.choose import distance
from rashomon.link.places.gazetteer import Gazetteer, gazetteer
from rashomon.records import Document, Mention, Place, Reading

FARTHEST = 20_037.0
"""Half of the Earth's girth in km."""
NEAR = 161.0
Gold = Mapping[Key, tuple[float, float]]


@dataclass(frozen=True)
class Part:
    """Documents, readings with the gold mentions, and where those are."""

    documents: list[Document]
    readings: list[Reading]
    gold: dict[Key, tuple[float, float]]


def load(file: Path) -> dict[str, Part]:
    """The articles of LGL, split by hash."""
    parts = {name: Part([], [], {}) for name in ("dev", "held")}
    for article in etree.parse(str(file)).getroot():
        id, text = article.get("docid", ""), article.findtext("text") or ""
        part = parts["held" if int(hashlib.sha256(id.encode()).hexdigest(), 16) % 2 else "dev"]
        mentions = []
        for one in article.iter("toponym"):
            start, end = int(one.findtext("start") or 0), int(one.findtext("end") or 0)
            mentions.append(Mention(start=start, end=end, text=text[start:end], kind="place"))
            if (tag := one.find("gaztag")) is not None:
                part.gold[id, start, end] = float(tag.findtext("lat") or 0), float(tag.findtext("lon") or 0)
        outlet, url = article.findtext("domain") or "", article.findtext("url") or ""
        part.documents.append(Document(id=id, text=text, source=outlet, url=url, language="en"))
        part.readings.append(Reading(document_id=id, reader="gold", mentions=tuple(mentions)))
    return parts


def largest(readings: Sequence[Reading], index: Gazetteer) -> dict[Key, Place]:
    """The plain look-up: of all places of a name the one with most people."""
    out = {}
    for reading in readings:
        for m in reading.mentions:
            if found := candidates(m.text, index):
                best = max(found, key=lambda c: (c.row.population, -c.row.id))
                out[reading.document_id, m.start, m.end] = place(best.row, 1.0)
    return out


def km(answer: Place, gold: tuple[float, float]) -> float:
    """Kilometres between an answer and the truth."""
    half = math.radians(gold[1] - answer.lon) / 2
    return distance(math.radians(answer.lat), math.radians(gold[0]), half)


def row(
    part: str, system: str, gold: Gold, found: Mapping[Key, Place], seconds: float, words: int
) -> dict[str, object]:
    """One line of the table."""
    errors = sorted(km(found[k], spot) for k, spot in gold.items() if k in found)
    hits = sum(e <= NEAR for e in errors)
    every = errors + [FARTHEST] * (len(gold) - len(errors))
    return {
        "set": f"LGL {part}",
        "system": system,
        "names": len(gold),
        "answered": len(errors),
        "@161": 100 * hits / max(len(gold), 1),
        "@161 given": 100 * hits / max(len(errors), 1),
        "mean km": sum(errors) / max(len(errors), 1),
        "median km": errors[len(errors) // 2] if errors else float("nan"),
        "mean all": sum(every) / max(len(every), 1),
        "AUC": f"{sum(math.log1p(e) for e in every) / max(len(every), 1) / math.log1p(FARTHEST):.3f}",
        "ms/1000 words": 1000 * 1000 * seconds / max(words, 1),
    }


def own(name: str, part: Part, count: int) -> dict[str, object]:
    """Our own mentions on the first ``count`` articles in the order of their hash."""
    from rashomon.read import read

    documents = sorted(part.documents, key=lambda d: hashlib.sha256(d.id.encode()).hexdigest())[:count]
    chosen = {d.id for d in documents}
    begun = time.perf_counter()
    readings = [one for one in read(documents) if isinstance(one, Reading)]
    read_in = time.perf_counter() - begun
    found = places(documents, readings)
    given = sorted(
        (r.document_id, m.start, m.end)
        for r in readings
        for m in r.mentions
        if m.kind in {"place", "state"} or (r.document_id, m.start, m.end) in found
    )
    by_document: dict[str, list[Key]] = {}
    for key in given:
        by_document.setdefault(key[0], []).append(key)
    seen = right = wanted = answered = 0
    for (id, start, end), spot in part.gold.items():
        if id not in chosen:
            continue
        wanted += 1
        over = [k for k in by_document.get(id, ()) if k[1] < end and start < k[2]]
        best = next((k for k in over if k in found), over[0] if over else None)
        seen += bool(over)
        answered += best in found
        right += best in found and km(found[best], spot) <= NEAR
    return {
        "set": f"LGL {name}, own mentions",
        "articles": len(documents),
        "names": wanted,
        "recall": 100 * seen / max(wanted, 1),
        "@161 of those seen": 100 * right / max(seen, 1),
        "@161 given": 100 * right / max(answered, 1),
        "@161 of all": 100 * right / max(wanted, 1),
        "reading s": read_in,
    }


def main() -> int:
    """Print two tables."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.places", description=(__doc__ or "").split("\n\n", 1)[0]
    )
    parser.add_argument(
        "--data", type=Path, default=Path("../shared/data"), help="folder of development data (has places/)"
    )
    parser.add_argument(
        "--own", type=int, default=40, help="articles of each half read for our own mentions; 0: none"
    )
    asked = parser.parse_args()
    file = asked.data / "places" / "lgl.xml"
    if not file.is_file():
        print(f"skipped: {file} is not there")
        return 0
    begun = time.perf_counter()
    index = gazetteer()
    index.find("london")
    opened = time.perf_counter() - begun
    parts = load(file)
    rows = []
    for name, part in parts.items():
        words = sum(len(d.text.split()) for d in part.documents)
        for system, run in (
            ("largest namesake", lambda part=part: largest(part.readings, index)),
            ("rashomon", lambda part=part: places(part.documents, part.readings, index)),
        ):
            begun = time.perf_counter()
            found = run()
            rows.append(row(name, system, part.gold, found, time.perf_counter() - begun, words))
    print(table(rows))
    print(
        f"{index.count():,} places; index opened in {1000 * opened:.1f} ms (built first where it was not there)\n"
    )
    if asked.own:
        print(table([own(name, part, asked.own) for name, part in parts.items()]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
