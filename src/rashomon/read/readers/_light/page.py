"""A text with its sentences and quotes, as the rules of the light reader need it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from rashomon.read.languages.lists import Lists
from rashomon.read.readers._light.marks import speech
from rashomon.records import Attribution, Form, Range

EDGES = " \t\n\u00a0,;:—–-."
_BARE = frozenset("а но и как як й та але при этом при цьому однак однако".split()) | {
    "при этом",
    "при цьому",
}
_NAME_WORDS = 5
"""Words of a name in quotation marks at most: «Голос нашего города»."""
_SAID = re.compile(r",\s?[—–]\s")
_LEADS = re.compile(r":\s$")
"""What makes even two words in marks speech: «Это ложь», — … and … : «Это ложь»."""
_LEAD = re.compile(r"([^\W\d_][\w-]*) $")


@dataclass
class Page:
    """A text, its sentences in order, its quotes, and of these the ones that hold speech."""

    text: str
    sentences: Sequence[Range]
    quotes: Sequence[Range]
    lists: Lists
    spoken: list[Range] = field(init=False)

    def __post_init__(self) -> None:
        sure = {
            r
            for r in self.quotes
            if _SAID.match(self.text, r[1]) or _LEADS.search(self.text[max(0, r[0] - 3) : r[0]])
        }
        likely = set(speech(self.text, self.quotes))
        self.spoken = [r for r in self.quotes if r in sure or (r in likely and not self._title(r))]

    def _title(self, quote: Range) -> bool:
        """A name in marks behind the word for its kind: газета «Голос нашего города»."""
        inner = self.text[quote[0] + 1 : quote[1] - 1]
        lead = _LEAD.search(self.text[max(0, quote[0] - 30) : quote[0]])
        return (
            lead is not None
            and lead[1].casefold().startswith(tuple(o[:5] for o in self.lists.outlets))
            and inner[:1].isupper()
            and inner[-1:] not in "!?…,."
            and len(inner.split()) <= _NAME_WORDS
        )

    def quotes_in(self, start: int, end: int) -> list[Range]:
        """Spoken quotes that lie wholly in a range."""
        return [r for r in between(self.spoken, start, end) if r[0] >= start and r[1] <= end]

    def quoted(self, at: int) -> bool:
        return any(s <= at < e for s, e in between(self.spoken, at, at + 1))

    def is_name(self, quote: Range) -> bool:
        """Whether a range in marks is a name, so part of a source."""
        return any(r == quote for r in between(self.quotes, *quote)) and not self.quoted(quote[0])

    def only_quoted(self, start: int, end: int) -> bool:
        """Whether no word of a range stands outside quotation marks, be the quote ever so short."""
        at = start
        for s, e in between(self.quotes, start, end):
            if any(c.isalnum() for c in self.text[at:s]):
                return False
            at = max(at, e)
        return at > start and not any(c.isalnum() for c in self.text[at:end])

    def clean(self, start: int, end: int) -> Range | None:
        """A range without punctuation and spaces at its ends, quote marks kept; ``None`` where no word
        stays."""
        text = self.text
        while start < end and text[start] in EDGES:
            start += 1
        while end > start and text[end - 1] in EDGES:
            end -= 1
        if not re.search(r"\w", text[start:end]) or text[start:end].casefold() in _BARE:
            return None
        return start, end

    def made(
        self,
        source: Range | None,
        cue: Sequence[Range],
        content: Sequence[Range],
        act: str,
        negated: bool = False,
    ) -> Attribution:
        return Attribution(
            source=(source,) if source else (),
            cue=tuple(cue),
            content=tuple(content),
            act=act,
            negated=negated,
            form=self._form(content),
        )

    def _form(self, content: Sequence[Range]) -> Form:
        """Direct when quotes or a dialogue line fill the content, mixed when they are a part of it."""
        if content and all(self.only_quoted(s, e) for s, e in content):
            return "direct"
        if any(self.quotes_in(s, e) for s, e in content):
            return "mixed"
        if content and self.text[max(0, content[0][0] - 2) : content[0][0]].strip() in {"—", "–"}:
            line = self.text.rfind("\n", 0, content[0][0]) + 1
            if not self.text[line : content[0][0]].strip(" —–"):
                return "direct"
        return "indirect"


def between(ranges: Sequence[Range], start: int, end: int) -> Sequence[Range]:
    """The ranges that touch ``start:end``, of ranges that are sorted and apart."""
    first = max(0, bisect_right(ranges, (start, 0)) - 1)
    last = bisect_right(ranges, (end, 0))
    return [r for r in ranges[first:last] if r[0] < end and start < r[1]]


def touches(ranges: Sequence[Range], span: Range) -> bool:
    return any(s < span[1] and span[0] < e for s, e in ranges)
