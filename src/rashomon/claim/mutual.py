"""Several who speak in one source: "Canada and Peru say" is said by each; "Peru and Chile blame each other" accuses each, by the other."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rashomon.claim import lexicon
from rashomon.records import Attribution, Entity, Mention, Reading, Span

MOST = 5
"""Parties named in one source."""
Voice = tuple[Entity | None, str]
"""Who speaks, where linked, and as the text calls them."""
_AND = r"(?:,? (?:and|as well as|и|а также|та|і|й) (?:the )?|, (?:the )?)"
_JOINED = re.compile(rf"(?:both )?(?:the )?\|(?:{_AND}\|)+(?: (?:each|both))?", re.IGNORECASE)
_PARTED = re.compile(_AND, re.IGNORECASE)
_EDGES = re.compile(r"^(?:both )?(?:the )?|(?: (?:each|both))?$", re.IGNORECASE)


def together(
    attribution: Attribution, mentions: Sequence[Mention], entities: Mapping[str, Entity], text: str
) -> tuple[Voice, ...]:
    """The parties of "Canada and the United States say": each of them says it. Empty where the source is one."""
    if len(attribution.source) != 1:
        return ()
    start, end = attribution.source[0]
    inside = [one for one in mentions if start <= one.start and one.end <= end and one.entity in entities]
    if not 2 <= len(inside) <= MOST:
        return ()
    rest, at = "", start
    for one in inside:
        rest, at = rest + text[at : one.start] + "|", one.end
    if not _JOINED.fullmatch(rest + text[at:end]) or len({entities[one.entity].party for one in inside}) < 2:
        return ()
    return tuple((entities[one.entity], one.text) for one in inside)


def is_mutual(cue: str, words: str) -> bool:
    """Whether each of several accuses the rest: "each other for …", "traded accusations of …"."""
    return (
        lexicon.pattern("mutual").match(words) is not None
        or lexicon.pattern("traded").search(cue) is not None
    )


def accusers(
    attribution: Attribution,
    mentions: Sequence[Mention],
    reading: Reading,
    entities: Mapping[str, Entity],
    text: str,
) -> tuple[tuple[Voice, ...], tuple[Voice, ...]]:
    """Those who say it, and all who accuse one another; empty where the source names only "the two sides"."""
    own = [one for one in reading.attributions if one.content == attribution.content and one.act == "accuses"]
    if len(own) > 1:  # a reader has parted the source: "Peru" and "Chile" each with these words
        known = [entities.get(one.speaker.entity) for one in own]
        every = tuple((who, one.speaker.text) for who, one in zip(known, own, strict=True))
        return (every[own.index(attribution)],), every
    found = _joined(attribution, mentions, reading, entities, text)
    return found, found


def _joined(
    attribution: Attribution,
    mentions: Sequence[Mention],
    reading: Reading,
    entities: Mapping[str, Entity],
    text: str,
) -> tuple[Voice, ...]:
    if found := together(attribution, mentions, entities, text):
        return found
    if len(attribution.source) == 1:
        start, end = attribution.source[0]
        parts = [part for part in _PARTED.split(_EDGES.sub("", text[start:end])) if part]
        if 2 <= len(parts) <= MOST:
            named = [m for m in mentions if m.entity in entities]
            # "The Chadian army", «российская сторона»: whom the name in it means.
            return tuple(
                (next((entities[m.entity] for m in named if m.text in part), None), part) for part in parts
            )
    if len(attribution.source) == 1 and (one := _before(attribution.source[0][0], reading, entities, text)):
        known = entities.get(attribution.speaker.entity)
        return ((entities[one.entity], one.text), (known, attribution.speaker.text))
    return ()


def _before(start: int, reading: Reading, entities: Mapping[str, Entity], text: str) -> Mention | None:
    """The name that "and" ties to a source which a reader took without it."""
    near = [
        m
        for m in reading.mentions
        if m.end < start <= m.end + len(" as well as the ") and m.entity in entities
    ]
    return near[-1] if near and _PARTED.fullmatch(text[near[-1].end : start]) else None


def others(who: Sequence[Voice], own: str, entities: Mapping[str, Entity]) -> dict[str, str]:
    """Whom one of them accuses: the rest, party → name."""
    found = {}
    for entity, called in who:
        party = entity.party if entity else called.casefold()
        if party != own:
            found[party] = entities[party].name if party in entities else called
    return found


def charge(content: Sequence[Span]) -> tuple[Span, ...]:
    """The content without "each other": "for the attack on the port"."""
    first, *rest = content
    match = lexicon.pattern("mutual").match(first.quote)
    if match is None:
        return tuple(content)
    cut = match.end()
    while cut < len(first.quote) and first.quote[cut] in " ,":
        cut += 1
    if cut >= len(first.quote):
        return tuple(rest) or tuple(content)
    left = Span(
        document_id=first.document_id, start=first.start + cut, end=first.end, quote=first.quote[cut:]
    )
    return (left, *rest)
