"""Story → Scenarios: what each party may do next, each as a question that an event settles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from rashomon.foresee.depends import depends, overall
from rashomon.foresee.history import History, Unknown
from rashomon.foresee.intentions import intentions
from rashomon.foresee.likelihood import likelihood
from rashomon.foresee.plover import doing
from rashomon.foresee.questions import lacks
from rashomon.records import (
    Assessment,
    Claim,
    Document,
    Entity,
    Event,
    Intention,
    Question,
    Reading,
    Rule,
    Scenario,
    Story,
    as_utc,
    content_id,
)

HORIZON = timedelta(days=30)
"""Where nobody named a time."""
SOONEST = timedelta(days=1)
MOST = 12
"""Scenarios of one story; those with an announcement come first, then the likelier."""
HOSTILE = frozenset("ASSAULT COERCE MOBILIZE SANCTION PROTEST".split())
REPRISAL = "reprisal"
REPRISALS = ("ASSAULT", "COERCE", "SANCTION", "MOBILIZE")
"""What may be meant where "retaliation" is all that was said."""
STEPS_BACK = ("RETREAT", "CONCEDE")


@dataclass(frozen=True, slots=True)
class _Option:
    actor: str
    actor_name: str
    category: str
    mode: str
    target: str
    target_name: str
    said: tuple[Intention, ...] = ()


def foresee(
    story: Story,
    documents: Sequence[Document],
    readings: Sequence[Reading],
    entities: Sequence[Entity],
    claims: Sequence[Claim],
    assessments: Sequence[Assessment],
    *,
    now: datetime,
    history: History | None = None,
    word: Callable[[float], str] | None = None,
) -> tuple[Scenario, ...]:
    """What the parties of a story may do next.

    ``documents`` and ``readings`` may hold more than the story's: only its members, published up to ``now``, are looked at. ``word`` gives
    the ICD 203 word of a probability; without it no word stands. No scenario's question fails registration.
    """
    now, past = as_utc(now), history or Unknown()
    members = {one.document_id for one in story.members}
    roots = [
        one
        for one in documents
        if one.id in members and (one.published_at is None or one.published_at <= now)
    ]
    by_id = {one.document_id: one for one in readings}
    told = _told_once(story, roots, by_id)
    acts = [event for one in roots if one.id in by_id for event in by_id[one.id].events]
    mine = {one.id for one in claims if one.story_id == story.id}
    judged = [one for one in assessments if one.claim_id in mine]
    names = {one.id: one for one in entities}
    pair = _pair(acts)
    made: list[Scenario] = []
    for option in (*_announced(told, names), *_unsaid(pair, told)):
        one = _scenario(story, option, judged, names, pair, now=now, past=past, word=word or (lambda _: ""))
        if one is not None:
            made.append(one)
    return tuple(sorted(made, key=lambda s: (not s.intentions, -(s.likelihood or 0.0), s.id))[:MOST])


def _told_once(story: Story, documents: Sequence[Document], readings: dict[str, Reading]) -> list[Intention]:
    """Intentions, oldest first; what a copy repeats of its root is not told again."""
    root = {one.document_id: one.root_id for one in story.members}
    seen: set[tuple[str, str, str, str]] = set()
    found: list[Intention] = []
    for one in sorted(documents, key=lambda d: (d.published_at is None, str(d.published_at), d.id)):
        if one.id not in readings:
            continue
        for said in intentions(one, readings[one.id]):
            key = (root.get(one.id, one.id), said.actor, said.category, said.target)
            if key not in seen:
                seen.add(key)
                found.append(said)
    return found


def _announced(told: Iterable[Intention], names: dict[str, Entity]) -> list[_Option]:
    """One option for each act of a side to a target, with all that was said of it; a word that names no target joins one that does."""
    sides: dict[tuple[str, str, bool], list[Intention]] = {}
    for one in told:
        side = (_side(one.actor, one.actor_name, names)[-1]).lower()
        sides.setdefault((side, one.category, one.mode == REPRISAL), []).append(one)
    found: list[_Option] = []
    for same in sides.values():
        targets = list(dict.fromkeys(one.target.lower() for one in same if one.target)) or [""]
        for n, target in enumerate(targets):
            said = tuple(one for one in same if one.target.lower() == target or (n == 0 and not one.target))
            first = next((one for one in said if one.target), said[0])
            mode = next((one.mode for one in said if one.mode), "")
            found.append(
                _Option(
                    first.actor, first.actor_name, first.category, mode, first.target, first.target_name, said
                )
            )
    return found


def _pair(acts: Sequence[Event]) -> tuple[Event, str, str] | None:
    """The hostile act that the story tells most: with who is said to have done it, and to whom."""
    counted: Counter[tuple[str, str, str]] = Counter()
    first: dict[tuple[str, str, str], Event] = {}
    for one in acts:
        actor, target = one.actor_entity, one.target_entity or one.place_entity
        if one.action in HOSTILE and one.status == "asserted" and actor and target and actor != target:
            key = (one.action, actor, target)
            counted[key] += 1
            first.setdefault(key, one)
    if not counted:
        return None
    key = min(counted, key=lambda k: (-counted[k], k))
    return first[key], key[1], key[2]


def _unsaid(pair: tuple[Event, str, str] | None, told: Sequence[Intention]) -> list[_Option]:
    """What the two parties may do by the table, besides what they announced."""
    if pair is None:
        return []
    event, striker, struck = pair
    said = {(one.actor, one.category) for one in told}
    found: list[_Option] = []
    for row in _table():
        if event.action not in row["after"]:
            continue
        for actor, other, listed in ((struck, striker, row["struck"]), (striker, struck, row["striker"])):
            found += [
                _Option(actor, "", category, "", other, "")
                for category in listed
                if (actor, category) not in said
            ]
    return found


@cache
def _table() -> list[dict[str, list[str]]]:
    rows: Any = yaml.safe_load(Path(__file__).with_name("options.yaml").read_text(encoding="utf-8"))
    return list(rows)


def _scenario(
    story: Story,
    option: _Option,
    judged: Sequence[Assessment],
    names: dict[str, Entity],
    pair: tuple[Event, str, str] | None,
    *,
    now: datetime,
    past: History,
    word: Callable[[float], str],
) -> Scenario | None:
    actor = _named(option.actor, option.actor_name, names)
    target = _named(option.target, option.target_name, names)
    deadline, lapsed = _deadline(option.said, now)
    days = max((deadline - now).days, 1)
    ask = (option.actor, option.category, option.mode, option.target)
    base = past.done(*ask, days=days)
    if base is None and not option.said:
        return None  # nobody said it and nothing is known: no option worth a line
    contested = pair is not None and option.actor in pair[1:] and option.target in pair[1:]
    behind = past.done(*ask, days=days, after=pair[0].action) if pair is not None and contested else None
    own = [one for one in option.said if one.kind != "demand"]
    record = past.kept(own[-1].speaker, own[-1].kind, option.category) if own else None
    refused = bool(own) and own[-1].negated
    p, why = likelihood(base, record, refused=refused)
    hangs = depends(judged, base, behind, record, refused=refused, word=word)
    if (mean := overall(hangs)) is not None:
        p, why = (
            mean,
            (*why, "It is the mean over the explanations of what happened, each by its own likelihood."),
        )
    if lapsed:
        why = (*why, f"The time that was named, until {lapsed:%Y-%m-%d}, is past; it is asked anew.")
    question = _question(
        story, option, actor, target, names, now=now, deadline=deadline, rate=base.rate if base else None
    )
    if lacks(question, now=now):
        return None
    return Scenario(
        id=content_id("scenario", story.id, option.actor, option.category, option.target),
        story_id=story.id,
        actor=option.actor,
        actor_name=actor,
        category=option.category,
        mode=option.mode,
        target=option.target,
        target_name=target,
        question=question,
        intentions=option.said,
        base=base,
        record=record,
        likelihood=p,
        word=word(p) if p is not None else "",
        depends=hangs,
        why=why,
    )


def _deadline(said: Sequence[Intention], now: datetime) -> tuple[datetime, datetime | None]:
    """The latest time that was named and is to come; else the usual horizon, with the named one that is past."""
    named = [one.until for one in said if one.until is not None]
    ahead = [one for one in named if one > now]
    if ahead:
        return max(*ahead, now + SOONEST), None
    return now + HORIZON, max(named, default=None)


def _question(
    story: Story,
    option: _Option,
    actor: str,
    target: str,
    names: dict[str, Entity],
    *,
    now: datetime,
    deadline: datetime,
    rate: float | None,
) -> Question:
    reprisal = option.mode == REPRISAL
    mode = " (any reprisal)" if reprisal else f" ({option.mode})" if option.mode else ""
    others = _side(option.target, target, names) if _is_named(target) else ()
    conditions = [one.condition for one in option.said if one.condition]
    abort = Rule(actors=others, categories=STEPS_BACK) if conditions and others else None
    text = f"Will {actor} {doing(option.category, target if others else '')}{mode} by {deadline.day} {deadline:%B %Y}?"
    return Question(
        text=text,
        opened_at=now,
        deadline=deadline,
        rule=Rule(
            actors=_side(option.actor, actor, names),
            categories=REPRISALS if reprisal else (option.category,),
            modes=(option.mode,) if option.mode and not reprisal else (),
            targets=others,
        ),
        abort=abort,
        abort_text=_abort(actor, target, conditions, told=abort is not None),
        story_id=story.id,
        base_rate=rate,
    )


def _abort(actor: str, target: str, conditions: Sequence[str], *, told: bool) -> str:
    """In words: the question falls away where the condition does, or the actor can act no more."""
    gone = f"{actor} no longer exists or holds no power to act"
    if not conditions:
        return f"The question falls away if {gone}; a person says so."
    step = f"{target} steps back or gives way" if told else "a person says that the condition is met no more"
    return (
        f"It was said with a condition (“{conditions[-1]}”). The question falls away if {step}, or if {gone}."
    )


def _side(key: str, name: str, names: dict[str, Entity]) -> tuple[str, ...]:
    """Whose act counts: the party itself, and of one who speaks for a side the side."""
    known = names.get(key)
    return tuple(dict.fromkeys(one for one in (key, known.party if known else "") if one)) or (name,)


def _named(key: str, name: str, names: dict[str, Entity]) -> str:
    known = names.get(key)
    return known.name if known else name or key


def _is_named(target: str) -> bool:
    """A name, and not "opposition leaders", whom no rule could recognise."""
    return any(word[:1].isupper() for word in target.split())
