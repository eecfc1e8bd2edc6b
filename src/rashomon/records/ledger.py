"""What was asked of the future, what people and programs said of it beforehand, and how it came out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from rashomon.records.base import as_utc, content_id
from rashomon.records.claimed import Span

Outcome = Literal["yes", "no", "void", "unresolvable"]
"""``void``: the abort clause was met, so that the question fell away. ``unresolvable``: nobody could tell; it is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Which event of a stream settles a question: one that fits every field that is not empty."""

    actors: tuple[str, ...] = ()
    """Entity ids or names, any of which may have done it."""
    categories: tuple[str, ...] = ()
    """Categories of PLOVER, any of which will do."""
    modes: tuple[str, ...] = ()
    """Modes of PLOVER; an event that tells no mode does not fit where one is asked for."""
    targets: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    roots: int = 1
    """How many independent documents have to tell of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question on the future that can be settled. A later version has the same ``id`` and a larger ``version``."""

    text: str
    opened_at: datetime
    deadline: datetime
    rule: Rule | None = None
    settled_by: str = ""
    """In place of a rule: who outside settles it, by name or address, and how."""
    abort: Rule | None = None
    """The event with which the question falls away."""
    abort_text: str = ""
    """The same in words; also what a person has to check where no event tells it."""
    by: str = ""
    """Who asked; empty: the program."""
    story_id: str = ""
    base_rate: float | None = None
    """How often such a thing happens within such a time; ``None`` where none is known."""
    status_quo: float | None = 0.0
    """What one says who expects everything to stay as it is: 0 where a yes is a change; ``None`` where that is not known."""
    external: str = ""
    """Its number at the place that it was imported from."""
    version: int = 1

    def __post_init__(self) -> None:
        for name in ("opened_at", "deadline"):
            object.__setattr__(self, name, as_utc(getattr(self, name), f"{self.text}: {name}"))

    @property
    def id(self) -> str:
        """The same for every version: from what it asks, who asked, when it was opened and where it came from."""
        return content_id("question", self.text, self.by, self.opened_at.isoformat(), self.external)


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """What one forecaster held of one question at a moment. A later one stands beside it."""

    question_id: str
    by: str
    """A person's name, or the name and version of a program."""
    p: float
    """Probability of a yes, 0 to 1."""
    at: datetime
    why: str = ""
    machine: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "at", as_utc(self.at, f"forecast of {self.question_id}"))

    @property
    def id(self) -> str:
        return content_id("forecast", self.question_id, self.by, repr(self.p), self.at.isoformat(), self.why)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """How a question came out, in the word of one judge. The program's stands first; a person's check stands beside."""

    question_id: str
    outcome: Outcome
    at: datetime
    """When it was settled."""
    why: str
    """One plain sentence."""
    by: str = ""
    """Empty: the program."""
    happened_at: datetime | None = None
    """When the event that settles it happened, as far as that is told."""
    spans: tuple[Span, ...] = ()
    """The words that tell it."""
    value: float | None = None
    """The outcome as a number, where an outside judge gave one between 0 and 1; else 1 for yes and 0 for no."""

    def __post_init__(self) -> None:
        for name in ("at", "happened_at"):
            moment = getattr(self, name)
            if moment is not None:
                object.__setattr__(self, name, as_utc(moment, f"resolution of {self.question_id}"))

    @property
    def id(self) -> str:
        happened = self.happened_at.isoformat() if self.happened_at else ""
        return content_id(
            "resolution", self.question_id, self.outcome, self.by, self.at.isoformat(), self.why, happened, repr(self.value)
        )  # fmt: skip

    @property
    def number(self) -> float | None:
        """The outcome as scores take it; ``None`` for one that settles nothing."""
        if self.outcome not in ("yes", "no"):
            return None
        return self.value if self.value is not None else float(self.outcome == "yes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """How often something was done, and the occasions: what a likelihood may rest on."""

    text: str
    """A sentence: of whom, of what, within which time."""
    hits: int
    tried: int
    rate: float | None
    """Smoothed or not, as its maker says in ``text``; ``None`` where nothing was ever tried."""
    ids: tuple[str, ...] = ()
    """Of the past events it counts, newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Intention:
    """What a party said it, or another, would or should do. Never that it will."""

    kind: Literal["threat", "promise", "warning", "plan", "demand"]
    speaker: str
    """Entity id, or the name as the document gives it."""
    actor: str
    """Who would act; of a demand, of whom it is asked."""
    actor_name: str
    category: str
    """The act itself, not the words: ASSAULT, where PLOVER has THREATEN for the saying of it."""
    mode: str
    target: str
    target_name: str
    conditional: bool
    condition: str
    """Its words; empty where there is none."""
    negated: bool
    """It was said that it would *not* be done."""
    said_at: datetime | None
    until: datetime | None
    """The end of the time that was named; ``None`` where none was."""
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependence:
    """How likely an option is under one of the rival explanations."""

    hypothesis_id: str
    text: str
    share: float | None
    """Probability of the explanation itself, where it was judged."""
    likelihood: float | None
    word: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """One thing that one party may do next, as a question that an event settles."""

    id: str
    story_id: str
    actor: str
    actor_name: str
    category: str
    mode: str
    target: str
    target_name: str
    question: Question
    intentions: tuple[Intention, ...] = ()
    base: Basis | None = None
    """``None``: none known."""
    record: Basis | None = None
    """How often this speaker did what was announced; ``None``: none known."""
    likelihood: float | None = None
    """``None`` where there is neither base rate nor record: then no word stands either."""
    word: str = ""
    """Of ICD 203."""
    depends: tuple[Dependence, ...] = field(default=())
    why: tuple[str, ...] = ()
    """A sentence for each step to the likelihood, or the reason why there is none."""
