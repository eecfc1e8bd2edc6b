"""Records of a small desk: an outlet says something on a day, as read and linked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from rashomon.read import read
from rashomon.records import Document, Membership, Reading
from rashomon.watch import Seen
from rashomon.watch.pack_file import load

DAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 31, 20, tzinfo=UTC)

PACK = """
name: posture
title: Posture of {state}
why: a test
written: 2026-01-01
expires: 2026-12-31
tell: [desk]
roles:
  - {name: state, what: whose forces}
resolution: {question: "Did it march?", within_days: 30, settled_by: both sides}
indicators:
  - key: troops
    watched: "{state} masses troops"
    why: they must be there first
    bears_on: [{kind: scenario, name: offensive, direction: toward}]
    where: [border]
    signs:
      - {trace: event, action: [MOBILIZE], status: [asserted], actor: state}
      - {trace: words, actor: state, words: [[tanks, troops], [border, massed]], without: [denied, could]}
    baseline: {days: 56, usual: 0.1}
    threshold: {raised: 0.003, high: 0.00001, at_least: 2, owners: 2}
"""


def pack_of(folder: Path, text: str = PACK, name: str = "posture.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def pack(folder: Path, text: str = PACK, name: str = "posture.yaml"):
    return load(pack_of(folder, text, name))


def at(day: int, hour: int = 9) -> datetime:
    """A time of the day so many days after the first."""
    moment = DAY + timedelta(days=day)
    return datetime(moment.year, moment.month, moment.day, hour, tzinfo=UTC)


def dull(
    days: Iterable[int], sources: Iterable[str] = ("Coast Ledger", "Hill Post", "Lake Wire")
) -> list[Document]:
    """Ordinary reports: what keeps a desk from being blind."""
    return [
        Document(
            id=f"dull-{source}-{day}",
            text=f"The {source} reports that the price of bread rose by {day} cents at the fair.",
            source=source,
            published_at=at(day),
        )
        for day in days
        for source in sources
    ]


def report(id: str, text: str, source: str, day: int, hour: int = 10) -> Document:
    return Document(id=id, text=text, source=source, published_at=at(day, hour))


def seen(
    documents: list[Document], roots: Mapping[str, str] | None = None, owners: Mapping[str, str] | None = None
) -> Seen:
    """As read by the reader that ships; ``roots``: document → its root."""
    readings = tuple(one for one in read(documents) if isinstance(one, Reading))
    members = tuple(
        Membership(document_id=id, story_id="s", root_id=root, relation="copy")
        for id, root in (roots or {}).items()
    )
    return Seen(documents=tuple(documents), readings=readings, memberships=members, owners=owners or {})


TROOPS = (
    "Ruritania massed tanks at the border on Monday, farmers said.",
    "Ruritania has moved troops to the border, two officials said.",
    "Columns of tanks massed near the frontier town; Ruritania's troops closed the border road.",
    "Ruritania massed 20,000 troops in the valley, the neighbour's ministry said.",
)
