"""Positions, silences and changes on the example corpora; stance and scope on single sentences; faults once seen (``bench.faults``).

    python -m bench.positions            # needs no data folder; --data is taken and not used

Gold: ``bench/gold/positions/*.jsonl`` (what an analyst expects of each corpus) and ``bench/gold/stands.jsonl``.
A gold claim is named by patterns that must all stand in its words. Every position of the gold, and every position that the
program puts on a claim whose words fit, counts once as (party, claim, stance): ``P``, ``R``, ``F1``. ``stance``: of the
(party, claim) pairs both have, how many have the same stances; ``scope``: of the scopes in the gold, how many are in the
words that the program gives; ``silent``: right/wrong/missed; ``unheard`` and ``changes`` alike (a change is right when its
party and both its words fit; ``wrong`` are those that fit none).
``cues`` is the plain way: the act of each cue as the reader has it is the stance; a denial goes to the nearest claim before
it in the report; a party is silent that a claim names, that speaks somewhere and has no stance there; and it changed if it
has two stances on one claim. What an outlet ``reports`` without standing for it is left out on both sides.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench import faults as seen
from bench.attribution import f1, table
from rashomon.claim.mixed import united
from rashomon.claim.saying import sayings
from rashomon.claim.stand import BY_ACT
from rashomon.collect import collect
from rashomon.config import Settings
from rashomon.flow import Thought, think, think_alone
from rashomon.link import link
from rashomon.read import read
from rashomon.records import Document, Entity, Membership, Reading

GOLD = Path(__file__).parent / "gold"
EXAMPLES = Path(__file__).parents[1] / "examples"
AGAINST = ("denies", "partly_denies", "doubts", "declines", "retracts")
STRONGEST = ("retracts", "partly_denies", "denies", "doubts", "declines", "reports", "asserts")


@dataclass
class Expected:
    """The gold of one corpus."""

    claims: dict[str, tuple[tuple[re.Pattern[str], ...], re.Pattern[str] | None]] = field(
        default_factory=dict
    )
    rows: list[dict[str, Any]] = field(default_factory=list)

    def of(self, words: str) -> set[str]:
        """The gold claims that some words fit."""
        return {
            name
            for name, (keys, unlike) in self.claims.items()
            if all(key.search(words) for key in keys) and not (unlike and unlike.search(words))
        }

    def kind(self, kind: str) -> list[dict[str, Any]]:
        return [row for row in self.rows if row["kind"] == kind]


@dataclass
class Found:
    """What a system says of one corpus, in the words of the gold: claims are those of the gold that theirs fit."""

    positions: dict[tuple[str, str, str], list[str]] = field(default_factory=dict)
    """(party, gold claim, stance) → scopes."""
    silent: set[tuple[str, str]] = field(default_factory=set)
    unheard: set[str] = field(default_factory=set)
    changes: set[tuple[str, str, str]] = field(default_factory=set)
    """(party, words before, words after)."""
    within: set[tuple[str, str]] = field(default_factory=set)
    """(party, names)."""


def gold(path: Path) -> Expected:
    made = Expected()
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["kind"] == "claim":
            keys = tuple(re.compile(one, re.IGNORECASE) for one in row["keys"])
            unlike = re.compile(row["not"], re.IGNORECASE) if row.get("not") else None
            made.claims[row["id"]] = (keys, unlike)
        else:
            made.rows.append(row)
    return made


def documents_of(corpus: str) -> list[Document]:
    items = collect(
        [str(EXAMPLES / corpus)], now=datetime(2026, 1, 1, tzinfo=UTC), settings=Settings().collect
    )
    return [one for one in items if isinstance(one, Document)]


def ours(thought: Thought, expected: Expected) -> Found:
    """The claims, as the program has them."""
    made = Found()
    for claim in thought.claims:
        fits = expected.of(claim.text)
        for saying in claim.members:
            fits |= expected.of(" ".join(span.quote for span in saying.content))
        for one in claim.positions:
            own = " ".join(s.quote for s in one.saying.content) if one.saying else ""
            for name in _narrowest(fits, own, expected):
                if one.stance == "silent":
                    made.silent.add((one.name, name))
                elif one.stance != "reports":
                    made.positions.setdefault((one.name, name, one.stance), []).append(one.scope)
        made.unheard |= {one.name for one in claim.silences if not one.heard}
        for change in claim.changes:
            before, after = change.before, change.after
            if change.kind == "changed":
                made.changes.add(
                    (
                        change.name,
                        before.span.quote if before.span else "",
                        after.span.quote if after.span else "",
                    )
                )
            else:
                names = f"{before.saying.speaker if before.saying else ''} {after.saying.speaker if after.saying else ''}"
                made.within.add((change.name, names))
    return made


def _narrowest(fits: set[str], own: str, expected: Expected) -> set[str]:
    """Where a claim fits several of the gold, those that the position's own words fit too."""
    return (fits & expected.of(own)) or fits if len(fits) > 1 else fits


