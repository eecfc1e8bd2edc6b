"""Speakers whom a report calls by an office or a common noun alone, and names elsewhere in its own words.

A headline's "Defence minister says …" is of the state whose defence minister the text names, if it names one state's; "the think
tank" is the body that the text introduces as one. Where the text names two, nobody is meant for certain, and nothing changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon.claim import lexicon
from rashomon.claim.saying import Said
from rashomon.records import Document, Entity, Mention, Range, Reading

SHORT = 60
"""Characters of a source that may be an office or a noun alone."""
BESIDE = 24
"""Characters between a state's name and the office that is its ("Estonian acting Defence Minister")."""
_OWNED = re.compile(r"(?:['’]s?)?,?(?:\s[\w-]+){0,2}?\s+", re.IGNORECASE)
_OF = re.compile(r"\s+(?:of|for)\s+(?:the\s+)?|\s+")
_THE = re.compile(r"^(?:the|its|their|этот|эта|это|цей|ця|це)\s+", re.IGNORECASE)
_ONE = re.compile(r"^(?:an?|another|one|some)\s", re.IGNORECASE)
_APPOSED = r"\s*[,(–—-]+\s*(?:which is |who is )?(?:an?|the|another)\s[^,.;()\n]{0,60}?"
_IS = r"\s+(?:is|was|are)\s+(?:an?|the)\s[^,.;()\n]{0,60}?"


def office(words: str) -> str:
    """The office that words are and nothing else: "defence minister" of "The defense minister"; else empty."""
    bare = _THE.sub("", words.strip(" ,.:;")).casefold()
    return _same(bare) if len(bare) <= SHORT and lexicon.pattern("bare_office").fullmatch(bare) else ""


def _same(words: str) -> str:
    """One spelling of an office, its case endings left out."""
    words = words.casefold().replace("defense", "defence").replace("ministry", "minister")
    return " ".join(part[:6] for part in words.split())


def holder(
    words: str, own: Range, document: Document, reading: Reading, entities: Mapping[str, Entity]
) -> str:
    """The state of an office told without one, if the text names that office of one state only; else empty."""
    wanted = office(words)
    if not wanted:
        return ""
    text = document.text
    found: set[str] = set()
    for match in lexicon.pattern("bare_office").finditer(text):
        if _same(match.group()) == wanted and not (match.start() < own[1] and own[0] < match.end()):
            found |= set(_owners(match.span(), text, reading.mentions, entities))
    return found.pop() if len(found) == 1 else ""


def _owners(
    place: Range, text: str, mentions: Sequence[Mention], entities: Mapping[str, Entity]
) -> Iterator[str]:
    """States of whom an office told at a place is: by their name before or behind it, or by who bears it."""
    start, end = place
    for one in mentions:
        known = entities.get(one.entity)
        side = entities.get(known.party) if known else None
        if known is None or side is None or side.kind != "state":
            continue
        before = text[one.end : start] if one.end <= start <= one.end + BESIDE else None
        behind = text[end : one.start] if end <= one.start <= end + BESIDE else None
        if known.kind == "person":
            # "Defence Minister Mart Kallas", "Mart Kallas, the defence minister"
            if (behind is not None and re.fullmatch(r",?\s+(?:[\w.-]+\s)?", behind)) or (
                before is not None and re.fullmatch(r",\s+(?:the\s|its\s)?(?:[\w-]+\s)?", before)
            ):
                yield side.id
        elif (before is not None and _OWNED.fullmatch(before)) or (
            behind is not None and _OF.fullmatch(behind)
        ):
            yield side.id


def introduced(
    one: Said, document: Document, reading: Reading, entities: Mapping[str, Entity]
) -> Entity | None:
    """The one whom the text introduces by the common noun that a speaker is called by; ``None`` where nobody or several are."""
    if not one.source:
        return None
    start, end = min(s for s, _ in one.source), max(e for _, e in one.source)
    words = document.text[start:end].strip(" ,.:;")
    if len(words) > SHORT or _ONE.match(words):
        return None
    bare = _THE.sub("", words)
    if not lexicon.pattern("generic").fullmatch(bare) or bare[1:] != bare[1:].lower():
        return None
    noun = re.escape(bare.split()[-1] if bare.split()[-1].casefold() != "tank" else "think tank")
    found: dict[str, Entity] = {}
    for mention in reading.mentions:
        known = entities.get(mention.entity)
        if known is None or known.kind not in ("organisation", "group", "person", "other"):
            continue
        if mention.start < end and start < mention.end:
            continue
        behind = document.text[mention.end : mention.end + 120]
        before = document.text[max(0, mention.start - 60) : mention.start]
        if re.match(rf"(?:{_APPOSED}|{_IS})\b{noun}\b", behind, re.IGNORECASE) or re.search(
            rf"\b{noun},?\s+(?:the\s+|called\s+|[«“\"])?$", before, re.IGNORECASE
        ):
            found[known.id] = known
    return next(iter(found.values())) if len(found) == 1 else None


def named(one: Said, known: Entity, entities: Mapping[str, Entity]) -> Said:
    """The saying as that of the one whom its speaker's noun means."""
    sense, side = one.sense, entities.get(known.party)
    if one.party in sense.doers:
        sense = replace(sense, doers=(sense.doers - {one.party}) | {known.party})
    return replace(
        one,
        party=known.party,
        party_name=side.name if side else known.name,
        saying=replace(one.saying, entity=known.id),
        sense=sense,
    )
