"""What a reader finds in one document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rashomon.records.base import Range

Form = Literal["direct", "indirect", "mixed"]
Kind = Literal["person", "state", "place", "organisation", "group", "event", "technology", "other"]


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
class Count:
    """How many of a kind an event touched, as its words have it: "at least three" has a ``low`` and no ``high``."""

    kind: str
    """``killed``, ``wounded``, ``detained`` …: ``read/events/english/numbers.py`` lists them."""
    low: int | None
    high: int | None
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Who did what to whom, as a text has it; ``start`` and ``end`` hold the words that tell the act."""

    actor: str
    action: str
    """A category of PLOVER, in capitals."""
    target: str
    place: str
    time: str
    """The words that tell when; what they come to is in ``time_from``."""
    status: str
    """``asserted, attempted, failed, planned, threatened, hypothetical, negated, historical``."""
    start: int
    end: int
    mode: str = ""
    """A mode of PLOVER ("drone"); empty where none is told."""
    actor_span: Range | None = None
    target_span: Range | None = None
    numbers: tuple[Count, ...] = ()
    time_from: str = ""
    """ISO 8601, a date or a local time without zone; ``time_until`` is inclusive. Both empty where not resolved."""
    time_until: str = ""
    time_precision: str = ""
    """``minute, part, day, week, month, season, year, decade``, or empty."""
    attribution: int | None = None
    """Place in ``Reading.attributions`` of the innermost one whose content holds this; ``None``: the report's own words."""
    place_span: Range | None = None
    actor_name: str = ""
    """The name that the document gives for an actor told by "they" or "the ministry"; empty where the words name it, or unsure."""
    target_name: str = ""
    actor_entity: str = ""
    """Id of the Entity once linked; empty before, and where unsure. So for target and place."""
    target_entity: str = ""
    place_entity: str = ""


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
