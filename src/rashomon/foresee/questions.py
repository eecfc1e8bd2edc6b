"""Registering a question: it is refused, with a sentence for each thing missing, where nothing could ever settle it.

The check comes before the first forecast, not after the deadline: a forecast on what cannot be settled is lost work.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from rashomon.errors import NotSettleable
from rashomon.foresee.plover import categories, modes
from rashomon.records import Question, Rule, as_utc

FURTHEST = timedelta(days=36_525)
"""A hundred years: beyond that a date is a slip of the pen."""


def register(question: Question, *, now: datetime) -> Question:
    """The question as it enters the ledger.

    Raises:
        NotSettleable: with a sentence for each thing that is missing.
    """
    if missing := lacks(question, now=now):
        raise NotSettleable(question.text or question.id, " ".join(missing).rstrip("."))
    return question


def amended(before: Question, after: Question, *, now: datetime) -> Question:
    """A later version of a question; the earlier stays. What it asks, of whom and since when cannot change, or its forecasts would
    be about something else.

    Raises:
        NotSettleable: as for ``register``, or what it asks was changed.
    """
    if after.id != before.id:
        raise NotSettleable(
            before.text, "a version has the text, asker and opening of the first; ask a new question"
        )
    if before.deadline <= as_utc(now):
        raise NotSettleable(before.text, "it was closed before; ask a new question")
    return register(replace(after, version=before.version + 1), now=now)


def lacks(question: Question, *, now: datetime) -> tuple[str, ...]:
    """What a question lacks to be settled, a sentence each; none where it lacks nothing."""
    found: list[str] = []
    if not question.text.strip():
        found.append("It asks nothing.")
    if question.deadline <= as_utc(now):
        found.append(f"Its deadline {question.deadline:%Y-%m-%d %H:%M} UTC is past.")
    elif question.deadline <= question.opened_at:
        found.append("Its deadline lies before its opening.")
    elif question.deadline - question.opened_at > FURTHEST:
        found.append("Its deadline is more than a hundred years off.")
    if question.rule is None and not question.settled_by.strip():
        found.append("It has no rule that settles it, and names nobody who does.")
    if question.rule is not None:
        found += _of_rule(question.rule, "rule", needs_actor=True)
    if question.abort is not None:
        found += _of_rule(question.abort, "abort clause", needs_actor=False)
        if question.abort == question.rule:
            found.append("What settles it also makes it fall away.")
    for name, value in (("base rate", question.base_rate), ("status quo", question.status_quo)):
        if value is not None and not 0 <= value <= 1:
            found.append(f"Its {name} {value!r} is no probability.")
    return tuple(found)


def _of_rule(rule: Rule, what: str, *, needs_actor: bool) -> list[str]:
    found: list[str] = []
    if needs_actor and not any(one.strip() for one in rule.actors):
        found.append(f"Its {what} names no actor.")
    if not rule.categories:
        found.append(f"Its {what} names no category of PLOVER.")
    known = categories()
    for one in rule.categories:
        if one not in known:
            found.append(f"Its {what} asks for {one!r}, which is no category of PLOVER ({', '.join(known)}).")
    possible = {mode for one in rule.categories for mode in modes(one)}
    for one in rule.modes:
        if one not in possible:
            found.append(f"Its {what} asks for the mode {one!r}, which none of its categories has.")
    if rule.roots < 1:
        found.append(f"Its {what} asks for {rule.roots} reports; it takes one at least.")
    return found
