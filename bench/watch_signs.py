"""Of what the signs of the shipped packs see in real articles, how much is what the sign means? Judged by hand, once each.

    python -m bench.watch --signs --data FOLDER

The articles are ``stories/articles.jsonl`` of the development data (156, of 2016 and 2017, about 29 events, none chosen for a pack); each party of
``PARTIES`` fills all roles in turn. ``bench/gold/watch-signs.jsonl`` has place and judgement, no text: right where the words tell what the indicator
watches, done or said by that party. Packs were mended on these articles after a first judgement (36 of 67 right), so this is a dev figure. What the
signs do not see is not judged.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from bench.passages import GOLD
from rashomon.link import link
from rashomon.read import read
from rashomon.records import Document, Reading
from rashomon.watch import Seen, look
from rashomon.watch.pack_file import load, shipped

PARTIES = ("United States", "Russia", "Turkey", "North Korea", "Israel", "Syria", "China", "Iran")


def signs(data: Path) -> Iterator[dict[str, object]]:
    """One row for each pack, and one for all."""
    file = data / "stories" / "articles.jsonl"
    if not file.exists():
        print(f"skipped: {file} is not there")
        return
    documents = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        at = datetime.fromisoformat(row["date_publish"]).replace(tzinfo=UTC)
        text = f"{row.get('title') or ''}\n\n{row['text']}"
        documents.append(Document(id=str(number), text=text, source=row["source_domain"], published_at=at))
    readings = [one for one in read(documents) if isinstance(one, Reading)]
    linked = link(documents, readings)
    seen = Seen(documents=tuple(documents), readings=linked.readings, entities=linked.entities)
    packs = [load(path) for path in shipped().values()]
    found: set[tuple[int, str, int]] = set()
    for party in PARTIES:
        other = "Syria" if party != "Syria" else "Russia"
        roles = {"state": [party], "rival": [party], "one": [party], "other": [other]}
        sights, _, _ = look(packs, roles, seen, datetime(2026, 1, 1, tzinfo=UTC))
        found |= {(int(s.document_id), s.indicator, s.span.start) for s in sights}
    gold = {
        (row["article"], row["indicator"], row["start"]): row["right"]
        for row in map(json.loads, (GOLD / "watch-signs.jsonl").read_text(encoding="utf-8").splitlines())
    }
    for name in [*(pack.name for pack in packs), "all"]:
        own = [one for one in found if name == "all" or one[1].startswith(f"{name}/")]
        judged = [gold[one] for one in own if one in gold]
        yield {
            "set": f"signs, {name}",
            "articles": len(documents),
            "sightings": len(own),
            "judged": len(judged),
            "right %": 100 * sum(judged) / len(judged) if judged else None,
        }
