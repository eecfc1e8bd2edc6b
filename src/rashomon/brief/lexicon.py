"""Sentences found by their words: evidence named, things said to be unknown, things someone means to do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from rashomon.brief.material import Material
from rashomon.records import Attribution, Range, Span

_LONGEST = 1_200
"""Characters of one sentence that are searched and cited: longer ones are lists or text without stops."""


@cache
def table(name: str) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """(kind, language, pattern) of one part of ``lexicon.yaml``, in the order of the file."""
    data = yaml.safe_load((Path(__file__).parent / "lexicon.yaml").read_text(encoding="utf-8"))
    return tuple(
        (kind, language, re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE))
        for kind, languages in data[name].items()
        for language, patterns in languages.items()
    )


def kinds(name: str, text: str, language: str) -> tuple[str, ...]:
    """Kinds of the part ``name`` that a text shows; a language we have no list for is searched in English."""
    text = text.replace("’", "'")
    languages = {entry[1] for entry in table(name)}
    own = language if language in languages else "en"
    found = (kind for kind, listed, pattern in table(name) if listed == own and pattern.search(text))
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A sentence of a report that the lexicon points to."""

    span: Span
    kinds: tuple[str, ...]
    speaker: str
    """Whose words most of the sentence are, as the reading has it; empty where the report itself speaks."""
    entity: str
    copies: tuple[str, ...]
    """Ids of all documents that carry the same sentence, this one first, by time."""


def search(material: Material, name: str) -> list[Found]:
    """Sentences with words of the part ``name``, by time; those with the same letters are joined into one."""
    found: dict[str, Found] = {}
    for document in material.documents:
        reading = material.readings.get(document.id)
        language = material.language(document.id)
        for start, end in reading.sentences if reading else ():
            text = document.text[start : min(end, start + _LONGEST)]
            if not (shown := kinds(name, text, language)):
                continue
            key = "".join(c for c in text.casefold() if c.isalnum())
            if (same := found.get(key)) is not None:
                if document.id not in same.copies:
                    found[key] = _joined(same, document.id)
                continue
            who = _speaker(reading.attributions if reading else (), (start, end))
            found[key] = Found(
                span=_tight(material, document.id, start, start + len(text)),
                kinds=shown,
                speaker=material.named(document.id, who) if who else "",
                entity=who.speaker.entity if who else "",
                copies=(document.id,),
            )
    return list(found.values())


def _joined(one: Found, document_id: str) -> Found:
    return Found(
        span=one.span,
        kinds=one.kinds,
        speaker=one.speaker,
        entity=one.entity,
        copies=(*one.copies, document_id),
    )


def _tight(material: Material, document_id: str, start: int, end: int) -> Span:
    """The span without white space at its ends."""
    text = material.by_id[document_id].text[start:end]
    return material.span(
        document_id, start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())
    )


def _speaker(made: tuple[Attribution, ...], sentence: Range) -> Attribution | None:
    """The attribution whose content covers most of the sentence, if it covers a third of it."""
    best, most = None, (sentence[1] - sentence[0]) / 3
    for one in made:
        shared = sum(max(0, min(end, sentence[1]) - max(start, sentence[0])) for start, end in one.content)
        if shared >= most:
            best, most = one, shared + 1
    return best