def cues(thought: Thought, documents: Sequence[Document], expected: Expected) -> Found:
    """The baseline."""
    made = Found()
    text = {one.id: one.text for one in documents}
    entities = {one.id: one for one in thought.entities}
    speaks: set[str] = set()
    named: dict[str, set[str]] = {}
    for reading in thought.readings:
        before: set[str] = set()
        for one in sorted(reading.attributions, key=lambda a: a.start):
            if one.act not in BY_ACT:
                continue
            words = " ".join(text[reading.document_id][s:e] for s, e in one.content)
            party = _party(one.speaker.entity, one.speaker.text, entities)
            speaks.add(party)
            stance = "declines" if one.negated else BY_ACT[one.act]
            own = expected.of(words)
            if stance == "reports":
                continue
            for name in own or (before if stance in AGAINST else set()):
                made.positions.setdefault((party, name, stance), []).append(words)
            if own and stance not in AGAINST:
                before = own
            for m in reading.mentions:
                if any(s <= m.start and m.end <= e for s, e in one.content) and m.entity in entities:
                    for name in own:
                        named.setdefault(name, set()).add(_party(m.entity, m.text, entities))
    stands = {(party, name) for party, name, _ in made.positions}
    made.silent = {(p, n) for n, parties in named.items() for p in parties & speaks if (p, n) not in stands}
    return made


def _party(entity: str, text: str, entities: Mapping[str, Entity]) -> str:
    known = entities.get(entity)
    if known is None:
        return text
    return entities[known.party].name if known.party in entities else known.name


def figures(expected: Expected, found: Found) -> dict[str, object]:
    """One row of the table."""
    rows = expected.kind("position")
    hit_rows = [row for row in rows if any(_is(row, key) for key in found.positions)]
    right = [key for key in found.positions if any(_is(row, key) for row in rows)]
    precision, recall = len(right) / max(1, len(found.positions)), len(hit_rows) / max(1, len(rows))
    pairs = {(row["party"], row["claim"]) for row in rows}
    met = same = 0
    for party, claim in pairs:
        told = {s for p, c, s in found.positions if c == claim and _named(party, p)}
        if told:
            met += 1
            same += told == {row["stance"] for row in rows if (row["party"], row["claim"]) == (party, claim)}
    scoped = [row for row in rows if row.get("scope")]
    in_scope = sum(
        any(re.search(row["scope"], s, re.IGNORECASE) for key, given in found.positions.items() if _is(row, key) for s in given)
        for row in scoped
    )  # fmt: skip
    silent = expected.kind("silent")
    good = {
        (p, c)
        for p, c in found.silent
        if any(row["claim"] == c and _named(row["party"], p) for row in silent)
    }
    unheard = [row["party"] for row in expected.kind("unheard")]
    heard_not = {p for p in found.unheard if any(_named(party, p) for party in unheard)}
    changes = expected.kind("change")
    fitting = {one for one in found.changes if any(_changed(row, one) for row in changes)}
    known = sum(any(_changed(row, one) for one in found.changes) for row in changes)
    apart = expected.kind("disagreement")
    inside = {one for one in found.within if any(_within(row, one) for row in apart)}
    found_apart = sum(any(_within(row, one) for one in found.within) for row in apart)
    return {
        "P": 100 * precision, "R": 100 * recall, "F1": f1(len(hit_rows), len(rows), len(right), len(found.positions)),
        "stance": f"{same}/{met}", "scope": f"{in_scope}/{len(scoped)}",
        "silent": f"{len(good)}/{len(found.silent - good)}/{len(silent) - len(good)}",
        "unheard": f"{len(heard_not)}/{len(found.unheard - heard_not)}/{len(unheard) - len(heard_not)}",
        "changes": f"{known}/{len(found.changes - fitting)}/{len(changes) - known}",
        "within": f"{found_apart}/{len(found.within - inside)}/{len(apart) - found_apart}",
    }  # fmt: skip


