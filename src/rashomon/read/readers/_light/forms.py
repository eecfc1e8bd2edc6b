"""The forms in which a document gives a name, and the fullest of them."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.read.readers._light.names import stem
from rashomon.records import Mention

_ROWS = 200
"""Names of one document that begin alike; more are those of a list, not of a report."""
Row = tuple[str, int, list[str]]
"""A form, whether its case is known to be the nominative, and the beginnings of its words."""


class Forms:
    """The forms of names in a document, by the beginning of their last word, each with how its case is
    known."""

    def __init__(self, mentions: Sequence[Mention], subjects: Sequence[str]) -> None:
        known = {m.text: 0 for m in mentions} | dict.fromkeys(subjects, 1)
        self._forms: dict[str, list[Row]] = {}
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


def fullest(name: str, options: Sequence[Row]) -> str:
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
