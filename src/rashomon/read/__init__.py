"""Document → Reading: who says what, in which words.

A reader is a plug-in in ``readers/``; ``auto`` takes the one made for a document's language. Its ``read`` gives, for
each document, a Reading and the Issues that say what it left unread.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Protocol

from rashomon import registry
from rashomon.errors import RashomonError
from rashomon.read.events import events, spoken
from rashomon.read.neural.place import folder
from rashomon.records import Document, Issue, Reading

Read = tuple[Reading, tuple[Issue, ...]]


class Reader(Protocol):
    """What a plug-in in ``readers/`` offers."""

    languages: tuple[str, ...]
    """ISO 639-1 codes it was made for."""

    def read(self, documents: Iterable[Document]) -> Iterator[Read]:
        """One Reading per document, in order."""


_LIGHT = "quotes"


def best_for(language: str) -> str:
    """Name of the best reader that is present for a language, ISO 639-1: English has one trained, and one by rules."""
    if language != "en":
        return _LIGHT
    return "neural" if folder() else "rules"


def read(
    documents: Iterable[Document], *, reader: str = "auto", batch: int = 64
) -> Iterator[Reading | Issue]:
    """One Reading per document, in the order given, each followed by its Issues.

    Holds ``batch`` documents at a time, whatever the corpus. A document that makes a reader fail yields an empty
    Reading and an Issue ``unread``.

    Raises:
        UnknownPlugin: there is no reader of that name.
        MissingModel: the reader's language model is not installed.
    """
    made: dict[str, Reader] = {}
    if reader != "auto":
        made[reader] = registry.load("read.readers", reader)
    waiting = iter(documents)
    while some := list(islice(waiting, max(1, batch))):
        names = [best_for(language_of(d)) if reader == "auto" else reader for d in some]
        done: dict[int, Read] = {}
        for name in sorted(set(names)):
            if name not in made:
                made[name] = registry.load("read.readers", name)
            places = [i for i, n in enumerate(names) if n == name]
            done.update(zip(places, _safely(made[name], name, [some[i] for i in places]), strict=True))
        for i in range(len(some)):
            reading, issues = _with_events(some[i], *done[i])
            yield reading
            yield from issues


def _with_events(document: Document, reading: Reading, issues: tuple[Issue, ...]) -> Read:
    """The reading with its events, whichever reader made it; one that has its own keeps them."""
    if reading.language not in spoken() or reading.events or not reading.sentences:
        return reading, issues
    try:
        found = events(
            document.text,
            reading.sentences,
            reading.mentions,
            reading.attributions,
            document.published_at,
            reading.language,
        )
    except Exception as error:  # noqa: BLE001 - the text is hostile, and what the reader found stands without events
        issue = Issue(
            stage="read",
            subject=document.id,
            code="events_unread",
            reason=f"The events of this document could not be read ({type(error).__name__}); what is said in it was.",
            remedy="Send us the document's text: events must be read in any text.",
            severity="warning",
        )
        return reading, (*issues, issue)
    return replace(reading, events=found), issues


def _safely(reader: Reader, name: str, documents: Sequence[Document]) -> list[Read]:
    """All of them at once; where that fails one by one, so that only the culprit is lost."""
    try:
        return list(reader.read(documents))
    except RashomonError:
        raise
    except Exception as error:  # noqa: BLE001 - the text is hostile, and the rest of the corpus must be read
        if len(documents) > 1:
            return [one for document in documents for one in _safely(reader, name, [document])]
        return [_unread(documents[0], name, error)]


def _unread(document: Document, name: str, error: Exception) -> Read:
    issue = Issue(
        stage="read",
        subject=document.id,
        code="unread",
        reason=f"The reader {name} failed on this document ({type(error).__name__}); nothing in it was read.",
        remedy="Send us the document's text: a reader must not fail on any text.",
    )
    return Reading(document_id=document.id, reader=name, language=document.language), (issue,)


_SAMPLE = 2_000
"""Characters a language is guessed from: titles and leads suffice, and a long text costs no more."""
_LETTERS = 12
"""A text with fewer letters has no language to guess; what English reads in it is right for a bare headline."""


def language_of(document: Document) -> str:
    """The document's language, ISO 639-1: as given, else guessed from the letters and py3langid."""
    if document.language:
        return document.language.lower()[:2]
    from rashomon.read.readers.quotes import by_letters

    sample = document.text[:_SAMPLE]
    letters = [c for c in sample if c.isalpha()]
    if len(letters) < _LETTERS:
        return "en" if all(c.isascii() for c in letters) else ""
    if guess := by_letters(sample):
        return guess
    import py3langid

    return str(py3langid.classify(sample)[0])
