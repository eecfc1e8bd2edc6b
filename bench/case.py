"""Cases: contested events of the past, as they stood before the matter was settled (``bench/cases/README.md``).

    python -m bench.case            # a line for each case; what is wrong with one is said, and it exits with 1

``load`` gives a case with the documents that were out at its cut and no others, so that nothing later can leak into a judgement.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, Literal, get_args

import yaml

from bench.attribution import table
from rashomon.collect import collect
from rashomon.config import Settings
from rashomon.records import Document

HOME = Path(__file__).parent / "cases"
KEYS = {"title", "question", "documents", "cut", "claim", "words", "outcome", "established", "hypotheses", "interests", "topic"}  # fmt: skip
NEVER = datetime(2100, 1, 1, tzinfo=UTC)
"""``now`` for reading files that say themselves when they were published."""

Outcome = Literal["true", "false", "open"]
Kind = Literal[
    "as_claimed", "denied", "staged_by_claimant", "third_party", "mistake", "misidentified", "exaggerated",
    "true_other_reason", "accident",
]  # fmt: skip


class CaseError(ValueError):
    """A case cannot be read; the sentence names the file and what is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words of one document, as they stand there."""

    document: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What came to be known after the cut, and by whom. A day without an hour is held as its last second."""

    by: str
    at: datetime
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """One that was on the table at the cut, and how it turned out."""

    kind: str
    says: str
    by: tuple[str, ...]
    words: tuple[Words, ...]
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest:
    """Who stood to gain if the claim was ``believed`` or ``disbelieved``, as an analyst would have noted it at the cut."""

    party: str
    gains_if: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case. ``documents`` were published before ``cut``; ``left_out`` are the ids of those that were not, or are undated."""

    slug: str
    title: str
    question: str
    cut: datetime
    claim: str
    words: tuple[Words, ...]
    outcome: str
    established: tuple[Finding, ...]
    hypotheses: tuple[Explanation, ...]
    interests: tuple[Interest, ...]
    topic: str
    own: bool
    """The documents lie beside the case and were written for it."""
    documents: tuple[Document, ...]
    left_out: tuple[str, ...]


def folders(home: Path = HOME) -> list[Path]:
    """The folders of all cases, by name."""
    return sorted(path.parent for path in home.glob("*/case.yaml"))


def load(folder: Path) -> Case:
    """Read one case. Raises ``CaseError`` where a field is missing, unknown or of another type."""
    file = folder / "case.yaml"
    row = yaml.safe_load(file.read_text(encoding="utf-8"))
    if not isinstance(row, dict):
        raise CaseError(f"{file} holds no mapping.")
    if unknown := set(row) - KEYS:
        raise CaseError(f"{file} has unknown keys: {', '.join(sorted(unknown))}.")
    try:
        cut = row["cut"]
        if not isinstance(cut, datetime) or cut.tzinfo is None:
            raise CaseError(f"{file}: the cut needs a date, an hour and a zone.")
        where = folder / row.get("documents", "documents.jsonl")
        found = [
            one
            for one in collect([str(where)], now=NEVER, settings=Settings().collect)
            if isinstance(one, Document)
        ]
        before = tuple(d for d in found if d.published_at is not None and d.published_at < cut)
        kept = {d.id for d in before}
        return Case(
            slug=folder.name,
            title=_text(row, "title"),
            question=_text(row, "question"),
            cut=cut,
            claim=_text(row, "claim"),
            words=_words(row),
            outcome=_word(row["outcome"]),
            established=tuple(
                Finding(by=_text(one, "by"), at=_moment(one["at"]), what=_text(one, "what"))
                for one in row["established"]
            ),
            hypotheses=tuple(_explanation(one) for one in row["hypotheses"]),
            interests=tuple(_interest(one) for one in row["interests"]),
            topic=_text(row, "topic"),
            own="documents" not in row,
            documents=before,
            left_out=tuple(d.id for d in found if d.id not in kept),
        )
    except (KeyError, TypeError) as error:
        raise CaseError(f"{file}: {error}") from error


def _explanation(row: Mapping[str, Any]) -> Explanation:
    return Explanation(
        kind=_text(row, "kind"),
        says=_text(row, "says"),
        by=tuple(row["by"]),
        words=_words(row),
        outcome=_word(row["outcome"]),
    )


def _interest(row: Mapping[str, Any]) -> Interest:
    if set(row) != {"party", "gains_if", "why"}:  # a comma in an unquoted sentence makes a key of its end
        raise TypeError(f"an interest has the keys {', '.join(sorted(row))}")
    return Interest(party=_text(row, "party"), gains_if=_text(row, "gains_if"), why=_text(row, "why"))


def _words(row: Mapping[str, Any]) -> tuple[Words, ...]:
    return tuple(Words(document=_text(one, "document"), quote=_text(one, "quote")) for one in row["words"])


def _text(row: Mapping[str, Any], key: str) -> str:
    value = row[key]
    if not isinstance(value, str):
        raise TypeError(f"{key} is {value!r}, not text")
    return value


def _word(value: object) -> str:
    """YAML reads ``true`` and ``false`` as truth values; ``open`` stays a word."""
    return str(value).lower()


def _moment(value: object) -> datetime:
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=UTC)
    if isinstance(value, date):
        return datetime.combine(value, time(23, 59, 59), UTC)
    raise TypeError(f"{value!r} is no date")


def faults(case: Case) -> Iterator[str]:
    """What is wrong with a case, a sentence each."""
    for name in ("title", "question", "claim", "topic"):
        if not str(getattr(case, name)).strip():
            yield f"The {name} is empty."
    if case.outcome not in get_args(Outcome):
        yield f"The outcome {case.outcome!r} is none of {', '.join(get_args(Outcome))}."
    yield from _quotes(case, "The claim", case.words)
    if len({one.document for one in case.words}) < 2:
        yield "The claim is quoted from fewer than two documents."
    if not case.established:
        yield "Nothing is told of what was established."
    for finding in case.established:
        if not finding.by.strip() or not finding.what.strip():
            yield f"The finding of {finding.at:%Y-%m-%d} does not say what, or by whom."
        if finding.at <= case.cut:
            yield f"The finding of {finding.at:%Y-%m-%d} ({finding.by}) is not after the cut."
    yield from _rivals(case)
    for interest in case.interests:
        if interest.gains_if not in ("believed", "disbelieved"):
            yield f"{interest.party} gains if {interest.gains_if!r}, which is neither believed nor disbelieved."
    if case.own:
        yield from _corpus(case)


def _quotes(case: Case, what: str, words: tuple[Words, ...]) -> Iterator[str]:
    texts = {d.id: d.text for d in case.documents}
    for one in words:
        if one.document not in texts:
            when = "is left out at the cut" if one.document in case.left_out else "does not exist"
            yield f"{what} quotes {one.document}, which {when}."
        elif not one.quote.strip() or one.quote not in texts[one.document]:
            yield f"{what}: these words are not in {one.document}: {one.quote!r}"


def _rivals(case: Case) -> Iterator[str]:
    kinds = [one.kind for one in case.hypotheses]
    if kinds.count("as_claimed") != 1 or len(kinds) < 2:
        yield "There must be one explanation as_claimed and at least one rival."
    for one in case.hypotheses:
        if one.kind not in get_args(Kind):
            yield f"The kind {one.kind!r} of an explanation is not in the codebook."
        if one.outcome not in get_args(Outcome):
            yield f"The outcome {one.outcome!r} of {one.says!r} is none of {', '.join(get_args(Outcome))}."
        if not one.says.strip() or not one.words:
            yield f"An explanation {one.kind} says nothing, or nobody is quoted for it: {one.says!r}"
        if one.kind == "as_claimed" and one.outcome != case.outcome:
            yield "The claim and the explanation as_claimed have different outcomes."
        if one.kind == "denied" and one.outcome == case.outcome == "true":
            yield f"The claim and the denial {one.says!r} cannot both be true."
        yield from _quotes(case, f"The explanation {one.says!r}", one.words)


def _corpus(case: Case) -> Iterator[str]:
    """What holds of documents that were written for a case."""
    if case.left_out:
        yield f"Not dated before the cut: {', '.join(case.left_out)}."
    if not 9 <= len(case.documents) <= 16:
        yield f"{len(case.documents)} documents; a case has 9 to 16."
    if len({d.source for d in case.documents}) < 5:
        yield "The documents come from fewer than five outlets."
    for number, document in enumerate(case.documents, 1):
        if document.id != f"{case.slug}-{number:02}":
            yield f"Document {number} has the id {document.id}, not {case.slug}-{number:02}."
        if document.title and document.text.split("\n", 1)[0] != document.title:
            yield f"{document.id}: the title is not the first line of the text."
        if document.url and not document.url.startswith("https://example.org/"):
            yield f"{document.id}: the address is not at example.org."
        if not document.language or not document.source:
            yield f"{document.id}: the language or the source is missing."
        if not 30 <= len(document.text.split()) <= 240:
            yield f"{document.id}: {len(document.text.split())} words; a document has about 50 to 220."


def main() -> int:
    """Print every case and its faults. Returns 1 if there is one."""
    rows: list[dict[str, object]] = []
    wrong = False
    for folder in folders():
        case = load(folder)
        rows.append(
            {
                "case": case.slug,
                "outcome": case.outcome,
                "cut": f"{case.cut:%Y-%m-%d %H:%M}",
                "documents": len(case.documents),
                "left out": len(case.left_out),
                "not English": sum(d.language != "en" for d in case.documents),
                "explanations": len(case.hypotheses),
                "topic": case.topic,
            }
        )
        for fault in faults(case):
            wrong = True
            print(f"{case.slug}: {fault}", file=sys.stderr)
    print(table(rows))
    return int(wrong)


if __name__ == "__main__":
    raise SystemExit(main())
