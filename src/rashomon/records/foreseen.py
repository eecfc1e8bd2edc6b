"""What happened before, as archives of events have it, and what it tells of what may come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from rashomon.records.base import content_id

Act = Literal["deed", "statement"]
Trust = Literal["several", "single", "doubtful"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PastEvent:
    """Who did what to whom on a day, as one archive tells it. Reports that tell the same are one event: see ``id``."""

    origin: str
    """The archive: ``gdelt``, ``icews``, ``polecat``, or ``desk`` for what this desk's readers found."""
    day: date
    actor: str
    target: str
    category: str
    """A category of PLOVER, or ``STATEMENT`` for CAMEO's 01, of which PLOVER has none."""
    act: Act
    """Words ("accused", "promised", "demanded") are a statement; a meeting, a visit, a grant, an attack is a deed."""
    mode: str = ""
    status: str = "asserted"
    """As in ``Event.status``; ``claimed`` where the words stand in somebody's mouth: no deed until others tell it."""
    actor_state: str = ""
    """As the archive writes it; so for ``target_state``."""
    target_state: str = ""
    actor_kind: str = ""
    """A sector of PLOVER (``GOV``, ``MIL``, ``REB`` …), ``STATE`` for a state itself, empty where not told."""
    target_kind: str = ""
    code: str = ""
    """The archive's own code: CAMEO's, or PLOVER's words."""
    place: str = ""
    lat: float | None = None
    lon: float | None = None
    place_trust: Trust = "single"
    day_trust: Trust = "single"
    report: str = ""
    """The archive's own number for this report of the event."""
    source: str = ""
    """Who published it, or its address."""
    sources: int = 1
    """Sources that this report says tell it."""
    line: str = ""
    """File and line it came from."""

    @property
    def id(self) -> str:
        """One event however many reports tell it: archive, day, both parties, what was done, and the place where places can be
        trusted to tell two events apart."""
        place = "" if self.place_trust == "doubtful" else self.place
        return content_id(
            self.origin,
            self.day.isoformat(),
            self.actor,
            self.target,
            self.category,
            self.mode,
            self.status,
            place,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """A past event with what its reports come to."""

    event: PastEvent
    reports: int
    trust: Trust
    """``several`` sources tell it, a ``single`` one, or the day itself is ``doubtful``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrecedentCase:
    """One time that the trigger happened, and what followed."""

    trigger: str
    """Id of the past event."""
    on: date
    followed_by: str = ""
    """Id of the first event that followed within the horizon; empty where none did."""
    followed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseRate:
    """How often something is done within so many days, trigger or not."""

    scope: Literal["pair", "kind", "world"]
    """These two, two of their kinds (``GOV``–``MIL`` …), or any two that are met in the history."""
    horizon_days: int
    windows: int
    """Windows of that length looked at, one after the other, of all pairs of the scope."""
    hits: int
    """Windows in which it was done at least once."""
    rate: float | None
    """``hits`` of ``windows``; none where there was no window."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Precedent:
    """After ``trigger``, within ``horizon_days``, ``actor`` did ``then`` to ``other`` in ``hits`` of ``len(cases)`` cases."""

    actor: str
    other: str
    trigger: str
    """``CATEGORY`` or ``CATEGORY/mode``; behind ``<`` it was done to the actor. Two steps are joined by `` + ``."""
    then: str
    horizon_days: int
    scope: Literal["pair", "kind", "world"]
    hits: int
    tried: int
    """Cases that could be followed to the end of the horizon; a younger one tells nothing yet."""
    chance: float
    """(hits + smoothing · base rate) / (tried + smoothing), each case weighed by its age."""
    base: BaseRate
    lift: float | None
    """``chance`` over the base rate; none where that is nought or missing."""
    cases: tuple[PrecedentCase, ...] = ()
    """The very cases, newest first."""
