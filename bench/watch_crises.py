"""Past crises, written up by us from public chronologies as dated reports, through the whole path into the shipped packs.

``bench/crises/NAME.jsonl`` has the reports (sources without a name of their own: six made-up outlets), ``NAME.yaml`` who fills the roles, the
day it came to, and which packs it settles. Before the first report stand ten weeks of ordinary reports by the same outlets, so
that a day without a sign is no blindness. The write-ups and the packs are by one hand and written with the outcome known, and short write-ups
have more of what matters than a day's news; so a rise here says that a pack can see such a crisis at all, not how early it would have.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import yaml

from rashomon.group import group
from rashomon.link import link
from rashomon.read import read
from rashomon.records import Document, Pack, Reading, Watched
from rashomon.watch import Seen, watch
from rashomon.watch.pack_file import load, shipped

HERE = Path(__file__).parent / "crises"
ORDINARY = (
    "The council of {town} opened a new bridge, and the mayor thanked the builders.",
    "Farmers near {town} expect a good harvest after {number} days of rain.",
    "The football club of {town} won {number} to nothing in front of a full stadium.",
    "A court in {town} fined a company for late wages.",
    "The central bank left its rate at {number} percent, and the currency was little changed.",
    "Doctors in {town} reported {number} cases of influenza this week.",
    "Trains to {town} were late because of works on the line.",
)
TOWNS = ("Arenfeld", "Bistra", "Colmont", "Dunmoor", "Estrela", "Falkberg", "Garrow")
OUTLETS = ("Northern Wire", "City Daily", "Harbour Radio", "Capital Post", "River Agency", "Field Monitor")
CALM = 70
"""Days of ordinary reports before the first of a crisis."""


def ordinary(first: date, last: date) -> list[Document]:
    """Two or three short reports a day that tell of nothing watched."""
    made = []
    for day in range((last - first).days + 1):
        at = first + timedelta(days=day)
        for n in range(3):
            text = ORDINARY[(day + 2 * n) % len(ORDINARY)].format(
                town=TOWNS[(day * 3 + n) % 7], number=2 + day % 9
            )
            made.append(
                Document(
                    id=f"ordinary-{day}-{n}",
                    text=text,
                    source=OUTLETS[(day + n) % 6],
                    published_at=datetime(at.year, at.month, at.day, 7, tzinfo=UTC),
                    language="en",
                )
            )
    return made


def crisis(name: str) -> tuple[dict[str, Any], list[Document]]:
    """What is said of it, and its reports with the ordinary ones around them."""
    about = yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))
    lines = (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    reports = [
        Document(
            id=row["id"], text=row["text"], source=row["source"], language="en",
            published_at=datetime.fromisoformat(row["published_at"]),
        )
        for row in map(json.loads, lines)
    ]  # fmt: skip
    days = [one.published_at.date() for one in reports if one.published_at]
    return about, [*ordinary(min(days) - timedelta(days=CALM), max(days)), *reports]


def read_through(documents: list[Document]) -> Seen:
    readings = [one for one in read(documents) if isinstance(one, Reading)]
    linked = link(documents, readings)
    stories = group(documents, linked.readings)
    return Seen(
        documents=tuple(documents),
        readings=linked.readings,
        entities=linked.entities,
        memberships=tuple(member for story in stories for member in story.members),
    )


def rises(one: Watched) -> list[date]:
    """Days on which it went up."""
    return [
        s.day for s in one.signals if s.state in ("raised", "high") and s.before not in ("raised", "high")
    ]


def fitting(packs: list[Pack], roles: dict[str, list[str]]) -> list[Pack]:
    """Packs whose needed roles the crisis fills."""
    return [p for p in packs if all(r.name in roles for r in p.roles if r.needed)]


def crises() -> Iterator[dict[str, object]]:
    """A row for each indicator of a pack that a crisis settles, and one for the other packs that rose; last, how many packs rose in time.

    Packs were mended on the dev crises after a first look at them; the held ones were written before that and only looked at for figures.
    """
    before: dict[str, list[bool]] = {"dev": [], "held": [], "fresh": []}
    packs = [load(path) for path in shipped().values()]
    for name in sorted(path.stem for path in HERE.glob("*.yaml")):
        about, documents = crisis(name)
        now = max(d.published_at for d in documents if d.published_at) + timedelta(hours=12)
        chosen = fitting(packs, about["roles"])
        known = {r.name for p in chosen for r in p.roles}
        roles = {k: v for k, v in about["roles"].items() if k in known}
        watched = {w.indicator: w for w in watch(chosen, roles, read_through(documents), now).watched}
        for pack in chosen:
            if pack.name in about["settles"]:
                own = [rises(watched[f"{pack.name}/{one.key}"]) for one in pack.indicators]
                before[about.get("part", "dev")].append(
                    any(day < about["outcome"] for up in own for day in up)
                )
            for one in pack.indicators:
                made = watched[f"{pack.name}/{one.key}"]
                up = rises(made)
                if pack.name not in about["settles"] and not up:
                    continue
                first = min(up, default=None)
                yield {
                    "set": f"{name} {about['outcome']}",
                    "indicator": made.indicator
                    + ("" if pack.name in about["settles"] else " (not settled by it)"),
                    "sightings": made.sightings,
                    "rose": str(first) if first else "never",
                    "days before": (about["outcome"] - first).days if first else "",
                }
    for part, rows in before.items():
        yield {
            "set": part,
            "indicator": "packs with a rise before the day",
            "sightings": len(rows),
            "rose": str(sum(rows)),
        }


def records(number: int) -> tuple[Seen, datetime]:
    """So many documents of one hour, read and linked: those of the crises and of the ordinary days over again, under other ids."""
    from dataclasses import replace

    base: list[Document] = []
    for name in sorted(path.stem for path in HERE.glob("*.yaml")):
        base += [d for d in crisis(name)[1] if not d.id.startswith("ordinary")]
    base += ordinary(date(2026, 1, 1), date(2026, 2, 28))
    # a report has some paragraphs: eight of these texts make a document of the usual length
    long = [
        Document(
            id=f"b{n}",
            text="\n\n".join(d.text for d in (base[n:] + base)[:8]),
            source=base[n].source,
            language="en",
        )
        for n in range(len(base))
    ]
    readings = [one for one in read(long) if isinstance(one, Reading)]
    linked = link(long, readings)
    now = datetime(2026, 3, 1, 12, tzinfo=UTC)
    documents, made = [], []
    for n in range(number):
        which = n % len(long)
        documents.append(replace(long[which], id=f"d{n}", published_at=now - timedelta(seconds=n % 3600)))
        made.append(replace(linked.readings[which], document_id=f"d{n}"))
    return Seen(documents=tuple(documents), readings=tuple(made), entities=linked.entities), now
