"""Public sets as problems: items with one or several claims, who said what of them, and which claim is true.

An item with one value for each source (a number, a label of several) becomes one claim for each distinct value: a source
asserts the value it gave and denies the others. An item with the answers yes and no is one claim. Files are read where a
clone of the repository has them; nothing is downloaded here.
"""

from __future__ import annotations

import csv
import html
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import numpy as np

from rashomon.assess.record.report import Report, Word

Fold = tuple[frozenset[str], tuple[str, ...]]
"""Items whose truth the judge is given, and the items it is scored on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A set, ready to be judged. ``items`` gives for each item its claims and which of them is true.

    An item that is in no fold has reports and no known truth.
    """

    name: str
    reports: tuple[Report, ...]
    items: dict[str, dict[str, bool]]
    folds: tuple[Fold, ...]

    @property
    def single(self) -> bool:
        """Whether every item is one claim that is true or false."""
        return all(len(claims) == 1 for claims in self.items.values())

    def settled(self, items: Iterable[str]) -> dict[str, bool]:
        """What the judge is told of these items."""
        return {claim: true for item in items for claim, true in self.items[item].items()}


def splits(items: Sequence[str]) -> dict[str, tuple[Fold, ...]]:
    """Nothing settled; and a fifth of the items settled, drawn once, the rest to be judged."""
    order = [items[k] for k in np.random.default_rng(0).permutation(len(items))]
    fifth = len(order) // 5
    return {
        "none settled": ((frozenset(), tuple(items)),),
        "a fifth settled": ((frozenset(order[:fifth]), tuple(sorted(order[fifth:]))),),
    }


def valued(
    name: str, said: Iterable[tuple[str, str, str]], gold: Mapping[str, str], binary: bool = False
) -> list[Problem]:
    """Problems from (item, source, value) rows, the last of a source on an item counting, and each item's true value.

    ``binary``: the values are 1 and 0 and an item is one claim. An item without a true value or without a report is left
    out; where nobody gave the true value, all its claims are false.
    """
    given: dict[str, dict[str, str]] = defaultdict(dict)
    for item, source, value in said:
        if item in gold:
            given[item][source] = value
    reports: list[Report] = []
    items: dict[str, dict[str, bool]] = {}
    for item, of in sorted(given.items()):
        values = ["1"] if binary else sorted(set(of.values()))
        items[item] = {f"{item}={value}": gold[item] == value for value in values}
        for source, value in of.items():
            for one in values:
                word: Word = "asserts" if value == one else "denies"
                reports.append(Report(claim=f"{item}={one}", source=source, word=word))
    return [
        Problem(name=f"{name}, {split}", reports=tuple(reports), items=items, folds=folds)
        for split, folds in splits(sorted(items)).items()
    ]


def rows(file: Path, *columns: str) -> Iterable[tuple[str, ...]]:
    """These columns of a file with a header."""
    with file.open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            yield tuple((row[column] or "").strip() for column in columns)


def crowd(folder: Path, name: str, binary: bool) -> list[Problem]:
    """One of the folders of Zheng et al. (VLDB 2017): ``answer.csv`` and ``truth.csv``."""
    said = [
        (item, source, value)
        for item, source, value in rows(folder / "answer.csv", "question", "worker", "answer")
    ]
    return valued(name, said, dict(rows(folder / "truth.csv", "question", "truth")), binary)  # type: ignore[arg-type]


def population(folder: Path) -> list[Problem]:
    """Population of towns as Wikipedia's editors gave it (Pasternack and Roth, COLING 2010), disputed towns only."""
    said = [
        (item, source, value)
        for item, source, value in rows(folder / "claims.csv", "object", "SourceID", "value")
    ]
    return valued("population", said, dict(rows(folder / "truths.csv", "object", "value")))  # type: ignore[arg-type]


def plain(cell: str) -> str:
    """Lower case, entities resolved, accents gone: the shops write one name with and without them."""
    text = unicodedata.normalize("NFKD", html.unescape(cell)).lower()
    return "".join(mark for mark in text if not unicodedata.combining(mark))


def last_names(cell: str) -> list[str]:
    """The last name of each person of a list that semicolons or slashes part: "Doe, Jane M.; Roe, Rob" or "Jane Doe"."""
    parts = [part.split("(")[0].split(",")[0].strip(" .,") for part in re.split("[;/&]| and ", plain(cell))]
    return [re.split("[ .]+", part)[-1].strip("'\"-") for part in parts if part]


