"""Whom is a name: linking of marked names to records of the registry, on passages of our own in three languages.

    python -m bench.names [--errors]

Gold: ``bench/gold/names.jsonl``, each passage with its date, its names marked with the record they are, with none where they are
somebody else, or with ``?`` where the passage alone cannot tell. Each passage is linked by itself. Weights were set on
the half marked dev; read held.

``right``: of names that are a record, how many got it; ``wrong``: of those, how many got another; ``unsure``: of those, how many
were left open. ``else's kept apart``: of names that are somebody else's, how many got no record. ``? left open``: of names that
nobody can tell, how many got no record. ``precision``: of records given, how many are right. ``exact form``: the same names by a
plain look-up that takes the only record whose name is spelt exactly so.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from bench.attribution import table
from bench.passages import GOLD, resolve
from rashomon.link import link
from rashomon.link.known import entity_id
from rashomon.link.register import register
from rashomon.records import Document, Mention, Reading

LANGUAGES = ("en", "ru", "uk")


@dataclass(frozen=True)
class Name:
    """One marked name: what it is, what we make of it, and what a plain look-up makes of it."""

    id: str
    language: str
    part: str
    words: str
    text: str
    gold: str
    ours: str
    plain: str


def names() -> Iterator[Name]:
    """Every marked name with both answers."""
    exact: dict[str, set[str]] = {}
    record = {}
    for entry in register():
        record[entity_id(entry)] = entry.id
        for form, _ in entry.names:
            exact.setdefault(form.casefold(), set()).add(entry.id)
    for line in (GOLD / "names.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        at = datetime.fromisoformat(row["date"]).replace(tzinfo=UTC)
        document = Document(id=row["id"], text=row["text"], published_at=at, language=row["language"])
        spans = [resolve(row["id"], row["text"], m["words"]) for m in row["mentions"]]
        mentions = sorted(
            (
                Mention(start=s, end=e, text=row["text"][s:e], kind=m["kind"])
                for (s, e), m in zip(spans, row["mentions"], strict=True)
            ),
            key=lambda m: m.start,
        )
        reading = Reading(
            document_id=row["id"], reader="gold", language=row["language"], mentions=tuple(mentions)
        )
        linked = link([document], [reading])
        unsure = {name for _, name in linked.unsure}
        by_id = {e.id: e for e in linked.entities}
        got = {(m.start, m.end): m.entity for r in linked.readings for m in r.mentions}
        for span, m in zip(spans, row["mentions"], strict=True):
            id = got.get(span, "")
            ours = record.get(id, "")
            if not ours and id in by_id and by_id[id].name in unsure:
                ours = "?"
            words = row["text"][slice(*span)]
            same = exact.get(words.casefold(), set())
            plain = next(iter(same)) if len(same) == 1 else ""
            yield Name(row["id"], row["language"], row["part"], words, row["text"], m["record"], ours, plain)


def row(some: list[Name]) -> dict[str, object]:
    """The figures of some names."""
    known = [n for n in some if n.gold not in ("", "?")]
    elses = [n for n in some if n.gold == ""]
    open_ = [n for n in some if n.gold == "?"]
    given = [n for n in some if n.ours not in ("", "?")]

    def share(hit: int, of: int) -> float:
        return 100 * hit / max(1, of)

    return {
        "names": len(some),
        "right": share(sum(n.ours == n.gold for n in known), len(known)),
        "wrong": share(sum(n.ours not in ("", "?", n.gold) for n in known), len(known)),
        "unsure": share(sum(n.ours == "?" for n in known), len(known)),
        "else's kept apart": share(sum(n.ours in ("", "?") for n in elses), len(elses)),
        "? left open": share(sum(n.ours in ("", "?") for n in open_), len(open_)),
        "precision": share(sum(n.ours == n.gold for n in given), len(given)),
        "exact form: right": share(sum(n.plain == n.gold for n in known), len(known)),
        "else's": share(sum(n.plain == "" for n in elses), len(elses)),
    }


def main() -> int:
    """Print one table, a row for each part and language."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--errors", action="store_true", help="list what is wrong in the dev part")
    arguments = parser.parse_args()
    every = list(names())
    rows: list[dict[str, object]] = []
    for part in ("dev", "held"):
        for language in (*LANGUAGES, ""):
            if some := [n for n in every if n.part == part and n.language.startswith(language)]:
                rows.append({"part": part, "language": language or "all", **row(some)})
    print(table(rows))
    classes = Counter("a record" if n.gold not in ("", "?") else n.gold or "somebody else" for n in every)
    print("\n" + ", ".join(f"{name}: {count}" for name, count in classes.items()))
    if arguments.errors:
        for n in every:
            if n.part == "dev" and n.ours != n.gold and not (n.gold in ("", "?") and n.ours in ("", "?")):
                print(f"{n.id} {n.words!r} gold {n.gold or '-'} ours {n.ours or '-'} | {n.text[:110]!r}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
