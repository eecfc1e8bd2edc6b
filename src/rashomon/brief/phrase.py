"""One line of a brief, put together so that our words and theirs are never mixed up.

The builder keeps the ranges of the words that come from documents; ``cite.check`` later finds each in a span.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from rashomon.brief.words import one_line
from rashomon.records import Range, Sentence, Span

OWN = ("“", "”")
"""Around a speaker's own words."""
REPORTED = ("‹", "›")
"""Around the words of a report."""
LONG = 420
"""Characters of one quotation on the page; the note behind its citation shows all of it."""
SHORT = 140
"""The same where a quotation only recalls what is printed in full elsewhere."""
CITED = 4
"""Citations behind one line; more are counted in the line's detail."""
_QUOTES = frozenset('"“”„‟«»')
_PAIRS = {"“": "”", "„": "“", "«": "»", "‹": "›", "‘": "’", "‚": "‘", '"': '"', "'": "'"}


@dataclass(slots=True)
class Line:
    """A sentence being written."""

    text: str = ""
    quoted: list[Range] = field(default_factory=list)

    def say(self, words: str) -> Line:
        """Add words of ours (names included)."""
        self.text += words
        return self

    def led(self, words: str) -> Line:
        """The line with words of ours before it."""
        shift = len(words)
        return Line(words + self.text, [(start + shift, end + shift) for start, end in self.quoted])

    def quote(self, pieces: Sequence[str], *, own: bool, most: int = LONG) -> Line:
        """Add words of a document between marks, cut at a word if long; pieces are joined by […].

        White space is collapsed; nothing else is changed. Nothing is added if there are no words.
        """
        parts = [part for part in (bare(one_line(piece), own=own) for piece in pieces) if part]
        if not parts:
            return self
        opening, closing = OWN if own else REPORTED
        self.text += opening
        room = most
        for number, part in enumerate(parts):
            if number:
                self.text += " […] "
            shown = cut(part, room)
            self.quoted.append((len(self.text), len(self.text) + len(shown)))
            self.text += shown
            if shown != part:
                self.text += " …"
                break
            room -= len(shown)
            if room < 20 and number + 1 < len(parts):
                self.text += " […]"
                break
        self.text += _unclosed(" ".join(parts)) + closing
        return self

    def then(self, other: Line) -> Line:
        """The line with another after it."""
        shift = len(self.text)
        return Line(
            self.text + other.text, [*self.quoted, *((a + shift, b + shift) for a, b in other.quoted)]
        )

    def stop(self) -> Line:
        """End with a full stop unless the line, or the quotation it ends with, has ended already."""
        if not self.text.rstrip("”›").endswith((".", "!", "?", "…")):
            self.text += "."
        return self

    def cite(
        self,
        spans: Iterable[Span],
        *,
        mark: str = "",
        detail: Iterable[Sentence] = (),
        at: datetime | None = None,
        likelihood: float | None = None,
    ) -> Sentence:
        """The finished line, with its grounds. ``likelihood``: what a word of the scale in it stands for."""
        return Sentence(
            text=self.text,
            spans=tuple(dict.fromkeys(spans)),
            mark=mark,
            detail=tuple(detail),
            quoted=tuple(self.quoted),
            at=at,
            likelihood=likelihood,
        )


def count_line(text: str, basis: str, *, mark: str = "", detail: Iterable[Sentence] = ()) -> Sentence:
    """A line about what was collected, with what was counted."""
    return Sentence(text=text, basis=basis, mark=mark, detail=tuple(detail))


def cut(text: str, most: int) -> str:
    """At most ``most`` characters, ending with a whole word where there is one."""
    if len(text) <= most:
        return text
    head = text[: most + 1]
    at = head.rfind(" ")
    return (head[:at] if at > most // 2 else head[:most]).rstrip(" ,;:–—-")


def bare(text: str, *, own: bool) -> str:
    """The words without what only framed them in the report: outer quotation marks, a trailing comma.

    A speaker's own words also lose a mark left over at one end, as where a quotation runs on into the next
    paragraph; a report's words keep theirs, since they set off the few that are the speaker's.
    """
    text = text.strip().rstrip(",;: ").lstrip(",;: ")
    if len(text) > 1 and _PAIRS.get(text[0]) == text[-1] and not _QUOTES & set(text[1:-1]):
        text = text[1:-1].strip().rstrip(",;: ")
    elif own:
        # "the so-called “elite”": an inner pair stays whole, only an unmatched mark goes.
        if text[:1] in tuple('"“„«') and not _has_end(text):
            text = text[1:].lstrip()
        if text[-1:] in tuple('"”»') and not _has_start(text):
            text = text[:-1].rstrip().rstrip(",;: ")
    return text


def _unclosed(text: str) -> str:
    """The mark that closes a quotation left open in the text: a mark of ours, no word of theirs."""
    for opening, closing in (("“", "”"), ("«", "»"), ("„", "“")):
        if text.rfind(opening) > text.rfind(closing):
            return closing
    return '"' if text.count('"') % 2 else ""


def _has_end(text: str) -> bool:
    return _PAIRS.get(text[0], "") in text[1:]


def _has_start(text: str) -> bool:
    opening = {"”": "“„", "»": "«", '"': '"'}[text[-1]]
    return any(mark in text[:-1] for mark in opening)
