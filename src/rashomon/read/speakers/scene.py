"""A text seen as sentences, paragraphs and quoted words: where a name stands decides who "he" is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rashomon.records import Attribution, Range

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_QUOTED = re.compile(r"“[^“”\n]{1,2000}(?:”|$)|\"[^\"\n]{1,2000}\"|«[^«»\n]{1,2000}»", re.MULTILINE)
_BREAK = re.compile(r"\n\s*")
SUBJECT = frozenset({"nsubj", "nsubjpass"})


class Scene:
    """Answers "which sentence", "which paragraph", "inside a quote?", "the subject?" for any offset.

    ``doc`` is spaCy's parse of the same text, or ``None``: then a name at the head of a sentence counts as
    its subject.
    """

    def __init__(
        self,
        text: str,
        title_end: int,
        sentences: Sequence[Range],
        attributions: Sequence[Attribution],
        doc: Doc | None,
    ) -> None:
        self.text = text
        self.title_end = title_end
        self.doc = doc
        self.sentences = sorted(sentences) or [(0, len(text))]
        self._starts = [s for s, _ in self.sentences]
        self._paragraphs = [0, *(m.end() for m in _BREAK.finditer(text))]
        quoted = [m.span() for m in _QUOTED.finditer(text)]
        for a in attributions:
            if a.form == "direct":
                quoted.extend(a.content)
        self._quoted = _joined(quoted)
        self._quote_starts = [s for s, _ in self._quoted]
        self._narrative = [s for s in self._starts if not self.quoted(s)]
        self._token_starts = [t.idx for t in doc] if doc is not None else []

    def sentence(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def narrative(self, offset: int) -> int:
        """Number of the sentence, counting only sentences that do not begin inside a quote."""
        return bisect_right(self._narrative, offset)

    def paragraph(self, offset: int) -> int:
        return bisect_right(self._paragraphs, offset) - 1

    def paragraph_start(self, offset: int) -> int:
        return self._paragraphs[self.paragraph(offset)]

    def quoted(self, offset: int) -> bool:
        at = bisect_right(self._quote_starts, offset) - 1
        return at >= 0 and offset < self._quoted[at][1]

    def tokens(self, start: int, end: int) -> list[Token]:
        """Tokens of the parse that begin in ``start:end``; empty without a parse."""
        if self.doc is None:
            return []
        first = bisect_right(self._token_starts, start - 1)
        last = bisect_right(self._token_starts, end - 1)
        return list(self.doc[first:last])

    def subject(self, start: int, end: int) -> bool:
        """Whether the words are a subject: in the parse, or without one by standing first in their
        sentence."""
        if self.doc is None:
            return not self.text[self.sentences[self.sentence(start)][0] : start].strip(" “”\"'\n")
        return any(
            t.dep_ in SUBJECT or (t.dep_ == "conj" and t.head.dep_ in SUBJECT)
            for t in self.tokens(start, end)
        )


def _joined(ranges: Sequence[Range]) -> list[Range]:
    joined: list[Range] = []
    for start, end in sorted(ranges):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
