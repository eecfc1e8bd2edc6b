"""Who says it, and who stands where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from rashomon.errors import QuoteNotFound
from rashomon.records.read import Form

Stance = Literal["asserts", "denies", "partly_denies", "doubts", "declines", "reports", "silent", "retracts"]
STANCES: tuple[Stance, ...] = (
    "asserts", "denies", "partly_denies", "doubts", "declines", "reports", "silent", "retracts",
)  # fmt: skip


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
    score: float | None = None
    """The reader's: how probable it is that who, how and what were read rightly."""


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


ReportLabel = Literal["agree", "disagree", "discuss", "unrelated"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportStance:
    """How a machine reads a report's own stance towards a claim: no position of a party, and kept apart from those."""

    document_id: str
    """The report read: one for each root."""
    root_id: str
    label: ReportLabel
    probability: float
    """Calibrated. Where no label is sure enough there is no ReportStance."""


Ground = Literal["accused", "clears", "side", "named"]
"""Why a party was expected to speak: the claim makes it out to have done something; an explanation would clear it of what
it is accused of; others of its side put the explanation forward; or (for the unheard only) the claim is about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A party that a claim calls for and that says nothing to it, in what was collected up to ``as_of``."""

    party: str
    name: str
    heard: bool
    """Words of the party were collected, and none of them answers. False: nothing of theirs was collected at all, so
    that it is *unheard*, and whether it spoke is not known."""
    ground: Ground
    why: Span
    """The words that make an answer to be expected."""
    documents: tuple[str, ...] = ()
    """Ids of the documents in which the party speaks since then, by time; empty for the unheard."""
    as_of: datetime | None = None
    """When the last of them was published; for the unheard, the last document of the story."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Two words of one party on one matter that do not go together, in the order of time."""

    party: str
    name: str
    kind: Literal["changed", "within"]
    """``changed``: the party said one thing and later another; ``within``: two who speak for it differ at one time."""
    before: Position
    after: Position


TieKind = Literal["perhaps_same", "contradicts", "narrower", "broader", "explains", "retracts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """What one claim is to another of its story. It adds nothing to the other's parties, roots or positions."""

    kind: TieKind
    """``perhaps_same``: suggested, not confirmed, to be one claim. ``contradicts``: both cannot be so. ``narrower`` and ``broader``: it
    says more, or less, than the other. ``explains``: it is a rival explanation of the happening. ``retracts``: who said the other
    took it back and says this."""
    claim: str
    """Id of the other claim."""
    why: str = ""
    """What it rests on: ``negation, number, more, less, words, explanation``."""
    spans: tuple[Span, ...] = ()
    """The words of this claim and of the other that were compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A proposition that someone put forward. Never a fact: it exists only through its sayings."""

    id: str
    story_id: str
    text: str
    """Chosen from what was really said, word for word; whom "each other" means stands before it in square brackets."""
    members: tuple[Saying, ...]
    positions: tuple[Position, ...] = ()
    explains: bool = False
    """It offers a rival explanation of the happening (staged, done by others, an accident …)."""
    explanation: str = ""
    """Which kind of explanation, from ``claim/explanations.yaml``; empty when ``explains`` is false."""
    reports: tuple[ReportStance, ...] = ()
    """Read by ``claim.stance``, one for each root where it is sure; empty where the model is not there."""
    silences: tuple[Silence, ...] = ()
    """Who says nothing to it and was expected to; the heard ones stand among the positions as ``silent`` too."""
    changes: tuple[Change, ...] = ()
    """Parties that took another stand on it before or after, or whose people differ."""
    ties: tuple[Tie, ...] = ()
    """What it is to other claims of the story."""