def is_first(name: str, others: set[str], texts: Sequence[str]) -> bool:
    """Whether it stands before another last name ("Jane Doe") or after it and a comma most of the times it occurs."""
    other = "|".join(re.escape(one) for one in sorted(others))
    if not other:
        return False
    beside = rf"\b{re.escape(name)}( [a-z]{{1,2}}\.?)? ({other})|({other}), ?{re.escape(name)}\b"
    having = [text for text in texts if name in text]
    return sum(re.search(beside, text) is not None for text in having) > len(having) / 2


def author_lists(cells: Iterable[str]) -> list[str]:
    """Each shop's list of one book as a value that can be compared: the book's last names that stand in it, sorted.

    The lists are written in every way ("Jane Doe, Rob Roe", "Doe, JaneRoe, Rob"), so a list is not parsed alone: a last
    name is what at least two lists of the book give as one where they part people clearly, and a list has those that
    occur in it. Empty where none does.
    """
    texts = [plain(cell) for cell in cells]
    seen = Counter(name for text in texts for name in set(last_names(text)) if len(name) > 1)
    likely = {name for name, shops in seen.items() if shops > 1} - {"by", "and", "al"}
    names = sorted(name for name in likely if not is_first(name, likely - {name}, texts))

    def has(text: str, name: str) -> bool:
        # Names run together with the next one, but a short one occurs in other words by accident.
        return name in text if len(name) > 3 else re.search(rf"\b{re.escape(name)}\b", text) is not None

    return ["; ".join(name for name in names if has(text, name)) for text in texts]


def books(folder: Path) -> list[Problem]:
    """Authors of books as bookshops gave them (Yin, Han and Yu, TKDE 2008), a hundred of them read from the covers."""
    gold = {}
    for line in (folder / "book_golden.txt").read_text(encoding="utf-8", errors="replace").splitlines():
        book, _, people = line.partition("\t")
        if people.strip():
            gold[book.strip()] = "; ".join(sorted(last_names(people)))
    given: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for line in (folder / "book.txt").read_text(encoding="utf-8", errors="replace").splitlines():
        cells = line.split("\t")
        if len(cells) >= 4:
            given[cells[1].strip()].append((cells[0].strip(), cells[3]))
    said = []
    for book, of in given.items():
        lists = author_lists(cell for _, cell in of)
        said += [(book, shop, people) for (shop, _), people in zip(of, lists, strict=True) if people]
    return valued("books", said, gold)


def rumours(folder: Path) -> list[Problem]:
    """Rumours on Twitter with who supports and who denies them (SemEval-2017 task 8), one event judged at a time.

    Training and development threads, since the stances of the test threads are not in the folder. A query or a comment is
    no report. Threads that stayed unverified keep their reports and are neither settled nor scored.
    """
    stance: dict[str, str] = {}
    veracity: dict[str, str] = {}
    for part in ("train", "dev"):
        for letter, into in (("A", stance), ("B", veracity)):
            file = folder / "traindev" / f"rumoureval-subtask{letter}-{part}.json"
            into.update(json.loads(file.read_text(encoding="utf-8")))
    words: dict[str, Word] = {"support": "asserts", "deny": "denies"}
    reports, items, event = [], {}, {}
    for thread in sorted((folder / "rumoureval-data").glob("*/*")):
        if thread.name not in veracity:
            continue
        if veracity[thread.name] != "unverified":
            items[thread.name] = {thread.name: veracity[thread.name] == "true"}
            event[thread.name] = thread.parent.name
        for file in sorted([*thread.glob("source-tweet/*.json"), *thread.glob("replies/*.json")]):
            word = words.get(stance.get(file.stem, ""))
            if word is None:
                continue
            tweet = json.loads(file.read_text(encoding="utf-8"))
            when = datetime.strptime(tweet["created_at"], "%a %b %d %H:%M:%S %z %Y").timestamp() / 86400
            reports.append(
                Report(
                    claim=thread.name,
                    source=tweet["user"]["screen_name"],
                    word=word,
                    topic=thread.parent.name,
                    at=when,
                )
            )
    folds = []
    for name in sorted(set(event.values())):
        judged = tuple(one for one in items if event[one] == name)
        folds.append((frozenset(items) - frozenset(judged), judged))
    reports.sort(key=lambda one: one.at)
    return [
        Problem(name="rumours, other events settled", reports=tuple(reports), items=items, folds=tuple(folds))
    ]
