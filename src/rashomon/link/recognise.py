"""Joined mentions → records of the registry: per document, from all that stands around an entity's names there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from rashomon.link.known import Known, Setting, entity_id
from rashomon.link.names import bare, person
from rashomon.link.register import Entry
from rashomon.link.weigh import Verdict
from rashomon.records import Attribution, Document, Entity, Event, Mention, Reading, Speaker

BESIDE = 60
"""Characters on either side of a name in which words tell of its bearer."""
_CLAUSE = re.compile(r"[.;:!?\n\"“”«»]|,\s+(?:and|but|who|when|while|as|а|но|але|коли|когда)\b")
_APPOSED = re.compile(r"\s*(?:,|\()\s*([^,.;:!?\n\"“”()]{1,80})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """Readings and entities with what is in the registry under its record's id."""

    readings: tuple[Reading, ...]
    entities: tuple[Entity, ...]
    unsure: tuple[tuple[str, str], ...]
    """(document id, name) of what may be a record or not."""


@dataclass(slots=True)
class _Made:
    """A record that was recognised, with the last day it was met on and every entity that turned out to be it."""

    entry: Entry
    day: date | None = None
    was: dict[str, Entity] = field(default_factory=dict)

    def add(self, day: date | None, entity: Entity | None = None) -> None:
        self.day = max((d for d in (self.day, day) if d), default=None)
        if entity is not None:
            self.was[entity.id] = entity


def recognise(
    documents: Sequence[Document], readings: Sequence[Reading], entities: Sequence[Entity], known: Known
) -> Recognised:
    """Put records in the place of the entities they are. What is unsure stays as it was."""
    by_id = {one.id: one for one in entities}
    fixed = {id for id in by_id if id in known.fixed}
    made: dict[str, _Made] = {}
    unsure: list[tuple[str, str]] = []
    out: list[Reading] = []
    document = {one.id: one for one in documents}
    for reading in readings:
        one = document.get(reading.document_id)
        if one is None:
            out.append(reading)
            continue
        names = {m.text for m in reading.mentions if m.kind != "person"}
        day = one.published_at.date() if one.published_at else None
        setting = Setting(one.id, day, known.around(one.text, names))
        found: dict[str, Entry] = {}
        for id, mentions in _by_entity(reading.mentions, fixed).items():
            entity = by_id.get(id)
            if entity is None:
                continue
            verdict, entry = _verdict(one.text, entity, mentions, setting, known)
            if entry is not None:
                found[id] = entry
                made.setdefault(entity_id(entry), _Made(entry)).add(day, entity)
            elif verdict == "unsure":
                unsure.append((one.id, entity.name))
        spoken = [_speaker(a, one.text, found, setting, known) for a in reading.attributions]
        for a, verdict, who in spoken:
            if who is not None:
                made.setdefault(entity_id(who), _Made(who)).add(day)
            elif verdict == "unsure":
                unsure.append((one.id, a.speaker.text))
        out.append(
            replace(
                reading,
                mentions=tuple(
                    replace(m, entity=entity_id(found[m.entity])) if m.entity in found else m
                    for m in reading.mentions
                ),
                attributions=tuple(a for a, _, _ in spoken),
                events=tuple(_told(e, found) for e in reading.events),
            )
        )
    return Recognised(readings=tuple(out), entities=_entities(out, by_id, made, known), unsure=tuple(unsure))


def _by_entity(mentions: Iterable[Mention], fixed: set[str]) -> dict[str, list[Mention]]:
    held: dict[str, list[Mention]] = {}
    for one in mentions:
        if one.entity and one.entity not in fixed:
            held.setdefault(one.entity, []).append(one)
    return held


