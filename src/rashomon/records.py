"""The nouns, in the order the data meets them.

Every record is frozen and holds only plain values, tuples and other records, so it can be hashed, compared and
written as JSON. Offsets are Unicode code points into ``Document.text``, end exclusive. Times are aware and in UTC.
``edge.py`` turns them into the JSON of the contracts and back.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

from rashomon.errors import NaiveTime, QuoteNotFound

Stance = Literal["asserts", "denies", "partly_denies", "doubts", "declines", "reports", "silent", "retracts"]
Relation = Literal["original", "copy", "forward", "translation", "update"]
Status = Literal["uncontested", "disputed", "denied", "retracted"]
Form = Literal["direct", "indirect", "mixed"]
Kind = Literal["person", "state", "place", "organisation", "group", "event", "technology", "other"]

STANCES: tuple[Stance, ...] = (
    "asserts", "denies", "partly_denies", "doubts", "declines", "reports", "silent", "retracts",
)  # fmt: skip


def content_id(*parts: str) -> str:
    """Id of a record from what makes it itself: 16 hex digits of SHA-256 over the parts, in order."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def as_utc(moment: datetime, subject: object = None) -> datetime:
    """The same moment in UTC.

    Raises:
        NaiveTime: the datetime has no zone, so it names no moment.
    """
    if moment.tzinfo is None or moment.utcoffset() is None:
        raise NaiveTime(subject if subject is not None else moment)
    return moment.astimezone(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """Something that could not be handled, with its reason and what to do: nothing is silently dropped."""

    stage: str
    """The stage that met it: ``collect``, ``read``, …"""
    subject: str
    """The item: a file, an address, a document id."""
    code: str
    """A short stable word for counting: ``empty_text``, ``unreadable``, ``wrong_encoding``, ``read_in_part`` …"""
    reason: str
    """One plain sentence."""
    remedy: str = ""
    """What the user can do."""
    severity: Literal["error", "warning", "note"] = "error"
    """``error``: the item is lost to the brief; ``warning``: kept, with a fault; ``note``: worth knowing."""

    @property
    def id(self) -> str:
        return content_id(self.stage, self.subject, self.code, self.reason)


# --- collect ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """The bytes as we got them, before any reading. ``sha256`` is over exactly these bytes."""

    location: str
    """Path or URL it came from."""
    content: bytes
    format: str
    """Which parser takes it: ``text``, ``html``, ``email``, ``documents``, ``feed``, ``telegram`` …"""
    fetched_at: datetime
    modified_at: datetime | None = None

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """A photo, video or file that a document carries; only named, never opened."""

    kind: str
    """``photo``, ``video``, ``audio``, ``file``."""
    name: str
    caption: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One thing a source published, as it stood when we fetched it.

    The title, where there is one, is the first line of ``text``, so that a headline's words can be cited like any
    others (decisions/0002). A correction by the publisher is a new Document with the same ``url`` and another
    ``id``.
    """

    id: str
    text: str
    title: str = ""
    url: str = ""
    source: str = ""
    """The outlet, channel or sender: the name a reader knows it by."""
    author: str = ""
    published_at: datetime | None = None
    edited_at: datetime | None = None
    fetched_at: datetime | None = None
    language: str = ""
    """ISO 639-1, or empty where unknown."""
    location: str = ""
    """The file or address it was collected from."""
    raw_sha256: str = ""
    """Hash of the raw bytes in the archive."""
    forwarded_from: str = ""
    """The channel or outlet that the publisher itself names as the origin of a forward."""
    media: tuple[Media, ...] = ()

    def __post_init__(self) -> None:
        for name in ("published_at", "edited_at", "fetched_at"):
            moment = getattr(self, name)
            if moment is not None:
                object.__setattr__(self, name, as_utc(moment, f"{self.id}: {name}"))

    @property
    def text_sha256(self) -> str:
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


# --- read ------------------------------------------------------------------------------------------------------

Range = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name, or words that stand for one, in a document."""

    start: int
    end: int
    text: str
    kind: Kind
    entity: str = ""
    """Id of the Entity once linked; empty before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who spoke: the fullest name the document gives for "he" or "the ministry"; empty where it gives none."""

    text: str = ""
    entity: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Someone said something: source, cue and content, each in one or more pieces."""

    source: tuple[Range, ...] = ()
    cue: tuple[Range, ...] = ()
    content: tuple[Range, ...] = ()
    speaker: Speaker = Speaker()
    act: str = "asserts"
    """What the cue does; ``read/codebook.md`` lists the acts."""
    form: Form = "indirect"
    negated: bool = False
    hedge: str = ""
    """How far source or reporter stand behind the content: ``may``, ``reportedly``, ``alleged``, ``scare``, or empty."""
    score: float | None = None
    """Calibrated probability that the triple is right; ``None`` where the reader gives none."""

    @property
    def start(self) -> int:
        return min(r[0] for r in (*self.source, *self.cue, *self.content))

    @property
    def end(self) -> int:
        return max(r[1] for r in (*self.source, *self.cue, *self.content))


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Who did what to whom, as a text has it. Filled from issue 4 on."""

    actor: str
    action: str
    target: str
    place: str
    time: str
    status: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one reader found in one document."""

    document_id: str
    reader: str
    language: str = ""
    sentences: tuple[Range, ...] = ()
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    events: tuple[Event, ...] = ()


# --- link ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """One entity's tie to another: ``capital_of``, ``seat_of``, ``ministry_of``, ``office_of``, ``citizen_of``."""

    kind: str
    entity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Someone or something that mentions were joined into. ``names`` holds every form seen, fullest first."""

    id: str
    name: str
    kind: Kind
    names: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    party: str = ""
    """Id of the actor whose side it speaks for (a capital, its seat of power and a minister: the state), or its own."""


# --- group -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """Where a document belongs: its story, and the document its words first came from."""

    document_id: str
    story_id: str
    root_id: str
    relation: Relation = "original"
    why: str = ""
    """The ground for the relation: ``credits the same agency``, ``forwarded from …``, ``0.93 alike`` …"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Reports of one happening."""

    id: str
    title: str
    members: tuple[Membership, ...]
    started_at: datetime | None = None
    ended_at: datetime | None = None


# --- claim -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A place in a document with its words: the ground of every sentence we print."""

    document_id: str
    start: int
    end: int
    quote: str

    def check(self, text: str) -> None:
        """Raises QuoteNotFound unless ``text[start:end]`` is exactly ``quote``."""
        if text[self.start : self.end] != self.quote or self.start >= self.end:
            raise QuoteNotFound(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One attribution of a claim's words: who, with which cue, in which document."""

    document_id: str
    speaker: str
    """Name as the document gives it, or the outlet's name where the outlet itself speaks."""
    entity: str
    cue: str
    act: str
    form: Form
    negated: bool
    content: tuple[Span, ...]
    """The claimed words, exactly."""
    span: Span
    """Source, cue and content together: what a citation shows."""
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where one party stands on a claim, and the words that say so."""

    party: str
    """Entity id of the party, or the speaker's name where it is no known entity."""
    name: str
    stance: Stance
    scope: str = ""
    """What exactly is denied, doubted or retracted, in the party's words; empty when it is the whole claim."""
    at: datetime | None = None
    span: Span | None = None
    root_id: str = ""
    saying: Saying | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A proposition that someone put forward. Never a fact: it exists only through its sayings."""

    id: str
    story_id: str
    text: str
    """Chosen from what was really said, word for word."""
    members: tuple[Saying, ...]
    positions: tuple[Position, ...] = ()
    explains: bool = False
    """It offers a rival explanation of the happening (staged, done by others, an accident …)."""
    explanation: str = ""
    """Which kind of explanation, from ``claim/explanations.yaml``; empty when ``explains`` is false."""


# --- assess ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What is known of a claim's standing. Likelihood stays ``None`` until there is a method (issue 6)."""

    claim_id: str
    status: Status
    roots: int
    """Independent roots among the documents that carry it."""
    root_ids: tuple[str, ...] = ()
    documents: int = 0
    likelihood: float | None = None
    confidence: str | None = None
    beneficiary: str | None = None


# --- brief -----------------------------------------------------------------------------------------------------


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the brief under one heading. ``empty`` says why there is nothing, where there is nothing."""

    key: str
    heading: str
    sentences: tuple[Sentence, ...] = ()
    empty: str = ""
    table: Table | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows by columns, each cell a Sentence: used for parties × rival explanations."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Sentence, ...], ...]


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
