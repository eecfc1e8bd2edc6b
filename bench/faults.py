"""Faults once seen on real events, as short invented cases: which of them read rightly now. Printed by ``bench.positions``.

Gold: ``bench/gold/faults.jsonl``, half ``dev``, half ``held``. A case is one or more reports of one story (outlet, day of June
2024, text). ``is``: (party, claim, stance[, words of the cited span]) that must stand; ``not``: that must not; ``silent``: (name,
claim, ground) that must be told of, ``unsilent`` that must not; ``unlike``: words that no claim's text may hold. A claim fits
where the pattern stands in its text or in what its members say. A case is right when all of that holds.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from rashomon.claim import claim
from rashomon.link import link
from rashomon.read import read
from rashomon.records import Claim, Document, Membership, Position, Reading, Story

GOLD = Path(__file__).parent / "gold" / "faults.jsonl"
FIRST = datetime(2024, 6, 1, 8, tzinfo=UTC)
CLASSES = ("inside", "declines", "concessive", "lie", "mutual", "side", "headline", "noun")


def cases(path: Path = GOLD) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def wrong(rows: Sequence[dict[str, Any]], reader: str) -> dict[str, list[str]]:
    """Id → what does not hold, a line each; empty where the case is right."""
    documents = {row["id"]: _documents(row) for row in rows}
    every = [one for some in documents.values() for one in some]
    readings = {one.document_id: one for one in read(every, reader=reader) if isinstance(one, Reading)}
    return {row["id"]: list(_faults(row, _claims(documents[row["id"]], readings))) for row in rows}


def _documents(row: Mapping[str, Any]) -> list[Document]:
    return [
        Document(
            id=f"{row['id']}/{number}",
            text=text,
            title=text.split("\n\n")[0] if "\n\n" in text else "",
            language=row["language"],
            source=outlet or f"Paper {number}",
            published_at=FIRST + timedelta(days=day),
        )
        for number, (outlet, day, text) in enumerate(row["texts"])
    ]


def _claims(documents: Sequence[Document], readings: Mapping[str, Reading]) -> tuple[Claim, ...]:
    linked = link(documents, [readings[one.id] for one in documents])
    members = tuple(Membership(document_id=one.id, story_id="s", root_id=one.id) for one in documents)
    return claim([Story(id="s", title="", members=members)], documents, linked.readings, linked.entities)


def _faults(row: Mapping[str, Any], claims: Sequence[Claim]) -> Iterator[str]:
    for party, key, stance, *span in row["is"]:
        if not any(_fits(p, party, stance, span) for c in _of(key, claims) for p in c.positions):
            yield f"missed   {party} {stance} {key} {span}"
    for party, key, stance in row.get("not", ()):
        if any(_fits(p, party, stance, []) for c in _of(key, claims) for p in c.positions):
            yield f"wrong    {party} {stance} {key}"
    for name, key, ground in row.get("silent", ()):
        told = [s for c in _of(key, claims) for s in c.silences if s.heard and re.search(name, s.name)]
        if not any(one.ground == ground for one in told):
            yield f"silent!  {name} {key} {ground}: {[one.ground for one in told]}"
    for name, key in row.get("unsilent", ()):
        if any(s.heard and re.search(name, s.name) for c in _of(key, claims) for s in c.silences):
            yield f"silent?  {name} {key}"
    for one in claims:
        if row.get("unlike") and re.search(row["unlike"], one.text):
            yield f"text     {one.text}"


def _of(key: str, claims: Iterable[Claim]) -> list[Claim]:
    """The claims that a pattern fits: their text, else the words of a member."""
    return [
        one
        for one in claims
        if any(
            re.search(key, words, re.IGNORECASE)
            for words in (one.text, *(" ".join(s.quote for s in said.content) for said in one.members))
        )
    ]


def _fits(one: Position, party: str, stance: str, span: Sequence[str]) -> bool:
    cited = one.span.quote if one.span else ""
    return (
        re.search(party, one.name) is not None
        and re.fullmatch(stance, one.stance) is not None
        and all(re.search(words, cited) for words in span)
    )


def table_rows(
    rows: Sequence[dict[str, Any]], found: Mapping[str, Sequence[str]]
) -> Iterator[dict[str, object]]:
    """One row a part: of the cases, how many in a hundred are right; right/all of each class."""
    for part in ("dev", "held"):
        some = [row for row in rows if row["part"] == part]
        made: dict[str, object] = {"set": f"faults {part}", "system": "rashomon"}
        made["all"] = 100 * sum(not found[row["id"]] for row in some) / max(1, len(some))
        for kind in CLASSES:
            own = [row for row in some if row["class"] == kind]
            made[kind] = f"{sum(not found[row['id']] for row in own)}/{len(own)}"
        made["cases"] = len(some)
        yield made
