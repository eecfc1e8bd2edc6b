"""What every form of a brief shows: numbered notes with their context, text in pieces, what was collected."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.brief import chance, cite, words
from rashomon.records import Brief, Coverage, Document, Issue, Sentence, Span

ISSUES = 1_000
"""Issues listed one by one; beyond them they are counted by code."""
CARD = 600
"""Characters of a quotation on a card; the note at the end has all of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One place cited, with what a reader needs to find it again."""

    number: int
    span: Span
    outlet: str
    title: str
    time: str
    url: str
    document_id: str
    digest: str
    language: str
    before: str
    exact: str
    after: str

    @property
    def short(self) -> str:
        """The words, with their middle left out if they are too many for a card."""
        if len(self.exact) <= CARD:
            return self.exact
        return f"{self.exact[: CARD // 2].rstrip()} […] {self.exact[-CARD // 2 :].lstrip()}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Part of a sentence.

    ``kind``: ``own`` (a speaker's words), ``reported`` (a report's), or ours: ``lead`` (who does what) before the
    first of them, ``tail`` after the last, ``ours`` elsewhere; ``word``: our word of likelihood.
    """

    text: str
    kind: str = "ours"
    language: str = ""
    opening: str = ""
    """The mark before quoted words, and what stands between them and the mark that ends them. Ours, not theirs."""
    closing: str = ""
    figure: str = ""
    """Of a word of likelihood: the figure that it stands for, "about 70 %"."""


class Page:
    """One brief, with its citations numbered and its documents at hand.

    ``context``: characters on either side. ``numbers``: whether figures stand beside the words of likelihood.
    """

    def __init__(self, brief: Brief, context: int, *, numbers: bool = False) -> None:
        self.brief = brief
        self.figures = numbers
        self.documents: dict[str, Document] = {one.id: one for one in brief.documents}
        self.numbers = cite.numbers(brief)
        self.notes = tuple(self._note(span, number, context) for span, number in self.numbers.items())
        self._used: Counter[int] = Counter()

    @property
    def headline(self) -> str:
        """The title's quoted words, else all of it."""
        ranges = self.brief.title.quoted
        return " ".join(self.brief.title.text[start:end] for start, end in ranges) or self.brief.title.text

    @property
    def roots(self) -> int:
        return len({one.root_id for one in self.brief.members})

    @property
    def period(self) -> str:
        return words.period(one.published_at for one in self.brief.documents if one.published_at)

    def cited(self, sentence: Sentence) -> list[tuple[Note, int]]:
        """The notes of a sentence, each with how often it has been cited up to now: 1, 2, …"""
        found = []
        for span in sentence.spans:
            number = self.numbers[span]
            self._used[number] += 1
            found.append((self.notes[number - 1], self._used[number]))
        return found

    def pieces(self, sentence: Sentence) -> list[Piece]:
        """The text cut into our words and theirs."""
        made: list[Piece] = []
        at = 0
        text = sentence.text
        for start, end in sorted(sentence.quoted):
            opening = start - (text[start - 1 : start] in ("“", "‹"))
            if opening > at:
                made.append(Piece(text=text[at:opening], kind="ours" if made else "lead"))
            own = text.rfind("“", 0, start) > text.rfind("‹", 0, start)
            shown, closing = text[start:end], _CLOSING.match(text, end)
            at = closing.end() if closing else end
            made.append(
                Piece(
                    text=shown,
                    kind="own" if own else "reported",
                    language=self._language(sentence, shown),
                    opening=text[opening:start],
                    closing=text[end:at],
                )
            )
        made.append(Piece(text=text[at:], kind="tail" if made else "ours"))
        if sentence.likelihood is not None:
            made = _weighed(made, sentence.likelihood)
        return [one for one in made if one.text]

    def _language(self, sentence: Sentence, shown: str) -> str:
        for span in sentence.spans:
            if shown in words.one_line(span.quote):
                return tag(self.documents[span.document_id].language)
        return ""

    def _note(self, span: Span, number: int, context: int) -> Note:
        one = self.documents[span.document_id]
        before = one.text[max(0, span.start - context) : span.start]
        after = one.text[span.end : span.end + context]
        return Note(
            number=number,
            span=span,
            outlet=words.outlet(one),
            title=words.one_line(one.title),
            time=words.stamp(one.published_at) if one.published_at else "undated",
            url=one.url,
            document_id=one.id,
            digest=one.raw_sha256 or one.text_sha256,
            language=tag(one.language),
            before=_whole(before, cut=span.start > len(before), head=True),
            exact=paragraphs(span.quote),
            after=_whole(after, cut=span.end + len(after) < len(one.text), head=False),
        )


