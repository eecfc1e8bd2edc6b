"""Copies told from corroboration: do two reports have a root in common? Precision, recall, F1, beside baselines.

    python -m bench.roots [--data ../shared/data] [--errors]

Gold of our own, ``bench/gold/roots.jsonl``: invented happenings, each told, retold in other words that add nothing,
retold with matter of its own, translated between en, ru and uk, and reported anew. Each happening is grouped as a whole
and every pair of its reports is a pair of the bench. Then copies made by ``bench/edits.py`` from these texts and, with
``--data``, from the real articles in ``stories/articles.jsonl``; each made copy gives a pair with its source and, as the
trap, a pair with another report of the same happening. ``spliced``: half of one report pasted to half of another has both roots
by passage, and these two stay apart. ``statement quoted``: two reports of their own around one long quotation.

Even happenings are held back: rules and weights were set on the odd ones. ``fresh``: happenings with hardly a number in
them, written when the rules stood and looked at once. ``short``: reports and bulletins of two to four sentences that share
their names, written before the rule for them and looked at when it stood. ``hash``: same words; ``Jaccard``: MinHash's
measure, 4-word shingles, from 0.5; ``before``: Jaccard 0.5, or three quarters of the shorter text inside the longer.
A pair counts as found where the roots of the two documents, passages included (long quotations apart), have one in common.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.edits import COPIES, sentences
from rashomon.group.copies import Descent, descents
from rashomon.group.words import WORD, look
from rashomon.records import Document

GOLD = Path(__file__).parent / "gold" / "roots.jsonl"
SHORT = 40
"""Words below which no copies are made: halved or disguised, such a text is below what ours tells for a retelling."""
DAY = datetime(2024, 5, 1, 8, tzinfo=UTC)


@dataclass(frozen=True)
class Case:
    """Documents that are grouped together, and pairs of them (indices) with whether they share a root."""

    kind: str
    part: str
    documents: tuple[Document, ...]
    pairs: tuple[tuple[int, int, bool, str], ...]


@dataclass(frozen=True)
class Text:
    """A report to make copies of, and another of the same happening (or at least in the same language)."""

    id: str
    part: str
    language: str
    text: str
    other: str


def gold() -> list[dict[str, str]]:
    return [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


def _document(row: dict[str, str]) -> Document:
    return Document(
        id=row["id"], text=row["text"], language=row["language"], source=row["source"],
        published_at=datetime.fromisoformat(row["published_at"]),
    )  # fmt: skip


def by_hand() -> Iterator[Case]:
    """A case for each happening: every pair of its reports."""
    for event, group in itertools.groupby(gold(), key=lambda row: row["event"]):
        rows = list(group)
        roots = {row["kind"]: row for row in rows}

        def root(row: dict[str, str], roots: dict[str, dict[str, str]] = roots) -> str:
            while row["of"]:
                row = roots[row["of"]]
            return row["id"]

        pairs = []
        for (a, one), (b, two) in itertools.combinations(enumerate(rows), 2):
            kinds = {one["kind"], two["kind"]}
            foreign = one["language"] != two["language"]
            if kinds & {"quoting", "quoting2"} and not foreign:
                kind = "statement quoted"
            elif foreign:
                kind = "translation"
            else:
                kind = "rewrite"
            pairs.append((a, b, root(one) == root(two), kind))
        yield Case(event, rows[0]["split"], tuple(_document(row) for row in rows), tuple(pairs))


def texts(data: Path | None) -> list[Text]:
    """What copies are made of: our gold, and real articles if they are there."""
    made = []
    rows = gold()
    for row in rows:
        rivals = [
            other for other in rows
            if other["event"] == row["event"] and other["language"] == row["language"]
            and other["kind"] == "independent"
        ]  # fmt: skip
        if row["kind"] in ("base", "speech") and rivals and len(row["text"].split()) >= SHORT:
            made.append(Text(row["id"], row["split"], row["language"], row["text"], rivals[0]["text"]))
    path = data / "stories" / "articles.jsonl" if data else None
    if path and path.exists():
        articles = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for event, group in itertools.groupby(
            sorted(articles, key=lambda a: a["event"]), key=lambda a: a["event"]
        ):
            whole = [a["text"] for a in group if len(a["text"].split()) > 150]
            part = "dev" if zlib.crc32(event.encode()) % 2 else "held"
            for one, two in itertools.islice(itertools.combinations(whole, 2), 40):
                if _contained(one, two) < 0.1:  # real copies are among the articles; these two are none
                    made.append(Text(f"article {event}", part, "en", one, two))
                    break
    return made


def by_machine(base: Sequence[Text]) -> Iterator[Case]:
    """For each text and way of copying: the copy with its source, and the copy of the rival report."""
    pool = {
        code: sorted(
            {w for one in base if one.language == code for w in re.findall(r"[^\W\d_]{4,}", one.text)}
        )
        for code in ("en", "ru", "uk")
    }
    for one, (kind, copy) in itertools.product(base, COPIES.items()):
        chance = random.Random(f"{one.id} {kind}")
        words = pool[one.language]
        documents = (
            _made("source", one.text, one.language, 0),
            _made("copy", copy(one.text, one.language, chance, words), one.language, chance.randrange(1, 30)),
            _made(
                "rival", copy(one.other, one.language, chance, words), one.language, chance.randrange(1, 30)
            ),
        )
        yield Case(kind, one.part, documents, ((0, 1, True, kind), (0, 2, False, kind)))
    for one in base:
        mine, theirs = sentences(one.text), sentences(one.other)
        pasted = " ".join(mine[: (len(mine) + 1) // 2] + theirs[: (len(theirs) + 1) // 2])
        documents = (
            _made("one", one.text, one.language, 0),
            _made("two", one.other, one.language, 1),
            _made("pasted", pasted, one.language, 9),
        )
        kind = "spliced"
        yield Case(kind, one.part, documents, ((0, 2, True, kind), (1, 2, True, kind), (0, 1, False, kind)))
        stranger = next(
            two
            for two in (*base[base.index(one) + 1 :], *base)
            if two.language == one.language and two.id != one.id
        )
        said = " ".join(
            " ".join(sentences(stranger.text.replace('"', "").replace("«", "").replace("»", ""))).split()[:90]
        )
        documents = (
            _made("one", " ".join([*mine[:3], f"«{said}».", *mine[3:6]]), one.language, 0),
            _made("two", " ".join([*theirs[:2], f"«{said}».", *theirs[2:6]]), one.language, 2),
        )
        kind = "statement quoted"
        yield Case(kind, one.part, documents, ((0, 1, False, kind),))


def _made(id: str, text: str, language: str, hours: int) -> Document:
    at = DAY + timedelta(hours=hours) if hours % 5 else (DAY if not hours else None)
    return Document(id=id, text=text, language=language, source=f"Outlet {id}", published_at=at)


# --- methods

Method = Callable[[Case], list[bool]]


def ours(case: Case) -> list[bool]:
    found = descents([look(one) for one in case.documents])
    roots = [_roots(found[one.id]) for one in case.documents]
    return [bool(roots[a] & roots[b]) for a, b, _, _ in case.pairs]


def _roots(one: Descent) -> set[str]:
    return {one.root} | {passage.root_id for passage in one.passages if passage.relation != "quote"}


def _shingles(text: str) -> frozenset[str]:
    words = [match.group().lower() for match in WORD.finditer(text)]
    return frozenset(" ".join(words[n : n + 4]) for n in range(max(len(words) - 3, 1)))


def _contained(one: str, two: str) -> float:
    a, b = _shingles(one), _shingles(two)
    return len(a & b) / min(len(a), len(b))


def _pairwise(test: Callable[[str, str], bool]) -> Method:
    def method(case: Case) -> list[bool]:
        return [test(case.documents[a].text, case.documents[b].text) for a, b, _, _ in case.pairs]

    return method


def _hash(one: str, two: str) -> bool:
    return [m.group().lower() for m in WORD.finditer(one)] == [m.group().lower() for m in WORD.finditer(two)]


def _jaccard(one: str, two: str) -> bool:
    a, b = _shingles(one), _shingles(two)
    return len(a & b) >= 0.5 * len(a | b)


def _before(one: str, two: str) -> bool:
    return _jaccard(one, two) or _contained(one, two) >= 0.75


METHODS: dict[str, Method] = {
    "ours": ours,
    "before": _pairwise(_before),
    "Jaccard": _pairwise(_jaccard),
    "hash": _pairwise(_hash),
}


def score(answers: Sequence[tuple[bool, bool]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of (found, gold) pairs, 0…1; precision of nothing found is 1."""
    right = sum(found and true for found, true in answers)
    found, true = sum(f for f, _ in answers), sum(t for _, t in answers)
    precision = right / found if found else 1.0
    recall = right / true if true else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, help="folder of development data")
    parser.add_argument("--errors", action="store_true", help="print the dev pairs that ours gets wrong")
    arguments = parser.parse_args()
    if arguments.data and not (arguments.data / "stories").exists():
        print(f"{arguments.data / 'stories'} is not there: only texts of our own are measured")
    cases = [*by_hand(), *by_machine(texts(arguments.data))]
    answers: dict[str, list[tuple[str, str, bool, bool]]] = {}
    for name, method in METHODS.items():
        rows = answers.setdefault(name, [])
        for case in cases:
            for (a, b, true, kind), found in zip(case.pairs, method(case), strict=True):
                rows.append((kind, case.part, found, true))
                if arguments.errors and name == "ours" and found != true and case.part in ("dev", "short"):
                    print("WRONG", kind, "missed" if true else "joined", case.kind, case.documents[a].id, case.documents[b].id, "|", case.documents[0].text[:60].replace("\n", " "))  # fmt: skip
    show(answers)