def _verdict(
    text: str, entity: Entity, mentions: Sequence[Mention], setting: Setting, known: Known
) -> tuple[str, Entry | None]:
    before, after = zip(*(_near(text, m) for m in mentions), strict=True)
    forms = {bare(m.text) for m in mentions}
    # The fullest name that all documents give, and what this one calls it: "Reuters" may be short for another.
    name = entity.name if entity.kind == "person" else max(forms, key=lambda f: (len(f), f))
    kind = entity.kind if entity.kind == "person" else mentions[0].kind
    lone = len(person(name)) == 1 and all(_opens(text, m) for m in mentions)
    verdict, entry, _ = known.verdict(name, kind, " ; ".join(before), " ; ".join(after), setting, lone=lone)
    return verdict, entry


def _near(text: str, m: Mention) -> tuple[str, str]:
    """The words of a name's clause before it (with titles inside it), and an apposition behind it."""
    before = _CLAUSE.split(text[max(0, m.start - BESIDE) : m.start])[-1]
    titles = text[m.start : m.end][: -len(" ".join(person(m.text))) or None]
    behind = _APPOSED.match(text, m.end, m.end + BESIDE + 40)
    return before + titles, behind.group(1) if behind else ""


def _opens(text: str, m: Mention) -> bool:
    """Whether a name stands where any word has a capital letter."""
    before = text[max(0, m.start - 3) : m.start].strip(' "“«')
    return not before or before[-1] in ".!?\n:"


def _speaker(
    a: Attribution, text: str, found: Mapping[str, Entry], setting: Setting, known: Known
) -> tuple[Attribution, Verdict, Entry | None]:
    if a.speaker.entity in found:
        entry = found[a.speaker.entity]
        return replace(a, speaker=Speaker(text=a.speaker.text, entity=entity_id(entry))), "same", entry
    words = " ".join(text[s:e] for s, e in a.source)
    named = a.speaker.text
    # "The French president": an office and no name; a deputy, a spokesman or two states give nobody.
    office = named and (named[:1].islower() or named.lower().startswith(("the ", "a ")))
    if office and words and len(words.split()) <= 6:
        verdict, holder = known.holder(words, setting)
        if holder is not None:
            return replace(a, speaker=Speaker(text=named, entity=entity_id(holder))), verdict, holder
        return a, verdict, None
    return a, "unknown", None


def _told(event: Event, found: Mapping[str, Entry]) -> Event:
    """An event whose parties and place that are records have the record's id."""
    actor, target, place = (
        entity_id(found[id]) if id in found else id
        for id in (event.actor_entity, event.target_entity, event.place_entity)
    )
    return replace(event, actor_entity=actor, target_entity=target, place_entity=place)


def _entities(
    readings: Sequence[Reading],
    by_id: Mapping[str, Entity],
    made: Mapping[str, _Made],
    known: Known,
) -> tuple[Entity, ...]:
    """Those still named by a mention or speaker, and what they are tied to."""
    used = {m.entity for r in readings for m in r.mentions} | {
        a.speaker.entity for r in readings for a in r.attributions
    }
    used |= {
        id for r in readings for e in r.events for id in (e.actor_entity, e.target_entity, e.place_entity)
    }
    out: dict[str, Entity] = {}
    for id in used - {""}:
        if id in made:
            now = known.entity(made[id].entry, made[id].day)
            was = [made[id].was[key] for key in sorted(made[id].was)]
            names = dict.fromkeys((*now.names, *(name for one in was for name in one.names)))
            # The text may tell for whom it speaks where the registry does not, unless it tells of two.
            sides = {one.party for one in was} - {"", *made[id].was}
            party = next(iter(sides)) if now.party == now.id and len(sides) == 1 else now.party
            out[id] = replace(now, party=party, names=tuple(names))
        elif id in by_id:
            out[id] = by_id[id]
    for one in list(out.values()):
        for id in (one.party, *(tie.entity for tie in one.related)):
            if id not in out and (state := by_id.get(id) or known.actors.states.get(id)):
                out[id] = state
    return tuple(sorted(out.values(), key=lambda e: e.id))
