"""The page: sentences with their grounds."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from rashomon.records.assessed import Assessment
from rashomon.records.base import Issue, Range
from rashomon.records.claimed import Claim, Span
from rashomon.records.collected import Document
from rashomon.records.grouped import Membership
from rashomon.records.linked import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One line of a brief. ``spans`` are its grounds; a line about the corpus itself carries ``basis`` instead."""

    text: str
    spans: tuple[Span, ...] = ()
    basis: str = ""
    """For a line about what we collected ("3 documents, 2 roots"): what was counted. Exactly one of both is given."""
    mark: str = ""
    """A word for styling and filtering: the stance, the relation, ``not_assessed`` …"""
    detail: tuple[Sentence, ...] = ()
    quoted: tuple[Range, ...] = ()
    """Ranges of ``text`` that are not ours but words of a document; each stands in one of ``spans``."""
    at: datetime | None = None
    """The moment the line tells of, where it tells of one."""
    until: datetime | None = None
    """The end of what it tells of, inclusive, where that is no moment."""
    precision: str = ""
    """How exactly ``at`` is meant: ``minute, part, day, week, month`` as an event was told, in the text's own local time;
    ``published`` for a time of publication, where no other is told; empty for any other moment."""
    likelihood: float | None = None
    """The probability that the line puts in a word of the scale; the figure itself is printed on demand only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the brief under one heading. ``empty`` says why there is nothing, where there is nothing."""

    key: str
    heading: str
    sentences: tuple[Sentence, ...] = ()
    empty: str = ""
    table: Table | None = None
    parts: tuple[Section, ...] = ()
    """Parts with headings of their own, after the rest; their keys are unique in the brief."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows by columns, each cell a Sentence: parties × rival explanations, explanations × likelihood."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Sentence, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """A place that a page puts on the map, with where its name stands."""

    number: int
    """From 1, as on the map and in the section ``where``."""
    place: Place
    span: Span
    """Where its name first stands."""
    documents: int
    roots: int
    happenings: int
    """Events that reports place there, copies left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """The page for one story."""

    story_id: str
    title: Sentence
    contested: bool
    made_at: datetime
    sections: tuple[Section, ...]
    documents: tuple[Document, ...] = ()
    """Every document the sections cite or count, so that the page can show words in context offline."""
    members: tuple[Membership, ...] = ()
    claims: tuple[Claim, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    places: tuple[Pin, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What in a brief breaks a rule of ``brief/lint/rules``: it is not published until that is mended."""

    rule: str
    section: str
    """Key of the section, or ``title``; of a page, the heading above."""
    sentence: str
    """Which sentence of the section, from 1: "3"; "3.2" a detail of it; "row 2, Likelihood" a cell; or ``heading``."""
    words: str
    """The words that break it."""
    remedy: str = ""

    def __str__(self) -> str:
        return f"{self.section}, {self.sentence}: “{self.words}” [{self.rule}] {self.remedy}".rstrip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What was looked at: the line that keeps silence apart from blindness."""

    collected: int = 0
    failed: int = 0
    silent: tuple[str, ...] = ()
    """Sources that answered and yielded nothing."""
    broken: tuple[str, ...] = ()
    """Sources that could not be read at all."""
    languages: tuple[tuple[str, int], ...] = ()
    read_in_part: int = 0
    issues: tuple[Issue, ...] = field(default=())
