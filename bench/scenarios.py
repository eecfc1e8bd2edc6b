"""Stated intentions, against a gold of ours; and questions made of them, settled on invented streams of reports.

    python -m bench.scenarios [--part intentions|streams] [--errors] [--reader auto]

``bench/gold/intentions.jsonl``: short invented statements in English, Russian and Ukrainian (people, towns and states do not exist), with who would do
what to whom, whether on a condition, whether it is refused, and until when; a third states none. ``dev`` was looked at while the words were
made, ``held`` only as a figure; both are by one hand, which wrote the gold first. ``fresh`` was written after the words, in longer sentences
(first figure F1 6.1), ``last`` after that (75.9, later 66.7); the misses of both were read. ``unseen`` was written after all, and none of its misses was read. ``P R F1``: pairs of who and category. Of matched pairs, in
percent: ``target``, ``cond`` (condition), ``neg``, ``until`` (the same day, or none in both). ``cue list``: any sentence with a word of threat or promise, its first
name as who, its first listed act as what.

``streams``: for each of many questions a stream of reports is invented, in which the event comes, comes from another or to another, is only
threatened, is told in one party's mouth, is denied, comes too late, or does not come; and some that stop. ``settled``: questions with a stream that ran through and whose answer is
not for a person to find, settled by the program; ``false``: of those settled, settled wrongly.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.attribution import same_name
from bench.streams import streams
from rashomon.foresee.intentions import intentions
from rashomon.foresee.parties import alike
from rashomon.foresee.words import acts
from rashomon.read import read
from rashomon.records import Document, Intention, Reading

GOLD = Path(__file__).with_name("gold") / "intentions.jsonl"
CUES = {
    "en": (
        "threat",
        "vow",
        "promis",
        "pledg",
        "warn",
        "will ",
        "would ",
        "demand",
        "plans to",
        "ready to",
        "called on",
    ),
    "ru": (
        "пригроз",
        "угрож",
        "обеща",
        "поклял",
        "предупред",
        "потреб",
        "призва",
        "намерен",
        "готов",
        "будем",
    ),
    "uk": ("пригроз", "погрож", "обіця", "поклял", "поперед", "вимаг", "заклик", "намір", "готов", "будем"),
}


def gold() -> list[dict[str, Any]]:
    return [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines() if line.strip()]


def found(rows: list[dict[str, Any]], reader: str) -> dict[str, tuple[Intention, ...]]:
    documents = [
        Document(
            id=row["id"],
            text=row["text"],
            language=row["language"],
            published_at=datetime.fromisoformat(row["published"]).replace(tzinfo=UTC, hour=9),
        )
        for row in rows
    ]
    by_id = {one.id: one for one in documents}
    return {
        one.document_id: intentions(by_id[one.document_id], one)
        for one in read(documents, reader=reader)
        if isinstance(one, Reading)
    }


def same(ours: str, theirs: str) -> bool:
    """The same name, whatever case it stands in."""
    if same_name(ours, theirs):
        return True
    a, b = sorted(([w.strip(",.") for w in one.lower().split()] for one in (ours, theirs)), key=len)
    return bool(a) and all(any(alike(x, y) for y in b) for x in a)


def listed(row: dict[str, Any]) -> list[tuple[str, str]]:
    """What a list of cues finds: first name, first act."""
    low = row["text"].lower()
    if not any(cue in low for cue in CUES[row["language"]]):
        return []
    name = next((w.strip("«»\".,'") for w in row["text"].split() if w[:1].isupper()), "")
    hits = [(m.start(), act.category) for act, p in acts(row["language"]) if (m := p.search(row["text"]))]
    return [(name, min(hits)[1])] if hits else []


def of_intentions(reader: str, *, errors: bool) -> None:
    rows = gold()
    made = found(rows, reader)
    print(
        f"{'set':<10} {'N':>4} {'P':>6} {'R':>6} {'F1':>6} {'target':>7} {'cond':>6} {'neg':>6} {'until':>6} {'cue list F1':>12}"
    )
    for part in ("dev", "held", "fresh", "last", "unseen"):
        for language in ("en", "ru", "uk", "all"):
            some = [r for r in rows if r["part"] == part and language in (r["language"], "all")]
            print(
                _row(
                    f"{part} {language}",
                    some,
                    made,
                    errors=errors and language != "all" and part in ("dev", "fresh"),
                )
            )


def _row(
    name: str, rows: list[dict[str, Any]], made: dict[str, tuple[Intention, ...]], *, errors: bool
) -> str:
    hit = ours = theirs = plain_hit = plain = 0
    right: Counter[str] = Counter()
    for row in rows:
        left = list(made.get(row["id"], ()))
        ours += len(left)
        theirs += len(row["said"])
        for want in row["said"]:
            one = next(
                (x for x in left if x.category == want["category"] and same(x.actor_name, want["who"])), None
            )
            if one is None:
                if errors:
                    print("  missed", row["text"], want, [(x.actor_name, x.category) for x in left])
                continue
            left.remove(one)
            hit += 1
            day = one.until.date().isoformat() if one.until else None
            marks = {
                "target": same(one.target_name, want["target"]) if want["target"] else not one.target_name,
                "cond": one.conditional == want["conditional"],
                "neg": one.negated == want["negated"],
                "until": day == want["until"],
            }
            right.update(key for key, fine in marks.items() if fine)
            if errors and not all(marks.values()):
                print(
                    "  part  ",
                    row["text"],
                    {k: v for k, v in marks.items() if not v},
                    one.target_name,
                    one.condition,
                    day,
                )
        if errors and left:
            print("  extra ", row["text"], [(x.actor_name, x.category, x.kind) for x in left])
        cues = listed(row)
        plain += len(cues)
        plain_hit += sum(any(c == w["category"] and same(n, w["who"]) for w in row["said"]) for n, c in cues)
    p, r = _share(hit, ours), _share(hit, theirs)
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    cp, cr = _share(plain_hit, plain), _share(plain_hit, theirs)
    cf = 2 * cp * cr / (cp + cr) if cp + cr else 0.0
    marks_ = " ".join(
        f"{_share(right[k], hit):>{w}.1f}" for k, w in (("target", 7), ("cond", 6), ("neg", 6), ("until", 6))
    )
    return f"{name:<10} {len(rows):>4} {p:>6.1f} {r:>6.1f} {f1:>6.1f} {marks_} {cf:>12.1f}"


def _share(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, help="not needed")
    parser.add_argument("--part", choices=["intentions", "streams"])
    parser.add_argument("--errors", action="store_true", help="list what is missed of dev")
    parser.add_argument("--reader", default="auto")
    given = parser.parse_args()
    if given.part != "streams":
        of_intentions(given.reader, errors=given.errors)
    if given.part != "intentions":
        streams(given.reader, errors=given.errors)
    return 0


if __name__ == "__main__":
    sys.exit(main())
