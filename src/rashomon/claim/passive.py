"""Accusations in the passive: "Chad was accused by Sudan of poisoning a well" is Sudan's word, and against Chad.

Readers mark the words well and the roles badly there: whom "was accused" follows is the one who is accused, and who accuses
stands behind "by", or is not told.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.records import Attribution, Document, Entity, Mention, Range, Reading, Speaker

_PASSIVE = re.compile(
    r"\b(?:been|is|are|was|were|being|stands?|stood|gets?|got)\s(?:\w+\s){0,2}?(?:accused|blamed|suspected)\b",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\s*(?:\w+ly\s)?by\s+(?:the\s|its\s|some\s)?(?P<who>[^,.;:()]{2,60}?)(?=\s+(?:of|for|over)\s|\s*[,.;:()]|$)",
    re.IGNORECASE,
)
_CHARGE = re.compile(r"\s*(?:,[^,;.]{1,60},)?\s*(?P<of>of|for|over)\s", re.IGNORECASE)
NEAR = 60
"""Characters before "was accused" in which the accused is named."""
ACTS = frozenset({"accuses", "doubts"})
"""Acts that readers give "was accused" and "is suspected"."""


@dataclass(frozen=True, slots=True)
class Turned:
    """A reading whose accusations in the passive have their roles, and whom each of them accuses."""

    reading: Reading
    accused: Mapping[Attribution, Entity]
    begins: Mapping[Attribution, int]
    """Where the accused is named, from which on it is cited."""


def turned(document: Document, reading: Reading, entities: Mapping[str, Entity]) -> Turned:
    """The reading with who accuses as the source, and the charge alone as the content. Who is not named stays as read."""
    accused: dict[Attribution, Entity] = {}
    begins: dict[Attribution, int] = {}
    made = []
    for one in reading.attributions:
        found = _turned(one, document.text, reading, entities) if one.act in ACTS else None
        if found is not None:
            one, named = found
            accused[one], begins[one] = entities[named.entity], named.start
        made.append(one)
    if not accused:
        return Turned(reading, {}, {})
    return Turned(replace(reading, attributions=tuple(made)), accused, begins)


def _turned(
    one: Attribution, text: str, reading: Reading, entities: Mapping[str, Entity]
) -> tuple[Attribution, Mention] | None:
    if not one.cue:
        return None
    verb = _PASSIVE.search(text, one.cue[0][0], one.cue[-1][1])
    if verb is None:
        return None
    patient = _patient(verb.start(), text, reading, entities)
    end = max((e for _, e in one.content), default=0)
    if patient is None or end <= verb.end():
        return None
    by = _BY.match(text, verb.end(), min(len(text), verb.end() + 2 * NEAR))
    charge = _CHARGE.match(text, by.end() if by else verb.end())
    if charge is None or charge.start("of") >= end:
        return None
    source: tuple[Range, ...] = ()
    speaker = Speaker()
    if by:
        source = (by.span("who"),)
        speaker = _speaker(by.span("who"), text, reading.mentions)
    told = replace(
        one,
        source=source,
        cue=(verb.span(),),
        content=((charge.start("of"), end),),
        speaker=speaker,
        act="accuses",
    )
    return told, patient


def _patient(at: int, text: str, reading: Reading, entities: Mapping[str, Entity]) -> Mention | None:
    """Who stands before "was accused" in its clause."""
    begin = max((s for s, e in reading.sentences if s <= at < e), default=0)
    near: Sequence[Mention] = [
        m
        for m in reading.mentions
        if max(begin, at - NEAR) <= m.start and m.end <= at and m.entity in entities
    ]
    return near[-1] if near else None


def _speaker(who: Range, text: str, mentions: Sequence[Mention]) -> Speaker:
    inside = [m for m in mentions if who[0] <= m.start and m.end <= who[1]]
    whole = inside and (inside[-1].start, inside[-1].end) == who
    return Speaker(text=text[slice(*who)], entity=inside[-1].entity if whole else "")