def _weighed(made: list[Piece], p: float) -> list[Piece]:
    """The pieces with the word of likelihood as one of its own: the last place of ours that has it."""
    word = chance.word(p)
    for number in range(len(made) - 1, -1, -1):
        one = made[number]
        if one.kind in ("own", "reported") or (at := one.text.casefold().rfind(word)) < 0:
            continue
        end = at + len(word)
        return [
            *made[:number],
            replace(one, text=one.text[:at], kind="ours"),
            Piece(text=one.text[at:end], kind="word", figure=chance.figure(p)),
            replace(one, text=one.text[end:], kind="ours"),
            *made[number + 1 :],
        ]
    return made


_CLOSING = re.compile(r"(?: …| \[…\])?[\"»“”]?[”›]")


def _whole(text: str, *, cut: bool, head: bool) -> str:
    """Context with whole words and … at an end that was cut; white space beside the quotation is kept as one sign."""
    if cut and " " in text.strip():
        text = text[text.index(" ") :] if head else text[: text.rindex(" ")]
    lines = paragraphs(text)
    if not lines:
        return ""
    if head:
        gap = text[len(text.rstrip()) :]
        return ("… " if cut else "") + lines + (_blank(gap))
    gap = text[: len(text) - len(text.lstrip())]
    return _blank(gap) + lines + (" …" if cut else "")


def paragraphs(text: str) -> str:
    """The text with each run of blanks as one space, and each run with a line break as one line break."""
    return "\n".join(line for line in (words.one_line(part) for part in text.splitlines()) if line)


def _blank(gap: str) -> str:
    return "" if not gap else "\n" if "\n" in gap else " "


def tag(language: str) -> str:
    """A language as an attribute may carry it; empty where it is no language code."""
    return language if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", language) else ""


_LABELS = {
    "not_assessed": "not assessed", "not_contested": "not contested", "also": "", "more": "", "title": "", "size": "",
    "hash": "", "link": "", "time": "", "language": "", "author": "", "roots": "", "none": "", "party": "", "tie": "",
    "claim": "claimed", "absent": "not said", "gap": "gap", "relation": "", "why": "", "scope": "", "explanation": "",
    "hearsay": "passes on", "event": "", "judged": "by a person", "undated": "undated", "media": "media", "silent": "", "whole_reports": "",
    "likelihood": "", "confidence": "", "for": "for", "against": "against", "grade": "", "key": "", "hangs": "", "turn": "", "views": "",
    "gains": "", "graded": "graded", "holds": "", "not_judged": "", "as_of": "as of a day",
    "uncontested": "uncontested", "disputed": "disputed", "denied": "denied", "retracted": "taken back",
}  # fmt: skip


def label(mark: str) -> str:
    """The small word beside a line: "denies", "copy", "video"; empty for marks that only style."""
    if mark in _LABELS:
        return _LABELS[mark]
    return words.STANCES.get(mark) or words.RELATIONS.get(mark) or words.humanise(mark)


def ranked(briefs: Sequence[Brief]) -> list[Brief]:
    """Contested first, then by number of roots, then by time and id."""

    def rank(brief: Brief) -> tuple[bool, int, str, str]:
        first = min(
            (one.published_at.isoformat() for one in brief.documents if one.published_at), default="9"
        )
        return (not brief.contested, -len({one.root_id for one in brief.members}), first, brief.story_id)

    return sorted(briefs, key=rank)


def coverage_lines(coverage: Coverage) -> list[tuple[str, str]]:
    """What was looked at, as (heading, text): silence is told apart from failure."""
    spoken = [f"{words.language(code) or 'unknown'} {number:,}" for code, number in coverage.languages]
    lines = [
        ("Collected", words.count(coverage.collected, "document")),
        ("Failed", words.count(coverage.failed, "item") if coverage.failed else "nothing"),
        ("Languages", ", ".join(spoken) or "none"),
    ]
    if coverage.read_in_part:
        lines.append(("Read in part", words.count(coverage.read_in_part, "document")))
    lines.append(("Silent", words.listed(list(coverage.silent), 20) or "no source"))
    lines.append(("Broken", words.listed(list(coverage.broken), 20) or "no source"))
    return lines


def issues(coverage: Coverage) -> tuple[list[Issue], list[tuple[str, int]]]:
    """Issues to list, errors first; and for those beyond the limit how many of each code."""
    order = {"error": 0, "warning": 1, "note": 2}
    told = sorted(
        coverage.issues, key=lambda one: (order[one.severity], one.stage, one.code, one.subject, one.reason)
    )
    rest = Counter(one.code for one in told[ISSUES:])
    return told[:ISSUES], sorted(rest.items())
