"""What is watched, written down before the fact, and what was seen of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from rashomon.records.base import content_id
from rashomon.records.claimed import Span

State = Literal["quiet", "raised", "high", "lapsed", "blind"]
STATES: tuple[State, ...] = ("quiet", "raised", "high", "lapsed", "blind")
"""``quiet``: nothing beyond the usual; ``raised``, ``high``: beyond a threshold; ``lapsed``: it was, and is no more, or the indicator's
time is over; ``blind``: who would show it is silent, so that nothing can be said, which is not quiet."""

Trace = Literal["event", "saying", "position", "profile", "words"]
"""What record a sign looks at: a coded event, words somebody is said to have spoken, a party's stand on a claim, a line of a profile, or
a sentence that names a party."""

Direction = Literal["toward", "away"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """Which hypothesis or scenario an indicator bears on, and whether it makes it likelier."""

    kind: Literal["hypothesis", "scenario"]
    name: str
    direction: Direction


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """One form in which it would be seen. All that is given must hold; what is empty asks for nothing."""

    trace: Trace
    action: tuple[str, ...] = ()
    """PLOVER categories, for an event; one of them."""
    mode: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    """Of an event; empty: asserted, attempted, planned and threatened."""
    act: tuple[str, ...] = ()
    """What a saying does, ``read/codebook.md``."""
    stance: tuple[str, ...] = ()
    """Of a position."""
    explanation: tuple[str, ...] = ()
    """Of a position's claim: keys of ``claim/explanations.yaml``."""
    section: tuple[str, ...] = ()
    """Keys of a profile's sections."""
    actor: str = ""
    """A role of the pack: who acts, speaks, takes the stand or is named."""
    target: str = ""
    words: tuple[tuple[str, ...], ...] = ()
    """Groups of words: of each group one must stand there. ``launch*`` is any word that begins so."""
    without: tuple[str, ...] = ()
    """None of these may stand there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """What is usual. ``usual`` is the writer's own guess and counts as three weeks of counting; it is never dropped."""

    days: int = 56
    usual: float = 0.1
    """Independent reports a day that one would expect if nothing were afoot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """From where it is raised. Tails are probabilities that so much, or more, is seen on a day if nothing has changed."""

    raised: float = 0.003
    high: float = 0.00001
    at_least: int = 2
    """Independent reports (roots) inside the window, below which nothing is raised."""
    owners: int = 2
    """Independent owners of the sources of these reports."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """For what tells by not happening: it counts only when its window has passed and the sources were there all the while."""

    within_days: int
    after: str = ""
    """Key of another indicator: the window begins when that one rises. Empty: the window is always the last days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One thing that is watched, written before the fact."""

    key: str
    watched: str
    why: str
    bears_on: tuple[Bearing, ...]
    where: tuple[str, ...]
    """Where it would be seen, in words."""
    signs: tuple[Sign, ...] = ()
    sources: tuple[str, ...] = ()
    """Sources by name without which one is blind; empty: all that report."""
    baseline: Baseline = Baseline()
    threshold: Threshold = Threshold()
    window_days: int = 3
    lapse_days: int = 7
    absent: Absence | None = None
    all_of: tuple[str, ...] = ()
    """Keys of indicators which must all be up; then this one has no signs of its own."""
    any_of: tuple[str, ...] = ()
    expires: date | None = None
    """Its last day; the pack's where it gives none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A place for a party that the user fills."""

    name: str
    what: str
    needed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Lapse:
    """What will show afterwards whether the pack pointed right."""

    question: str
    within_days: int
    settled_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """Indicators of one danger, or hope."""

    name: str
    title: str
    why: str
    written: date
    expires: date
    tell: tuple[str, ...]
    """Who must be told: names that the desk knows, not addresses."""
    roles: tuple[Role, ...]
    resolution: Lapse
    indicators: tuple[Indicator, ...]
    file: str = ""

    @property
    def id(self) -> str:
        return content_id(self.name, self.written.isoformat(), *(one.key for one in self.indicators))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One place where a sign was seen."""

    indicator: str
    """``pack/key``."""
    document_id: str
    root_id: str
    source: str
    owner: str
    """Whose word the root is: the owner of its source, or the source where no owner is known."""
    at: datetime
    """When the document was published."""
    span: Span
    trace: Trace


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """An indicator's state changed. The words that moved it are cited; where nothing was seen, ``why`` tells what was looked at."""

    id: str
    indicator: str
    """``pack/key``."""
    title: str
    day: date
    before: State
    state: State
    count: int = 0
    """Independent reports inside the window that moved it."""
    expected: float | None = None
    tail: float | None = None
    """Probability of so many or more if nothing has changed; ``None`` where the state rests on no count."""
    roots: int = 0
    owners: int = 0
    since: date | None = None
    """The day from which counts fit a higher level better than the usual one."""
    bears_on: tuple[Bearing, ...] = ()
    tell: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    sources: tuple[str, ...] = ()
    """Of the spans, one each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """Where one indicator stands now, and how it came there."""

    indicator: str
    title: str
    state: State
    day: date
    since: date | None
    why: tuple[str, ...]
    signals: tuple[Signal, ...] = ()
    sightings: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of an alert with what it rests on; ``basis`` for one about what was counted."""

    text: str
    span: Span | None = None
    source: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """What is sent of one signal: three lines that explain it."""

    id: str
    """The same for the same change, so that nobody is told twice."""
    at: datetime
    state: State
    headline: str
    lines: tuple[Line, ...]
    tell: tuple[str, ...] = ()
    signal: str = ""
