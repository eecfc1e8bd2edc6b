"""Attributions → Sayings: who said which words, ready to be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rashomon.claim.same import Sense, sense
from rashomon.records import Attribution, Document, Entity, Mention, Reading, Saying, Span

CLAIMING = frozenset(
    {
        "asserts",
        "confirms",
        "accuses",
        "warns",
        "hearsay",
        "believes",
        "doubts",
        "denies",
        "partly_denies",
        "retracts",
    }
)
"""Acts whose content is a claim or a stand on one. Threats, promises, demands and questions are not true or false."""
DENYING = frozenset({"denies", "partly_denies", "doubts", "retracts"})
WIDEST = 700
"""Characters of a citation's span; a longer saying is cited by its cue and the nearest piece of content."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A Saying with what it is compared by."""

    saying: Saying
    sense: Sense
    party: str
    party_name: str
    named: tuple[str, ...]
    """Parties named in the content, in order."""
    story: str
    root: str


def sayings(
    document: Document, reading: Reading, entities: Mapping[str, Entity], story: str, root: str
) -> Iterator[Said]:
    """One Said per attribution that claims or takes a stand, in the order of the text."""
    for attribution in reading.attributions:
        if attribution.act not in CLAIMING and attribution.act != "declines":
            continue
        content = tuple(_trim(document, start, end) for start, end in attribution.content if end > start)
        content = tuple(span for span in content if span.quote)
        if not content and attribution.act not in DENYING | {"declines"}:
            continue
        words = " ".join(span.quote for span in content)
        inside = [m for m in reading.mentions if _within(m, attribution)]
        named = tuple(dict.fromkeys(entities[m.entity].party for m in inside if m.entity in entities))
        entity = entities.get(attribution.speaker.entity)
        if _DATE.fullmatch(attribution.speaker.text.strip()):
            continue  # "Correction, 3 May" names a day, nobody
        name = attribution.speaker.text or document.source or document.location or document.id
        saying = Saying(
            document_id=document.id,
            speaker=name,
            entity=attribution.speaker.entity,
            cue=" ".join(document.text[s:e] for s, e in attribution.cue),
            act=attribution.act,
            form=attribution.form,
            negated=attribution.negated,
            content=content,
            span=_whole(document, attribution, content),
            at=document.published_at,
        )
        party = entity.party if entity else name.casefold()
        party_entity = entities.get(party)
        yield Said(
            saying=saying,
            sense=sense(words, named),
            party=party,
            party_name=party_entity.name if party_entity else name,
            named=named,
            story=story,
            root=root,
        )


def _within(mention: Mention, attribution: Attribution) -> bool:
    spans = list(attribution.content)
    if attribution.act == "accuses":
        # "accused Ukraine of …": whom the cue names stands between cue and content.
        ends = [end for _, end in attribution.cue] or [attribution.start]
        spans.append((min(ends), attribution.end))
    own = any(s <= mention.start and mention.end <= e for s, e in attribution.source)
    return not own and any(s <= mention.start and mention.end <= e for s, e in spans)


_DATE = re.compile(
    r"(?:\d{1,4}\W?\s*)?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?(?:\W*\d{1,4})*|\d[\d\s.:/-]*",
    re.IGNORECASE,
)
_EDGE = " \t\n\r\"“”„«»‘’'`,;:–—-"


def _trim(document: Document, start: int, end: int) -> Span:
    """The content without outer quote marks, blanks and a trailing comma: only the edges move."""
    text = document.text
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE + ".":
        end -= 1
    if (lead := re.match(r"(?:that|что|що)\s+", text[start:end], re.IGNORECASE)) and end - start > lead.end():
        start += lead.end()
    return Span(document_id=document.id, start=start, end=end, quote=text[start:end])


def _whole(document: Document, attribution: Attribution, content: tuple[Span, ...]) -> Span:
    start, end = attribution.start, attribution.end
    if end - start > WIDEST:
        anchor = min((s for s, _ in (*attribution.cue, *attribution.source)), default=start)
        near = min(content, key=lambda span: abs(span.start - anchor), default=None)
        if near is not None:
            start, end = min(anchor, near.start), max(near.end, anchor + 1)
            if end - start > 2 * WIDEST:
                start, end = near.start, near.end
    return Span(document_id=document.id, start=start, end=end, quote=document.text[start:end])
