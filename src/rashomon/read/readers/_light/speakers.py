"""Names for the sources of a light reading: fullest and, where the document shows it, nominative."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.read.languages.lists import Lists
from rashomon.read.readers._light.names import stem
from rashomon.read.readers._light.sources import name_in
from rashomon.records import Attribution, Mention, Speaker

_SHE = re.compile(r"(?:ла|лась|лася)$")
_HE = re.compile(r"(?:л|лся|в|вся|вся)$")


def fill(
    text: str, found: Sequence[Attribution], mentions: Sequence[Mention], lists: Lists
) -> tuple[Attribution, ...]:
    """The attributions with ``speaker.text``: the name in the source in the fullest form of the document.

    A pronoun takes the last speaker that the verb's ending allows; a relative pronoun the name before it. A
    quote without a source takes the last speaker of the same or the last paragraph.
    """
    forms = Forms(mentions, _subjects(text, found, lists))
    filled: list[Attribution] = []
    past: list[tuple[int, str, str]] = []
    for a in found:
        name = ""
        cue = text[slice(*a.cue[0])] if a.cue else ""
        if a.source:
            start, end = a.source[0]
            words = text[start:end].casefold()
            if words in lists.pronouns:
                name = _taken_up(lists.pronouns[words], past)
            elif re.fullmatch(lists.relatives, words):
                name = next((m.text for m in reversed(mentions) if m.end <= start), "")
            else:
                name = forms.fullest(name_in(text, start, end, lists))
        elif a.form == "direct" and past and "\n\n" not in text[past[-1][0] : a.start].strip("\n"):
            name = past[-1][1]
        if name:
            past.append((a.end, name, "she" if _SHE.search(cue) else "he" if _HE.search(cue) else ""))
        filled.append(replace(a, speaker=Speaker(text=name)))
    return tuple(filled)


def _taken_up(pronoun: str, past: list[tuple[int, str, str]]) -> str:
    for _, name, gender in reversed(past):
        if pronoun in {"they", "it"} or gender in {"", pronoun}:
            return name
    return ""


def _subjects(text: str, found: Sequence[Attribution], lists: Lists) -> list[str]:
    """Names that are the subject of a verb of saying, so in the nominative."""
    names: list[str] = []
    for a in found:
        if a.source and a.cue and lists.cue_pattern.fullmatch(text[slice(*a.cue[0])]):
            lead = text[max(0, a.source[0][0] - 3) : a.source[0][0]].strip().casefold()
            if lead not in lists.prepositions:
                names.append(name_in(text, *a.source[0], lists))
    return names


class Forms:
    """The forms of names in a document, by the beginning of their last word, each with how its case is
    known."""

    def __init__(self, mentions: Sequence[Mention], subjects: Sequence[str]) -> None:
        known = {m.text: 0 for m in mentions} | dict.fromkeys(subjects, 1)
        self._forms: dict[str, list[tuple[str, int, list[str]]]] = {}
        self._found: dict[str, str] = {}
        for form in sorted(known):
            parts = stem(form).split()
            rows = self._forms.setdefault(parts[-1][:3], []) if 0 < len(parts) <= 3 else []
            if form[:1].isupper() and len(rows) < _ROWS:
                rows.append((form, known[form], parts))

    def fullest(self, name: str) -> str:
        if name not in self._found:
            parts = stem(name).split()
            options = self._forms.get(parts[-1][:3], []) if parts else []
            self._found[name] = fullest(name, options)
        return self._found[name]


_ROWS = 200
"""Names of one document that begin alike; more are those of a list, not of a report."""


def fullest(name: str, options: Sequence[tuple[str, int, list[str]]]) -> str:
    """The fullest form of a name: one with the same words in other cases, or one whose last word it is.

    Nominative where a subject of the document shows it ("Анны Лис" -> "Анна Лис"), else as it stands.
    """
    mine = stem(name).split()
    if not mine or len(mine) > 3 or not name[:1].isupper():
        return name
    subject = any(form == name and nominative for form, nominative, _ in options)
    best = (len(mine), 1 if subject else -1, name)
    for form, nominative, theirs in options:
        if len(theirs) < len(mine) or not _alike(theirs[-len(mine) :], mine):
            continue
        if len(theirs) > len(mine) and len(mine) > 1:
            continue
        # A mention's case is unknown: it wins only by being fuller, or over an unseen subject by nothing.
        rank = (len(theirs), nominative, form)
        if rank[:2] > best[:2]:
            best = rank
    return best[2]


def _alike(left: list[str], right: list[str]) -> bool:
    return all(a.startswith(b) or b.startswith(a) for a, b in zip(left, right, strict=True))