def show(answers: dict[str, list[tuple[str, str, bool, bool]]]) -> None:
    """One table: a row for each kind and for all, a column group for each method."""
    total = len(answers["ours"])
    print(f"{total} pairs, {sum(true for *_, true in answers['ours'])} of them with a root in common\n")
    print(
        f"{'set':26}  {'pairs':>5}  "
        + "  ".join(f"{n + ' P':>9}  {n + ' R':>9}  {n + ' F1':>10}" for n in METHODS)
    )
    kinds = sorted({kind for kind, *_ in answers["ours"]}, key=lambda k: [*COPIES, "spliced", "rewrite", "translation"].index(k) if k != "statement quoted" else 99)  # fmt: skip
    rows: list[tuple[str, tuple[str, ...], tuple[str, ...]]] = [
        (kind, (kind,), ("dev", "held")) for kind in kinds
    ]
    rows += [(f"all {part}", tuple(kinds), (part,)) for part in ("dev", "held", "fresh", "short")]
    for label, wanted, parts in rows:
        cells = []
        for name in METHODS:
            some = [(f, t) for kind, part, f, t in answers[name] if kind in wanted and part in parts]
            if not any(t for _, t in some):
                cells.append(f"{'-':>9}  {'-':>9}  {sum(not f for f, _ in some):>5} apart")
                continue
            p, r, f1 = score(some)
            cells.append(f"{100 * p:9.1f}  {100 * r:9.1f}  {100 * f1:10.1f}")
        print(f"{label:26}  {len(some):5}  " + "  ".join(cells))


if __name__ == "__main__":
    main()
