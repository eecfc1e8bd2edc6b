"""The sentences of a report that have words of evidence in them, who is named there, and whose words they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from rashomon.assess.about.named import Named, named, party
from rashomon.assess.evidence.head import head
from rashomon.assess.evidence.lexicon import LONGEST, kinds, shows
from rashomon.records import Attribution, Document, Entity, Range, Reading, Span


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody whose words stand in a sentence, and where."""

    content: tuple[Range, ...]
    name: str
    entity: str
    party: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A sentence of a report."""

    span: Span
    key: str
    """Its letters in small: copies of a sentence have the same."""
    language: str
    names: tuple[Named, ...]
    """Places are those in the sentence."""
    sorts: Mapping[str, tuple[tuple[str, int], ...]] = field(hash=False)
    """Kind → the sorts of it that the sentence shows, and where in the sentence the first word of each stands."""
    voices: tuple[Voice, ...] = ()
    speaker: str = ""
    """Name of whose words they are; empty where the report itself speaks, and until ``heard`` is asked."""
    entity: str = ""
    party: str = ""
    """Party of the speaker; empty where the speaker is no known entity."""
    guessed: bool = False
    """Found by likeness (``head``) and by no listed word."""
    begins: int = 0
    """Where in the sentence the speaker's words begin."""
    at: datetime | None = None
    root_id: str = ""

    def heard(self, offset: int) -> Told:
        """The same with whoever says the word at this place of the sentence: of two, whose words are fewer."""
        at = self.span.start + offset
        inside = [one for one in self.voices if any(start <= at < end for start, end in one.content)]
        if not inside:
            return self
        own = min(inside, key=lambda one: sum(end - start for start, end in one.content))
        begins = max(start for start, end in own.content if start <= at < end) - self.span.start
        return replace(self, speaker=own.name, entity=own.entity, party=own.party, begins=max(begins, 0))


def told(
    document: Document,
    reading: Reading,
    entities: Mapping[str, Entity],
    root: Callable[[str, int, int], str],
    known_as: Mapping[str, str],
    *,
    deep: bool,
) -> Iterator[Told]:
    """Sentences of a report with words of any kind of evidence, in their order. The same for every claim of a story.

    ``known_as``: for whom a speaker of that name, in small letters, speaks. ``deep``: not only the listed words
    are looked for, but sentences that say the like (``head``), in the first of a report.
    """
    language = document.language or reading.language
    places = [_place(document, one) for one in reading.sentences]
    guessed = _guessed(places, deep=deep)
    for (start, words), guess in zip(places, guessed, strict=True):
        found = kinds(words, language)
        listed = bool(found)
        if not listed:  # a listed word is surer than a likeness
            found = {kind: ((sort, len(words) // 2),) for kind, sort in guess.items()}
        if not found or shows("furniture", words, language):
            continue
        span = Span(document_id=document.id, start=start, end=start + len(words), quote=words)
        yield Told(
            span=span,
            key="".join(c for c in words.casefold() if c.isalnum()),
            language=language,
            names=named(span, entities, {document.id: reading}),
            sorts=found,
            voices=tuple(_voices(reading.attributions, span, document, entities, known_as)),
            guessed=not listed,
            at=document.published_at,
            root_id=root(document.id, span.start, span.end),
        )


def _place(document: Document, sentence: Range) -> tuple[int, str]:
    """A sentence without white space at its ends: where it begins, and its words."""
    start, end = sentence
    words = document.text[start : min(end, start + LONGEST)]
    return start + len(words) - len(words.lstrip()), words.strip()


READ = 60
"""Sentences of one report that the head is asked about: what comes later is background."""


def _guessed(places: Sequence[tuple[int, str]], *, deep: bool) -> list[dict[str, str]]:
    none: list[dict[str, str]] = [{} for _ in places]
    known = head() if deep else None
    if known is None:
        return none
    first = known.kinds([words for _, words in places[:READ]])
    return [*first, *none[len(first) :]]


def _voices(
    made: tuple[Attribution, ...],
    span: Span,
    document: Document,
    entities: Mapping[str, Entity],
    known_as: Mapping[str, str],
) -> Iterator[Voice]:
    for one in made:
        if one.negated or one.act == "declines":
            continue  # what somebody did not say is the report's to tell
        if any(start < span.end and span.start < end for start, end in one.content):
            who = one.speaker.entity
            words = " ".join(document.text[start:end] for start, end in one.source)
            name = one.speaker.text or words
            side = known_as.get(name.casefold()) or (party(who, entities) if who else "")
            yield Voice(content=one.content, name=name, entity=who, party=side)