def _named(pattern: str, name: str) -> bool:
    return re.search(pattern, name, re.IGNORECASE) is not None


def _is(row: Mapping[str, Any], key: tuple[str, str, str]) -> bool:
    return row["claim"] == key[1] and row["stance"] == key[2] and _named(row["party"], key[0])


def _changed(row: Mapping[str, Any], change: tuple[str, str, str]) -> bool:
    party, before, after = change
    return (
        _named(row["party"], party)
        and _named(row["from"]["keys"], before)
        and _named(row["to"]["keys"], after)
    )


def _within(row: Mapping[str, Any], one: tuple[str, str]) -> bool:
    return _named(row["party"], one[0]) and _named(row["names"], one[1])


def faults(expected: Expected, found: Found) -> Iterator[str]:
    """What differs from the gold, a line each."""
    rows = expected.kind("position")
    for row in rows:
        if not any(_is(row, key) for key in found.positions):
            yield f"missed   {row['party']} {row['stance']} {row['claim']}"
    for key in found.positions:
        if not any(_is(row, key) for row in rows):
            yield f"wrong    {key}"
    silent = {(row["party"], row["claim"]) for row in expected.kind("silent")}
    for one in sorted(found.silent - silent):
        yield f"silent?  {one}"
    for one in sorted(silent - found.silent):
        yield f"silent!  {one}"
    yield f"unheard  {sorted(found.unheard)}"
    for change in sorted(found.changes):
        yield f"change   {any(_changed(row, change) for row in expected.kind('change'))} {change}"
    for one in sorted(found.within):
        yield f"within   {one}"


# --- single sentences


