"""Is this name that record? What speaks for it and against it, in one table; *unsure* is an answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from rashomon.link.candidates import Candidate
from rashomon.link.register import Entry, Tenure
from rashomon.records import Kind

Verdict = Literal["same", "unsure", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What stands around one name."""

    name: str
    kind: Kind
    office: str = ""
    """The office named right beside it, as in ``register.OFFICES``."""
    past: bool = False
    """That office is said to be a former one."""
    beside: frozenset[str] = frozenset()
    """Registry ids of states and networks named right beside it ("French President …")."""
    around: frozenset[str] = frozenset()
    """Registry ids of states and networks named anywhere in the document."""
    day: date | None = None
    """When the document was published."""
    lone: bool = False
    """One word, only ever at the head of a sentence or in lower case, where it may be no name."""
    alone: bool = False
    """No other record is called so."""
    trade: bool = False
    """Beside it stands a trade that is no office of state: a goalkeeper, a baker."""


Test = Callable[[Candidate, Context], bool]


def _ties(entry: Entry) -> set[str]:
    told = {str(entry.attributes.get(k, "")) for k in ("state", "of")}
    return {t.of for t in entry.tenures} | {c if ":" in c else f"state:{c}" for c in told if c}


def _then(t: Tenure, day: date | None) -> bool:
    return day is None or t.holds(day)


def _office(c: Candidate, x: Context) -> bool:
    """The office beside the name is one it held then; or, of a "former" one, that it had held."""
    if not x.office:
        return False
    if x.past:
        return any(t.office in {x.office, "former"} and not _later(t, x.day) for t in c.entry.tenures)
    return any(t.office == x.office and _then(t, x.day) for t in c.entry.tenures)


def _perhaps(c: Candidate, x: Context) -> bool:
    """The office beside the name is one of which it is not known whether it still held it, or held it already."""
    return x.day is not None and any(t.office == x.office and t.may_hold(x.day) for t in c.entry.tenures)


def _later(t: Tenure, day: date | None) -> bool:
    return day is not None and t.since is not None and t.since > day


def _in_office(c: Candidate, x: Context) -> bool:
    return x.day is not None and any(t.holds(x.day) for t in c.entry.tenures if t.office != "former")


def _leads(c: Candidate, x: Context) -> bool:
    return x.day is not None and any(
        t.office in {"head_of_state", "head_of_government"} and t.holds(x.day) for t in c.entry.tenures
    )


def _years_away(entry: Entry, day: date) -> float:
    """Years between a day and the nearest day of any tenure; 0 inside one."""
    gaps = [
        max(
            (t.since - day).days if t.since and t.since > day else 0,
            (day - t.last).days if t.last and t.last < day else 0,
        )
        / 365.25
        for t in entry.tenures
    ]
    return min(gaps, default=0.0)


_SORTS: dict[str, int] = {
    "person": 0,
    "organisation": 1,
    "group": 1,
    "state": 2,
    "place": 2,
    "technology": 3,
    "event": 4,
}


def _clash(c: Candidate, x: Context) -> bool:
    """The reader sees another sort of thing. ``other`` is no sort: ideologies, and what a reader cannot tell."""
    a, b = _SORTS.get(c.entry.kind), _SORTS.get(x.kind)
    return a is not None and b is not None and a != b


def _abbreviated(c: Candidate, x: Context) -> bool:
    """Few capitals that are a body of some state, of which the text says nothing."""
    return (
        x.name.isupper()
        and len(x.name) <= 4
        and c.entry.kind != "person"
        and bool(c.entry.attributes.get("state"))
        and not x.around & _ties(c.entry)
    )


@dataclass(frozen=True, slots=True)
class Feature:
    """One ground, with its weight in points."""

    name: str
    weight: float
    holds: Test


FEATURES: tuple[Feature, ...] = (
    Feature("its whole name", 2.0, lambda c, x: c.form == "full" and (" " in x.name or c.entry.kind != "person")),
    Feature("one name that is all it is called", 1.2, lambda c, x: c.form == "full" and " " not in x.name and c.entry.kind == "person"),
    Feature("its surname", 0.6, lambda c, x: c.form == "surname"),
    Feature("its name in another script", 1.5, lambda c, x: c.form == "script"),
    Feature("no other record is called so", 0.4, lambda c, x: x.alone and c.entry.kind == "person"),
    Feature("the reader sees the same kind", 0.3, lambda c, x: x.kind == c.entry.kind),
    Feature("the reader sees another kind", -0.9, _clash),
    Feature("its office stands beside it", 1.2, _office),
    Feature("another office stands beside it", -0.8, lambda c, x: bool(x.office) and bool(c.entry.tenures) and not _office(c, x) and not _perhaps(c, x)),
    Feature("its state or body stands beside it", 0.9, lambda c, x: bool(x.beside & _ties(c.entry))),
    Feature("another's stands beside it", -1.2, lambda c, x: bool(x.beside) and bool(_ties(c.entry)) and not x.beside & _ties(c.entry)),
    Feature("its state or body is in the text", 0.5, lambda c, x: bool(x.around & _ties(c.entry))),
    Feature("in office on that day", 0.2, _in_office),
    Feature("at the head of a state or its government on that day", 0.4, _leads),
    Feature("dead on that day", -0.4, lambda c, x: bool(x.day and c.entry.died and c.entry.died < x.day)),
    Feature(
        "born too late or ten years out of office", -0.5,
        lambda c, x: x.day is not None and bool(c.entry.tenures) and _years_away(c.entry, x.day) > 10,
    ),
    Feature("a trade beside it that is no office", -1.6, lambda c, x: x.trade and c.entry.kind == "person"),
    Feature("a few capitals, and nothing of its state", -0.8, _abbreviated),
    Feature("in lower case", -1.4, lambda c, x: x.lone and not any(ch.isupper() for ch in x.name)),
    Feature(
        "a word at the head of a sentence, seen as another kind", -0.7,
        lambda c, x: x.lone and x.kind != c.entry.kind and any(ch.isupper() for ch in x.name),
    ),
)  # fmt: skip
"""Weights set by hand on the half of ``bench/gold/names.jsonl`` marked dev; ``bench.names`` prints how it does."""
SURE = 1.5
"""Points from which a name is linked …"""
AHEAD = 0.5
"""… if no other record comes this near."""
POSSIBLE = 0.8
"""Points from which a name that is not linked is called unsure rather than unknown."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate with its points and their grounds."""

    candidate: Candidate
    points: float
    grounds: tuple[str, ...]


def weigh(candidates: Sequence[Candidate], context: Context) -> list[Weighed]:
    """All candidates, the best first; ties by id."""
    made = []
    for one in candidates:
        held = [f for f in FEATURES if f.holds(one, context)]
        made.append(Weighed(one, sum(f.weight for f in held), tuple(f.name for f in held)))
    return sorted(made, key=lambda w: (-w.points, w.candidate.entry.id))


def decide(weighed: Sequence[Weighed]) -> tuple[Verdict, Entry | None]:
    """The record a name is, or that nobody can tell (``unsure``), or that none fits (``unknown``)."""
    if not weighed or weighed[0].points < POSSIBLE:
        return "unknown", None
    best = weighed[0]
    rival = weighed[1].points if len(weighed) > 1 else -9.0
    if best.points >= SURE and best.points - rival >= AHEAD:
        return "same", best.candidate.entry
    return "unsure", None
