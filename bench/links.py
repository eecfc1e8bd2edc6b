"""Linking alone: with the annotators' own spans given, how often each cue gets its source and its contents.

    python -m bench.links --data ../shared/data

On PolNeAR dev, and on train, where the prices in ``read/neural/links.py`` were chosen. In percent of the cues: the very
source, the very contents, both.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from bench.triples import gold
from rashomon.read.neural.links import triples


def shares(folder: Path) -> tuple[int, float, float, float]:
    """Cues, and the percentages of right sources, contents and both."""
    count = source = content = both = 0
    for _, text, said in gold(folder):
        spans = [
            sorted({r for one in said for r in getattr(one, role)}) for role in ("source", "cue", "content")
        ]
        made = {one.cue[0]: one for one in triples(text, *spans) if one.cue}
        for one in (one for one in said if one.cue):
            link = made.get(one.cue[0])
            right = bool(link) and set(link.source) == set(one.source)
            whole = bool(link) and set(link.content) == set(one.content)
            count, source, content, both = (
                count + 1,
                source + right,
                content + whole,
                both + (right and whole),
            )
    return count, 100 * source / count, 100 * content / count, 100 * both / count


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--data", type=Path, default=Path("../shared/data"), help="folder of development data"
    )
    place = parser.parse_args().data / "attribution" / "polnear"
    if not place.is_dir():
        print(f"skipped: {place} is not there")
        return
    print(f"{'set':15} {'cues':>6} {'source':>7} {'content':>8} {'both':>6}")
    for part in ("dev", "train"):
        count, source, content, both = shares(place / part)
        print(f"PolNeAR {part:7} {count:6} {source:7.1f} {content:8.1f} {both:6.1f}")


if __name__ == "__main__":
    main()
