"""Denials told inside the sentence of what they deny: "…, which Peru denied", "– a charge Peru rejects", «…, что Перу отрицает».

Readers take such a tail for a part of what was said, or give it to the wrong words. Here it becomes a denial of its own, on
what stands right before it, and what was said ends where the tail begins. Patterns: ``denied_within`` in ``lexicon.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.claim import lexicon
from rashomon.records import Attribution, Document, Entity, Mention, Range, Reading, Speaker

LONGEST = 600
"""Characters of a sentence that is looked into; a longer one is a list or a page without stops."""
FEW = 8
"""Characters that must stand before a tail for it to be on something."""
_STOP = re.compile(r"[,.;:)(!?»”\"\n]|\s[–—-]+\s|$")
_LEAD = re.compile(
    r"(?:the|its|his|her|their|both|в|во|у|официальн\w+|офіційн\w+|repeated|strong|strenuous|official)\s+",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?:he|she|it|they|он|она|они|те|тот|він|вона|вони|ті|той)", re.IGNORECASE)
_HE = re.compile(r"(?:he|she|он|она|він|вона)", re.IGNORECASE)
_BOTH = re.compile(
    r"(?:both|each|all)(?: (?:sides|parties|of them))?|(?:обе стороны|обе|оба|обидві сторони|обидві|обидва)",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"(?:сам[иіа]\s)?(?!(?:однако|поэтому|также|тоже|никто|ніхто|котор|який|яка|які|тому|проте|однак)\b)"
    r"[а-яёіїєґ’'-]{4,}(?:\s[а-яёіїєґ’'-]{4,}){0,2}"
)
"""«Активисты», «сами горняки»: people without a name, where a language has no article to tell them by."""
_NOBODY = re.compile(r"(?:was|were|is|are|has|have|had|been|not|never)\b", re.IGNORECASE)
_JOIN = re.compile(r"\s(?:and|as well as|и|а также|та|і)\s")
_NOUN = re.compile(r"(?:the|its|their|his|her)(?:\s[\w’'-]+){1,4}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Answered:
    """A reading with the denials inside its sentences, and which words each of them is on."""

    reading: Reading
    on: Mapping[Attribution, Range]
    """Denial → the range that holds what is denied."""


@dataclass(frozen=True, slots=True)
class _Tail:
    start: int
    end: int
    who: Range
    cue: Range
    what: Range | None


def answered(
    document: Document,
    reading: Reading,
    entities: Mapping[str, Entity],
    accused: Mapping[Attribution, Entity] | None = None,
) -> Answered:
    """The reading whose denials inside a sentence stand by themselves. ``accused``: whom accusations in the passive accuse."""
    text = document.text
    made = list(reading.attributions)
    on: dict[Attribution, Range] = {}
    before: Range | None = None
    for start, end in reading.sentences:
        tail = _tail(text, start, end) if end - start <= LONGEST else None
        if tail is not None and (start == tail.start or tail.start - start >= FEW):
            first = (before or (start, start))[0] if tail.start == start else start
            found = _denial(text, tail, first, made, reading.mentions, entities, accused or {})
            if found is not None:
                denial, what = found
                made = [*(cut for one in made if (cut := _cut(one, tail)) is not None), denial]
                on[denial] = what
        before = (start, end)
    if not on:
        return Answered(reading, {})
    made.sort(key=lambda one: (one.start, one.end))
    return Answered(replace(reading, attributions=tuple(made)), on)


def _tail(text: str, start: int, end: int) -> _Tail | None:
    """The first tail of a sentence."""
    found = []
    sentence = text[start:end]
    for pattern in lexicon.each("denied_within"):
        # "A charge that was denied by Chad": "was" denies nothing.
        if (match := pattern.search(sentence)) is not None and not _NOBODY.match(match["who"]):

            def at(name: str | int, match: re.Match[str] = match) -> Range:
                return match.start(name) + start, match.end(name) + start

            # What is denied ends where the pause stands; the tail runs to the next one.
            behind = _STOP.search(sentence, match.end())
            stop = start + (behind.start() if behind else len(sentence))
            what = at("what") if match.groupdict().get("what") else None
            found.append(_Tail(at(0)[0], stop, at("who"), at("cue"), what))
    return min(found, key=lambda one: (one.start, -one.end), default=None)


def _denial(
    text: str,
    tail: _Tail,
    first: int,
    made: Sequence[Attribution],
    mentions: Sequence[Mention],
    entities: Mapping[str, Entity],
    accused: Mapping[Attribution, Entity],
) -> tuple[Attribution, Range] | None:
    """The denial, and the words it is on; ``None`` where it is not told whose or of what."""
    read = next((one for one in made if one.source and any(_meet(c, tail.cue) for c in one.cue)), None)
    earlier = [
        one
        for one in made
        if first <= one.start < tail.start - FEW // 2
        and any(start < tail.start - FEW // 2 for start, _ in one.content)
        and (one.end >= tail.start - FEW or first != one.start)
        and not any(_meet(c, tail.cue) for c in one.cue)
    ]
    source = _source(text, tail.who)
    words = text[source[0] : source[1]]
    inside = [m for m in mentions if source[0] <= m.start and m.end <= source[1] and m.entity in entities]
    if _PRONOUN.fullmatch(words):
        told = [accused[one] for one in earlier if one in accused]
        entity = told[-1] if told else _accused(words, tail, earlier, mentions, entities)
        if entity is None:
            return None
        speaker = Speaker(text=entity.name, entity=entity.id)
    elif _BOTH.fullmatch(text[slice(*tail.who)].strip()) and earlier:
        # Each of those who accuse one another denies what the other says.
        last = max(earlier, key=lambda one: one.start)
        source, speaker = last.source[0] if last.source else source, last.speaker
    elif inside and (inside[-1].start, inside[-1].end) == source:
        speaker = Speaker(text=words, entity=inside[-1].entity)
    elif inside and _JOIN.search(words):
        # Of "the group itself as well as Acme" only Acme is named.
        source = (inside[-1].start, inside[-1].end)
        speaker = Speaker(text=inside[-1].text, entity=inside[-1].entity)
    elif read is not None and _meet(read.source[0], source):
        speaker = read.speaker
    elif inside or _NOUN.fullmatch(text[slice(*tail.who)]) or _PEOPLE.fullmatch(words):
        speaker = Speaker(text=words)
    else:
        return None
    both = source[0] < tail.start
    side = set() if both else _party(speaker, entities) or {entities[m.entity].party for m in inside}
    earlier = [one for one in earlier if not side & _party(one.speaker, entities)]
    if earlier:
        # The innermost: of "the UN said that Peru had accused Chile of …, which Chile denied" what Peru says.
        last = max(earlier, key=lambda one: max(s for s, _ in one.content if s < tail.start))
        begin = max(s for s, _ in last.content if s < tail.start)
        what = (begin, min(tail.start, max(e for s, e in last.content if s == begin)))
    elif any(first <= one.start < tail.start for one in made) or tail.start == first:
        return None
    else:
        what = (first, tail.start)
    denial = Attribution(
        source=(source,),
        cue=(tail.cue,),
        content=((tail.what,) if tail.what else ()) if earlier else (what,),
        speaker=speaker,
        act="denies",
    )
    return denial, what


def _source(text: str, who: Range) -> Range:
    """Who denies, without an article, "в" or a possessive ending."""
    start, end = who
    while (lead := _LEAD.match(text, start, end)) and lead.end() < end:
        start = lead.end()
    if text[end - 2 : end] in ("'s", "’s"):
        end -= 2
    return start, end


def _accused(
    words: str,
    tail: _Tail,
    earlier: Sequence[Attribution],
    mentions: Sequence[Mention],
    entities: Mapping[str, Entity],
) -> Entity | None:
    """Whom "he" means: the first that what was said names, other than who says it."""
    for one in earlier:
        own = _party(one.speaker, entities)
        for mention in mentions:
            known = entities.get(mention.entity)
            if known is None or known.party in own or known.kind in ("place", "event", "technology"):
                continue
            if _HE.fullmatch(words) and known.kind != "person":
                continue
            if any(s <= mention.start and mention.end <= min(e, tail.start) for s, e in one.content):
                return known
    return None


def _party(speaker: Speaker, entities: Mapping[str, Entity]) -> set[str]:
    known = entities.get(speaker.entity)
    return {known.party} if known else set()


def _meet(a: Range, b: Range) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _cut(one: Attribution, tail: _Tail) -> Attribution | None:
    """The attribution without the tail; ``None`` for one that was read out of the tail."""
    if one.start >= tail.start or any(_meet(c, tail.cue) for c in one.cue):
        return None if one.start < tail.end else one
    if any(tail.start <= start < tail.end for start, _ in (*one.cue, *one.source)):
        return one
    return replace(one, content=tuple(_pieces(one.content, tail)))


def _pieces(content: Sequence[Range], tail: _Tail) -> Iterator[Range]:
    for start, end in content:
        if end <= tail.start or start >= tail.end:
            yield start, end
            continue
        if start < tail.start - 1:
            yield start, tail.start
        if end > tail.end + FEW:
            yield tail.end, end