def stands(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def judged(rows: Sequence[dict[str, Any]], reader: str) -> dict[str, tuple[tuple[str, str], tuple[str, str]]]:
    """Id → (stance, scope) of ours and of the plain cue; empty where neither sees a stand."""
    documents = [
        Document(id=row["id"], text=row["text"], language=row["language"], source="The paper itself")
        for row in rows
    ]
    readings = [one for one in read(documents, reader=reader) if isinstance(one, Reading)]
    linked = link(documents, readings)
    entities = {one.id: one for one in linked.entities}
    made = {}
    for document, reading in zip(documents, linked.readings, strict=True):
        said = united(
            list(sayings(document, reading, entities, "s", _alone(document.id))), {document.id: document.text}
        )
        own = min(
            ((one.stand.stance, one.scope) for one in said),
            key=lambda pair: STRONGEST.index(pair[0]),
            default=("", ""),
        )
        acts = [
            (BY_ACT[one.act], " ".join(document.text[s:e] for s, e in one.content))
            for one in reading.attributions
            if one.act in BY_ACT and not one.negated
        ]
        plain = min(acts, key=lambda pair: STRONGEST.index(pair[0]), default=("", ""))
        made[document.id] = (own, plain)
    return made


def _alone(document: str) -> Membership:
    return Membership(document_id=document, story_id="s", root_id=document)


def sentence_rows(rows: Sequence[dict[str, Any]], answers: Mapping[str, Any]) -> Iterable[dict[str, object]]:
    for part in ("dev", "held"):
        for number, system in enumerate(("rashomon", "cues")):
            some = [row for row in rows if row["part"] == part]
            made: dict[str, object] = {"set": f"stands {part}", "system": system}
            for language in ("en", "ru", "uk"):
                own = [row for row in some if row["language"] == language]
                made[language] = (
                    100 * sum(answers[r["id"]][number][0] == r["stance"] for r in own) / max(1, len(own))
                )
            made["all"] = 100 * sum(answers[r["id"]][number][0] == r["stance"] for r in some) / len(some)
            scoped = [r for r in some if r.get("scope")]
            made["scope"] = (
                100 * sum(_alike(answers[r["id"]][number][1], r["scope"]) for r in scoped) / len(scoped)
            )
            made["sentences"] = len(some)
            yield made


def _alike(a: str, b: str) -> bool:
    """Whether two pieces of a sentence share four fifths of the words of the longer."""
    first, second = (re.sub(r"^(?:that|что|що) ", "", x.lower()).split() for x in (a, b))
    shared = len(set(first) & set(second))
    return bool(first) and shared >= 0.8 * max(len(set(first)), len(set(second)))


def main() -> int:
    """Print the two tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, help="taken like in the other benches; not used")
    parser.add_argument("--reader", default="auto", help="the reader that finds names and attributions first")
    parser.add_argument(
        "--errors", choices=("corpora", "dev", "held"), help="list what differs from the gold"
    )
    parser.add_argument("--corpus", help="only this one")
    asked = parser.parse_args()
    rows: list[dict[str, object]] = []
    for file in sorted((GOLD / "positions").glob("*.jsonl")):
        if asked.corpus and asked.corpus not in file.stem:
            continue
        expected, documents = gold(file), documents_of(file.stem)
        thought = _thought(documents, asked.reader)
        found = ours(thought, expected)
        rows.append({"set": file.stem, "system": "rashomon", **figures(expected, found)})
        rows.append(
            {"set": file.stem, "system": "cues", **figures(expected, cues(thought, documents, expected))}
        )
        if asked.errors == "corpora":
            print(file.stem, *faults(expected, found), sep="\n  ")
    print(table(rows))
    if not asked.corpus:
        given = stands(GOLD / "stands.jsonl")
        answers = judged(given, asked.reader)
        if asked.errors in ("dev", "held"):
            for row in given:
                own, plain = answers[row["id"]]
                scoped = not row.get("scope") or _alike(own[1], row["scope"])
                if row["part"] == asked.errors and (own[0] != row["stance"] or not scoped):
                    print(
                        f"{row['id']} {row['text']}\n    gold {row['stance']!r} {row.get('scope', '')!r} ours {own} cue {plain[0]!r}"
                    )
        print()
        print(table(list(sentence_rows(given, answers))))
        cases = seen.cases()
        found = seen.wrong(cases, asked.reader)
        if asked.errors in ("dev", "held"):
            for row in cases:
                if row["part"] == asked.errors and found[row["id"]]:
                    print(row["id"], *(text for *_, text in row["texts"]), *found[row["id"]], sep="\n    ")
        print()
        print(table(list(seen.table_rows(cases, found))))
    return 0


def _thought(documents: Sequence[Document], reader: str) -> Thought:
    settings = Settings()
    if reader == "auto":
        return think_alone(documents, settings)[0]
    made = [one for one in read(documents, reader=reader) if isinstance(one, Reading)]
    return think(documents, made, settings)


if __name__ == "__main__":
    sys.exit(main())
